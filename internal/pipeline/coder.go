// Package pipeline is where the stages meet, and where they meet the ledger: the only package that
// knows both. Code takes one Report through parse, extract and resolve; Run takes a stream of
// reports through Code on all cores, in the order of input, and hands each Reading on; Keep puts
// them in a ledger and links the incidents anew.
package pipeline

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"dateline"
	"dateline/internal/extract"
	"dateline/internal/parse"
	"dateline/internal/resolve/actor"
	"dateline/internal/resolve/count"
	"dateline/internal/resolve/date"
	"dateline/internal/resolve/place"
	"dateline/internal/resolve/scene"
	"dateline/internal/resolve/storytime"
	"dateline/internal/resolve/toponym"
)

// Version names the coder in the ledger: readings made by another version can be made again.
const Version = "1"

// Code reads one Report: what it says, on whose word, and what the words mean. It never fails; what
// was not understood is a Doubt. The same Report gives the same Reading.
func Code(r dateline.Report) dateline.Reading {
	out := dateline.Reading{Report: r}
	if st := readInto(&out); st != nil {
		st.lend()
		newClock(st).lend()
		rename(&out)
	}
	return out
}

// rename gives statements that were told another part since they were read, and not only lent one, the identifier of what they say now.
func rename(out *dateline.Reading) {
	now := map[string]string{}
	for i := range out.Statements {
		s := &out.Statements[i]
		was := s.ID
		if s.SetID(); s.ID != was {
			now[was] = s.ID
		}
	}
	if len(now) == 0 {
		return
	}
	for i := range out.Statements {
		s := &out.Statements[i]
		s.Refers = cmp.Or(now[s.Refers], s.Refers)
	}
	for i := range out.Resolutions {
		r := &out.Resolutions[i]
		r.Statement = cmp.Or(now[r.Statement], r.Statement)
	}
	for i := range out.Mentions {
		m := &out.Mentions[i]
		m.Statement = cmp.Or(now[m.Statement], m.Statement)
	}
}

// Choices lists the places that package scene weighs for what a Report tells: for those who fit its model.
func Choices(r dateline.Report) []scene.Choice {
	out := dateline.Reading{Report: r}
	if st := readInto(&out); st != nil {
		return scene.Choices(st.report)
	}
	return nil
}

// Times lists the times that package storytime weighs for what a Report tells: for those who fit its model.
func Times(r dateline.Report) []storytime.Choice {
	out := dateline.Reading{Report: r}
	if st := readInto(&out); st != nil {
		return storytime.Choices(newClock(st).report)
	}
	return nil
}

// readInto reads out's Report, all but where and when a thing took place whose own words do not say it: that is
// for the stage. It is nil where the text is not read.
func readInto(out *dateline.Reading) *stage {
	r := out.Report
	if r.Language != "" && r.Language != "en" {
		out.Doubts = []dateline.Doubt{{Span: firstWords(r.Text), Why: "the text is in another language (" + r.Language + "); only English is read"}}
		return nil
	}
	listed := actor.Load().Find(r.Text)
	if !armedNamed(listed) && !extract.Glance(r.Text) {
		out.Dates = date.Read(r.Text, lines(r.Text), r.Published)
		out.Doubts = []dateline.Doubt{{Span: firstWords(r.Text), Why: "at first sight nothing of interest is told; it was not read further"}}
		out.Toponyms = toponyms(func(room []toponym.Word) toponym.Text { return plainWords(r, room) })
		return nil
	}
	headline := r.Headline()
	text := parseRelevant(r.Text, headline, listed)
	headlinese(text, headline)
	lists, counts := figures(r.Text)
	out.Dates = date.Read(r.Text, sentences(text), r.Published)
	got := extract.Read(extract.Input{Report: r.ID, Text: text, Headline: headline, Mentions: mentions(text, headline, listed, out.Dates), Figures: lists, Published: r.Published})
	out.Statements, out.Doubts, out.Mentions = got.Statements, undated(got.Doubts, out.Dates), got.Mentions
	out.Toponyms = toponyms(func(room []toponym.Word) toponym.Text { return wordsFor(r, text, room) })
	out.Toponyms = outsideNames(out.Toponyms, listed)
	resolveAll(out, text, listed, counts)
	scenery := newScenery(out)
	strays(out, scenery)
	return newStage(out, text, scenery)
}

// Worth reports whether Code reads a text beyond a first sight: it names a listed armed group, or its
// words may tell of arms (see [extract.Glance]).
func Worth(text string) bool { return extract.Glance(text) || armedNamed(actor.Load().Find(text)) }

// armedNamed reports whether one of the names is that of an armed group, and no short or weak one
// that stands for other things too.
func armedNamed(listed []actor.Match) bool {
	for _, m := range listed {
		if !m.Weak && m.Span.End-m.Span.Start >= 5 && armed(m) {
			return true
		}
	}
	return false
}

// armed reports whether an actor that carries the name is an armed group.
func armed(m actor.Match) bool {
	for _, id := range m.Actors {
		switch a, _ := actor.Load().Get(id); a.Kind {
		case dateline.ArmedGroup, dateline.Militia, dateline.Criminal, dateline.MediaWing:
			return true
		}
	}
	return false
}

// side is the first actor that a name is that of, or whose media wing it is.
func side(m actor.Match) string {
	if len(m.Actors) == 0 {
		return ""
	}
	a, _ := actor.Load().Get(m.Actors[0])
	for _, r := range a.Relations {
		if r.Kind == "media of" {
			return r.Actor
		}
	}
	return a.ID
}

// parseRelevant draws trees only in the headline, whose words often mislead, and where the words may say something that extract
// reads; listed are the names of actors in the text.
func parseRelevant(source string, headline dateline.Span, listed []actor.Match) *parse.Text {
	gate := extract.NewGate()
	return parse.ParseWhere(source, func(tokens []parse.Token) bool {
		first, last := tokens[0].Span.Start, tokens[len(tokens)-1].Span.End
		for len(listed) > 0 && listed[0].Span.End <= first {
			listed = listed[1:]
		}
		return gate.Wants(tokens, len(listed) > 0 && listed[0].Span.Start < last) || first < headline.End
	})
}

// headlinese mends the trees of a headline.
func headlinese(t *parse.Text, headline dateline.Span) {
	for i := range t.Sentences {
		if s := &t.Sentences[i]; s.Tree && headline.Contains(s.Span) {
			s.Headlinese()
		}
	}
}

// firstWords is the first line of a text, at most 80 bytes of it.
func firstWords(text string) dateline.Span {
	end := min(len(text), 80)
	if k := strings.IndexByte(text[:end], '\n'); k > 0 {
		end = k
	}
	for end > 0 && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	return dateline.Span{End: end}
}

// outsideNames drops the towns that stand within the name of a listed armed group, and not at its end: 'the Moro Islamic Liberation Front' tells of
// no town of Moro.
func outsideNames(named []dateline.Toponym, listed []actor.Match) []dateline.Toponym {
	return slices.DeleteFunc(named, func(n dateline.Toponym) bool {
		return n.Place.Precision == dateline.Settlement && slices.ContainsFunc(listed, func(m actor.Match) bool {
			return armed(m) && m.Span.Contains(n.Span) && n.Span.End < m.Span.End
		})
	})
}

// mentions lists what others than extract recognise in a text: listed actors, places, times and
// numbers, in the order of the text, the longest first where they begin together. The capitals of a headline make no
// place of a common word.
func mentions(t *parse.Text, headline dateline.Span, listed []actor.Match, dates []dateline.Dated) []dateline.Mention {
	var out []dateline.Mention
	for _, m := range listed {
		out = append(out, dateline.Mention{Kind: dateline.Somebody, Span: m.Span, Armed: armed(m), Side: side(m)})
	}
	for i := range t.Sentences {
		s := &t.Sentences[i]
		here := within(&dates, s.Span)
		if s.Tree || t.Paragraphs[s.Paragraph].Row > 0 {
			out = append(out, sentenceMentions(t, i, here)...)
		}
	}
	taken := make(cover, len(t.Source))
	for _, m := range out {
		if m.Kind != dateline.SomeCount {
			taken.put(m.Span)
		}
	}
	families := familyNames(t)
	for _, n := range placeNames(t) {
		if words := n.In(t.Source); !taken.meets(n) && isPlace(words) && !(headline.Contains(n) && place.Common(words)) && !(families[strings.ToLower(words)] && !placed(t.Source, n)) {
			_, state := place.ISO(words)
			out = append(out, dateline.Mention{Kind: dateline.Somewhere, Span: n, State: state})
			taken.put(n)
		}
	}
	sort.SliceStable(out, func(a, b int) bool {
		x, y := out[a].Span, out[b].Span
		return x.Start < y.Start || x.Start == y.Start && x.End > y.End
	})
	return out
}

// familyNames are the last words of the names of persons whom a text names in full, in small letters: 'Pizarro' of a report on Carlos
// Pizarro is no town unless its words say so.
func familyNames(t *parse.Text) map[string]bool {
	out := map[string]bool{}
	for _, n := range t.Names {
		if n.Kind == parse.NamePerson {
			if w := strings.Fields(strings.ToLower(n.Span.In(t.Source))); len(w) > 1 {
				out[w[len(w)-1]] = true
			}
		}
	}
	return out
}

// placed reports whether the word before a name says that it is a place: 'in', 'near'.
func placed(text string, n dateline.Span) bool {
	before := strings.Fields(text[max(0, n.Start-12):n.Start])
	if len(before) == 0 {
		return true
	}
	switch strings.ToLower(before[len(before)-1]) {
	case "in", "at", "near", "outside", "around", "from", "to", "across", "inside", "towards", "toward":
		return true
	}
	return false
}

func sentenceMentions(t *parse.Text, i int, dates []dateline.Dated) []dateline.Mention {
	s := t.Sentences[i].Span
	var out []dateline.Mention
	var beside []date.Match
	for _, d := range dates {
		if d.Clock || aroundIt(t.Source, d.Span) {
			continue
		}
		out = append(out, dateline.Mention{Kind: dateline.SomeTime, Span: d.Span, Fixed: fixes(d), Event: d.Event})
		beside = append(beside, date.Match{Span: dateline.Span{Start: d.Span.Start - s.Start, End: d.Span.End - s.Start}})
	}
	for _, m := range count.FindBeside(s.In(t.Source), beside) {
		if m.Kind == count.Amount {
			out = append(out, mention(dateline.SomeCount, m.Span, s.Start))
		}
	}
	return out
}

func mention(k dateline.MentionKind, s dateline.Span, at int) dateline.Mention {
	return dateline.Mention{Kind: k, Span: dateline.Span{Start: s.Start + at, End: s.End + at}}
}

// cover says of each byte of a text whether a mention has it: a text may have a hundred thousand of them.
type cover []bool

func (c cover) put(s dateline.Span) {
	for i := s.Start; i < s.End; i++ {
		c[i] = true
	}
}

// meets reports whether a mention has a byte of s.
func (c cover) meets(s dateline.Span) bool { return slices.Contains(c[s.Start:s.End], true) }

// placeNames lists the spans that may name places: the names of the text, and single capitalised
// words inside a sentence that the tagger took for adjectives ('a Moscow concert hall').
func placeNames(t *parse.Text) []dateline.Span {
	var out []dateline.Span
	for _, n := range t.Names {
		out = append(out, n.Span)
	}
	for i := range t.Sentences {
		for k, tok := range t.Sentences[i].Tokens {
			if k > 0 && tok.Tag == "ADJ" && tok.Form[0] >= 'A' && tok.Form[0] <= 'Z' {
				out = append(out, tok.Span)
			}
		}
	}
	return out
}

// isPlace reports whether a name stands in the gazetteer. A country's adjective is none.
func isPlace(words string) bool {
	words = strings.TrimSuffix(strings.TrimSuffix(words, "'s"), "’s")
	if last := words[strings.LastIndexByte(words, ' ')+1:]; last != "" && words[0] >= 'A' && words[0] <= 'Z' && last[0] >= 'a' && last[0] <= 'z' {
		return false // 'U.S. air', before 'strikes'
	}
	if _, ok := place.Demonym(words); ok {
		_, ok = place.ISO(words)
		return ok
	}
	if len(place.Lookup(words)) > 0 {
		return true
	}
	r := place.Resolve(words, place.Context{})
	return r.Place != nil && r.Place.Precision != dateline.Unplaced
}

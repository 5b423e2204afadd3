package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
	"dateline/data"
	"dateline/internal/resolve/scene"
	"dateline/internal/resolve/storytime"
)

// ofJustice are the words by which an arrest, a charge or a trial tells its own place and day in the sentence that tells what somebody
// is accused of: 'Police in Nis arrested on Tuesday a man accused of killing two'. They say nothing of the deed. Nil for other
// statements.
func (st *stage) ofJustice(s *dateline.Statement) []dateline.Span {
	if f := s.Kind.Family(); f != dateline.Violence && f != dateline.HumanCost {
		return nil
	}
	var out []dateline.Span
	for _, c := range st.together(s.Quote) {
		if c.Kind.Family() != dateline.CounterMeasures || !accusedOf(c, s) {
			continue
		}
		for _, p := range c.Parts {
			if (p.Role == dateline.PlaceRole || p.Role == dateline.DateRole) && p.Inferred == "" && p.Span.End <= s.Trigger.Start {
				out = append(out, p.Span)
			}
		}
	}
	return out
}

// together are the statements of a sentence, by the sentence.
func (st *stage) together(sentence dateline.Span) []*dateline.Statement {
	if st.sentences == nil {
		st.sentences = map[dateline.Span][]*dateline.Statement{}
		for i := range st.out.Statements {
			s := &st.out.Statements[i]
			st.sentences[s.Quote] = append(st.sentences[s.Quote], s)
		}
	}
	return st.sentences[sentence]
}

// arrest is the words for those arrested and the statement that tells of it.
type arrest struct {
	who dateline.Span
	s   *dateline.Statement
}

// arrests are those that the report tells of, in the order of the text.
func (st *stage) arrests() []arrest {
	if st.arrested != nil {
		return st.arrested
	}
	st.arrested = []arrest{}
	for i := range st.out.Statements {
		if c := &st.out.Statements[i]; c.Kind == dateline.Arrest {
			for _, p := range c.PartsOf(dateline.Arrested) {
				st.arrested = append(st.arrested, arrest{p.Span, c})
			}
		}
	}
	slices.SortStableFunc(st.arrested, func(a, b arrest) int { return cmp.Compare(a.who.Start, b.who.Start) })
	return st.arrested
}

// accusedOf reports whether s is what somebody is accused of, or the counter-measure c is for.
func accusedOf(c, s *dateline.Statement) bool {
	return s.Stance == dateline.Blamed || s.Stance == dateline.Suspected ||
		slices.ContainsFunc(c.Parts, func(p dateline.Part) bool { return p.Role == dateline.Incidental && p.Span.Contains(s.Trigger) })
}

// policedBy reports whether an arrest, a charge or a trial is of the police or the courts of another country, which do their work at
// home: 'German police arrested two men. They were accused of'.
func (st *stage) policedBy(s *dateline.Statement, country string) bool {
	if s.Kind.Family() != dateline.CounterMeasures {
		return false
	}
	lands := st.lands(s)
	if a := st.arrestOf(s); len(lands) == 0 && a != nil {
		lands = st.lands(a)
		for _, p := range st.where[a.ID] {
			lands = append(lands, p.Country)
		}
	}
	return len(lands) > 0 && !slices.Contains(lands, country)
}

// lands are the countries of the bodies that took a measure or tell of it, where these work at home: 'Police in Belgium
// said that three were arrested'.
func (st *stage) lands(s *dateline.Statement) []string {
	var out []string
	for _, w := range append(spansOf(s.PartsOf(dateline.Authority)), speakersOf(s)...) {
		if !worksAtHome(strings.ToLower(w.In(st.text.Source))) {
			continue
		}
		out = append(out, st.acts[s.ID]...)
		for _, m := range st.report.Mentions {
			if m.Span.Overlaps(w) {
				out = append(out, m.Place.Country)
			}
		}
	}
	return out
}

// arrestOf is the statement that tells of the arrest of those whom s speaks of by a pronoun; nil if there is none.
func (st *stage) arrestOf(s *dateline.Statement) *dateline.Statement {
	all := st.arrests()
	for _, p := range s.PartsOf(dateline.Arrested) {
		k, _ := slices.BinarySearchFunc(all, p.Refers.End, func(a arrest, at int) int { return cmp.Compare(a.who.Start, at) })
		if k > 0 && all[k-1].who.Overlaps(p.Refers) && all[k-1].s != s {
			return all[k-1].s
		}
	}
	return nil
}

func spansOf(parts []dateline.Part) []dateline.Span {
	var out []dateline.Span
	for _, p := range parts {
		out = append(out, p.Span)
	}
	return out
}

func speakersOf(s *dateline.Statement) []dateline.Span {
	var out []dateline.Span
	for _, v := range s.Speaker {
		out = append(out, v.Span)
	}
	return out
}

// justice are parts of words for those who work in their own country.
var justice = data.Section("setting.txt", "justice")

// worksAtHome reports whether words are of a body that works in its own country.
func worksAtHome(words string) bool {
	for w := range justice {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// onlyCaught reports whether the report names a place only as that of an arrest or a trial for what the statement tells.
func (st *stage) onlyCaught(s *dateline.Statement, p dateline.Place) bool {
	by := st.ofJustice(s)
	return len(by) > 0 && !slices.ContainsFunc(st.report.Mentions, func(m scene.Mention) bool { return m.Place.ID == p.ID && !overlap(by, m.Span) })
}

// onlyCaught reports whether the report tells a day only as that of an arrest or a trial for what the statement tells.
func (c *clock) onlyCaught(s *dateline.Statement, d dateline.Date) bool {
	by := c.ofJustice(s)
	return len(by) > 0 && !slices.ContainsFunc(c.report.Expressions, func(x storytime.Expression) bool { return x.Date.EDTF == d.EDTF && !overlap(by, x.Span) })
}

func overlap(spans []dateline.Span, s dateline.Span) bool {
	return slices.ContainsFunc(spans, func(o dateline.Span) bool { return o.Overlaps(s) })
}

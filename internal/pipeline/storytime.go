package pipeline

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/extract"
	"dateline/internal/ingest"
	"dateline/internal/parse"
	"dateline/internal/resolve/date"
	"dateline/internal/resolve/storytime"
)

// clock gathers what package storytime looks at: the expressions of time of a text and what took place, by the
// numbers of the statements that tell it.
type clock struct {
	*stage
	report     storytime.Report
	statements []int // of report.Events, the indices in out.Statements

	told    map[string][]dateline.Date // by statement, what its words tell
	open    []int                      // the sentences that tell a day or month of a year that nothing fixes
	clauses map[int][]parse.Clause     // by sentence
	persons map[int][]string           // the last words of their names, by sentence
}

// mostTimes is how many expressions of time are looked at: what a list of thousands names is no story.
const mostTimes = 300

func newClock(st *stage) *clock {
	c := &clock{stage: st, report: storytime.Report{Published: st.out.Report.Published, Sentences: len(st.text.Sentences)},
		clauses: map[int][]parse.Clause{}, persons: map[int][]string{}}
	for _, n := range st.text.Names {
		if n.Kind == parse.NamePerson {
			c.persons[n.Sentence] = append(c.persons[n.Sentence], st.text.Sentences[n.Sentence].Tokens[n.Last].Form)
		}
	}
	parts := c.parts()
	wire := wireSpan(&st.out.Report)
	for _, d := range st.out.Dates {
		if d.Date != nil && !d.Clock && strings.HasPrefix(d.Date.EDTF, "XXXX") {
			c.open = append(c.open, c.sentence(d.Span.Start))
		}
		if d.Date == nil || d.Clock || !d.Date.Fixed() || aroundIt(st.text.Source, d.Span) || wire.Contains(d.Span) && d.Date.From == st.out.Report.Published.From || len(c.report.Expressions) == mostTimes {
			continue
		}
		if x, ok := c.expression(d); ok {
			if s := parts[d.Span]; s != nil {
				x.Part, x.Past = s.Kind, s.Background
			}
			c.report.Expressions = append(c.report.Expressions, x)
		}
	}
	c.remembered()
	if len(c.report.Expressions) > 0 {
		c.served()
		c.events()
	}
	return c
}

// wireSpan is the wire's dateline before its dash, whose day is that of publication and of nothing told: 'KABUL, June 13 - '. It is zero if
// there is none, and where it gives the year, as radio monitors did who told of the same day.
func wireSpan(r *dateline.Report) dateline.Span {
	wire, body := wirePlace(r), r.Headline().End
	at := strings.Index(r.Text[body:], wire)
	if _, dated := ingest.WireDate(r.Text[body:]); dated || wire == "" || at < 0 {
		return dateline.Span{}
	}
	head := r.Text[body+at : min(len(r.Text), body+at+datelineReach+len(wire))]
	end := len(head)
	for _, dash := range []string{"--", "—", "–", " - "} {
		if k := strings.Index(head, dash); k >= 0 {
			end = min(end, k)
		}
	}
	return dateline.Span{Start: body + at, End: body + at + end}
}

// aroundIt reports whether what is told is before or after a time and not at it: 'the post-9/11 wars'.
func aroundIt(text string, time dateline.Span) bool {
	before := strings.ToLower(text[max(0, time.Start-len("post-")):time.Start])
	return strings.HasSuffix(before, "post-") || strings.HasSuffix(before, "pre-")
}

// parts are the statements by the spans of their dates.
func (c *clock) parts() map[dateline.Span]*dateline.Statement {
	out := map[dateline.Span]*dateline.Statement{}
	for i := range c.out.Statements {
		s := &c.out.Statements[i]
		for _, p := range s.PartsOf(dateline.DateRole) {
			if out[p.Span] == nil {
				out[p.Span] = s
			}
		}
	}
	return out
}

// expression is an expression of time with the words beside it; false where it stands in no sentence.
func (c *clock) expression(d dateline.Dated) (storytime.Expression, bool) {
	s, k := c.token(d.Span.Start)
	if s == nil {
		return storytime.Expression{}, false
	}
	end := k
	for end < len(s.Tokens) && s.Tokens[end].Span.Start < d.Span.End {
		end++
	}
	x := storytime.Expression{Span: d.Span, Sentence: c.sentence(d.Span.Start), Date: *d.Date, Head: -1, Length: len(s.Tokens),
		Words: strings.ToLower(d.Span.In(c.text.Source)), Before: plainAt(s, k-1), After: plainAt(s, end),
		Aside: c.text.Paragraphs[s.Paragraph].Kind != parse.Body}
	if s.Tree {
		governed(s, k, end, &x)
	}
	x.Standing = c.standing(x.Sentence, k)
	return x, true
}

// standing is how token k of a sentence stands in it.
func (c *clock) standing(sentence, k int) storytime.Standing {
	s := &c.text.Sentences[sentence]
	out := storytime.Standing{Paragraph: s.Paragraph, Names: c.persons[sentence]}
	if !s.Tree {
		return out
	}
	all, ok := c.clauses[sentence]
	if !ok {
		all = c.text.Clauses(sentence)
		c.clauses[sentence] = all
	}
	for i := clauseOver(s, all, k); i >= 0 && len(out.Clauses) < 8; i = all[i].Parent {
		x := &all[i]
		t := &s.Tokens[x.Head]
		y := storytime.Clause{Head: t.Span.Start, Lemma: t.Lemma, Tense: string(x.Tense), Marker: x.Marker, Link: x.Link,
			Nominal: x.Form == parse.NominalClause, Back: x.Background}
		if y.Marker == "" && y.Nominal {
			y.Marker = preposition(s, x.Head)
		}
		out.Clauses = append(out.Clauses, y)
	}
	return out
}

// clauseOver is the index of the clause whose predicate is token k or the next one that it hangs on, -1 for none.
func clauseOver(s *parse.Sentence, all []parse.Clause, k int) int {
	for n := 0; n < 12 && k >= 0; n++ {
		for i := range all {
			if all[i].Head == k {
				return i
			}
		}
		if s.Tokens[k].Head == k {
			break
		}
		k = s.Tokens[k].Head
	}
	return -1
}

// preposition is the one that token k has, in small letters; "" for none.
func preposition(s *parse.Sentence, k int) string {
	for i := max(0, k-8); i < k; i++ {
		if s.Tokens[i].Head == k && s.Tokens[i].Rel == "case" {
			return strings.ToLower(s.Tokens[i].Form)
		}
	}
	return ""
}

// plainAt is the word of a token in small letters, 'name' for that of a name.
func plainAt(s *parse.Sentence, k int) string {
	if k >= 0 && k < len(s.Tokens) && s.Tokens[k].Tag == "PROPN" {
		return "name"
	}
	return formAt(s, k)
}

// governed notes the verb and the noun that tokens k to end hang on.
func governed(s *parse.Sentence, k, end int, x *storytime.Expression) {
	first := k
	for k < end-1 && s.Tokens[k].Head >= k && s.Tokens[k].Head < end {
		k = s.Tokens[k].Head
	}
	for n := 0; n < 6; n++ {
		h := s.Tokens[k].Head
		if h < 0 || h == k {
			return
		}
		switch t := &s.Tokens[h]; {
		case h >= first && h < end:
		case t.Tag == "VERB":
			x.Verb, x.Telling = t.Lemma, x.Telling || extract.Tells(s, h)
			if x.Head < 0 {
				x.Head = t.Span.Start
			}
			return
		case t.Tag == "NOUN" && x.Noun == "":
			x.Noun, x.Head, x.Telling = t.Lemma, t.Span.Start, extract.Tells(s, h)
		}
		k = h
	}
}

// events adds what took place.
func (c *clock) events() {
	c.told = map[string][]dateline.Date{}
	at := map[string][]string{}
	for _, r := range c.out.Resolutions {
		if r.Place != nil && r.Part >= 0 && r.Place.Inferred == "" && r.Place.ID != "" && r.Place.Precision != dateline.Country {
			at[r.Statement] = append(at[r.Statement], r.Place.ID)
		}
		if r.Date != nil && r.Part >= 0 {
			c.told[r.Statement] = append(c.told[r.Statement], *r.Date)
		}
	}
	for i := range c.out.Statements {
		s := &c.out.Statements[i]
		if !takesPlace(s) {
			continue
		}
		e := storytime.Event{At: s.Trigger.Start, Sentence: c.sentence(s.Trigger.Start), Kind: s.Kind, Background: s.Background,
			Told: c.told[s.ID], First: c.told[s.Refers], Of: -1, Places: at[s.ID]}
		if sentence, k := c.token(s.Trigger.Start); sentence != nil {
			e.Lemma = sentence.Tokens[k].Lemma
			e.Standing = c.standing(e.Sentence, k)
		}
		c.statements = append(c.statements, i)
		c.report.Events = append(c.report.Events, e)
	}
	for i, e := range c.statements {
		if of := c.out.Statements[e].Refers; of != "" {
			c.report.Events[i].Of = slices.IndexFunc(c.statements, func(k int) bool { return c.out.Statements[k].ID == of })
		}
	}
	c.headlined()
}

// headlined has what the headline tells point to what the text below first tells of the same kind.
func (c *clock) headlined() {
	head, es := c.out.Report.Headline().End, c.report.Events
	for i := range es {
		e := &es[i]
		if e.At >= head {
			return
		}
		k := slices.IndexFunc(es, func(o storytime.Event) bool { return o.At >= head && o.Kind == e.Kind && !o.Background })
		if len(e.First) == 0 && k >= 0 && es[k].Sentence-e.Sentence <= belowHeadline {
			e.First = es[k].Told
		}
	}
}

// belowHeadline is how many sentences below the headline tell what it tells.
const belowHeadline = 4

// openNearer reports whether a day of a year that nothing fixes is told nearer to an event's sentence than the expression that would be
// lent: then it is of another year.
func (c *clock) openNearer(event, lent int) bool {
	return slices.ContainsFunc(c.open, func(i int) bool { return max(event-i, i-event) < max(event-lent, lent-event) })
}

// olderBeside reports whether s is a past deed beside another one that its sentence sets before d: 'banned the group in 2013, after an
// attack on a prison' tells no attack of the day of the news.
func (c *clock) olderBeside(s *dateline.Statement, d dateline.Date) bool {
	return s.Background && d.Fixed() && slices.ContainsFunc(c.together(s.Quote), func(o *dateline.Statement) bool {
		return o.Background && o.ID != s.ID && slices.ContainsFunc(c.told[o.ID], func(t dateline.Date) bool { return t.Fixed() && t.To < d.From })
	})
}

// ofGroup reports whether statements of the kind tell when a group began, parted or was listed, and no deed.
func ofGroup(k dateline.Kind) bool {
	switch k {
	case dateline.Founding, dateline.Split, dateline.Merger, dateline.Designation:
		return true
	}
	return false
}

// nowhen holds the statements whose own words tell a day that no calendar has ('the 45th of May'): no other is put in its place.
func (c *clock) nowhen() map[string]bool {
	var out map[string]bool
	for _, r := range c.out.Resolutions {
		if r.Date == nil && r.Part >= 0 && strings.HasPrefix(r.Why, date.NoSuch) {
			if out == nil {
				out = map[string]bool{}
			}
			out[r.Statement] = true
		}
	}
	return out
}

// lend gives the statements the times that package storytime finds for them.
func (c *clock) lend() {
	lent, nowhen := map[string]dateline.Resolution{}, c.nowhen()
	for _, a := range storytime.When(c.report) {
		s, x := &c.out.Statements[c.statements[a.Event]], c.report.Expressions[a.Expression]
		d := upTo(x.Date, c.out.Report.Published)
		if c.lasting[s.ID] || c.massive(s) || nowhen[s.ID] || c.onlyCaught(s, x.Date) || c.openNearer(c.report.Events[a.Event].Sentence, x.Sentence) || c.olderBeside(s, d) || ofGroup(x.Part) || extract.Condemns(x.Verb) {
			continue
		}
		lent[s.ID] = dateline.Resolution{Statement: s.ID, Part: len(s.Parts), State: dateline.Known, Date: &d, Score: a.Chance, Why: a.Why}
		s.Parts = append(slices.Clip(s.Parts), dateline.Part{Role: dateline.DateRole, Span: x.Span, Inferred: dateline.Elsewhere + a.Why})
	}
	c.out.Resolutions = withLent(c.out, lent)
}

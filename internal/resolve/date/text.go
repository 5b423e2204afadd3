package date

import (
	"sync"

	"dateline"
)

// found is a time expression among the tokens of a sentence: from token i to before token end.
type found struct {
	expr   expr
	i, end int
}

// find returns the time expressions of p's sentence, in order, none overlapping.
func (p *parser) find() []found {
	var out []found
	for i := 0; i < len(p.toks); {
		if p.toks[i].class&cStarts == 0 {
			i++
			continue
		}
		e, end := p.date(i)
		if e == nil {
			e, end = p.hourAlone(i)
		}
		if e == nil || !p.plausible(i, end) {
			i++
			continue
		}
		out = append(out, found{e, i, end})
		p.last, i = end, end
	}
	return out
}

func (p *parser) span(f found) dateline.Span {
	return dateline.Span{Start: p.toks[f.i].Start, End: p.toks[f.end-1].End}
}

// Read returns every time expression in the sentences of a text, in the order of the text, and what
// each means there. Tense is that of the clause that it stands in, as the words around it tell. What
// points back ('the next day', 'two days after the attack') counts from the latest date told before it that
// is fine enough, or that is told with such an event. A day or a month without a year is, right behind one
// that has it, of the same story. An expression that is understood and cannot be fixed has no Date, and a
// Why. Published may be zero. Sentences are in the order of the text; spans are of the text.
//
// A page may be written on after the day that it is dated: where it tells a day soon after that in full, or what was said on a weekday
// that would be six days before it, its weekdays are read up to then.
//
// A night goes on after midnight: 'Friday night', 'about 2:20 a.m.' is Saturday, and 'overnight' the one of its days that the hour is of.
func Read(text string, sentences []dateline.Span, published dateline.Date) []dateline.Dated {
	s := story{published: published}
	out := s.tell(text, sentences)
	if until := s.goesOn(); until > 0 {
		s = story{published: published, until: until}
		out = s.tell(text, sentences)
	}
	smallHours(text, sentences, out, published)
	return out
}

// tell reads a text from its beginning.
func (s *story) tell(text string, sentences []dateline.Span) []dateline.Dated {
	var out []dateline.Dated
	p := parsers.Get().(*parser)
	used := []*parser{p}
	for n, span := range sentences {
		if !mayTell(span.In(text)) {
			continue
		}
		if s.remembers(p) {
			p = parsers.Get().(*parser)
			used = append(used, p)
		}
		p.cut(span.In(text))
		for _, f := range p.find() {
			d, ok := s.read(p, f, n)
			if !ok {
				continue
			}
			d.Span = p.span(f)
			d.Span.Start += span.Start
			d.Span.End += span.Start
			out = append(out, d)
		}
	}
	for _, p := range used {
		parsers.Put(p)
	}
	return out
}

// parsers are strict ones, kept for their room.
var parsers = sync.Pool{New: func() any { return &parser{strict: true} }}

// story is what the text has told of time so far.
type story struct {
	published dateline.Date
	told      []dateline.Date
	events    []toldIn // beside told
	full      partial  // the latest day or month told with its year
	fullIn    int      // the sentence that told it
	until     day      // see Context
	later     day      // the latest day told in full that lies soon after publication
	today     bool     // a weekday is told that is the day of publication
	saidLater bool     // something was said on the weekday that would be six days before it
	year      int      // the latest year told alone, its sentence and the token behind it
	yearIn    int
	yearEnd   int
}

// remembers reports whether the date told last was told in p's sentence.
func (s *story) remembers(p *parser) bool {
	return len(s.events) > 0 && s.events[len(s.events)-1].p == p
}

// toldIn is where a date was told.
type toldIn struct {
	p        *parser
	sentence int
	i, end   int // its first token, and the one behind it
}

// eventsBack is how many of the dates told before are looked at for an event.
const eventsBack = 40

// read says what one expression of sentence n means and remembers it for those that point back. It is false
// for hours of a day that nothing tells.
func (s *story) read(p *parser, f found, n int) (dateline.Dated, bool) {
	ctx := Context{Published: s.published, Tense: p.tense(f), Previous: s.told, heard: true, until: s.until}
	if !s.full.isZero() && n-s.fullIn <= 1 {
		ctx.story, ctx.near = s.full, n == s.fullIn
	}
	if s.year > 0 && s.yearIn == n && f.i-s.yearEnd <= 4 && p.any(s.yearEnd, ",") {
		ctx.story, ctx.near = partial{s.year, 0, 0}, true // 'In 2016, on the night of 14 July'
	}
	hours := isClock(f.expr)
	if hours && (len(s.events) == 0 || n-s.events[len(s.events)-1].sentence > 1) {
		return dateline.Dated{}, false
	}
	if e, base, ok := s.sinceEvent(p, f, n); ok {
		r := resolved(e, Context{Published: s.published, Tense: Past, Event: base})
		if r.Date != nil {
			r.Why = join(r.Why, "the day of what it counts from")
		}
		return dateline.Dated{State: r.State, Date: r.Date, Why: r.Why, Score: r.Score, Event: r.Date != nil}, true
	}
	if event, generic := p.eventOf(f); event != "" {
		at, found := s.toldWith(event)
		switch {
		case found:
			ctx.Event = at
		case !generic:
			ctx.Previous = nil
		}
	}
	r := resolved(f.expr, ctx)
	if e, ok := f.expr.(offset); ok && e.back && e.after && ctx.Tense != Future && r.Date != nil && r.Date.From > s.published.To && s.published.To != "" {
		r = dateline.Resolution{State: dateline.Unknown, Why: "it would lie after the day of publication"}
	}
	if hours && r.Date == nil {
		return dateline.Dated{}, false
	}
	if r.Date != nil && ctx.Tense != Future {
		s.heed(p, f, *r.Date)
	}
	if r.Date != nil && r.Date.Fixed() && !hours {
		s.told, s.events = append(s.told, *r.Date), append(s.events, toldIn{p, n, f.i, f.end})
		if c, ok := f.expr.(calendar); ok && c.year > 0 && c.month > 0 && !c.short {
			s.full, s.fullIn = c.partial, n
		} else if ok && c.year > 0 && !c.short {
			s.year, s.yearIn, s.yearEnd = c.year, n, f.end
		}
	}
	return dateline.Dated{State: r.State, Date: r.Date, Why: r.Why, Score: r.Score, Clock: hours}, true
}

// soon is how many days after its publication a page may be written on.
const soon = 2

// heed notes what a day that is told as past says of how long its page was written on.
func (s *story) heed(p *parser, f found, d dateline.Date) {
	now, at := parseDay(s.published.To), parseDay(d.From)
	if now == noDay || d.From != d.To || s.published.From != s.published.To {
		return
	}
	switch e := plainDay(f.expr).(type) {
	case calendar:
		if e.year > 0 && at > now && at <= now+soon {
			s.later = max(s.later, at)
		}
	case weekday:
		s.today = s.today || at == now
		on := f.i - 1
		if p.any(on, "on", "early", "late") {
			on--
		}
		if at == now-6 && e.rel == relAuto && (p.any(on, "said") || p.any(on, "of") && p.any(on-1, "as")) {
			s.saidLater = true
		}
	}
}

// plainDay is a day without the part of it that the words tell.
func plainDay(e expr) expr {
	if p, ok := e.(part); ok {
		return p.of
	}
	return e
}

// goesOn is the day up to which the page goes on after that of its publication, 0 if nothing shows that it does.
func (s *story) goesOn() day {
	if s.later == 0 && s.saidLater && s.today {
		return parseDay(s.published.To) + 1
	}
	return s.later
}

// toldWith returns the latest date that was told in a sentence with a word that begins like event.
func (s *story) toldWith(event string) (dateline.Date, bool) {
	stem := event[:min(len(event), 5)]
	for k := len(s.told) - 1; k >= max(len(s.told)-eventsBack, 0); k-- {
		at := s.events[k]
		for _, t := range at.p.toks[max(at.i-2*reach, 0):min(at.i+2*reach, len(at.p.toks))] {
			if len(t.Word) >= len(stem) && t.Word[:len(stem)] == stem {
				return s.told[k], true
			}
		}
	}
	return dateline.Date{}, false
}

// eventOf returns the noun of the event that f counts from, ” if it names none, and whether it is violence,
// which every date of a report may tell.
func (p *parser) eventOf(f found) (noun string, generic bool) {
	switch e := f.expr.(type) {
	case offset:
		if !e.back {
			return "", false
		}
	case period:
		if !e.rel.back() {
			return "", false
		}
	case inside:
		if !e.of || e.from != nil {
			return "", false
		}
	default:
		return "", false
	}
	last := p.toks[f.end-1]
	if last.class&cEvent == 0 {
		return "", false
	}
	return last.Word, last.class&cViolent != 0
}

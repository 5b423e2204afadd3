// Package date knows what English says about time: it finds the words in a sentence and turns them
// into an interval of days.
//
// A phrase is cut into tokens (numeral), read into an expression (grammar.go and the files after
// it: absolute.go, relative.go), and the expression is resolved against a Context: a calendar date
// (calendar.go), a weekday (week.go), a unit of the calendar (period.go), a distance (offset.go), a
// piece of a period (part.go, nthday.go), a stretch (span.go, inside.go), a feast (holiday.go) or a month
// of another calendar (moon.go). The words are data, in data/lexicon/times.txt and hijri.txt.
//
// Resolve reads one phrase, Find the phrases of a sentence, Read those of a text: with the tense of their
// clauses (tense.go), what points back, and what is told of one story (text.go).
//
// What it promises: a date is as wide as the words ('in March' is a month); nothing is filled in
// from the day of publication without the Anchor and the Why saying so; what cannot be known
// (a weekday with no day of publication, the 31st of February, 'two days after the coup' where no
// coup was told) is Unknown, with the reason. Conventions, where English has none:
//
//   - A month or day without a year is the latest up to publication (one day of grace for time
//     zones); in the future tense the first from publication on. 'Last July' is the latest before
//     the month of publication, 'next July' the first after it.
//   - A weekday is the latest up to and with the day of publication; 'last Tuesday' the latest
//     before it; 'this Tuesday' that of the week, Monday to Sunday; 'next Tuesday' the first after.
//   - Early, mid and late are January-April, May-August, September-December of a year; days 1-10,
//     11-20, 21-end of a month; the years 0-3, 4-6, 7-9 of a decade; thirds of anything else.
//   - Counted distances in days are exact; in weeks within three days; in months and years the
//     month or year, marked '~'. '~' does not widen From and To.
//   - 'Recent' and bare plurals ('months ago') have fixed widths (offset.go), marked '~'.
//   - A day in figures that may be read two ways ('03/04/2024') is both, and Ambiguous.
//   - Last night is the evening before publication; overnight covers both days. Where an hour of the night is told behind, see Read.
//   - 'Hours later' is the day told before and the next; 'within 48 hours' that day and the two after.
//   - In Read, a month or day without a year, right behind one that has it, is of the same story: the first
//     from that day on. In the next sentence it is not where, read by publication, it is news: of the
//     last 45 days. What points back counts from the latest date told that is fine enough; 'after the
//     coup' from one told in a sentence that speaks of it.
//   - The Hijri calendar is that of Umm al-Qura, marked '~': elsewhere a month may begin a day before or
//     after. The Persian and the Hebrew calendar, and both Easters, are reckoned exactly; Hindu and
//     Chinese feasts are not reckoned.
package date

import (
	"dateline"
)

// Tense is that of the clause that the words stand in.
type Tense string

// The tenses. None is 'not known', and is read as Past, which news is.
const (
	None    Tense = ""
	Past    Tense = "past"
	Present Tense = "present"
	Future  Tense = "future"
)

// Context is what the words themselves do not say. The zero Context knows nothing.
type Context struct {
	Published dateline.Date // of the report
	Tense     Tense
	Previous  []dateline.Date // fixed earlier in the text, latest last
	Event     dateline.Date   // of the event spoken of; before Previous for 'two days later'

	story partial // see when
	near  bool
	heard bool // Tense is that of words nearby, and may be another clause's
	until day  // the day up to which a page goes on after that of its publication; 0 if it does not
}

// Match is a time expression in a text. A preposition that only places it ('in', 'on', 'at') is
// not in Span; one that changes it ('since', 'between', 'around') is.
type Match struct {
	Span dateline.Span
}

// Resolve says what words mean: a phrase that Find found, with or without a preposition, or words
// that hold one. The Resolution has a Date, or the State Unknown and a Why; a date that can be
// read two ways has the State Ambiguous. The rest of the Resolution is the caller's to fill.
func Resolve(words string, ctx Context) dateline.Resolution {
	e, ok := read(words)
	if !ok {
		return dateline.Resolution{State: dateline.Unknown, Why: "no date is read in these words"}
	}
	return resolved(e, ctx)
}

// resolved says what an expression means.
func resolved(e expr, ctx Context) dateline.Resolution {
	r := ctx.resolve(e).bounded()
	if !r.ok() {
		return dateline.Resolution{State: dateline.Unknown, Why: r.bad}
	}
	d := r.date()
	res := dateline.Resolution{State: dateline.Known, Date: &d, Score: r.score, Why: r.why}
	if r.rivals {
		res.State = dateline.Ambiguous
	}
	return res
}

// resolve reads e at the day of publication. Where that is known only as an interval, it counts
// only if it makes no difference.
func (c Context) resolve(e expr) reading {
	from, to := parseDay(c.Published.From), parseDay(c.Published.To)
	if from == noDay || to == noDay {
		return e.resolve(c.at(noDay))
	}
	r := e.resolve(c.at(to))
	if from == to || !r.ok() {
		return r
	}
	if first := e.resolve(c.at(from)); first.edtf() != r.edtf() {
		return e.resolve(c.at(noDay))
	}
	return r
}

// read turns a phrase into an expression: the whole of it, or the longest date in it.
func read(words string) (expr, bool) {
	p := newParser(words, false)
	start, end := 0, len(p.toks)
	for end > start && p.toks[end-1].class&cStarts == 0 && !p.toks[end-1].IsWord() && p.toks[end-1].Digits == "" {
		end--
	}
	for ; start < end; start++ {
		if e, n := p.date(start); e != nil && n == end {
			return e, true
		}
		if !p.trimmed(start) {
			break
		}
	}
	return p.longest()
}

// trimmed reports whether token i only leads up to a date.
func (p *parser) trimmed(i int) bool {
	switch p.word(i) {
	case "in", "on", "at", "during", "of", "over", "throughout", ",", "(", "\"", "“", "[":
		return true
	}
	return false
}

func (p *parser) longest() (expr, bool) {
	var best expr
	size := 0
	for i := 0; i < len(p.toks); i++ {
		if p.toks[i].class&cStarts == 0 {
			continue
		}
		if e, n := p.date(i); e != nil && n-i > size {
			best, size = e, n-i
		}
	}
	return best, best != nil
}

// Find returns the time expressions of a sentence in the order of the text: the longest at each
// place, none overlapping. It takes time linear in the length of text. Clock times and durations
// are no dates; a bare month, year or weekday needs something beside it that says it is one.
func Find(text string) []Match {
	p := parsers.Get().(*parser)
	defer parsers.Put(p)
	p.cut(text)
	var out []Match
	for _, f := range p.find() {
		if !isClock(f.expr) {
			out = append(out, Match{p.span(f)})
		}
	}
	return out
}

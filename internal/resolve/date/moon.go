package date

import (
	"fmt"

	"dateline"
)

// moonName is the name of a month of the Hijri or the Persian calendar.
type moonName struct {
	words   []string
	month   int
	persian bool
	alone   bool // needs no day and no year beside it
}

// moon is a month or a day of the Hijri or the Persian calendar: 'Ramadan', '14 Muharram 1445',
// 'Ramadan 2019', '22 Bahman 1357'.
type moon struct {
	month, day int // a month of 0 is the whole year
	year       int // of its own calendar; 0 if not said
	persian    bool
	of         expr // the year of ours; nil if not said
	rel        rel
}

// The years in which the two calendars are read.
const (
	firstHijri, lastHijri     = 1200, 1600
	firstPersian, lastPersian = 1200, 1600
)

const moonWhy = "by the calendar of Umm al-Qura; a day more or less elsewhere"

func (e moon) resolve(w when) reading {
	switch {
	case e.year > 0:
		return e.in(e.year)
	case e.of != nil:
		return e.inOurs(w)
	case w.now == noDay:
		return unresolved("the year of that month is not said, and " + noPublished)
	}
	return e.near(w)
}

// in is e in a year of its own calendar.
func (e moon) in(year int) reading {
	first, last := e.bounds(year)
	if e.day > 0 {
		if first+day(e.day) > last+1 {
			return unresolved(fmt.Sprintf("that month of %d has no day %d", year, e.day))
		}
		first += day(e.day - 1)
		last = first
	}
	r := days(first, last)
	if !e.persian {
		r.approx = true
		return r.by(dateline.AnchorText, 0.8, moonWhy)
	}
	return r
}

func (e moon) bounds(year int) (first, last day) {
	months := hijriMonth
	if e.persian {
		months = persianMonth
	}
	if e.month == 0 {
		first, _ = months(year, 1)
		_, last = months(year, 12)
		return first, last
	}
	return months(year, e.month)
}

// own is the year of e's calendar that d lies in.
func (e moon) own(d day) int {
	if !e.persian {
		return hijriYearOf(d)
	}
	year := d.partial().year - 621
	if d < newPersianYear(year) {
		year--
	}
	return year
}

// inOurs is e in a year of our calendar: where it begins twice in it, the first time.
func (e moon) inOurs(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() || r.lo.year == 0 || r.lo.year != r.hi.year {
		return unresolved("the year of that month is not known")
	}
	start := dayOf(r.lo.year, 1, 1)
	for year := e.own(start); year <= e.own(start)+1; year++ {
		got := e.in(year)
		if got.ok() && got.from() >= start {
			return got.by(r.anchor, r.score, r.why)
		}
	}
	return unresolved("that month does not begin in that year")
}

// near picks the year by the day of publication, as calendar does.
func (e moon) near(w when) reading {
	year := e.own(w.now)
	got := e.in(year)
	why := "latest up to publication"
	switch {
	case !got.ok():
		return got
	case w.tense == Future || e.rel == relNext:
		why = "first from publication on"
		if got.from() < w.now {
			got = e.in(year + 1)
		}
	case got.from() > w.now || e.rel == relLast && got.to() >= w.now:
		got = e.in(year - 1)
	}
	if !got.ok() {
		return got
	}
	return got.by(dateline.AnchorPublished, 0.8, why)
}

// moonDate reads '14 Muharram 1445', 'Ramadan 2019', '22 Bahman 1357', '1435 AH'.
func (p *parser) moonDate(i int) (expr, int) {
	if y := p.number(i, 4, 4); y >= firstHijri && y < lastHijri && p.any(i+1, "ah") {
		return moon{year: y}, i + 2
	}
	j := p.skip(i, "the")
	d, ordinal, j := p.dayNumber(j)
	if d > 0 && ordinal {
		j = p.skip(j, "of")
	}
	name, n := p.moonAt(j)
	if n == j || d == 0 && j > i {
		return nil, 0
	}
	e := moon{month: name.month, day: d, persian: name.persian}
	if d == 0 {
		if d, _, k := p.dayNumber(n); d > 0 && d < 31 && p.number(p.skip(k, ","), 4, 4) > 0 {
			e.day, n = d, k
		}
	}
	e, n = p.moonYear(e, n)
	switch {
	case e.year > 0 || e.of != nil && (name.alone || e.day > 0):
	case name.alone && !p.surname(j, n):
	case e.day > 0 && !p.toksAt(n).Cap:
	default:
		return nil, 0
	}
	return e, n
}

// moonAt returns the month whose name starts at token i.
func (p *parser) moonAt(i int) (moonName, int) {
	if !p.is(i, cMoon) || p.strict && !p.toks[i].Cap {
		return moonName{}, i
	}
	for _, name := range lex().moons[p.word(i)] {
		if p.spells(i, name.words) {
			return name, i + len(name.words)
		}
	}
	return moonName{}, i
}

// moonYear reads the year behind a month, its own or one of ours.
func (p *parser) moonYear(e moon, n int) (moon, int) {
	k := p.skip(n, ",", "of", "in")
	y := p.number(k, 4, 4)
	first, last := firstHijri, lastHijri
	if e.persian {
		first, last = firstPersian, lastPersian
	}
	switch {
	case y >= first && y < last:
		e.year, n = y, p.skip(k+1, "ah", "h", "sh", "ap")
	case y >= 1700 && y < 2100 && !e.persian:
		e.of, n = calendar{partial: partial{y, 0, 0}}, k+1
	}
	return e, n
}

// surname reports whether the name from token i to before n stands among other names: 'Tariq Ramadan'.
func (p *parser) surname(i, n int) bool {
	return p.strict && !p.caps && (i > 1 && p.toks[i-1].Cap && p.toks[i-1].IsWord() && p.toks[i-1].class&cStarts == 0 || p.toksAt(n).Cap && p.toksAt(n).class&cStarts == 0)
}

// eve is the day before a feast, a month or a day: 'the eve of Ramadan'.
type eve struct{ of expr }

func (e eve) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() {
		return r
	}
	if r.from() == noDay {
		return unresolved("the day whose eve it is is not known")
	}
	d := days(r.from()-1, r.from()-1).by(r.anchor, r.score, r.why)
	d.approx = r.approx
	return d
}

// eveOf reads 'the eve of Ramadan', 'the eve of Christmas'.
func (p *parser) eveOf(i int) (expr, int) {
	j := p.skip(i, "the")
	if !p.any(j, "eve") || p.word(j+1) != "of" {
		return nil, 0
	}
	k := j + 2
	if ev := p.eventNoun(k); ev > 0 && p.any(ev, "of", "on") {
		k = ev + 1 // 'the eve of the vote of 12 March'
	}
	e, n := p.point(k)
	switch e.(type) {
	case holiday, moon:
		return eve{e}, n
	}
	if e != nil && isDay(e) {
		return eve{e}, n
	}
	return nil, 0
}

package date

// nthWeekday reads 'the second Friday of January', 'the last Sunday in May 2019'.
func (p *parser) nthWeekday(i int) (expr, int) {
	j := p.skip(i, "the")
	n, used := p.ordinal(j)
	j += used
	if used == 0 || n > 5 || !p.is(j, cWeekday) || !p.any(j+1, "of", "in") {
		return nil, 0
	}
	of, end := p.point(j + 2)
	if of == nil {
		return nil, 0
	}
	return nthDay{n, p.toks[j].value, of}, end
}

// nthDay is the n-th weekday of a month; a negative n counts from its end.
type nthDay struct {
	n, weekday int
	of         expr
}

func (e nthDay) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() {
		return r
	}
	from, to := r.from(), r.to()
	if from == noDay || to == noDay || to-from > 31 {
		return unresolved("the month of that day is not known")
	}
	d := from + day((e.weekday-from.weekday()+7)%7+7*(e.n-1))
	if e.n < 0 {
		d = weekday{number: e.weekday}.upTo(to)
	}
	if d > to {
		return unresolved("the month has no such day")
	}
	return days(d, d).by(r.anchor, r.score, r.why)
}

// quarterAlone reads 'in the second quarter', of the year that publication tells.
func (p *parser) quarterAlone(i int) (expr, int) {
	j := p.skip(i, "the")
	n, used := p.ordinal(j)
	if j == i || used == 0 || n < 1 || n > 4 || p.toksAt(j+used).unit != quarter || p.any(j+used+1, "of", "in") || !p.any(i-1, "in", "during", "since") {
		return nil, 0
	}
	return nth{n: n, size: 1, unit: quarter, of: yearWith{3*n - 2}}, j + used + 1
}

// yearWith is the latest year whose month has begun by publication; the first from then on, of what is to
// come.
type yearWith struct{ month int }

func (e yearWith) resolve(w when) reading {
	r := calendar{partial: partial{0, e.month, 0}}.resolve(w)
	if !r.ok() || r.lo.year == 0 {
		return unresolved(noPublished)
	}
	r.lo.month, r.hi.month = 0, 0
	return r
}

// dayAlone reads 'on the 4th', where nothing follows that it could count.
func (p *parser) dayAlone(i int) (expr, int) {
	if p.word(i) != "the" || p.word(i-1) != "on" {
		return nil, 0
	}
	d, ordinal, n := p.dayNumber(i + 1)
	if d == 0 || !ordinal || d > 31 || p.toksAt(n).IsWord() || p.toksAt(n).Digits != "" || p.any(n, "-", "/", "'s") {
		return nil, 0
	}
	return dayOfStory{d}, n
}

// dayOfStory is a day of the month that the story told last, or of the next one; else the latest such day
// up to publication.
type dayOfStory struct{ day int }

func (e dayOfStory) resolve(w when) reading {
	ref := w.refAs(month)
	at, anchor, why := ref.lo, w.refAnchor(), w.pointsBack()
	if !ref.ok() || at.month == 0 || at.year == 0 {
		if w.now == noDay {
			return unresolved("the month is not known")
		}
		at, anchor, why = w.now.partial(), "published", "latest up to publication"
		if e.day > at.day {
			at = partial{at.year, at.month, 0}.addMonths(-1)
		}
	} else if e.day < at.day {
		at = partial{at.year, at.month, 0}.addMonths(1)
	}
	p := partial{at.year, at.month, e.day}
	if !p.exists() {
		return unresolved("that month has no such day")
	}
	return exact(p).by(anchor, 0.7, why)
}

// runUp reads 'the year to June 2023', 'the 12 months to March', 'the week to 3 May'.
func (p *parser) runUp(i int) (expr, int) {
	if p.word(i) != "the" {
		return nil, 0
	}
	n, j := p.amount(i + 1)
	if j == i+1 {
		n = amount{lo: 1, hi: 1}
	}
	u := p.toksAt(j)
	if u.class&cUnit == 0 || u.unit == minutes || u.unit == hours || n.half || n.vague || n.hi > 1000 || !p.any(j+1, "to", "ending", "ended") {
		return nil, 0
	}
	k := p.skip(j+2, "in", "on")
	strict := p.strict
	p.strict = strict && !(p.is(k, cMonth) && p.toks[k].Cap) // 'March' is the month here
	to, end := p.point(k)
	p.strict = strict
	if c, ok := to.(calendar); !ok || c.day == 0 && c.month == 0 || u.unit == week && p.any(j+1, "ending", "ended") {
		return nil, 0
	}
	return lead{n.hi, u.unit, to}, end
}

// lead is so many units that end with a date.
type lead struct {
	n    int
	unit unit
	to   expr
}

func (e lead) resolve(w when) reading {
	r := e.to.resolve(w)
	if !r.ok() || r.lo != r.hi || r.hi.year == 0 || !within(r.hi, e.unit, -e.n) {
		return unresolved("the date that it leads up to is not known")
	}
	lo := move(r.hi, e.unit, -e.n)
	if lo.day > 0 {
		lo = (lo.first() + 1).partial()
	} else if e.unit == month || e.unit == yearUnit || e.unit == quarter {
		lo = lo.addMonths(1)
	}
	out := between(lo, r.hi).by(r.anchor, r.score, r.why)
	return out
}

// weekFrom reads 'the week ending 13 October', 'the week beginning 9 October': seven days.
func (p *parser) weekFrom(i int) (expr, int) {
	j := p.skip(i, "the")
	if p.word(j) != "week" || !p.any(j+1, "ending", "ended", "beginning", "starting", "commencing") {
		return nil, 0
	}
	k := p.skip(j+2, "on")
	e, n := p.point(k)
	if e == nil || !isDay(e) {
		return nil, 0
	}
	return sevenDays{e, p.any(j+1, "ending", "ended")}, n
}

// sevenDays are those that begin or end with a day.
type sevenDays struct {
	of  expr
	end bool
}

func (e sevenDays) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() || r.lo != r.hi || r.from() == noDay {
		return unresolved("the day that the week begins or ends with is not known")
	}
	lo := r.from()
	if e.end {
		lo -= 6
	}
	return days(lo, lo+6).by(r.anchor, r.score, r.why)
}

// pieceOfYear reads "2019's last quarter", "2021's first half".
func (p *parser) pieceOfYear(i int) (expr, int) {
	y := p.number(i, 4, 4)
	n, used := p.ordinal(i + 2)
	if y < 1900 || y > 2099 || p.word(i+1) != "'s" || used == 0 {
		return nil, 0
	}
	e, j := nth{n: n, size: 1, of: calendar{partial: partial{y, 0, 0}}}, i+2+used
	switch {
	case p.word(j) == "half":
		e.half = true
		if n < 0 {
			e.n = 2
		}
	case p.toksAt(j).unit == quarter:
		e.unit = quarter
	default:
		return nil, 0
	}
	return e, j + 1
}

// besideLast reads 'the Friday before last', 'the Monday after next'.
func (p *parser) besideLast(i int) (expr, int) {
	j := p.skip(i, "the")
	if !p.is(j, cWeekday) || !(p.word(j+1) == "before" && p.word(j+2) == "last" || p.word(j+1) == "after" && p.word(j+2) == "next") ||
		p.is(j+3, cUnit|cMonth|cWeekday|cSeason|cHour) {
		return nil, 0
	}
	if p.word(j+1) == "after" {
		return weeksFrom{weekday{number: p.toks[j].value, rel: relNext}, 1}, j + 3
	}
	return weeksFrom{weekday{number: p.toks[j].value, rel: relLast}, -1}, j + 3
}

// weeksFrom is so many weeks from a day.
type weeksFrom struct {
	of expr
	n  int
}

func (e weeksFrom) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() || r.from() == noDay {
		return r
	}
	d := r.from() + day(7*e.n)
	return days(d, d).by(r.anchor, r.score, r.why)
}

// dayOfMany reads 'the tenth day of the siege'.
func (p *parser) dayOfMany(i int) (expr, int) {
	j := p.skip(i, "the")
	if j == i || !p.is(j, cNumber) {
		return nil, 0
	}
	n, used := p.ordinal(j)
	j += used
	if used == 0 || n < 1 || n > 500 || p.toksAt(j).unit != dayUnit || p.toksAt(j).plural || p.word(j+1) != "of" {
		return nil, 0
	}
	k := p.eventNoun(j + 2)
	if k == 0 {
		return nil, 0
	}
	if n == 1 {
		return period{unit: dayUnit, rel: relSame}, k
	}
	return offset{n: amount{lo: n - 1, hi: n - 1}, unit: dayUnit, after: true, back: true, event: true}, k
}

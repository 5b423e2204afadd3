package date

import "dateline"

// unit is a length of the calendar.
type unit string

const (
	minutes   unit = "minute"
	hours     unit = "hour"
	dayUnit   unit = "day"
	night     unit = "night"
	week      unit = "week"
	fortnight unit = "fortnight"
	weekend   unit = "weekend"
	month     unit = "month"
	quarter   unit = "quarter"
	yearUnit  unit = "year"
	decade    unit = "decade"
	century   unit = "century"
)

// shift is 'today' and its like: days from the day of publication.
type shift struct{ lo, hi day }

func (e shift) resolve(w when) reading {
	if w.now == noDay {
		return unresolved(noPublished)
	}
	return days(w.now+e.lo, w.now+e.hi).by(dateline.AnchorPublished, 0.95, "counted from the day of publication")
}

// back is the date pointed back to: 'the same day', 'then'.
type back struct{}

func (back) resolve(w when) reading {
	if !w.ref.ok() {
		return w.ref
	}
	return w.ref.by(w.refAnchor(), 0.9, w.pointsBack())
}

// period is a unit of the calendar counted from now or from the date pointed back to: 'last week',
// 'the same year', 'the previous day'.
type period struct {
	unit  unit
	rel   rel
	twice bool // 'the week before last'
}

func (e period) resolve(w when) reading {
	steps := map[rel]int{relLast: -1, relPrevious: -1, relNext: 1, relFollowing: 1}[e.rel]
	if e.twice {
		steps *= 2
	}
	if e.rel.back() {
		return e.fromRef(w, steps)
	}
	if w.now == noDay {
		return unresolved(noPublished)
	}
	r := around(w.now.partial(), e.unit, steps)
	if e.unit == weekend && e.rel == relThis && w.tense != Future && r.from() > w.now {
		r = around(w.now.partial(), e.unit, -1)
	}
	return r.by(dateline.AnchorPublished, 0.9, "counted from the day of publication")
}

func (e period) fromRef(w when, steps int) reading {
	w.ref = w.refAs(e.unit)
	if !w.ref.ok() {
		return w.ref
	}
	lo, hi := cut(w.ref.lo, e.unit), cut(w.ref.hi, e.unit)
	if e.rel == relSame && (lo.isZero() || hi.isZero()) && w.ref.lo != (partial{}) && w.ref.hi != (partial{}) {
		return back{}.resolve(w)
	}
	if lo.isZero() || hi.isZero() {
		return unresolved("the date that it points back to is not known to the " + string(e.unit))
	}
	if lo.year == 0 && (e.unit != dayUnit && e.unit != night && e.unit != month) {
		return unresolved("the year of the date that it points back to is not known")
	}
	a, b := around(lo, e.unit, steps), around(hi, e.unit, steps)
	if a.edtf() != b.edtf() {
		return unresolved("the date that it points back to is not known to the " + string(e.unit))
	}
	return a.by(w.refAnchor(), 0.9, w.pointsBack())
}

// cut drops from p what is finer than u; the zero partial if p is coarser.
func cut(p partial, u unit) partial {
	switch u {
	case yearUnit, decade, century:
		return partial{p.year, 0, 0}
	case month, quarter:
		if p.month == 0 {
			return partial{}
		}
		return partial{p.year, p.month, 0}
	}
	if p.day == 0 {
		return partial{}
	}
	return p
}

// around returns the unit u that lies steps away from the one that holds p. A p with no year is a
// month or a day, and so is u then.
func around(p partial, u unit, steps int) reading {
	if p.year == 0 {
		return yearlessAround(p, steps)
	}
	d := p.first()
	switch u {
	case week, fortnight:
		lo := d.monday() + day(7*steps)
		return days(lo, lo+6)
	case weekend:
		lo := d.monday() + 5 + day(7*steps)
		return days(lo, lo+1)
	case month:
		return exact(partial{p.year, max(p.month, 1), 0}.addMonths(steps))
	case quarter:
		lo := partial{p.year, (max(p.month, 1)-1)/3*3 + 1, 0}.addMonths(3 * steps)
		return between(lo, lo.addMonths(2))
	case yearUnit:
		return exact(partial{p.year + steps, 0, 0})
	case decade:
		return decadeFrom((p.year/10 + steps) * 10)
	case century:
		return centuryFrom((p.year/100 + steps) * 100)
	}
	d += day(steps)
	return days(d, d)
}

// yearlessAround moves a month or a day without a year; a step over the end of February or of the
// year would need the year.
func yearlessAround(p partial, steps int) reading {
	q := partial{2001, p.month, p.day}
	if p.day == 0 {
		q = q.addMonths(steps)
		return exact(partial{0, q.month, 0})
	}
	leap := partial{2004, p.month, p.day}
	if !q.exists() {
		q = leap
	}
	a, b := (q.first() + day(steps)).partial(), (leap.first() + day(steps)).partial()
	if a.month != b.month || a.day != b.day {
		return unresolved("whether that year had a 29 February is not known")
	}
	return exact(partial{0, a.month, a.day})
}

func decadeFrom(year int) reading {
	r := between(partial{year, 0, 0}, partial{year + 9, 0, 0})
	r.form = r.lo.String()[:3] + "X"
	return r
}

func centuryFrom(year int) reading {
	r := between(partial{year, 0, 0}, partial{year + 99, 0, 0})
	r.form = r.lo.String()[:2] + "XX"
	return r
}

// window is a run of units that ends or starts at publication: 'the past two decades', 'recent
// months', 'the coming weeks'.
type window struct {
	n      amount
	unit   unit
	future bool
}

func (e window) resolve(w when) reading {
	if w.now == noDay {
		return unresolved(noPublished)
	}
	sign := -1
	if e.future {
		sign = 1
	}
	if !within(w.now.partial(), e.unit, sign*e.n.hi) {
		return unresolved("too far away for a calendar year")
	}
	far := move(w.now.partial(), e.unit, sign*e.n.hi)
	lo, hi := far, cut(w.now.partial(), grain(e.unit, e.n.hi))
	if e.future {
		lo, hi = hi, cut(far, grain(e.unit, e.n.hi))
	} else {
		lo = cut(lo, grain(e.unit, e.n.hi))
	}
	r := between(lo, hi)
	r.approx = e.n.vague
	return r.by(dateline.AnchorPublished, 0.7, "counted from the day of publication")
}

// grain is how fine a run of n units is told.
func grain(u unit, n int) unit {
	switch {
	case u == decade || u == century || u == yearUnit && n > 1:
		return yearUnit
	case u == month && n == 1:
		return dayUnit
	case u == month || u == yearUnit || u == quarter:
		return month
	}
	return dayUnit
}

// within reports whether p moved by n units is still in a year from 1 to 2999.
func within(p partial, u unit, n int) bool {
	years := n / 26
	switch u {
	case month, quarter:
		years = n / 3
	case yearUnit:
		years = n
	case decade:
		years = n * 10
	case century:
		years = n * 100
	}
	return p.year+years > 0 && p.year+years <= lastYear
}

// move carries p by n units.
func move(p partial, u unit, n int) partial {
	switch u {
	case minutes, hours:
		return p
	case week, weekend:
		return (p.first() + day(7*n)).partial()
	case fortnight:
		return (p.first() + day(14*n)).partial()
	case month:
		return p.addMonths(n)
	case quarter:
		return p.addMonths(3 * n)
	case yearUnit:
		return p.addMonths(12 * n)
	case decade:
		return p.addMonths(120 * n)
	case century:
		return p.addMonths(1200 * n)
	}
	return (p.first() + day(n)).partial()
}

// nextOne is 'the next month': the one after the date told before, where the story is of the past, else the
// month from publication on.
type nextOne struct{ window }

func (e nextOne) resolve(w when) reading {
	if w.tense != Future && w.ref.ok() {
		if r := (period{unit: e.unit, rel: relFollowing}).resolve(w); r.ok() {
			return r
		}
	}
	return e.window.resolve(w)
}

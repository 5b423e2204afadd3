package date

import "dateline"

// amount is how many: from lo to hi. Vague says that the words give no number.
type amount struct {
	lo, hi int
	vague  bool
	half   bool // and a half
	more   bool // 'more than': lo is the least
	less   bool // 'less than': hi is the most
}

// bare says what a plural without a number is taken for: 'months ago' is 2 to 11 of them.
func bare(u unit) amount {
	hi := map[unit]int{dayUnit: 13, night: 13, week: 8, month: 11, yearUnit: 9, decade: 9}[u]
	return amount{lo: 2, hi: max(hi, 2), vague: true}
}

// recent says how far 'recent UNITs' goes back: a convention, and marked approximate.
func recent(u unit) amount {
	n := map[unit]int{dayUnit: 7, night: 7, week: 6, month: 6, yearUnit: 5, decade: 3}[u]
	return amount{lo: max(n, 2), hi: max(n, 2), vague: true}
}

// offset is a distance from some time: 'nine years ago', 'two days later', 'a week before
// Christmas'. Of a nil from it counts from publication, or, with back, from the date pointed back to.
type offset struct {
	n     amount
	unit  unit
	after bool
	back  bool
	event bool // it counts from what is told behind it: 'two days after the attack', 'a day after gunmen fled'
	from  expr
}

func (e offset) resolve(w when) reading {
	base, anchor, why, bad := e.base(w)
	if bad != "" {
		return unresolved(bad)
	}
	if base.year == 0 {
		return e.yearless(base, why)
	}
	if base.day == 0 && e.fine() {
		return unresolved("the day that it is counted from is not known")
	}
	if !within(base, e.unit, e.sign()*(e.n.hi+1)) && !e.fine() {
		return unresolved("too far away for a calendar year")
	}
	if e.from != nil {
		r := e.count(base).by(anchor, 0.9, why)
		r.approx = r.approx || e.from.resolve(w).approx
		return r
	}
	return e.count(base).by(anchor, e.score(), why)
}

// base returns the date that e counts from.
func (e offset) base(w when) (p partial, anchor dateline.Anchor, why, bad string) {
	switch {
	case e.from != nil:
		r := e.from.resolve(w)
		if !r.ok() || r.lo != r.hi {
			return p, "", "", join(r.bad, "what it is counted from is no single date")
		}
		return r.lo, r.anchor, r.why, ""
	case e.back && !w.ref.ok():
		return p, "", "", w.ref.bad
	case e.back:
		w.ref = w.refAs(grain(e.unit, 2))
		p, ok := e.refPoint(w)
		if !ok {
			return p, "", "", "the day that it is counted from is not known"
		}
		return p, w.refAnchor(), w.pointsBack(), ""
	case w.now == noDay:
		return p, "", "", noPublished
	}
	return w.now.partial(), dateline.AnchorPublished, "counted from the day of publication", ""
}

// refPoint returns the date pointed back to as fine as it is needed.
func (e offset) refPoint(w when) (partial, bool) {
	if w.ref.lo == w.ref.hi {
		return w.ref.lo, true
	}
	lo, hi := cut(w.ref.lo, grain(e.unit, 2)), cut(w.ref.hi, grain(e.unit, 2))
	return lo, lo == hi && !lo.isZero()
}

// fine reports whether e moves by days or weeks.
func (e offset) fine() bool { return grain(e.unit, 2) == dayUnit }

func (e offset) yearless(base partial, why string) reading {
	if e.unit != dayUnit && e.unit != night || base.day == 0 || e.n.lo != e.n.hi || e.n.more || e.n.less {
		return unresolved("the year of the date that it is counted from is not known")
	}
	r := yearlessAround(base, e.sign()*e.n.lo)
	if !r.ok() {
		return r
	}
	return open(r, why+", whose year is not known")
}

func (e offset) sign() int {
	if e.after {
		return 1
	}
	return -1
}

func (e offset) score() float64 {
	if e.n.vague || !e.fine() {
		return 0.7
	}
	return 0.9
}

// count moves base. Days come out exact; a week is within three days, a month or a year is that
// month or year, approximately.
func (e offset) count(base partial) reading {
	if e.n.half {
		e = e.halved()
	}
	near, far := e.moved(base, e.n.lo), e.moved(base, e.n.hi)
	lo, hi := near, far
	if !e.after {
		lo, hi = far, near
	}
	r := between(lo.lo, hi.hi)
	r.approx = near.approx || e.n.vague && e.unit != hours
	if e.n.more && e.after || e.n.less && !e.after {
		r.hi = partial{}
	}
	if e.n.more && !e.after || e.n.less && e.after {
		r.lo = partial{}
	}
	if e.n.less {
		r = e.closed(r, base)
	}
	return r
}

// closed puts base at the open end of 'less than a year ago'.
func (e offset) closed(r reading, base partial) reading {
	p := cut(base, grain(e.unit, 2))
	if p.isZero() {
		p = base
	}
	if r.hi.isZero() {
		r.hi = p
	} else {
		r.lo = p
	}
	return r
}

// halved counts 'two and a half years' in months, and so on.
func (e offset) halved() offset {
	finer, parts := e.unit, 1
	switch e.unit {
	case yearUnit:
		finer, parts = month, 12
	case decade:
		finer, parts = yearUnit, 10
	case month:
		finer, parts = week, 4
	case week:
		finer, parts = dayUnit, 7
	case century:
		finer, parts = yearUnit, 100
	}
	e.unit = finer
	e.n.lo, e.n.hi, e.n.half = e.n.lo*parts+parts/2, e.n.hi*parts+parts/2, false
	return e
}

// moved is base moved by n of e's units, as wide as such a distance is meant.
func (e offset) moved(base partial, n int) reading {
	sign := e.sign()
	switch e.unit {
	case hours, minutes:
		d := base.first()
		steps := day(sign * (n + 12) / 24)
		if sign < 0 {
			return days(d+min(steps, -1), d+min(steps+1, 0))
		}
		return days(d+max(steps-1, 0), d+max(steps, 1))
	case week, fortnight, weekend:
		d := move(base, e.unit, sign*n).first()
		r := days(d-3, d+3)
		r.approx = true
		return r
	case month, quarter:
		if base.month == 0 {
			base.month = 6
		}
		r := exact(cut(move(base, e.unit, sign*n), month))
		r.approx = true
		return r
	case yearUnit, decade, century:
		base.month, base.day = max(base.month, 1), 0
		r := exact(cut(move(base, e.unit, sign*n), yearUnit))
		r.approx = true
		return r
	}
	d := base.first() + day(sign*n)
	return days(d, d)
}

// toTheDay is an offset that is counted to the day: 'five years ago today'.
type toTheDay struct{ offset }

func (e toTheDay) resolve(w when) reading {
	if w.now == noDay {
		return unresolved(noPublished)
	}
	if !within(w.now.partial(), e.unit, -e.n.lo) {
		return unresolved("too far away for a calendar year")
	}
	return exact(move(w.now.partial(), e.unit, -e.n.lo)).by(dateline.AnchorPublished, 0.9, "to the day, counted from publication")
}

// beside is the seven days before or after a day: 'the week before Christmas'.
type beside struct {
	after bool
	of    expr
}

func (e beside) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() {
		return r
	}
	from, to := r.from(), r.to()
	if from == noDay || to == noDay {
		return unresolved("the day that it is counted from is not known")
	}
	if e.after {
		return days(to+1, to+7).by(r.anchor, r.score, r.why)
	}
	return days(from-7, from-1).by(r.anchor, r.score, r.why)
}

// yearBack is a year, to be counted back to the day.
var yearBack = offset{n: amount{lo: 1, hi: 1}, unit: yearUnit}

// unitWith is the unit of the calendar that a day lies in: 'a year ago this week', 'the same month last year'.
type unitWith struct {
	unit unit
	of   expr
}

func (e unitWith) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() || e.unit == dayUnit {
		return r
	}
	return around(r.lo, e.unit, 0).by(r.anchor, r.score, r.why)
}

package date

import "dateline"

// hedged is a date that the words hedge: 'around 2019'.
type hedged struct{ of expr }

func (e hedged) resolve(w when) reading {
	r := e.of.resolve(w)
	r.approx = !r.rivals
	r.score = min(r.score, 0.8)
	return r
}

// side is all time on one side of a date.
type side struct {
	word string // since, until, before, after
	of   expr
}

// resolve takes 'since' and 'until' with the date, 'before' and 'after' without it.
func (e side) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() || r.rivals {
		return r
	}
	if r.yearless() && (e.word == "before" || e.word == "after") {
		return unresolved("the year of the date that it counts from is not known")
	}
	switch e.word {
	case "since":
		r.hi = partial{}
	case "until":
		r.lo = partial{}
	case "before":
		if p, ok := e.of.(part); ok && p.which == "late" { // 'before the end of March' may be its last day
			r.lo = partial{}
			break
		}
		r.lo, r.hi = partial{}, before(r)
	case "after":
		r.lo, r.hi = after(r), partial{}
	}
	r.form = ""
	return r
}

// before and after are the neighbours of r, as fine as its ends.
func before(r reading) partial {
	switch p := r.lo; {
	case p.isZero():
		return p
	case p.day > 0:
		return (p.first() - 1).partial()
	case p.month > 0:
		return p.addMonths(-1)
	default:
		return partial{p.year - 1, 0, 0}
	}
}

func after(r reading) partial {
	switch p := r.hi; {
	case p.isZero():
		return p
	case p.day > 0:
		return (p.first() + 1).partial()
	case p.month > 0:
		return p.addMonths(1)
	default:
		return partial{p.year + 1, 0, 0}
	}
}

// stretch is the time from one date to another, both included: 'between 2014 and 2016', 'March 28
// to April 3, 2019', 'Monday to Wednesday'.
type stretch struct{ from, to expr }

func (e stretch) resolve(w when) reading {
	b := e.to.resolve(w)
	a := e.start(w, b)
	if !a.ok() {
		return a
	}
	if c, ok := lacking(e.to); ok && b.ok() && a.lo.year > 0 && a.anchor == dateline.AnchorText {
		b = put(e.to, c.onwards(a)).resolve(w)
	}
	if wd, ok := e.to.(weekday); ok && wd.rel == relAuto && wd.week == nil && b.ok() && a.to() != noDay && a.to() > b.to() {
		d := wd.upTo(a.to() + 7)
		b = days(d, d).by(b.anchor, b.score, "first after the day that it starts on")
	}
	if !b.ok() {
		return b
	}
	if (a.lo.year == 0) != (b.hi.year == 0) {
		return unresolved("the year of one end is not known")
	}
	if a.lo.year > 0 && a.from() > b.to() {
		return unresolved("it would end before it starts")
	}
	r := between(a.lo, b.hi)
	r.approx = a.approx || b.approx
	r.score = 1
	return r.by(weaker(a, b), min(a.score, b.score), join(a.why, b.why))
}

// start reads the first end with what the second one knows: its year, or that it comes later.
func (e stretch) start(w when, b reading) reading {
	if c, ok := lacking(e.from); ok && b.ok() && b.hi.year > 0 {
		return put(e.from, c.upTo(b)).resolve(w).by(b.anchor, b.score, b.why)
	}
	if a, ok := e.from.(weekday); ok && a.week == nil && a.rel == relAuto && b.ok() && b.from() != noDay {
		d := a.upTo(b.from())
		return days(d, d).by(b.anchor, b.score, b.why)
	}
	return e.from.resolve(w)
}

func (e calendar) lacksYear() bool { return e.year == 0 && e.of == nil && e.rel == relAuto }

// lacking returns the month or day that e is, or is a part of, if it has no year.
func lacking(e expr) (calendar, bool) {
	switch e := e.(type) {
	case calendar:
		return e, e.lacksYear()
	case part:
		return lacking(e.of)
	}
	return calendar{}, false
}

// put is e with c in the place of what lacking returned.
func put(e expr, c calendar) expr {
	if e, ok := e.(part); ok {
		e.of = put(e.of, c)
		return e
	}
	return c
}

// upTo is e in the latest year in which it does not come after b.
func (e calendar) upTo(b reading) calendar {
	e.year = b.hi.year
	if e.exists() && b.hi.month > 0 && e.first() > b.to() {
		e.year--
	}
	return e
}

// onwards is e in the first year in which it does not come before a.
func (e calendar) onwards(a reading) calendar {
	e.year = a.lo.year
	if e.exists() && e.last() < a.from() {
		e.year++
	}
	return e
}

// weaker is the anchor of a date that hangs on both.
func weaker(a, b reading) dateline.Anchor {
	if a.anchor == dateline.AnchorPublished {
		return a.anchor
	}
	return b.anchor
}

package date

import "dateline"

// weekday is a day of the week: 'Tuesday', 'last Tuesday', 'Tuesday of last week'.
type weekday struct {
	number int // 1 is Monday
	rel    rel
	week   expr // the week in other words; nil if not said
}

// resolve takes a bare weekday for the latest up to publication, in the future tense for the first
// from publication on, and so where a page goes on after its day; 'last' and 'next' for the latest before and the first after it; 'this' for
// the day in the week, Monday to Sunday, of publication.
func (e weekday) resolve(w when) reading {
	if e.week != nil {
		return e.inWeek(w)
	}
	if e.rel.back() {
		return e.fromRef(w)
	}
	if w.now == noDay {
		return unresolved(noPublished)
	}
	var d day
	why := ""
	switch {
	case e.rel == relLast:
		d, why = e.upTo(w.now-1), "last before publication"
	case e.rel == relNext:
		d, why = e.upTo(w.now+7), "first after publication"
	case e.rel == relThis:
		d, why = w.now.monday()+day(e.number-1), "of the week of publication"
	case w.tense == Future:
		d, why = e.upTo(w.now+6), "first from publication on"
	case w.until > w.now && w.until != 0 && e.upTo(w.until) > w.now:
		d, why = e.upTo(w.until), "first after publication: the page goes on after its day"
	default:
		d, why = e.upTo(w.now), "latest up to publication"
	}
	return days(d, d).by(dateline.AnchorPublished, 0.9, why)
}

// upTo returns the latest such weekday not after d.
func (e weekday) upTo(d day) day { return d - day((d.weekday()-e.number+7)%7) }

func (e weekday) inWeek(w when) reading {
	r := e.week.resolve(w)
	if !r.ok() || r.from() == noDay {
		return r
	}
	d := r.from().monday() + day(e.number-1)
	return days(d, d).by(r.anchor, r.score, r.why)
}

func (e weekday) fromRef(w when) reading {
	ref, ok := w.refDay()
	at := ref.first()
	if !ok || at == noDay {
		return unresolved("the day that it points back to is not known")
	}
	var d day
	switch e.rel {
	case relPrevious:
		d = e.upTo(at - 1)
	case relFollowing:
		d = e.upTo(at + 7)
	default:
		d = at.monday() + day(e.number-1)
	}
	return days(d, d).by(w.refAnchor(), 0.9, w.pointsBack())
}

// weekOf is the week, Monday to Sunday, or the weekend that holds a date: 'the week of June 3'.
type weekOf struct {
	of      expr
	weekend bool
}

func (e weekOf) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() {
		return r
	}
	if r.from() == noDay {
		return unresolved("the year of that week is not known")
	}
	lo := r.from().monday()
	hi := lo + 6
	if e.weekend {
		lo += 5
	}
	return days(lo, hi).by(r.anchor, min(r.score, 0.9), r.why)
}

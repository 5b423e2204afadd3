package date

import "dateline"

// inside is the time from one date to so much later: 'within 48 hours', 'within two weeks of the attack'.
type inside struct {
	n    amount
	unit unit
	of   bool // 'of' something that is told, or from says when
	from expr
}

// resolve counts from what the words name, else from the date told before, else, of what is to come, from
// the day of publication.
func (e inside) resolve(w when) reading {
	base := w.refAs(dayUnit)
	anchor, why := w.refAnchor(), w.pointsBack()
	switch {
	case e.from != nil:
		base = e.from.resolve(w)
		anchor, why = base.anchor, base.why
	case !e.of && w.tense == Future && w.now != noDay:
		base = exact(w.now.partial())
		anchor, why = dateline.AnchorPublished, "counted from the day of publication"
	}
	if !base.ok() {
		return base
	}
	if base.lo != base.hi || base.lo.day == 0 || base.lo.year == 0 {
		return unresolved("the day that it is counted from is not known")
	}
	first := base.lo.first()
	last := first
	switch e.unit {
	case hours:
		last += day((e.n.hi + 23) / 24)
	default:
		last = move(base.lo, e.unit, e.n.hi).first()
	}
	r := days(first, last).by(anchor, 0.7, why)
	r.approx = e.n.vague && e.unit != hours
	return r
}

// clock is a part of the day that is told before: 'at dawn', 'by nightfall'.
type clock struct{}

func (clock) resolve(w when) reading {
	p, ok := w.refDay()
	if !ok || p.year == 0 {
		return unresolved("the day is not known")
	}
	return exact(p).by(w.refAnchor(), 0.8, "a time of the day told before, "+p.String())
}

// hourAlone reads a part of the day behind a preposition: 'at dawn', 'by nightfall', 'in the morning'.
func (p *parser) hourAlone(i int) (expr, int) {
	if !p.is(i, cHour) || p.word(i+1) == "'s" || p.is(i+1, cHour) {
		return nil, 0
	}
	inThe := p.any(i-1, "the") && p.any(i-2, "in", "during")
	if p.any(i, "morning", "afternoon", "evening") && inThe || p.word(i) == "night" && p.any(i-1, "at") ||
		!p.any(i, "morning", "afternoon", "evening", "night") && p.any(i-1, "at", "by", "before", "after", "around", "until", "from", "since", "about") {
		return clock{}, i + 1
	}
	return nil, 0
}

// isClock reports whether e tells hours and no day of its own.
func isClock(e expr) bool {
	switch e := e.(type) {
	case clock:
		return true
	case offset:
		return e.unit == hours && e.back
	}
	return false
}

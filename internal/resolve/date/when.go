package date

import (
	"strings"

	"dateline"
)

// when is a Context made ready for reading: one day of publication, one date to point back to.
type when struct {
	now   day // noDay if the day of publication is not known
	tense Tense
	ref   reading         // what 'the same day' and 'two days later' count from; bad if nothing
	refs  []dateline.Date // what was told before, latest last, where one may serve that is finer than ref
	story partial         // a day or month with its year that the same story told just before; zero if none
	near  bool            // it did so in the same sentence
	heard bool            // tense is that of words nearby, and may be another clause's
	until day             // see Context
}

func (c Context) at(published day) when {
	w := when{now: published, tense: c.Tense, ref: unresolved("nothing before it says from when")}
	if !c.Event.IsZero() {
		w.ref = fromDate(c.Event)
	} else if n := len(c.Previous); n > 0 {
		w.ref, w.refs = fromDate(c.Previous[n-1]), c.Previous
	}
	w.story, w.near, w.heard, w.until = c.story, c.near, c.heard, c.until
	return w
}

// fromDate turns a Date back into a reading.
func fromDate(d dateline.Date) reading {
	r := reading{anchor: d.Anchor, score: 1}
	first, last, isRange := strings.Cut(d.EDTF, "/")
	if !isRange {
		last = first
	}
	var okLo, okHi bool
	r.lo, okLo = parsePartial(strings.TrimRight(first, "~?%"))
	if r.hi, okHi = parsePartial(strings.TrimRight(last, "~?%")); okLo && okHi {
		return r
	}
	r.lo, r.hi = partial{}, partial{}
	from, to := parseDay(d.From), parseDay(d.To)
	if from == noDay && to == noDay {
		return unresolved("the date that it points back to is not fixed")
	}
	if from != noDay {
		r.lo = from.partial()
	}
	if to != noDay {
		r.hi = to.partial()
	}
	return r
}

// parsePartial reads YYYY, YYYY-MM, YYYY-MM-DD and the same with XXXX for the year.
func parsePartial(s string) (partial, bool) {
	var p partial
	var err error
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return p, false
	}
	if s[:4] != "XXXX" {
		if p.year, err = digits(s[:4], 4); err != nil {
			return p, false
		}
	}
	if len(s) >= 7 {
		if p.month, err = digits(s[5:7], 2); err != nil {
			return p, false
		}
	}
	if len(s) == 10 {
		if p.day, err = digits(s[8:], 2); err != nil {
			return p, false
		}
	}
	return p, p.exists() && p.month <= 12
}

// refsBack is how many of the dates told before are looked at for one that is fine enough.
const refsBack = 8

// refAs returns the latest date told before that is one u, or as fine as one; the latest of all if none is.
func (w when) refAs(u unit) reading {
	for k := len(w.refs) - 1; k >= max(len(w.refs)-refsBack, 0); k-- {
		r := fromDate(w.refs[k])
		if lo := cut(r.lo, u); r.ok() && !lo.isZero() && lo == cut(r.hi, u) {
			return r
		}
	}
	return w.ref
}

// refDay returns the one day that w points back to, if it is one day.
func (w when) refDay() (partial, bool) {
	r := w.refAs(dayUnit)
	return r.lo, r.ok() && r.lo == r.hi && r.lo.day > 0
}

// refAnchor is the anchor of what is counted from the date pointed back to: if that date hangs on
// the day of publication, so does this.
func (w when) refAnchor() dateline.Anchor {
	if w.ref.anchor == dateline.AnchorPublished {
		return dateline.AnchorPublished
	}
	return dateline.AnchorText
}

func (w when) pointsBack() string { return "counted from " + w.ref.edtf() }

// rel says which of several like things is meant.
type rel int

const (
	relAuto      rel = iota // nothing said: tense decides
	relThis                 // of now
	relLast                 // before now
	relNext                 // after now
	relSame                 // of the date pointed back to
	relPrevious             // before it
	relFollowing            // after it
)

// back reports whether r counts from the date pointed back to, not from now.
func (r rel) back() bool { return r >= relSame }

const noPublished = "the day of publication is not known"

package date

import (
	"dateline"
)

// reading is what an expression turns out to mean: the dates from lo to hi, or, where bad is set,
// nothing, and why.
type reading struct {
	lo, hi partial // a zero end is open
	form   string  // the EDTF where it is not lo/hi: a decade, a season, a set
	approx bool
	anchor dateline.Anchor
	why    string
	score  float64
	bad    string
	rivals bool // form is a set of readings that exclude each other
}

func exact(p partial) reading { return reading{lo: p, hi: p, anchor: dateline.AnchorText, score: 1} }

func between(lo, hi partial) reading {
	return reading{lo: lo, hi: hi, anchor: dateline.AnchorText, score: 1}
}

// NoSuch begins the reason of words that tell a day, a month or a year which there is not: '31 February', 'the year 0'.
const NoSuch = "the calendar has no such"

func unresolved(why string) reading { return reading{bad: why} }

// days makes the reading from one day to another; one day if they are the same.
func days(lo, hi day) reading { return between(lo.partial(), hi.partial()) }

func (r reading) ok() bool { return r.bad == "" }

// by says what r was counted from and how.
func (r reading) by(anchor dateline.Anchor, score float64, why string) reading {
	r.anchor, r.why = anchor, join(r.why, why)
	r.score = min(r.score, score)
	return r
}

func join(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "" || a == b:
		return a
	}
	return a + "; " + b
}

func (r reading) from() day {
	if r.form != "" {
		from, _, err := ParseEDTF(r.form)
		if err != nil {
			return noDay
		}
		return parseDay(from)
	}
	return r.lo.first()
}

func (r reading) to() day {
	if r.form != "" {
		_, to, err := ParseEDTF(r.form)
		if err != nil {
			return noDay
		}
		return parseDay(to)
	}
	return r.hi.last()
}

// bounded is r, unless it lies before the year 1 or after 2999.
func (r reading) bounded() reading {
	if r.ok() && (r.lo.year < 0 || r.hi.year < 0 || r.lo.year > lastYear || r.hi.year > lastYear) {
		return unresolved("too far away for a calendar year")
	}
	return r
}

// yearless reports whether r has a month or a day but no year.
func (r reading) yearless() bool {
	return r.lo.year == 0 && r.lo.month > 0 || r.hi.year == 0 && r.hi.month > 0
}

func (r reading) edtf() string {
	mark := ""
	if r.approx {
		mark = "~"
	}
	switch {
	case r.form != "":
		return r.form + mark
	case r.lo == r.hi:
		return r.lo.String() + mark
	case r.lo.isZero():
		return "../" + r.hi.String() + mark
	case r.hi.isZero():
		return r.lo.String() + mark + "/.."
	}
	return r.lo.String() + mark + "/" + r.hi.String() + mark
}

// date gives r the form that the rest of the program knows.
func (r reading) date() dateline.Date {
	d := dateline.Date{EDTF: r.edtf(), From: r.from().String(), To: r.to().String(), Anchor: r.anchor, Why: r.why}
	if r.yearless() {
		d.From, d.To, d.Anchor = "", "", dateline.AnchorNone
	}
	return d
}

package analysis

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"dateline"
)

// Moment says when an account is about. Of is what its own words tell; Said is when its report was
// published, which says no more than that it was told by then. Either may be zero: not known.
type Moment struct {
	Of   dateline.Date
	Said dateline.Date
}

// momentOf reads the time of a: the first fixed date among its parts, or else the first one.
func momentOf(a *Account) Moment {
	m := Moment{Said: a.Report.Published}
	for _, p := range a.In(dateline.DateRole) {
		switch {
		case p.Meaning == nil || p.Meaning.Date == nil:
		case m.Of.IsZero(), !m.Of.Fixed() && p.Meaning.Date.Fixed():
			m.Of = *p.Meaning.Date
		}
	}
	return m
}

// day is what moments are put in order by: the first day that the account is about, or else that it
// was published; "" if neither is known.
func (m Moment) day() string {
	if m.Of.Fixed() {
		return m.Of.From
	}
	return m.Said.From
}

// byMoment orders by day, unknown last; what has one day keeps its order.
func byMoment[T any](all []T, at func(*T) Moment) {
	slices.SortStableFunc(all, func(x, y T) int {
		a, b := at(&x).day(), at(&y).day()
		return cmp.Or(bound(a == "")-bound(b == ""), cmp.Compare(a, b))
	})
}

// years returns the year that m lies in; "" if it is told to lie in no single one, or nothing is told
// of it: the date of publication stands in for nothing.
func (m Moment) year() string {
	if !m.Of.Fixed() || len(m.Of.From) < 4 || len(m.Of.To) < 4 || m.Of.From[:4] != m.Of.To[:4] {
		return ""
	}
	return m.Of.From[:4]
}

// Period is a time with ends that may be open or not exact: each end is the first and the last day
// on which it can lie. "" is open.
type Period struct {
	FromFirst, FromLast string
	ToFirst, ToLast     string
}

// newPeriod reads the two dates of a record, in EDTF; "" is open.
func newPeriod(from, to string) Period {
	var p Period
	p.FromFirst, p.FromLast = daysOf(from)
	p.ToFirst, p.ToLast = daysOf(to)
	return p
}

// daysOf returns the first and the last day of a year, a month or a day in EDTF; "" for "".
func daysOf(edtf string) (first, last string) {
	s := strings.TrimRight(edtf, "~?%")
	switch len(s) {
	case len("2006"):
		return s + "-01-01", s + "-12-31"
	case len("2006-01"):
		if first, err := time.Parse("2006-01", s); err == nil {
			return s + "-01", first.AddDate(0, 1, -1).Format(time.DateOnly)
		}
	}
	return s, s
}

// Fit says how a day stands to a Period.
type Fit string

// The fits.
const (
	Outside  Fit = ""         // before it or after it
	Inside   Fit = "inside"   // within it, whatever its ends are
	AtEdge   Fit = "edge"     // perhaps: one of its ends is not exact there
	Dateless Fit = "no dates" // neither end is known
)

// at says how the day (YYYY-MM-DD) stands to p.
func (p Period) at(day string) Fit {
	switch {
	case p == Period{}:
		return Dateless
	case p.FromFirst != "" && day < p.FromFirst, p.ToLast != "" && day > p.ToLast:
		return Outside
	case p.FromLast != "" && day < p.FromLast, p.ToFirst != "" && day > p.ToFirst:
		return AtEdge
	}
	return Inside
}

package link

import (
	"fmt"
	"strings"
	"time"

	"dateline"
)

// sameOpen reports whether two dates that are not fixed can be one: XXXX-03-22 and 2024-03-22.
func sameOpen(x, y dateline.Date) bool {
	if len(x.EDTF) != 10 || len(y.EDTF) != 10 {
		return false
	}
	return x.EDTF[4:] == y.EDTF[4:]
}

func dayWords(d dateline.Date) string { return strings.TrimPrefix(d.EDTF, "XXXX-") }

// bestDate is the narrowest fixed date, else the first; nil if there is none.
func bestDate(ds []dateline.Date) *dateline.Date {
	var best *dateline.Date
	for i := range ds {
		if best == nil || ds[i].Fixed() && (!best.Fixed() || span(ds[i]) < span(*best)) {
			best = &ds[i]
		}
	}
	return best
}

// span is a comparable width of a fixed date: the same first and last day is the narrowest.
func span(d dateline.Date) string {
	return fmt.Sprintf("%05d", daysBetween(d.From, d.To))
}

// monthsOf lists the months of a fixed date as YYYY-MM, at most a year of them.
func monthsOf(d dateline.Date) []string {
	if !d.Fixed() {
		return nil
	}
	from, err1 := time.Parse("2006-01-02", d.From)
	to, err2 := time.Parse("2006-01-02", d.To)
	if err1 != nil || err2 != nil {
		return nil
	}
	var out []string
	for m := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC); !m.After(to) && len(out) < 12; m = m.AddDate(0, 1, 0) {
		out = append(out, m.Format("2006-01"))
	}
	return out
}

// daysBetween counts the days from a to b; 99999 where one is no date.
func daysBetween(a, b string) int {
	x, err1 := time.Parse("2006-01-02", strings.TrimSpace(a))
	y, err2 := time.Parse("2006-01-02", strings.TrimSpace(b))
	if err1 != nil || err2 != nil {
		return 99999
	}
	return int(y.Sub(x).Hours() / 24)
}

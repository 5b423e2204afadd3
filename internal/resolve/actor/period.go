package actor

import (
	"strconv"
	"strings"
	"time"

	"dateline"
)

// period is a time as days, both included; "" is open.
type period struct{ from, to string }

// span reads two EDTF dates as the time between them. Approximate dates ('2014~') open by a year
// on their side, so that a record's own doubt never refuses a reading.
func span(from, to string) period {
	return period{firstDay(from), lastDay(to)}
}

func firstDay(edtf string) string {
	y, m, d, approx, ok := parts(edtf)
	if !ok {
		return ""
	}
	if approx {
		y--
	}
	return day(y, max(m, 1), max(d, 1))
}

func lastDay(edtf string) string {
	y, m, d, approx, ok := parts(edtf)
	if !ok {
		return ""
	}
	if approx {
		y++
	}
	if m == 0 {
		m = 12
	}
	if d == 0 {
		d = 31
	}
	return day(y, m, d)
}

func day(y, m, d int) string {
	pad := func(n, width int) string {
		s := strconv.Itoa(n)
		return strings.Repeat("0", max(0, width-len(s))) + s
	}
	return pad(y, 4) + "-" + pad(m, 2) + "-" + pad(d, 2)
}

// parts reads YYYY, YYYY-MM or YYYY-MM-DD, each with or without '~'; m and d are 0 where absent.
func parts(edtf string) (y, m, d int, approx, ok bool) {
	s, approx := strings.CutSuffix(edtf, "~")
	fields := strings.Split(s, "-")
	if len(fields) > 3 || len(fields[0]) != 4 {
		return 0, 0, 0, false, false
	}
	n := [3]int{}
	for i, f := range fields {
		v, err := strconv.Atoi(f)
		if err != nil || v < 1 || i > 0 && len(f) != 2 {
			return 0, 0, 0, false, false
		}
		n[i] = v
	}
	return n[0], n[1], n[2], approx, n[1] <= 12 && n[2] <= lastOf(n[0], n[1])
}

// begunBy reports whether p had begun when the report came out; yes if either is not known.
func (p period) begunBy(published dateline.Date) bool {
	return p.from == "" || published.To == "" || p.from <= published.To
}

// overBy reports whether p was over when the report came out; no if either is not known.
func (p period) overBy(published dateline.Date) bool {
	return p.to != "" && published.From != "" && p.to < published.From
}

// meets reports whether p and q share a day.
func (p period) meets(q period) bool {
	return (p.to == "" || q.from == "" || q.from <= p.to) && (q.to == "" || p.from == "" || p.from <= q.to)
}

// lastOf gives the last day of month m of year y.
func lastOf(y, m int) int { return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() }

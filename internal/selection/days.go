package selection

import (
	"slices"

	"dateline"
)

// days are the fixed dates of all Lines as numbers: places in the list of all days that begin or end one.
type days struct {
	list     []string // sorted, each once
	from, to []int32  // by Line; -1 where the date is not fixed
}

func newDays(lines []dateline.Line) days {
	var d days
	for i := range lines {
		if l := &lines[i]; l.Date.Fixed() {
			d.list = append(d.list, l.Date.From, l.Date.To)
		}
	}
	slices.Sort(d.list)
	d.list = slices.Clip(slices.Compact(d.list))
	number := make(map[string]int32, len(d.list))
	for i, day := range d.list {
		number[day] = int32(i)
	}
	d.from, d.to = make([]int32, len(lines)), make([]int32, len(lines))
	for i := range lines {
		d.from[i], d.to[i] = -1, -1
		if l := &lines[i]; l.Date.Fixed() {
			d.from[i], d.to[i] = number[l.Date.From], number[l.Date.To]
		}
	}
	return d
}

// span is the days of a Query; the zero span is all of time.
type span struct {
	narrow       bool
	first, after int32 // a date has to end at first or later, and to begin before after
}

func (d days) span(q Query) span {
	s := span{narrow: q.From != "" || q.To != "", after: int32(len(d.list))}
	if q.From != "" {
		n, _ := slices.BinarySearch(d.list, q.From)
		s.first = int32(n)
	}
	if q.To != "" {
		n, found := slices.BinarySearch(d.list, q.To)
		if s.after = int32(n); found {
			s.after++
		}
	}
	return s
}

// has reports whether the date of a Line can lie in a span.
func (d days) has(s span, line int) bool {
	return !s.narrow || d.from[line] >= 0 && d.to[line] >= s.first && d.from[line] < s.after
}

// bins sums counts by first day, as list, into years.
func (d days) bins(counts []int) (out []Bin) {
	for i, n := range counts {
		if n == 0 {
			continue
		}
		year := d.list[i][:4]
		if len(out) == 0 || out[len(out)-1].Year != year {
			out = append(out, Bin{Year: year})
		}
		out[len(out)-1].Count += n
	}
	return out
}

package draw

import (
	"fmt"
	"strconv"

	"dateline/internal/calendar"
	"dateline/internal/selection"
)

// Years is a histogram of a Selection by year, small enough for a column of facets. Each bar is a link that narrows the
// selection to its years or, where a span is picked, stretches the span to them; within the span it picks them alone.
type Years struct {
	Bins     []selection.Bin
	From, To string                       // the span that is picked; "" for an open end
	Link     func(from, to string) string // the address for a span of days
}

const (
	yearsWidth  = 240
	yearsPlot   = 44
	yearsHeight = yearsPlot + 16
	mostBars    = 60
)

// yearBar is one or more years in a row.
type yearBar struct{ first, last, count int }

func (b yearBar) from() string { return fmt.Sprintf("%04d-01-01", b.first) }
func (b yearBar) to() string   { return fmt.Sprintf("%04d-12-31", b.last) }

// words says which years, and how many incidents.
func (b yearBar) words() string {
	years := strconv.Itoa(b.first)
	if b.last != b.first {
		years += " to " + strconv.Itoa(b.last)
	}
	return years + ": " + plural(b.count, "incident")
}

// SVG draws a bar for each year from the first that has an incident to the last, or, of more than 60, one for each 2, 5,
// 10 ... years; the zero SVG if there is no incident. Bars within the picked span are solid.
func (y Years) SVG() SVG {
	bars := y.bars()
	if bars == nil {
		return SVG{}
	}
	most := 0
	for _, b := range bars {
		most = max(most, b.count)
	}
	p := figure("years", "group", "Incidents by year", yearsWidth, yearsHeight)
	step := float64(yearsWidth) / float64(max(len(bars), 8))
	p.begin("g")
	for i, b := range bars {
		if b.count > 0 {
			y.bar(p, b, float64(i)*step, step, most)
		}
	}
	p.end()
	p.leaf("path", "class", "rule", "d", fmt.Sprintf("M0 %d.5h%d", yearsPlot, yearsWidth))
	p.element("text", strconv.Itoa(bars[0].first), "class", "soft", "x", 0, "y", yearsHeight-2)
	if len(bars) > 1 {
		p.element("text", strconv.Itoa(bars[len(bars)-1].last), "class", "soft", "x", float64(len(bars))*step, "y", yearsHeight-2, "text-anchor", "end")
	}
	return p.done(yearsWidth, yearsHeight)
}

func (y Years) bar(p *pen, b yearBar, x, step float64, most int) {
	class := "solid"
	if y.From != "" && b.to() < y.From || y.To != "" && b.from() > y.To {
		class = "faint"
	}
	from, to, words := b.from(), b.to(), b.words()
	switch {
	case y.From != "" && y.To != "" && from > y.To:
		from, words = y.From, words+"; picks all years up to here"
	case y.From != "" && y.To != "" && to < y.From:
		to, words = y.To, words+"; picks all years from here"
	}
	p.begin("a", "href", y.Link(from, to))
	p.element("title", words)
	p.leaf("rect", "class", "reach", "x", x, "y", 0, "width", step, "height", yearsPlot)
	h := max(1.5, float64(b.count)*(yearsPlot-2)/float64(most))
	p.leaf("rect", "class", class, "x", x, "y", yearsPlot-h, "width", step-gap(step), "height", h)
	p.end()
}

// bars joins the years to so many as there is room for; those without an incident are bars of 0.
func (y Years) bars() []yearBar {
	if len(y.Bins) == 0 {
		return nil
	}
	counts := map[int]int{}
	for _, b := range y.Bins {
		n, _ := strconv.Atoi(b.Year) // a Bin's Year is four digits
		counts[n] += b.Count
	}
	first, _ := strconv.Atoi(y.Bins[0].Year)
	last, _ := strconv.Atoi(y.Bins[len(y.Bins)-1].Year)
	size := niceStep(last-first+1, mostBars)
	var out []yearBar
	for n := first - first%size; n <= last; n += size {
		b := yearBar{first: max(n, 1), last: min(n+size-1, yearOf(calendar.Last))}
		for year := b.first; year <= b.last; year++ {
			b.count += counts[year]
		}
		out = append(out, b)
	}
	return out
}

func yearOf(d calendar.Day) int {
	y, _, _ := d.Date()
	return y
}

// niceStep is 1, 2 or 5 times a power of ten, so that n has at most that many steps (one more where they do not begin at 0).
func niceStep(n, most int) int {
	for p := 1; ; p *= 10 {
		for _, m := range []int{1, 2, 5} {
			if m*p*most >= n {
				return m * p
			}
		}
	}
}

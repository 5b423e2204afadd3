package web

import (
	"cmp"
	"fmt"
	"strings"
)

// columns is a drawing of numbers in time: a column for each time, its parts on top of each other.
// The zero columns is drawn as nothing. A drawing has no links: the table under it has them.
type columns struct {
	Width, Height, Left, Base int
	Title, Words              string
	Parts                     []stack
	Labels                    []tick
	Ticks                     []tick
	Line                      string // points of a line over the columns; "" for none
	Key                       []keyEntry
}

// Shown is the part of the key that the drawing has.
func (c columns) Shown() []keyEntry {
	var out []keyEntry
	for _, k := range c.Key {
		drawn := k.Class == "line" && c.Line != ""
		for _, p := range c.Parts {
			drawn = drawn || p.Class == k.Class
		}
		if drawn {
			out = append(out, k)
		}
	}
	return out
}

// stack is a part of a column.
type stack struct {
	X, Y, W, H int
	Class      string // "solid", "open" or "dotted"
	Title      string
}

// keyEntry says what a class of parts, or the line, stands for.
type keyEntry struct{ Class, Words string }

// column is one time and how many there are of each part.
type column struct {
	Time string
	N    []int
	Line float64 // below 0 for none
}

// plot heights and edges, in the units of the view box.
const (
	plotTop    = 18
	plotHeight = 96
)

// newColumns draws all in their order; the zero columns for fewer than two, or if all are empty.
func newColumns(title string, key []keyEntry, all []column) columns {
	most := 0
	for _, c := range all {
		n := 0
		for _, k := range c.N {
			n += k
		}
		most = max(most, n, int(c.Line+.99))
	}
	if len(all) < 2 || most == 0 {
		return columns{}
	}
	c := columns{Width: chartWidth, Height: plotTop + plotHeight + 24, Base: plotTop + plotHeight, Left: 26, Title: title, Key: key}
	c.Words = columnWords(key, all)
	for n := 0; n <= most; n += niceStep(most) {
		c.Ticks = append(c.Ticks, tick{c.Base - n*plotHeight/most, number(n)})
	}
	c.draw(all, most)
	return c
}

func (c *columns) draw(all []column, most int) {
	room := c.Width - c.Left - 2
	every := max(1, (len(all)+4)/5)
	var line []string
	for i, col := range all {
		x, next := c.Left+i*room/len(all), c.Left+(i+1)*room/len(all)
		w := max(min(next-x, 34)-1-2*bit(next-x > 8), 1)
		y := c.Base
		for k, n := range col.N {
			h := n * plotHeight / most
			if n > 0 {
				h = max(h, 1)
				y -= h
				c.Parts = append(c.Parts, stack{x, y, w, h, c.Key[k].Class, fmt.Sprintf("%s, %s: %s", timeWords(col.Time), c.Key[k].Words, number(n))})
			}
		}
		if col.Line >= 0 {
			at := c.Base - int(col.Line*plotHeight/float64(most))
			line = append(line, fmt.Sprintf("%d,%d %d,%d", x, at, x+w, at))
		}
		if i%every == 0 && i+every/2 < len(all) {
			c.Labels = append(c.Labels, tick{x, shortTime(col.Time)})
		}
	}
	c.Line = strings.Join(line, " ")
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// timeWords words a year or a month; what is known of neither is said.
func timeWords(when string) string {
	if when == "" {
		return "time not known"
	}
	return edtfWords(when)
}

func columnWords(key []keyEntry, all []column) string {
	var out []string
	for _, c := range all {
		var parts []string
		for k, n := range c.N {
			if n > 0 {
				parts = append(parts, fmt.Sprintf("%s %s", key[k].Words, number(n)))
			}
		}
		if parts != nil {
			out = append(out, timeWords(c.Time)+": "+strings.Join(parts, ", "))
		}
	}
	return strings.Join(out, "; ") + "."
}

// spans is a drawing of ranges over time: a bar from the lowest to the highest, a mark for the best.
// The zero spans is drawn as nothing.
type spans struct {
	Width, Height, Left, Base int
	Title, Words, Note        string
	Bars                      []spanBar
	Labels                    []tick
	Ticks                     []tick
}

type spanBar struct {
	X, Y, W, H int
	BestY      int // 0 for none; from BestX to BestTo
	BestX      int
	BestTo     int
	Open       string // the path of an arrow's head; "" for a closed end
	Soft       bool
	Title      string
}

// span is one range to draw.
type span struct {
	At              float64 // where on the axis of time, in years
	Low, Best, High *int
	Open            bool
	Soft            bool
	Title           string
}

// newSpans draws ranges by their time; the zero spans for fewer than two times.
func newSpans(title, note string, all []span) spans {
	if len(all) < 2 {
		return spans{}
	}
	first, last, top := all[0].At, all[0].At, 1
	for _, s := range all {
		first, last = min(first, s.At), max(last, s.At)
		top = max(top, value(s.Low), value(s.Best), value(s.High))
	}
	if first == last {
		return spans{}
	}
	c := spans{Width: chartWidth, Height: plotTop + plotHeight + 24, Base: plotTop + plotHeight, Left: 46, Title: title, Note: note}
	room := float64(c.Width - c.Left - 26)
	x := func(at float64) int { return c.Left + 8 + int((at-first)*room/(last-first)) }
	y := func(n int) int { return c.Base - n*plotHeight/top }
	var words []string
	for _, s := range all {
		c.Bars = append(c.Bars, newSpanBar(s, x(s.At), y))
		words = append(words, s.Title)
	}
	for n := 0; n <= top; n += niceStep(top) {
		c.Ticks = append(c.Ticks, tick{y(n), number(n)})
	}
	c.Labels = yearLabels(first, last, x)
	c.Words = strings.Join(words, "; ") + "."
	return c
}

// yearLabels names at most six years; in a short time, its ends by their months.
func yearLabels(first, last float64, x func(float64) int) []tick {
	if last-first < 2 {
		return []tick{{x(first), monthOf(first)}, {x(last) - 24, monthOf(last)}}
	}
	var out []tick
	step := max(1, (int(last)-int(first)+5)/5)
	for year := int(first + .999); year <= int(last); year += step {
		out = append(out, tick{x(float64(year)), fmt.Sprint(year)})
	}
	return out
}

// monthOf is the month in which a time in years lies.
func monthOf(at float64) string {
	year := int(at)
	return fmt.Sprintf("%s %d", months[min(11, int((at-float64(year))*12+.01))][:3], year)
}

func newSpanBar(s span, x int, y func(int) int) spanBar {
	low, high := cmp.Or(s.Low, s.Best, s.High), cmp.Or(s.High, s.Best, s.Low)
	b := spanBar{X: x - 3, W: 7, Y: y(value(high)), H: max(y(value(low))-y(value(high)), 3), Soft: s.Soft, Title: s.Title}
	if s.Best != nil {
		b.BestY, b.BestX, b.BestTo = y(*s.Best), b.X-3, b.X+b.W+3
	}
	if s.Open {
		b.Open = fmt.Sprintf("M%d %dl-5 7h10z", x, b.Y-11)
	}
	return b
}

// yearOf is a day as a number of years; false for none.
func yearOf(day string) (float64, bool) {
	var y, m, d int
	if n, err := fmt.Sscanf(day, "%d-%d-%d", &y, &m, &d); n != 3 || err != nil {
		return 0, false
	}
	return float64(y) + float64(m-1)/12 + float64(d-1)/372, true
}

package web

import (
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// chart is a drawing in coordinates, for a template to write as SVG. Its words say the same as the
// drawing. The zero chart is drawn as nothing.
type chart struct {
	Width, Height int
	Title         string
	Words         string // the text alternative
	Ranges        []rangeBar
	Bars          []timeBar
	Ticks         []tick
	Base          int // y of the axis
	Left          int // x where the axis begins
}

// rangeBar is a range of numbers; an open end goes on as an arrow.
type rangeBar struct {
	Label             string
	Y                 int // of the bar's middle
	TextY             int
	X, W              int
	LowOpen, HighOpen bool
	Arrow             string // points of the heads of the arrows
	Tail              [][2]int
	Soft              bool // about, or a vague word
}

// timeBar is the incidents of a month or a year.
type timeBar struct {
	X, W    int
	Y, H    int // told as news
	RetoldY int
	RetoldH int
	Label   string
	LabelX  int
	Title   string
}

type tick struct {
	At    int // x, or y for a time chart
	Label string
}

// ranged is one row to draw.
type ranged struct {
	label string
	count dateline.Count
}

// The measures of a chart, in the units of its view box.
const (
	chartWidth = 360
	arrowLen   = 26
	rowHeight  = 40
	inset      = 14
)

// ranges draws ranges under each other on one scale that begins at 0. Rows without a bound are left
// out; the zero chart if none is left.
func ranges(title string, rows []ranged) chart {
	top := 0
	var drawn []ranged
	for _, r := range rows {
		if r.count.Low != nil || r.count.High != nil {
			drawn = append(drawn, r)
			top = max(top, value(r.count.Low), value(r.count.High))
		}
	}
	if len(drawn) == 0 {
		return chart{}
	}
	step := niceStep(top)
	top = max((top+step-1)/step, 1) * step
	c := chart{Width: chartWidth, Title: title, Left: inset, Base: len(drawn)*rowHeight + 6}
	c.Height = c.Base + 20
	at := func(n int) int { return inset + n*(chartWidth-2*inset-arrowLen)/top }
	var words []string
	for i, r := range drawn {
		c.Ranges = append(c.Ranges, newRangeBar(r, i*rowHeight, at))
		words = append(words, r.label)
	}
	for n := 0; n <= top; n += step {
		c.Ticks = append(c.Ticks, tick{at(n), number(n)})
	}
	c.Words = strings.Join(words, "; ") + "."
	return c
}

func value(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// newRangeBar places a range at the given height. A single number is a dot's width.
func newRangeBar(r ranged, y int, at func(int) int) rangeBar {
	b := rangeBar{Label: short(r.label), TextY: y + 15, Y: y + 27, LowOpen: r.count.Low == nil, HighOpen: r.count.High == nil,
		Soft: r.count.Approx || r.count.Word != ""}
	low, high := at(value(r.count.Low)), at(value(r.count.High))
	if b.HighOpen {
		high = low
	}
	if b.LowOpen {
		low = high
	}
	b.X, b.W = low, high-low
	if b.W < 6 {
		b.X, b.W = b.X-3, 6
	}
	if b.HighOpen {
		end := b.X + b.W + arrowLen
		b.Tail = append(b.Tail, [2]int{b.X + b.W, end - 7})
		b.Arrow += head(end, b.Y, -8)
	}
	if b.LowOpen {
		end := max(inset-8, b.X-arrowLen)
		b.Tail = append(b.Tail, [2]int{end + 7, b.X})
		b.Arrow += head(end, b.Y, 8)
	}
	return b
}

// short cuts a label to what the chart is wide enough for; the words of the chart have it whole.
func short(s string) string {
	const most = 50
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return s
}

// head is the path of an arrow's head with its point at x.
func head(x, y, back int) string {
	return fmt.Sprintf("M%d %dl%d -5v10z", x, y, back)
}

// niceStep is 1, 2 or 5 times a power of ten, so that top has at most five steps.
func niceStep(top int) int {
	for p := 1; ; p *= 10 {
		for _, m := range []int{1, 2, 5} {
			if m*p*5 >= top {
				return m * p
			}
		}
	}
}

// timing draws how many incidents lie in each month or year; the zero chart for fewer than two bins.
func timing(t analysis.Timeline) chart {
	if len(t.Bins) < 2 {
		return chart{}
	}
	most := 0
	for _, b := range t.Bins {
		most = max(most, len(b.News)+len(b.Retold))
	}
	const plot, top = 88, 18
	step := niceStep(most)
	scale := func(n int) int { return n * plot / most }
	c := chart{Width: chartWidth, Height: top + plot + 24, Base: top + plot, Left: 22, Title: timingTitle(t)}
	room := chartWidth - c.Left - 2
	for i, b := range t.Bins {
		x, next := c.Left+i*room/len(t.Bins), c.Left+(i+1)*room/len(t.Bins)
		c.Bars = append(c.Bars, newTimeBar(b, x, min(next-x, 34), c.Base, scale))
	}
	label(c.Bars, t)
	for n := 0; n <= most; n += step {
		c.Ticks = append(c.Ticks, tick{c.Base - scale(n), number(n)})
	}
	c.Words = timingWords(t)
	return c
}

func newTimeBar(b analysis.Bin, x, w, base int, scale func(int) int) timeBar {
	gap := 1
	if w > 8 {
		gap = 3
	}
	news, both := scale(len(b.News)), scale(len(b.News)+len(b.Retold))
	t := timeBar{X: x, W: max(w-gap, 1), Y: base - news, H: news, RetoldY: base - both, RetoldH: both - news}
	t.Title = edtfWords(b.Time) + ": " + number(len(b.News)+len(b.Retold))
	return t
}

// label writes the time under the first bar, the last, and as many between as there is room for.
func label(bars []timeBar, t analysis.Timeline) {
	every := max(1, (len(bars)+4)/5)
	for i := range bars {
		if i%every == 0 && i+every/2 < len(bars) {
			bars[i].LabelX = bars[i].X
			bars[i].Label = shortTime(t.Bins[i].Time)
		}
	}
}

func shortTime(when string) string {
	y, m, ok := strings.Cut(when, "-")
	if !ok {
		return y
	}
	return monthWords(m)[:3] + " " + y
}

func timingTitle(t analysis.Timeline) string {
	if t.Yearly {
		return "Incidents by year"
	}
	return "Incidents by month"
}

func timingWords(t analysis.Timeline) string {
	var all []string
	for _, b := range t.Bins {
		if n := len(b.News) + len(b.Retold); n > 0 {
			all = append(all, fmt.Sprintf("%s: %d", edtfWords(b.Time), n))
		}
	}
	return strings.Join(all, "; ") + "."
}

package draw

import (
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/calendar"
)

// Trend is counts by period, with what they are compared to, and under them what was told of the killed and how many
// outlets were heard: a change of those can make a change of these.
type Trend struct {
	Label  string
	Points []TrendPoint // follow on each other
	Link   func(TrendPoint) string
}

// TrendPoint is one period.
type TrendPoint struct {
	calendar.Period
	Name    string
	Words   string  // all that is drawn of it
	Count   int     // incidents that lie in it
	May     int     // and that may lie in it
	Base    float64 // what Count is compared to; below 0 for nothing
	Silent  bool    // no report is from it
	Outlets int
	Low     int // killed, as told
	High    int
	Told    bool // some toll is told
	Open    bool // some toll has no upper bound
}

const (
	trendWidth  = 960
	trendLeft   = 44
	trendPlot   = 130
	killedPlot  = 56
	outletsPlot = 36
	trendHead   = 20
	trendFoot   = 18
)

// SVG draws the incidents, then the killed if any toll is told, then the outlets; the zero SVG without points.
func (t Trend) SVG() SVG {
	if len(t.Points) == 0 {
		return SVG{}
	}
	most, killed, outlets, told := 1, 1, 1, false
	for _, k := range t.Points {
		most = max(most, k.Count+k.May, int(k.Base+.99))
		killed, outlets, told = max(killed, k.High), max(outlets, k.Outlets), told || k.Told
	}
	height := 2*trendHead + trendPlot + outletsPlot + trendFoot + 12
	if told {
		height += trendHead + killedPlot + 12
	}
	a := axis{calendar.Period{From: t.Points[0].From, To: t.Points[len(t.Points)-1].To}, trendWidth - trendLeft}
	p := figure("trend", "group", t.Label, trendWidth, height)
	p.hatch()
	p.begin("g", "transform", fmt.Sprintf("translate(%d 0)", trendLeft))
	t.dates(p, a, height)
	y := t.incidents(p, a, trendHead, most)
	if told {
		y = t.killed(p, a, y+12+trendHead, killed)
	}
	t.outlets(p, a, y+12+trendHead, outlets)
	t.links(p, a, height-trendFoot)
	p.end()
	return p.done(trendWidth, height)
}

func (t Trend) dates(p *pen, a axis, height int) {
	ticks := a.ticks(mostTicks)
	for i, k := range ticks {
		x := a.x(k.From)
		if x >= 0 {
			p.leaf("path", "class", "rule", "d", fmt.Sprintf("M%s %dV%d", written(x), trendHead, height-trendFoot+4))
		}
		if x < a.width-24 && !(i == 0 && len(ticks) > 1 && a.x(ticks[1].From) < 40) {
			p.element("text", k.Label, "class", "soft", "x", max(x, 0)+2, "y", height-3)
		}
	}
}

// panel writes the head of a part of the drawing, its scale and its axis, and returns the height of a number on it.
func (t Trend) panel(p *pen, a axis, y, height, most int, head string) func(float64) float64 {
	p.element("text", head, "class", "name", "x", -trendLeft, "y", y-7)
	high := func(n float64) float64 { return n * float64(height) / float64(most) }
	step := niceStep(most, height/24)
	for n := 0; n <= most; n += step {
		at := float64(y+height) - high(float64(n))
		p.leaf("path", "class", "rule", "d", fmt.Sprintf("M0 %sh%s", written(at), written(a.width)))
		p.element("text", short(n), "class", "soft", "x", -6, "y", at+4, "text-anchor", "end")
	}
	return high
}

// bar is where a period's bar stands.
func (t Trend) bar(a axis, k TrendPoint) (x, w float64) {
	x, end := a.x(k.From), a.x(k.To+1)
	return x, max(end-x-gap(end-x), .8)
}

func (t Trend) incidents(p *pen, a axis, y, most int) int {
	high := t.panel(p, a, y, trendPlot, most, "Incidents")
	foot := float64(y + trendPlot)
	var base strings.Builder
	for _, k := range t.Points {
		x, w := t.bar(a, k)
		if k.Silent {
			p.leaf("rect", "class", "faint", "x", x, "y", y, "width", w, "height", trendPlot)
		}
		p.bar("solid", "", x, w, foot-high(float64(k.Count)), high(float64(k.Count)))
		p.bar("span", fills["span"], x, w, foot-high(float64(k.Count+k.May)), high(float64(k.May)))
		if k.Base >= 0 {
			fmt.Fprintf(&base, "M%s %sh%s", written(x), written(foot-high(k.Base)), written(w))
		}
	}
	if base.Len() > 0 {
		p.leaf("path", "class", "base", "d", base.String())
	}
	return y + trendPlot
}

// killed draws a band from the sum of the lowest to that of the highest, with an arrow where a toll is open.
func (t Trend) killed(p *pen, a axis, y, most int) int {
	high := t.panel(p, a, y, killedPlot, most, "Killed, as told: from the lowest to the highest")
	foot := float64(y + killedPlot)
	for _, k := range t.Points {
		if !k.Told {
			continue
		}
		x, w := t.bar(a, k)
		low, top := high(float64(k.Low)), high(float64(k.High))
		p.leaf("rect", "class", "range", "x", x, "y", foot-max(top, low+2), "width", w, "height", max(top-low, 2))
		if k.Open {
			p.leaf("path", "class", "open-end", "d", fmt.Sprintf("M%s %sl3 -5 3 5z", written(x+w/2-3), written(foot-max(top, low+2)-1)))
		}
	}
	return y + killedPlot
}

func (t Trend) outlets(p *pen, a axis, y, most int) {
	high := t.panel(p, a, y, outletsPlot, most, "Sources with a report from then, on anything")
	for _, k := range t.Points {
		x, w := t.bar(a, k)
		h := high(float64(k.Outlets))
		p.bar("source", "", x, w, float64(y+outletsPlot)-h, h)
	}
}

// links lay one over each period: what it has in words, and the way to its list.
func (t Trend) links(p *pen, a axis, foot int) {
	for _, k := range t.Points {
		x, end := a.x(k.From), a.x(k.To+1)
		p.begin("a", "href", t.Link(k))
		p.element("title", k.Words)
		p.leaf("rect", "class", "reach", "x", x, "y", trendHead, "width", end-x, "height", foot-trendHead)
		p.end()
	}
}

// Multiple is one of several small drawings on the same scales.
type Multiple struct {
	Name   string
	Words  string
	Link   string
	Counts []int
}

// Multiples are rows of numbers over the same periods, side by side.
type Multiples struct {
	Label string
	Of    []Multiple
	Span  calendar.Period
}

const (
	multipleWidth  = 300
	multipleHeight = 72
	multiplePlot   = 40
	multiplesInRow = 3
)

// SVG draws each on the same scale; the zero SVG if there is none.
func (m Multiples) SVG() SVG {
	if len(m.Of) == 0 {
		return SVG{}
	}
	most := 1
	for _, one := range m.Of {
		for _, n := range one.Counts {
			most = max(most, n)
		}
	}
	rows := (len(m.Of) + multiplesInRow - 1) / multiplesInRow
	height := rows*multipleHeight + trendFoot
	p := figure("multiples", "group", m.Label, trendWidth, height)
	for i, one := range m.Of {
		m.draw(p, one, float64(i%multiplesInRow*(multipleWidth+30)), i/multiplesInRow*multipleHeight, most)
	}
	ends := fmt.Sprintf("Each from %s to %s, up to %s", m.Span.From.Words(), m.Span.To.Words(), number(most))
	p.element("text", ends, "class", "soft", "x", 0, "y", height-4)
	return p.done(trendWidth, height)
}

func (m Multiples) draw(p *pen, one Multiple, x float64, y, most int) {
	var bars strings.Builder
	step, foot := float64(multipleWidth)/float64(len(one.Counts)), float64(y+18+multiplePlot)
	for i, n := range one.Counts {
		if h := float64(n*multiplePlot) / float64(most); n > 0 {
			rect(&bars, x+float64(i)*step, foot-max(h, 1), max(step-gap(step), .6), max(h, 1))
		}
	}
	p.begin("a", "href", one.Link)
	p.element("title", one.Words)
	p.element("text", cut(one.Name, 44), "class", "name", "x", x, "y", y+12)
	p.leaf("rect", "class", "reach", "x", x, "y", y, "width", multipleWidth, "height", multipleHeight-10)
	p.leaf("path", "class", "solid", "d", bars.String())
	p.leaf("path", "class", "rule", "d", fmt.Sprintf("M%s %sh%d", written(x), written(foot+.5), multipleWidth))
	p.end()
}

// CountBy counts lines by the period in which their date lies as a whole.
func CountBy(lines []*dateline.Line, periods []calendar.Period) []int {
	out := make([]int, len(periods))
	for _, l := range lines {
		d, ok := Days(l)
		if !ok {
			continue
		}
		for i, p := range periods {
			if p.From <= d.From && d.To <= p.To {
				out[i]++
				break
			}
		}
	}
	return out
}

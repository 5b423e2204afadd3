package draw

import (
	"cmp"
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/calendar"
)

// Timeline is incidents in time, in lanes. In a lane with room each is a bar of its own, from the first to the last day
// on which it may have been; a lane with more is counted by period: upwards what counts as an incident, downwards what
// does not. Solid is what is certain.
type Timeline struct {
	Label  string
	Span   calendar.Period // what is shown
	Lanes  []Lane
	Name   func(*dateline.Line) string                            // an incident in words
	Open   func(*dateline.Line) string                            // the address of an incident
	Zoom   func(calendar.Period) string                           // the address of the timeline for another span
	Within func(lane Lane, span calendar.Period) (address string) // of the list of what a bar counts
}

// Lane is a row of a Timeline. Lines have a fixed date and are in the order of its first day.
type Lane struct {
	Value string // for Within
	Name  string
	Lines []*dateline.Line
}

// Measures of a Timeline, in the units of its view box.
const (
	timelineWidth = 960
	legendHeight  = 22
	axisHeight    = 24
	laneHead      = 20
	rowHeight     = 8
	markHeight    = 6
	leastMark     = 4
	upwards       = 40 // for the greatest count
	mostRows      = 12
	mostMarks     = 120 // of a lane; more are counted by period
	mostPeriods   = 56
	mostTicks     = 12
)

// stretch is an incident on the axis.
type stretch struct {
	line     *dateline.Line
	class    string
	from, to calendar.Day
	row      int
}

// Exact reports whether the day of an incident is known, and told: not a span, not 'about', not inferred.
func Exact(l *dateline.Line) bool {
	return l.Date.Fixed() && l.Date.From == l.Date.To && !strings.ContainsAny(l.Date.EDTF, "~?%") && l.Date.Inferred == ""
}

// Days is the first and the last possible day of an incident; false if its date is not fixed, or not on the calendar.
func Days(l *dateline.Line) (calendar.Period, bool) {
	from, ok := calendar.Parse(l.Date.From)
	to, also := calendar.Parse(l.Date.To)
	return calendar.Period{From: from, To: to}, ok && also && from <= to
}

// Extent is the span of days in which all lines lie; false if none has a fixed date.
func Extent(lines []*dateline.Line) (span calendar.Period, ok bool) {
	for _, l := range lines {
		d, fixed := Days(l)
		switch {
		case !fixed:
		case !ok:
			span, ok = d, true
		default:
			span = calendar.Period{From: min(span.From, d.From), To: max(span.To, d.To)}
		}
	}
	return span, ok
}

// laid is a lane with its place in the drawing.
type laid struct {
	Lane
	in            []stretch
	before, after int // lines that lie outside the span
	rows          int // of marks; 0 where it is counted
	bins          []bin
	height        int
}

// counted reports whether the lane is drawn by period.
func (l *laid) counted() bool { return l.rows == 0 && len(l.in) > 0 }

// SVG draws the lanes under each other, under an axis whose ticks lead to their stretch of time.
func (t Timeline) SVG() SVG {
	a := axis{t.Span, timelineWidth}
	unit := calendar.Fit(t.Span.Days(), mostPeriods)
	lanes, most, height := t.lay(a, unit)
	p := figure("timeline", "group", t.Label, timelineWidth, height)
	p.hatch()
	t.key(p, lanes, unit, most)
	t.axis(p, a, height)
	y := legendHeight + axisHeight
	for _, l := range lanes {
		t.lane(p, l, y)
		if l.counted() {
			t.counts(p, a, l, unit, y+laneHead, most)
		} else {
			t.marks(p, a, l, y+laneHead)
		}
		y += l.height
	}
	return p.done(timelineWidth, height)
}

// lay gives each lane its rows, or its counts by a unit; most is the greatest count.
func (t Timeline) lay(a axis, unit calendar.Unit) (lanes []laid, most, height int) {
	for _, lane := range t.Lanes {
		l := laid{Lane: lane}
		l.place(a)
		if l.counted() {
			l.count(unit, t.Span)
		}
		for _, b := range l.bins {
			most = max(most, b.up(), b.down())
		}
		lanes = append(lanes, l)
	}
	height = legendHeight + axisHeight
	for i := range lanes {
		lanes[i].size(most)
		height += lanes[i].height
	}
	return lanes, most, height
}

// size sets how high a lane is, where the greatest count of all is most.
func (l *laid) size(most int) {
	if !l.counted() {
		l.height = laneHead + max(l.rows, 1)*rowHeight + 6
		return
	}
	down := 0.
	for _, b := range l.bins {
		down = max(down, scale(most)(b.rest)+scale(most)(b.restMay))
	}
	l.height = laneHead + upwards + int(down+1) + 8
}

// place finds what of a lane lies in the span of the axis, and a row for each, the highest that is free; no rows if there
// are too many.
func (l *laid) place(a axis) {
	var ends []float64
	l.in = make([]stretch, 0, len(l.Lines))
	for _, line := range l.Lines {
		d, ok := Days(line)
		switch {
		case !ok:
			continue
		case d.To < a.span.From:
			l.before++
			continue
		case d.From > a.span.To:
			l.after++
			continue
		}
		s := stretch{line: line, class: class(line), from: d.From, to: d.To}
		if len(ends) <= mostRows {
			x, w := a.mark(s)
			for s.row < len(ends) && ends[s.row] > x {
				s.row++
			}
			if s.row == len(ends) {
				ends = append(ends, 0)
			}
			ends[s.row] = x + w + 1
		}
		l.in = append(l.in, s)
	}
	if l.rows = len(ends); l.rows > mostRows || len(l.in) > mostMarks {
		l.rows = 0
	}
}

// mark is where a stretch begins on the axis and how wide it is: never so narrow that it cannot be seen.
func (a axis) mark(s stretch) (x, width float64) {
	x, end := max(a.x(s.from), 0), min(a.x(s.to+1), a.width)
	if end-x < leastMark {
		x, end = min(x, a.width-leastMark), min(x, a.width-leastMark)+leastMark
	}
	return x, end - x
}

// class is how a mark looks: solid only where the day is exact, hollow where it is not counted.
func class(l *dateline.Line) string {
	switch exact := Exact(l); {
	case l.Counts() && exact:
		return "solid"
	case l.Counts():
		return "span"
	case exact:
		return "hollow"
	}
	return "dashed"
}

// fills are patterns, by class. They are no rules of Sheet, where an address is taken for one beside the sheet.
var fills = map[string]string{"span": "url(#hatch)"}

func (t Timeline) marks(p *pen, a axis, l laid, y int) {
	for _, s := range l.in {
		x, w := a.mark(s)
		p.begin("a", "href", t.Open(s.line))
		p.element("title", t.Name(s.line))
		p.leaf("rect", "class", s.class, "fill", fills[s.class], "x", x, "y", y+s.row*rowHeight, "width", w, "height", markHeight)
		p.end()
	}
}

// lane writes the name of a lane, and what of it lies outside the span.
func (t Timeline) lane(p *pen, l laid, y int) {
	p.leaf("path", "class", "rule", "d", fmt.Sprintf("M0 %d.5h%d", y, timelineWidth))
	p.begin("text", "x", 0, "y", y+14)
	p.element("tspan", cut(l.Name, 90), "class", "name")
	p.element("tspan", l.words(), "class", "soft", "dx", 8)
	p.end()
}

// words say how many incidents a lane has, within the span and outside.
func (l laid) words() string {
	out := number(len(l.in))
	if l.before > 0 {
		out += ", " + number(l.before) + " earlier"
	}
	if l.after > 0 {
		out += ", " + number(l.after) + " later"
	}
	return out
}

func (t Timeline) axis(p *pen, a axis, height int) {
	ticks := a.ticks(mostTicks)
	for i, k := range ticks {
		x := a.x(k.From)
		if x >= 0 {
			p.leaf("path", "class", "rule", "d", fmt.Sprintf("M%s %dV%d", written(x), legendHeight+axisHeight-6, height))
		}
		if x > timelineWidth-24 || i == 0 && len(ticks) > 1 && a.x(ticks[1].From) < 40 {
			continue // there is no room for its label
		}
		shown := calendar.Period{From: max(k.From, t.Span.From), To: min(k.To, t.Span.To)}
		words := "Zoom to " + shown.From.Words() + " to " + shown.To.Words()
		p.begin("a", "href", t.Zoom(shown))
		p.element("title", words)
		p.element("text", k.Label, "class", cmp.Or(map[bool]string{true: "major"}[k.Major], "soft"), "x", max(x, 0)+3, "y", legendHeight+12)
		p.end()
	}
	p.leaf("path", "class", "axis", "d", fmt.Sprintf("M0 %d.5h%d", legendHeight+axisHeight-1, timelineWidth))
}

// hatch defines the pattern of what is not exact.
func (p *pen) hatch() {
	p.begin("defs")
	p.begin("pattern", "id", "hatch", "width", 4, "height", 4, "patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)")
	p.leaf("path", "class", "line", "d", "M0 0v4")
	p.end()
	p.end()
}

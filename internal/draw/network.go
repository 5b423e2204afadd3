package draw

import (
	"fmt"
	"math"
	"strings"
)

// Network is groups and what ties them on a day. The place of a group comes from Layout, so that it keeps it while the day
// changes.
type Network struct {
	Label         string // what is shown, of what day: the text alternative
	Groups        []Body
	Ties          []Tie
	Width, Height int // of the Layout
}

// Body is a group.
type Body struct {
	Name   string
	Words  string // what is told of it, for its title
	Link   string // its page
	At     Point
	Size   int  // incidents, by which the circle is drawn
	Picked bool // the query asks for it
}

// Tie is one thing between two groups.
type Tie struct {
	A, B     int    // indexes into Groups
	Bearing  string // "hostile", "friendly", "kin" or "talking": the colour, and the shape at its middle
	Line     string // the state of evidence: "several", "recorded", "reported", "onesided", "disputed" or "ended"
	Directed bool   // it reads from A to B
	Words    string // who, what, whom, and on what evidence
	Link     string // its statements
}

// Mark is the path of the shape at the middle of a Tie of that Bearing, about 0 0.
func Mark(bearing string) string { return marks[bearing] }

var marks = map[string]string{
	"hostile":  "M-4-4L4 4M-4 4L4-4",
	"friendly": "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
	"kin":      "M0-5L5 4H-5z",
	"talking":  "M-4-4h8v8h-8z",
}

// SVG draws lines, then circles and names over them; the zero SVG without a group.
func (n Network) SVG() SVG {
	if len(n.Groups) == 0 {
		return SVG{}
	}
	p := figure("network", "group", n.Label, n.Width, n.Height)
	p.begin("g", "class", "ties")
	lanes := n.lanes()
	for i, t := range n.Ties {
		n.tie(p, t, lanes[i])
	}
	p.end()
	p.begin("g", "class", "bodies")
	for i, g := range n.Groups {
		g.draw(p, i)
	}
	p.end()
	return p.done(n.Width, n.Height)
}

// lanes says how far beside the straight line each Tie runs, so that those of one pair lie side by side.
func (n Network) lanes() []float64 {
	pair := func(t Tie) [2]int { return [2]int{min(t.A, t.B), max(t.A, t.B)} }
	of, at := map[[2]int]int{}, map[[2]int]int{}
	for _, t := range n.Ties {
		of[pair(t)]++
	}
	out := make([]float64, len(n.Ties))
	for i, t := range n.Ties {
		k := pair(t)
		out[i] = (float64(at[k]) - float64(of[k]-1)/2) * 26
		if t.A > t.B {
			out[i] = -out[i]
		}
		at[k]++
	}
	return out
}

func (n Network) tie(p *pen, t Tie, lane float64) {
	a, b := n.Groups[t.A], n.Groups[t.B]
	line, middle, head := curve(a.At, b.At, a.radius(), b.radius(), lane)
	p.begin("a", "class", "tie "+t.Bearing+" "+t.Line, "href", t.Link, "data-a", t.A, "data-b", t.B)
	p.element("title", t.Words)
	if t.Directed {
		line += head
	}
	p.leaf("path", "class", "line", "d", line)
	p.leaf("path", "class", "mark", "d", marks[t.Bearing], "transform", fmt.Sprintf("translate(%s %s)", written(middle.X), written(middle.Y)))
	p.end()
}

// curve is a line from circle to circle that runs lane beside the straight one at its middle, that middle, and the head of
// an arrow at its end.
func curve(a, b Point, ra, rb, lane float64) (line string, middle Point, head string) {
	dx, dy := b.X-a.X, b.Y-a.Y
	d := max(math.Hypot(dx, dy), 1)
	ux, uy := dx/d, dy/d
	bend := Point{(a.X+b.X)/2 - uy*lane, (a.Y+b.Y)/2 + ux*lane}
	from, to := toward(a, bend, ra+1), toward(b, bend, rb+2)
	middle = Point{(from.X + 2*bend.X + to.X) / 4, (from.Y + 2*bend.Y + to.Y) / 4}
	line = fmt.Sprintf("M%s %sQ%s %s %s %s", written(from.X), written(from.Y), written(bend.X), written(bend.Y), written(to.X), written(to.Y))
	back := toward(to, bend, 8)
	vx, vy := (to.X-back.X)/2, (to.Y-back.Y)/2
	head = fmt.Sprintf("M%s %sL%s %sL%s %s", written(back.X-vy), written(back.Y+vx), written(to.X), written(to.Y), written(back.X+vy), written(back.Y-vx))
	return line, middle, head
}

// toward is the point r from a on the way to b.
func toward(a, b Point, r float64) Point {
	dx, dy := b.X-a.X, b.Y-a.Y
	d := max(math.Hypot(dx, dy), 1)
	return Point{a.X + dx/d*r, a.Y + dy/d*r}
}

// radius grows with the root of Size, so that areas compare.
func (g Body) radius() float64 { return min(4+1.5*math.Sqrt(float64(g.Size)), 22) }

func (g Body) draw(p *pen, i int) {
	class := "body"
	if g.Picked {
		class += " picked"
	}
	p.begin("a", "class", class, "href", g.Link, "data-n", i)
	p.element("title", g.Words)
	p.leaf("circle", "cx", g.At.X, "cy", g.At.Y, "r", g.radius())
	y := g.At.Y + g.radius() + 11
	for _, row := range g.rows() {
		p.element("text", row, "x", g.At.X, "y", y, "text-anchor", "middle")
		y += labelHeight
	}
	p.end()
}

// rows is the name in at most two lines.
func (g Body) rows() []string {
	rows := wrapped([]string{g.Name}, labelRunes)
	if len(rows) > 2 {
		rows = []string{rows[0], cut(strings.Join(rows[1:], " "), labelRunes)}
	}
	for i := range rows {
		rows[i] = cut(rows[i], labelRunes+4)
	}
	return rows
}

// The room that a name takes.
const (
	labelRunes  = 20
	labelHeight = 13
	runeWidth   = 6.4
)

// room is half the width and the height above and below its place that a group takes.
type room struct {
	at                 Point
	half, above, below float64
}

func (g Body) room() room {
	r, rows := g.radius(), g.rows()
	half := r
	for _, row := range rows {
		half = max(half, float64(len([]rune(row)))*runeWidth/2)
	}
	return room{g.At, half + 4, r + 4, r + 4 + float64(len(rows)*labelHeight) + 4}
}

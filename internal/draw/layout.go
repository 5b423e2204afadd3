package draw

import (
	"cmp"
	"math"
	"slices"
)

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Layout places groups so that tied ones are near and no name covers another, and returns the size of the drawing, which
// is width wide or, for a group with many ties, wider. ties are pairs of indexes.
//
// It is that of Fruchterman and Reingold, 1991: every two groups push each other off and a tie pulls, with less and less
// play. It begins from a spiral instead of chance, groups with most ties inmost, and rounds each product before it adds, so
// that it is the same on every run and machine. Each connected part is laid out alone and put beside the others: parts that push
// each other away would leave the drawing mostly empty.
func Layout(bodies []Body, ties [][2]int, width int) (w, h int) {
	parts := connected(len(bodies), ties)
	var boxes []box
	for _, p := range parts {
		boxes = append(boxes, place(bodies, p, ties, float64(width)))
	}
	return pack(bodies, parts, boxes, float64(width))
}

// box is the room that a part takes.
type box struct{ x0, y0, x1, y1 float64 }

// connected returns the parts that ties hold together, the largest first, each in the order of its indexes.
func connected(n int, ties [][2]int) [][]int {
	root := make([]int, n)
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, t := range ties {
		a, b := find(t[0]), find(t[1])
		root[max(a, b)] = min(a, b)
	}
	of := map[int]int{}
	var parts [][]int
	for i := range n {
		r := find(i)
		k, ok := of[r]
		if !ok {
			k = len(parts)
			of[r], parts = k, append(parts, nil)
		}
		parts[k] = append(parts[k], i)
	}
	slices.SortStableFunc(parts, func(a, b []int) int { return len(b) - len(a) })
	return parts
}

const (
	apart = 92.0 // how far two groups that are tied are from each other, about
	steps = 240
)

// place lays out one part about 0 0, its longest way along x, and if there is room so wide.
func place(bodies []Body, part []int, ties [][2]int, width float64) box {
	at := spiral(part, ties)
	pull := pulls(part, ties)
	play := apart * math.Sqrt(float64(len(part))) / 2
	for step := range steps {
		move(at, pull, play*(1-float64(step)/steps)+.5)
	}
	lie(at)
	for k, i := range part {
		bodies[i].At = at[k]
	}
	spread(bodies, part)
	b := around(bodies, part)
	if wide := b.x1 - b.x0; len(part) > 5 && wide < width {
		stretch := min(width/wide, 1.7)
		for _, i := range part {
			bodies[i].At.X = float64(bodies[i].At.X * stretch)
		}
		return around(bodies, part)
	}
	return b
}

// lie turns a part so that it is wider than high: its longest way along x.
func lie(at []Point) {
	var mx, my, xx, xy, yy float64
	for _, p := range at {
		mx, my = mx+p.X/float64(len(at)), my+p.Y/float64(len(at))
	}
	for _, p := range at {
		dx, dy := p.X-mx, p.Y-my
		xx, xy, yy = xx+float64(dx*dx), xy+float64(dx*dy), yy+float64(dy*dy)
	}
	c, s := longest(xx, xy, yy)
	for k, p := range at {
		at[k] = Point{float64(p.X*c) + float64(p.Y*s), float64(p.Y*c) - float64(p.X*s)}
	}
}

// longest is the direction in which points with these sums of squares lie furthest apart.
func longest(xx, xy, yy float64) (c, s float64) {
	half := (xx - yy) / 2
	x, y := half+math.Sqrt(float64(half*half)+float64(xy*xy)), xy
	d := math.Sqrt(float64(x*x) + float64(y*y))
	if d < 1e-9 {
		if xx >= yy {
			return 1, 0
		}
		return 0, 1
	}
	return x / d, y / d
}

// spiral places a part to begin with, those with most ties inmost. It turns by adding, for math's sine differs between
// machines.
func spiral(part []int, ties [][2]int) []Point {
	degree := map[int]int{}
	for _, t := range ties {
		degree[t[0]]++
		degree[t[1]]++
	}
	order := make([]int, len(part))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return degree[part[b]] - degree[part[a]] })
	at := make([]Point, len(part))
	const cos, sin = -0.7373688780783197, 0.6754902942615238 // of the golden angle
	c, s := 1.0, 0.0
	for n, k := range order {
		r := apart * .7 * math.Sqrt(float64(n))
		at[k] = Point{r * c, r * s}
		c, s = float64(c*cos)-float64(s*sin), float64(c*sin)+float64(s*cos)
	}
	return at
}

// pulls are the ties of a part, each pair once, as indexes into it.
func pulls(part []int, ties [][2]int) [][2]int {
	in := map[int]int{}
	for k, i := range part {
		in[i] = k
	}
	var out [][2]int
	for _, t := range ties {
		a, ok := in[t[0]]
		if !ok || t[0] == t[1] {
			continue
		}
		b := in[t[1]]
		out = append(out, [2]int{min(a, b), max(a, b)})
	}
	slices.SortFunc(out, func(x, y [2]int) int { return cmp.Or(x[0]-y[0], x[1]-y[1]) })
	return slices.Compact(out)
}

// move pushes and pulls once, none further than play.
func move(at []Point, pull [][2]int, play float64) {
	by := make([]Point, len(at))
	for a := range at {
		for b := range a {
			dx, dy, d2 := between(at, a, b)
			push(by, a, b, dx, dy, apart*apart/d2)
		}
		by[a].X -= at[a].X * .02 // toward the middle
		by[a].Y -= at[a].Y * .03 // more so, for a screen is wider than high
	}
	for _, t := range pull {
		dx, dy, d2 := between(at, t[0], t[1])
		push(by, t[0], t[1], dx, dy, -math.Sqrt(d2)/apart)
	}
	for k := range at {
		d := math.Sqrt(float64(by[k].X*by[k].X) + float64(by[k].Y*by[k].Y))
		if d > 0 {
			f := min(d, play) / d
			at[k].X += float64(by[k].X * f)
			at[k].Y += float64(by[k].Y * f)
		}
	}
}

// between is the way from b to a and its square; two at one place part along a line.
func between(at []Point, a, b int) (dx, dy, d2 float64) {
	dx, dy = at[a].X-at[b].X, at[a].Y-at[b].Y
	if d2 = float64(dx*dx) + float64(dy*dy); d2 < 1 {
		return 1, float64(a-b) / 8, 1
	}
	return dx, dy, d2
}

func push(by []Point, a, b int, dx, dy, k float64) {
	x, y := float64(dx*k), float64(dy*k)
	by[a].X, by[a].Y = by[a].X+x, by[a].Y+y
	by[b].X, by[b].Y = by[b].X-x, by[b].Y-y
}

// spread moves groups apart whose circles or names cover each other, at most so often.
func spread(bodies []Body, part []int) {
	const most = 200
	rooms := make([]room, len(part))
	for k, i := range part {
		rooms[k] = bodies[i].room()
	}
	for range most {
		moved := false
		for k := range rooms {
			for j := range k {
				moved = rooms[k].clear(&rooms[j]) || moved
			}
		}
		if !moved {
			break
		}
	}
	for k, i := range part {
		bodies[i].At = rooms[k].at
	}
}

// clear moves two rooms apart along the shorter way, half of it each; false if they do not meet.
func (a *room) clear(b *room) bool {
	dx, dy := a.at.X-b.at.X, a.at.Y-b.at.Y
	wide := a.half + b.half - math.Abs(dx)
	high := b.below + a.above - dy // a is below b
	if dy < 0 {
		high = a.below + b.above + dy
	}
	if wide <= .01 || high <= .01 {
		return false
	}
	if high < wide {
		if dy < 0 {
			high = -high
		}
		a.at.Y, b.at.Y = a.at.Y+high/2, b.at.Y-high/2
		return true
	}
	if dx < 0 {
		wide = -wide
	}
	a.at.X, b.at.X = a.at.X+wide/2, b.at.X-wide/2
	return true
}

// around is the room that a part takes.
func around(bodies []Body, part []int) box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, i := range part {
		r := bodies[i].room()
		b = box{min(b.x0, r.at.X-r.half), min(b.y0, r.at.Y-r.above), max(b.x1, r.at.X+r.half), max(b.y1, r.at.Y+r.below)}
	}
	return b
}

// pack puts parts beside each other in rows, and rounds places to whole units.
func pack(bodies []Body, parts [][]int, boxes []box, width float64) (w, h int) {
	const gap = 12
	x, y, row := 0.0, 0.0, 0.0
	widest := width
	for k, part := range parts {
		b := boxes[k]
		if x > 0 && x+b.x1-b.x0 > width {
			x, y, row = 0, y+row+gap, 0
		}
		for _, i := range part {
			bodies[i].At = Point{math.Round(bodies[i].At.X - b.x0 + x), math.Round(bodies[i].At.Y - b.y0 + y)}
		}
		x += b.x1 - b.x0 + gap
		row, widest = max(row, b.y1-b.y0), max(widest, x-gap)
	}
	return int(math.Ceil(widest)), int(math.Ceil(y + row))
}

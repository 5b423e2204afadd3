package draw

import (
	"bytes"
	"math"
	"strconv"

	"dateline/internal/draw/basemap"
)

// pathMaker writes the d of a path with relative steps in tenths of a pixel, and leaves out points that would not show.
type pathMaker struct {
	b bytes.Buffer
}

const closest = 8 // tenths of a pixel between two points of a line

func tenths(v float64) int { return int(math.Round(v * 10)) }

// line adds points as one line; closed joins its ends. One of less than two points that show is left out.
func (m *pathMaker) line(points [][2]float64, closed bool) {
	var kept [][2]int
	for i, p := range points {
		q := [2]int{tenths(p[0]), tenths(p[1])}
		if n := len(kept); n > 0 && i < len(points)-1 && abs(q[0]-kept[n-1][0]) < closest && abs(q[1]-kept[n-1][1]) < closest {
			continue
		}
		kept = append(kept, q)
	}
	if len(kept) < 2 || closed && len(kept) < 3 {
		return
	}
	m.b.WriteByte('M')
	m.pair(kept[0][0], kept[0][1])
	m.b.WriteByte('l')
	for i := 1; i < len(kept); i++ {
		if i > 1 {
			m.b.WriteByte(' ')
		}
		m.pair(kept[i][0]-kept[i-1][0], kept[i][1]-kept[i-1][1])
	}
	if closed {
		m.b.WriteByte('z')
	}
}

func (m *pathMaker) pair(x, y int) {
	m.tenth(x)
	if y >= 0 {
		m.b.WriteByte(' ')
	}
	m.tenth(y)
}

func (m *pathMaker) tenth(n int) {
	if n%10 == 0 {
		m.b.WriteString(strconv.Itoa(n / 10))
		return
	}
	m.b.WriteString(strconv.FormatFloat(float64(n)/10, 'f', 1, 64))
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// ground draws the basemap that a projection shows.
type ground struct {
	world *basemap.Map
	p     projection
	level int
	shown extent
}

func newGround(p projection) ground {
	g := ground{basemap.World(), p, 0, p.shows()}
	for g.level < basemap.Levels-1 && basemap.Coarseness[g.level+1]*p.kx < 1.2 {
		g.level++
	}
	return g
}

// outline is the path of an area, cut off a little outside the drawing; "" if nothing of it shows.
func (g ground) outline(a basemap.Area) string {
	var m pathMaker
	if (extent{a.West, a.South, a.East, a.North}).meets(g.shown) {
		for _, ring := range g.world.Rings(a, g.level) {
			m.line(g.clipped(ring), true)
		}
	}
	return m.b.String()
}

// land is the path of all countries.
func (g ground) land() string {
	var m pathMaker
	for _, a := range g.world.Areas() {
		if a.Name == "" && !a.Reach && (extent{a.West, a.South, a.East, a.North}).meets(g.shown) {
			for _, ring := range g.world.Rings(a, g.level) {
				m.line(g.clipped(ring), true)
			}
		}
	}
	return m.b.String()
}

// lines are the paths of coasts and borders of countries, and of the borders within them.
func (g ground) lines() (outer, inner string) {
	var o, i pathMaker
	for n := range g.world.Lines() {
		within := g.world.Inner(n)
		if within && g.p.kx < innerFrom || g.world.OfReach(n) {
			continue
		}
		m := &o
		if within {
			m = &i
		}
		g.strokes(m, g.world.Line(n, g.level))
	}
	return o.b.String(), i.b.String()
}

// innerFrom is the pixels a degree from which borders within countries are drawn.
const innerFrom = 7

// strokes adds the parts of a line that may show.
func (g ground) strokes(m *pathMaker, line []basemap.Point) {
	var run [][2]float64
	flush := func() {
		m.line(run, false)
		run = run[:0]
	}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if !(extent{min(a.Lon, b.Lon), min(a.Lat, b.Lat), max(a.Lon, b.Lon), max(a.Lat, b.Lat)}).meets(g.shown) || frame(a, b) {
			flush()
			continue
		}
		if len(run) == 0 {
			run = append(run, g.at(a))
		}
		run = append(run, g.at(b))
	}
	flush()
}

// frame reports whether a step of an outline is the edge of the map: the antimeridian or the pole.
func frame(a, b basemap.Point) bool {
	return math.Abs(a.Lon) == 180 && a.Lon == b.Lon || a.Lat == -90 && b.Lat == -90
}

func (g ground) at(p basemap.Point) [2]float64 {
	x, y := g.p.to(p.Lon, p.Lat)
	return [2]float64{x, y}
}

const beyond = 12 // pixels outside the drawing at which rings are cut

// clipped is a ring on the drawing, without what lies far outside (Sutherland and Hodgman 1974).
func (g ground) clipped(ring []basemap.Point) [][2]float64 {
	out := make([][2]float64, len(ring))
	for i, p := range ring {
		out[i] = g.at(p)
	}
	for axis, far := range []float64{g.p.width, g.p.height} {
		out = clip(out, func(p [2]float64) float64 { return p[axis] + beyond })
		out = clip(out, func(p [2]float64) float64 { return far + beyond - p[axis] })
	}
	return out
}

// clip keeps of a ring what is where within is 0 or more.
func clip(ring [][2]float64, within func([2]float64) float64) [][2]float64 {
	var out [][2]float64
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		a, b := within(p), within(q)
		if a >= 0 {
			out = append(out, p)
		}
		if a > 0 && b < 0 || a < 0 && b > 0 {
			t := a / (a - b)
			out = append(out, [2]float64{p[0] + t*(q[0]-p[0]), p[1] + t*(q[1]-p[1])})
		}
	}
	return out
}

// middle is where the name or number of an area stands: the middle of its largest ring that shows, and how wide that is.
func (g ground) middle(a basemap.Area) (x, y, width float64) {
	var most float64
	for _, ring := range g.world.Rings(a, g.level) {
		points := g.clipped(ring)
		if size, cx, cy := centroid(points); size > most {
			most, x, y, width = size, cx, cy, math.Sqrt(size)
		}
	}
	return x, y, width
}

// centroid is the size of a ring, and the middle of its surface.
func centroid(ring [][2]float64) (size, x, y float64) {
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		cross := p[0]*q[1] - q[0]*p[1]
		size, x, y = size+cross/2, x+(p[0]+q[0])*cross/6, y+(p[1]+q[1])*cross/6
	}
	if size == 0 {
		return 0, 0, 0
	}
	return math.Abs(size), x / size, y / size
}

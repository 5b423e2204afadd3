package draw

import (
	"math"
	"strconv"

	"dateline/internal/draw/basemap"
)

// Terrain is the basemap at one of its levels for a script that draws it. All its measures are 500ths of a degree: x east,
// y north as upward has it, so that a view is the same drawing stretched along its axes.
type Terrain struct {
	Areas map[string]TerrainArea // by country, a space, and name: none for the country itself
	Lines []TerrainLine          // coasts and borders, by parts of the world; those within countries first
}

// TerrainArea is a country or an area in one, to be filled by the even-odd rule.
type TerrainArea struct {
	D      string // of an SVG path; "" where the level leaves all of it out
	Box    [4]int // west, south, east, north
	Middle [3]int // of its largest ring: x, y, and the side of a square of its size
	Whole  bool   `json:",omitempty"` // a country
	Reach  bool   `json:",omitempty"` // the hull of its settlements
}

// TerrainLine is the coasts and borders that lie about one part of the world.
type TerrainLine struct {
	D     string
	Box   [4]int
	Inner bool `json:",omitempty"` // they bound no country: the coarsest level has none
}

// perDegree is the steps of a Terrain.
const perDegree = 500

// NewTerrain is the basemap at a level, 0 the finest.
func NewTerrain(level int) Terrain {
	world := basemap.World()
	t := Terrain{Areas: map[string]TerrainArea{}}
	for _, a := range world.Areas() {
		t.Areas[a.Country+" "+a.Name] = newTerrainArea(a, world.Rings(a, level))
	}
	for _, inner := range []bool{true, false} {
		if !inner || level < basemap.Levels-1 {
			t.Lines = append(t.Lines, terrainLines(world, level, inner)...)
		}
	}
	return t
}

// terrainLines are the lines that bound no country, or those that do.
func terrainLines(world *basemap.Map, level int, inner bool) []TerrainLine {
	type part struct{ lon, lat int }
	number := map[part]int{}
	var trails []*trail
	for n := range world.Lines() {
		line := world.Line(n, level)
		if world.OfReach(n) || world.Inner(n) != inner || len(line) < 2 {
			continue
		}
		at := part{int(math.Floor(line[0].Lon / partSide)), int(math.Floor(line[0].Lat / partSide))}
		i, known := number[at]
		if !known {
			i, number[at] = len(trails), len(trails)
			trails = append(trails, &trail{})
		}
		trails[i].line(line)
	}
	var out []TerrainLine
	for _, t := range trails {
		out = append(out, TerrainLine{string(t.d), t.box, inner})
	}
	return out
}

// partSide is the degrees of a part of the world whose lines are one path.
const partSide = 6

func newTerrainArea(a basemap.Area, rings [][]basemap.Point) TerrainArea {
	out := TerrainArea{Whole: a.Name == "" && !a.Reach, Reach: a.Reach}
	var tr trail
	most := 0.
	for _, ring := range rings {
		flat := make([][2]float64, len(ring))
		for i, p := range ring {
			flat[i] = [2]float64{p.Lon * perDegree, upward(p.Lat) * perDegree}
			tr.to(p, i == 0)
		}
		tr.d = append(tr.d, 'z')
		if size, x, y := centroid(flat); size > most {
			most, out.Middle = size, [3]int{int(x), int(y), int(math.Sqrt(size))}
		}
	}
	out.D, out.Box = string(tr.d), tr.box
	return out
}

// trail writes the d of a path with relative steps, and keeps the frame of it.
type trail struct {
	d     []byte
	x, y  int
	begun bool // a line, of which no step is written yet
	box   [4]int
}

// line adds a line, without what is the edge of the map.
func (t *trail) line(points []basemap.Point) {
	fresh := true
	for i := 1; i < len(points); i++ {
		if frame(points[i-1], points[i]) {
			fresh = true
			continue
		}
		if fresh {
			t.to(points[i-1], true)
		}
		t.to(points[i], false)
		fresh = false
	}
}

// to goes to a point: with a line, or to begin one.
func (t *trail) to(p basemap.Point, begin bool) {
	x, y := int(math.Round(p.Lon*perDegree)), int(math.Round(upward(p.Lat)*perDegree))
	if len(t.d) == 0 {
		t.box = [4]int{x, y, x, y}
	}
	t.box = [4]int{min(t.box[0], x), min(t.box[1], y), max(t.box[2], x), max(t.box[3], y)}
	if begin {
		t.d = append(t.d, 'M')
		t.pair(x, y)
	} else if x != t.x || y != t.y {
		t.d = append(t.d, map[bool]byte{true: 'l', false: ' '}[t.begun])
		t.pair(x-t.x, y-t.y)
	} else {
		return
	}
	t.x, t.y, t.begun = x, y, begin
}

func (t *trail) pair(x, y int) {
	t.d = strconv.AppendInt(t.d, int64(x), 10)
	if y >= 0 {
		t.d = append(t.d, ' ')
	}
	t.d = strconv.AppendInt(t.d, int64(y), 10)
}

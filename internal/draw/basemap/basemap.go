// Package basemap knows where countries and their first-order areas lie: outlines derived from Natural Earth (public
// domain), with the names of our gazetteer, embedded. Folder build makes the file and says how areas are matched.
//
// The file is gzip. Unpacked it holds, as unsigned varints unless said: the
// letters "DLB1"; the number of lines, and of each the number of its points and the points: x and y, each the zigzag of the
// difference to the point before (over all lines; at first 0, 0) in 1/250 of a degree, x shifted left by two with the
// level in the two bits; the number of areas, and of each two letters for the country, the length of its name and the
// name, a byte that is 1 for a reach, the number of its rings, and of each the number of its lines and the zigzags of
// their numbers, n or -1-n for one that is followed backwards. A level is the coarsest drawing that a point is in: the
// outlines of neighbours stay one line at each. gzip's own checksum says whether the bytes are whole.
package basemap

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"strings"
	"sync"
)

//go:generate go run ./build -packages $BASEMAP_PACKAGES -out basemap.bin

//go:embed basemap.bin
var packed []byte

const (
	magic          = "DLB1"
	stepsPerDegree = 250
)

// Levels is how many drawings of one line there are; 0 is the finest.
const Levels = 3

// Coarseness is, by level, the side in degrees of the smallest square that a bend or an island covers there.
var Coarseness = [Levels]float64{0.028, 0.08, 0.25}

// Point is a position in degrees, WGS 84.
type Point struct{ Lon, Lat float64 }

// Area is a country or a first-order area of one.
type Area struct {
	Country string // ISO 3166-1 alpha-2
	Name    string // as dateline.Place.Admin1; "" for the country itself
	// Reach says that the outline is not known: its ring is the hull of its settlements.
	Reach                    bool
	West, South, East, North float64

	rings [][]int
}

// Map is the areas of the world. It does not change.
type Map struct {
	areas  []Area
	lines  [][]Vertex
	byName map[[2]string]int
	inner  []bool // by line: it bounds no country
	reach  []bool // by line: it bounds a reach
}

// World is the embedded map.
var World = sync.OnceValue(func() *Map {
	m, err := Open(packed)
	if err != nil {
		panic(err) // a test opens it
	}
	return m
})

// Version names the bytes of the file, for caches.
var Version = sync.OnceValue(func() string {
	sum := sha256.Sum256(packed)
	return hex.EncodeToString(sum[:6])
})

// Open reads a map that Write wrote. Bytes that are cut short, damaged or of another version are an error that says so.
func Open(packed []byte) (*Map, error) {
	data, err := unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("basemap: %w", err)
	}
	if !strings.HasPrefix(string(data), magic) {
		return nil, fmt.Errorf("basemap: no map of version %s; make it anew with 'go generate'", magic)
	}
	r := reader{data: data[len(magic):]}
	m := &Map{lines: r.readLines(), byName: map[[2]string]int{}}
	m.areas = r.readAreas(len(m.lines))
	if r.short || len(r.data) > 0 {
		return nil, fmt.Errorf("basemap: the bytes do not end where the map does")
	}
	m.finish()
	return m, nil
}

func unpack(packed []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(z, largest))
}

const largest = 16 << 20 // bytes of a map unpacked

// Areas lists the countries, each before its first-order areas; reaches are last. It is not to be changed.
func (m *Map) Areas() []Area { return m.areas }

// Area returns a country (name "") or a first-order area of one.
func (m *Map) Area(country, name string) (Area, bool) {
	i, ok := m.byName[[2]string{country, name}]
	if !ok {
		return Area{}, false
	}
	return m.areas[i], true
}

// Rings are the closed lines around an area, for filling by the even-odd rule; the last point is not the first again.
// Islands and bends too small for the level are left out, so there may be none.
func (m *Map) Rings(a Area, level int) [][]Point {
	var out [][]Point
	for _, refs := range a.rings {
		var ring []Point
		for _, ref := range refs {
			line := m.Line(max(ref, ^ref), level)
			for i := range line {
				p := line[i]
				if ref < 0 {
					p = line[len(line)-1-i]
				}
				if len(ring) == 0 || ring[len(ring)-1] != p {
					ring = append(ring, p)
				}
			}
		}
		if len(ring) > 1 && ring[0] == ring[len(ring)-1] {
			ring = ring[:len(ring)-1]
		}
		if len(ring) > 2 {
			out = append(out, ring)
		}
	}
	return out
}

// Lines is how many lines there are.
func (m *Map) Lines() int { return len(m.lines) }

// Inner reports whether a line bounds no country: it parts areas of one, or is around a reach.
func (m *Map) Inner(line int) bool { return m.inner[line] }

// OfReach reports whether a line is around a reach.
func (m *Map) OfReach(line int) bool { return m.reach[line] }

// Line is one line at a level; fewer than two points if it is too small for it.
func (m *Map) Line(line, level int) []Point {
	var out []Point
	for _, v := range m.lines[line] {
		if int(v.Level) >= level {
			out = append(out, Point{float64(v.X) / stepsPerDegree, float64(v.Y) / stepsPerDegree})
		}
	}
	return out
}

func (m *Map) finish() {
	m.inner, m.reach = make([]bool, len(m.lines)), make([]bool, len(m.lines))
	for i := range m.inner {
		m.inner[i] = true
	}
	for i := range m.areas {
		a := &m.areas[i]
		m.byName[[2]string{a.Country, a.Name}] = i
		a.West, a.South, a.East, a.North = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, ring := range a.rings {
			for _, ref := range ring {
				line := max(ref, ^ref)
				m.inner[line] = m.inner[line] && a.Name != ""
				m.reach[line] = a.Reach
				for _, p := range m.Line(line, 0) {
					a.West, a.East = min(a.West, p.Lon), max(a.East, p.Lon)
					a.South, a.North = min(a.South, p.Lat), max(a.North, p.Lat)
				}
			}
		}
	}
}

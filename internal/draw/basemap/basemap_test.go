package basemap_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"math"
	"os"
	"reflect"
	"slices"
	"testing"

	"dateline/internal/draw/basemap"
	"dateline/internal/resolve/place"
)

// Of settlements of any size 98.29 % lie in an area with an outline and 1.28 % in one with a reach.
func TestTheMapFitsTheGazetteer(t *testing.T) {
	m := basemap.World()
	var towns, drawn, reached int
	areas, outlines := map[[2]string]bool{}, 0
	for _, e := range place.Towns(5000) {
		if e.Admin1 == "" {
			continue
		}
		towns++
		a, ok := m.Area(e.Country, e.Admin1)
		switch {
		case ok && !a.Reach:
			drawn++
		case ok:
			reached++
		}
		if k := [2]string{e.Country, e.Admin1}; !areas[k] {
			areas[k] = true
			if ok && !a.Reach {
				outlines++
			}
		}
	}
	t.Logf("areas %d, with an outline %d; settlements %d, in one with an outline %.2f %%, with a reach %.2f %%",
		len(areas), outlines, towns, 100*float64(drawn)/float64(towns), 100*float64(reached)/float64(towns))
	if float64(drawn) < 0.97*float64(towns) || float64(drawn+reached) < 0.99*float64(towns) {
		t.Errorf("of %d settlements %d lie in an area with an outline, %d in one with a reach", towns, drawn, reached)
	}
}

// A town lies within the outline of its own area, but for those at a coast that the drawing cuts.
func TestTownsLieInTheirAreas(t *testing.T) {
	m := basemap.World()
	var towns, inside int
	for _, e := range place.Towns(200_000) {
		a, ok := m.Area(e.Country, e.Admin1)
		if !ok || a.Reach || e.Admin1 == "" {
			continue
		}
		towns++
		if holds(m.Rings(a, 0), e.Lon, e.Lat) {
			inside++
		}
	}
	if towns < 1500 || float64(inside) < 0.97*float64(towns) {
		t.Errorf("%d of %d towns lie in the outline of their area", inside, towns)
	}
}

func holds(rings [][]basemap.Point, lon, lat float64) bool {
	in := false
	for _, r := range rings {
		for i, a := range r {
			b := r[(i+1)%len(r)]
			if (a.Lat > lat) != (b.Lat > lat) && lon < (b.Lon-a.Lon)*(lat-a.Lat)/(b.Lat-a.Lat)+a.Lon {
				in = !in
			}
		}
	}
	return in
}

// No line crosses the antimeridian: drawn on a flat map it would cross the whole of it.
func TestNothingCrossesTheAntimeridian(t *testing.T) {
	m := basemap.World()
	for _, a := range m.Areas() {
		for level := range basemap.Levels {
			for _, r := range m.Rings(a, level) {
				for i, p := range r {
					q := r[(i+1)%len(r)]
					if math.Abs(p.Lon) > 180 || math.Abs(p.Lat) > 90 || math.Abs(p.Lon-q.Lon) > 60 && p.Lat > -80 {
						t.Fatalf("%s %s, level %d: from %v to %v", a.Country, a.Name, level, p, q)
					}
				}
			}
		}
	}
}

func TestCountriesHaveTheirOutline(t *testing.T) {
	m := basemap.World()
	for _, c := range []string{"NG", "SY", "SS", "XK", "PS", "FJ", "RU", "AQ", "CD", "US", "MV"} {
		if a, ok := m.Area(c, ""); !ok || len(m.Rings(a, 0)) == 0 || a.Reach {
			t.Errorf("%s has no outline", c)
		}
	}
	if _, ok := m.Area("", "Atlantis"); ok {
		t.Error("Atlantis is on the map")
	}
	if !slices.ContainsFunc(m.Areas(), func(a basemap.Area) bool { return a.Reach }) {
		t.Error("no area is drawn by its reach")
	}
}

func TestOpenReadsWhatWriteWrote(t *testing.T) {
	v := basemap.NewVertex
	s := basemap.Source{
		Lines: [][]basemap.Vertex{{v(0, 0, 2), v(4, 0, 0), v(4, 4, 2)}, {v(4, 4, 2), v(-0.5, 4, 1), v(0, 0, 2)}},
		Areas: []basemap.Shape{{Country: "NG", Rings: [][]int{{0, 1}}}, {Country: "NG", Name: "Børno", Reach: true, Rings: [][]int{{^1, ^0}}}},
	}
	var b bytes.Buffer
	if err := basemap.Write(&b, s); err != nil {
		t.Fatal(err)
	}
	m, err := basemap.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	a, _ := m.Area("NG", "Børno")
	want := [][]basemap.Point{{{0, 0}, {-0.5, 4}, {4, 4}, {4, 0}}}
	if got := m.Rings(a, 0); !reflect.DeepEqual(got, want) || !a.Reach || a.West != -0.5 || a.North != 4 {
		t.Errorf("got %v of %+v, want %v", got, a, want)
	}
	if got := m.Rings(a, 2); got != nil {
		t.Errorf("at the coarsest level two points make a ring: %v", got)
	}
}

func TestOpenRefusesOtherBytes(t *testing.T) {
	whole, err := os.ReadFile("basemap.bin")
	if err != nil {
		t.Fatal(err)
	}
	flipped := slices.Clone(whole)
	flipped[len(flipped)/2] ^= 4
	z, _ := gzip.NewReader(bytes.NewReader(whole))
	plain, _ := io.ReadAll(z)
	for name, data := range map[string][]byte{"nothing": nil, "cut short": whole[:len(whole)/2], "damaged": flipped, "text": []byte("hello"),
		"other version": pack([]byte("DLB9")), "a map with more behind": pack(append(slices.Clone(plain), 0)), "half a map": pack(plain[:len(plain)/2]),
		"a count of too many": pack(append([]byte("DLB1"), 0xff, 0xff, 0xff, 0xff, 0x0f))} {
		if _, err := basemap.Open(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func pack(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

package draw

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"dateline"
)

// placed is a Line of one incident at a place.
func placed(id string, p dateline.Place, independent, reviewed int) *dateline.Line {
	return &dateline.Line{ID: id, Kind: dateline.Attack, Place: p, Independent: independent, Statements: 3, Reviewed: reviewed}
}

func somewhere(p dateline.Precision, name string, lat, lon float64) dateline.Place {
	return dateline.Place{ID: "geonames:" + name, Name: name, Country: "NG", Admin1: "Borno", Lat: lat, Lon: lon, Precision: p, RadiusM: 5000}
}

func sample() []*dateline.Line {
	borno := dateline.Place{ID: "admin1:NG.27", Name: "Borno", Country: "NG", Admin1: "Borno", Precision: dateline.Province}
	lines := []*dateline.Line{
		placed("a", somewhere(dateline.Settlement, "Konduga", 11.65, 13.42), 1, 0),
		placed("b", somewhere(dateline.Settlement, "Maiduguri", 11.85, 13.16), 2, 3),
		placed("c", somewhere(dateline.Near, "Maiduguri", 11.85, 13.16), 1, 0),
		placed("d", somewhere(dateline.Near, "Chibok", 10.87, 12.85), 1, 0),
		placed("e", dateline.Place{ID: "geonames:2332459", Name: "Lagos", Country: "NG", Admin1: "Lagos", Lat: 6.45, Lon: 3.39, Precision: dateline.Site}, 4, 1),
		placed("f", borno, 1, 0),
		placed("g", dateline.Place{ID: "admin2:NG.27.1", Name: "Bama", Country: "NG", Admin1: "Borno", Precision: dateline.District}, 1, 1),
		placed("h", dateline.Place{ID: "iso:NG", Name: "Nigeria", Country: "NG", Precision: dateline.Country}, 1, 0),
		placed("i", dateline.Place{Name: "the market", Precision: dateline.Unplaced}, 1, 0),
		placed("j", dateline.Place{}, 1, 0),
	}
	inferred := somewhere(dateline.Settlement, "Bama", 11.52, 13.69)
	inferred.Inferred = "the place that the report is about"
	for n := range 12 {
		lines = append(lines, placed(fmt.Sprintf("k%d", n), inferred, 1, 0))
	}
	return lines
}

func mapOf(lines []*dateline.Line) Map {
	return Map{Lines: lines, Country: func(iso string) string { return map[string]string{"NG": "Nigeria"}[iso] },
		Incident: func(id string) string { return "/incidents/" + id },
		Places:   func(ids []string) string { return "/incidents?" + url.Values{"place": ids}.Encode() },
		Area: func(country, admin1 string) string {
			return "/incidents?" + url.Values{"admin1": {country + " " + admin1}}.Encode()
		},
		Look: func(v View) string { return "/map?at=" + v.String() }}
}

func TestMap(t *testing.T) {
	snapshot(t, "map", mapOf(sample()).SVG())
}

// What is not known as exactly as near a settlement is no point, wherever the gazetteer has its middle, and no incident
// is lost or counted twice.
func TestOnlyWhatIsKnownIsAPoint(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var lines []*dateline.Line
		for i := range r.IntN(60) {
			p := dateline.Place{ID: strconv.Itoa(r.IntN(9)), Name: "x", Country: []string{"", "NG", "SY"}[r.IntN(3)], Lat: r.Float64()*140 - 70, Lon: r.Float64()*360 - 180,
				Precision: dateline.Precisions[r.IntN(len(dateline.Precisions))]}
			if r.IntN(3) == 0 {
				p.Inferred = "elsewhere in the report"
			}
			if r.IntN(9) == 0 {
				p = dateline.Place{}
			}
			lines = append(lines, placed(strconv.Itoa(i), p, r.IntN(3), r.IntN(3)))
		}
		s := SpotsOf(lines)
		if s.Pointed+s.InArea+s.Nowhere != len(lines) {
			t.Fatalf("%d + %d + %d of %d incidents", s.Pointed, s.InArea, s.Nowhere, len(lines))
		}
		for i, l := range lines {
			drawn := s.Of[i] >= 0 && s.List[s.Of[i]].Point
			if drawn != (l.Place.Precision.Pointed() && l.Place.Inferred == "") {
				t.Fatalf("%+v: drawn as a point: %v", l.Place, drawn)
			}
		}
		counted := 0
		v := View{0, 0, 0}
		for _, c := range clusters(s.List, s.Tallies(lines), v.projection(2000, 2000)) {
			counted += c.tally.Count
		}
		if counted != s.Pointed {
			t.Fatalf("marks hold %d incidents of %d that have a point", counted, s.Pointed)
		}
	}
}

func TestTheOrderOfLinesChangesNothing(t *testing.T) {
	lines := sample()
	want := mapOf(lines).SVG().String()
	for i := range lines {
		j := (i * 7) % len(lines)
		lines[i], lines[j] = lines[j], lines[i]
	}
	if got := mapOf(lines).SVG().String(); got != want {
		t.Error("another order of lines draws another map")
	}
}

func TestProjectionRoundTrip(t *testing.T) {
	for _, v := range []View{{0, 0, 0}, {12.5, 40, 4}, {-33, -70, 8.5}, {71, 170, 6}} {
		p := v.projection(960, 600)
		if x, y := p.to(v.Lon, v.Lat); x != 480 || y != 300 {
			t.Errorf("%v: the middle is at %g, %g", v, x, y)
		}
		for lat := -80.; lat <= 80; lat += 16 {
			for lon := -180.; lon <= 180; lon += 36 {
				if lo, la := p.from(p.to(lon, lat)); math.Abs(lo-lon) > 1e-6 || math.Abs(la-lat) > 1e-6 {
					t.Errorf("%v: %g, %g comes back as %g, %g", v, lon, lat, lo, la)
				}
			}
		}
	}
	// Of true shape at the middle, of equal area everywhere.
	v := View{50, 10, 7}
	p := v.projection(960, 600)
	x, y := p.to(10.01, 50)
	_, y2 := p.to(10, 50.01)
	if math.Abs((x-480)/math.Cos(50*math.Pi/180)-(y-y2)) > 0.01 {
		t.Errorf("a hundredth of a degree is %g wide and %g tall", (x-480)/math.Cos(50*math.Pi/180), y-y2)
	}
}

func TestParseView(t *testing.T) {
	for _, v := range []View{{12.5, 40, 4}, {-84, 180, 9}, {0, 0, 0}} {
		if got, err := ParseView(v.String()); err != nil || got != v {
			t.Errorf("%s: %v, %v", v, got, err)
		}
	}
	for _, s := range []string{"", "1", "1,2", "1,2,3,4", "a,b,c", "85,0,3", "0,181,3", "0,0,10", "0,0,-1", "NaN,0,3", "0,Inf,3", "<script>,1,2"} {
		if v, err := ParseView(s); err == nil {
			t.Errorf("%q is taken for %v", s, v)
		}
	}
}

func TestMapOfNothingIsTheWorld(t *testing.T) {
	s := mapOf(nil).SVG()
	sound(t, s.String())
	if !strings.Contains(s.String(), "0 incidents") {
		t.Error("it does not say that there is nothing")
	}
}

func TestMapOfHostileNames(t *testing.T) {
	for _, h := range hostile {
		p := somewhere(dateline.Near, h, 11, 13)
		q := dateline.Place{ID: h, Name: h, Country: h, Admin1: h, Precision: dateline.Province}
		m := mapOf([]*dateline.Line{placed(h, p, 1, 0), placed("x", q, 1, 0), placed("y", p, 0, 0)})
		m.Country = func(iso string) string { return h }
		m.Incident = func(string) string { return h }
		sound(t, string(m.SVG().Alone(Caption{Title: h})))
	}
}

// A drawing is small enough for a page, and of places beyond the map's edges as well.
func TestMapsAreSmall(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var lines []*dateline.Line
	for i := range 20_000 {
		lines = append(lines, placed(strconv.Itoa(i), dateline.Place{ID: strconv.Itoa(i), Name: "Town", Country: "NG", Lat: r.Float64()*178 - 89, Lon: r.Float64()*360 - 180,
			Precision: dateline.Settlement}, 1, 0))
	}
	m := mapOf(lines)
	for _, v := range []View{{10, 0, 1.4}, {48, 10, 4}, {-80, 180, 7}, {84, -180, 3}, {12, 13, 9}} {
		m.At = &v
		s := m.SVG().String()
		sound(t, s)
		if len(s) > 500_000 {
			t.Errorf("%v: %d bytes", v, len(s))
		}
	}
}

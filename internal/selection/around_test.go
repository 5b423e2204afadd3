package selection

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline"
)

func TestAroundMissesNothingNear(t *testing.T) {
	var lines []dateline.Line
	for lat := -80; lat <= 80; lat += 10 {
		for lon := -180; lon < 180; lon += 5 {
			for _, d := range []float64{-0.4, 0, 0.4} {
				lines = append(lines, dateline.Line{ID: fmt.Sprint(len(lines)), Place: dateline.Place{Name: "x", Precision: dateline.Settlement,
					Lat: float64(lat) + d, Lon: float64(lon) + d}})
			}
		}
	}
	lines = append(lines, dateline.Line{ID: "area", Place: dateline.Place{Name: "x", Precision: dateline.Province}})
	x := New(lines)
	for i := range x.lines {
		l := &x.lines[i]
		if !Pointed(l) {
			continue
		}
		got := slices.Collect(x.Around(l.Place.Lat, l.Place.Lon, 50))
		if !slices.Contains(got, l) || len(got) > 40 {
			t.Fatalf("around %v,%v: %d lines", l.Place.Lat, l.Place.Lon, len(got))
		}
	}
	at := func(lat, lon float64) (n int) { return len(slices.Collect(x.Around(lat, lon, 50))) }
	if at(0, 179.9) != 3 || at(0, -179.9) != 3 || at(0.4, 0.4) != 3 || at(5, 2.5) != 0 {
		t.Errorf("over the date line %d and %d, at a line %d, far away %d", at(0, 179.9), at(0, -179.9), at(0.4, 0.4), at(5, 2.5))
	}
}

func TestASeriesIsByDate(t *testing.T) {
	var lines []dateline.Line
	for i, day := range []string{"2024-03-02", "", "2024-03-01"} {
		l := dateline.Line{ID: fmt.Sprint(i), Series: "s"}
		l.Date.From, l.Date.To = day, day
		lines = append(lines, l)
	}
	var got []string
	for _, l := range New(append(lines, dateline.Line{ID: "other"})).Series("s") {
		got = append(got, l.ID)
	}
	if strings.Join(got, " ") != "2 0 1" {
		t.Errorf("%v", got)
	}
	if New(lines).Series("t") != nil {
		t.Error("a series that is not there")
	}
}

package main

import (
	"reflect"
	"testing"
)

func degrees(xy ...int32) (out []point) {
	for i := 0; i < len(xy); i += 2 {
		out = append(out, point{xy[i] * stepsPerDegree, xy[i+1] * stepsPerDegree})
	}
	return out
}

func TestUnstitch(t *testing.T) {
	for name, c := range map[string]struct{ ring, west, east []point }{
		"away from it":   {ring: degrees(0, 0, 10, 0, 10, 10), west: degrees(0, 0, 10, 0, 10, 10)},
		"across it":      {ring: degrees(170, 0, -170, 0, -170, 10, 170, 10), west: degrees(-180, 0, -170, 0, -170, 10, -180, 10), east: degrees(170, 0, 180, 0, 180, 10, 170, 10)},
		"round the pole": {ring: degrees(-180, -70, -90, -75, 0, -70, 90, -75), west: degrees(-180, -70, -90, -75, 0, -70, 90, -75, 180, -70, 180, -90, -180, -90)},
	} {
		want := [][]point{c.west}
		if c.east != nil {
			want = append(want, c.east)
		}
		if got := unstitch(c.ring); !same(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

// same compares rings whatever their first points.
func same(a, b [][]point) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if len(a[i]) != len(b[i]) || !reflect.DeepEqual(turned(a[i]), turned(b[i])) {
			return false
		}
	}
	return true
}

func turned(ring []point) []point {
	least := 0
	for i, p := range ring {
		if byPlace(p, ring[least]) < 0 {
			least = i
		}
	}
	return append(append([]point{}, ring[least:]...), ring[:least]...)
}

package dateline

import (
	"math"
	"testing"
)

func TestKilometresAreTheSameBothWays(t *testing.T) {
	a, b := Place{Lat: 51.5, Lon: -0.12}, Place{Lat: 48.86, Lon: 2.35}
	if d := a.Kilometres(b); math.Abs(d-343) > 3 || d != b.Kilometres(a) || a.Kilometres(a) != 0 {
		t.Errorf("London to Paris is %.1f km", d)
	}
	if across := (Place{Lon: 179.9}).Kilometres(Place{Lon: -179.9}); math.Abs(across-22.2) > .5 {
		t.Errorf("over the date line it is %.1f km", across)
	}
}

package eval

import (
	"slices"
	"testing"

	"dateline"
)

func TestGVAScore(t *testing.T) {
	told := func(c ...dateline.Count) gvaTold {
		var in dateline.Incident
		for _, n := range c {
			in.Tolls = append(in.Tolls, dateline.Told[dateline.Toll]{Value: dateline.Toll{Of: dateline.KilledRole, Count: n}})
		}
		return gvaFigure(in, dateline.KilledRole, dateline.Death)
	}
	var s gvaScore
	s.add(3, told(dateline.Exactly(2), dateline.Exactly(3))) // holds, exact
	s.add(3, told(dateline.Between(1, -1)))                  // holds
	s.add(3, told(dateline.Exactly(4)))                      // too high
	s.add(3, told())                                         // not told
	s.add(0, told())                                         // rightly not told
	if got, want := s.row("killed"), []string{"killed", "60.0", "40.0", "75.0", "20.0", "20.0"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

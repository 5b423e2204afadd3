package review

import (
	"math"
	"testing"
)

// The worked example of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve
// units, missing data.
var worked = [][]float64{
	{1, 1, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {5, 5, 5}, {1, 1}, {3},
}

func TestAlphaOfTheWorkedExample(t *testing.T) {
	for name, c := range map[string]struct {
		square func(a, b float64) float64
		want   float64
	}{
		"nominal":  {Nominal[float64], .743},
		"interval": {interval, .849},
		"ratio":    {ratio, .797},
	} {
		a := NewAlpha(worked, c.square)
		if math.Abs(a.Value-c.want) > .0005 || a.Units != 11 || a.Values != 40 {
			t.Errorf("%s: %+v, want %.3f of 11 units and 40 values", name, a, c.want)
		}
	}
}

func TestAlphaOfLittle(t *testing.T) {
	if a := NewAlpha([][]string{{"x"}, {}, {"y"}}, Nominal[string]); a.Defined() || a.Units != 0 {
		t.Errorf("nobody read twice: %+v", a)
	}
	if a := NewAlpha([][]string{{"x", "x"}, {"x", "x"}}, Nominal[string]); a.Defined() || a.Units != 2 {
		t.Errorf("no two values: %+v", a)
	}
	if a := NewAlpha([][]string{{"x", "y"}, {"y", "x"}}, Nominal[string]); !(a.Value < 0) {
		t.Errorf("never the same: %+v", a)
	}
	if a := NewAlpha([][]string{{"x", "x"}, {"y", "y"}}, Nominal[string]); a.Value != 1 {
		t.Errorf("always the same: %+v", a)
	}
}

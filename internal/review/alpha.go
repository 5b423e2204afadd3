package review

import (
	"math"
)

// Alpha is Krippendorff's alpha of what readers said of units (Krippendorff 2004, Content Analysis, ch. 11; Hayes and
// Krippendorff 2007, Communication Methods and Measures 1(1)): 1 is perfect agreement, 0 what chance would give, less is
// worse than chance. Readers may have left out units; a unit that fewer than two read counts for nothing.
type Alpha struct {
	Value  float64 // NaN if Units is 0 or all values are the same: there is nothing to agree or disagree on then
	Units  int     // that two or more read
	Values int     // of those units
}

// Defined reports whether Value is a number.
func (a Alpha) Defined() bool { return !math.IsNaN(a.Value) }

// NewAlpha works out the alpha of units, each the values that readers gave it, in any order. square is the squared
// difference of two values: 0 for the same, the same both ways.
func NewAlpha[T comparable](units [][]T, square func(a, b T) float64) Alpha {
	a := Alpha{Value: math.NaN()}
	all, order := map[T]int{}, []T(nil)
	observed := 0.0
	for _, u := range units {
		if len(u) < 2 {
			continue
		}
		a.Units, a.Values = a.Units+1, a.Values+len(u)
		within := 0.0
		for i, x := range u {
			if all[x]++; all[x] == 1 {
				order = append(order, x)
			}
			for _, y := range u[:i] {
				within += 2 * square(x, y)
			}
		}
		observed += within / float64(len(u)-1)
	}
	expected := 0.0
	for i, x := range order {
		for _, y := range order[:i] {
			expected += 2 * float64(all[x]) * float64(all[y]) * square(x, y)
		}
	}
	if expected > 0 {
		n := float64(a.Values)
		a.Value = 1 - (n-1)*observed/expected
	}
	return a
}

// Nominal is the squared difference of names.
func Nominal[T comparable](a, b T) float64 {
	if a == b {
		return 0
	}
	return 1
}

// interval is the squared difference of numbers on a scale without a zero.
func interval(a, b float64) float64 { return (a - b) * (a - b) }

// ratio is the squared difference of numbers of things: 1 and 2 differ by more than 101 and 102.
func ratio(a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	d := (a - b) / (a + b)
	return d * d
}

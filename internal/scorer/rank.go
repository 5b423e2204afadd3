package scorer

import (
	"math"
	"math/rand/v2"
)

// Race is a choice between rivals: one or more of them are of the class Won, the others are not.
type Race []Example

// The classes of a model that [FitRaces] makes: the higher the odds of Won, the likelier a rival wins.
const (
	Lost = "no"
	Won  = "yes"
)

// FitRaces fits a model that tells the winner of a race from its rivals (a conditional logit), by AdaGrad:
// what all rivals of a race share weighs nothing. Races without a winner or without a rival teach
// nothing. It is as repeatable as [Fit], and returns nil where no race teaches anything.
func FitRaces(races []Race, o Options) *Model {
	o = o.filled()
	var all []Example
	var ends []int
	for _, r := range races {
		if r.taught() {
			all = append(all, r...)
			ends = append(ends, len(all))
		}
	}
	if len(ends) == 0 {
		return nil
	}
	f := newFitting(all, o)
	order := make([]int, len(ends))
	for i := range order {
		order[i] = i
	}
	r := rand.New(rand.NewPCG(7, 11))
	for range o.Rounds {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			first := 0
			if i > 0 {
				first = ends[i-1]
			}
			f.race(f.things[first:ends[i]], o.Ridge)
		}
	}
	return f.model(o.Most)
}

func (r Race) taught() bool {
	won := 0
	for _, x := range r {
		if x.Class == Won {
			won++
		}
	}
	return won > 0 && won < len(r)
}

// race learns from one race. Both classes of a feature get the same weight with opposite signs.
func (f *fitting) race(rivals []thing, ridge float64) {
	const rate = 0.2
	sums, won := make([]float64, len(rivals)), 0.0
	for i, t := range rivals {
		for _, at := range t.features {
			sums[i] += 2 * f.weights[2*at+1]
		}
		won += float64(t.class)
	}
	chances := softmax(sums)
	for i, t := range rivals {
		gain := t.weight * (chances[i] - float64(t.class)/won)
		for _, at := range t.features[1:] {
			w, s := &f.weights[2*at+1], &f.squares[2*at+1]
			g := gain + float64(ridge**w)
			*s += float64(g * g)
			*w -= float64(rate * g / math.Sqrt(*s+1e-6))
			f.weights[2*at] = -*w
		}
	}
}

// softmax turns odds into chances.
func softmax(odds []float64) []float64 {
	top, all := math.Inf(-1), 0.0
	for _, o := range odds {
		top = max(top, o)
	}
	out := make([]float64, len(odds))
	for i, o := range odds {
		out[i] = math.Exp(o - top)
		all += out[i]
	}
	for i := range out {
		out[i] /= all
	}
	return out
}

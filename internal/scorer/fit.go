package scorer

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Example is a thing whose class is known. Features named twice count once. Names hold no tab and no line end.
type Example struct {
	Features []string
	Class    string
	Weight   float64 // how much it counts; zero counts as one
}

// Options say how to fit. The zero value is useful.
type Options struct {
	Rounds   int     // passes over the examples; 0 is 12
	MinCount int     // features of fewer examples are left out; 0 is 2
	Most     int     // at most so many weights are kept, the largest; 0 is 9,900
	Ridge    float64 // how strongly weights are drawn to zero; 0 is 1e-4
}

func (o Options) filled() Options {
	return Options{Rounds: cmp.Or(o.Rounds, 12), MinCount: cmp.Or(o.MinCount, 2), Most: cmp.Or(o.Most, 9900), Ridge: cmp.Or(o.Ridge, 1e-4)}
}

// Fit fits a model by AdaGrad. Classes are in the order of the alphabet. The same examples in the
// same order with the same options give the same model; shuffling has a fixed seed. With examples of
// fewer than two classes it returns nil.
func Fit(examples []Example, o Options) *Model {
	o = o.filled()
	f := newFitting(examples, o)
	if len(f.classes) < 2 {
		return nil
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	r := rand.New(rand.NewPCG(7, 11))
	for range o.Rounds {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			f.step(i, o.Ridge)
		}
	}
	return f.model(o.Most)
}

// fitting is a model in training. Rows of weights lie one after the other, features by number.
type fitting struct {
	classes          []string
	names            []string
	weights, squares []float64
	things           []thing
	chances          []float64
}

// thing is an Example in numbers.
type thing struct {
	features []int
	class    int
	weight   float64
}

func newFitting(examples []Example, o Options) *fitting {
	f := &fitting{names: []string{Bias}}
	for _, x := range examples {
		f.classes = append(f.classes, x.Class)
	}
	slices.Sort(f.classes)
	f.classes = slices.Compact(f.classes)
	number := f.number(examples, o.MinCount)
	for _, x := range examples {
		class, _ := slices.BinarySearch(f.classes, x.Class)
		t := thing{features: []int{0}, class: class, weight: cmp.Or(x.Weight, 1)}
		for _, name := range x.Features {
			if n, ok := number[name]; ok {
				t.features = append(t.features, n)
			}
		}
		slices.Sort(t.features)
		t.features = slices.Compact(t.features)
		f.things = append(f.things, t)
	}
	f.weights = make([]float64, len(f.names)*len(f.classes))
	f.squares = make([]float64, len(f.weights))
	f.chances = make([]float64, len(f.classes))
	return f
}

// number gives each feature of enough examples a number, in the order in which they first stand.
func (f *fitting) number(examples []Example, least int) map[string]int {
	count := map[string]int{}
	for _, x := range examples {
		for _, name := range x.Features {
			count[name]++
		}
	}
	number := map[string]int{Bias: 0}
	for _, x := range examples {
		for _, name := range x.Features {
			if _, known := number[name]; !known && count[name] >= least {
				number[name] = len(f.names)
				f.names = append(f.names, name)
			}
		}
	}
	return number
}

// step learns from one thing.
func (f *fitting) step(i int, ridge float64) {
	const rate = 0.2
	t, n := &f.things[i], len(f.classes)
	f.guess(t)
	f.chances[t.class]--
	for _, at := range t.features {
		for k := range n {
			w, s := &f.weights[at*n+k], &f.squares[at*n+k]
			g := float64(t.weight*f.chances[k]) + float64(ridge**w)
			*s += float64(g * g)
			*w -= float64(rate * g / math.Sqrt(*s+1e-6))
		}
	}
}

// guess fills in the chances of the classes of t.
func (f *fitting) guess(t *thing) {
	n := len(f.classes)
	clear(f.chances)
	for _, at := range t.features {
		for k := range n {
			f.chances[k] += f.weights[at*n+k]
		}
	}
	top, all := slices.Max(f.chances), 0.0
	for k, c := range f.chances {
		f.chances[k] = math.Exp(c - top)
		all += f.chances[k]
	}
	for k := range f.chances {
		f.chances[k] /= all
	}
}

// model rounds the weights to hundredths and keeps the largest.
func (f *fitting) model(most int) *Model {
	least := f.least(most)
	m := &Model{classes: f.classes}
	n := len(f.classes)
	for at, name := range f.names {
		row, some := make([]int32, n), false
		for k := range n {
			if w := hundredths(f.weights[at*n+k]); w != 0 && abs(w) >= least {
				row[k], some = w, true
			}
		}
		if some {
			m.rows.put(name, row)
		}
	}
	return m
}

// least is the size that a weight must have for at most so many to be kept.
func (f *fitting) least(most int) int32 {
	sizes := make([]int32, len(f.weights))
	for i, w := range f.weights {
		sizes[i] = abs(hundredths(w))
	}
	slices.Sort(sizes)
	if len(sizes) <= most {
		return 1
	}
	return max(1, sizes[len(sizes)-most-1]+1)
}

func hundredths(w float64) int32 { return int32(math.Round(w * 100)) }

func abs(w int32) int32 { return max(w, -w) }

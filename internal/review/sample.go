package review

import (
	"cmp"
	"container/heap"
	"slices"
	"strconv"

	"dateline"
)

// Drawn is a Statement of a sample: the Nth of an incident's.
type Drawn struct {
	Incident string
	N        int
	lot      uint64
}

// Sample draws at most n Statements of the incidents of lines, each with the same chance, in the order in which they are
// drawn. The same seed draws the same, whatever the order of lines; an incident that comes or grows changes little of it.
func Sample(lines []*dateline.Line, seed uint64, n int) []Drawn {
	h := &lots{}
	for _, l := range lines {
		id, err := strconv.ParseUint(l.ID, 16, 64)
		if err != nil {
			continue
		}
		for k := range l.Statements {
			d := Drawn{l.ID, k, mix(mix(id^mix(seed)) + uint64(k))}
			switch {
			case len(*h) < n:
				heap.Push(h, d)
			case drawnBefore(d, (*h)[0]) < 0:
				(*h)[0] = d
				heap.Fix(h, 0)
			}
		}
	}
	out := slices.Clone(*h)
	slices.SortFunc(out, drawnBefore)
	return out
}

func drawnBefore(a, b Drawn) int {
	return cmp.Or(cmp.Compare(a.lot, b.lot), cmp.Compare(a.Incident, b.Incident), a.N-b.N)
}

// mix spreads the bits of x (the finaliser of SplitMix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// lots is a heap with the last drawn on top.
type lots []Drawn

func (h lots) Len() int           { return len(h) }
func (h lots) Less(i, j int) bool { return drawnBefore(h[i], h[j]) > 0 }
func (h lots) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *lots) Push(x any)        { *h = append(*h, x.(Drawn)) }
func (h *lots) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

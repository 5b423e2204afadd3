package parse

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// allTrees calls use with the heads of every tree over n words that has one root.
func allTrees(n int, use func([]int)) {
	heads := make([]int, n)
	var fill func(int)
	fill = func(i int) {
		if i < n {
			for h := range n + 1 {
				heads[i] = h
				fill(i + 1)
			}
			return
		}
		roots := 0
		for _, h := range heads {
			roots += one(h == 0)
		}
		if roots == 1 && !new(spanning).cyclic(heads) {
			use(heads)
		}
	}
	fill(0)
}

func TestTheTreeIsTheBestOfAll(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for n := 1; n <= 5; n++ {
		for range 200 {
			scores := make([]float32, n*(n+1))
			for i := range scores {
				scores[i] = float32(r.NormFloat64())
				if i%(n+1) == i/(n+1)+1 {
					scores[i] = float32(math.Inf(-1))
				}
			}
			sum := func(heads []int) (s float64) {
				for i, h := range heads {
					s += float64(scores[i*(n+1)+h])
				}
				return s
			}
			best := math.Inf(-1)
			allTrees(n, func(heads []int) { best = max(best, sum(heads)) })
			got := new(spanning).draw(scores, n, nil)
			if math.Abs(sum(got)-best) > 1e-4 {
				t.Fatalf("%d words: tree %v of %v, the best has %v", n, got, sum(got), best)
			}
		}
	}
}

func TestALongCircleIsOpened(t *testing.T) {
	const n = 60 // every word likes the next one best, the last one the first
	scores := make([]float32, n*(n+1))
	for i := range n {
		scores[i*(n+1)+i+1] = float32(math.Inf(-1))
		scores[i*(n+1)+(i+1)%n+1] = 5
	}
	scores[17*(n+1)] = 1
	heads := new(spanning).draw(scores, n, nil)
	if heads[17] != 0 || slices.Index(heads, 0) != 17 || heads[16] != 18 || heads[n-1] != 1 {
		t.Errorf("heads %v", heads)
	}
}

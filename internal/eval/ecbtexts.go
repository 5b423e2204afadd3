package eval

import (
	"math"
	"slices"

	"dateline/internal/link"
)

// ecbTexts compares texts by the words, numbers and pairs of words of which two texts or more have one.
type ecbTexts struct {
	rarity map[string]float64 // the logarithm of the number of texts over those that have it
	alike  [][]float64        // the cosine of two texts' rarities
}

func compareTexts(texts []ecbText) *ecbTexts {
	n := map[string]int{}
	for _, t := range texts {
		for _, w := range t.grams {
			n[w]++
		}
	}
	c := &ecbTexts{rarity: map[string]float64{}, alike: make([][]float64, len(texts))}
	for w, k := range n {
		c.rarity[w] = math.Log(float64(len(texts)+1) / float64(k+1))
	}
	norm, has := make([]float64, len(texts)), map[string][]int{}
	for i, t := range texts {
		c.alike[i] = make([]float64, len(texts))
		for _, w := range t.grams {
			if n[w] < 2 {
				continue
			}
			square := c.rarity[w] * c.rarity[w]
			norm[i] += square
			for _, j := range has[w] {
				c.alike[i][j] += square
			}
			has[w] = append(has[w], i)
		}
	}
	for i := range texts {
		for j := range i {
			c.alike[i][j] /= math.Sqrt(norm[i]*norm[j]) + 1e-9
			c.alike[j][i] = c.alike[i][j]
		}
		c.alike[i][i] = 1
	}
	return c
}

// Rarity is that of a lemma among the texts; one that none has is as rare as can be.
func (c *ecbTexts) Rarity(lemma string) float64 {
	if r, ok := c.rarity[lemma]; ok {
		return r
	}
	return math.Log(float64(len(c.alike) + 1))
}

// Alike says how alike two texts are.
func (c *ecbTexts) Alike(i, j int) float64 { return c.alike[i][j] }

// textsFrom is the mean likeness from which two groups of texts are one; chosen on topics held back.
const textsFrom = 0.12

// groups sorts the texts into groups of like ones by average-link agglomeration. A text or two that stay alone join the group
// that they are most like, if they are anything like it.
func (c *ecbTexts) groups() [][]int {
	var large, small [][]int
	for _, g := range link.Agglomerate(c.alike, textsFrom) {
		if len(g) > 2 {
			large = append(large, g)
		} else {
			small = append(small, g)
		}
	}
	out := slices.Clone(large)
	for _, g := range small {
		best, most := -1, textsFrom/2
		for k, l := range large {
			if m := c.mean(g, l); m > most {
				best, most = k, m
			}
		}
		if best < 0 {
			out = append(out, g)
			continue
		}
		out[best] = slices.Concat(out[best], g)
	}
	return out
}

func (c *ecbTexts) mean(a, b []int) (sum float64) {
	for _, i := range a {
		for _, j := range b {
			sum += c.alike[i][j] / float64(len(a)*len(b))
		}
	}
	return sum
}

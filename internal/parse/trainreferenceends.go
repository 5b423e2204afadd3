package parse

import (
	"math"
	"math/rand/v2"
)

// endExample is one step that a phrase could take, and whether the treebank's does.
type endExample struct {
	features []int32
	on       bool
	weight   float64
}

// fitEnds learns where phrases begin and end: the mean of several fits, each with the steps in another order.
func fitEnds(texts []GoldText) []int8 {
	var all []endExample
	for i := range texts {
		all = texts[i].endExamples(all)
	}
	sums := make([]float64, 2*endBuckets)
	for run := range endRuns {
		fitEndsOnce(all, sums, uint64(run))
	}
	ends := make([]int8, 2*endBuckets)
	for i, w := range sums {
		ends[i] = int8(math.Max(-127, math.Min(127, math.Round(w*16/endRuns))))
	}
	return ends
}

// fitEndsOnce adds to sums what logistic regression learns of the steps, the mean of the later rounds.
func fitEndsOnce(all []endExample, sums []float64, run uint64) {
	weights, squares := make([]float64, 2*endBuckets), make([]float64, 2*endBuckets)
	r := rand.New(rand.NewPCG(5, 6+run))
	for round := range endRounds {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, x := range all {
			learnEnd(weights, squares, x)
		}
		if round >= endRounds/2 {
			for i, w := range weights {
				sums[i] += w / float64(endRounds-endRounds/2)
			}
		}
	}
}

// How steps are learned: fits whose mean is kept, passes of each, what holds weights down, how fast they move, and how much more the
// phrases count that are spoken of again.
const (
	endRuns   = 3
	endRounds = 8
	endRidge  = 3e-4
	endRate   = 0.03
	endAgain  = 3
)

func learnEnd(weights, squares []float64, x endExample) {
	sum := 0.0
	for _, f := range x.features {
		sum += weights[f]
	}
	g := 1 / (1 + math.Exp(-sum))
	if x.on {
		g--
	}
	g *= x.weight
	for _, f := range x.features {
		g := g + endRidge*weights[f]
		squares[f] += g * g
		weights[f] -= endRate * g / math.Sqrt(squares[f]+1e-6)
	}
}

// endExamples adds the steps of the document's mentions.
func (d *GoldText) endExamples(all []endExample) []endExample {
	var p phrases
	wanted := d.goldPhrases()
	for si := range d.Text.Sentences {
		s := &d.Text.Sentences[si]
		p.read(s)
		p.mark(s, d.Text.namesOf(si))
		for i := range s.Tokens {
			w, ok := wanted[[2]int{si, i}]
			if kind := mentionKind(s, i); !ok || kind != MentionName && kind != MentionNominal {
				continue
			}
			weight := 1.0
			if w.again {
				weight = endAgain
			}
			p.ends(s, i, func(c step, features []int32) bool {
				on := c.first >= w.first && c.last <= w.last
				all = append(all, endExample{append([]int32(nil), features...), on, weight})
				return on
			})
		}
	}
	return all
}

// goldPhrase is a mention of the treebank, and whether it is spoken of again, or was before.
type goldPhrase struct {
	first, last int
	again       bool
}

// goldPhrases are the treebank's mentions by their sentence and the head that our tree gives them; of
// several with one head the shortest.
func (d *GoldText) goldPhrases() map[[2]int]goldPhrase {
	times := map[string]int{}
	for _, e := range d.Entities {
		times[e]++
	}
	wanted := map[[2]int]goldPhrase{}
	for i, m := range d.Mentions {
		s := Gold{Tokens: d.Text.Sentences[m.Sentence].Tokens}
		key := [2]int{m.Sentence, goldHead(&s, m.First, m.Last)}
		if old, ok := wanted[key]; !ok || m.Last-m.First < old.last-old.first {
			wanted[key] = goldPhrase{m.First, m.Last, times[d.Entities[i]] > 1}
		}
	}
	return wanted
}

// namesOf are the names of a sentence.
func (t *Text) namesOf(sentence int) []Name {
	from := 0
	for from < len(t.Names) && t.Names[from].Sentence < sentence {
		from++
	}
	to := from
	for to < len(t.Names) && t.Names[to].Sentence == sentence {
		to++
	}
	return t.Names[from:to]
}

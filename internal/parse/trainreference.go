package parse

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
)

// ReferenceTreebank is the file of TrainOptions.Corpus that is learned from: the train part of
// the openly licensed documents of GUM.
const ReferenceTreebank = "gum-free-train.conllu"

// TrainReferences fits the scorer of antecedents on ReferenceTreebank, as the embedded analyser reads
// its words, and writes it to opts.Out. The usual number of rounds is 8. The same options on the same
// files, with the same analyser, give the same bytes.
func TrainReferences(opts TrainOptions) error {
	if opts.Rounds == 0 {
		opts.Rounds = 8
	}
	if opts.Log == nil {
		opts.Log = io.Discard
	}
	gold, err := ReadUDFile(filepath.Join(opts.Corpus, ReferenceTreebank))
	if err != nil {
		return fmt.Errorf("train reference: %w", err)
	}
	m := fitReferences(ReadGoldTexts(gold), opts)
	file, err := m.encode()
	if err != nil {
		return fmt.Errorf("train reference: %w", err)
	}
	fmt.Fprintf(opts.Log, "%d bytes\n", len(file))
	return os.WriteFile(opts.Out, file, 0o644)
}

// fitReferences learns the ends of phrases and the sorts, then the antecedents with ends and sorts as
// they are guessed on texts that the guess has not seen: each half of the texts has them from the other.
func fitReferences(texts []GoldText, opts TrainOptions) *referenceModel {
	var halves [2][]GoldText
	for i, d := range texts {
		halves[i%2] = append(halves[i%2], d)
	}
	ends := fitEnds(texts)
	m := &referenceModel{weights: make([]int16, weightCount), sorts: fitSorts(texts, ends), ends: ends}
	var other [2]*referenceModel
	for i := range other {
		ends := fitEnds(halves[1-i])
		other[i] = &referenceModel{weights: m.weights, sorts: fitSorts(halves[1-i], ends), ends: ends}
	}
	for i := range texts {
		texts[i].read(other[i%2])
	}
	means := make([]float64, weightCount)
	for run := range fitRuns {
		fitAntecedents(texts, means, uint64(run), opts)
	}
	for i, w := range means {
		m.weights[i] = int16(math.Max(-32767, math.Min(32767, math.Round(w*256/fitRuns))))
	}
	return m
}

// fitRuns is how often the antecedents are learned, each time with the texts in another order: the
// means of all runs are kept.
const fitRuns = 4

// fitAntecedents learns the antecedents once and adds the mean weights after the later rounds to means.
func fitAntecedents(texts []GoldText, means []float64, run uint64, opts TrainOptions) {
	f := newReferenceFit()
	order := make([]int, len(texts))
	for i := range order {
		order[i] = i
	}
	r := rand.New(rand.NewPCG(1, 2+run))
	for round := range opts.Rounds {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		f.loss, f.own = 0, round > 0
		for _, i := range order {
			f.learn(&texts[i])
		}
		if round >= opts.Rounds/3 {
			f.remember()
		}
		fmt.Fprintf(opts.Log, "round %d: loss %.0f\n", round+1, f.loss)
	}
	for i := range means {
		means[i] += f.mean(int32(i))
	}
}

// read finds our mentions of the text and what each of them is in the treebank: the same span, or
// else the same head.
func (d *GoldText) read(m *referenceModel) {
	d.scratch = &chainScratch{index: map[uint32]int32{}}
	d.scratch.read(d.Text, m)
	spans, heads := map[[3]int]int{}, map[[2]int]int{}
	for i := len(d.Mentions) - 1; i >= 0; i-- {
		g := &d.Mentions[i]
		spans[[3]int{g.Sentence, g.First, g.Last}] = i
		heads[[2]int{g.Sentence, g.Head}] = i
	}
	d.ours = make([]int, len(d.scratch.mentions))
	for i := range d.scratch.mentions {
		o := &d.scratch.mentions[i]
		at, ok := spans[[3]int{o.Sentence, o.First, o.Last}]
		if !ok && d.scratch.facts[i].class != classGroup {
			at, ok = heads[[2]int{o.Sentence, o.Head}]
		}
		d.ours[i] = -1
		if ok {
			d.ours[i] = at
		}
	}
}

// sortExample is a mention and what it stands for.
type sortExample struct {
	features []int32
	sort     int
}

// fitSorts learns what mentions stand for by logistic regression.
func fitSorts(texts []GoldText, ends []int8) [][unsure]int8 {
	var all []sortExample
	blank := &referenceModel{sorts: make([][unsure]int8, sortBuckets), ends: ends}
	for i := range texts {
		d := &texts[i]
		d.read(blank)
		for k, at := range d.ours {
			if f := &d.scratch.facts[k]; at >= 0 && f.class < classHe && f.class != classEvent {
				s := slices.Index(sortNames, d.Types[at])
				if s >= 0 {
					all = append(all, sortExample{sortFeatures(d.Text, d.Text.Names, &d.scratch.mentions[k], f, nil), s})
				}
			}
		}
	}
	sums := make([][unsure]float64, sortBuckets)
	for run := range sortRuns {
		fitSortsOnce(all, sums, uint64(run))
	}
	sorts := make([][unsure]int8, sortBuckets)
	for i := range sums {
		for k, w := range sums[i] {
			sorts[i][k] = int8(math.Max(-127, math.Min(127, math.Round(w*16/sortRuns))))
		}
	}
	return sorts
}

// sortRuns is how often sorts are learned, each time with the mentions in another order: the means are kept.
const sortRuns = 3

// fitSortsOnce adds to sums the weights of one fit.
func fitSortsOnce(all []sortExample, sums [][unsure]float64, run uint64) {
	weights, squares := make([][unsure]float64, sortBuckets), make([][unsure]float64, sortBuckets)
	r := rand.New(rand.NewPCG(3, 4+run))
	for range 8 {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, x := range all {
			p := sortChances(weights, x.features)
			p[x.sort]--
			for _, f := range x.features {
				for k := range unsure {
					g := p[k] + 1e-3*weights[f][k]
					squares[f][k] += g * g
					weights[f][k] -= 0.15 * g / math.Sqrt(squares[f][k]+1e-6)
				}
			}
		}
	}
	for i := range weights {
		for k, w := range weights[i] {
			sums[i][k] += w
		}
	}
}

func sortChances(weights [][unsure]float64, features []int32) (p [unsure]float64) {
	for _, f := range features {
		for k := range unsure {
			p[k] += weights[f][k]
		}
	}
	softmax(p[:], slices.Max(p[:]))
	return p
}

// referenceFit is the scorer in training: the chance of all right antecedents together is to grow
// (a log-linear ranker with a hidden antecedent), by AdaGrad.
type referenceFit struct {
	weights, squares []float64 // those of the model, and behind them a block that all classes share
	sums             []float64 // of the weights after the later rounds
	times            float64   // how many
	scores           []float64
	loss             float64
	own              bool // go on from our own chains, not from the treebank's
}

// weight is what the model has for a feature: its own weight and the shared one.
func (f *referenceFit) weight(at int32) float64 {
	if at < blocks*blockSize {
		return f.weights[at] + f.weights[weightCount+at%blockSize]
	}
	return f.weights[at]
}

// remember adds the weights as they are to the mean.
func (f *referenceFit) remember() {
	f.times++
	for i, w := range f.weights {
		f.sums[i] += w
	}
}

// mean is weight as it was on the mean of what was remembered.
func (f *referenceFit) mean(at int32) float64 {
	sum := f.sums[at]
	if at < blocks*blockSize {
		sum += f.sums[weightCount+at%blockSize]
	}
	return sum / f.times
}

func newReferenceFit() *referenceFit {
	return &referenceFit{weights: make([]float64, weightCount+blockSize), squares: make([]float64, weightCount+blockSize), sums: make([]float64, weightCount+blockSize)}
}

// The costs of the three ways to be wrong, added to the scores in training, and how weights move.
const (
	costFalseLink = 0.3 // something new was linked
	costFalseNew  = 1.2 // something old was taken for new
	costWrongLink = 0.8
	ridge         = 1e-3
	rate          = 0.04
)

func (f *referenceFit) learn(d *GoldText) {
	s := d.scratch
	s.walk(d.Text, func(j int, list []candidate) int {
		right := d.rightOnes(j, list)
		best := f.step(list, s.list.at, right)
		if f.own {
			return best
		}
		return slices.Index(right, true)
	})
}

// rightOnes says which candidates stand for what mention j does; the first of them, something new,
// where no other does.
func (d *GoldText) rightOnes(j int, list []candidate) []bool {
	right := make([]bool, len(list))
	right[0] = true
	for k := 1; k < len(list); k++ {
		a, b := d.ours[j], d.ours[list[k].mention]
		if a >= 0 && b >= 0 && d.Entities[a] == d.Entities[b] {
			right[k], right[0] = true, false
		}
	}
	return right
}

// step learns from one choice, and returns the candidate that was best before.
func (f *referenceFit) step(list []candidate, features []int32, right []bool) int {
	f.scores = f.scores[:0]
	best := 0
	for k := range list {
		sum := 0.0
		for _, at := range features[list[k].from:list[k].to] {
			sum += f.weight(at)
		}
		f.scores = append(f.scores, sum)
		if sum > f.scores[best] {
			best = k
		}
	}
	all, good := chances(f.scores, right)
	f.loss -= math.Log(good)
	for k := range list {
		g := all[k]
		if right[k] {
			g -= all[k] / good
		}
		if math.Abs(g) > 1e-4 {
			f.update(features[list[k].from:list[k].to], g)
		}
	}
	return best
}

// chances are those of all candidates, wrong ones made better by their cost, and of the right ones together.
func chances(scores []float64, right []bool) (all []float64, good float64) {
	all = slices.Clone(scores)
	for k := range all {
		switch {
		case right[k]:
		case k == 0:
			all[k] += costFalseNew
		case right[0]:
			all[k] += costFalseLink
		default:
			all[k] += costWrongLink
		}
	}
	most, sum := slices.Max(all), 0.0
	for k := range all {
		all[k] = math.Exp(all[k] - most)
		sum += all[k]
	}
	for k := range all {
		all[k] /= sum
		if right[k] {
			good += all[k]
		}
	}
	return all, max(good, 1e-12)
}

func (f *referenceFit) update(features []int32, g float64) {
	for _, at := range features {
		f.move(at, g)
		if at < blocks*blockSize {
			f.move(weightCount+at%blockSize, g)
		}
	}
}

func (f *referenceFit) move(at int32, g float64) {
	g += ridge * f.weights[at]
	f.squares[at] += g * g
	f.weights[at] -= rate * g / math.Sqrt(f.squares[at]+1e-6)
}

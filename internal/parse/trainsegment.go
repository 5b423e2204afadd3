package parse

import (
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"dateline"
)

// TrainSegments fits the segmenter and writes its file to opts.Out. A missing file of opts.Corpus is
// an error that wraps fs.ErrNotExist.
func TrainSegments(opts TrainOptions) error {
	file, err := trainSegments(opts)
	if err != nil {
		return err
	}
	if err := os.WriteFile(opts.Out, file, 0o644); err != nil {
		return fmt.Errorf("train segment: %w", err)
	}
	return nil
}

// trainSegments fits the segmenter on the treebanks of opts.Corpus, and on opts.Wire if there is one,
// and returns its file. It takes the texts as they are, and again as they might have come: in
// capitals, in lower case, without paragraphs, without the space behind a stop. The same options on
// the same files give the same bytes.
func trainSegments(opts TrainOptions) ([]byte, error) {
	var texts []cutText
	for _, name := range Treebanks {
		gold, err := ReadUDFile(filepath.Join(opts.Corpus, name))
		if err != nil {
			return nil, fmt.Errorf("train segment: %w", err)
		}
		texts = append(texts, cutTexts(gold)...)
	}
	if opts.Wire != "" {
		gold, err := ReadUDFile(opts.Wire)
		if err != nil {
			return nil, fmt.Errorf("train segment: %w", err)
		}
		texts = append(texts, wireTexts(gold)...)
	}
	t := &segmentTraining{rounds: opts.Rounds, rand: rand.New(rand.NewPCG(3, 4))}
	if t.rounds == 0 {
		t.rounds = 4
	}
	return t.fit(texts).bytes()
}

// cutText is a text and where its sentences end, in order.
type cutText struct {
	text string
	ends []int
}

// cutTexts puts each document of a treebank into one text.
func cutTexts(gold []Gold) []cutText {
	var list []cutText
	for len(gold) > 0 {
		n := 1
		for n < len(gold) && !gold[n].Doc {
			n++
		}
		text, _, sentences := document(gold[:n])
		list = append(list, cutText{text, endsOf(text, sentences)})
		gold = gold[n:]
	}
	return list
}

// endsOf gives where the last words of sentences end.
func endsOf(text string, sentences []dateline.Span) []int {
	var ends []int
	for _, s := range sentences {
		ends = append(ends, s.Start+len(strings.TrimRightFunc(s.In(text), unicode.IsSpace)))
	}
	return ends
}

// wireTexts puts some of the invented sentences of a wire, six at a time, into one paragraph.
func wireTexts(gold []Gold) []cutText {
	var list []cutText
	for part := range slices.Chunk(gold, 6) {
		if len(list) == wirePortion {
			break
		}
		text, _, sentences := document(part)
		list = append(list, cutText{text, endsOf(text, sentences)})
	}
	return list
}

// wirePortion is the number of wire texts: enough to meet the style, too few to outweigh the rest.
const wirePortion = 150

// segmentTraining is the work in hand.
type segmentTraining struct {
	rounds int
	rand   *rand.Rand
	cases  []segmentCase
}

// segmentCase is a place where a sentence might end.
type segmentCase struct {
	features []uint32
	ends     bool
}

// The shares of the texts that are learned once more in another guise.
const (
	shareUpper  = 0.35
	shareLower  = 0.25
	shareJoined = 0.3
	shareGlued  = 0.2
)

func (t *segmentTraining) fit(texts []cutText) *segmenter {
	s := &segmenter{words: countWordFacts(texts)}
	for _, c := range texts {
		t.learnFrom(s, c)
		guises := []struct {
			share float64
			as    func(cutText) cutText
		}{{shareUpper, cutText.upper}, {shareLower, cutText.lower}, {shareJoined, cutText.joined}, {shareGlued, cutText.glued}}
		for _, g := range guises {
			if t.rand.Float64() < g.share {
				t.learnFrom(s, g.as(c))
			}
		}
	}
	s.weights = t.weights()
	return s
}

// countWordFacts counts how often words stand in lower case.
func countWordFacts(texts []cutText) wordFacts {
	counts := map[uint32]int{}
	for _, c := range texts {
		for _, span := range tokenize(c.text, dateline.Span{End: len(c.text)}, nil) {
			if g := glance(span.In(c.text)); g.shape == glanceLower {
				counts[g.form]++
			}
		}
	}
	for w := range commonVerbs {
		counts[glance(w).form] += 4
	}
	facts := newWordFacts(len(counts))
	for form, n := range counts {
		if n >= 4 && form != 0 {
			facts.set(form, uint8(min(bits.Len(uint(n)), 8)))
		}
	}
	for w := range commonVerbs {
		form := glance(w).form
		facts.set(form, facts.of(form)|verbFact)
	}
	return facts
}

// learnFrom takes every place of a text where a sentence might end.
func (t *segmentTraining) learnFrom(s *segmenter, c cutText) {
	v, next := new(segmentView), 0
	for _, p := range paragraphs(c.text) {
		tokens := tokenize(c.text, p.Span, nil)
		v.look(s, c.text, tokens)
		for i, span := range tokens {
			for next < len(c.ends) && c.ends[next] < span.End {
				next++
			}
			ends := next < len(c.ends) && c.ends[next] == span.End
			if i+1 < len(tokens) && v.might(i) {
				t.cases = append(t.cases, segmentCase{slices.Clone(v.describe(i)), ends})
			}
			if ends {
				v.begin(i + 1)
			}
		}
	}
}

// weights fits by gradient steps that shrink with what a weight has seen (AdaGrad, Duchi and others
// 2011), and gives the mean over the rounds as whole numbers. Products are rounded one by one, so that
// every processor gets the same.
func (t *segmentTraining) weights() []int8 {
	const rate, decay = 0.1, 1e-3
	w, seen, sum := make([]float32, 1<<segmentBits), make([]float32, 1<<segmentBits), make([]float32, 1<<segmentBits)
	for range t.rounds {
		t.rand.Shuffle(len(t.cases), func(i, j int) { t.cases[i], t.cases[j] = t.cases[j], t.cases[i] })
		for _, c := range t.cases {
			step := c.slope(w)
			if step > -1e-3 && step < 1e-3 {
				continue
			}
			for _, f := range c.features {
				g := step + float32(decay*w[f])
				seen[f] += float32(g * g)
				w[f] -= float32(rate*g) / float32(math.Sqrt(float64(seen[f]+1e-4)))
			}
		}
		for i := range w {
			sum[i] += w[i]
		}
	}
	whole := make([]int8, len(sum))
	for i, x := range sum {
		whole[i] = int8(max(-127, min(127, math.Round(float64(x)*segmentScale/float64(t.rounds)))))
	}
	return whole
}

// segmentScale is the whole number that a weight of one becomes.
const segmentScale = 32

// slope is how far the case is from what w says of it: about what the logistic function gives, less
// 1 where a sentence ends. The power stands for an exponential, which differs between processors.
func (c *segmentCase) slope(w []float32) float32 {
	var z float32
	for _, f := range c.features {
		z += w[f]
	}
	x := 1 + max(z, -z)/8
	for range 3 {
		x *= x
	}
	p := 1 / (1 + x)
	if z > 0 {
		p = 1 - p
	}
	return p - float32(one(c.ends))
}

// upper gives the text in capitals, as long as before: letters that change their length stay.
func (c cutText) upper() cutText { return c.mapped(unicode.ToUpper) }

func (c cutText) lower() cutText { return c.mapped(unicode.ToLower) }

func (c cutText) mapped(to func(rune) rune) cutText {
	return cutText{strings.Map(func(r rune) rune {
		if m := to(r); len(string(m)) == len(string(r)) {
			return m
		}
		return r
	}, c.text), c.ends}
}

// joined gives the text without paragraphs, but where one ends without a stop.
func (c cutText) joined() cutText {
	b := []byte(c.text)
	for i := 1; i+1 < len(b); i++ {
		if b[i] == '\n' && b[i+1] == '\n' && strings.IndexByte(".!?\"", b[i-1]) >= 0 {
			b[i], b[i+1] = ' ', ' '
		}
	}
	return cutText{string(b), c.ends}
}

// glued gives the text without the space behind some full stops that have a small letter before and a
// capitalised word behind.
func (c cutText) glued() cutText {
	var b strings.Builder
	var ends []int
	at := 0
	for k, end := range c.ends {
		b.WriteString(c.text[at:end])
		ends, at = append(ends, b.Len()), end
		if rest := c.text[end:]; k%3 == 0 && end > 2 && c.text[end-1] == '.' && isLower(c.text[end-3:end-1]) &&
			len(rest) > 3 && rest[0] == ' ' && isUpper(rune(rest[1])) && (isLower(rest[2:3]) || rest[2] == ' ') {
			at++
		}
	}
	b.WriteString(c.text[at:])
	return cutText{b.String(), ends}
}

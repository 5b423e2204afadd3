package parse

import (
	"bytes"
	_ "embed"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"

	"dateline/internal/parse/network"
)

// A labeller says of each word which part of a name it is. It looks at the word and its two neighbours: at what
// the layers made of them, at their vectors, at the lists of data/lexicon that they stand in, and at their shapes; that of
// blind sentences also at the case in which a dictionary has them.
type labeller struct {
	labels  []string // "", B-person, I-person, ...
	may     [][]bool // which label may follow which, see following
	in, out *network.Matrix
	classes int   // of nameWord that it looks at: those of lists, or those of case too
	lists   table // for each of the three words a row for each class of nameWord, then one for each shape
}

const (
	listClasses = 26 // of nameWord that lists give
	listShapes  = int(shapeInitial) + 1
)

const labelMagic = "dateline label model 1\n"

//go:embed labels.model
var embeddedLabels []byte

//go:embed blind.model
var embeddedBlindLabels []byte

// labels is the embedded labeller, and blindLabels that of blind sentences (blind.go), each read at its first use. They panic
// on a model that cannot be read: then the program itself is broken.
var (
	labels      = sync.OnceValue(func() *labeller { return mustLabel(embeddedLabels) })
	blindLabels = sync.OnceValue(func() *labeller { return mustLabel(embeddedBlindLabels) })
)

func mustLabel(data []byte) *labeller {
	k, err := readLabels(data)
	if err != nil {
		panic(fmt.Sprintf("parse: embedded label model: %v", err))
	}
	return k.labeller()
}

// keptLabels is a labeller as its file holds it.
type keptLabels struct {
	labels  []string
	in, out network.Weights
	lists   table
}

func (k *keptLabels) labeller() *labeller {
	return &labeller{k.labels, following(k.labels), k.in.Matrix(), k.out.Matrix(), k.classes(), k.lists}
}

// classes is how many of the classes of nameWord it has rows for.
func (k *keptLabels) classes() int { return len(k.lists.scale)/3 - listShapes }

// fits reports whether the parts have the sizes that they need of each other.
func (k *keptLabels) fits() bool {
	return len(k.labels) > 1 && k.labels[0] == "" && k.in.In%3 == 0 && k.in.Out == k.out.In && k.out.Out == len(k.labels) &&
		k.lists.width == k.in.Out && len(k.lists.scale)%3 == 0 && k.classes() >= listClasses && k.classes() <= caseClasses
}

// encode gives the labeller's file; equal labellers give equal bytes.
func (k *keptLabels) encode() ([]byte, error) {
	var e encoder
	e.strings(k.labels)
	e.matrix(k.in)
	e.matrix(k.out)
	e.table(k.lists)
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("compress model: %w", err)
	}
	return append([]byte(labelMagic), z.EncodeAll(e.Bytes(), nil)...), nil
}

func readLabels(data []byte) (*keptLabels, error) {
	rest, ok := bytes.CutPrefix(data, []byte(labelMagic))
	if !ok {
		return nil, fmt.Errorf("not a %q file", labelMagic[:len(labelMagic)-1])
	}
	plain, err := expand(rest)
	if err != nil {
		return nil, err
	}
	d := &decoder{data: plain}
	k := &keptLabels{d.strings(), d.matrix(), d.matrix(), d.table()}
	if d.err == nil && !k.fits() {
		d.fail("has parts that do not fit together")
	}
	return k, d.err
}

// label gives the tokens of the sentences that were encoded last, which end at ends, their labels: those of sentences
// whose case tells nothing by a labeller of their own.
func (m *model) label(s *scratch, tokens []Token, ends []int) {
	if m.labeller == nil {
		return
	}
	s.sights = sightsOf(tokens, s.sights)
	s.blind = blindSentences(tokens, ends, s.blind)
	if slices.Contains(s.blind, false) {
		m.labelBy(m.labeller, false, s, tokens, ends)
	}
	if slices.Contains(s.blind, true) {
		for i := range tokens {
			s.sights[i].class |= caseOf(tokens[i].Form)
		}
		m.labelBy(blindLabels(), true, s, tokens, ends)
	}
}

// asked is a word that a labeller looks at, of the sentence from from to to.
type asked struct{ at, from, to int }

// ask lists the words that may be part of a name, of the sentences that are blind, or of those that are not. Where a sentence
// begins with a capital these are words with a capital and those that may join them: of others one in ten thousand was labelled.
func (s *scratch) ask(blind bool, tokens []Token, ends []int) {
	s.asked = s.asked[:0]
	from := 0
	for k, to := range ends {
		all := blind || !beginsCapital(s.sights[from:to])
		for i := from; i < to && s.blind[k] == blind; i++ {
			if all || s.sights[i].capital() || joinsName(tokens[from:to], s.sights[from:to], i-from) {
				s.asked = append(s.asked, asked{i, from, to})
			}
		}
		from = to
	}
}

// joinsName reports whether word i, in small letters or a mark, may be part of a name: it stands between words with a capital, of
// which one may be two words away ('Bank of the West'), or beside one where only names have it ('al Qaeda', 'Jong-un').
func joinsName(tokens []Token, sights []nameSight, i int) bool {
	capital := func(k int) bool { return k >= 0 && k < len(sights) && sights[k].capital() }
	before, after := capital(i-1), capital(i+1)
	switch {
	case before:
		return after || capital(i+2) || tokens[i].Form == "-"
	case after:
		return capital(i-2) || tokens[i].Form == "al" || tokens[i].Form == "el"
	}
	return false
}

// beginsCapital reports whether the first word that is no mark has a capital.
func beginsCapital(sights []nameSight) bool {
	i := slices.IndexFunc(sights, func(n nameSight) bool { return n.shape != shapeMark })
	return i >= 0 && sights[i].capital()
}

// labelBy gives the tokens of the sentences that are blind, or of those that are not, their labels.
func (m *model) labelBy(l *labeller, blind bool, s *scratch, tokens []Token, ends []int) {
	s.ask(blind, tokens, ends)
	m.lookAround(s)
	s.sums.Mul(l.in, &s.rows)
	s.input = room(s.input, l.in.Out)
	s.labelled.Reset(len(s.asked), l.in.Out)
	for k, a := range s.asked {
		s.sums.Row(k, s.input)
		l.addLists(s.sights[a.from:a.to], a.at-a.from, s.input)
		network.Rectify(s.input)
		s.labelled.Set(k, s.input)
	}
	s.sums.Mul(l.out, &s.labelled)
	from, row := 0, 0
	for k, to := range ends {
		if s.blind[k] == blind {
			row = l.choose(tokens[from:to], from, row, s)
		}
		from = to
	}
}

// lookAround makes s.rows what the layers made of each word that is asked about and its neighbours, and behind that their vectors.
func (m *model) lookAround(s *scratch) {
	cells, width := m.layers[0].Cells, m.vectors.width
	s.rows.Reset(len(s.asked), 3*(cells+width))
	s.spread = room(s.spread, len(s.order)*width)
	seen := 0 // the words whose vectors are there
	for k, a := range s.asked {
		for i := max(seen, a.from, a.at-1); i < min(a.to, a.at+2); i++ {
			vector := s.spread[i*width : (i+1)*width]
			clear(vector)
			if v := s.vectors[s.order[i]]; v >= 0 {
				m.vectors.add(v, vector)
			}
			seen = i + 1
		}
		s.rows.SetBoth(k, around(s.x, cells, a, &s.aside[0]), around(s.spread, width, a, &s.aside[1]))
	}
}

// around returns the row of x of a word, the one before and the one behind it; rows of other sentences are zeros, for
// which aside is the room.
func around(x []float32, width int, a asked, aside *[]float32) []float32 {
	if a.from < a.at && a.at+1 < a.to {
		return x[(a.at-1)*width : (a.at+2)*width]
	}
	*aside = room(*aside, 3*width)
	clear(*aside)
	first := max(a.from, a.at-1)
	copy((*aside)[(first-a.at+1)*width:], x[first*width:min(a.to, a.at+2)*width])
	return *aside
}

// nameSight is what is seen of a word by itself: the lists that it stands in, and its shape.
type nameSight struct {
	class nameWord
	shape uint32
}

// capital reports whether the word has a capital, or letters and figures.
func (n nameSight) capital() bool {
	return n.shape != shapeLower && n.shape != shapeMark && n.shape != shapeDigits
}

func sightOf(form string) nameSight { return nameSight{nameWordOf(form), shapeOf(form)} }

// sightsOf returns what is seen of each token, in the room of sights.
func sightsOf(tokens []Token, sights []nameSight) []nameSight {
	sights = sights[:0]
	for i := range tokens {
		if t := &tokens[i]; t.seen != nil {
			sights = append(sights, t.seen.nameSight)
		} else {
			sights = append(sights, sightOf(t.Form))
		}
	}
	return sights
}

// addLists adds the rows of the lists and the shapes of word i and its neighbours to x.
func (l *labeller) addLists(sights []nameSight, i int, x []float32) {
	for k := max(0, i-1); k < min(len(sights), i+2); k++ {
		rows := (k - i + 1) * (l.classes + listShapes)
		for class := sights[k].class & (1<<l.classes - 1); class != 0; class &= class - 1 {
			l.lists.add(rows+bits.TrailingZeros32(uint32(class)), x)
		}
		l.lists.add(rows+l.classes+int(sights[k].shape), x)
	}
}

// choose takes the likeliest label of each token of a sentence, those from from on, and none of those that were not asked about;
// where one may not stand there, the likeliest row of labels. The first that was asked about is in row row of s.sums; it returns
// the row behind the last.
func (l *labeller) choose(tokens []Token, from, row int, s *scratch) int {
	n, kinds := len(tokens), len(l.labels)
	s.labels, s.chances = room(s.labels, n), room(s.chances, n*kinds)
	sound := true
	for i := range tokens {
		scores := s.chances[i*kinds : (i+1)*kinds]
		if row < len(s.asked) && s.asked[row].at == from+i {
			s.sums.Row(row, scores)
			row++
		} else {
			noName(scores)
		}
		s.labels[i] = best(scores)
		sound = sound && l.may[s.labels[i]][before(s.labels, i)]
	}
	if !sound {
		l.chooseRow(n, s)
	}
	for i := range tokens {
		tokens[i].Entity = l.labels[s.labels[i]]
	}
	return row
}

// noName makes the first label, none, the only one.
func noName(scores []float32) {
	for k := range scores {
		scores[k] = float32(math.Inf(-1))
	}
	scores[0] = 0
}

// before returns one more than the label of the word before word i, 0 for the first word.
func before(labels []int, i int) int {
	if i == 0 {
		return 0
	}
	return labels[i-1] + 1
}

// chooseRow finds the best row of labels in which every name begins before it goes on (Viterbi 1967).
func (l *labeller) chooseRow(n int, s *scratch) {
	kinds := len(l.labels)
	s.before = room(s.before, n*kinds)
	for i := range n {
		scores := s.chances[i*kinds : (i+1)*kinds]
		for k := range kinds {
			switch {
			case i > 0:
				so := s.chances[(i-1)*kinds : i*kinds]
				j := l.bestBefore(k, so)
				s.before[i*kinds+k] = j
				scores[k] += so[j]
			case !l.may[k][0]:
				scores[k] = float32(math.Inf(-1))
			}
		}
	}
	at := best(s.chances[(n-1)*kinds : n*kinds])
	for i := n - 1; i >= 0; i-- {
		s.labels[i] = at
		at = s.before[i*kinds+at]
	}
}

// bestBefore returns the best label that label k may follow.
func (l *labeller) bestBefore(k int, so []float32) int {
	at := -1
	for j := range so {
		if l.may[k][j+1] && (at < 0 || so[j] > so[at]) {
			at = j
		}
	}
	return at
}

// following says for each label which it may follow: first the beginning of a sentence, then each label.
// I- follows only B- and I- of its kind.
func following(labels []string) [][]bool {
	may := make([][]bool, len(labels))
	for k, label := range labels {
		kind, inside := strings.CutPrefix(label, "I-")
		may[k] = append(may[k], !inside)
		for _, other := range labels {
			may[k] = append(may[k], !inside || other == label || other == "B-"+kind)
		}
	}
	return may
}

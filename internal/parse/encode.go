package parse

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse/network"
)

// scratch is the room that one parse works in; it is used for sentence after sentence.
type scratch struct {
	tokens   []dateline.Span // of a paragraph
	spans    []dateline.Span // of the sentences that wait
	outline  []Word          // of a sentence
	waiting  []waiting
	forms    []string       // of the sentences that are read at once
	ends     []int          // where each of these sentences ends
	known    map[string]int // the number of a known word
	seen     []*seenWord    // the known words
	lemmas   []lemmaOf      // of the known words
	fresh    []string       // words of the sentences that are not known yet
	first    []float32      // the first vectors of the known words
	words    []word
	input    []float32
	vectors  []int         // of the known words, the rows of their vectors, -1 for none
	order    []int         // where the words of the sentences are among them
	gates    network.Gates // of the known words in the first layer
	x        []float32     // the vectors of the words
	encoded  network.Rows  // what the layers made of them
	tagged   []float32     // what is said of their tags
	arcs     []float32     // what is said of their arcs
	scores   []float32     // of arcs, see arc.go
	heads    []int
	tree     spanning
	keys     network.Matrix
	rows     network.Rows
	labelled network.Rows
	labels   []int
	sights   []nameSight
	asked    []asked   // the words that the labeller looks at
	blind    []bool    // which sentences are
	spread   []float32 // the vectors of these words and their neighbours
	aside    [2][]float32
	chances  []float32 // of labels
	before   []int     // the best label before, for each word and label
	sums     network.Sums
	room     network.Room
}

// encode reads sentences, which end at ends: s.tagged then holds what is said of the tags of each word, s.encoded what arcs asks for, and s.x
// what the layers made of the words.
func (m *model) encode(forms []string, ends []int, s *scratch) {
	n, cells := len(forms), m.layers[0].Cells
	s.x = room(s.x, n*cells)
	s.input = room(s.input, max(m.fromVectors.In, m.fromLetters.In, cells))
	m.embed(forms, ends, s, cells)
	m.layers[0].ReadGated(s.x, s.order, ends, &s.gates, &s.room)
	for _, l := range m.layers[1:] {
		l.Read(s.x, ends, &s.room)
	}
	s.encoded.Reset(n, cells)
	for i := range n {
		s.encoded.Set(i, s.x[i*cells:(i+1)*cells])
	}
	s.sums.Mul(m.tagHead, &s.encoded)
	s.tagged = room(s.tagged, n*m.tagHead.Out)
	for i := range n {
		s.sums.Row(i, s.tagged[i*m.tagHead.Out:(i+1)*m.tagHead.Out])
	}
}

// remembered is how many words a scratch remembers the first vectors of.
const remembered = 6144

// embed makes the first vector of each word from its own vector and its letters, and s.order of where its gates
// are. Words that came before are remembered.
func (m *model) embed(forms []string, ends []int, s *scratch, cells int) {
	if s.known == nil || len(s.known)+len(forms) > remembered {
		s.known, s.first, s.vectors = make(map[string]int, remembered), s.first[:0], s.vectors[:0]
		s.seen, s.lemmas = s.seen[:0], s.lemmas[:0]
		s.gates.Reset()
	}
	s.fresh, s.order = s.fresh[:0], s.order[:0]
	from := 0
	for _, to := range ends {
		for i := range to - from {
			form := seenAs(forms[from:to], i)
			at, ok := s.known[form]
			if !ok {
				at = len(s.first)/cells + len(s.fresh)
				form = strings.Clone(form)
				s.known[form] = at
				s.fresh = append(s.fresh, form)
			}
			s.order = append(s.order, at)
		}
		from = to
	}
	m.first(s, cells)
	for i, at := range s.order {
		copy(s.x[i*cells:(i+1)*cells], s.first[at*cells:])
	}
}

// first puts the first vectors of the words in s.fresh behind those that s.first remembers.
func (m *model) first(s *scratch, cells int) {
	n := len(s.fresh)
	s.words = m.look(s.fresh, s.words)
	if n == 0 {
		return
	}
	for i, form := range s.fresh {
		vector, extent := m.vectors.extent(s.words[i].own)
		s.seen = append(s.seen, &seenWord{form, strings.ToLower(form), vector, extent, sightOf(form)})
		s.lemmas = append(s.lemmas, lemmaOf{})
	}
	s.rows.Reset(n, m.fromVectors.In)
	for i := range s.words {
		in := s.input[:m.fromVectors.In]
		clear(in)
		if v := s.words[i].vector; v >= 0 {
			m.vectors.add(v, in)
		}
		s.vectors = append(s.vectors, s.words[i].vector)
		s.rows.Set(i, in)
	}
	s.sums.Mul(m.fromVectors, &s.rows)
	at := len(s.first)
	s.first = slices.Grow(s.first, n*cells)[:at+n*cells]
	for i := range n {
		s.sums.Row(i, s.first[at+i*cells:at+(i+1)*cells])
	}
	s.rows.Reset(n, m.fromLetters.In)
	for i := range s.words {
		s.rows.Set(i, m.spell(&s.words[i], s.input[:m.fromLetters.In]))
	}
	s.sums.Mul(m.fromLetters, &s.rows)
	for i := range n {
		x := s.first[at+i*cells : at+(i+1)*cells]
		s.sums.Row(i, s.input[:cells])
		for j, v := range s.input[:cells] {
			x[j] += v
		}
		network.Rectify(x)
	}
	m.layers[0].Gate(s.first[at:], &s.gates, &s.room)
}

// spell adds the rows of a word's letters, group by group.
func (m *model) spell(w *word, into []float32) []float32 {
	clear(into)
	for t, row := range w.rows {
		m.letters[t].add(row, into[m.starts[t]:])
	}
	return into
}

// tagOf returns the tags of word i.
func (m *model) tagOf(s *scratch, i int) tag {
	scores := s.tagged[i*m.tagHead.Out : (i+1)*m.tagHead.Out]
	return tag{m.upos[best(scores[:len(m.upos)])], m.fine[best(scores[len(m.upos):])]}
}

// best returns the index of the first largest value.
func best(x []float32) int {
	at, top := 0, x[0]
	for i, v := range x {
		if v > top {
			at, top = i, v
		}
	}
	return at
}

// room returns a slice of n, of unknown content, s itself where it is long enough.
func room[T any](s []T, n int) []T {
	return slices.Grow(s[:0], n)[:n]
}

package parse

import (
	"math"
	"strings"

	"dateline"
	"dateline/internal/parse/network"
)

// scratch is the room that one parse works in; it is used for sentence after sentence.
type scratch struct {
	tokens   []dateline.Span
	forms    []string
	words    []word
	input    []float32
	x        []float32 // the vectors of the words
	out      []float32 // what the heads say of them
	scores   []float32 // of arcs, see arc.go
	heads    []int
	tree     spanning
	keys     network.Matrix
	rows     network.Rows
	labelled network.Rows
	labels   []int
	chances  []float32 // of labels
	before   []int     // the best label before, for each word and label
	sums     network.Sums
	room     network.Room
}

// What the heads say of a word, one part behind the other.
const (
	partQuery = iota // what it asks of a head
	partKey          // what it offers as a head
	partHead         // how likely it is a head at all
	partOver         // it as the upper word of a relation
	partUnder        // it as the lower word
	partUpos
	partFine
	partCount
)

// part returns where a part of the heads' values begins and ends.
func (m *model) part(p int) (from, to int) {
	key, rel := len(m.rootKey), len(m.rootRel)
	for i, n := range [partCount]int{key, key, 1, rel, rel, len(m.upos), len(m.fine)} {
		if i == p {
			return from, from + n
		}
		from += n
	}
	return from, from
}

// encode reads a sentence: s.out then holds what the heads say of each word.
func (m *model) encode(forms []string, s *scratch) {
	s.words = m.look(forms, s.words)
	n, cells := len(forms), m.layers[0].Cells
	s.x = room(s.x, n*cells)
	s.input = room(s.input, max(m.fromVectors.In, m.fromLetters.In, cells))
	m.embed(s, cells)
	for _, l := range m.layers {
		l.Read(s.x, &s.room)
	}
	s.rows.Reset(n, cells)
	for i := range n {
		s.rows.Set(i, s.x[i*cells:(i+1)*cells])
	}
	s.sums.Mul(m.heads, &s.rows)
	s.out = room(s.out, n*m.heads.Out)
	for i := range n {
		s.sums.Row(i, 0, m.heads.Out, s.out[i*m.heads.Out:(i+1)*m.heads.Out])
	}
	m.nameWords(n, cells, s)
}

// nameWords leaves in s.labels the label of each word as part of a name, judged by what the layers made
// of it and of its neighbours.
func (m *model) nameWords(n, cells int, s *scratch) {
	deep := m.inNames.Out
	s.input = room(s.input, 3*cells+deep)
	s.rows.Reset(n, 3*cells)
	for i := range n {
		around := s.input[:3*cells]
		clear(around)
		copy(around[max(0, 1-i)*cells:], s.x[max(0, i-1)*cells:min(n, i+2)*cells])
		s.rows.Set(i, around)
	}
	s.sums.Mul(m.inNames, &s.rows)
	hidden := s.input[:deep]
	s.labelled.Reset(n, deep)
	for i := range n {
		s.sums.Row(i, 0, deep, hidden)
		for j, v := range hidden {
			hidden[j] = max(0, v)
		}
		s.labelled.Set(i, hidden)
	}
	s.sums.Mul(m.ofNames, &s.labelled)
	m.labelWords(n, s)
}

// labelWords finds the best row of labels in which every name begins before it goes on (Viterbi 1967).
func (m *model) labelWords(n int, s *scratch) {
	kinds := len(m.entities)
	s.labels, s.before = room(s.labels, n), room(s.before, n*kinds)
	s.chances = room(s.chances, 3*kinds)
	so, next, scores := s.chances[:kinds], s.chances[kinds:2*kinds], s.chances[2*kinds:]
	for i := range n {
		s.sums.Row(i, 0, kinds, scores)
		for k := range kinds {
			from := 0
			if i > 0 {
				from = m.bestBefore(k, so)
			}
			s.before[i*kinds+k] = from
			next[k] = scores[k]
			if i > 0 {
				next[k] += so[from]
			} else if !m.may(-1, k) {
				next[k] = float32(math.Inf(-1))
			}
		}
		so, next = next, so
	}
	at := best(so)
	for i := n - 1; i >= 0; i-- {
		s.labels[i] = at
		at = s.before[i*kinds+at]
	}
}

// bestBefore returns the best label that label k may follow.
func (m *model) bestBefore(k int, so []float32) int {
	at := -1
	for j := range so {
		if m.may(j, k) && (at < 0 || so[j] > so[at]) {
			at = j
		}
	}
	return at
}

// may reports whether label k may follow label j, -1 for the beginning: I- follows only B- and I- of its kind.
func (m *model) may(j, k int) bool {
	kind, inside := strings.CutPrefix(m.entities[k], "I-")
	return !inside || j >= 0 && (m.entities[j] == m.entities[k] || m.entities[j] == "B-"+kind)
}

// embed makes the first vector of each word from its own vector and its letters.
func (m *model) embed(s *scratch, cells int) {
	n := len(s.words)
	s.rows.Reset(n, m.fromVectors.In)
	for i := range s.words {
		in := s.input[:m.fromVectors.In]
		clear(in)
		if v := s.words[i].vector; v >= 0 {
			m.vectors.add(v, in)
		}
		s.rows.Set(i, in)
	}
	s.sums.Mul(m.fromVectors, &s.rows)
	for i := range n {
		s.sums.Row(i, 0, cells, s.x[i*cells:(i+1)*cells])
	}
	s.rows.Reset(n, m.fromLetters.In)
	for i := range s.words {
		s.rows.Set(i, m.spell(&s.words[i], s.input[:m.fromLetters.In]))
	}
	s.sums.Mul(m.fromLetters, &s.rows)
	for i := range n {
		x := s.x[i*cells : (i+1)*cells]
		s.sums.Row(i, 0, cells, s.input)
		for j, v := range s.input[:cells] {
			x[j] = max(0, x[j]+v)
		}
	}
}

// spell adds the rows of a word's letters, group by group.
func (m *model) spell(w *word, into []float32) []float32 {
	clear(into)
	for t, row := range w.rows {
		m.letters[t].add(row, into[m.starts[t]:])
	}
	return into
}

// choice returns the largest value of part p of what the heads say of word i.
func (m *model) choice(s *scratch, i, p int) int {
	from, to := m.part(p)
	return best(s.out[i*m.heads.Out:][from:to])
}

// best returns the index of the first largest value.
func best(x []float32) int {
	at := 0
	for i, v := range x {
		if v > x[at] {
			at = i
		}
	}
	return at
}

// room returns a slice of n, of unknown content, s itself where it is long enough.
func room[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}

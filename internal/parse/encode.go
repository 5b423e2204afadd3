package parse

import (
	"dateline"
	"dateline/internal/parse/network"
)

// scratch is the room that one parse works in; it is used for sentence after sentence.
type scratch struct {
	tokens []dateline.Span
	forms  []string
	words  []word
	input  []float32
	x      []float32 // the vectors of the words
	out    []float32 // what the heads say of them
	scores []float32 // of arcs, see arc.go
	heads  []int
	tree   spanning
	keys   network.Matrix
	rows   network.Rows
	sums   network.Sums
	room   network.Room
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
	partEntity
	partCount
)

// part returns where a part of the heads' values begins and ends.
func (m *model) part(p int) (from, to int) {
	key, rel := len(m.rootKey), len(m.rootRel)
	for i, n := range [partCount]int{key, key, 1, rel, rel, len(m.upos), len(m.fine), len(m.entities)} {
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

// best returns the largest value of part p of what the heads say of word i.
func (m *model) best(s *scratch, i, p int) int {
	from, to := m.part(p)
	return largest(s.out[i*m.heads.Out:][from:to])
}

// largest returns the index of the first largest value.
func largest(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}

// room returns a slice of n, of unknown content, s itself where it is long enough.
func room[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}

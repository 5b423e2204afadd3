package parse

import (
	"math"

	"dateline/internal/parse/network"
)

// Arcs are scored as a query of the lower word against the key of each other word (Dozat and Manning
// 2017), and the tree is the best one that has a single root: mostly what each word likes best,
// otherwise the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967).

// hang draws the tree of a sentence that encode read last into its tokens, which were those from from on. What is said of a word is, in this
// order, what it asks of a head, what it offers as a head, how likely it is a head at all, and what it is
// as the upper and as the lower word of a relation.
func (m *model) hang(tokens []Token, from int, s *scratch) {
	n := len(tokens)
	s.sums.Mul(m.arcHead, s.encoded.Part(from, from+n))
	s.arcs = room(s.arcs, n*m.arcHead.Out)
	for i := range n {
		s.sums.Row(i, s.arcs[i*m.arcHead.Out:(i+1)*m.arcHead.Out])
	}
	m.scoreArcs(n, s)
	s.heads = s.tree.draw(s.scores, n, s.heads)
	m.nameArcs(s)
	for i := range tokens {
		tokens[i].Head = s.heads[i] - 1
		s.sums.Row(i, s.input[:len(m.rels)])
		tokens[i].Rel = m.relation(s.input[:len(m.rels)], s.heads[i] == 0)
	}
}

// relation is the best of the scores, which it may change; root is for the root alone.
func (m *model) relation(scores []float32, root bool) string {
	if root {
		return "root"
	}
	scores[m.root] = float32(math.Inf(-1))
	return m.rels[best(scores)]
}

// scoreArcs fills s.scores with a row for each of n words: the score of hanging on the root, and then
// on each word.
func (m *model) scoreArcs(n int, s *scratch) {
	wide, deep := m.arcHead.Out, len(m.rootKey)
	s.keys.Reset(deep, n+1)
	s.keys.Set(0, m.rootKey, 0)
	s.rows.Reset(n, deep)
	for i := range n {
		of := s.arcs[i*wide:]
		s.keys.Set(i+1, of[deep:2*deep], of[2*deep])
		s.rows.Set(i, of[:deep])
	}
	s.sums.Mul(&s.keys, &s.rows)
	s.scores = room(s.scores, n*(n+1))
	reach := len(m.distance)/2 - 1
	for i := range n {
		row := s.scores[i*(n+1) : (i+1)*(n+1)]
		s.sums.Row(i, row)
		for j := range n {
			row[j+1] += m.distance[max(-reach, min(reach, j-i))+reach+1]
		}
		row[i+1] = float32(math.Inf(-1))
	}
}

// nameArcs leaves the scores of the relations of the arcs in s.heads in s.sums.
func (m *model) nameArcs(s *scratch) {
	deep, wide := len(m.rootRel), m.arcHead.Out
	over, under := 2*len(m.rootKey)+1, 2*len(m.rootKey)+1+deep
	s.rows.Reset(len(s.heads), 2*deep)
	s.input = room(s.input, max(2*deep, len(m.rels)))
	for i, h := range s.heads {
		upper := m.rootRel
		if h > 0 {
			upper = s.arcs[(h-1)*wide+over:][:deep]
		}
		lower, sum, product := s.arcs[i*wide+under:][:deep], s.input[:deep], s.input[deep:][:deep]
		for j, u := range upper[:deep] {
			sum[j] = u + lower[j]
			product[j] = float32(u * lower[j])
		}
		network.Rectify(s.input[:deep])
		s.rows.Set(i, s.input[:2*deep])
	}
	s.sums.Mul(m.relations, &s.rows)
}

// spanning finds the best tree; its room is used again and again.
type spanning struct {
	mark    []int
	weights []float64
}

// draw returns for each of n words what it hangs on, 0 for the root and i+1 for word i. scores has for
// each word a row of n+1.
func (t *spanning) draw(scores []float32, n int, heads []int) []int {
	heads = room(heads, n)
	roots := 0
	for i := range heads {
		heads[i] = best(scores[i*(n+1) : (i+1)*(n+1)])
		roots += one(heads[i] == 0)
	}
	if roots == 1 && !t.cyclic(heads) {
		return heads
	}
	t.weigh(scores, n)
	copy(heads, bestTree(t.weights, n+1)[1:])
	return heads
}

// cyclic reports whether some word hangs on itself by way of others.
func (t *spanning) cyclic(heads []int) bool {
	t.mark = room(t.mark, len(heads)+1)
	clear(t.mark)
	t.mark[0] = -1
	for i := range heads {
		at := i + 1
		for t.mark[at] == 0 {
			t.mark[at] = i + 1
			at = heads[at-1]
		}
		if t.mark[at] == i+1 {
			return true
		}
		for at = i + 1; t.mark[at] == i+1; at = heads[at-1] {
			t.mark[at] = -1
		}
	}
	return false
}

// weigh copies the scores for the search: row i is of node i, the root is node 0. The root costs so much
// that the best tree goes there once.
func (t *spanning) weigh(scores []float32, n int) {
	t.weights = room(t.weights, (n+1)*(n+1))
	var most float64 = 1
	for _, v := range scores {
		if !math.IsInf(float64(v), 0) {
			most = max(most, math.Abs(float64(v)))
		}
	}
	for j := range n + 1 {
		t.weights[j] = math.Inf(-1)
	}
	for i := range n {
		row := t.weights[(i+1)*(n+1) : (i+2)*(n+1)]
		for j, v := range scores[i*(n+1) : (i+1)*(n+1)] {
			row[j] = float64(v)
		}
		row[0] -= 2 * most * float64(n+1)
	}
}

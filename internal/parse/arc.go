package parse

// The parser is arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, a buffer, and three
// moves. One classifier picks the move, another the relation of the arc that it draws. The root is
// the node after the last word, so that every sentence gets exactly one word that hangs on it.

// The moves. shift puts the first word of the buffer on the stack; left hangs the top of the stack
// on the first word of the buffer; right hangs it on the word below it.
const (
	shift = iota
	left
	right
	moveCount
)

// node is what is known of a word while arcs are drawn. Relations are numbered from 1; 0 is none.
type node struct {
	head           int32
	rel            uint8
	tag            uint32 // class of the tagger + 1
	upos           uint32
	form           uint32
	l1, l2, r1, r2 int32 // outermost and next children to the left and right, -1 for none
	lc, rc         uint32
	lset, rset     uint32 // relations of the children so far, as bits of a small hash
}

// config is a state of the parser.
type config struct {
	nodes []node // the words and then the root
	stack []int32
	next  int32
}

// noNode stands for a word that is not there.
var noNode = node{tag: 255, upos: 255, form: 3, rel: 255}

func (c *config) reset(words []word, tags []uint8, upos []uint32) {
	c.nodes, c.stack, c.next = c.nodes[:0], c.stack[:0], 0
	for i := range words {
		c.nodes = append(c.nodes, node{head: -1, form: words[i].form, tag: uint32(tags[i]) + 1,
			upos: upos[tags[i]], l1: -1, l2: -1, r1: -1, r2: -1})
	}
	c.nodes = append(c.nodes, node{head: -1, form: 2, tag: 254, upos: 254, l1: -1, l2: -1, r1: -1, r2: -1})
}

func (c *config) root() int32 { return int32(len(c.nodes)) - 1 }
func (c *config) done() bool  { return c.next == c.root() && len(c.stack) == 0 }

// at returns the node with number i, noNode for a negative one.
func (c *config) at(i int32) *node {
	if i < 0 || int(i) >= len(c.nodes) {
		return &noNode
	}
	return &c.nodes[i]
}

// top returns the number of the i-th word of the stack from above, -1 for none.
func (c *config) top(i int) int32 {
	if i >= len(c.stack) {
		return -1
	}
	return c.stack[len(c.stack)-1-i]
}

// legal reports whether move may be made. Only the last word of the stack may hang on the root.
func (c *config) legal(move int) bool {
	switch move {
	case shift:
		return c.next < c.root()
	case left:
		return len(c.stack) > 0 && (c.next < c.root() || len(c.stack) == 1)
	}
	return len(c.stack) > 1
}

// forced returns the only legal move, where there is only one.
func (c *config) forced() (int, bool) {
	switch {
	case len(c.stack) == 0:
		return shift, true
	case c.next == c.root() && len(c.stack) == 1:
		return left, true
	case c.next == c.root():
		return right, true
	}
	return 0, false
}

// arc returns the head and dependent that move would join.
func (c *config) arc(move int) (head, dep int32) {
	if move == left {
		return c.next, c.top(0)
	}
	return c.top(1), c.top(0)
}

// apply makes a move, with rel for the arc that it draws.
func (c *config) apply(move int, rel uint8) {
	if move == shift {
		c.stack = append(c.stack, c.next)
		c.next++
		return
	}
	head, dep := c.arc(move)
	c.stack = c.stack[:len(c.stack)-1]
	c.nodes[dep].head, c.nodes[dep].rel = head, rel
	h := &c.nodes[head]
	bit := uint32(1) << (rel & 31)
	if move == left {
		h.l1, h.l2, h.lc, h.lset = dep, h.l1, h.lc+1, h.lset|bit
	} else {
		h.r1, h.r2, h.rc, h.rset = dep, h.r1, h.rc+1, h.rset|bit
	}
}

func distance(a, b int32) uint32 {
	if a < 0 || b < 0 {
		return 0
	}
	switch d := b - a; {
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	default:
		return 7
	}
}

// moveFeatures lists the features of a state for the choice of the next move.
func (c *config) moveFeatures(into []feature) []feature {
	i0, i1, i2 := c.top(0), c.top(1), c.top(2)
	s0, s1, s2 := c.at(i0), c.at(i1), c.at(i2)
	b0, b1, b2 := c.at(c.next), c.at(c.next+1), c.at(c.next+2)
	s0l, s0r, b0l, s1r, s1l := c.at(s0.l1), c.at(s0.r1), c.at(b0.l1), c.at(s1.r1), c.at(s1.l1)
	d, e := distance(i0, c.next), distance(i1, i0)
	s0wp, s1wp, b0wp := s0.form^s0.tag<<24, s1.form^s1.tag<<24, b0.form^b0.tag<<24
	return append(into[:0],
		hash1(1, s0.form), hash1(2, s0.tag), hash1(3, s0wp),
		hash1(4, s1.form), hash1(5, s1.tag), hash1(6, s1wp),
		hash1(7, b0.form), hash1(8, b0.tag), hash1(9, b0wp),
		hash1(10, b1.form), hash1(11, b1.tag), hash1(12, b1.form^b1.tag<<24),
		hash1(13, b2.form), hash1(14, b2.tag), hash1(15, s2.tag),
		hash2(16, s0wp, b0wp), hash2(17, s0wp, b0.form), hash2(18, s0.form, b0wp),
		hash2(19, s0wp, b0.tag), hash2(20, s0.tag, b0wp), hash2(21, s0.form, b0.form),
		hash2(22, s0.tag, b0.tag), hash2(23, b0.tag, b1.tag), hash2(24, s1wp, s0wp),
		hash2(25, s1wp, s0.tag), hash2(26, s1.tag, s0wp), hash2(27, s1.tag, s0.tag),
		hash2(28, s1.form, s0.form), hash2(29, s1.tag, b0.tag), hash2(30, s1.form, b0.form),
		hash3(31, b0.tag, b1.tag, b2.tag), hash3(32, s0.tag, b0.tag, b1.tag),
		hash3(33, s1.tag, s0.tag, b0.tag), hash3(34, s2.tag, s1.tag, s0.tag),
		hash3(35, s0.tag, s0l.tag, b0.tag), hash3(36, s0.tag, s0r.tag, b0.tag),
		hash3(37, s0.tag, b0.tag, b0l.tag), hash3(38, s1.tag, s1r.tag, s0.tag),
		hash3(39, s1.tag, s0.tag, s0l.tag), hash3(40, s1.tag, s0.tag, s0r.tag),
		hash3(41, s1.tag, s1l.tag, s0.tag),
		hash3(42, s1.form, s0.tag, b0.tag), hash3(43, s1.tag, s0.form, b0.tag), hash3(44, s1.tag, s0.tag, b0.form),
		hash2(45, s0.form, d), hash2(46, s0.tag, d), hash2(47, b0.form, d), hash2(48, b0.tag, d),
		hash3(49, s0.tag, b0.tag, d), hash3(50, s0.form, b0.form, d), hash3(51, s1.tag, s0.tag, e),
		hash2(52, s0.form, s0.rc), hash2(53, s0.tag, s0.rc), hash2(54, s0.form, s0.lc), hash2(55, s0.tag, s0.lc),
		hash2(56, b0.form, b0.lc), hash2(57, b0.tag, b0.lc), hash3(58, s1.tag, s1.rc, s0.tag),
		hash2(59, s0l.form, s0.tag), hash2(60, s0r.form, s0.tag), hash2(61, b0l.form, b0.tag),
		hash2(62, uint32(s0l.rel), s0wp), hash2(63, uint32(s0r.rel), s0wp), hash2(64, uint32(b0l.rel), b0wp),
		hash2(65, s0.lset, s0.tag), hash2(66, s0.rset, s0.tag), hash2(67, b0.lset, b0.tag),
		hash3(68, s1.rset, s1.tag, s0.tag), hash3(69, s1.lset, s1.tag, s0.tag),
		hash3(70, s0.lset, s0.tag, b0.tag), hash3(71, s0.rset, s0.tag, b0.tag),
		hash3(72, s0.tag, s0l.form, s1.tag), hash3(73, s0.tag, b1.tag, b0.form),
		hash3(74, s0.form, s0l.form, s1.form), hash3(75, s0.upos, b0.upos, b1.form),
		hash3(76, s1.upos, s0l.form, s1.form), hash3(77, s2.upos, s1.upos, b0.upos),
		hash3(78, s0.upos, s0l.form, s2.form), hash3(79, s1.form, s0l.form, s0.upos),
	)
}

// labelFeatures lists the features of the arc from head to dep for the choice of its relation.
func (c *config) labelFeatures(head, dep int32, into []feature) []feature {
	h, d := c.at(head), c.at(dep)
	side := uint32(0)
	if head < dep {
		side = 1
	}
	dist := distance(min(head, dep), max(head, dep)) | side<<4
	before, after := c.at(dep-1), c.at(dep+1)
	dl, dr, hl, hr := c.at(d.l1), c.at(d.r1), c.at(h.l1), c.at(h.r1)
	hf, df, ht, dt := h.form, d.form, h.tag<<1|side, d.tag<<1|side
	return append(into[:0],
		hash1(101, hf^side), hash1(102, ht), hash1(103, df^side), hash1(104, dt),
		hash2(105, hf, df^side), hash2(106, ht, d.tag), hash2(107, hf, dt), hash2(108, ht, df),
		hash2(109, d.tag, dist), hash3(110, ht, d.tag, dist),
		hash3(111, ht, d.tag, before.tag), hash3(112, ht, d.tag, after.tag), hash2(113, before.form, dt), hash2(114, after.form, dt),
		hash3(115, dl.form, ht, d.tag), hash3(116, dl.tag, ht, d.tag), hash3(117, dr.tag, ht, d.tag),
		hash2(118, dl.form, hf), hash2(119, uint32(dl.rel), dt), hash3(120, uint32(dl.rel), ht, d.tag),
		hash3(121, h.lset, ht, d.tag), hash3(122, h.rset, ht, d.tag), hash3(123, d.lset, ht, d.tag), hash3(124, d.rset, ht, d.tag),
		hash3(125, uint32(hl.rel), ht, d.tag), hash3(126, uint32(hr.rel), ht, d.tag), hash3(127, hl.form, ht, d.tag),
		hash3(128, h.lset, hf, d.tag), hash3(129, h.rset, hf, d.tag), hash3(130, uint32(dr.rel), ht, d.tag),
		hash3(131, dl.form, df, ht), hash3(132, hf, h.upos, d.upos<<1|side),
		hash3(133, dl.form, d.upos, h.upos<<1|side), hash2(134, dl.form, dt),
	)
}

// draw fills in heads and relations of a sentence of tagged words.
func (m *model) draw(s *scratch, upos []uint32) *config {
	c := &s.arcs
	c.reset(s.words, s.tags, upos)
	for !c.done() {
		move, forced := c.forced()
		if !forced {
			s.features = c.moveFeatures(s.features)
			scores := m.moves.score(s.features)
			move = bestMove(c, scores[:])
		}
		rel := uint8(0)
		if move != shift {
			rel = m.label(c, move, s)
		}
		c.apply(move, rel)
	}
	return c
}

func bestMove(c *config, scores []int32) int {
	best := -1
	for move := range moveCount {
		if c.legal(move) && (best < 0 || scores[move] > scores[best]) {
			best = move
		}
	}
	return best
}

// label picks the relation, numbered from 1, of the arc that move would draw. Only the word that
// hangs on the root is root.
func (m *model) label(c *config, move int, s *scratch) uint8 {
	head, dep := c.arc(move)
	if head == c.root() {
		return rootRel
	}
	s.features = c.labelFeatures(head, dep, s.features)
	clear(s.scores[:m.labels.classes])
	m.labels.score(s.features, &s.scores)
	return bestRel(s.scores[:m.labels.classes])
}

// bestRel returns the best relation of those that are not root; scores are by number, from 0 = none.
func bestRel(scores []int32) uint8 {
	best := rootRel + 1
	for rel := best; rel < len(scores); rel++ {
		if scores[rel] > scores[best] {
			best = rel
		}
	}
	return uint8(best)
}

// rootRel is the number of the relation root, which is first of model.rels.
const rootRel = 1

package parse

import (
	"math"

	"dateline/internal/sieve"
)

// A spot is a place where a content may begin or end: how it was found, and the token on whose
// dependents it is an end.
type spot struct {
	at   int
	how  uint32
	node int
}

// spots are the places where one side of the content may begin and end.
type spots struct {
	side         uint32 // 1 before the cue, 2 after it
	edge         int    // the outermost token of cue and source on that side
	size         int    // the number of tokens of the text
	turn         int    // where a clause begins that is joined to the cue and has its own subject; -1 for none
	turnKind     uint32 // what speaks says of it
	starts, ends []spot
}

// mostSpots is how many starts, and how many ends, are weighed.
const mostSpots = 32

func (s *spots) start(at int, how uint32, node int) {
	if len(s.starts) < mostSpots && s.free(at) {
		s.starts = append(s.starts, spot{at, how, node})
	}
}

// free reports whether token at is of the text and on the side that is looked at.
func (s *spots) free(at int) bool {
	return at >= 0 && at < s.size && (s.side == 1 && at < s.edge || s.side == 2 && at > s.edge)
}

func (s *spots) end(at int, how uint32, node int) {
	if len(s.ends) < mostSpots && s.free(at) {
		s.ends = append(s.ends, spot{at, how, node})
	}
}

// spots makes room for the places on one side; those of the side before are not needed any more.
func (r *cueReading) spots(side uint32, edge int) spots {
	return spots{side: side, edge: edge, size: len(r.leaves), turn: -1, starts: r.begin[:0], ends: r.finish[:0]}
}

// contentBefore finds where content may begin and end before the cue and source.
func (r *cueReading) contentBefore(a *attributed) spots {
	s := r.spots(1, a.cue.first)
	if !a.source.empty() {
		s.edge = min(s.edge, a.source.first)
	}
	in := r.sentenceOf(a.anchor)
	for k, e := uint32(1), s.edge-1; k <= 4 && e >= in.first; k, e = k+1, e-1 {
		s.end(e, k, -1)
		if !r.mark(e) {
			break
		}
	}
	r.quoteBefore(&s, in)
	s.start(in.first, 10, -1)
	for k, i := uint32(11), in.first; k < 14 && i < in.last && r.leaves[i].tok.Is("punct", "cc", "mark", "advmod"); k, i = k+1, i+1 {
		s.start(i+1, k, -1)
	}
	r.spotNodes(&s, a.anchor)
	for i, n := max(in.first, s.edge-farthest), 0; i < s.edge-1 && n < 4; i++ {
		if r.pause(i) {
			s.start(i+1, 31, -1)
			n++
		}
	}
	return s
}

// quoteBefore adds the beginnings and ends of quotations that end shortly before the edge.
func (r *cueReading) quoteBefore(s *spots, in stretch) {
	for e := s.edge - 1; e >= max(in.first, s.edge-4); e-- {
		if q := r.leaves[e].quote; q >= 0 {
			quote := r.quotes[q]
			s.start(quote.first, 20, -1)
			if p := int(q) - 1; p >= 0 && r.quotes[p].last == quote.first-1 && !r.quotes[p].empty() {
				s.start(r.quotes[p].first, 21, -1)
			}
			if quote.last < s.edge {
				s.end(quote.last, 20, -1)
			}
			return
		}
	}
}

// spotNodes adds the ends of the dependents of the cue's head and of up to four words above it, and
// of those words.
func (r *cueReading) spotNodes(s *spots, anchor int) {
	path, at := uint32(1), anchor
	for up := range 5 {
		n := 0
		for c := r.leaves[at].child; c >= 0 && n < mostChildren; c, n = r.leaves[c].next, n+1 {
			l := &r.leaves[c]
			if r.mark(int(c)) || int(l.first) <= anchor && anchor <= int(l.last) {
				continue
			}
			r.spotNode(s, int(c), say(path, l.rel, 2, 0))
			if at == anchor && l.tok.Is("xcomp", "obj", "obl", "ccomp") {
				r.spotBelow(s, int(c), say(path, l.rel, 3, 0))
			}
		}
		h := int(r.leaves[at].head)
		if h < 0 || up == 4 {
			break
		}
		path = say(path, r.leaves[at].rel, 0, 0)
		at = h
		r.spotNode(s, at, path)
		r.leftSpine(s, at)
	}
}

func (r *cueReading) spotBelow(s *spots, at int, path uint32) {
	n := 0
	for c := r.leaves[at].child; c >= 0 && n < 12; c, n = r.leaves[c].next, n+1 {
		if l := &r.leaves[c]; l.tok.Is("ccomp", "xcomp", "acl", "nmod", "obj", "obl", "advcl") {
			s.start(int(l.first), say(path, l.rel, 4, 0), int(c))
		}
	}
}

// spotNode adds the ends of what hangs on token c, where it lies on the side that is looked at.
func (r *cueReading) spotNode(s *spots, c int, path uint32) {
	l := &r.leaves[c]
	first, last := int(l.first), int(l.last)
	s.start(first, path, c)
	if first < c && (r.leaves[first].tok.Is("case", "mark", "cc")) {
		s.start(first+1, path+1, c)
	}
	s.end(last, path, c)
	if r.mark(last) && last > c {
		s.end(last-1, path+1, c)
	}
	if s.side == 2 {
		r.rightSpine(s, c, path)
	}
}

// rightSpine adds the ends that leave out the last dependents, of token c and of its last dependents.
func (r *cueReading) rightSpine(s *spots, c int, path uint32) {
	for range 5 {
		last, n := -1, 0
		for k := r.leaves[c].child; k >= 0 && n < mostChildren; k, n = r.leaves[k].next, n+1 {
			if int(k) > c && !r.mark(int(k)) {
				last = int(k)
			}
		}
		if last < 0 {
			return
		}
		l := &r.leaves[last]
		if cut := int(l.first) - 1; cut >= c {
			s.end(r.trimMarks(cut, c), say(l.rel, 7, r.speaks(last), 0), -1)
		}
		c = last
	}
}

// speaks sorts what a cut leaves out: 2 for a verb of saying with a subject of its own ('but the army
// said ...'), 1 for another verb with one, 0 for all else.
func (r *cueReading) speaks(i int) uint32 {
	switch l := &r.leaves[i]; {
	case l.tok.Tag != "VERB" || r.childWhere(i, "nsubj") < 0:
		return 0
	case l.kinds&(sectionSay|sectionTell) != 0:
		return 2
	}
	return 1
}

// leftSpine adds the starts that leave out the first dependents of token c.
func (r *cueReading) leftSpine(s *spots, c int) {
	n := 0
	for k := r.leaves[c].child; k >= 0 && int(k) < c && n < 6; k, n = r.leaves[k].next, n+1 {
		l := &r.leaves[k]
		start := int(l.last) + 1
		for start < c && r.mark(start) && !r.quoteMark(start) {
			start++
		}
		if !r.mark(int(k)) && start <= c {
			s.start(start, say(l.rel, 8, 0, 0), -1)
		}
	}
}

// contentAfter finds where content may begin and end behind the cue and source.
func (r *cueReading) contentAfter(a *attributed) spots {
	s := r.spots(2, a.cue.last)
	if !a.source.empty() {
		s.edge = max(s.edge, a.source.last)
	}
	in := r.sentenceOf(a.anchor)
	for k, i := uint32(1), s.edge+1; k <= 4 && i <= in.last; k, i = k+1, i+1 {
		s.start(i, k, -1)
		if !r.mark(i) {
			break
		}
	}
	for k, e := uint32(1), in.last; k <= 4 && e > s.edge; k, e = k+1, e-1 {
		s.end(e, k, -1)
		if !r.mark(e) {
			break
		}
	}
	r.quotesAfter(&s, in)
	r.spotNodes(&s, a.anchor)
	r.spotMarks(&s, in)
	for c, n := r.leaves[a.anchor].child, 0; c >= 0 && n < mostChildren; c, n = r.leaves[c].next, n+1 {
		if kind := r.speaks(int(c)); kind > 0 && int(c) > s.edge && r.leaves[c].tok.Is("conj") {
			s.turn, s.turnKind = int(r.leaves[c].first), kind
			break
		}
	}
	return s
}

// farthest is how many tokens from the cue words and marks alone are taken for starts and ends.
const farthest = 60

// spotMarks adds what commas, dashes and words that open clauses make likely behind the edge,
// whatever the tree says.
func (r *cueReading) spotMarks(s *spots, in stretch) {
	starts, ends := 0, 0
	for i := s.edge + 2; i <= min(in.last, s.edge+farthest); i++ {
		if clauseOpeners.At(r.leaves[i].tok.Lemma) || r.quoteMark(i) {
			if starts++; starts <= 3 && i < s.edge+16 {
				s.start(i, 30, -1)
			}
		}
		if r.pause(i) {
			if ends++; ends <= 5 {
				s.end(i-1, 30, -1)
			}
			if starts++; starts <= 3 && i < s.edge+16 {
				s.start(i+1, 31, -1)
			}
		}
	}
}

// clauseOpeners are words that content often begins with.
var clauseOpeners = sieve.NewMap(wordSet("that to whether how what if why who"))

// pause reports whether token i is a mark that parts clauses.
func (r *cueReading) pause(i int) bool {
	if i < 0 || i >= len(r.leaves) {
		return false
	}
	switch r.leaves[i].tok.Form {
	case ",", ";", ":", "-", "--", "–", "—", "...", "…", "(":
		return r.mark(i)
	}
	return false
}

// quotesAfter adds the quotations behind the edge in its paragraph, three at most, and the first of
// the next paragraph where nothing but marks follows in this one.
func (r *cueReading) quotesAfter(s *spots, in stretch) {
	from, bare := s.edge+1, true
	for i, n := from, 0; i < min(len(r.leaves), from+150) && n < 3; i++ {
		apart := r.paragraphOf(i) - r.paragraphOf(s.edge)
		if apart > 1 || apart == 1 && !bare {
			return
		}
		q := r.leaves[i].quote
		if q < 0 {
			bare = bare && r.mark(i)
			continue
		}
		quote, how := r.quotes[q], uint32(20)
		switch {
		case apart == 1:
			how = 24
		case quote.first > in.last:
			how = 22
		}
		s.start(quote.first, how, -1)
		s.end(quote.last, how, -1)
		bare = false
		i, n = max(i, quote.last), n+1
	}
}

// chooseContent picks what is said, before the cue and behind it; where neither side is likely, the
// likelier one, if it is no more unlikely than the cue is sure.
func (r *cueReading) chooseContent(a *attributed, sure int32) []stretch {
	before, sooner := r.weighContent(r.contentBefore(a), a, nowhere)
	given := before
	if sooner <= 0 {
		given = nowhere
	}
	after, later := r.weighContent(r.contentAfter(a), a, given)
	switch {
	case sooner > 0 && later > 0:
		return []stretch{before, after}
	case max(sooner, later) <= -sure:
		return nil
	case sooner > later:
		return []stretch{before}
	}
	return []stretch{after}
}

// mostOfPair is about the most that a start and an end gain from going well together; pairs that are
// farther behind are not looked at.
const mostOfPair = 300

// weighContent returns the stretch on one side of the cue that scores best, nowhere where there is
// none, and by how much it outscores there being no content on that side.
func (r *cueReading) weighContent(s spots, a *attributed, before stretch) (stretch, int32) {
	best, content := int32(math.MinInt16), nowhere
	var ends [mostSpots]int32
	for k := range s.ends {
		ends[k] = r.scorer.sum(r.endFeatures(&s, a, &s.ends[k]))
	}
	for i := range s.starts {
		start := r.scorer.sum(r.startFeatures(&s, a, &s.starts[i], before))
		for k := range s.ends {
			if s.ends[k].at < s.starts[i].at || start+ends[k]+mostOfPair <= best {
				continue
			}
			if n := start + ends[k] + r.scorer.sum(r.pairFeatures(&s, a, &s.starts[i], &s.ends[k], before)); n > best {
				best, content = n, stretch{s.starts[i].at, s.ends[k].at}
			}
		}
	}
	if content.empty() {
		return nowhere, math.MinInt16
	}
	return content, best - r.scorer.sum(r.noContent(&s, a, before))
}

// coarse sorts cues: the lowest section that a word stands in, 31 for none.
func coarse(kinds cueKinds) uint32 {
	for k := range cueSections {
		if kinds&(1<<k) != 0 {
			return uint32(k)
		}
	}
	return 31
}

// pieceKind sorts what was found before the cue: nothing, a quotation, other words.
func (r *cueReading) pieceKind(s stretch) uint32 {
	switch {
	case s.empty():
		return 0
	case r.leaves[s.first].quote >= 0 && r.leaves[s.last].quote >= 0:
		return 1
	case r.leaves[s.last].quote >= 0:
		return 2
	}
	return 3
}

// order tells how cue and source stand: no source, source first, cue first.
func order(a *attributed) uint32 {
	switch {
	case a.source.empty():
		return 0
	case a.source.first < a.cue.first:
		return 1
	}
	return 2
}

func (r *cueReading) noContent(s *spots, a *attributed, before stretch) []uint32 {
	l, f := &r.leaves[a.anchor], r.frame(a.anchor)
	comp, b, t := f.shape&(shapeClause|shapeOpen|shapeObject|shapeParataxis|shapePassive), r.pieceKind(before), 150+s.side
	next := s.edge + 1
	if s.side == 1 {
		next = s.edge - 1
	}
	x := append(r.features[:0], say(t, 1, b, 0), say(t, 2, l.lemma, b), say(t, 3, comp, b), say(t, 4, order(a), b), say(t, 5, l.rel, b),
		say(t, 6, r.lemmaAt(next), b), say(t, 7, r.fineAt(next), order(a)), say(t, 8, f.shape&(shapeQuoteAfter|shapeQuoteBefore|shapeColonAfter), b),
		say(t, 9, l.fine, order(a)), say(t, 10, r.lemmaAt(a.cue.last), b), say(t, 11, coarse(l.kinds), comp), say(t, 12, coarse(l.kinds), b))
	r.features = x
	return x
}

func (r *cueReading) startFeatures(s *spots, a *attributed, p *spot, before stretch) []uint32 {
	l, t := &r.leaves[a.anchor], 160+s.side
	c, b := coarse(l.kinds), r.pieceKind(before)
	gap := uint32(min(max(p.at-s.edge-1, s.edge-p.at), 6))
	back := uint32(min(max(int(l.sentence)-int(r.leaves[p.at].sentence), 0), 3))
	skipped := uint32(0)
	if s.side == 2 && p.at > s.edge+1 {
		skipped = r.leaves[s.edge+1].rel
	}
	quoted := r.quoteState(p.at)
	x := append(r.features[:0], say(t, 1, p.how, 0), say(t, 2, p.how, c), say(t, 3, r.lemmaAt(p.at), 0), say(t, 4, r.fineAt(p.at), r.lemmaAt(p.at-1)),
		say(t, 5, r.lemmaAt(p.at-1), 0), say(t, 6, back, quoted), say(t, 7, gap, b), say(t, 8, skipped, gap), say(t, 9, r.lemmaAt(p.at), r.lemmaAt(a.cue.last)),
		say(t, 10, p.how, l.rel), say(t, 11, quoted, b), say(t, 12, c, gap), say(t, 13, r.fineAt(p.at), c), say(t, 14, r.leaves[p.at].rel, gap),
		say(t, 15, p.how, b), say(t, 16, order(a), p.how), say(t, 17, quoted, gap), say(t, 18, p.how, l.lemma), say(t, 19, r.lemmaAt(a.cue.last), p.how),
		say(t, 20, r.leaves[p.at].rel, r.lemmaAt(p.at-1)))
	if p.at == r.starts[r.leaves[p.at].sentence] {
		x = append(x, say(t, 21, 0, 0), say(t, 22, c, 0), say(t, 23, l.rel, 0), say(t, 24, order(a), 0))
	}
	r.features = x
	return x
}

func (r *cueReading) endFeatures(s *spots, a *attributed, p *spot) []uint32 {
	l, t := &r.leaves[a.anchor], 170+s.side
	c, quoted, last := coarse(l.kinds), r.quoteState(p.at), uint32(0)
	if in := r.starts[r.leaves[p.at].sentence+1] - 1; p.at >= in-1 {
		last = uint32(2 - in + p.at)
	}
	word, next := uint32(0), uint32(0)
	if r.mark(p.at) {
		word = r.lemmaAt(p.at)
	}
	if p.at+1 < len(r.leaves) {
		next = r.leaves[p.at+1].rel
	}
	x := append(r.features[:0], say(t, 1, p.how, 0), say(t, 2, p.how, c), say(t, 3, word, r.lemmaAt(p.at+1)), say(t, 4, r.fineAt(p.at), last),
		say(t, 5, r.lemmaAt(p.at+1), 0), say(t, 6, next, last), say(t, 7, quoted, word), say(t, 8, last, word), say(t, 9, p.how, r.lemmaAt(p.at+1)),
		say(t, 10, r.fineAt(p.at+1), p.how), say(t, 11, quoted, last), say(t, 12, r.lemmaAt(p.at+1), r.lemmaAt(p.at+2)), say(t, 13, word, order(a)),
		say(t, 14, c, last), say(t, 15, next, c), say(t, 16, r.lemmaAt(p.at+1), c), say(t, 17, p.how, l.rel), say(t, 18, p.how, l.lemma))
	if s.turn >= 0 {
		beyond := uint32(one(p.at >= s.turn))
		x = append(x, say(t, 19, beyond, s.turnKind), say(t, 20, beyond, quoted), say(t, 21, beyond, p.how))
	}
	r.features = x
	return x
}

// quoteState says how token i stands to a quotation: 0 outside, 1 its first, 2 its last, 3 next to
// last, 4 inside.
func (r *cueReading) quoteState(i int) uint32 {
	q := r.leaves[i].quote
	if q < 0 {
		return 0
	}
	switch s := r.quotes[q]; i {
	case s.first:
		return 1
	case s.last:
		return 2
	case s.last - 1:
		return 3
	}
	return 4
}

func (r *cueReading) pairFeatures(s *spots, a *attributed, start, end *spot, before stretch) []uint32 {
	l, t := &r.leaves[a.anchor], 180+s.side
	c, size, same := coarse(l.kinds), uint32(0), uint32(0)
	for n := end.at - start.at; n > 0; n /= 2 {
		size++
	}
	if start.node >= 0 && start.node == end.node {
		same = start.how
	}
	quotes := r.quoteState(start.at)*8 + r.quoteState(end.at)
	if q := r.leaves[start.at].quote; q >= 0 && q == r.leaves[end.at].quote {
		quotes += 64
	}
	x := append(r.features[:0], say(t, 1, quotes, 0), say(t, 2, size, c), say(t, 3, same, 0), say(t, 4, same, c), say(t, 5, same, l.lemma),
		say(t, 6, start.how, end.how), say(t, 7, quotes, r.pieceKind(before)), say(t, 8, size, quotes))
	if r.leaves[start.at].sentence != r.leaves[end.at].sentence {
		x = append(x, say(t, 9, quotes, 0))
	}
	r.features = x
	return x
}

// goOn gives quotations that no attribution holds to the one that the quotation before belongs to:
// in the same paragraph, or where the quotation makes up the paragraph that follows.
func (r *cueReading) goOn(found []attributed) []attributed {
	holder := r.holders(found)
	previous := -1
	for q, s := range r.quotes {
		if s.empty() || r.leaves[s.first].quote != int32(q) {
			continue
		}
		if holder[q] < 0 && previous >= 0 && holder[previous] >= 0 && r.continues(s, previous, &found[holder[previous]]) {
			holder[q] = holder[previous]
			a := &found[holder[q]]
			a.content = append(a.content, s)
		}
		previous = q
	}
	return found
}

// holders finds, for each quotation, the attribution whose content holds its beginning; -1 for none.
func (r *cueReading) holders(found []attributed) []int {
	holder := make([]int, len(r.quotes))
	for q := range holder {
		holder[q] = -1
	}
	for k := range found {
		for _, s := range found[k].content {
			for i := s.first; i <= min(s.last, s.first+2000); i++ {
				if q := r.leaves[i].quote; q >= 0 && i <= r.quotes[q].first+1 {
					holder[q] = k
				}
			}
		}
	}
	return holder
}

// continues reports whether quotation s, which begins a sentence, goes on with what the attribution that holds the
// quotation before said.
func (r *cueReading) continues(s stretch, previous int, a *attributed) bool {
	p := r.quotes[previous]
	if s.first != r.starts[r.leaves[s.first].sentence] || s.last-s.first < 4 {
		return false
	}
	from := r.leaves[max(p.last, a.anchor)].sentence
	switch r.paragraphOf(s.first) - r.paragraphOf(p.last) {
	case 0:
		return r.leaves[s.first].sentence-from <= 1
	case 1:
		whole := r.paragraphEnds(s.last) && (r.text.Quotes[previous].Open || r.paragraphEnds(p.last))
		return whole && r.leaves[s.first].sentence-from <= 1
	}
	return false
}

// paragraphEnds reports whether token i is the last of its paragraph.
func (r *cueReading) paragraphEnds(i int) bool {
	return i+1 == len(r.leaves) || r.paragraphOf(i+1) != r.paragraphOf(i)
}

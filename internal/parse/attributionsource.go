package parse

// An offer is a stretch of tokens that may be the source, and the token that heads it.
type offer struct {
	stretch
	head     int
	from, to uint32 // how its ends were found
	path     uint32
}

// mostOffers is how many sources are weighed for a cue.
const mostOffers = 120

// chooseSource finds the words for who says it, and their head; nowhere and -1 for nobody.
func (r *cueReading) chooseSource(cue stretch, anchor int) (stretch, int) {
	best, source, head := r.scorer.sum(r.sourceless(anchor)), nowhere, -1
	f := r.frame(anchor)
	for _, o := range r.sourceOffers(cue, anchor) {
		if s := r.scorer.sum(r.sourceFeatures(cue, anchor, &f, &o)); s > best {
			best, source, head = s, o.stretch, o.head
		}
	}
	return source, head
}

// sourceless lists the features of there being no source.
func (r *cueReading) sourceless(anchor int) []uint32 {
	l, f := &r.leaves[anchor], r.frame(anchor)
	x := append(r.features[:0], say(100, 0, 0, 0), say(101, l.lemma, 0, 0), say(102, l.rel, l.fine, 0), say(103, f.shape&(shapePassive|shapeOwnSubject), l.fine, 0),
		say(104, r.subjectKind(f.subject), f.shape&shapePassive, 0), say(105, r.subjectKind(f.subject), l.lemma, 0))
	for k := range cueSections {
		if l.kinds&(1<<k) != 0 {
			x = append(x, say(106, uint32(k), l.rel, 0), say(107, uint32(k), f.shape&(shapePassive|shapeOwnSubject), 0))
		}
	}
	r.features = x
	return x
}

// sourceOffers lists the noun phrases near the cue in the tree: on its head, on up to four words
// above it, and those words themselves, each with several ends.
func (r *cueReading) sourceOffers(cue stretch, anchor int) []offer {
	r.offers = r.offers[:0]
	path, at := uint32(1), anchor
	for up := range 5 {
		r.offerBelow(cue, anchor, at, path, 0)
		h := int(r.leaves[at].head)
		if h < 0 || up == 4 {
			break
		}
		path = say(path, r.leaves[at].rel, 0, 0)
		at = h
		r.offerNoun(cue, at, path)
	}
	return r.offers
}

// offerBelow offers the dependents of token at, and what hangs on its noun-like dependents.
func (r *cueReading) offerBelow(cue stretch, anchor, at int, path uint32, depth int) {
	n := 0
	for c := r.leaves[at].child; c >= 0 && n < mostChildren && len(r.offers) < mostOffers; c, n = r.leaves[c].next, n+1 {
		if int(c) == anchor || r.mark(int(c)) {
			continue
		}
		down := say(path, r.leaves[c].rel, 2, 0)
		r.offerNoun(cue, int(c), down)
		if depth == 0 && (at == anchor || r.leaves[c].tok.Is("obl", "nmod", "xcomp", "obj")) {
			r.offerBelow(cue, anchor, int(c), down, 1)
		}
	}
}

// offerNoun offers a noun, name or pronoun with what hangs on it, on its side of the cue.
func (r *cueReading) offerNoun(cue stretch, i int, path uint32) {
	l := &r.leaves[i]
	switch l.tok.Tag {
	case "NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM":
	default:
		return
	}
	if cue.holds(i) {
		return
	}
	whole := stretch{int(l.first), int(l.last)}
	if i < cue.first {
		whole.last = min(whole.last, cue.first-1)
	} else {
		whole.first = max(whole.first, cue.last+1)
	}
	first, from := r.skipCase(whole.first, i)
	r.offerEnds(cue, stretch{first, whole.last}, i, path, from)
	if run := r.nounRun(cue, first); run < first {
		r.offerEnds(cue, stretch{run, whole.last}, i, path, 3)
	}
}

// longestRun is how many words in front of a noun phrase may be taken for more of it.
const longestRun = 8

// nounRun steps back from first over words that noun phrases are made of, for where the tree broke a
// phrase in two.
func (r *cueReading) nounRun(cue stretch, first int) int {
	least := max(r.sentenceOf(first).first, first-longestRun)
	for first > least && !cue.holds(first-1) {
		switch l := &r.leaves[first-1]; l.tok.Tag {
		case "NOUN", "PROPN", "ADJ", "NUM", "DET":
			first--
		default:
			return first
		}
	}
	return first
}

// skipCase steps over prepositions, conjunctions and marks in front of the noun i.
func (r *cueReading) skipCase(first, i int) (int, uint32) {
	from := uint32(1)
	for first < i {
		l := &r.leaves[first]
		if !(l.tok.Is("case", "mark", "cc", "punct") && !r.quoteMark(first) || l.tok.Is("fixed")) {
			break
		}
		first, from = first+1, 2
	}
	return first, from
}

// offerEnds offers a stretch as it is, without the marks at its end, stretched up to the cue, and cut
// before each dependent of the noun i.
func (r *cueReading) offerEnds(cue, whole stretch, i int, path, from uint32) {
	add := func(last int, to uint32) {
		if last >= i && len(r.offers) < mostOffers {
			r.offers = append(r.offers, offer{stretch{whole.first, last}, i, from, to, path})
		}
	}
	end := r.trimMarks(whole.last, i)
	add(end, 1)
	if end < whole.last {
		add(end+1, 2)
	}
	if next := cue.first - 1; i < cue.first && next-end < 25 && next > whole.last {
		add(r.trimMarks(next, i), 3)
		if r.mark(next) {
			add(next, 4)
		}
	}
	n := 0
	for c := r.leaves[i].child; c >= 0 && n < mostChildren; c, n = r.leaves[c].next, n+1 {
		l := &r.leaves[c]
		if int(c) > i && int(l.first) > i && int(l.first) <= end && !r.mark(int(c)) {
			cut := r.trimMarks(int(l.first)-1, i)
			add(cut, l.rel)
			if cut < int(l.first)-1 && l.tok.Is("acl", "appos") {
				add(cut+1, l.rel+1)
			}
		}
	}
}

func (r *cueReading) trimMarks(last, least int) int {
	for last > least && r.mark(last) && !r.closing(last) {
		last--
	}
	return last
}

// closing reports whether token i closes a quotation or a bracket.
func (r *cueReading) closing(i int) bool {
	return r.leaves[i].tok.Form == ")" || r.leaves[i].tok.Form == "]" || r.quoteMark(i) && r.leaves[i].quote >= 0
}

// sourceFeatures lists the features of a source.
func (r *cueReading) sourceFeatures(cue stretch, anchor int, f *frame, o *offer) []uint32 {
	a, h := &r.leaves[anchor], &r.leaves[o.head]
	side, gap, isSubject := uint32(1), cue.first-o.last-1, uint32(0)
	if o.first > cue.last {
		side, gap = 2, o.first-cue.last-1
	}
	if f.subject == o.head {
		isSubject = 1 + f.shape&shapePassive
	}
	near, length, kind := uint32(min(gap, 5)), uint32(min(o.last-o.first, 12)), r.subjectKind(o.head)
	before, after := r.lemmaAt(o.first-1), r.lemmaAt(o.last+1)
	x := append(r.features[:0], say(110, o.path, 0, 0), say(111, o.path, a.lemma, 0), say(112, o.path, kind, 0), say(113, side, near, 0), say(114, kind, side, near),
		say(115, h.rel, side, 0), say(116, h.rel, a.fine, side), say(117, isSubject, 0, 0), say(118, isSubject, a.lemma, 0), say(119, o.from, o.to, 0),
		say(120, o.to, h.fine, side), say(121, length, side, 0), say(122, after, 0, 0), say(123, before, side, 0), say(124, o.to, after, 0),
		say(125, r.fineAt(o.last), r.fineAt(o.last+1), 0), say(126, r.fineAt(o.first), 0, 0), say(127, kind, a.fine, h.rel), say(128, h.lemma, 0, 0),
		say(129, o.to, length, 0), say(130, r.lemmaAt(o.last), 0, 0), say(131, before, h.rel, a.lemma), say(132, near, o.to, side), say(133, o.path, f.shape&shapePassive, 0),
		say(134, o.to, side, r.fineAt(o.last+1)), say(135, o.path, a.fine, f.shape&(shapeClause|shapeQuoteBefore)), say(136, r.lemmaAt(o.first), length, 0),
		say(141, r.fineAt(o.first-1), r.fineAt(o.first), 0), say(142, r.fineAt(o.first-1), o.from, side), say(143, r.leaves[o.first].rel, o.from, 0),
		say(144, r.fineAt(o.last), o.to, side))
	if h.quote >= 0 && h.quote != a.quote {
		x = append(x, say(137, 0, 0, 0))
	}
	for k := range cueSections {
		if a.kinds&(1<<k) != 0 {
			x = append(x, say(138, uint32(k), o.path, 0), say(139, uint32(k), isSubject, side), say(140, uint32(k), h.rel, before))
		}
	}
	r.features = x
	return x
}

package parse

import (
	"strings"
	"sync"

	"dateline/internal/sieve"
)

// cueKinds is the set of sections of data/lexicon/language/cues.txt that a word stands in.
type cueKinds uint32

// cueSections are the sections, by bit.
var cueSections = []string{"say", "tell", "ask", "think", "want", "feel", "praise", "blame", "show", "appear", "speak", "according",
	"adverb", "adjective", "noun", "document", "people", "hearsay", "deed"}

const (
	sectionSay cueKinds = 1 << iota
	sectionTell
)

// The sections of words that are no verbs.
const (
	sectionAccording cueKinds = 1 << (iota + 11)
	sectionAdverb
	sectionAdjective
	sectionNoun
	sectionDocument
	sectionPeople
	sectionHearsay
	sectionDeed
)

var cueLexicon = sync.OnceValue(func() *sieve.Map[cueKinds] {
	words, bit := map[string]cueKinds{}, cueKinds(0)
	for _, line := range lexiconLines("cues") {
		if name, ok := strings.CutPrefix(line, "["); ok {
			bit = sectionBit(strings.TrimSuffix(name, "]"))
			continue
		}
		for _, w := range strings.Fields(line) {
			words[w] |= bit
		}
	}
	return sieve.NewMap(words)
})

func sectionBit(name string) cueKinds {
	for i, s := range cueSections {
		if s == name {
			return 1 << i
		}
	}
	return 0
}

// mayCue reports whether token i can head a cue: any verb, a noun, adjective or adverb of the
// lexicon, 'according', a colon, and 'in' or 'per' before a paper or a poll.
func (r *cueReading) mayCue(i int) bool {
	l := &r.leaves[i]
	switch l.tok.Tag {
	case "VERB":
		return l.kinds&sectionDeed == 0 || r.wordsNotDeeds(i)
	case "NOUN":
		return l.kinds&sectionNoun != 0
	case "ADJ":
		return l.kinds&sectionAdjective != 0
	case "ADV":
		return l.kinds&(sectionAdverb|sectionAccording) != 0
	case "ADP", "SCONJ":
		return l.kinds&sectionAccording != 0 || l.head >= 0 && l.tok.Is("case") && r.leaves[l.head].kinds&sectionDocument != 0
	case "PUNCT":
		return l.tok.Form == ":"
	}
	return false
}

// wordsNotDeeds reports whether a verb that tells of a deed or of words ('attacked') tells of words: it has a clause
// or a quotation, or says what for.
func (r *cueReading) wordsNotDeeds(i int) bool {
	f := r.frame(i)
	if f.shape&(shapeClause|shapeQuoteAfter|shapeQuoteBefore) != 0 {
		return true
	}
	if f.prep < 0 {
		return false
	}
	lemma := r.leaves[f.prep].tok.Lemma
	return lemma == "for" || lemma == "as" || lemma == "over"
}

// frame is what hangs on a word that may be a cue.
type frame struct {
	shape              uint32 // bits of shape*
	subject            int
	object, prep, open int // tokens: direct object, first preposition behind, open complement; -1 for none
	particle, modal    uint32
}

const (
	shapeClause uint32 = 1 << iota
	shapeOpen
	shapeObject
	shapeParataxis
	shapeOblique
	shapePassive
	shapeNegated
	shapeQuoteAfter
	shapeQuoteBefore
	shapeColonAfter
	shapeOwnSubject
	shapeRelative
)

func (r *cueReading) frame(i int) frame {
	f := frame{subject: -1, object: -1, prep: -1, open: -1}
	n := 0
	for c := r.leaves[i].child; c >= 0 && n < mostChildren; c, n = r.leaves[c].next, n+1 {
		r.frameChild(&f, i, int(c))
	}
	if f.subject >= 0 {
		f.shape |= shapeOwnSubject
	} else {
		f.subject = r.inheritedSubject(i)
	}
	f.shape |= r.quotesAround(i)
	return f
}

func (r *cueReading) frameChild(f *frame, i, c int) {
	t := r.leaves[c].tok
	rel, sub, _ := strings.Cut(t.Rel, ":")
	switch rel {
	case "nsubj", "csubj":
		f.subject = c
		if sub == "pass" {
			f.shape |= shapePassive
		}
	case "aux":
		if sub == "pass" {
			f.shape |= shapePassive
		} else {
			f.modal = r.leaves[c].lemma
		}
	case "ccomp":
		f.shape |= shapeClause
	case "xcomp":
		f.shape, f.open = f.shape|shapeOpen, c
	case "obj":
		f.shape, f.object = f.shape|shapeObject, c
	case "parataxis":
		f.shape |= shapeParataxis
	case "obl", "nmod":
		f.shape |= shapeOblique
		if k := r.childWhere(c, "case"); k >= 0 && c > i && f.prep < 0 {
			f.prep = k
		}
	case "advmod":
		if t.Lemma == "not" || t.Lemma == "never" || t.Lemma == "n't" {
			f.shape |= shapeNegated
		}
	case "compound":
		if sub == "prt" {
			f.particle = r.leaves[c].lemma
		}
	case "mark":
		f.shape |= shapeRelative
	}
}

// inheritedSubject looks for the subject of a verb without one: that of the verb that it is joined
// to, opened by or set beside, or the noun that it modifies; -1 for none.
func (r *cueReading) inheritedSubject(i int) int {
	for range 3 {
		l := &r.leaves[i]
		if l.head < 0 {
			return -1
		}
		h := int(l.head)
		switch {
		case l.tok.Is("acl"):
			return h
		case !l.tok.Is("conj", "xcomp", "advcl", "ccomp"):
			return -1
		}
		if s := r.childWhere(h, "nsubj"); s >= 0 {
			return s
		}
		i = h
	}
	return -1
}

// quotesAround looks for marks of quotation and a colon beside token i, over a few words.
func (r *cueReading) quotesAround(i int) uint32 {
	var shape uint32
	in := r.sentenceOf(i)
	for k := i + 1; k <= min(in.last, i+8); k++ {
		if r.quoteMark(k) && r.leaves[k].quote >= 0 && r.leaves[k].quote != r.leaves[i].quote {
			shape |= shapeQuoteAfter
			break
		}
		if r.leaves[k].tok.Form == ":" {
			shape |= shapeColonAfter
		}
	}
	for k := i - 1; k >= max(in.first, i-8); k-- {
		if r.quoteMark(k) && r.leaves[k].quote >= 0 && r.leaves[k].quote != r.leaves[i].quote {
			return shape | shapeQuoteBefore
		}
	}
	return shape
}

// subjectKind sorts subjects: a pronoun by itself, a name, a person, a paper, another noun, none.
func (r *cueReading) subjectKind(i int) uint32 {
	if i < 0 {
		return 1
	}
	l := &r.leaves[i]
	switch {
	case l.tok.Tag == "PRON" || l.tok.Tag == "DET":
		return l.lemma
	case l.tok.Tag == "PROPN":
		return 2
	case l.kinds&sectionPeople != 0:
		return 3
	case l.kinds&sectionDocument != 0:
		return 4
	case l.tok.Tag == "NOUN":
		return 5
	}
	return 6
}

// headLemma is the lemma of what token i hangs on, 1 for the root.
func (r *cueReading) headLemma(i int) uint32 {
	if h := r.leaves[i].head; h >= 0 {
		return r.leaves[h].lemma
	}
	return 1
}

// cueFeatures lists the features of the question whether token i heads a cue.
func (r *cueReading) cueFeatures(i int) []uint32 {
	l, f := &r.leaves[i], r.frame(i)
	comp := f.shape & (shapeClause | shapeOpen | shapeObject | shapeParataxis)
	quote := f.shape & (shapeQuoteAfter | shapeQuoteBefore | shapeColonAfter)
	subject, inside := r.subjectKind(f.subject), uint32(0)
	if l.quote >= 0 {
		inside = 1
	}
	object, open, prep := r.lemmaAt(f.object), r.lemmaAt(f.open), r.lemmaAt(f.prep)
	heading := hashWord(string(r.text.Paragraphs[r.paragraphOf(i)].Kind))
	x := append(r.features[:0],
		say(1, 0, 0, 0), say(2, l.lemma, 0, 0), say(3, l.lemma, l.fine, 0), say(4, l.lemma, comp, 0), say(5, l.lemma, prep, f.particle),
		say(6, l.lemma, object, 0), say(7, object, 0, 0), say(8, l.fine, l.rel, 0), say(9, l.rel, comp, 0), say(10, subject, comp, 0),
		say(11, subject, l.fine, 0), say(12, r.lemmaAt(f.subject), 0, 0), say(13, r.headLemma(i), l.rel, 0), say(14, quote, l.fine, 0),
		say(15, quote, comp, 0), say(16, f.modal, f.shape&shapeNegated, 0), say(17, inside, 0, 0), say(18, heading, l.fine, 0),
		say(19, l.lemma, f.shape&shapePassive, 0), say(20, open, 0, 0), say(21, l.lemma, open, 0), say(22, l.lemma, r.lemmaAt(i+1), 0),
		say(23, l.lemma, r.lemmaAt(i-1), 0), say(24, r.lemmaAt(i+1), l.fine, 0), say(25, r.lemmaAt(i-1), l.fine, 0),
		say(26, prep, l.fine, 0), say(27, f.shape&shapePassive, subject, 0), say(28, inside, subject, 0), say(29, l.lemma, subject, 0),
		say(30, l.lemma, inside, quote), say(31, f.shape&(shapeOwnSubject|shapeRelative), l.rel, 0), say(32, l.lemma, l.rel, 0),
		say(33, r.fineAt(i+1), l.fine, 0), say(34, uint32(min(i-r.starts[l.sentence], 6)), l.fine, 0))
	for k := range cueSections {
		if l.kinds&(1<<k) != 0 {
			b := uint32(k)
			x = append(x, say(40, b, l.fine, 0), say(41, b, comp, 0), say(42, b, subject, 0), say(43, b, quote, 0), say(44, b, l.rel, 0),
				say(45, b, prep, 0), say(46, b, f.shape&(shapePassive|shapeNegated), 0), say(47, b, inside, 0), say(48, b, r.lemmaAt(i+1), 0))
		}
	}
	if l.kinds == 0 {
		x = append(x, say(50, comp, subject, 0), say(51, comp, quote, 0), say(52, subject, l.fine, 0))
	}
	for role, k := range [...]int{int(l.head), f.object, f.open, r.objectOf(f.prep), f.subject} {
		if k >= 0 {
			x = r.kindFeatures(x, 53, k, uint32(role), l.rel)
			x = append(x, say(54, uint32(role), r.leaves[k].fine, 0), say(55, uint32(role), r.leaves[k].fine, l.fine))
		}
	}
	if f.open >= 0 {
		x = append(x, say(56, l.lemma, r.frameShape(f.open), 0), say(57, r.lemmaAt(r.childWhere(f.open, "obj")), 0, 0))
	}
	r.features = x
	return x
}

// kindFeatures adds a feature of template t for each section that token k stands in.
func (r *cueReading) kindFeatures(x []uint32, t uint32, k int, a, b uint32) []uint32 {
	for bit := range cueSections {
		if r.leaves[k].kinds&(1<<bit) != 0 {
			x = append(x, say(t, uint32(bit), a, b))
		}
	}
	return x
}

// objectOf is the noun that preposition k stands before, -1 for none.
func (r *cueReading) objectOf(k int) int {
	if k < 0 {
		return -1
	}
	return int(r.leaves[k].head)
}

// frameShape is the complements that token i has.
func (r *cueReading) frameShape(i int) uint32 {
	var shape uint32
	for c, n := r.leaves[i].child, 0; c >= 0 && n < mostChildren; c, n = r.leaves[c].next, n+1 {
		switch t := r.leaves[c].tok; {
		case t.Is("ccomp"):
			shape |= shapeClause
		case t.Is("xcomp"):
			shape |= shapeOpen
		case t.Is("obj"):
			shape |= shapeObject
		}
	}
	return shape
}

// widestCue is how many words a cue may have on either side of its head.
const widestCue = 7

// cueExtent finds the words that belong to the cue headed by token i: 'has said', 'called for'.
func (r *cueReading) cueExtent(i int) stretch {
	cue, in := stretch{i, i}, r.sentenceOf(i)
	for cue.first > max(in.first, i-widestCue) && r.scorer.accepts(r.widenFeatures(i, cue, cue.first-1)) {
		cue.first--
	}
	for cue.last < min(in.last, i+widestCue) && r.scorer.accepts(r.widenFeatures(i, cue, cue.last+1)) {
		cue.last++
	}
	return cue
}

// widenFeatures lists the features of the question whether token at, next to the cue so far, is part of it.
func (r *cueReading) widenFeatures(anchor int, cue stretch, at int) []uint32 {
	a, l := &r.leaves[anchor], &r.leaves[at]
	side, over, far := uint32(1), uint32(0), uint32(min(max(anchor-at, at-anchor), 4))
	if at > anchor {
		side = 2
	}
	edge := cue.first
	if side == 2 {
		edge = cue.last
	}
	switch {
	case int(l.head) == anchor:
		over = 1
	case l.head >= 0 && cue.holds(int(l.head)):
		over = 2
	case l.head >= 0 && int(r.leaves[l.head].head) == anchor:
		over = 3
	case int(a.head) == at:
		over = 4
	case l.head >= 0 && r.leaves[l.head].head >= 0 && int(r.leaves[r.leaves[l.head].head].head) == anchor:
		over = 5
	}
	below := uint32(0)
	if l.head >= 0 {
		below = r.leaves[l.head].rel
	}
	beyond := at + 1
	if side == 1 {
		beyond = at - 1
	}
	x := append(r.features[:0], say(60, side, 0, 0), say(61, side, l.lemma, 0), say(62, side, l.lemma, over), say(63, side, l.rel, over),
		say(64, side, l.fine, over), say(65, l.lemma, a.lemma, side), say(66, l.rel, a.lemma, side), say(67, l.fine, r.fineAt(beyond), side),
		say(68, side, far, over), say(69, l.lemma, r.lemmaAt(edge), side), say(70, l.rel, r.fineAt(edge), side), say(71, l.rel, below, side),
		say(72, l.lemma, r.lemmaAt(beyond), side), say(73, l.lemma, a.fine, side), say(74, l.rel, a.rel, over), say(75, l.rel, r.fineAt(beyond), over+10*side))
	x = r.kindFeatures(x, 76, at, over, side)
	x = r.kindFeatures(x, 77, at, a.lemma, 0)
	if l.head >= 0 && int(l.head) != anchor {
		x = r.kindFeatures(x, 78, int(l.head), l.rel, side)
		x = append(x, say(79, l.rel, r.lemmaAt(int(l.head)), side))
	}
	if f := at + 2; side == 2 {
		x = append(x, say(83, r.fineAt(at), r.fineAt(at+1), r.fineAt(f)), say(84, l.lemma, r.lemmaAt(at+1), r.lemmaAt(f)))
	}
	x = append(x, say(85, a.fine, l.fine, r.fineAt(edge)), say(86, a.lemma, l.lemma, r.lemmaAt(beyond)))
	for k := range cueSections {
		if a.kinds&(1<<k) != 0 {
			x = append(x, say(80, uint32(k), l.lemma, side), say(81, uint32(k), l.rel, over+10*side), say(82, uint32(k), far, side))
		}
	}
	r.features = x
	return x
}

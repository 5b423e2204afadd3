package parse

import "dateline"

// tag is a universal part of speech with its Penn Treebank tag: one class of the tagger.
type tag struct{ upos, fine string }

func (t tag) String() string { return t.upos + "|" + t.fine }

// past is what the tagger remembers of the words before: the last two tags (one more than the class;
// 0 before the first word), and the clause's auxiliary so far, or that its verb has come.
type past struct{ t1, t2, aux uint32 }

// The values of past.aux that are no auxiliary's form.
const (
	noVerbYet uint32 = iota
	verbCame
)

// push moves on by a word.
func (p *past) push(class uint8, t tag, w *word) {
	p.t2, p.t1 = p.t1, uint32(class)+1
	switch {
	case t.upos == "AUX":
		p.aux = w.form
	case t.upos == "VERB":
		p.aux = verbCame
	case t.upos == "SCONJ" || t.fine == "WDT" || t.fine == "WP" || t.fine == "``":
		p.aux = noVerbYet
	}
}

// tagFeatures lists the features of word i for the tagger.
func tagFeatures(words []word, i int, p past, into []feature) []feature {
	w := &words[i]
	t1, t2, aux := p.t1, p.t2, p.aux
	b1, b2, a1, a2 := around(words, i-1), around(words, i-2), around(words, i+1), around(words, i+2)
	first := uint32(0)
	if i == 0 || i == 1 && words[0].shape == shapeMark {
		first = 1
	}
	return append(into[:0],
		hash1(1, w.form), hash2(2, w.form, w.shape),
		hash1(3, w.prefix), hash1(4, w.middle),
		hash1(5, w.suffix[0]), hash1(6, w.suffix[1]), hash1(7, w.suffix[2]), hash1(8, w.suffix[3]),
		hash2(9, w.suffix[2], w.shape), hash2(10, w.shape, first),
		hash3(11, b1.shape, w.shape, a1.shape), hash3(12, w.shape, first, w.suffix[1]),
		hash1(13, t1), hash2(14, t2, t1), hash2(15, t1, w.form), hash2(16, t1, w.suffix[2]),
		hash2(17, t1, w.shape), hash2(18, t1, a1.form),
		hash1(19, b1.form), hash1(20, b2.form), hash1(21, a1.form), hash1(22, a2.form),
		hash2(23, b1.form, w.form), hash2(24, w.form, a1.form), hash2(25, b1.form, a1.form),
		hash1(26, b1.suffix[2]), hash1(27, a1.suffix[2]), hash2(28, w.suffix[2], a1.suffix[2]),
		hash3(29, t2, t1, w.form), hash2(30, a1.form, a2.form), hash2(31, w.suffix[3], a1.form),
		hash3(32, t1, w.suffix[1], a1.suffix[1]), hash2(33, a1.shape, a1.suffix[1]),
		hash2(34, aux, w.suffix[1]), hash2(35, aux, w.form), hash3(36, aux, t1, w.suffix[1]),
		hash3(37, t2, t1, w.suffix[2]), hash3(38, t1, w.suffix[1], a1.form), hash2(39, w.suffix[1], a2.suffix[2]),
		hash1(40, a2.suffix[2]), hash3(41, w.shape, t1, a1.shape),
	)
}

// nothing is the word before the first and after the last.
var nothing = word{form: 1, suffix: [4]uint32{1, 1, 1, 1}}

func around(words []word, i int) *word {
	if i < 0 || i >= len(words) {
		return &nothing
	}
	return &words[i]
}

// tagWords gives each word its class in m.tags. A word in capitals amid words that are not has the tag
// that it had so in training, and else it is a name: 'IS' is not a verb there.
func (m *model) tagWords(words []word, s *scratch) []uint8 {
	s.tags = s.tags[:0]
	var p past
	for i := range words {
		class, sure := m.sureTag(words, i)
		if !sure {
			s.features = tagFeatures(words, i, p, s.features)
			clear(s.scores[:len(m.tags)])
			m.tagger.score(s.features, &s.scores)
			class = m.bestTag(s.scores[:len(m.tags)], nameOnly(words, i))
		}
		s.tags = append(s.tags, class)
		p.push(class, m.tags[class], &words[i])
	}
	return s.tags
}

// sureTag answers for words that had one tag in training, always and often.
func (m *model) sureTag(words []word, i int) (uint8, bool) {
	if nameOnly(words, i) {
		class, ok := m.caps[words[i].form]
		return class, ok
	}
	if s := words[i].shape; s == shapeCaps || s == shapeMixed || s == shapeTitle && i > 0 {
		return 0, false
	}
	class, ok := m.only[words[i].form]
	return class, ok
}

// nameOnly reports whether word i stands in capitals between words that do not.
func nameOnly(words []word, i int) bool {
	return words[i].caps && !(around(words, i-1).caps && around(words, i+1).caps)
}

func (m *model) bestTag(scores []int32, name bool) uint8 {
	best := -1
	for class, score := range scores {
		if name && m.tags[class].upos != "PROPN" {
			continue
		}
		if best < 0 || score > scores[best] {
			best = class
		}
	}
	return uint8(max(best, 0))
}

// scratch is the room that one parse works in; it is used for sentence after sentence.
type scratch struct {
	tokens   []dateline.Span
	forms    []string
	words    []word
	tags     []uint8
	features []feature
	scores   scores
	arcs     config
}

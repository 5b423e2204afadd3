package parse

import (
	"strings"
	"sync"

	"dateline"
)

// segmenter decides where sentences end: a linear classifier over what stands around each place where
// one might. trainsegment.go fits it; it does not change once it is read.
type segmenter struct {
	weights []int8 // by the high bits of a feature
	words   wordFacts
}

// segmentBits is the number of bits of a feature, which find its weight. Two features that share
// their bits share the weight.
const segmentBits = 18

// ends reports whether the sentence that is open in v ends behind token i, and how sure that is: the
// higher the score, the surer.
func (s *segmenter) ends(v *segmentView, i int) (bool, int) {
	switch {
	case !v.might(i):
		return false, neverEnds
	case v.acronymEnds(i):
		return true, alwaysEnds
	}
	sum := 0
	for _, f := range v.describe(i) {
		sum += int(s.weights[f])
	}
	return sum > 0, sum
}

// neverEnds is the score of a place where no sentence can end, and alwaysEnds that of one where it has to.
const neverEnds, alwaysEnds = -1 << 30, 1 << 30

// acronymEnds reports whether token i is letters with stops (U.S.) and the next is a word that begins
// sentences, with its capital.
func (v *segmentView) acronymEnds(i int) bool {
	if v.sights[i].sign != signShort || v.sights[i+1].shape != glanceTitle {
		return false
	}
	last, next := v.tokens[i].In(v.text), v.tokens[i+1].In(v.text)
	return strings.IndexByte(last, '.') < len(last)-1 && starters[strings.ToLower(next)]
}

// might reports whether a sentence might end behind token i, and not behind every word: there is a
// space behind, and a mark or a capital speaks for it; or there is no space, but a stop (Syria.A). A
// title's stop (Gen.) ends no sentence, nor does a name with an apostrophe in it before another (Jama'at Nusrat), and no
// sentence begins with a closing mark or a comma.
func (v *segmentView) might(i int) bool {
	p, n := &v.sights[i], &v.sights[i+1]
	switch {
	case n.sign == signClose && v.text[v.tokens[i+1].Start] != '>', n.sign == signComma:
		return false
	case p.sign == signTitle && n.shape != glanceDigits:
		return false
	case n.gap == gapNone:
		return v.glued(i)
	case n.shape == glanceTitle && innerApostrophe(v.tokens[i].In(v.text)) && !starters[strings.ToLower(v.tokens[i+1].In(v.text))]:
		return false
	case i > 0 && p.gap == gapNone && (p.sign == signClose || p.sign == signQuote):
		return v.quoteEnds(i)
	}
	return n.shape != glanceLower && n.shape != glanceLetters || p.shape == glanceMark || p.sign == signShort
}

// innerApostrophe reports whether a capitalised word has an apostrophe within it.
func innerApostrophe(form string) bool {
	i := strings.IndexAny(form, "'’")
	return i > 0 && i < len(form)-2 && form[0] >= 'A' && form[0] <= 'Z'
}

// quoteEnds reports whether a sentence might end behind the closing mark at token i: before the marks
// that close there stands neither a comma nor, within quotation marks, a word (the
// fighters' weapons, the “Night Lions” brigade).
func (v *segmentView) quoteEnds(i int) bool {
	first, before := v.text[v.tokens[i].Start], v.at(v.beforeClosers(i))
	if before.sign == signComma || first != ')' && first != ']' && v.spoken(v.beforeClosers(i), i+1) {
		return false
	}
	return first == ')' || first == ']' || first == '>' || before.shape == glanceMark || before.sign == signShort
}

// spoken reports whether what follows a quotation that ends at token last, with ? or !, goes on with
// its speaker: “Run!” Musa Adamu said.
func (v *segmentView) spoken(last, next int) bool {
	if v.sights[last].sign != signStop || v.text[v.tokens[last].Start] == '.' {
		return false
	}
	for i := next; i < min(next+6, int(v.nextStop[next])); i++ {
		if v.sights[i].sign == signComma {
			return false
		}
		if saying[strings.ToLower(v.tokens[i].In(v.text))] {
			return true
		}
	}
	return false
}

// beforeClosers returns the last token up to i that is no closing mark; the sentence's first for none.
func (v *segmentView) beforeClosers(i int) int {
	for i > v.first && (v.sights[i].sign == signClose || v.sights[i].sign == signQuote) {
		i--
	}
	return i
}

// glued reports whether token i is a stop, or closes behind one, with the next sentence right behind.
func (v *segmentView) glued(i int) bool {
	p, n := &v.sights[i], &v.sights[i+1]
	if n.sign == signStop || n.sign == signMiddle {
		return false
	}
	return p.sign == signStop || p.sign == signWeak || p.sign == signClose || p.sign == signQuote
}

// segmentView is a paragraph as the segmenter sees it.
type segmentView struct {
	text     string
	tokens   []dateline.Span
	sights   []sight
	nextStop []int32 // by token: the first at or after it that may end a sentence, else the token count
	caseless bool    // nearly all words are in capitals, or all in lower case
	stops    uint32  // at most 3
	closed   uint32  // 1 where the paragraph ends with a stop
	features []uint32

	// Of the sentence that is open, up to token from:
	first, from int
	quotes      int // marks of quotation that do not say whether they open or close
	brackets    int // open less closed
	verbs       int
	breaks      int // commas, dashes, colons
	capitals    int // capitalised words in a row, right before from
}

var segmentViews = sync.Pool{New: func() any { return new(segmentView) }}

// look takes a paragraph into view and opens its first sentence.
func (v *segmentView) look(s *segmenter, text string, tokens []dateline.Span) {
	v.text, v.tokens, v.stops, v.closed = text, tokens, 0, 0
	v.sights, v.nextStop = v.sights[:0], v.nextStop[:0]
	upper, lower := 0, 0
	for i, t := range tokens {
		g := glance(t.In(text))
		if i > 0 && tokens[i-1].End < t.Start {
			g.gap = gapSpace
		}
		g.fact = s.words.of(g.form)
		lower += one(g.shape == glanceLower)
		upper += one(g.capital() && g.shape != glanceInitial)
		v.sights, v.nextStop = append(v.sights, g), append(v.nextStop, 0)
	}
	v.caseless = len(tokens) > 2 && (lower*10 <= upper || upper == 0)
	v.finish()
	v.begin(0)
}

// finish fills in what needs the whole paragraph.
func (v *segmentView) finish() {
	next := int32(len(v.tokens))
	for i := len(v.tokens) - 1; i >= 0; i-- {
		g := &v.sights[i]
		if v.caseless && g.shape <= glanceMixed {
			g.shape = glanceLetters
		}
		if g.sign == signQuote {
			g.sign = v.quoteSign(i)
		}
		if g.sign == signStop || g.sign == signWeak {
			next = int32(i)
		}
		if g.sign == signStop {
			v.stops = min(v.stops+1, 3)
		}
		v.nextStop[i] = next
	}
	for i := len(v.sights) - 1; i >= max(0, len(v.sights)-3); i-- {
		if g := &v.sights[i]; g.sign == signStop {
			v.closed = 1
		} else if g.sign != signClose && g.sign != signQuote {
			break
		}
	}
}

// quoteSign says from the spaces around it whether the straight mark at token i opens or closes.
func (v *segmentView) quoteSign(i int) uint8 {
	left, right := i > 0 && v.sights[i].gap == gapNone, i+1 < len(v.sights) && v.sights[i+1].gap == gapNone
	switch {
	case right && !left:
		return signOpen
	case left && !right:
		return signClose
	}
	return signQuote
}

// begin opens a sentence at token i.
func (v *segmentView) begin(i int) {
	v.first, v.from = i, i
	v.quotes, v.brackets, v.verbs, v.breaks, v.capitals = 0, 0, 0, 0, 0
}

// count takes the tokens up to and with i into the counts of the open sentence.
func (v *segmentView) count(i int) {
	for ; v.from <= i; v.from++ {
		g := &v.sights[v.from]
		switch g.sign {
		case signQuote:
			v.quotes++
		case signOpen:
			v.brackets++
		case signClose:
			v.brackets--
		case signMiddle, signComma:
			v.breaks++
		}
		v.verbs += one(g.verb())
		v.capitals++
		if !g.capital() {
			v.capitals = 0
		}
	}
}

// at returns what is seen of token i; nothing in particular beyond the paragraph.
func (v *segmentView) at(i int) *sight {
	if i < 0 || i >= len(v.sights) {
		return &unseen
	}
	return &v.sights[i]
}

var unseen = sight{form: 7, shape: glanceMark, sign: signOther}

// describe lists the features of the place behind token i: the words, shapes and marks around it, how
// long the open sentence is and what it has so far, what comes up to the next stop.
func (v *segmentView) describe(i int) []uint32 {
	v.count(i)
	ppp, pp, p, n, nn, nnn := v.at(i-2), v.at(i-1), v.at(i), v.at(i+1), v.at(i+2), v.at(i+3)
	start := v.at(v.first)
	run, after := v.capitalsAhead(i + 1)
	ps, ns, pps, nns := p.look(), n.look(), pp.look(), nn.look()
	gap, mode := uint32(n.gap), uint32(one(v.caseless))
	length, left, ahead := inSteps(i+1-v.first), inSteps(len(v.tokens)-i-1), inSteps(int(v.nextStop[i+1])-i)
	inside := uint32(v.quotes&1) | uint32(min(max(v.brackets+1, 0), 2))<<1
	core := v.at(v.beforeClosers(i))
	verbs, verb := uint32(min(v.verbs, 2)), v.verbAhead(i+1)
	back, whole := uint32(min(v.capitals, 5)), uint32(one(v.capitals >= i+1-v.first))
	breaks := uint32(min(v.breaks, 3))
	v.features = append(v.features[:0],
		sightMix(1, mode, 0, 0), sightMix(2, p.form, 0, 0), sightMix(3, n.form, uint32(n.shape), 0), sightMix(4, p.form, n.form, gap),
		sightMix(5, ps, ns, gap), sightMix(6, p.form, ns, gap), sightMix(7, ps, n.form, gap), sightMix(8, pp.form, p.form, ns),
		sightMix(9, pp.form, ps, ns), sightMix(10, n.form, nn.form, ps), sightMix(11, ns, nn.form, ps), sightMix(12, ns, nns, ps),
		sightMix(13, pps, ps, ns), sightMix(14, ppp.look()<<8|pps, ps, ns), sightMix(15, ns, nns<<8|nnn.look(), ps), sightMix(16, pps<<8|ps, ns<<8|nns, gap),
		sightMix(17, p.ending, ns, 0), sightMix(18, n.ending, ps, uint32(n.shape)), sightMix(19, length, ps, ns), sightMix(20, left, ps, ns),
		sightMix(21, ahead, ps, ns), sightMix(22, length, left, ps), sightMix(23, inside, p.form, ns), sightMix(24, inside, ps, n.form),
		sightMix(25, verbs, ps, ns), sightMix(26, verb, ps, ns), sightMix(27, verbs<<4|verb, length<<4|ahead, ps), sightMix(28, run, after.form, ps),
		sightMix(29, run<<4|back, whole, ps), sightMix(30, whole<<4|back, length, ns), sightMix(31, start.form, length, ps), sightMix(32, start.form, n.form, 0),
		sightMix(33, start.look(), ps, ns), sightMix(34, v.stops, left, ps), sightMix(35, v.stops, ps, ns), sightMix(36, p.lowered(), n.lowered(), ps<<8|ns),
		sightMix(37, n.lowered(), nn.lowered(), ns<<8|nns), sightMix(38, pp.form, ps, n.form), sightMix(39, breaks, length, ps<<8|ns), sightMix(40, nnn.form, ns, ps),
		sightMix(41, ppp.form, pps, ps), sightMix(42, nn.form, ps, gap), sightMix(43, mode, ps, ns<<4|length), sightMix(44, mode, p.form, n.form), sightMix(45, v.closed<<2|v.stops, ps, ns), sightMix(46, v.closed<<2|v.stops, left, ps),
		sightMix(47, v.closed<<2|v.stops, p.form, n.lowered()), sightMix(48, v.closed<<2|v.stops, ahead<<4|length, ps),
		sightMix(49, core.look(), ns, uint32(start.sign)), sightMix(50, core.look(), ps, ns), sightMix(51, core.form, ps, ns),
	)
	return v.features
}

// capitalsAhead counts the capitalised words in a row from token i, and gives what comes behind them.
func (v *segmentView) capitalsAhead(i int) (run uint32, after *sight) {
	for run < 5 && v.at(i).capital() {
		run, i = run+1, i+1
	}
	return run, v.at(i)
}

// verbAhead says how soon a verb form comes from token i on, before the next stop; 0 for none near.
func (v *segmentView) verbAhead(i int) uint32 {
	for k := i; k < min(i+10, int(v.nextStop[i])); k++ {
		if v.sights[k].verb() {
			return inSteps(k-i) + 1
		}
	}
	return 0
}

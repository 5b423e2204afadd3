package parse

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// sight is what the segmenter sees of a token.
type sight struct {
	form, ending uint32 // of the folded word, and of its last three bytes
	shape        uint8
	sign         uint8 // what a mark does
	gap          uint8 // before it
	fact         uint8 // of the word: see wordFacts
}

// What is between two tokens.
const (
	gapNone uint8 = iota
	gapSpace
)

// The shapes of words at a glance.
const (
	glanceLower uint8 = iota
	glanceTitle
	glanceCaps
	glanceInitial
	glanceMixed
	glanceLetters // where case says nothing
	glanceDigits
	glanceDigitMixed
	glanceMark
)

// What a mark does.
const (
	signNone uint8 = iota
	signStop
	signWeak   // dots of omission
	signShort  // an abbreviation with its stop
	signTitle  // one that stands before a name
	signMiddle // a dash, a colon
	signComma
	signOpen
	signClose
	signQuote // may open or close
	signOther
)

func (g *sight) look() uint32    { return uint32(g.shape)<<4 | uint32(g.sign) }
func (g *sight) capital() bool   { return g.shape >= glanceTitle && g.shape <= glanceMixed }
func (g *sight) verb() bool      { return g.fact&verbFact != 0 }
func (g *sight) lowered() uint32 { return uint32(g.fact &^ verbFact) }

// inSteps makes a length coarse: 0 to 3 as they are, and then in powers of two, at most 9.
func inSteps(n int) uint32 {
	if n < 4 {
		return uint32(max(n, 0))
	}
	return uint32(min(2+bits.Len(uint(n)), 9))
}

// sightMix folds the values of template t into a feature.
func sightMix(t, a, b, c uint32) uint32 {
	h := uint64(t)*0x9E3779B97F4A7C15 + uint64(a)*0xD6E8FEB86659FD93 + uint64(b)*0xA0761D6478BD642F + uint64(c)*0xE7037ED1A0B428DB
	h = (h ^ h>>31) * 0x589965CC75374CC3
	return uint32(h>>32) >> (32 - segmentBits)
}

// FNV-1a.
const (
	hashOffset uint32 = 2166136261
	hashPrime  uint32 = 16777619
)

// glance folds a token and says what it looks like.
func glance(form string) sight {
	g := sight{form: hashOffset, ending: hashOffset}
	var n letterCounts
	for i := 0; i < len(form); {
		c := form[i]
		if c >= utf8.RuneSelf {
			r, width := utf8.DecodeRuneInString(form[i:])
			g.form = (g.form ^ uint32(n.rune(r, i))) * hashPrime
			i += width
			continue
		}
		g.form = (g.form ^ uint32(n.byte(c, i))) * hashPrime
		i++
	}
	for i := max(0, len(form)-3); i < len(form); i++ {
		g.ending = (g.ending ^ uint32(foldByte(form[i]))) * hashPrime
	}
	g.shape = n.shape()
	g.sign = signOf(form, g.shape)
	return g
}

func foldByte(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c | 0x20
	case '0' <= c && c <= '9':
		return '0'
	case c == '`':
		return '\''
	}
	return c
}

// letterCounts counts what a token is made of.
type letterCounts struct {
	upper, lower, digits int
	first                bool // a capital
}

// byte counts c, at i, and returns it folded.
func (n *letterCounts) byte(c byte, i int) byte {
	if 'a' <= c && c <= 'z' {
		n.lower++
		return c
	}
	switch {
	case 'A' <= c && c <= 'Z':
		n.upper++
		n.first = n.first || i == 0
	case '0' <= c && c <= '9':
		n.digits++
	}
	return foldByte(c)
}

// rune is byte beyond ASCII.
func (n *letterCounts) rune(r rune, i int) rune {
	switch {
	case isUpper(r):
		n.upper++
		n.first = n.first || i == 0
		return unicode.ToLower(r)
	case isLetter(r):
		n.lower++
	case isDigit(r):
		n.digits++
	case isApostrophe(r):
		return '\''
	}
	return r
}

func (n *letterCounts) shape() uint8 {
	switch {
	case n.upper+n.lower+n.digits == 0:
		return glanceMark
	case n.upper+n.lower == 0:
		return glanceDigits
	case n.digits > 0 && n.first && n.lower == 0:
		return glanceCaps // 'M23'
	case n.digits > 0:
		return glanceDigitMixed
	case n.upper == 0:
		return glanceLower
	case n.upper == 1 && n.lower == 0:
		return glanceInitial
	case n.lower == 0:
		return glanceCaps
	case n.upper == 1 && n.first:
		return glanceTitle
	}
	return glanceMixed
}

// signOf says what a token does as a mark.
func signOf(form string, shape uint8) uint8 {
	last := form[len(form)-1]
	switch {
	case shape != glanceMark && last != '.':
		return signNone
	case shape != glanceMark && isTitle(form[:len(form)-1]):
		return signTitle
	case shape != glanceMark:
		return signShort
	}
	switch form[0] {
	case '.':
		if len(form) > 1 && last == '.' {
			return signWeak
		}
		return signStop
	case '!', '?':
		return signStop
	case ',', ';':
		if len(form) == 1 {
			return signComma
		}
	case ':', '-', '/':
		if last != ')' && last != '(' {
			return signMiddle
		}
	case '(', '[', '{', '<':
		return signOpen
	case ')', ']', '}', '>':
		return signClose
	case '"', '\'', '`':
		return signQuote
	}
	return signBeyond(form)
}

// signBeyond is signOf for marks that are not ASCII.
func signBeyond(form string) uint8 {
	switch form {
	case "“", "‘", "«", "„":
		return signOpen
	case "”", "’", "»":
		return signClose
	case "…":
		return signWeak
	case "–", "—":
		return signMiddle
	case "，", "،", "；":
		return signComma
	case "。", "؟", "।", "！", "？", "۔":
		return signStop
	}
	return signOther
}

// isTitle reports whether word is an abbreviation that stands before a name (Gen, Lt), and not also
// the last word of an address (St).
func isTitle(word string) bool {
	if len(word) > 6 {
		return false
	}
	var lower [6]byte
	for i := range len(word) {
		lower[i] = foldByte(word[i])
	}
	return abbreviated[string(lower[:len(word)])] == titleStop && string(lower[:len(word)]) != "st"
}

// wordFacts says of folded words how often they were seen in lower case, as a power of two, and
// whether they are verb forms that hardly are anything else. It is read by probing upwards.
type wordFacts struct {
	keys  []uint32 // 0 where free
	facts []uint8
}

// verbFact marks the verb forms.
const verbFact = 0x80

// commonVerbs are the forms of be, have and do, the modals, and a few more.
var commonVerbs = wordSet(`is are was were am be been has have had do does did will would can could may might must shall should
	's 're 'm 've 'll 'd n't ca wo get got said says think know want need`)

// newWordFacts makes room for words facts.
func newWordFacts(words int) wordFacts {
	size := 1 << bits.Len(uint(2*words+64))
	return wordFacts{make([]uint32, size), make([]uint8, size)}
}

func (w wordFacts) slot(form uint32) int {
	mask := len(w.keys) - 1
	i := int(form*0x9E3779B1>>8) & mask
	for w.keys[i] != 0 && w.keys[i] != form {
		i = (i + 1) & mask
	}
	return i
}

func (w wordFacts) of(form uint32) uint8 { return w.facts[w.slot(form)] }

func (w wordFacts) set(form uint32, fact uint8) {
	i := w.slot(form)
	w.keys[i], w.facts[i] = form, fact
}

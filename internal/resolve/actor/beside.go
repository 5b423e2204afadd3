package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// around takes up the name that a hyphen ties to the words in their sentence, 'Neo-' before and '-K' behind
// them, and drops a sentence in which the words do not stand.
func (c Context) around(words string) (string, Context) {
	s := c.Sentence
	if c.At < 0 || c.At+len(words) > len(s) || s[c.At:c.At+len(words)] != words || words == "" {
		c.Sentence, c.At = "", 0
		return words, c
	}
	c.end = c.At + len(words)
	if before := strings.TrimRight(s[:c.At], "-‐‑–"); before != s[:c.At] {
		if at := wordStart(before); namely(before[at:]) {
			c.At = at
		}
	}
	if after := strings.TrimLeft(s[c.end:], "-‐‑–"); after != s[c.end:] {
		if end := wordEnd(after); namely(after[:end]) {
			c.end = len(s) - len(after) + end
		}
	}
	return s[c.At:c.end], c
}

// namely reports whether w is a word with a capital that makes another name of what it is tied to: not 'Anti'.
func namely(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && words().known.At(folded(w)).alone&(inAgainst|inFormer|inTied) == 0
}

// wordStart gives where the word begins that s ends with.
func wordStart(s string) int {
	i := len(s)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) {
			break
		}
		i -= n
	}
	return i
}

// wordEnd gives where the word ends that s begins with.
func wordEnd(s string) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// next gives the words that follow at once in the sentence, a few, as a phrase; empty behind a mark.
func (b *Book) next(ctx Context) *phrase {
	if ctx.Sentence == "" {
		return b.phrase("")
	}
	rest := ctx.Sentence[ctx.end:]
	if len(rest) > nextBytes {
		cut := nextBytes
		for cut > 0 && !utf8.RuneStart(rest[cut]) {
			cut--
		}
		rest = rest[:cut]
	}
	return b.phrase(rest)
}

// nextBytes is how much of what follows is looked at.
const nextBytes = 80

// ofDeed reports whether word i is a deed of which somebody may be accused: 'killing', 'attacks'.
func (p *phrase) ofDeed(i int) bool {
	return p.has(inArms, i) || p.has(inDoings, i) || strings.HasSuffix(p.gram(i, i+1), "ing")
}

// ofGroup reports whether the words that follow begin with those of a group or of who fights for it: 'rebels'.
func (p *phrase) ofGroup() bool {
	return p.len() > 0 && strings.TrimSpace(p.gap(0)) == "" && !p.words[0].is(initial) && (p.in(inFighters, 0) > 0 || p.in(inGroups, 0) > 0)
}

// governedBefore reports whether those who fight for a group, and 'of', stand before the words in the sentence:
// 'gunmen of'.
func (b *Book) governedBefore(ctx Context) bool {
	if ctx.At == 0 {
		return false
	}
	p := b.phrase(ctx.Sentence[wordsBack(ctx.Sentence[:ctx.At]):ctx.At])
	defer p.done()
	k := p.len() - 1
	if k >= 0 && p.gram(k, k+1) == "the" {
		k--
	}
	return k > 0 && p.gram(k, k+1) == "of" && p.has(inFighters, k-1)
}

// longer reports whether the words of h are only a part of a name: 'Richard Wagner', 'Islamic State
// Hind Province', 'Jaish al-Fatah'. Names in the record's own words and names of countries beside it do not
// count.
func (b *Book) longer(p *phrase, h hit, ctx Context) bool {
	weak := !slices.ContainsFunc(h.entries, func(e entry) bool { return !e.name.Weak })
	if (weak || p.short(h)) && h.first > 0 && b.stranger(p, h.first-1) && !p.cut(h.first) && !p.words[h.first-1].is(possessed) {
		return true
	}
	next := h.last + 1
	if next == p.len() {
		n := ctx.next
		if n.len() == 0 || strings.TrimSpace(n.gap(0)) != "" || p.words[h.last].is(possessed) || !b.stranger(n, 0) || n.headed() {
			return false
		}
		return weak || p.short(h) || n.peaceful(0)
	}
	after := next < p.len() && b.stranger(p, next) && !p.cut(next) && !p.words[h.last].is(possessed)
	if after && !weak {
		_, headed := p.after(h.last)
		after = !headed
	}
	return after
}

// short reports whether the name is one word in small letters, with an article or without: before it another
// name's word makes it that name.
func (p *phrase) short(h hit) bool {
	first := h.first
	if first < h.last && article[p.gram(first, first+1)] {
		first++
	}
	return first == h.last && !p.words[first].is(capitals)
}

// headed reports whether a noun that a group's name can stand before ends the names that p begins with.
func (p *phrase) headed() bool {
	for i := range p.len() {
		if _, n := p.head(i); n > 0 {
			return true
		}
		if !p.words[i].is(initial) || p.cut(i) {
			return false
		}
	}
	return false
}

// otherwise says why the name at h is that of something else: what the sentence says it is ('Fano, a town
// in Italy', 'the island of Fano'), or whose it is ('the Klan of cousins'); "" if it is not.
func (b *Book) otherwise(p *phrase, h hit, ctx Context) string {
	if w := b.gloss(p, h, ctx); w != "" {
		return "is said to be something else: '" + w + "'"
	}
	if of := b.ofUnknown(p, h); of != "" {
		return "is a name with '" + of + "', which no record has"
	}
	if at := h.last + 1; at+1 < p.len() && strings.TrimSpace(p.gap(at)) == ":" && p.peaceful(at+1) && p.words[at+1].is(initial) {
		return "begins the title of a '" + p.gram(at+1, at+2) + "'" // 'Boko Haram: The Musical'
	}
	if h.last < p.len()-1 {
		return ""
	}
	n := ctx.next
	if n.len() == 0 || strings.TrimSpace(n.gap(0)) != "" {
		return ""
	}
	if n.words[0].is(scriptless) && p.words[h.last].is(capitals) {
		return "is followed by a number"
	}
	weak := !slices.ContainsFunc(h.entries, func(e entry) bool { return !e.name.Weak && !e.brief() })
	if _, armed := n.head(0); weak && n.peaceful(0) && armed == 0 {
		return "is that of '" + n.gram(0, 1) + "'"
	}
	if n.gram(0, 1) == "of" && n.len() > 1 {
		first := 1
		if n.has(inQualifiers, 1) && n.len() > 2 {
			first = 2
		}
		if (n.peaceful(first) || weak && h.first == h.last && !n.ofDeed(first)) && !n.words[first].is(initial) {
			return "is one of '" + n.gram(first, first+1) + "'"
		}
	}
	return ""
}

// ofUnknown gives what follows the name behind 'of', or behind 'in' where names of other actors go on so, if it is
// written as a name and is no country or place: 'the Hezbollah of Zuvendia'.
func (b *Book) ofUnknown(p *phrase, h hit) string {
	at := h.last + 1
	if at+1 >= p.len() || p.cut(at) || b.countries.Place == nil {
		return ""
	}
	if g := p.gram(at, at+1); g != "of" && !(g == "in" && b.names.goesOn(p, h, at)) {
		return ""
	}
	first := at + 1
	if p.gram(first, first+1) == "the" && first+1 < p.len() {
		first++
	}
	end := first
	for end < p.len() && p.words[end].is(initial) && !p.cut(end) {
		end++
	}
	if end == first || !b.stranger(p, first) || b.countries.Place(p.raw(first, end)) {
		return ""
	}
	return p.raw(at, end)
}

// goesOn reports whether a listed name has the words of h and goes on with word next.
func (x *index) goesOn(p *phrase, h hit, next int) bool {
	var node int32
	for i := h.first; i <= next; i++ {
		to, ok := x.edges[edge{node, p.words[i].id}]
		if !ok {
			return false
		}
		node = to
	}
	return true
}

// glossed is how many words behind 'is a' or a comma and 'a' may say what a name is.
const glossed = 5

// gloss gives the noun of peace that the sentence says the name is; "" if it does not.
func (b *Book) gloss(p *phrase, h hit, ctx Context) string {
	for i := 1; i < h.first; i++ {
		if g := p.gram(i, i+1); (g == "of" && i == h.first-1 || g == "about") && p.peaceful(i-1) {
			return p.gram(i-1, i)
		}
	}
	if h.first == 0 && ctx.At > 0 {
		before := b.phrase(ctx.Sentence[wordsBack(ctx.Sentence[:ctx.At]):ctx.At])
		defer before.done()
		if k := before.len() - 2; k >= 0 && before.gram(k+1, k+2) == "of" && before.peaceful(k) {
			return before.gram(k, k+1)
		}
		if k := before.len() - 1; k >= 0 && before.peaceful(k) {
			return before.gram(k, k+1)
		}
	}
	n := ctx.next
	if h.last < p.len()-1 || n.len() < 3 {
		return ""
	}
	at := n.saysWhat()
	if at < 0 {
		return ""
	}
	for i := at; i < min(n.len(), at+glossed) && (i == at || !n.cut(i)); i++ {
		if _, armed := n.head(i); armed > 0 {
			return ""
		}
		if n.peaceful(i) {
			return n.gram(i, i+1)
		}
	}
	return ""
}

// saysWhat gives the word from which on the phrase behind a name says what it is: behind 'is a', 'means' or a
// comma and 'a'; -1 if it does not.
func (p *phrase) saysWhat() int {
	article := func(i int) bool { g := p.gram(i, i+1); return g == "a" || g == "an" || g == "the" || g == "also" }
	mark := strings.TrimSpace(p.gap(0))
	switch g := p.gram(0, 1); {
	case mark == "" && g == "means":
		return 1
	case mark == "" && (g == "is" || g == "was") && article(1):
		return 2
	case mark == "," && article(0):
		return 1
	}
	return -1
}

// peaceful reports whether word i is that of something that is no group: of peace, or a place or house.
func (p *phrase) peaceful(i int) bool { return p.has(inPeace, i) || p.has(inSites, i) }

// wordsBack gives where the last three words of s begin.
func wordsBack(s string) int {
	i := len(s)
	for range 3 {
		i = strings.LastIndexByte(strings.TrimRight(s[:i], " "), ' ') + 1
		if i == 0 {
			break
		}
		i--
	}
	return i
}

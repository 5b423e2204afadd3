package date

import (
	"slices"

	"dateline/internal/resolve/numeral"
)

// token is a token with what it can be in a date.
type token struct {
	*numeral.Token
	*entry
	telling int // the first token from it on that may tell a time by itself, see tells
}

// nothing is the token beyond either end of a text.
var nothing = token{Token: new(numeral.Token), entry: new(entry)}

// parser reads dates from toks. In a strict one, words that are dates only beside others need them.
type parser struct {
	toks   []token
	plain  []numeral.Token
	strict bool
	caps   bool // the text is all in capitals
	last   int  // the end of the match before
	depth  int  // how many dates the one being read stands within
}

func newParser(text string, strict bool) *parser {
	p := &parser{strict: strict}
	p.cut(text)
	return p
}

// cut gives p another text, in the room of the one before.
func (p *parser) cut(text string) {
	p.plain = numeral.Append(p.plain[:0], text)
	p.toks = slices.Grow(p.toks[:0], len(p.plain))[:len(p.plain)]
	p.last = 0
	upper, small := 0, 0
	telling := 1 << 30
	for i := len(p.plain) - 1; i >= 0; i-- {
		t := &p.plain[i]
		e := classify(t)
		if tells(t, e) {
			telling = i
		}
		p.toks[i] = token{t, e, telling}
		if t.Upper {
			upper++
		} else if t.IsWord() && !t.Cap {
			small++
		}
	}
	p.caps = upper > small
}

func classify(t *numeral.Token) *entry {
	e := lex().known.At(t.Word)
	switch {
	case t.Digits != "":
		return &figure
	case e == nil:
		return nothing.entry
	}
	return e
}

var figure = entry{class: cNumber}

// tells reports whether a token is more than a number or grammar, or a figure that may be a year or a whole date.
func tells(t *numeral.Token, e *entry) bool {
	return e.class&cStarts&^(cNumber|cLead) != 0 || len(t.Digits) >= 4
}

// word returns the word of token i, and "" beyond either end.
func (p *parser) word(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return p.toks[i].Word
}

func (p *parser) is(i int, c class) bool { return i >= 0 && i < len(p.toks) && p.toks[i].class&c != 0 }

// any reports whether token i is one of words.
func (p *parser) any(i int, words ...string) bool {
	w := p.word(i)
	for _, x := range words {
		if w == x && w != "" {
			return true
		}
	}
	return false
}

// skip returns i+1 if token i is one of words, else i.
func (p *parser) skip(i int, words ...string) int {
	if p.any(i, words...) {
		return i + 1
	}
	return i
}

// glued reports whether token i follows the one before without a space.
func (p *parser) glued(i int) bool { return i > 0 && i < len(p.toks) && !p.toks[i].Gap }

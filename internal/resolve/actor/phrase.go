package actor

import (
	"strings"
	"sync"

	"dateline"
)

// phrase is the words of a mention, folded, with what the lexicon and the countries say of them.
type phrase struct {
	text  string
	words []token
	known []listed // by word
	norm  string   // the folded words, parted by spaces
	at    []int    // where each word starts in norm; one more at the end
	lex   *lexicon

	common bool // the capital of the first word says nothing

	fold, folded []byte // room
}

// phrase reads text. Who does not need the phrase any more may say so by done.
func (b *Book) phrase(text string) *phrase {
	p := phraseRooms.Get().(*phrase)
	*p = phrase{text: text, lex: b.lexicon, words: p.words[:0], known: p.known[:0], at: p.at[:0], fold: p.fold, folded: p.folded}
	s := scanner{text: text, fold: p.fold}
	norm := p.folded[:0]
	for w, ok := s.next(); ok; w, ok = s.next() {
		p.words = append(p.words, token{w, b.names.vocabulary[string(s.fold)]})
		p.known = append(p.known, b.lexicon.known.At(string(s.fold)))
		p.at = append(p.at, len(norm))
		norm = append(append(norm, s.fold...), ' ')
	}
	p.at = append(p.at, len(norm))
	p.norm, p.fold, p.folded = string(norm), s.fold, norm
	return p
}

var phraseRooms = sync.Pool{New: func() any { return new(phrase) }}

// done gives the phrase back, whose room the next one takes.
func (p *phrase) done() { phraseRooms.Put(p) }

func (p *phrase) len() int { return len(p.words) }

// gram gives the folded words i to j, j not included.
func (p *phrase) gram(i, j int) string {
	if i < 0 || j > len(p.words) || i >= j {
		return ""
	}
	return p.norm[p.at[i] : p.at[j]-1]
}

// raw gives the words i to j as the report writes them, j not included.
func (p *phrase) raw(i, j int) string { return p.text[p.words[i].start:p.words[j-1].end] }

// span gives where the words i to j stand, j not included.
func (p *phrase) span(i, j int) dateline.Span {
	return dateline.Span{Start: p.words[i].start, End: p.words[j-1].end}
}

// gap gives what stands before word i.
func (p *phrase) gap(i int) string {
	if i == 0 {
		return p.text[:p.words[0].start]
	}
	return p.text[p.words[i-1].end:p.words[i].start]
}

// in returns how many words from i on stand in one of the sections, the longest phrase first; 0 if none.
func (p *phrase) in(sec section, i int) int {
	if i < 0 || i >= len(p.words) {
		return 0
	}
	if p.known[i].opens&sec != 0 {
		for n := min(3, len(p.words)-i); n > 1; n-- {
			if p.lex.known.At(p.gram(i, i+n)).alone&sec != 0 {
				return n
			}
		}
	}
	if p.has(sec, i) {
		return 1
	}
	return 0
}

// has reports whether word i stands in one of the sections.
func (p *phrase) has(sec section, i int) bool {
	return i >= 0 && i < len(p.known) && p.known[i].alone&sec != 0
}

// may reports whether the n words from i on may stand in one of the sections.
func (p *phrase) may(sec section, i, n int) bool {
	if i < 0 || i+n > len(p.known) {
		return false
	}
	if n == 1 {
		return p.known[i].alone&sec != 0
	}
	return p.known[i].opens&sec != 0
}

// body is the body of a state that the n words from i on name.
func (p *phrase) body(i, n int) (name string, ok bool) {
	if p.may(inBodies, i, n) {
		name, ok = p.lex.bodies[p.gram(i, i+n)]
	}
	return name, ok
}

// speakerAt is the class of speakers that the n words from i on name.
func (p *phrase) speakerAt(i, n int) (class dateline.SpeakerClass, ok bool) {
	if p.may(inSpeakers, i, n) {
		class, ok = p.lex.speakers[p.gram(i, i+n)]
	}
	return class, ok
}

// titleAt is the class of speakers that the n words from i on are a title of.
func (p *phrase) titleAt(i, n int) (class dateline.SpeakerClass, ok bool) {
	if p.may(inTitles, i, n) {
		class, ok = p.lex.titles[p.gram(i, i+n)]
	}
	return class, ok
}

// cut reports whether a new phrase starts at word i: a comma, a semicolon, a dash between spaces, a bracket.
func (p *phrase) cut(i int) bool {
	gap := p.gap(i)
	return strings.ContainsAny(gap, ",;:()[]\"“”—") || strings.Contains(gap, " - ") || strings.Contains(gap, " – ")
}

// glue reports whether a hyphen ties word i to the word before it.
func (p *phrase) glue(i int) bool { return i > 0 && i < p.len() && hyphen(p.gap(i)) }

// proper reports whether word i is written as a name: a capital, in a phrase that is not all capitals.
func (p *phrase) proper(i int) bool {
	return p.words[i].is(initial) && !(p.words[i].is(capitals) && p.shouting()) && !(i == 0 && p.common)
}

// shouting reports whether no word of the phrase has a small letter and there are several.
func (p *phrase) shouting() bool {
	n := 0
	for _, w := range p.words {
		if w.is(cased) && !w.is(capitals) {
			return false
		}
		if w.is(capitals) {
			n++
		}
	}
	return n > 1
}

// otherScript reports whether the phrase has letters without capitals: Arabic, Hebrew, Chinese.
func (p *phrase) otherScript() bool {
	for _, w := range p.words {
		if !w.is(cased) && !w.is(scriptless) {
			return true
		}
	}
	return false
}

// country is a country named in a phrase by words first to last, both included.
type country struct {
	first, last int
	iso         string
	adjective   bool
}

// countriesIn returns the countries that the phrase names outside the words of hits, in order.
func (b *Book) countriesIn(p *phrase, hits []hit) []country {
	var out []country
	for i := 0; i < p.len(); {
		c, ok := b.countryAt(p, i)
		if !ok || inHits(c, hits) {
			i++
			continue
		}
		out = append(out, c)
		i = c.last + 1
	}
	return out
}

func inHits(c country, hits []hit) bool {
	for _, h := range hits {
		if c.first <= h.last && h.first <= c.last {
			return true
		}
	}
	return false
}

func (b *Book) countryAt(p *phrase, i int) (country, bool) {
	if !p.words[i].is(initial) {
		return country{}, false
	}
	for n := min(5, p.len()-i); n > 0; n-- { // 'Democratic Republic of the Congo'
		if raw := p.raw(i, i+n); p.whole(i, i+n) {
			if iso, ok := b.lookUp(b.countries.Demonym, raw); ok {
				_, noun := b.lookUp(b.countries.ISO, raw)
				return country{i, i + n - 1, iso, !noun || i+n < p.len()}, true
			}
			if iso, ok := b.lookUp(b.countries.ISO, raw); ok {
				return country{i, i + n - 1, iso, false}, true
			}
		}
	}
	return country{}, false
}

// whole reports whether no mark parts the words i to j, j not included.
func (p *phrase) whole(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if p.cut(k) || p.words[k-1].is(possessed) {
			return false
		}
	}
	return true
}

// lookUp asks for a name as written and, for a text in capitals, with small letters.
func (b *Book) lookUp(ask func(string) (string, bool), name string) (string, bool) {
	if ask == nil {
		return "", false
	}
	if iso, ok := ask(name); ok {
		return iso, true
	}
	if len(name) <= 3 || name != strings.ToUpper(name) {
		return "", false
	}
	return ask(titled(name))
}

// titled writes 'SRI LANKA' as 'Sri Lanka'.
func titled(s string) string {
	b := []byte(strings.ToLower(s))
	for i := range b {
		if (i == 0 || b[i-1] == ' ' || b[i-1] == '-') && 'a' <= b[i] && b[i] <= 'z' {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

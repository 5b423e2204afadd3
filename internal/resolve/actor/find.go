package actor

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/internal/sieve"
)

// Find returns the listed names in text, in its order, the longest first where they overlap, in
// time linear in its length. Spaces, hyphens, dashes, apostrophes and accents are taken as the
// same, and a name may run over one line break. Capitals count: an acronym is matched in capitals
// only, a name only with its capitals, or wholly in capitals. In a line without small letters an
// acronym that is a common word (IS, MEND) is not matched.
//
// How long it takes does not grow with the number of names: a word that begins none, which is nearly
// every word, falls out at its hash, before it is folded or looked up.
func (b *Book) Find(text string) []Match {
	var out []Match
	f := finder{names: b.names, text: text, scan: scanner{text: text}, caps: capsLines{text: text}}
	for h, ok := f.next(); ok; h, ok = f.next() {
		out = append(out, b.match(text, h))
	}
	return out
}

// finder goes through a text from name to name.
type finder struct {
	names *index
	text  string
	pos   int
	words []token // the word before pos, if there is one, and the words that may be a name
	scan  scanner
	caps  capsLines
}

// next gives the next name. Weak acronyms are not looked for in lines that are all capitals.
func (f *finder) next() (hit, bool) {
	for f.seek() {
		first, ok := f.ahead()
		var h hit
		if ok {
			h, ok = f.names.longest(f.text, f.words, first)
		}
		if ok && f.words[h.last].is(capitals) && f.caps.at(f.words[first].start) {
			h.entries = slices.DeleteFunc(h.entries, entry.shouted)
			ok = len(h.entries) > 0
		}
		if !ok {
			f.pass(f.words[first])
			continue
		}
		h.glued = glued(f.text, f.words, h.first, h.last)
		f.pass(f.words[h.last])
		return h, true
	}
	return hit{}, false
}

// pass goes on behind w.
func (f *finder) pass(w token) {
	f.words = append(f.words[:0], w)
	f.pos = w.end
	if w.is(possessed) {
		_, n := utf8.DecodeRuneInString(f.text[w.end:])
		f.pos += n + 1
	}
}

// seek goes to the next word that may begin a name; false at the end of the text.
func (f *finder) seek() bool {
	for f.pos < len(f.text) {
		switch c := f.text[f.pos]; {
		case sieve.Lower[c] != 0:
			if f.plainWord() {
				return true
			}
		case c < utf8.RuneSelf:
			f.pos++
		default:
			if r, n := utf8.DecodeRuneInString(f.text[f.pos:]); !letter(r) {
				f.pos += n
			} else if f.otherWord() {
				return true
			}
		}
	}
	return false
}

// plainWord reports whether the word of plain letters and digits at pos may begin a name, and passes it if not.
func (f *finder) plainWord() bool {
	h, end := anyCase, f.pos
	if c := f.text[end]; 'A' <= c && c <= 'Z' {
		h = capital
	}
	for ; end < len(f.text); end++ {
		c := sieve.Lower[f.text[end]]
		if c == 0 {
			if f.scan.pos = f.pos; f.scan.mayGoOn(end) {
				return f.otherWord()
			}
			break
		}
		h = h.Next(c)
	}
	if f.names.first.Has(h) && (f.names.lone.Has(h) || f.followed(h, end)) {
		return true
	}
	f.pass(token{word: word{start: f.pos, end: end}})
	return false
}

// followed reports whether the next word, behind i, may be the second of a name whose first has hash h.
func (f *finder) followed(h sieve.Hash, i int) bool {
	for ; i < len(f.text) && sieve.Lower[f.text[i]] == 0; i++ {
		if f.text[i] >= utf8.RuneSelf {
			return true
		}
	}
	h = h.Next(' ')
	for ; i < len(f.text); i++ {
		switch c := f.text[i]; {
		case sieve.Lower[c] != 0:
			h = h.Next(sieve.Lower[c])
		case c >= utf8.RuneSelf, c == '.', apostrophe(rune(c)):
			return true
		default:
			return f.names.first.Has(h)
		}
	}
	return f.names.first.Has(h)
}

// otherWord is plainWord for a word with other letters, marks or dots in it.
func (f *finder) otherWord() bool {
	f.scan.pos = f.pos
	w := f.scan.word()
	if f.names.begins(f.scan.fold) {
		return true
	}
	f.pass(token{word: w})
	return false
}

// ahead takes up the words from pos on as long as a name goes on with them, and one more; it returns
// which is the first, and whether any name ended.
func (f *finder) ahead() (first int, ended bool) {
	first = len(f.words)
	f.scan.pos = f.pos
	var node int32
	for on := true; on; {
		w, ok := f.scan.next()
		if !ok {
			break
		}
		id := f.names.vocabulary[string(f.scan.fold)]
		f.words = append(f.words, token{w, id})
		if node, on = f.names.edges[edge{node, id}]; on {
			ended = ended || len(f.names.ends[node]) > 0
		}
	}
	return first, ended
}

// A word's hash begins with one of these: of a word with a plain capital, and of any other.
const (
	anyCase sieve.Hash = sieve.Start
	capital sieve.Hash = 0x5bd1e995
)

// sift adds the first word of a name to the sieve of first words, and its first two, and to that of
// lone words if it is the whole name. Those that have to have a capital stand there with one only.
func (x *index) sift(words []string) {
	if len(words) == 0 {
		return
	}
	lead := words[0][0]
	for _, seed := range []sieve.Hash{capital, anyCase} {
		if seed == anyCase && 'A' <= lead && lead <= 'Z' {
			continue
		}
		for _, first := range spellings(folded(words[0])) {
			h := hash(seed, first)
			x.first.Add(h)
			if len(words) == 1 {
				x.lone.Add(h)
				continue
			}
			for _, second := range spellings(folded(words[1])) {
				x.first.Add(hash(h.Next(' '), second))
			}
		}
	}
}

// spellings undoes what folding does to plain letters.
func spellings(fold string) []string {
	if fold == "al" {
		return []string{"al", "el"}
	}
	return []string{fold}
}

// begins reports whether a folded word may begin a name, whatever case it has.
func (x *index) begins(fold []byte) bool {
	return x.first.Has(hash(anyCase, fold)) || x.first.Has(hash(capital, fold))
}

func hash[T string | []byte](h sieve.Hash, fold T) sieve.Hash {
	for i := range len(fold) {
		h = h.Next(fold[i])
	}
	return h
}

// capsLines says which lines of a text have no small letter and at least three words.
type capsLines struct {
	text       string
	start, end int // the line last looked at
	caps       bool
}

func (c *capsLines) at(pos int) bool {
	if pos < c.start || pos >= c.end {
		c.start = strings.LastIndexByte(c.text[:pos], '\n') + 1
		c.end = len(c.text)
		if i := strings.IndexByte(c.text[pos:], '\n'); i >= 0 {
			c.end = pos + i + 1
		}
		line := c.text[c.start:c.end]
		c.caps = line == strings.ToUpper(line) && len(strings.Fields(line)) >= 3
	}
	return c.caps
}

package actor

import (
	"slices"
	"strings"
)

// Names from other scripts have many spellings, and names in English several orders of words. Two
// names are taken for one by structure, never by likeness: both are brought to the same form, and
// the forms are compared letter for letter.
//
//   - Articles and joining words go: 'al-', 'ash-', '-e-', '-i-', '-ul-', 'of', 'for', 'the'.
//   - Vowels say little in a transliteration: a, e, i and y are one vowel, o and u another, long or
//     short; double consonants are single ones, 'q' is 'k', an 'h' at the end is silent.
//   - A word that is another's translation in names ('jabhat', 'front') is that word.
//   - A country and its adjective are the same ('Syria', 'Syrian').
//   - The order of the words does not count: 'Liberation Army of X' is 'X Liberation Army'.
//   - Words that every group may have in its name ('movement', 'organisation') go, where two others stay.
//
// Only names of two words and more have such a form, since one short word is too soon another. A name
// as a record writes it comes first; where several actors have one form, all readings stand.

// spelt is the names by their forms.
type spelt map[string][]entry

// spellings brings the names of x to their forms.
func (b *Book) spellings(x *index) spelt {
	out := spelt{}
	for _, es := range x.ends {
		for _, e := range es {
			p := b.phrase(e.name.Name)
			if p.letters() {
				continue
			}
			if form, ok := b.form(p, 0, p.len()); ok && !slices.ContainsFunc(out[form], e.same) {
				out[form] = append(out[form], e)
			}
		}
	}
	return out
}

// letters reports whether fewer than two words of a name are more than letters: 'PMC Wagner', 'ISIL-CP'.
func (p *phrase) letters() bool {
	n := 0
	for i, w := range p.words {
		if !w.is(capitals) && !p.joins(i) {
			n++
		}
	}
	return n < 2
}

func (e entry) same(o entry) bool { return e.actor == o.actor && e.name == o.name }

// form is the form of words i to j of p, j not included; false if they have none.
func (b *Book) form(p *phrase, i, j int) (string, bool) {
	var all, kept []string
	for i < j {
		c, n := b.formOf(p, i, j)
		i += n
		if c == "" {
			continue
		}
		all = append(all, c)
		if !p.has("generic", i-1) {
			kept = append(kept, c)
		}
	}
	if len(kept) >= 2 {
		all = kept
	}
	slices.Sort(all)
	form := strings.Join(all, " ")
	return form, len(all) >= 2 && len(form) >= shortestForm
}

// shortestForm is how many letters a form has at least: fewer are too soon another name's.
const shortestForm = 7

// formOf brings the word at i to its form, "" for one that says nothing, and says how many words it has.
func (b *Book) formOf(p *phrase, i, j int) (string, int) {
	if c, ok := b.countryAt(p, i); ok && c.last < j {
		return "@" + c.iso, c.last - i + 1
	}
	w := p.gram(i, i+1)
	switch {
	case p.joins(i):
		return "", 1
	case p.lex.means[w] != "":
		return p.lex.means[w], 1
	}
	return skeleton(w), 1
}

// skeleton brings a folded word to what its spellings have in common; other scripts stay as they are.
func skeleton(w string) string {
	var b []byte
	for i := 0; i < len(w); {
		if w[i] >= 0x80 {
			return w
		}
		n := 1
		for vowel(w, i) && i+n < len(w) && vowel(w, i+n) {
			n++
		}
		if vowel(w, i) {
			b = append(b, sound(w[i:i+n]))
		} else if c := consonant(w, i); c != 0 && (len(b) == 0 || b[len(b)-1] != c) {
			b = append(b, c)
		}
		i += n
	}
	if n := len(b); n > 2 && b[n-1] == 'h' {
		b = b[:n-1]
	}
	if n := len(b); n > 3 && w[len(w)-1] == 'e' {
		b = b[:n-1]
	}
	return string(b)
}

// vowel reports whether letter i of w is one: y and w are between a vowel and a consonant, and at the end.
func vowel(w string, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	case 'w':
		return i > 0 && strings.IndexByte("aeiou", w[i-1]) >= 0 && (i+1 == len(w) || strings.IndexByte("aeiouy", w[i+1]) < 0)
	}
	return false
}

// sound is a for a run of a, e, i and y, u for one with o or u and none of those that are sounded i.
func sound(run string) byte {
	if strings.ContainsAny(run, "ouw") && !strings.ContainsAny(run, "iy") && run != "eo" {
		return 'u'
	}
	return 'a'
}

func consonant(w string, i int) byte {
	switch w[i] {
	case 'q':
		return 'k'
	case 'w':
		return 'v'
	case 'c':
		if i+1 < len(w) && w[i+1] == 'h' {
			return 'c'
		}
		return 'k'
	}
	return w[i]
}

// respelt finds names in other spellings and orders of words, the longest that starts at each word: those that
// are more than the hits that they overlap.
func (b *Book) respelt(p *phrase, hits []hit) []hit {
	var out []hit
	for i := 0; i < p.len(); i++ {
		if !p.starts(i) || exact(hits, i, p.run(i)) {
			continue
		}
		for end := p.run(i); end > i+1; end-- {
			if p.joins(end-1) || exact(hits, i, end) {
				continue
			}
			es := b.spelt(p, i, end)
			if es == nil || within(p, hits, i, end, es) {
				continue
			}
			out = append(out, hit{span: p.span(i, end), first: i, last: end - 1, entries: es, glued: glued(p.text, p.words, i, end-1), respelt: true})
			i = end - 1
			break
		}
	}
	return out
}

// exact reports whether a hit holds or crosses the words i to j.
func exact(hits []hit, i, j int) bool {
	return slices.ContainsFunc(hits, func(h hit) bool {
		return h.first <= i && h.last >= j-1 || h.first < i && h.last >= i || h.last > j-1 && h.first <= j-1
	})
}

// within reports whether a hit among the words i to j has all the actors of es and leaves only words out that tell
// nothing: nothing is gained by es then.
func within(p *phrase, hits []hit, i, j int, es []entry) bool {
	return slices.ContainsFunc(hits, func(h hit) bool {
		if h.first < i || h.last >= j || len(bothCarry(es, h.entries)) < len(es) {
			return false
		}
		for k := i; k < j; k++ {
			if (k < h.first || k > h.last) && !p.joins(k) && !p.has("generic", k) {
				return false
			}
		}
		return true
	})
}

// joins reports whether word i joins others in a name: with a capital it does so as an article only, or where all is
// written in capitals.
func (p *phrase) joins(i int) bool {
	w := p.gram(i, i+1)
	return p.has("joining", i) && (!p.words[i].is(initial) || w == "the" || article[w] || p.shouting())
}

// starts reports whether a name in another spelling can begin at word i.
func (p *phrase) starts(i int) bool {
	if p.words[i].is(initial) {
		return !p.joins(i) || article[p.gram(i, i+1)]
	}
	return article[p.gram(i, i+1)] && p.glue(i+1)
}

// article are the Arabic article and what it becomes before some letters.
var article = map[string]bool{"al": true, "ad": true, "an": true, "ar": true, "as": true, "ash": true, "at": true, "az": true}

// longestRun is how many words a name in another spelling has at most.
const longestRun = 12

// run gives the end of the words from i on that may be one name: with capitals, or joining words between
// them, and no mark but a hyphen or an apostrophe.
func (p *phrase) run(i int) int {
	end := i + 1
	for k := i + 1; k < min(p.len(), i+longestRun); k++ {
		if _, ok := joint(p.gap(k)); !ok || p.cut(k) {
			break
		}
		switch {
		case p.words[k].is(initial), p.has("generic", k), generic[p.gram(k, k+1)]:
			end = k + 1
		case !p.joins(k):
			return end
		}
	}
	return end
}

// spelt gives the names whose form words i to j have.
func (b *Book) spelt(p *phrase, i, j int) []entry {
	for k := i; k < j; k++ {
		if p.words[k].is(mixed) {
			return nil
		}
	}
	form, ok := b.form(p, i, j)
	if !ok {
		return nil
	}
	return nearest(b.forms[form], p, i, j)
}

// nearest keeps of names that have one form those that differ from words i to j in doubled letters and marks only,
// if there are any.
func nearest(es []entry, p *phrase, i, j int) []entry {
	if len(es) < 2 {
		return es
	}
	words := undoubled(p.gram(i, j))
	var out []entry
	for _, e := range es {
		if undoubled(folded(e.name.Name)) == words {
			out = append(out, e)
		}
	}
	if out == nil {
		return es
	}
	return out
}

// undoubled writes every letter once where it stands twice, without blanks.
func undoubled(fold string) string {
	var b []byte
	for i := range len(fold) {
		if n := len(b); fold[i] != ' ' && (n == 0 || b[n-1] != fold[i]) {
			b = append(b, fold[i])
		}
	}
	return string(b)
}

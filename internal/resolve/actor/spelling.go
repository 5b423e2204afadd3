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
type spelt struct {
	names map[string][]entry
	words map[string]bool // of the forms
}

// spellings brings the names of x to their forms.
func (b *Book) spellings(x *index) spelt {
	out := spelt{names: make(map[string][]entry, len(x.ends)), words: make(map[string]bool, len(x.vocabulary))}
	nations := map[string]string{}
	for _, es := range x.ends {
		for _, e := range es {
			p := b.phrase(e.name.Name)
			if p.letters() {
				continue
			}
			ps := b.parts(p, nations)
			if form, ok := form(ps); ok && !slices.ContainsFunc(out.names[form], e.same) {
				out.names[form] = append(out.names[form], e)
				for _, q := range ps {
					out.words[q.form] = true
				}
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

// part is what is left of a word, or of the words of a country, in a form.
type part struct {
	form        string // "" for a word that joins
	first, last int    // words
	generic     bool
}

// parts brings the words of a phrase to their forms. nations keeps what words were found to be of countries, for
// the next call; nil if there is none.
func (b *Book) parts(p *phrase, nations map[string]string) []part {
	out := make([]part, 0, p.len())
	for i := 0; i < p.len(); {
		q := b.partAt(p, i, nations)
		out = append(out, q)
		i = q.last + 1
	}
	return out
}

func (b *Book) partAt(p *phrase, i int, nations map[string]string) part {
	q := part{first: i, last: i, generic: p.has(inGeneric, i)}
	w := p.gram(i, i+1)
	switch {
	case p.joins(i):
	case p.lex.means[w] != "":
		q.form = p.lex.means[w]
	case p.words[i].is(initial):
		iso, n := b.nationAt(p, i, nations)
		if n == 0 {
			q.form = skeleton(w)
			break
		}
		q.form, q.last = "@"+iso, i+n-1
	default:
		q.form = skeleton(w)
	}
	return q
}

// nationAt gives the country that the word at i, or it and the next, name or belong to, and how many words that is.
func (b *Book) nationAt(p *phrase, i int, nations map[string]string) (string, int) {
	n := 1
	if p.has(inCompound, i) && i+1 < p.len() && p.words[i+1].is(initial) && p.whole(i, i+2) {
		n = 2
	}
	for ; n > 0; n-- {
		raw := p.raw(i, i+n)
		iso, known := nations[raw]
		if !known {
			iso, _ = b.lookUp(b.countries.Demonym, raw)
			if iso == "" {
				iso, _ = b.lookUp(b.countries.ISO, raw)
			}
			if nations != nil {
				nations[raw] = iso
			}
		}
		if iso != "" {
			return iso, n
		}
	}
	return "", 0
}

// form joins parts to the form of a name; false if they are too few or too short for one.
func form(parts []part) (string, bool) {
	all, generic := make([]string, 0, len(parts)), 0
	for _, q := range parts {
		if q.form != "" {
			all = append(all, q.form)
		}
		if q.form != "" && q.generic {
			generic++
		}
	}
	if generic > 0 && len(all)-generic >= 2 {
		all = all[:0]
		for _, q := range parts {
			if q.form != "" && !q.generic {
				all = append(all, q.form)
			}
		}
	}
	slices.Sort(all)
	form := strings.Join(all, " ")
	return form, len(all) >= 2 && len(form) >= shortestForm
}

// shortestForm is how many letters a form has at least: fewer are too soon another name's.
const shortestForm = 7

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
	if !p.mayBeSpelt(hits) {
		return nil
	}
	forms := b.forms()
	parts := b.parts(p, nil)
	var out []hit
	for k := 0; k < len(parts); k++ {
		run := parts[k:]
		if !p.starts(run[0].first) || p.glue(run[0].first) && p.glue(run[0].first-1) {
			continue // the end of 'Ulema-e-Islam' begins no name
		}
		for n := p.run(run, forms.words); n > 1; n-- {
			i, end := run[0].first, run[n-1].last+1
			if run[n-1].form == "" || exact(hits, i, end) {
				continue
			}
			name, ok := form(run[:n])
			if es := forms.names[name]; ok && es != nil && !within(p, hits, i, end, es) {
				out = append(out, hit{span: p.span(i, end), first: i, last: end - 1, entries: nearest(es, p, i, end),
					glued: glued(p.text, p.words, i, end-1), respelt: true})
				k += n - 1
				break
			}
		}
	}
	return out
}

// mayBeSpelt reports whether two words at least are written as names, and not all of them stand in one hit.
func (p *phrase) mayBeSpelt(hits []hit) bool {
	n, first, last := 0, 0, 0
	for i, w := range p.words {
		if w.is(mixed) {
			return false
		}
		if w.is(initial) && !p.joins(i) {
			if n++; n == 1 {
				first = i
			}
			last = i
		}
	}
	return n > 1 && !exact(hits, first, last+1) || n == 1 && p.len() > 1 && !exact(hits, first, last+1)
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
			if (k < h.first || k > h.last) && !p.joins(k) && !p.has(inGeneric, k) {
				return false
			}
		}
		return true
	})
}

// joins reports whether word i joins others in a name: at its head with a capital it does so as an article only, but
// where all is written in capitals.
func (p *phrase) joins(i int) bool {
	w := p.gram(i, i+1)
	return p.has(inJoining, i) && (!p.words[i].is(initial) || w == "the" || article[w] || p.shouting() || i > 0 && w != "wa")
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

// run gives how many of the parts may be one name: with capitals, or joining words between them, no mark but a
// hyphen or an apostrophe, and none with a form that no name has.
func (p *phrase) run(parts []part, known map[string]bool) int {
	n := 0
	for k, q := range parts[:min(len(parts), longestRun)] {
		i := q.first
		if k > 0 {
			if _, ok := joint(p.gap(i)); !ok || p.cut(i) {
				break
			}
		}
		switch {
		case q.form == "":
			continue
		case !known[q.form] && !q.generic, !p.words[i].is(initial) && !q.generic && !generic[p.gram(i, i+1)]:
			return n
		}
		n = k + 1
	}
	return n
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

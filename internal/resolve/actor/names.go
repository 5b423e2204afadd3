package actor

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/sieve"
)

// Match is a listed name in a text.
type Match struct {
	Span   dateline.Span
	Name   string   // as the record spells it
	Actors []string // every actor that carries the name, sorted: more than one is a shared name
	Weak   bool     // for all of them the name is a common word or shared: it needs support
	Glued  string   // the word that a hyphen ties to it: 'linked' in 'al-Qaeda-linked', 'anti'; "" if none
}

// index finds names: a trie over folded words.
type index struct {
	vocabulary map[string]int32 // folded word to its number, from 1
	edges      map[edge]int32   // node and word to node; the root is 0
	ends       [][]entry        // by node
	first      sieve.Sieve      // of the first word of every name, and of the first two
	lone       sieve.Sieve      // of names of one word
}

type edge struct{ node, word int32 }

// entry is one name of one actor.
type entry struct {
	actor  int // index in Book.actors
	name   dateline.ActorName
	time   period
	shapes []shape
	raw    []string // its words as written, for those whose case has to be the same
	marks  string   // what stands before each word but the first, as joint says it
}

func newIndex(actors []dateline.Actor) *index {
	total := 0
	for _, a := range actors {
		total += len(a.Names)
	}
	x := &index{vocabulary: make(map[string]int32, total), edges: make(map[edge]int32, 2*total), ends: make([][]entry, 1, 2*total+1)}
	for i, a := range actors {
		for _, n := range a.Names {
			x.add(i, n)
		}
	}
	return x
}

func (x *index) add(actor int, n dateline.ActorName) {
	e := entry{actor: actor, name: n, time: span(n.From, n.To)}
	var node int32
	s := scanner{text: n.Name}
	end := 0
	for w, ok := s.next(); ok; w, ok = s.next() {
		if len(e.raw) > 0 {
			mark, _ := joint(n.Name[end:w.start])
			e.marks += string(mark)
		}
		end = w.end
		e.shapes = append(e.shapes, w.shape)
		e.raw = append(e.raw, n.Name[w.start:w.end])
		node = x.step(node, x.number(s.fold))
	}
	x.ends[node] = append(x.ends[node], e)
	x.sift(e.raw)
}

func (x *index) number(fold []byte) int32 {
	if id, ok := x.vocabulary[string(fold)]; ok {
		return id
	}
	id := int32(len(x.vocabulary) + 1)
	x.vocabulary[string(fold)] = id
	return id
}

func (x *index) step(node, word int32) int32 {
	e := edge{node, word}
	to, ok := x.edges[e]
	if !ok {
		to = int32(len(x.ends))
		x.edges[e] = to
		x.ends = append(x.ends, nil)
	}
	return to
}

// token is a word of a text with its number in the vocabulary, 0 if no name has it.
type token struct {
	word
	id int32
}

func (x *index) tokens(text string) []token {
	s := scanner{text: text}
	out := make([]token, 0, len(text)/5+1)
	for w, ok := s.next(); ok; w, ok = s.next() {
		out = append(out, token{w, x.vocabulary[string(s.fold)]})
	}
	return out
}

func (b *Book) match(text string, h hit) Match {
	m := Match{Span: h.span, Name: h.entries[0].name.Name, Weak: true, Glued: h.glued}
	for _, e := range h.entries {
		m.Actors = append(m.Actors, b.actors[e.actor].ID)
		m.Weak = m.Weak && e.name.Weak
	}
	slices.Sort(m.Actors)
	m.Actors = slices.Compact(m.Actors)
	return m
}

// hit is a match as Resolve uses it: words first to last, both included.
type hit struct {
	span        dateline.Span
	first, last int
	entries     []entry
	glued       string
	respelt     bool // the names are spelt otherwise, or their words stand in another order
}

// find walks the trie from every word.
func (x *index) find(text string, words []token) []hit {
	var out []hit
	for i := 0; i < len(words); {
		h, ok := x.longest(text, words, i)
		if !ok {
			i++
			continue
		}
		h.glued = glued(text, words, h.first, h.last)
		out = append(out, h)
		i = h.last + 1
	}
	return out
}

// shouted reports whether the name cannot be told from a common word in a line of capitals.
func (e entry) shouted() bool { return e.name.Weak && len(e.raw) == 1 && e.shapes[0]&capitals != 0 }

// longest gives the longest name that starts at word i.
func (x *index) longest(text string, words []token, i int) (hit, bool) {
	var best hit
	var node int32
	var room [16]byte
	marks := room[:0]
	for j := i; j < len(words) && words[j].id != 0; j++ {
		if j > i {
			mark, ok := joint(text[words[j-1].end:words[j].start])
			if !ok {
				break
			}
			marks = append(marks, mark)
		}
		next, ok := x.edges[edge{node, words[j].id}]
		if !ok {
			break
		}
		node = next
		if es := x.fitting(node, text, words[i:j+1], marks); len(es) > 0 {
			end := words[j].end
			if strings.Contains(es[0].marks, "(") && strings.HasPrefix(text[end:], ")") {
				end++
			}
			best = hit{span: dateline.Span{Start: words[i].start, End: end}, first: i, last: j, entries: es}
		}
	}
	return best, best.entries != nil
}

// joint reports whether gap can stand between two words of one name: spaces, hyphens, a possessive
// 's, one line break; and the mark in it that the name has to have too: a bracket, a comma, a
// slash; a space stands for no mark.
func joint(gap string) (mark byte, ok bool) {
	mark = ' '
	lines := 0
	for _, r := range gap {
		switch {
		case r == '(' || r == ')' || r == ',' || r == '/':
			mark = byte(r)
		case r == '\n':
			lines++
		case !strings.ContainsRune(joints, r) && !apostrophe(r):
			return mark, false
		}
	}
	return mark, lines < 2 && gap != ""
}

// joints are what may stand between words of a name; s and S belong to a possessive.
// Letters that show nothing, and marks of direction, part words as a space does.
const joints = " \t\r-‐‑–—\u00a0\u202f«sS\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"

// fitting returns the names at node that are written as the words are.
func (x *index) fitting(node int32, text string, words []token, marks []byte) []entry {
	var out []entry
	for _, e := range x.ends[node] {
		if e.marks == string(marks) && e.written(text, words) {
			out = append(out, e)
		}
	}
	return out
}

// written reports whether the words have the capitals that the name needs: an acronym letter for
// letter, a capital for a capital, or all capitals; the name's small words as they come.
func (e entry) written(text string, words []token) bool {
	for i, w := range words {
		want := e.shapes[i]
		switch {
		case w.is(mixed):
			return false
		case want&(capitals|inner) != 0:
			if text[w.start:w.end] != e.raw[i] && !(w.is(capitals) && undotted(text[w.start:w.end]) == e.raw[i]) {
				return false
			}
		case want&initial != 0:
			if !w.is(initial) && !(i > 0 && generic[strings.ToLower(e.raw[i])]) {
				return false
			}
		}
	}
	return true
}

func undotted(s string) string { return strings.ReplaceAll(s, ".", "") }

// generic are the nouns at a name's end that reports also write small: 'the Haqqani network'.
var generic = map[string]bool{"network": true, "group": true, "movement": true, "organization": true, "organisation": true,
	"cartel": true, "militia": true, "party": true, "army": true, "brigade": true, "brigades": true, "branch": true}

// glued gives the word that a hyphen ties to the words first to last, before or after; "" if none.
func glued(text string, words []token, first, last int) string {
	if last+1 < len(words) && hyphen(text[words[last].end:words[last+1].start]) {
		return text[words[last+1].start:words[last+1].end]
	}
	if first > 0 && hyphen(text[words[first-1].end:words[first].start]) {
		return text[words[first-1].start:words[first-1].end]
	}
	return ""
}

func hyphen(gap string) bool { return gap == "-" || gap == "‐" || gap == "‑" || gap == "–" }

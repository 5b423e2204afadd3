package extract

import (
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// nameNear returns the name of the person of part p, of head h, that is not the head's own: one that stands
// in its words before any preposition ('activist and writer Ana Kovac'), or, of 'he' and 'the activist', the
// one that parse has them stand for. It is zero if there is none.
func (r *reader) nameNear(v *view, p *dateline.Part, h int) dateline.Span {
	for _, n := range r.namesOf(v.i) {
		if n.Kind == parse.NamePerson && p.Span.Contains(n.Span) && v.apposed(p.Span, n.First, n.Last) && !v.office(n.Span, p.Span) {
			return n.Span
		}
	}
	if v.oneOfThem(h) || v.definite(h) && !v.plural(h) && v.r.lex.nouns.has(v.lemma(h), "people") {
		if s, named := r.chains().named(r.in.Text, v.i, h); named && r.isPerson(s) {
			return s
		}
	}
	return dateline.Span{}
}

// apposed reports whether tokens a to b of the phrase sp stand behind its noun with no preposition between,
// and own nothing: of 'Ana Kovac's brother' and 'supporters of Ana Kovac' Ana Kovac is not the head.
func (v *view) apposed(sp dateline.Span, a, b int) bool {
	if b+1 < len(v.s.Tokens) && v.tok(b+1).Fine == "POS" {
		return false
	}
	for t := v.tokenAt(sp.Start); t >= 0 && t < a; t++ {
		if v.tag(t) == "ADP" {
			return false
		}
	}
	return true
}

// oneOfThem reports whether t is a pronoun for one person.
func (v *view) oneOfThem(t int) bool {
	switch v.lemma(t) {
	case "he", "she", "him", "her", "his":
		return v.tag(t) == "PRON"
	}
	return false
}

// isPerson reports whether the words of sp are, or hold, a name that parse takes for a person's.
func (r *reader) isPerson(sp dateline.Span) bool {
	names := r.in.Text.Names
	lo, hi := 0, len(names)
	for lo < hi {
		if mid := (lo + hi) / 2; names[mid].Span.End <= sp.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(names) && names[lo].Span.Overlaps(sp) && names[lo].Kind == parse.NamePerson
}

// others adds the further persons whom the words of victims or of those arrested name ('two editors,
// including Ana Kovac and Ivan Peric'), each as a part of its own.
func (r *reader) others(v *view, d *draft) {
	for _, p := range d.parts {
		if p.Role != dateline.Victim && p.Role != dateline.Arrested || p.Span.Start < v.s.Span.Start || p.Span.End > v.s.Span.End {
			continue
		}
		h := v.headOf(p.Span)
		for _, n := range r.namesOf(v.i) {
			if n.Kind == parse.NamePerson && !r.tells(d, p.Role, n.Span) && v.listedUnder(n.First, n.Last, h) {
				d.parts = append(d.parts, dateline.Part{Role: p.Role, Span: n.Span, Name: n.Span, Effect: p.Effect, Inferred: "named among those " + string(p.Role)})
			}
		}
	}
}

// tells reports whether a part of the role has the name already.
func (r *reader) tells(d *draft, role dateline.Role, name dateline.Span) bool {
	for _, p := range d.parts {
		if p.Role == role && (p.Name.Overlaps(name) || p.Span == name) {
			return true
		}
	}
	return false
}

// listedUnder reports whether the name in tokens a to b stands under h as one of its people: coordinated,
// beside it, or behind 'including'.
func (v *view) listedUnder(a, b, h int) bool {
	if b+1 < len(v.s.Tokens) && v.tok(b+1).Fine == "POS" {
		return false
	}
	t := v.headOf(v.span(a, b))
	for k := 0; k < 12 && t >= 0 && t != h; k++ {
		switch v.base(t) {
		case "conj", "appos", "flat", "list", "compound":
		case "nmod", "obl":
			if c := v.cased(t); c != "include" && c != "including" {
				return false
			}
		default:
			return false
		}
		t = v.head(t)
	}
	return t == h && h >= 0
}

// personsWord reports whether a word is the first or the last of a person's name elsewhere in the text: 'Rooks', where it tells
// of Ivan Rooks, and of no place of that name.
func (r *reader) personsWord(word string) bool {
	if word == strings.ToUpper(word) {
		return false // in capitals names of persons and of places are hard to tell apart
	}
	if r.persons == nil {
		r.persons = map[string]bool{}
		for _, n := range r.in.Text.Names {
			if name := n.Span.In(r.text); n.Kind == parse.NamePerson && n.Last > n.First {
				first, _, _ := strings.Cut(name, " ")
				r.persons[first], r.persons[name[strings.LastIndexByte(name, ' ')+1:]] = true, true
			}
		}
		for _, n := range r.in.Text.Names {
			if n.Kind == parse.NameLocation {
				delete(r.persons, n.Span.In(r.text))
			}
		}
	}
	return r.persons[word]
}

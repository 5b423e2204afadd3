package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// nameNear returns the name of the person of part p, of head h, that is not the head's own: one that stands
// in its words before any preposition ('activist and writer Ana Kovac'), or, of 'he' and 'the activist', the
// one that parse has them stand for. It is zero if there is none.
func (r *reader) nameNear(v *view, p *dateline.Part, h int) dateline.Span {
	for _, n := range r.namesOf(v.i) {
		if n.Kind == parse.NamePerson && p.Span.Contains(n.Span) && v.apposed(p.Span, n.First, n.Last) {
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

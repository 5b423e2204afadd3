package extract

import (
	"sort"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// doers lists who does what noun t says, the likeliest first: whose it is, the party named before it
// ('coalition efforts'), who does the clause that it is the object of ('provided support'), and who
// it is set beside ('the tribes in their fight', 'with the help of').
func (v *view) doers(t int) []int {
	if v.tag(t) != "NOUN" {
		return nil
	}
	out := v.doersBeside(t)
	h := v.head(t)
	if h < 0 {
		return out
	}
	switch c := v.cased(t); {
	case v.base(t) == "obj" && v.r.lex.ties.has(v.lemma(h), "carry"):
		return append(out, v.subject(h))
	case v.rel(t) == "nsubj:pass" && v.agent(h) >= 0:
		return append(out, v.agent(h))
	case c == "by" && v.passive(h):
		return append(out, v.object(h))
	case c == "with" || c == "in" || c == "during" || c == "for" || c == "as" || c == "under":
		return append(out, h, v.subject(v.clauseVerb(h)), v.subjectDeep(h))
	}
	return out
}

// doersBeside lists those of them who stand with the noun itself.
func (v *view) doersBeside(t int) []int {
	var out []int
	if c := v.nominalClause(t); c != nil && !c.Who.None() {
		out = append(out, c.Who.Head)
	}
	for _, m := range v.modifiers(t) {
		if v.side(m) || v.tag(m) == "ADJ" && isUpper(v.tok(m).Form) {
			out = append(out, m)
		}
	}
	return out
}

// nominalClause returns what parse makes of noun t as an event; nil if it makes nothing.
func (v *view) nominalClause(t int) *parse.Clause {
	if !v.clausesRead {
		v.clauses, v.clausesRead = v.r.in.Text.Clauses(v.i), true
	}
	for k := range v.clauses {
		if c := &v.clauses[k]; c.Head == t && c.Form == parse.NominalClause {
			return c
		}
	}
	return nil
}

// aimed reports whether verb t says what somebody aims at, and not what he did: an infinitive, or a
// gerund behind a preposition.
func (v *view) aimed(t int) bool {
	for k := 0; k < 3 && v.base(t) == "conj" && v.child(t, "nsubj", "mark", "aux") < 0; k++ {
		t = v.head(t) // 'to degrade and defeat'
	}
	if v.tok(t).Fine == "VBG" {
		return v.cased(t) != "" && v.cased(t) != "by" && v.cased(t) != "after"
	}
	return v.tok(t).Fine == "VB" && v.infinitive(t)
}

// due reports whether verb t is said of its subject as what it deserves: 'is to blame for'.
func (v *view) due(t int) bool {
	h := v.head(t)
	return v.infinitive(t) && (v.child(t, "cop") >= 0 || h >= 0 && v.lemma(h) == "be")
}

// party reports whether h can take a side in a conflict: a group, a force, a state, a people, a name
// that is no person, or a pronoun for several.
func (v *view) party(h int) bool {
	if v.side(h) {
		return true
	}
	switch v.tag(h) {
	case "PROPN":
		return !v.is(h, dateline.SomeTime) && v.nameKind(h) != parse.NamePerson
	case "PRON":
		return v.r.lex.ties.has(strings.ToLower(v.tok(h).Form), "pronouns")
	}
	return false
}

// side reports whether h names a party and no place.
func (v *view) side(h int) bool {
	l, n, ties := v.lemma(h), v.r.lex.nouns, v.r.lex.ties
	switch {
	case v.is(h, dateline.Somebody):
		return true
	case v.is(h, dateline.SomeTime) || n.has(l, "weapon") || ties.has(l, "undertaking"):
		return false
	case ties.has(l, "people"):
		return v.ofPeople(h)
	case v.tag(h) == "NOUN":
		return n.has(l, "armed", "group", "state") || ties.has(l, "party") || ties.has(l, "holdings") && v.ownedBy(h) >= 0
	case v.tag(h) == "PROPN":
		return !v.is(h, dateline.Somewhere) && v.nameKind(h) != parse.NamePerson && v.nameKind(h) != parse.NameLocation
	}
	return false
}

// ownPartner returns the party that 'their' before a coordinated noun stands for: in 'the army and its
// allies' the army. Any other token is returned as it is.
func (v *view) ownPartner(h int) int {
	if n := v.head(h); v.rel(h) == "nmod:poss" && v.tag(h) == "PRON" && n >= 0 && v.base(n) == "conj" && v.side(v.head(n)) {
		return v.head(n)
	}
	return h
}

// ofPeople reports whether an adjective of a people stands before noun h.
func (v *view) ofPeople(h int) bool {
	for _, c := range v.modifiers(h) {
		if v.tag(c) == "ADJ" && isUpper(v.tok(c).Form) {
			return true
		}
	}
	return false
}

// ownedBy returns the name before noun h that says whose it is: 'ISIL targets'; -1 if there is none.
func (v *view) ownedBy(h int) int {
	for _, c := range append(v.children(h, "nmod:poss"), v.modifiers(h)...) {
		if v.is(c, dateline.Somebody) {
			return c
		}
	}
	return -1
}

// nameKind is the kind of the name that token t stands in, "" if it stands in none.
func (v *view) nameKind(t int) parse.NameKind {
	names := v.r.in.Text.Names
	first := sort.Search(len(names), func(i int) bool { return names[i].Sentence >= v.i })
	for _, n := range names[first:] {
		if n.Sentence > v.i || n.First > t {
			break
		}
		if t <= n.Last {
			return n.Kind
		}
	}
	return ""
}

package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// sides finds who deals and with whom.
func (x *dealer) sides(d *deal, c *parse.Clause) {
	if d.who < 0 {
		d.who = x.who(d.at, c)
	}
	if d.whom < 0 {
		d.whom = x.whom(d)
	}
	if d.who < 0 && d.whom >= 0 && reciprocal[d.kind] {
		d.who, d.whom = d.whom, -1
	}
}

// reciprocal are the dealings whose two sides may stand together.
var reciprocal = map[dateline.Kind]bool{dateline.Meeting: true, dateline.Agreement: true, dateline.Cooperation: true,
	dateline.Promise: true, dateline.Support: true, dateline.Refusal: true}

// who returns the head of who does what t tells, -1 if nobody is said. Where a pronoun stands for who says
// it, it is the one who says it.
func (x *dealer) who(t int, c *parse.Clause) int {
	v, w := x.v, -1
	if !c.Who.None() {
		w = c.Who.Head
	}
	if v.tag(t) == "VERB" && w < 0 {
		w = v.subject(t)
	}
	if s := x.said(t); s >= 0 && (w < 0 || v.tag(w) == "PRON") {
		return s
	}
	if w >= 0 && v.lemma(w) == "it" && v.head(w) >= 0 {
		if s := x.said(v.head(w)); s >= 0 {
			return s
		}
	}
	return w
}

// whom returns the head of the other side, -1 if nobody is said: first among what the trigger governs, then
// within the words of what it is about.
func (x *dealer) whom(d *deal) int {
	seen := map[int]bool{d.at: true}
	if d.who >= 0 {
		seen[d.who] = true
	}
	if d.kind == dateline.Mobilisation || d.kind == dateline.Withdrawal {
		seen[d.content] = true // the forces are no side
	}
	if d.kind == dateline.Demand && d.content >= 0 && d.content != d.at {
		if c := x.clause(d.content); c != nil && !c.Who.None() && c.Who.Head != d.who && x.party(c.Who.Head) {
			return c.Who.Head
		}
	}
	if h := x.below(d.at, seen, 0); h >= 0 {
		return h
	}
	if d.content >= 0 && d.content != d.at {
		if x.party(d.content) && !seen[d.content] {
			return d.content
		}
		return x.below(d.content, seen, 0)
	}
	return -1
}

// sidePreps are the prepositions before the other side of a dealing, the likeliest first.
var sidePreps = []string{"with", "to", "against", "on", "upon", "from", "for", "between", "among", "into", "over", "by", "of", "at", "in"}

// below returns the first party in what t governs: its objects, then its phrases, then what is deeper.
func (x *dealer) below(t int, seen map[int]bool, depth int) int {
	v := x.v
	if depth > 4 {
		return -1
	}
	var next []int
	try := func(h int) bool {
		if h < 0 || seen[h] || v.is(h, dateline.SomeTime) {
			return false
		}
		next = append(next, h)
		return x.party(h)
	}
	if c := x.clause(t); c != nil {
		for _, p := range []parse.Phrase{c.Whom, c.To} {
			if !p.None() && try(p.Head) {
				return p.Head
			}
		}
		if !c.Who.None() && depth > 0 && try(c.Who.Head) {
			return c.Who.Head
		}
	}
	if v.tag(t) == "VERB" && try(v.object(t)) {
		return v.object(t)
	}
	if v.tag(t) != "VERB" {
		for _, k := range v.children(t, "nmod:poss", "amod", "compound") {
			if try(k) {
				return k
			}
		}
	}
	for _, p := range sidePreps {
		for _, h := range v.prep(t, p) {
			if try(h) {
				return h
			}
		}
	}
	for _, k := range v.kids[t] {
		switch v.base(k) {
		case "xcomp", "ccomp", "acl", "advcl", "conj":
			if v.base(k) != "conj" || v.tag(k) == v.tag(t) {
				try(k)
			}
		}
	}
	for _, h := range next {
		if h := x.below(h, seen, depth+1); h >= 0 {
			return h
		}
	}
	return -1
}

// party reports whether t names a side of a dealing: a state, a group, a body, their people, somebody named.
func (x *dealer) party(t int) bool {
	v, n := x.v, x.v.r.lex.nouns
	if v.is(t, dateline.SomeTime) {
		return false
	}
	if v.is(t, dateline.Somebody) {
		return true
	}
	l := v.lemma(t)
	switch v.tag(t) {
	case "PROPN":
		return x.namesParty(t)
	case "ADJ":
		return isUpper(v.tok(t).Form) && t > 0 || v.is(t, dateline.Somewhere)
	case "NOUN":
		return n.has(l, "armed", "state", "group") && !n.has(l, "weapon") || x.lex.nouns.has(l, "body", "crowd") || isUpper(v.tok(t).Form) && v.plural(t)
	}
	return false
}

// namesParty reports whether a proper noun names a state, a body or a person, and no work, law or feast.
func (x *dealer) namesParty(t int) bool {
	e := x.v.tok(t).Entity
	return len(e) > 2 && e[2:] != "other" || x.v.is(t, dateline.Somewhere) || x.v.plural(t) || e == ""
}

// public reports whether a dealing is one of public actors: who deals is a collective actor or speaks for one, or
// is named and deals with one.
func (x *dealer) public(d *deal) bool {
	if d.who < 0 {
		return d.whom >= 0 && x.collective(d.whom) && d.kind != dateline.Meeting
	}
	if x.collective(d.who) {
		return true
	}
	return (x.v.tag(d.who) == "PROPN" || x.v.personal(d.who) || x.v.agentPronoun(d.who)) && d.whom >= 0 && x.collective(d.whom)
}

// collective reports whether t is a collective actor, or somebody who is named with an office.
func (x *dealer) collective(t int) bool {
	v, n := x.v, x.v.r.lex.nouns
	if v.is(t, dateline.Somebody) || v.is(t, dateline.Somewhere) {
		return true
	}
	l := v.lemma(t)
	if n.has(l, "state", "group", "armed") || x.lex.nouns.has(l, "body", "crowd") {
		return true
	}
	switch v.tag(t) {
	case "ADJ":
		return isUpper(v.tok(t).Form)
	case "NOUN":
		return isUpper(v.tok(t).Form) && v.plural(t)
	case "PROPN":
		if e := v.tok(t).Entity; len(e) > 2 && (e[2:] == "organisation" || e[2:] == "location") || v.plural(t) {
			return true
		}
		return x.office(t)
	}
	return false
}

// office reports whether a word of office stands with name t: 'President X', 'X, the foreign minister'.
func (x *dealer) office(t int) bool {
	v := x.v
	for _, c := range v.kids[t] {
		switch v.base(c) {
		case "compound", "flat", "appos", "amod", "nmod":
			if l := v.lemma(c); v.r.lex.nouns.has(l, "state") || x.lex.nouns.has(l, "body") {
				return true
			}
		}
	}
	return false
}

// draft makes the draft of a dealing.
func (x *dealer) draft(d *deal) *draft {
	v := x.v
	x.use(d.at)
	if d.content >= 0 {
		x.use(d.content)
	}
	out := v.bare(d.at, d.kind, 0.6)
	out.rule, out.reality = d.rule, d.reality
	if d.content >= 0 && d.content != d.at && v.nominal(d.content) {
		out.slots["obj"] = d.content
	}
	who, whom := dateline.Group, dateline.Other
	if d.kind == dateline.Sanction {
		who, whom = dateline.Authority, dateline.Group
	}
	if d.who >= 0 {
		x.put(out, who, d.who, whom)
	}
	if d.whom >= 0 && d.whom != d.who {
		x.put(out, whom, d.whom, whom)
	}
	return out
}

// put adds the phrase of h; of a coordination each member, in a dealing that both sides do the later ones as the other side.
func (x *dealer) put(d *draft, role dateline.Role, h int, later dateline.Role) {
	v := x.v
	if v.tag(h) == "ADJ" {
		d.add(role, v.tok(h).Span)
		return
	}
	d.add(role, v.alone(h))
	if !reciprocal[d.kind] {
		later = role
	}
	for _, c := range v.children(h, "conj") {
		if x.party(c) {
			d.add(later, v.alone(c))
		}
	}
}

// use marks t and what it says as told.
func (x *dealer) use(t int) {
	x.used[t] = true
	for _, k := range x.v.children(t, "xcomp", "ccomp", "obj", "obl", "acl", "nmod", "advcl") {
		if x.clause(k) != nil && !x.used[k] && x.v.rel(k) != "acl:relcl" && (x.v.base(k) != "advcl" || x.v.infinitive(k)) {
			x.use(k)
		}
	}
}

package extract

import (
	"slices"
	"strings"

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
	if d.who < 0 && d.whom >= 0 && reciprocal[d.kind] && !(d.kind == dateline.Promise && c.Form == parse.PassiveClause) {
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
	if w >= 0 && v.tag(w) == "PRON" && v.tag(t) == "NOUN" && v.head(t) >= 0 && v.tag(v.head(t)) == "VERB" && v.subject(v.head(t)) >= 0 {
		w = v.subject(v.head(t)) // 'reiterated its demand'
	}
	if w < 0 {
		w = x.straySubject(t)
	}
	if w >= 0 && x.lex.nouns.has(v.lemma(w), "voice") && v.tag(w) == "NOUN" {
		w = x.issuer(w)
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

// straySubject returns a subject before finite verb t that the tree gave to a later verb, -1 if there is none.
func (x *dealer) straySubject(t int) int {
	v := x.v
	if f := v.tok(t).Fine; v.base(t) != "root" || f != "VBD" && f != "VBZ" && f != "VBP" || x.clause(t).Form == parse.PassiveClause {
		return -1
	}
	for u := 0; u < t; u++ {
		if v.base(u) == "nsubj" && v.head(u) > t {
			return u
		}
	}
	return -1
}

// issuer returns whose words noun w is: its possessor, the party before or behind it, or who issues it; w itself if
// nobody is said.
func (x *dealer) issuer(w int) int {
	v := x.v
	near := append(v.children(w, "nmod:poss", "compound", "amod"), v.prep(w, "by")...)
	for _, c := range append(near, v.prep(w, "from")...) {
		if x.party(c) {
			return c
		}
	}
	if h := v.head(w); h >= 0 && v.tag(h) == "VERB" && v.base(w) == "obj" && v.subject(h) >= 0 {
		return v.subject(h)
	}
	return w
}

// whom returns the head of the other side, -1 if nobody is said: first among what the trigger governs, then
// within the words of what it is about.
func (x *dealer) whom(d *deal) int {
	seen := map[int]bool{d.at: true}
	if d.who >= 0 {
		seen[d.who] = true
		x.markName(d.who, seen)
	}
	if d.kind == dateline.Demand && d.content >= 0 && d.content != d.at {
		if c := x.clause(d.content); c != nil && !c.Who.None() && c.Who.Head != d.who && x.party(c.Who.Head) {
			return c.Who.Head
		}
	}
	if d.kind == dateline.Protest || d.kind == dateline.Accusation {
		x.markHurt(d.at, seen, 0)
		x.markSufferers(d.at, seen)
		x.markBeside(d.at, seen)
	}
	if o := x.v.object(d.at); d.kind == dateline.ReleasedKind && o >= 0 && x.lex.nouns.has(x.v.lemma(o), "beast") {
		return -1 // 'released their camels onto the farms'
	}
	x.loose = d.who >= 0 && looseKinds[d.kind] && x.collective(d.who) && !x.lex.nouns.has(x.v.lemma(d.who), "police")
	defer func() { x.loose = false }()
	for _, preps := range [][]string{sidePreps, wherePreps} {
		if len(preps) > len(sidePreps) && x.condemned(d) >= 0 {
			break // where the deed that is condemned took place accuses nobody
		}
		if h := x.below(d.at, seen, preps, 0); h >= 0 {
			return h
		}
		if d.content >= 0 && d.content != d.at {
			if x.party(d.content) && !seen[d.content] {
				return d.content
			}
			if h := x.below(d.content, seen, preps, 0); h >= 0 {
				return h
			}
		}
	}
	return -1
}

// condemned is the event that somebody condemns, -1 for none: 'condemned the attack on the hospital' accuses nobody yet.
func (x *dealer) condemned(d *deal) int {
	if o := x.v.child(d.at, "obj"); d.kind == dateline.Accusation && o >= 0 && x.v.tag(o) == "NOUN" && (x.v.eventful(o) || x.v.suffered(o)) {
		return o
	}
	return -1
}

// markHurt marks those to whom the deed was done that a protest is against or somebody condemns: 'protested against the killing of a
// student', 'condemned the murder of two nuns'. They are not whom it is against, nor accused.
func (x *dealer) markHurt(t int, seen map[int]bool, depth int) {
	v := x.v
	for _, c := range v.kids[t] {
		if b := v.base(c); b != "obl" && b != "nmod" && b != "obj" && b != "advcl" || depth > 3 {
			continue
		}
		if v.suffered(c) {
			for _, h := range append(v.prep(c, "of"), v.child(c, "obj")) {
				if h >= 0 && (!v.is(h, dateline.Somewhere) || v.r.lex.standing.has(v.lemma(t), "condemns")) {
					x.markPhrase(h, seen)
				}
			}
			if v.r.lex.standing.has(v.lemma(t), "condemns") {
				for _, h := range append(v.prep(c, "on"), v.prep(c, "against")...) {
					x.markPhrase(h, seen)
				}
			}
		}
		x.markHurt(c, seen, depth+1)
	}
}

// markSufferers marks whom verbs of deeds within what t says tell to have suffered them: 'condemned the raid, saying that ten villagers had
// been wounded' accuses no villager.
func (x *dealer) markSufferers(t int, seen map[int]bool) {
	v := x.v
	for k := range v.s.Tokens {
		if k == t || v.tag(k) != "VERB" || !v.deed(k) && v.lemma(k) != "die" && !v.r.lex.evidence.has(v.lemma(k), "hurt") || !v.s.Under(k, t) {
			continue
		}
		hurt := v.child(k, "nsubj:pass")
		if hurt < 0 && v.lemma(k) == "die" {
			hurt = v.child(k, "nsubj")
		}
		for _, h := range []int{hurt, v.child(k, "obj")} {
			if h >= 0 {
				x.markPhrase(h, seen)
			}
		}
	}
}

// markPhrase marks h with all that belongs to it, but for who did it behind 'by'.
func (x *dealer) markPhrase(h int, seen map[int]bool) {
	by := x.v.prep(h, "by")
	for k := range x.v.s.Tokens {
		if x.v.s.Under(k, h) && !slices.ContainsFunc(by, func(b int) bool { return x.v.s.Under(k, b) }) {
			seen[k] = true
		}
	}
}

// suffered reports whether noun t is a deed, or what authorities do to somebody: 'the arrest of', 'the trial of'.
func (v *view) suffered(t int) bool {
	return v.deed(t) || v.tag(t) == "NOUN" && slices.ContainsFunc(v.r.lex.byTrigger[v.lemma(t)+".n"], func(p *pattern) bool {
		return p.Kind == dateline.Arrest || p.Kind == dateline.Trial || p.Kind == dateline.Verdict || p.Kind == dateline.Charge
	})
}

// markBeside marks who is named in what else somebody does who condemns a deed, and in what is told of the deed: 'condemned the attack and called
// the widow', 'condemned the bombing, in which nine died'.
func (x *dealer) markBeside(t int, seen map[int]bool) {
	v := x.v
	o := v.child(t, "obj")
	if !v.r.lex.standing.has(v.lemma(t), "condemns") || o < 0 || !v.eventful(o) {
		return
	}
	for _, c := range append(v.children(t, "conj"), v.children(o, "acl:relcl")...) {
		for k := range v.s.Tokens {
			if v.s.Under(k, c) {
				seen[k] = true
			}
		}
	}
}

// markName marks the other mentions of the name at t: nobody deals with himself.
func (x *dealer) markName(t int, seen map[int]bool) {
	for u := range x.v.s.Tokens {
		if x.v.tag(t) == "PROPN" && x.v.tag(u) == "PROPN" && x.v.lemma(u) == x.v.lemma(t) {
			seen[u] = true
		}
	}
}

// sidePreps are the prepositions before the other side of a dealing, the likeliest first; wherePreps those that
// say where, which stands for the other side where nothing else does.
var (
	sidePreps  = []string{"with", "to", "against", "on", "upon", "from", "for", "between", "among", "by", "of", "over", "about", "toward", "towards"}
	wherePreps = append(sidePreps[:len(sidePreps):len(sidePreps)], "into", "in", "at", "inside", "near")
)

// below returns the first party in what t governs: its objects, then its phrases, then what is deeper.
func (x *dealer) below(t int, seen map[int]bool, preps []string, depth int) int {
	v := x.v
	if depth > 4 {
		return -1
	}
	if m := x.sense(t); m.at >= 0 && m.at != t && moved[m.kind] {
		seen[m.at] = true // the forces, goods or observers that are sent are no side
	}
	if o := v.object(t); v.tag(t) == "VERB" && o >= 0 && moved[x.sense(t).kind] && x.lex.nouns.has(v.lemma(o), "force", "aid", "peacekeeper", "watcher") {
		seen[o] = true
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
	for _, p := range preps {
		if p == "to" && x.lemma(t) == "complain" {
			continue // to whom is not of whom
		}
		for _, h := range v.prep(t, p) {
			if try(h) {
				return h
			}
		}
	}
	for _, k := range v.kids[t] {
		switch v.base(k) {
		case "xcomp", "ccomp", "acl", "advcl", "conj":
			if v.gives(k) {
				continue // 'urged caution, because the group has'
			}
			if v.base(k) != "conj" || v.tag(k) == v.tag(t) {
				try(k)
			}
		}
	}
	for _, h := range next {
		if h := x.below(h, seen, preps, depth+1); h >= 0 {
			return h
		}
	}
	return -1
}

// gives reports whether t is the verb of a clause that gives a ground or a time, or concedes something.
func (v *view) gives(t int) bool {
	m := v.child(t, "mark")
	return v.base(t) == "advcl" && m >= 0 && (v.lemma(m) == "because" || v.lemma(m) == "after" && v.finite(t) || v.r.lex.standing.has(v.lemma(m), "concession"))
}

// looseKinds are the dealings of a power with whomever: people, anybody named.
var looseKinds = map[dateline.Kind]bool{dateline.Accusation: true, dateline.Investigation: true, dateline.ReleasedKind: true,
	dateline.Aid: true, dateline.Access: true, dateline.Coercion: true, dateline.Concession: true}

// moved are the dealings whose object is a means and no side.
var moved = map[dateline.Kind]bool{dateline.Mobilisation: true, dateline.Withdrawal: true, dateline.Aid: true, dateline.Investigation: true, dateline.Access: true}

// party reports whether t names a side of a dealing: a state, a group, a body, their people, somebody named.
func (x *dealer) party(t int) bool {
	v, n := x.v, x.v.r.lex.nouns
	if v.is(t, dateline.SomeTime) || x.own(t) {
		return false
	}
	if v.is(t, dateline.Somebody) || x.organised(t) {
		return true
	}
	l := v.lemma(t)
	if x.loose && (v.tag(t) == "PROPN" || n.has(l, "people") && v.tag(t) == "NOUN") {
		return true
	}
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

// own reports whether the phrase of t belongs to somebody named before: 'its troops'.
func (x *dealer) own(t int) bool {
	p := x.v.child(t, "nmod:poss")
	return p >= 0 && x.v.tag(p) == "PRON" && !x.v.is(t, dateline.Somebody)
}

// namesParty reports whether a proper noun names a state, a body or a person, and no work, law or feast.
func (x *dealer) namesParty(t int) bool {
	e := x.v.tok(t).Entity
	if l := x.v.lemma(t); !strings.HasSuffix(e, "organisation") && (x.lex.nouns.has(l, "passage") || x.v.r.lex.nouns.has(l, "site")) {
		return false
	}
	l := x.v.lemma(t)
	return len(e) > 2 && e[2:] != "other" || x.v.is(t, dateline.Somewhere) || x.v.plural(t) || x.lex.nouns.has(l, "body") || x.v.r.lex.nouns.has(l, "state")
}

// public reports whether a dealing is one of public actors: somebody does it, and each side that must be told is a
// collective actor, or is named and deals with one.
func (x *dealer) public(d *deal) bool {
	v := x.v
	if o := v.object(d.at); d.kind == dateline.ReleasedKind && o >= 0 && (v.r.lex.speech.has(v.lemma(o), "carrier") || v.r.lex.nouns.has(v.lemma(o), "picture")) {
		return false // 'released a video of a captured pilot'
	} else if d.kind == dateline.ReleasedKind && o >= 0 && v.tag(o) == "NOUN" && !v.inClass(o, "HURTABLE") {
		return false // 'released the names of the wounded'
	}
	if d.who < 0 {
		return d.kind == dateline.Protest && d.whom >= 0 && x.collective(d.whom)
	}
	switch v.lemma(d.who) {
	case "i", "you", "we", "someone", "anyone", "everyone", "nobody":
		return false
	}
	strong := x.collective(d.who)
	whom := d.whom >= 0 && d.whom != d.who
	if twoSided[d.kind] || v.tag(d.at) == "NOUN" && d.kind != dateline.Protest {
		if !whom {
			return strong && (x.several(d.who) || x.condemned(d) >= 0 && v.r.lex.standing.has(v.lemma(d.at), "condemns"))
		}
		police := x.lex.nouns.has(v.lemma(d.who), "police")
		return strong && (!police || x.collective(d.whom)) || v.tag(d.who) == "PROPN" && x.collective(d.whom)
	}
	return strong || whom && x.collective(d.whom) && (v.tag(d.who) == "PROPN" || v.agentPronoun(d.who))
}

// several reports whether t names both sides at once: 'X and Y met', 'the two governments met'.
func (x *dealer) several(t int) bool {
	n := x.v.child(t, "nummod")
	return len(x.v.children(t, "conj")) > 0 || n >= 0 && x.v.lemma(n) == "two"
}

// twoSided are the dealings that tell nothing without their other side.
var twoSided = map[dateline.Kind]bool{dateline.Meeting: true, dateline.Support: true, dateline.Cooperation: true, dateline.Aid: true,
	dateline.Accusation: true, dateline.Investigation: true, dateline.RelationsCut: true, dateline.Sanction: true, dateline.Agreement: true, dateline.ReleasedKind: true}

// collective reports whether t is a collective actor, or somebody who is named with an office.
func (x *dealer) collective(t int) bool {
	v, n := x.v, x.v.r.lex.nouns
	if v.is(t, dateline.Somebody) || v.is(t, dateline.Somewhere) || x.organised(t) {
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
		return isUpper(v.tok(t).Form) && v.plural(t) || !n.has(l, "people") && x.ofState(t)
	case "PROPN":
		if e := v.tok(t).Entity; len(e) > 2 && (e[2:] == "organisation" || e[2:] == "location") || v.plural(t) {
			return true
		}
		return x.office(t)
	}
	return false
}

// organised reports whether t is of the name of an organisation: 'Doctors Without Borders'.
func (x *dealer) organised(t int) bool {
	return strings.HasSuffix(x.v.tok(t).Entity, "organisation") && x.v.base(t) != "compound"
}

// ofState reports whether noun t belongs to a collective actor: 'the country's top brass', 'Palestinian factions'.
func (x *dealer) ofState(t int) bool {
	v := x.v
	for _, c := range v.children(t, "nmod:poss", "amod") {
		if v.is(c, dateline.Somebody) || v.is(c, dateline.Somewhere) || v.tag(c) == "ADJ" && isUpper(v.tok(c).Form) && c > 0 || strings.HasSuffix(v.tok(c).Entity, "organisation") {
			return true
		}
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
	switch d.kind {
	case dateline.Sanction:
		who, whom = dateline.Authority, dateline.Group
	case dateline.ReleasedKind:
		who, whom = dateline.Perpetrator, dateline.Released
	}
	if d.who >= 0 {
		x.put(out, who, d.who, whom)
	}
	if d.whom >= 0 && d.whom != d.who {
		x.put(out, whom, d.whom, whom)
	}
	if e := x.condemned(d); e >= 0 {
		out.put(dateline.Incidental, e)
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
	d.add(role, x.named(h))
	if !reciprocal[d.kind] {
		later = role
	}
	for _, c := range v.children(h, "conj") {
		if x.party(c) {
			d.add(later, x.named(c))
		}
	}
}

// named is the phrase of h with the name that follows it ('the party's leader X') and of a person the office that
// does ('X, the relief coordinator,').
func (x *dealer) named(h int) dateline.Span {
	v := x.v
	sp := x.withName(v.alone(h))
	for _, c := range v.children(h, "appos", "flat") {
		if c > h && v.tag(c) == "PROPN" && v.tok(v.first[c]).Span.Start-sp.End <= 1 {
			return sp.Cover(v.alone(c))
		}
		if c > h && v.tag(c) == "NOUN" && v.tag(h) == "PROPN" && strings.HasSuffix(v.tok(h).Entity, "person") && !x.office(h) {
			return sp.Cover(v.alone(c))
		}
	}
	return sp
}

// withName is a phrase of common nouns with the name right before it, where the tree left that out: 'European Union
// foreign ministers'.
func (x *dealer) withName(sp dateline.Span) dateline.Span {
	for t := len(x.v.s.Tokens) - 1; t >= 0; t-- {
		k := x.v.tok(t)
		if k.Span.End+1 != sp.Start || k.Entity == "" || k.Tag != "PROPN" && k.Tag != "ADJ" || isUpper(sp.In(x.v.r.text)) && k.Entity[0] == 'B' {
			continue
		}
		sp.Start = k.Span.Start
	}
	return sp
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

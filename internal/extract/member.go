package extract

import (
	"dateline"
	"dateline/internal/parse"
	"slices"
)

// each gives the words for h and for everybody or everything that is listed with it, each alone: 'the
// mayor, his wife and two guards' are three.
func (d *draft) each(h int, do func(dateline.Span)) {
	v := d.v
	more := d.members(h)
	listed := d.roll(append([]int{h}, more...))
	if len(more) == 0 && len(listed) == 0 {
		do(v.wholeName(h, v.uncounted(h, d.words(h))))
		return
	}
	do(v.wholeName(h, v.uncounted(h, v.lone(h))))
	for _, c := range more {
		do(v.wholeName(c, v.uncounted(c, v.lone(c))))
	}
	for _, l := range listed {
		do(l)
	}
}

// members lists the heads that are coordinated with h and can be hurt or hit.
func (d *draft) members(h int) []int {
	v := d.v
	var out []int
	for _, c := range v.conjuncts(h) {
		n, l := v.r.lex.nouns, v.lemma(c)
		switch {
		case d.filled(c) || v.is(c, dateline.SomeTime) || v.deed(c):
		case n.has(l, "people", "site", "state", "armed") || v.tag(c) == "PROPN" || !v.r.personNamed(v, c).IsZero():
			out = append(out, c)
		default:
			return nil
		}
	}
	return out
}

// conjuncts lists what is coordinated with h, or with another word of the name that h is part of.
func (v *view) conjuncts(h int) []int {
	out := v.children(h, "conj")
	for t := h + 1; t < len(v.s.Tokens) && v.head(t) == h && v.base(t) == "flat"; t++ {
		out = append(out, v.children(t, "conj")...)
	}
	return out
}

// wholeName covers the whole of the person's name that h is part of, where the tree tore it apart.
func (v *view) wholeName(h int, sp dateline.Span) dateline.Span {
	if n := v.r.personNamed(v, h); !n.IsZero() && sp.Overlaps(n) {
		return sp.Cover(n)
	}
	for _, n := range v.r.namesOf(v.i) { // 'leader Ana Kovac', where 'leader' heads the phrase
		if n.Kind == parse.NamePerson && n.First == h+1 && v.tag(h) == "NOUN" && !v.is(h, dateline.SomeTime) {
			return sp.Cover(n.Span)
		}
	}
	return sp
}

// lone is the phrase of h without what is coordinated with it, and without where and when.
func (v *view) lone(h int) dateline.Span {
	return v.phraseWithout(h, func(c int) bool {
		return v.base(c) == "conj" || v.base(c) == "cc" || v.tok(c).Form == "," || v.sets(c) || v.base(c) == "flat" && v.child(c, "conj") >= 0
	})
}

// hears reports whether h is only who is told of the deed: 'told Reuters by telephone that his men had killed six'.
func (d *draft) hears(h int) bool {
	v, up := d.v, d.v.head(h)
	return up >= 0 && up != d.at && v.lemma(up) == "tell" && (v.base(h) == "obj" || v.base(h) == "iobj") && v.head(v.clauseVerb(d.at)) != h
}

// noDoer reports whether h cannot be who did it, and gives a weapon its own role: 'was blown up by a bomb'.
func (d *draft) noDoer(h int) bool {
	v := d.v
	switch n, l := v.r.lex.nouns, v.lemma(h); {
	case v.is(h, dateline.SomeTime) || d.hears(h) || v.base(h) == "nsubj" && v.asks(h, v.head(h)):
		return true
	case v.tag(h) == "NUM" && v.cased(h) == "by" && v.child(h, "nmod") < 0:
		return true // 'lowered the toll by 100'
	case v.tag(h) == "NOUN" && (n.has(l, "picture") || v.r.lex.speech.has(l, "carrier")):
		return true // 'the videos show a man beaten'
	case v.rel(h) == "nmod:poss" && (n.has(l, "region") || v.superlative(d.at) && !(v.held[h] != nil && v.held[h].Armed)):
		return true // 'in the country's deadliest attack'
	case v.is(h, dateline.Somewhere) && v.base(h) == "nsubj" && v.head(h) == d.at && v.base(d.at) == "csubj" && h == d.at-1:
		d.add(dateline.PlaceRole, v.held[h].Span)
		return true // a headline's 'Georgia shooting leaves two dead'
	case v.cased(h) == "among":
		return true // 'were among those killed'
	case v.is(h, dateline.Somebody) || n.has(l, "armed", "state", "people") && !v.pilotless(h):
		return false
	case v.r.lex.standing.has(l, "trial"):
		return true // 'awaits trial for bombing'
	case n.has(l, "weapon"):
		d.add(dateline.Weapon, d.words(h))
		return true
	}
	return v.tag(h) == "NOUN" && v.eventful(h)
}

// pilotless reports whether h is an aircraft that is a weapon, and nobody's: 'the drone', but not 'Ukrainian drones'.
func (v *view) pilotless(h int) bool {
	n, l := v.r.lex.nouns, v.lemma(h)
	return n.has(l, "aircraft") && n.has(l, "weapon") && v.child(h, "nmod:poss") < 0 && !slices.ContainsFunc(v.modifiers(h), func(c int) bool {
		return v.inClass(c, "NORP") || v.tag(c) == "PROPN" || n.has(v.lemma(c), "armed", "state")
	})
}

package extract

import "dateline"

// each gives the words for h and for everybody or everything that is coordinated with it, each alone:
// 'the mayor, his wife and two guards' are three. One that is no person, thing or name is left with the
// words before it.
func (d *draft) each(h int, do func(dateline.Span)) {
	v := d.v
	more := d.members(h)
	if len(more) == 0 {
		do(v.uncounted(h, d.words(h)))
		return
	}
	do(v.uncounted(h, v.lone(h)))
	for _, c := range more {
		do(v.uncounted(c, v.lone(c)))
	}
}

// members lists the heads that are coordinated with h and can be hurt or hit.
func (d *draft) members(h int) []int {
	v := d.v
	var out []int
	for _, c := range v.children(h, "conj") {
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

// lone is the phrase of h without what is coordinated with it, and without where and when.
func (v *view) lone(h int) dateline.Span {
	return v.phraseWithout(h, func(c int) bool {
		return v.base(c) == "conj" || v.base(c) == "cc" || v.tok(c).Form == "," || v.sets(c)
	})
}

// noDoer reports whether h cannot be who did it, and gives a weapon its own role: 'was blown up by a bomb'.
func (d *draft) noDoer(h int) bool {
	v := d.v
	switch n, l := v.r.lex.nouns, v.lemma(h); {
	case v.is(h, dateline.SomeTime):
		return true
	case v.is(h, dateline.Somebody) || n.has(l, "armed", "state", "people"):
		return false
	case n.has(l, "weapon"):
		d.add(dateline.Weapon, d.words(h))
		return true
	}
	return v.tag(h) == "NOUN" && v.eventful(h)
}

package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// solePlace gives the events of a sentence that have no place of their own the one that the sentence
// names: 'were killed by strikes that a coalition carried out in the outskirts of X'. Where somebody
// speaks from, where somebody comes from and what belongs to a name are no such place; where the
// sentence names several that are apart, none is lent.
func (r *reader) solePlace(v *view, ds []*draft) {
	chains := v.placesNamed()
	if len(chains) == 0 {
		return
	}
	for _, d := range ds {
		if !d.needsPlace() || v.patient(d) {
			continue
		}
		chain := v.solePlaceOf(d, chains)
		if len(chain) == 0 || v.treated(chain[0], d.kind.Family() == dateline.HumanCost) || v.parted(d.at, chain[0]) || v.endsOther(chain[0], d) || v.placeOfAnother(chain[0], d, ds) {
			continue
		}
		for _, t := range chain {
			for _, sp := range v.placePhrases(t) {
				d.infer(dateline.PlaceRole, sp, "the only place that the sentence names")
			}
		}
	}
}

// needsPlace reports whether a draft tells an event that took place somewhere, but does not say where.
func (d *draft) needsPlace() bool {
	switch d.kind.Family() {
	case dateline.Violence, dateline.HumanCost, dateline.CounterMeasures:
		return !d.has(dateline.PlaceRole) && d.kind != dateline.Sanction && d.kind != dateline.Designation
	}
	return false
}

// placesNamed lists the heads of the phrases of place, left to right, those that go on from each
// other ('near the mosque in the town of X in Y') as one chain.
func (v *view) placesNamed() [][]int {
	var out [][]int
	for t := range v.s.Tokens {
		if !v.placeHead(t) || v.is(t, dateline.SomeTime) || v.sideOnly(t) || v.spokenAt(t) || v.ofBody(t) {
			continue
		}
		if n := len(out); n > 0 && v.followsOn(out[n-1], t) {
			out[n-1] = append(out[n-1], t)
			continue
		}
		out = append(out, []int{t})
	}
	return out
}

// sideOnly reports whether the phrase of t is no more than a side: 'the West'.
func (v *view) sideOnly(t int) bool {
	first := v.first[t]
	if v.lemma(first) == "the" {
		first++
	}
	return directions[v.lemma(t)] && first == v.last[t]
}

// ofBody reports whether t is of a name that is somebody's, a body's or a law's, and of no place that is listed: 'yelled at Brandt',
// 'a story in the Harbour News'. At a body that has a building things take place.
func (v *view) ofBody(t int) bool {
	if v.is(t, dateline.Somewhere) || v.r.lex.nouns.has(v.lemma(t), "region", "site") {
		return false
	}
	k := v.nameKind(t)
	return k == parse.NameOther || k == parse.NameOrganisation || v.cased(t) != "in" && v.somebodys(t)
}

// spokenAt reports whether the phrase of t says where somebody spoke, or where who speaks belongs: 'a
// nurse at the clinic put the toll at 19'.
func (v *view) spokenAt(t int) bool {
	if h := v.head(t); h >= 0 && v.base(t) == "nmod" && v.rel(h) == "nsubj" && !v.r.lex.nouns.has(v.lemma(h), "armed") &&
		v.r.lex.nouns.has(v.lemma(h), "people", "voice") {
		return true
	}
	up := v.clauseVerb(v.up(t))
	return v.r.lex.speech.has(v.lemma(up), "say")
}

// followsOn reports whether place t only goes on from the chain: 'in X in Y', 'near X, Y'.
func (v *view) followsOn(chain []int, t int) bool {
	a := chain[len(chain)-1]
	if v.within(t, a) {
		return true
	}
	for k := v.last[a] + 1; k < v.first[t]; k++ {
		if v.tag(k) != "PUNCT" && v.tag(k) != "ADP" {
			return false
		}
	}
	return true
}

// solePlaceOf returns the one place that d can have, as a chain: the only one of the sentence, or the
// only one of those that stand under its verb. Nil if there is no such.
func (v *view) solePlaceOf(d *draft, chains [][]int) []int {
	if len(chains) == 1 {
		return chains[0]
	}
	var sole []int
	anchor := v.anchorToken(d)
	for _, c := range chains {
		if !v.s.Under(c[0], anchor) {
			continue
		}
		if sole != nil {
			return nil
		}
		sole = c
	}
	return sole
}

// placeOfAnother reports whether place t is that of another event which is told apart from d: the
// place of a deed of the past is not that of today's.
func (v *view) placeOfAnother(t int, d *draft, ds []*draft) bool {
	sp := v.placePhrase(t)
	for _, e := range ds {
		if e == d || e.past == d.past && e.reality == d.reality {
			continue
		}
		if p := e.part(dateline.PlaceRole); p != nil && p.Span.Overlaps(sp) {
			return true
		}
	}
	return false
}

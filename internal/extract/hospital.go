package extract

import "dateline"

// hospital reports whether the phrase of h names where the hurt are treated.
func (v *view) hospital(h int) bool {
	for t := v.first[h]; t <= v.last[h]; t++ {
		if v.r.lex.nouns.has(lowered(v.tok(t).Form), "hospital") || v.r.lex.nouns.has(v.lemma(t), "hospital") {
			return true
		}
	}
	return false
}

// treated reports whether the place of t is where somebody was treated or taken: it is a hospital's, or a hospital
// stands in it and a verb of care has it ('taken to the medical centre in X').
func (v *view) treated(t int, hurt bool) bool {
	for k := 0; k < 4 && t >= 0; k++ {
		if v.hospital(t) {
			return hurt || v.r.lex.acts.has(v.lemma(v.clauseVerb(v.up(t))), "cares")
		}
		if v.base(t) == "obl" && (v.broughtTo(v.head(t)) || v.r.lex.acts.has(v.lemma(v.head(t)), "flown")) {
			return true
		}
		if b := v.base(t); b != "nmod" && b != "conj" && b != "appos" && b != "compound" && b != "flat" {
			return false
		}
		t = v.head(t)
	}
	return false
}

// patient reports whether a draft is told by the care for those who were hurt: 'they are in X, where the boy underwent surgery'.
func (v *view) patient(d *draft) bool {
	return d.kind.Family() == dateline.HumanCost && v.r.lex.acts.has(v.lemma(v.clauseVerb(d.at)), "flown", "recovers")
}

// broughtTo reports whether t is a verb of care with a hospital: 'was flown to the hospital in X', of which the tree
// hangs X on the verb.
func (v *view) broughtTo(t int) bool {
	if t < 0 || !v.r.lex.acts.has(v.lemma(t), "cares") {
		return false
	}
	for _, c := range v.children(t, "obl", "obj") {
		if v.hospital(c) {
			return true
		}
	}
	return false
}

// yearsOld reports whether h is a person told by his age alone: 'a 13-year-old'.
func (v *view) yearsOld(h int) bool {
	if v.lemma(h) != "old" || h < 2 || v.base(h) == "amod" || v.lemma(h-2) != "year" && v.lemma(h-2) != "month" {
		return false
	}
	return v.tok(h-1).Form == "-"
}

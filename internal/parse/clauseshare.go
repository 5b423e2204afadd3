package parse

// sharedSubject finds the subject of a clause that has none of its own: the one that it shares with
// the clause before it, that controls it, or that it is said of. It returns -1 where there is none.
func (r *clauseReader) sharedSubject(i int32) (subject int32, why string) {
	h := int32(r.tokens[i].Head)
	if h < 0 || r.child(i, arcExpletive) >= 0 {
		return -1, ""
	}
	switch r.arcs[i] {
	case arcConjunct:
		return r.subject[h], "subject shared with the clause before"
	case arcOpen:
		return r.controller(i, h), "subject of the verb above"
	case arcComplement:
		if i < h {
			return r.toldBefore(i, h), "subject shared with the clause before"
		}
		if !r.finite(i) && r.tokens[h].Tag == "VERB" {
			return r.subject[h], "subject of the verb above"
		}
	case arcAdverbial:
		if !r.finite(i) {
			return r.adverbialSubject(i, h), "subject of the main clause"
		}
	case arcRelative:
		if !r.hasRelative(i) {
			return h, "the noun that the clause describes"
		}
	case arcAttribute:
		return r.attributeSubject(i, h)
	case arcAdjective:
		return h, "the noun that the word describes"
	}
	return -1, ""
}

// toldBefore finds the subject of the last clause before i that the verb h behind both tells: 'A mob broke in, snatched a man,
// police said'.
func (r *clauseReader) toldBefore(i, h int32) int32 {
	subject := int32(-1)
	for d := r.first[h]; d >= 0 && d < i; d = r.next[d] {
		if r.arcs[d] == arcComplement && r.subject[d] >= 0 {
			subject = r.subject[d]
		}
	}
	return subject
}

// finite reports whether verb i has a tense of its own and so would have a subject of its own. The
// past tense is left out: taggers take participles for it.
func (r *clauseReader) finite(i int32) bool {
	switch r.tokens[i].Fine {
	case "VBZ", "VBP":
		return true
	case "VBD":
		return r.passive[i]
	case "VB":
		return !r.toInfinitive(i)
	case "VBN", "VBG":
		return r.finiteAuxiliary(i)
	}
	return r.finiteAuxiliary(i)
}

// finiteAuxiliary reports whether an auxiliary of i carries a tense.
func (r *clauseReader) finiteAuxiliary(i int32) bool {
	for d := r.first[i]; d >= 0; d = r.next[d] {
		if a := r.arcs[d]; a == arcAuxiliary || a == arcPassiveAuxiliary || a == arcCopula {
			switch r.tokens[d].Fine {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return false
}

// toInfinitive reports whether 'to' stands with verb i.
func (r *clauseReader) toInfinitive(i int32) bool {
	for d := r.first[i]; d >= 0; d = r.next[d] {
		if r.arcs[d] == arcMark && r.tokens[d].Fine == "TO" {
			return true
		}
	}
	return false
}

// controller finds the subject of an open complement: the object of the verb above ('forced them to
// leave'), or its subject ('tried to leave', 'promised them to leave', 'were forced to leave').
func (r *clauseReader) controller(i, h int32) int32 {
	if r.tokens[h].Tag == "VERB" && !verbClasses.At(r.tokens[h].Lemma).has(subjectControl) {
		if o := r.object[h]; o >= 0 && o != i {
			return o
		}
		if o := r.child(h, arcIndirect); o >= 0 {
			return r.named(o)
		}
	}
	return r.subject[h]
}

// adverbialSubject finds the subject of a participle or infinitive that hangs on a clause: the object
// behind 'accused them of', else the subject. What serves a passive's purpose is its agent's.
func (r *clauseReader) adverbialSubject(i, h int32) int32 {
	if m := r.child(i, arcMark); m >= 0 {
		switch loan := r.loanOf(h, -1, r.tokens[m].Lemma); {
		case loan.kind == loanObject || loan.kind == loanBlame:
			return r.sufferer(h)
		case r.passive[h] && r.tokens[m].Fine == "TO":
			return r.child(h, arcAgent)
		}
	}
	return r.subject[h]
}

// sufferer is the surface object of an active verb, and the subject of a passive one.
func (r *clauseReader) sufferer(h int32) int32 {
	if r.passive[h] {
		return r.subject[h]
	}
	return r.object[h]
}

// attributeSubject finds the subject of a participle or infinitive that hangs on a noun: the noun
// itself for participles ('men wearing uniforms'), whoever has the plan for 'a plan to attack'.
func (r *clauseReader) attributeSubject(i, h int32) (int32, string) {
	marked := r.child(i, arcMark) >= 0
	switch {
	case !marked && r.tokens[i].Fine != "VB":
		return h, "the noun that the clause describes"
	case r.subject[h] >= 0:
		return r.subject[h], "who has or does what the noun says"
	case r.toInfinitive(i) && r.singledOut(h):
		return h, "the noun that the clause describes"
	}
	return -1, ""
}

// singledOut reports whether a noun is the first, last, only or next one.
func (r *clauseReader) singledOut(h int32) bool {
	for d := r.first[h]; d >= 0; d = r.next[d] {
		switch r.tokens[d].Lemma {
		case "first", "last", "only", "next", "second", "third", "late":
			return r.arcs[d] == arcAdjective
		}
	}
	return false
}

// passiveParticiple reports whether a verb without 'be' is passive: a past participle that is said of
// a noun ('soldiers killed in', 'the wounded men', 'had him killed'), that has an agent, or that goes on
// with a passive.
func (r *clauseReader) passiveParticiple(i int32, arcs verbArcs, class verbClass) bool {
	t := &r.tokens[i]
	if t.Fine != "VBN" && t.Fine != "VBD" || r.child(i, arcAuxiliary) >= 0 || class.has(intransitive) {
		return false
	}
	if arcs.agent >= 0 && r.ownSubject(i) < 0 {
		return true
	}
	switch r.arcs[i] {
	case arcConjunct:
		return t.Head >= 0 && r.passive[t.Head] && arcs.object < 0 && r.ownSubject(i) < 0
	case arcAttribute, arcAdverbial, arcOpen:
		return (arcs.object < 0 || t.Fine == "VBN") && r.ownSubject(i) < 0
	case arcAdjective:
		return true
	}
	return false
}

func (r *clauseReader) ownSubject(i int32) int32 { return r.child(i, arcSubject) }

// sharedObject finds the object of the second of two verbs that have one together: 'attacked and
// burned the village'. It returns -1 where there is none.
func (r *clauseReader) sharedObject(i int32, class verbClass) int32 {
	h := r.tokens[i].Head
	if r.arcs[i] != arcConjunct || h < 0 || r.passive[h] || r.passive[i] || class.has(intransitive) {
		return -1
	}
	if o := r.child(int32(h), arcObject); o > i && r.child(i, arcComplement) < 0 && r.child(i, arcOpen) < 0 {
		return r.named(o)
	}
	return -1
}

// hasRelative reports whether a relative pronoun or adverb stands in the clause of verb i.
func (r *clauseReader) hasRelative(i int32) bool {
	for d := r.first[i]; d >= 0; d = r.next[d] {
		if t := &r.tokens[d]; relativePronoun(t) || t.Fine == "WRB" {
			return true
		}
		for e := r.first[d]; e >= 0; e = r.next[e] {
			if t := &r.tokens[e]; relativePronoun(t) || t.Fine == "WRB" {
				return true
			}
		}
	}
	return false
}

// fillGap gives the noun above a relative clause without a pronoun the role that the clause leaves
// open: 'the man police killed', 'the man they tried to kill', 'the man police say killed them'.
func (r *clauseReader) fillGap(i int32, class verbClass) {
	noun := int32(r.tokens[i].Head)
	if noun < 0 || r.subject[i] == noun || r.hasRelative(i) {
		return
	}
	for range deepestGap {
		next := r.child(i, arcOpen)
		if next < 0 || class.has(objectControl) || r.tokens[next].Tag != "VERB" {
			break
		}
		i, class = next, verbClasses.At(r.tokens[next].Lemma)
	}
	if said := r.child(i, arcComplement); said >= 0 {
		if r.child(said, arcSubject) < 0 && r.child(said, arcPassiveSubject) < 0 {
			r.subject[said] = noun
			return
		}
		i, class = said, verbClasses.At(r.tokens[said].Lemma)
	}
	if r.tokens[i].Tag == "VERB" && r.child(i, arcObject) < 0 && !r.strands(i) && !class.has(intransitive) && !timeNouns.At(r.tokens[noun].Lemma) {
		r.object[i] = noun
	}
}

// strands reports whether a preposition without a noun stands with verb i: 'the house they lived in'.
func (r *clauseReader) strands(i int32) bool {
	for d := r.first[i]; d >= 0; d = r.next[d] {
		if r.tokens[d].Tag == "ADP" && r.arcs[d] != arcParticle {
			return true
		}
	}
	return false
}

package parse

// arcKind is a relation of Universal Dependencies as far as clauses care; those that have no part in
// them are arcOther.
type arcKind uint8

const (
	arcOther arcKind = iota
	arcRoot
	arcSubject // nsubj, nsubj:outer
	arcPassiveSubject
	arcClauseSubject // csubj and its subtypes
	arcObject
	arcIndirect
	arcAgent
	arcOblique
	arcBareOblique // obl:unmarked, obl:tmod
	arcNominal     // nmod
	arcPossessor
	arcComplement // ccomp
	arcOpen       // xcomp
	arcAdverbial  // advcl
	arcRelative   // acl:relcl
	arcAttribute  // acl
	arcAdjective  // amod
	arcConjunct
	arcAuxiliary
	arcPassiveAuxiliary
	arcCopula
	arcMark
	arcCase
	arcAdverb
	arcDeterminer
	arcCompound
	arcParticle
	arcExpletive
	arcBeside // appos, parataxis, list, vocative, discourse, dislocated, orphan: no part of the phrase
	arcJoint  // cc, punct
	arcPart   // flat, fixed, goeswith: the rest of one word or name
)

// arcOf reads a relation.
func arcOf(rel string) arcKind {
	switch rel {
	case "root":
		return arcRoot
	case "nsubj", "nsubj:outer":
		return arcSubject
	case "nsubj:pass":
		return arcPassiveSubject
	case "csubj", "csubj:pass", "csubj:outer":
		return arcClauseSubject
	case "obj":
		return arcObject
	case "iobj":
		return arcIndirect
	case "obl:agent":
		return arcAgent
	case "obl", "obl:arg", "obl:lmod":
		return arcOblique
	case "obl:unmarked", "obl:tmod", "obl:npmod", "nmod:unmarked", "nmod:tmod":
		return arcBareOblique
	case "nmod", "nmod:desc", "nmod:npmod":
		return arcNominal
	case "nmod:poss":
		return arcPossessor
	case "ccomp":
		return arcComplement
	case "xcomp":
		return arcOpen
	case "advcl", "advcl:relcl":
		return arcAdverbial
	case "acl:relcl":
		return arcRelative
	case "acl":
		return arcAttribute
	case "amod":
		return arcAdjective
	case "conj":
		return arcConjunct
	case "aux":
		return arcAuxiliary
	case "aux:pass":
		return arcPassiveAuxiliary
	}
	return smallArcOf(rel)
}

// smallArcOf reads the relations of function words and of what stands beside a phrase.
func smallArcOf(rel string) arcKind {
	switch rel {
	case "cop":
		return arcCopula
	case "mark":
		return arcMark
	case "case":
		return arcCase
	case "advmod":
		return arcAdverb
	case "det", "det:predet":
		return arcDeterminer
	case "compound":
		return arcCompound
	case "compound:prt":
		return arcParticle
	case "expl":
		return arcExpletive
	case "appos", "parataxis", "list", "vocative", "discourse", "dislocated", "orphan", "reparandum":
		return arcBeside
	case "cc", "cc:preconj", "punct":
		return arcJoint
	case "flat", "fixed", "goeswith":
		return arcPart
	}
	return arcOther
}

// grow makes room for the tokens of a sentence and reads their tree.
func (r *clauseReader) grow(tokens []Token) {
	n := len(tokens)
	r.tokens = tokens
	if cap(r.first) < n {
		r.first, r.next, r.order = make([]int32, n), make([]int32, n), make([]int32, n)
		r.start, r.end, r.at = make([]int32, n), make([]int32, n), make([]int32, n)
		r.subject, r.object, r.above = make([]int32, n), make([]int32, n), make([]int32, n)
		r.lentWho, r.lentWhom, r.lead = make([]int32, n), make([]int32, n), make([]int32, n)
		r.arcs, r.passive = make([]arcKind, n), make([]bool, n)
	}
	r.first, r.next, r.order = r.first[:n], r.next[:n], r.order[:0]
	r.start, r.end, r.at, r.above = r.start[:n], r.end[:n], r.at[:n], r.above[:n]
	r.lentWho, r.lentWhom, r.lead = r.lentWho[:n], r.lentWhom[:n], r.lead[:n]
	r.subject, r.object, r.arcs, r.passive = r.subject[:n], r.object[:n], r.arcs[:n], r.passive[:n]
	r.out = r.out[:0]
	r.hangDependents()
	r.orderHeadsFirst()
	r.measurePhrases()
}

// hangDependents lists the dependents of each token in the order of the text.
func (r *clauseReader) hangDependents() {
	for i := range r.tokens {
		r.first[i], r.at[i], r.subject[i], r.object[i] = -1, -1, -1, -1
		r.lentWho[i], r.lentWhom[i] = -1, -1
		r.start[i], r.end[i], r.lead[i], r.passive[i] = int32(i), int32(i)+1, int32(i), false
		r.arcs[i] = arcOf(r.tokens[i].Rel)
	}
	for i := len(r.tokens) - 1; i >= 0; i-- {
		if h := r.tokens[i].Head; h >= 0 {
			r.next[i], r.first[h] = r.first[h], int32(i)
		}
	}
}

func (r *clauseReader) orderHeadsFirst() {
	for i := range r.tokens {
		if r.tokens[i].Head < 0 {
			r.order = append(r.order, int32(i))
		}
	}
	for k := 0; k < len(r.order); k++ {
		for d := r.first[r.order[k]]; d >= 0; d = r.next[d] {
			r.order = append(r.order, d)
		}
	}
}

// measurePhrases finds where the phrase under each token begins and ends, from the leaves up.
func (r *clauseReader) measurePhrases() {
	for k := len(r.order) - 1; k >= 0; k-- {
		i := r.order[k]
		r.lead[i] = min(r.lead[i], r.start[i])
		switch h := r.tokens[i].Head; {
		case h < 0:
		case r.arcs[i] == arcCase:
			r.lead[h] = min(r.lead[h], r.lead[i])
		case ofPhrase(r.arcs[i]):
			r.start[h], r.end[h] = min(r.start[h], r.lead[i]), max(r.end[h], r.end[i])
		}
	}
}

// ofPhrase reports whether a dependent belongs to the phrase of its head.
func ofPhrase(a arcKind) bool {
	switch a {
	case arcCase, arcMark, arcJoint, arcBeside, arcRelative, arcAttribute, arcAdverbial, arcComplement, arcOpen,
		arcSubject, arcPassiveSubject, arcClauseSubject, arcCopula, arcAuxiliary, arcPassiveAuxiliary, arcExpletive, arcRoot:
		return false
	}
	return true
}

// phrase returns the phrase that a token heads; nobody for -1.
func (r *clauseReader) phrase(i int32) Phrase {
	if i < 0 {
		return Phrase{}
	}
	return Phrase{Head: int(i), First: int(r.start[i]), End: int(r.end[i])}
}

// child returns the first dependent of i in a relation, -1 for none.
func (r *clauseReader) child(i int32, a arcKind) int32 {
	for d := r.first[i]; d >= 0; d = r.next[d] {
		if r.arcs[d] == a {
			return d
		}
	}
	return -1
}

// caseOf returns the lemma of the preposition of a phrase, "" for none.
func (r *clauseReader) caseOf(i int32) string {
	if c := r.child(i, arcCase); c >= 0 {
		return r.tokens[c].Lemma
	}
	return ""
}

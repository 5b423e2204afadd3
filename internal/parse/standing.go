package parse

// readStanding fills what the words say about whether and when a clause holds. The clauses above it
// have theirs already.
func (r *clauseReader) readStanding(c *Clause) {
	i := int32(c.Head)
	var above *Clause
	if c.Parent >= 0 {
		above = &r.out[c.Parent]
	}
	if c.Form == NominalClause {
		r.nounStanding(i, c)
	} else {
		r.verbStanding(i, c)
	}
	c.Condition = c.Condition || conditional(c.Marker)
	if above != nil {
		r.standAs(above, c)
		r.underVerb(above, c)
	}
	c.Background = c.Background || r.liesBack(i, c)
}

// verbStanding reads the auxiliaries and adverbs of a verb or of what follows 'is'.
func (r *clauseReader) verbStanding(i int32, c *Clause) {
	v := verbGroup{main: r.tokens[i].Fine}
	if c.Form == CopularClause {
		v.main = ""
	}
	for d := r.first[i]; d >= 0; d = r.next[d] {
		t := &r.tokens[d]
		switch r.arcs[d] {
		case arcAuxiliary, arcPassiveAuxiliary, arcCopula:
			v.add(t)
			if m := modalWords[t.Lemma]; m != ModalNone && t.Fine == "MD" {
				c.Modality = m
			}
		case arcAdverb:
			c.Negated = c.Negated != negative(t)
			if m := modalWords[t.Lemma]; m != ModalNone && c.Modality == ModalNone {
				c.Modality = m
			}
		case arcSubject, arcPassiveSubject, arcObject, arcIndirect, arcAgent:
			c.Negated = c.Negated || r.nobody(d)
		case arcMark:
			c.Condition = c.Condition || r.caseOfCondition(d)
		case arcDeterminer:
			c.Negated = c.Negated || negative(t)
		}
	}
	c.Negated = c.Negated != (c.Marker == "without")
	c.Tense = v.tense(c.Form == PassiveClause)
}

// negative reports whether a word denies.
func negative(t *Token) bool {
	switch t.Lemma {
	case "not", "n't", "never", "no", "neither", "nor", "nowhere":
		return t.Tag != "INTJ"
	}
	return false
}

// nobody reports whether a phrase is of nobody: 'no soldiers', 'none of them', 'nothing'.
func (r *clauseReader) nobody(i int32) bool {
	switch r.tokens[i].Lemma {
	case "nobody", "none", "nothing", "neither", "no-one", "noone":
		return true
	}
	d := r.child(i, arcDeterminer)
	return d >= 0 && negative(&r.tokens[d])
}

// conditional reports whether a conjunction leaves open whether its clause holds.
func conditional(marker string) bool {
	switch marker {
	case "if", "unless", "whether", "lest", "provided", "providing", "assuming", "supposing":
		return true
	}
	return false
}

// caseOfCondition reports whether the mark d begins 'in case' or 'as if' or 'even if'.
func (r *clauseReader) caseOfCondition(d int32) bool {
	if conditional(r.tokens[d].Lemma) {
		return true
	}
	for e := r.first[d]; e >= 0; e = r.next[e] {
		if r.arcs[e] == arcPart && (r.tokens[e].Lemma == "case" || r.tokens[e].Lemma == "if") {
			return true
		}
	}
	return false
}

// nounStanding reads the words before an event noun: 'no attack', 'the alleged attack', 'without an
// attack'. An event noun has the tense of the verb that it goes with.
func (r *clauseReader) nounStanding(i int32, c *Clause) {
	for k, top := range [2]int32{i, r.holder(i)} {
		if k == 1 && top == i {
			break
		}
		for d := r.first[top]; d >= 0; d = r.next[d] {
			t := &r.tokens[d]
			switch r.arcs[d] {
			case arcDeterminer, arcAdverb:
				c.Negated = c.Negated || negative(t)
			case arcAdjective:
				if m := modalWords[t.Lemma]; m != ModalNone && c.Modality == ModalNone {
					c.Modality = m
				}
			case arcCase:
				c.Negated = c.Negated || t.Lemma == "without"
			}
		}
	}
}

// standAs gives a clause what it shares with the one that it hangs on: an event noun everything with
// its light verb, a verb without auxiliaries with the verb before it, and all that hangs on an if-clause
// the condition.
func (r *clauseReader) standAs(above, c *Clause) {
	switch c.Link {
	case "relcl", "parataxis", "appos":
		return
	}
	c.Condition = c.Condition || above.Condition
	switch {
	case c.Link == LinkLent && above.Negated:
		c.Who = Phrase{}
		return
	case c.Link == LinkLight:
		c.Negated = c.Negated != above.Negated
		c.Tense = above.Tense
	case c.Link == "conj" && c.Tense == TenseNone && above.Form != NominalClause && r.child(int32(c.Head), arcSubject) < 0:
		c.Negated, c.Tense = c.Negated || above.Negated, above.Tense
	default:
		return
	}
	if c.Modality == ModalNone {
		c.Modality = above.Modality
	}
}

// underVerb reads what a verb or adjective says of the infinitive or participle behind it: 'failed to
// kill', 'is said to have killed', 'has to leave', 'is likely to attack', 'accused of killing'.
func (r *clauseReader) underVerb(above, c *Clause) {
	class := verbClasses.At(above.Lemma)
	m := ModalNone
	switch {
	case c.Link == "advcl" && c.Marker != "" && class.has(allegeVerb):
		m = ModalAllegedly
	case c.Link != "xcomp":
		return
	case above.Form == CopularClause:
		m = modalWords[above.Lemma]
		c.Negated = c.Negated || above.Lemma == "unlikely" || above.Lemma == "unable" || above.Negated
	case class.has(negativeVerb):
		c.Negated = c.Negated || !above.Negated
	case class.has(seemVerb):
		m = ModalApparently
	case above.Form == PassiveClause && class.has(allegeVerb):
		m = ModalAllegedly
	case above.Form == PassiveClause && class.has(reportVerb):
		m = ModalReportedly
	case above.Lemma == "have" && c.Marker == "to":
		m = ModalMust
	case above.Lemma == "go" && c.Marker == "to" && r.tokens[above.Head].Fine == "VBG":
		m, c.Tense = ModalWill, TenseFuture
	}
	if c.Modality == ModalNone {
		c.Modality = m
	}
}

// verbGroup collects the auxiliaries of a verb in their order.
type verbGroup struct {
	main  string // Penn tag of the verb itself, "" for what follows 'is'
	lead  string // Penn tag of the first auxiliary, "" for none
	modal string // lemma of the modal
	have  bool
	begun string // Penn tag of have
}

func (v *verbGroup) add(t *Token) {
	if v.lead == "" {
		v.lead = t.Fine
	}
	switch {
	case t.Fine == "MD":
		v.modal = t.Lemma
	case t.Lemma == "have":
		v.have, v.begun = true, t.Fine
	}
}

// tense of the group: 'has killed' is present perfect, 'may have killed' and 'to have killed' past.
func (v *verbGroup) tense(passive bool) Tense {
	switch {
	case v.modal == "will" || v.modal == "shall" || v.modal == "'ll" || v.modal == "wo":
		return TenseFuture
	case v.modal != "" && v.have:
		return TensePast
	case v.modal == "would":
		return TenseNone
	case v.modal != "":
		return TensePresent
	case v.have && v.begun == "VBD":
		return TensePastPerfect
	case v.have && (v.begun == "VBZ" || v.begun == "VBP"):
		return TensePresentPerfect
	case v.have:
		return TensePast
	case v.lead != "":
		return simpleTense(v.lead)
	case passive:
		return TenseNone
	}
	return simpleTense(v.main)
}

func simpleTense(fine string) Tense {
	switch fine {
	case "VBD":
		return TensePast
	case "VBZ", "VBP":
		return TensePresent
	}
	return TenseNone
}

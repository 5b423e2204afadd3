package parse

// findHeads makes an empty clause of each token that predicates. A token has two of them where an
// event noun follows 'is': what somebody is, and the event.
func (r *clauseReader) findHeads(sentence int) {
	for i := range r.tokens {
		form := r.formOf(int32(i))
		if form != "" {
			r.add(sentence, i, form, r.tokens[i].Lemma)
		}
		if n, ok := r.eventNoun(int32(i)); ok {
			r.add(sentence, i, NominalClause, n.verb)
		}
	}
}

func (r *clauseReader) add(sentence, head int, form ClauseForm, lemma string) {
	if r.at[head] < 0 {
		r.at[head] = int32(len(r.out))
	}
	r.out = append(r.out, Clause{Sentence: sentence, Head: head, Form: form, Lemma: lemma, Parent: -1})
}

// formOf returns the form of the clause that token i heads as a verb or behind 'is', "" for none.
func (r *clauseReader) formOf(i int32) ClauseForm {
	t, a := &r.tokens[i], r.arcs[i]
	switch a {
	case arcCase, arcMark, arcPart, arcAuxiliary, arcPassiveAuxiliary, arcCopula, arcCompound, arcDeterminer, arcJoint, arcParticle:
		return ""
	}
	switch {
	case t.Tag == "VERB" && t.Fine != "NNP" && t.Fine != "NNPS":
		return ActiveClause
	case r.child(i, arcCopula) >= 0:
		return CopularClause
	case a == arcOpen && t.Tag != "ADV", t.Tag == "ADJ" && (a == arcAttribute || a == arcAdjective && int(i) > t.Head):
		return CopularClause
	case a == arcConjunct && r.at[t.Head] >= 0 && r.out[r.at[t.Head]].Form == CopularClause && t.Tag != "ADV":
		return CopularClause
	}
	return ""
}

// readRoles fills a clause whose head's clauses above are filled.
func (r *clauseReader) readRoles(c *Clause) {
	i := int32(c.Head)
	c.Parent = int(r.above[i])
	switch {
	case c.Form == NominalClause && r.out[r.at[i]].Form != NominalClause:
		c.Parent = int(r.at[i])
		if c.Link == "" {
			c.Link = LinkLight
		}
	case c.Parent >= 0 && c.Link != LinkLight && c.Link != LinkLent:
		c.Link = baseRelation(r.tokens[i].Rel)
	}
	if m := r.child(i, arcMark); m >= 0 {
		c.Marker = r.tokens[m].Lemma
	}
	switch c.Form {
	case NominalClause:
		r.readEvent(i, c)
	case CopularClause:
		r.readCopular(i, c)
	default:
		r.readVerb(i, c)
	}
}

// baseRelation is a relation without its subtype, but acl:relcl, which is relcl.
func baseRelation(rel string) string {
	switch rel {
	case "acl:relcl", "advcl:relcl":
		return "relcl"
	}
	for i := range len(rel) {
		if rel[i] == ':' {
			return rel[:i]
		}
	}
	return rel
}

// verbArcs are the dependents of a verb that fill roles, -1 for none.
type verbArcs struct{ subject, object, indirect, agent, recipient int32 }

// readVerb reads a verb with what hangs on it.
func (r *clauseReader) readVerb(i int32, c *Clause) {
	arcs := r.verbArcs(i, c)
	class := verbClasses.At(r.tokens[i].Lemma)
	if arcs.subject < 0 {
		arcs.subject, c.Why = r.sharedSubject(i)
	}
	r.passive[i] = r.passive[i] || r.passiveParticiple(i, arcs, class)
	if arcs.object < 0 {
		arcs.object = r.sharedObject(i, class)
	}
	r.subject[i], r.object[i] = arcs.subject, arcs.object
	if r.arcs[i] == arcRelative {
		r.fillGap(i, class)
		arcs.object = r.object[i]
	}
	r.giveRoles(c, arcs, class)
	r.lend(i, c)
}

// outerSubject is what 'is' says a whole clause of: 'the aim is to kill'.
const outerSubject = "nsubj:outer"

// verbArcs collects the dependents of verb i, and its obliques in c.
func (r *clauseReader) verbArcs(i int32, c *Clause) verbArcs {
	arcs := verbArcs{r.subject[i], r.object[i], -1, -1, -1}
	from := len(r.obliques)
	for d := r.first[i]; d >= 0; d = r.next[d] {
		switch r.arcs[d] {
		case arcSubject:
			if r.tokens[d].Rel != outerSubject {
				arcs.subject = r.named(d)
			}
		case arcPassiveSubject:
			arcs.subject, r.passive[i] = r.named(d), true
		case arcClauseSubject:
			arcs.subject = d
		case arcPassiveAuxiliary:
			r.passive[i] = true
		case arcObject:
			if arcs.object < 0 {
				arcs.object = r.named(d)
			}
		case arcIndirect:
			arcs.indirect = r.named(d)
		case arcAgent:
			arcs.agent = r.named(d)
		case arcOblique, arcBareOblique, arcNominal:
			r.addOblique(d)
			if r.obliques[len(r.obliques)-1].Case == "to" {
				arcs.recipient = r.named(d)
			}
		}
	}
	c.Obliques = r.obliques[from:len(r.obliques):len(r.obliques)]
	return arcs
}

func (r *clauseReader) addOblique(d int32) {
	r.obliques = append(r.obliques, Oblique{r.caseOf(d), r.phrase(r.named(d))})
}

// named returns the noun that a relative pronoun stands for, and any other token as it is.
func (r *clauseReader) named(d int32) int32 {
	if !relativePronoun(&r.tokens[d]) {
		return d
	}
	for k, up := 0, d; k < deepestGap && up >= 0; k, up = k+1, int32(r.tokens[up].Head) {
		if h := r.tokens[up].Head; r.arcs[up] == arcRelative && h >= 0 && r.tokens[h].Tag != "VERB" && r.tokens[h].Tag != "AUX" {
			return int32(h)
		}
	}
	return d
}

// deepestGap is how far below a relative clause its pronoun or gap is looked for.
const deepestGap = 6

func relativePronoun(t *Token) bool {
	switch t.Fine {
	case "WDT", "WP", "WP$":
		return true
	}
	return t.Lemma == "that" && t.Tag == "PRON"
}

// giveRoles turns what is worded into who does what to whom.
func (r *clauseReader) giveRoles(c *Clause, arcs verbArcs, class verbClass) {
	if !r.passive[c.Head] {
		c.Who, c.Whom, c.To = r.phrase(arcs.subject), r.phrase(arcs.object), r.phrase(arcs.indirect)
		c.Why = cmpWhy(c.Why, "subject and object of the verb")
	} else {
		c.Form = PassiveClause
		c.By, c.Who, c.Whom = r.phrase(arcs.agent), r.phrase(arcs.agent), r.phrase(arcs.subject)
		if class.has(recipientVerb) && arcs.object >= 0 {
			c.To, c.Whom = c.Whom, r.phrase(arcs.object)
		}
		c.Why = cmpWhy(c.Why, "subject and agent of a passive")
	}
	if c.To.None() && class.has(recipientVerb) && !c.Whom.None() {
		c.To = r.phrase(arcs.recipient)
	}
}

func cmpWhy(why, otherwise string) string {
	if why != "" {
		return why
	}
	return otherwise
}

// readCopular reads what somebody is: of a noun, an adjective or a phrase behind 'is', or of what an
// open complement says of an object.
func (r *clauseReader) readCopular(i int32, c *Clause) {
	from, subject := len(r.obliques), int32(-1)
	for d := r.first[i]; d >= 0; d = r.next[d] {
		switch r.arcs[d] {
		case arcSubject, arcPassiveSubject:
			if subject < 0 || r.tokens[d].Rel != outerSubject {
				subject = r.named(d)
			}
		case arcClauseSubject:
			subject = d
		case arcOblique, arcBareOblique, arcAgent, arcNominal:
			r.addOblique(d)
		}
	}
	c.Obliques = r.obliques[from:len(r.obliques):len(r.obliques)]
	c.Why = "subject of what follows 'is'"
	if subject < 0 {
		subject, c.Why = r.sharedSubject(i)
	}
	r.subject[i], c.Who = subject, r.phrase(subject)
	r.lendCopular(i, c)
}

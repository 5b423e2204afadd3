package parse

// eventNoun returns the frame of token i where it is an event noun that heads a phrase.
func (r *clauseReader) eventNoun(i int32) (nominal, bool) {
	if r.tokens[i].Tag != "NOUN" || r.arcs[i] == arcCompound || r.arcs[i] == arcPart {
		return nominal{}, false
	}
	n, ok := nominals.Get(r.tokens[i].Lemma)
	return n, ok
}

// event returns the clause of the event noun i, -1 where it is none.
func (r *clauseReader) event(i int32) int32 {
	for c := r.at[i]; c >= 0 && int(c) < len(r.out) && r.out[c].Head == int(i); c++ {
		if r.out[c].Form == NominalClause {
			return c
		}
	}
	return -1
}

// eventUnder returns the event noun that a phrase is about: its head, or behind a noun of quantity the
// noun after 'of' ('a series of attacks'); -1 for none.
func (r *clauseReader) eventUnder(i int32) int32 {
	if r.event(i) >= 0 {
		return i
	}
	if quantityNouns.At(r.tokens[i].Lemma) {
		for d := r.first[i]; d >= 0; d = r.next[d] {
			if r.arcs[d] == arcNominal && r.event(d) >= 0 && r.caseOf(d) == "of" {
				return d
			}
		}
	}
	return -1
}

// holder returns the noun of quantity above an event noun, else the event noun: what stands in the
// clause for the event.
func (r *clauseReader) holder(i int32) int32 {
	if h := r.tokens[i].Head; h >= 0 && r.arcs[i] == arcNominal && quantityNouns.At(r.tokens[h].Lemma) && r.caseOf(i) == "of" {
		return int32(h)
	}
	return i
}

// nounArcs are the dependents of an event noun that may fill roles, -1 for none.
type nounArcs struct{ possessor, of, who, whom, by, name int32 }

// readEvent reads an event noun: its own dependents first, then what the verb above lends it.
func (r *clauseReader) readEvent(i int32, c *Clause) {
	frame := nominals.At(r.tokens[i].Lemma)
	arcs := nounArcs{-1, -1, -1, -1, -1, -1}
	from := len(r.obliques)
	r.nounArcs(i, frame, &arcs)
	top := r.holder(i)
	if top != i {
		r.nounArcs(top, frame, &arcs)
	}
	c.Obliques = r.obliques[from:len(r.obliques):len(r.obliques)]
	r.settle(frame, &arcs)
	c.Why = "what hangs on the event noun"
	if arcs.who < 0 {
		arcs.who, c.Why = r.borrow(top, i)
	}
	if arcs.whom < 0 {
		arcs.whom = r.borrowed(i, frame, c)
	}
	if r.object[i] = arcs.whom; arcs.who >= 0 {
		r.subject[i] = arcs.who
	}
	c.Who, c.Whom, c.By = r.phrase(arcs.who), r.phrase(arcs.whom), r.phrase(arcs.by)
}

// nounArcs collects the dependents of noun i.
func (r *clauseReader) nounArcs(i int32, frame nominal, arcs *nounArcs) {
	for d := r.first[i]; d >= 0; d = r.next[d] {
		switch r.arcs[d] {
		case arcPossessor:
			arcs.possessor = r.named(d)
		case arcNominal, arcOblique, arcAgent:
			r.nounPhrase(d, frame, arcs)
		case arcBareOblique, arcCompound:
			if r.addOblique(d); actorName(&r.tokens[d]) {
				arcs.name = d
			}
		case arcAdjective:
			if capitalAdjective(&r.tokens[d], d) {
				arcs.name = d
			}
		}
	}
}

// actorName reports whether a token is of the name of a person or an organisation.
func actorName(t *Token) bool {
	return len(t.Entity) > 2 && (t.Entity[2:] == "organisation" || t.Entity[2:] == "person")
}

// capitalAdjective reports whether an adjective behind the first word is one of a nation or a faith.
func capitalAdjective(t *Token, i int32) bool {
	return i > 0 && t.Tag == "ADJ" && 'A' <= t.Form[0] && t.Form[0] <= 'Z' && len(t.Form) > 1 && 'a' <= t.Form[1] && t.Form[1] <= 'z'
}

// nounPhrase gives a phrase with a preposition its role; what has none is an oblique.
func (r *clauseReader) nounPhrase(d int32, frame nominal, arcs *nounArcs) {
	word, filler := r.caseOf(d), r.named(d)
	role := frame.role(word)
	switch {
	case r.event(d) >= 0 && word == "of" && quantityNouns.At(r.tokens[r.tokens[d].Head].Lemma), r.isTime(d):
		role = noRole
	case word == "by":
		arcs.by = filler
	}
	switch {
	case word == "of" && role != noRole:
		arcs.of = filler
	case role == roleWho && arcs.who < 0:
		arcs.who = filler
	case role == roleWhom && arcs.whom < 0:
		arcs.whom = filler
	case !r.isQuantity(d):
		r.addOblique(d)
	}
}

// isQuantity reports whether d is the event behind a noun of quantity.
func (r *clauseReader) isQuantity(d int32) bool { return r.holder(d) != d && r.event(d) >= 0 }

// settle decides what a possessor and an 'of' phrase are: by the frame, but where both would be the
// same, the possessor acts: 'the arrest of him' and 'his arrest', yet 'their arrest of him'. A name or an
// adjective of a nation stands for a possessor: 'a Russian attack'.
func (r *clauseReader) settle(frame nominal, arcs *nounArcs) {
	if arcs.possessor < 0 {
		arcs.possessor = arcs.name
	}
	possessor, of := frame.role("'s"), frame.role("of")
	if arcs.of >= 0 && arcs.possessor >= 0 && possessor == of {
		possessor, of = roleWho, roleWhom
	}
	if arcs.by >= 0 && possessor == roleWho && arcs.possessor >= 0 {
		possessor = roleWhom
	}
	fill(arcs, of, arcs.of)
	fill(arcs, possessor, arcs.possessor)
}

func fill(arcs *nounArcs, role nounRole, filler int32) {
	if filler < 0 {
		return
	}
	if role == roleWho && arcs.who < 0 {
		arcs.who = filler
	}
	if role == roleWhom && arcs.whom < 0 {
		arcs.whom = filler
	}
}

const borrowedWhy = "the verb that the event noun goes with"

// borrow finds the agent of an event noun outside of its phrase: lent by a verb, shared with the event
// before it in a coordination, or the one behind it ('the group behind the attack').
func (r *clauseReader) borrow(top, i int32) (int32, string) {
	h := int32(r.tokens[top].Head)
	switch {
	case r.lentWho[i] >= 0:
		return r.lentWho[i], borrowedWhy
	case h < 0:
	case r.arcs[top] == arcConjunct && r.eventUnder(h) >= 0:
		return r.subject[r.eventUnder(h)], "shared with the event before"
	case r.arcs[top] == arcNominal && r.loan("", "", "", r.caseOf(top)).kind == loanWho:
		return h, "the noun that the event hangs on"
	}
	return -1, ""
}

// borrowed finds whom an event noun concerns outside of its phrase: lent by a verb, or told by a phrase
// that hangs on the verb that the noun goes with: 'launched an attack on the base'.
func (r *clauseReader) borrowed(i int32, frame nominal, c *Clause) int32 {
	if r.lentWhom[i] >= 0 {
		return r.lentWhom[i]
	}
	if c.Link == LinkLight && c.Parent >= 0 {
		for _, o := range r.out[c.Parent].Obliques {
			if o.Case != "by" && o.Case != "of" && frame.role(o.Case) == roleWhom && !r.isTime(int32(o.Head)) {
				return int32(o.Head)
			}
		}
	}
	return -1
}

// lend gives the event nouns around verb i what they take from it: 'carried out an attack', 'came
// under attack', 'claimed responsibility for the attack', 'accused them of the attack'.
func (r *clauseReader) lend(i int32, c *Clause) {
	if !lenders.At(r.tokens[i].Lemma) {
		return
	}
	object := int32(-1)
	if !c.Whom.None() {
		object = int32(c.Whom.Head)
		if loan := r.loanOf(i, object, ""); loan.kind != loanNone {
			r.give(object, loan, c)
		} else {
			r.give(object, r.loanOf(i, -1, ""), c)
		}
		for d := r.first[object]; d >= 0; d = r.next[d] {
			if r.arcs[d] == arcNominal {
				r.give(d, r.loanOf(i, object, r.caseOf(d)), c)
			}
		}
	}
	for _, o := range c.Obliques {
		if object >= 0 {
			r.give(int32(o.Head), r.loanOf(i, object, o.Case), c)
		}
		r.give(int32(o.Head), r.loanOf(i, -1, o.Case), c)
	}
}

// lendCopular is lend for 'is responsible for the attack' and 'is behind the attack'.
func (r *clauseReader) lendCopular(i int32, c *Clause) {
	for _, o := range c.Obliques {
		r.give(int32(o.Head), r.loan("be", "", r.tokens[i].Lemma, o.Case), c)
	}
	r.give(i, r.loan("be", "", "", r.caseOf(i)), c)
}

// loanOf looks up what verb i with an object and a preposition, or without, lends.
func (r *clauseReader) loanOf(i, object int32, word string) loan {
	particle, noun := "", ""
	if p := r.child(i, arcParticle); p >= 0 {
		particle = r.tokens[p].Lemma
	}
	if object >= 0 {
		noun = r.tokens[object].Lemma
	}
	return r.loan(r.tokens[i].Lemma, particle, noun, word)
}

// loan looks up the words, those that are there, as data/lexicon/language/light-verbs.txt has them.
func (r *clauseReader) loan(verb, particle, noun, word string) loan {
	r.key = r.key[:0]
	for _, w := range [...]string{verb, particle, noun, word} {
		if w == "" {
			continue
		}
		if len(r.key) > 0 {
			r.key = append(r.key, ' ')
		}
		r.key = append(r.key, w...)
	}
	return loans[string(r.key)]
}

// give hands a loan of clause c to the event under token i.
func (r *clauseReader) give(i int32, loan loan, c *Clause) {
	if loan.kind == loanNone {
		return
	}
	if i = r.eventUnder(i); i < 0 {
		return
	}
	event, lender := &r.out[r.event(i)], -1
	switch {
	case (loan.kind == loanWhom || loan.kind == loanWho) && !c.Who.None():
		lender = c.Who.Head
	case loan.kind == loanObject, loan.kind == loanBlame:
		lender = int(r.sufferer(int32(c.Head)))
	}
	if lender < 0 || lender == int(i) {
		return
	}
	if loan.kind == loanBlame {
		event.Modality = ModalAllegedly
	}
	if loan.kind == loanWhom {
		r.lentWhom[i] = int32(lender)
	} else {
		r.lentWho[i] = int32(lender)
	}
	r.tie(event, loan, lender)
}

// tie links an event that is still to be read to the clause that lends to it. One that has been read
// takes Who at once: 'the attack that the rebels carried out'.
func (r *clauseReader) tie(event *Clause, loan loan, lender int) {
	switch {
	case event.Why == "" && loan.apart:
		event.Link = LinkLent
	case event.Why == "":
		event.Link = LinkLight
	case event.Who.None() && loan.kind != loanWhom:
		event.Who, event.Why = r.phrase(int32(lender)), borrowedWhy
	}
}

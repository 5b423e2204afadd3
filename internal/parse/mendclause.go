package parse

// accordingTo returns the noun behind 'according to' that the noun at token i made, where the tree took it for who did what is told: 'were killed,
// according to a tally by a rights group'. It is -1 for none.
func (s *Sentence) accordingTo(i int) int {
	t := &s.Tokens[i]
	if t.Rel != "obl:agent" {
		return -1
	}
	by := s.Child(i, "case")
	if by < 1 || s.Tokens[by].Lemma != "by" {
		return -1
	}
	for k := by - 1; k > t.Head; k-- {
		switch n := &s.Tokens[k]; {
		case n.Tag == "PUNCT" || n.Tag == "VERB":
			return -1
		case n.nominal() && n.Head == t.Head:
			if c := s.Child(k, "case"); c >= 0 && s.Tokens[c].Form == "according" {
				return k
			}
			return -1
		}
	}
	return -1
}

// finite returns the finite verb, with its subject, that the present or past form at token i goes on with, where the tree joined it to an infinitive
// between them: 'calls on both to stop shelling towns and demands an inquiry'. It is -1 for none.
func (s *Sentence) finite(i int) int {
	t := &s.Tokens[i]
	if t.Rel != "conj" || t.Fine != "VBZ" && t.Fine != "VBD" || t.Head < 0 || t.Head > i || s.Child(i, "nsubj", "nsubj:pass", "aux", "cop") >= 0 || s.Child(i, "cc") < 0 {
		return -1
	}
	h := &s.Tokens[t.Head]
	if to := s.Child(t.Head, "mark"); h.Fine != "VB" || to < 0 || s.Tokens[to].Lemma != "to" {
		return -1
	}
	for a, n := h.Head, 0; a >= 0 && n < len(s.Tokens); a, n = s.Tokens[a].Head, n+1 {
		if s.Tokens[a].Fine == t.Fine && s.Child(a, "nsubj") >= 0 {
			return a
		}
		if s.Tokens[a].Tag == "VERB" && s.Tokens[a].Fine != "VB" && s.Tokens[a].Fine != "VBG" {
			return -1
		}
	}
	return -1
}

// timedBy returns the subject of the verb at token i, which tells how long before or after it something else was, where the tree took it for a time:
// 'denied it, hours after the general blamed the rebels'. It is -1 for none.
func (s *Sentence) timedBy(i int) int {
	t := &s.Tokens[i]
	if t.Fine != "VBD" || t.Head < 0 || t.Head > i || !t.Is("conj", "parataxis", "advcl") || s.Child(i, "nsubj", "nsubj:pass", "mark", "cc", "aux") >= 0 {
		return -1
	}
	for k := t.Head + 1; k < i; k++ {
		if c := s.caseOf(k); s.Tokens[k].Head == i && s.Tokens[k].nominal() && (c == "after" || c == "before") {
			if a := s.Child(k, "case"); a > 0 && timeNouns.At(s.Tokens[a-1].Lemma) {
				return k
			}
		}
	}
	return -1
}

// makeTimed makes noun n the subject of the verb at token i, and its preposition what marks the verb's clause.
func (s *Sentence) makeTimed(i, n int) {
	a := s.Child(n, "case")
	s.Tokens[a].Head, s.Tokens[a].Rel, s.Tokens[a].Tag = i, "mark", "SCONJ"
	s.Tokens[n].Rel, s.Tokens[i].Rel = "nsubj", "advcl"
}

// ofSuspect returns the verb or participle that says that somebody is suspected, accused or convicted of the noun at token i, where that noun hangs on
// him: 'a man suspected of a bombing that killed six', 'convicted Colonel Omar Haddad of murder'. It is -1 for none.
func (s *Sentence) ofSuspect(i int) int {
	if !s.Tokens[i].Is("nmod") || s.Tokens[i].Tag == "PROPN" {
		return -1
	}
	of := s.Child(i, "case")
	if of < 2 || s.Tokens[of].Lemma != "of" || of > i {
		return -1
	}
	h := s.Tokens[i].Head
	if p := &s.Tokens[of-1]; (p.Form == "suspected" || p.Form == "accused") && p.Is("acl") && p.Head == h {
		return of - 1
	}
	if v := s.Tokens[h].Head; v >= 0 && v < h && s.Tokens[h].Tag == "PROPN" && s.Tokens[h].Is("obj") && s.Tokens[of-1].Tag == "PROPN" && holdsAgainst[s.Tokens[v].Lemma] {
		return v
	}
	return -1
}

// holdsAgainst are verbs behind whose object 'of' says what a person is said to have done.
var holdsAgainst = wordSet("accuse convict suspect acquit")

// besideThose returns 'the one' or 'those' right before 'behind' of the noun at token i, where both hang on one noun: 'an offshoot of the one behind the
// bombings'. It is -1 for none.
func (s *Sentence) besideThose(i int) int {
	if !s.Tokens[i].Is("nmod") {
		return -1
	}
	b := s.Child(i, "case")
	if b < 1 || b > i || s.Tokens[b].Form != "behind" {
		return -1
	}
	if o := &s.Tokens[b-1]; (o.Lemma == "one" || o.Lemma == "those") && o.Is("nmod") && o.Head == s.Tokens[i].Head {
		return b - 1
	}
	return -1
}

// nounDone reports whether the noun at token i, behind 'and', is the subject of the participle right behind it, though the tree joined it to a place: 'two
// were beheaded in the village and several women abducted'.
func (s *Sentence) nounDone(i int) bool {
	if i < 2 || i+1 >= len(s.Tokens) {
		return false
	}
	t, p := &s.Tokens[i], &s.Tokens[i+1]
	if t.Tag != "NOUN" || !t.Is("conj") || t.Head > i || p.Fine != "VBN" || !p.Is("conj") || p.Head < 0 || p.Head >= t.Head || s.Child(i+1, "nsubj", "obj", "aux") >= 0 {
		return false
	}
	return s.Child(p.Head, "nsubj:pass") >= 0 && s.Child(i+1, "cc") < i && s.Child(p.Head, "aux:pass") >= 0
}

// countDone reports whether the past form at token i says what befell those whose number is told, right behind them: 'put the number of militants
// killed at 13'.
func (s *Sentence) countDone(i int) bool {
	t := &s.Tokens[i]
	if i < 3 || t.Fine != "VBN" && t.Fine != "VBD" || s.caseOf(i-1) != "of" || s.Child(i, "obj", "nsubj", "aux") >= 0 {
		return false
	}
	n := s.Tokens[i-1].Head
	return n >= 0 && n < i && (s.Tokens[n].Lemma == "number" || s.Tokens[n].Lemma == "toll") && s.Tokens[n].Head >= 0 && s.Tokens[n].Head < n && s.Tokens[s.Tokens[n].Head].Tag == "VERB" && t.Head == s.Tokens[n].Head
}

// makeCountDone makes the past form at token i describe the noun before it, and gives the number behind 'at' to the verb that puts it there.
func (s *Sentence) makeCountDone(i int) {
	t := &s.Tokens[i]
	for k := i + 1; k < len(s.Tokens); k++ {
		if s.Tokens[k].Head == i && s.caseOf(k) == "at" {
			s.Tokens[k].Head = t.Head
		}
	}
	t.Head, t.Rel, t.Fine = i-1, "acl", "VBN"
}

// apart reports whether the verb at token i, with its subject behind a semicolon, is taken for what a verb before it, none of saying, tells: 'said five had
// died; it put the number at nine'.
func (s *Sentence) apart(i int) bool {
	t := &s.Tokens[i]
	if t.Rel != "ccomp" || t.Head < 0 {
		return false
	}
	n := s.Child(i, "nsubj")
	return n > t.Head && n < i && s.Root() != i && s.between(t.Head, n, ";") && s.Tokens[t.Head].Tag == "VERB" && !verbClasses.At(s.Tokens[t.Head].Lemma).has(reportVerb)
}

package parse

import "strings"

// Reports of one deed by another are told in clauses that the tree hangs on the wrong verb, whose subject is then taken for who did it: 'police
// said a man dressed as a guard opened fire', 'was sitting in a car when men fired, hitting her'.

// mendDeeds mends the clauses in which deeds of violence are told.
func (s *Sentence) mendDeeds() {
	for i := range s.Tokens {
		switch {
		case s.withDone(i):
			s.makePassive(i)
		case s.Tokens[i].Rel == "acl" && s.Tokens[i].Fine == "VBD" && s.Tokens[i].Head == i-1 && s.pastHarm(i) && s.Child(i, "nsubj") < 0:
			s.Tokens[i].Fine = "VBN" // 'miners detained in April'
		case s.hang(i, s.ofDeed(i), "nmod"):
		case s.hang(i, s.claimOf(i), "acl"):
		case s.driveBy(i):
			s.makeDriveBy(i)
		case s.shootingDeath(i):
			s.makeDeath(i)
		case s.Tokens[i].Lemma == "get" && s.Tokens[i].Is("aux") && s.Tokens[i].Head == i+1 && s.Tokens[i+1].Fine == "VBN":
			s.Tokens[i].Rel = "aux:pass" // 'getting shot'
		case s.saidShot(i):
			s.makeSaidShot(i)
		case s.secondTeller(i) >= 0:
			w := s.secondTeller(i)
			s.Tokens[w].Head, s.Tokens[w].Rel = s.Tokens[i].Head, "ccomp"
			s.Tokens[i].Head = w
		case s.toldPolice(i):
			v := s.Tokens[i].Head
			s.Tokens[i].Head, s.Tokens[i].Rel = i-1, "iobj"
			s.rehang(i+1, v, "nsubj")
		case s.thoughtToBe(i):
			s.Tokens[i].Head, s.Tokens[i].Rel = i-1, "acl"
		case s.foundSoBefore(i):
			s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Fine = i-1, "xcomp", "VBN"
		case s.hang(i, s.namedBehind(i), "appos"):
		case s.whereThey(i) >= 0:
			s.makeWhere(i, s.whereThey(i))
		case s.nearestDeed(i) >= 0:
			v := s.nearestDeed(i)
			if n := s.Child(v, "nsubj"); n >= 0 && s.Tokens[n].Lemma == "it" {
				s.rehang(i, v, "parataxis") // 'was cleaning a gun when it went off, hitting her' is nobody's deed
			} else {
				s.rehang(i, v, "advcl")
			}
		}
	}
}

// withDone reports whether the past form at token i says, behind 'with', what was done to those before it: 'with many of its staff rounded up and
// arrested'.
func (s *Sentence) withDone(i int) bool {
	t := &s.Tokens[i]
	if t.Tag != "VERB" || t.Fine != "VBN" && t.Fine != "VBD" || !t.Is("advcl") {
		return false
	}
	m, n := s.Child(i, "mark"), s.Child(i, "nsubj")
	return m >= 0 && n > m && n < i && strings.EqualFold(s.Tokens[m].Form, "with") && s.Child(i, "obj", "aux") < 0 && !verbClasses.At(t.Lemma).has(activeVerb)
}

// ofDeed returns the noun of a deed right before the 'of' of token i, where both hang on a verb: 'called for the release of at least 80 men'. It is
// -1 for none.
func (s *Sentence) ofDeed(i int) int {
	t := &s.Tokens[i]
	if !t.Is("obl") {
		return -1
	}
	b := s.Child(i, "case")
	if b < 2 || s.Tokens[b].Lemma != "of" || s.Tokens[b-1].Tag != "NOUN" || s.Tokens[b-1].Head != t.Head || !s.Tokens[b-1].Is("obl", "obj") || t.Head >= 0 && verbClasses.At(s.Tokens[t.Head].Lemma).has(accuseVerb) {
		return -1
	}
	if _, deed := nominals.Get(strings.ToLower(s.Tokens[b-1].Form)); !deed {
		return -1
	}
	return b - 1
}

// claimOf returns the claim right before the perfect infinitive at token i, where that hangs on the claim's verb: 'withdrew its claim to have shot
// down'. It is -1 for none.
func (s *Sentence) claimOf(i int) int {
	t := &s.Tokens[i]
	m := s.Child(i, "mark")
	if t.Tag != "VERB" || !t.Is("xcomp", "ccomp", "advcl") || m < 2 || s.Tokens[m].Lemma != "to" || s.Child(i, "aux") != m+1 || s.Tokens[m+1].Lemma != "have" {
		return -1
	}
	if n := &s.Tokens[m-1]; n.Lemma != "claim" || n.Tag != "NOUN" || n.Head != t.Head || !n.Is("obj") {
		return -1
	}
	return m - 1
}

// driveBy reports whether the shooting of 'a drive-by shooting', whose first word is token i, is taken for a verb.
func (s *Sentence) driveBy(i int) bool {
	return i+3 < len(s.Tokens) && strings.EqualFold(s.Tokens[i].Form, "drive") && s.Tokens[i+1].Form == "-" && strings.EqualFold(s.Tokens[i+2].Form, "by") &&
		(s.Tokens[i+3].Lemma == "shoot" || s.Tokens[i+3].Lemma == "kill" || s.Tokens[i+3].Lemma == "shooting") && s.Tokens[i+3].Tag == "VERB" && strings.HasSuffix(s.Tokens[i+3].Form, "ing") && !s.Under(i, i+3)
}

// makeDriveBy makes the shooting that 'drive-by' at token i describes a noun in its place.
func (s *Sentence) makeDriveBy(i int) {
	d, n := &s.Tokens[i], &s.Tokens[i+3]
	n.Tag, n.Fine, n.Lemma, n.Head, n.Rel = "NOUN", "NN", strings.ToLower(n.Form), d.Head, d.Rel
	s.adopt(i, i+3)
	d.Head, d.Rel = i+3, "compound"
	s.Tokens[i+1].Head, s.Tokens[i+2].Head, s.Tokens[i+2].Rel = i, i, "dep"
}

// shootingDeath reports whether 'shooting' at token i, right before a death, is taken for a verb: 'guilty in the 2013 shooting death of a guard'.
func (s *Sentence) shootingDeath(i int) bool {
	t := &s.Tokens[i]
	return t.Tag == "VERB" && (t.Form == "shooting" || t.Form == "stabbing" || t.Form == "beating") && i+1 < len(s.Tokens) && (s.Tokens[i+1].Lemma == "death") && s.Tokens[i+1].Head == i && t.Head >= 0 && t.Head < i
}

// makeDeath makes token i describe the death behind it, as does the month, the year or the day before both: 'in the May 2013 shooting death of'.
func (s *Sentence) makeDeath(i int) {
	t := &s.Tokens[i]
	s.Tokens[i+1].Head, s.Tokens[i+1].Rel = t.Head, "obl"
	s.adopt(i, i+1)
	t.Tag, t.Fine, t.Lemma, t.Head, t.Rel = "NOUN", "NN", strings.ToLower(t.Form), i+1, "compound"
	for k := i - 1; k >= 0 && k > i-5; k-- {
		d := &s.Tokens[k]
		if !d.Is("obl", "nmod") || d.Head >= k || !s.class(k).has(month|weekday) && d.Tag != "NUM" && d.Form != "Fourth" || s.Child(k, "case") < 0 {
			continue
		}
		s.Tokens[i+1].Head = d.Head
		for c := range s.Tokens {
			if w := &s.Tokens[c]; w.Head == k && c < k {
				w.Head = i + 1
			}
		}
		d.Head, d.Rel = i+1, "nmod:unmarked"
		return
	}
}

// saidShot reports whether 'shot' at token i is taken for a noun that somebody says, with its subject before and a second verb behind: 'police say a
// mother shot and wounded her son'.
func (s *Sentence) saidShot(i int) bool {
	t := &s.Tokens[i]
	return t.Form == "shot" && t.Tag == "NOUN" && t.Is("ccomp") && s.Child(i, "nsubj") >= 0 && i+2 < len(s.Tokens) && s.Tokens[i+1].Lemma == "and" && s.Tokens[i+2].Tag == "VERB" && s.Tokens[i+2].Head == t.Head
}

// makeSaidShot makes token i the verb of what is said, and the verb behind it a second one.
func (s *Sentence) makeSaidShot(i int) {
	t := &s.Tokens[i]
	t.Tag, t.Fine, t.Lemma = "VERB", "VBD", "shoot"
	n := s.Child(i, "nsubj")
	for k := range n {
		if c := &s.Tokens[k]; c.Head == i && c.Is("det", "amod", "nmod:poss", "compound", "nummod") {
			c.Head = n
		}
	}
	s.Tokens[i+2].Head, s.Tokens[i+2].Rel = i, "conj"
}

// secondTeller returns the verb whose subject is noun i, which is taken for a second one of a verb of saying before it: 'police said a man dressed as
// a guard opened fire'. It is -1 for none.
func (s *Sentence) secondTeller(i int) int {
	t := &s.Tokens[i]
	if !t.Is("nsubj") || t.Head < 0 || t.Head > i || !tellers[s.Tokens[t.Head].Lemma] || t.Tag != "NOUN" && t.Tag != "PROPN" || s.Child(t.Head, "nsubj") >= t.Head || s.Child(t.Head, "ccomp") >= 0 {
		return -1
	}
	for w := i + 1; w < len(s.Tokens); w++ {
		c := &s.Tokens[w]
		if c.Tag != "VERB" || s.Under(w, i) {
			if c.Form == "," && w == i+1 {
				return -1 // 'police said, officials too'
			}
			continue
		}
		if c.Fine == "VBD" && s.Child(w, "nsubj", "nsubj:pass", "mark") < i && c.Is("advcl", "ccomp", "conj", "parataxis", "xcomp") && s.Child(w, "nsubj", "nsubj:pass") < 0 && c.Head <= t.Head {
			return w
		}
		return -1
	}
	return -1
}

// toldPolice reports whether those who are told something, at token i right behind the verb, are taken for the subject of what they are told, whose own
// stands behind them: 'tells police Little choked her'.
func (s *Sentence) toldPolice(i int) bool {
	t := &s.Tokens[i]
	if i < 1 || i+2 >= len(s.Tokens) || !t.Is("nsubj") || t.Tag != "NOUN" || t.Head <= i+1 || s.Tokens[i-1].Lemma != "tell" || s.Tokens[i-1].Tag != "VERB" || s.Tokens[t.Head].Head != i-1 || !s.Tokens[t.Head].Is("ccomp") {
		return false
	}
	next := &s.Tokens[i+1]
	return startsUpper(next.Form) && next.Head == t.Head && next.Rel != "nsubj" && next.Tag != "PUNCT" && t.Head == i+2
}

// thoughtToBe reports whether the participle at token i, right behind an object, says what that is thought to be: 'arrested a boy thought to be
// responsible'.
func (s *Sentence) thoughtToBe(i int) bool {
	t := &s.Tokens[i]
	if i < 1 || i+2 >= len(s.Tokens) || !t.Is("xcomp", "advcl", "conj") || t.Fine != "VBN" && t.Fine != "VBD" || t.Head < 0 || t.Head >= i-1 || s.Tokens[i+1].Lemma != "to" || s.Tokens[i+2].Lemma != "be" && s.Tokens[i+2].Lemma != "have" {
		return false
	}
	l := t.Lemma
	return (verbClasses.At(l).has(reportVerb) || verbClasses.At(l).has(allegeVerb)) && s.Tokens[i-1].nominal() && s.Tokens[i-1].Head == t.Head && s.Tokens[i-1].Is("obj") && s.Child(i, "nsubj", "aux", "mark") < 0
}

// foundSoBefore reports whether participle i, right behind a verb of finding, says how those were found who stand before that: 'the girl they found
// shot'.
func (s *Sentence) foundSoBefore(i int) bool {
	t := &s.Tokens[i]
	return i > 0 && t.Is("acl") && t.Tag == "VERB" && finding[s.Tokens[i-1].Lemma] && s.Tokens[i-1].Is("acl") && s.Tokens[i-1].Head == t.Head && s.Child(i-1, "nsubj") >= 0 && s.pastHarm(i)
}

// namedBehind returns those of whom the name at token i, behind a comma, says who they are, where it is taken for who did something to them:
// 'for kidnapping a herdsman, Abubakar Babiri, in Awe'. It is -1 for none.
func (s *Sentence) namedBehind(i int) int {
	t := &s.Tokens[i]
	if i < 2 || t.Tag != "PROPN" || !t.Is("nsubj") || s.Tokens[i-1].Form != "," || t.Head < 0 || t.Head > i || s.Tokens[t.Head].Fine != "VBG" {
		return -1
	}
	if o := s.Child(t.Head, "obj"); o > t.Head && o == i-2 {
		return o
	}
	return -1
}

// whereThey returns the verb of a clause with 'where' and its own subject that the deed at token i goes on, behind a comma: 'went to the square, where
// two men met a guard, opened fire and fled'. It is -1 for none.
func (s *Sentence) whereThey(i int) int {
	t := &s.Tokens[i]
	if !t.Is("conj") || t.Fine != "VBD" || t.Head < 0 || t.Head > i || s.Tokens[i-1].Form != "," || s.Child(i, "nsubj", "cc", "mark", "aux") >= 0 || !s.deed(i) {
		return -1
	}
	for v := i - 1; v > t.Head; v-- {
		if c := &s.Tokens[v]; c.Rel == "acl:relcl" && c.Fine == "VBD" && s.Child(v, "nsubj") >= 0 {
			if w := s.Child(v, "advmod"); w >= 0 && s.Tokens[w].Lemma == "where" && s.Tokens[w].Head == v {
				return v
			}
		}
	}
	return -1
}

// makeWhere joins verb i, and what goes on behind it, to verb v.
func (s *Sentence) makeWhere(i, v int) {
	h := s.Tokens[i].Head
	for k := i; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; c.Head == h && c.Is("conj") && c.Tag == "VERB" && s.Child(k, "nsubj", "nsubj:pass") < 0 {
			c.Head = v
		}
	}
}

// nearestDeed returns the deed told right before the participle at token i, behind a comma, that says what came of it, where it hangs on a verb before
// both: 'was sitting in a car when men fired, hitting her', 'said captured the man who shot four, killing one'. It is -1 for none.
func (s *Sentence) nearestDeed(i int) int {
	t := &s.Tokens[i]
	if i < 2 || t.Fine != "VBG" || !t.Is("advcl") || t.Head < 0 || t.Head > i || !results[t.Lemma] || s.Child(i, "nsubj", "mark", "aux") >= 0 || s.deed(t.Head) || s.harms(t.Head) {
		return -1
	}
	k := i - 1
	for k > 0 && s.Tokens[k].Tag == "ADV" {
		k--
	}
	if s.Tokens[k].Form != "," {
		return -1
	}
	for v := k - 1; v > t.Head; v-- {
		c := &s.Tokens[v]
		if c.Tag != "VERB" {
			continue
		}
		if c.Fine == "VB" && c.Is("xcomp") && s.deed(v) {
			return v // 'managed to return fire'
		}
		if c.Fine == "VBD" || c.Fine == "VBN" && s.Child(v, "aux:pass") >= 0 {
			if s.Child(v, "nsubj", "nsubj:pass") >= 0 && (s.deed(v) || s.harms(v)) {
				return v
			}
			return -1
		}
	}
	return -1
}

// results are the verbs of participles that say what came of a deed.
var results = wordSet("kill wound injure hit strike leave shoot hurt damage destroy")

// deed reports whether verb v is of arms that are used: 'fired', 'opened fire', 'went off'.
func (s *Sentence) deed(v int) bool {
	switch s.Tokens[v].Lemma {
	case "fire", "attack", "ambush", "explode", "detonate", "discharge", "strike", "bomb", "shell", "storm", "raid", "hit", "shoot", "stab", "burst":
		return true
	case "open", "return":
		o := s.Child(v, "obj")
		return o >= 0 && s.Tokens[o].Lemma == "fire"
	case "go":
		return v+1 < len(s.Tokens) && s.Tokens[v+1].Lemma == "off"
	}
	return false
}

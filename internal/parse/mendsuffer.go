package parse

import "strings"

// A past form of harm that has nobody whom it was done to tells what befell its subject, whatever the tree makes of it: 'a man killed on Sunday was
// identified', 'teenager shot in the head'. To take him for who did it accuses a victim.

// mendSuffering mends the past forms of harm of a sentence that are taken for what those did whom they befell.
func (s *Sentence) mendSuffering() {
	for i := range s.Tokens {
		switch {
		case s.byManner(i):
			s.Tokens[i].Rel = "advmod"
		case s.behindDay(i):
			s.Tokens[i].Rel = "obj"
		case s.suffered(i):
			if c := s.goesOnWith(i); c >= 0 {
				s.makeSuffered(i, c)
			} else {
				s.makePassive(i)
			}
		}
	}
}

// mannerNouns tell behind 'by' how something came about and not who did it; bodyParts are where somebody is hit.
var (
	mannerNouns = readWordSet("manner-nouns")
	bodyParts   = readWordSet("body-parts")
)

// byManner reports whether token i, taken for who did it, is how it came about: 'shot by mistake'.
func (s *Sentence) byManner(i int) bool {
	return s.Tokens[i].Rel == "obl:agent" && mannerNouns[s.Tokens[i].Lemma] && s.Child(i, "nmod", "det") < 0
}

// behindDay reports whether noun i is whom a verb of harm was done to, torn off by the day between: 'killed on Sunday a teacher'.
func (s *Sentence) behindDay(i int) bool {
	t := &s.Tokens[i]
	if t.Tag != "NOUN" || !t.Is("obl", "obl:unmarked") || t.Head < 0 || t.Head > i || s.Tokens[t.Head].Tag != "VERB" || !s.harms(t.Head) || timeNouns.At(t.Lemma) || t.Lemma == "time" || s.Child(i, "case") >= 0 || s.Child(t.Head, "nsubj") < 0 || s.Child(t.Head, "obj", "aux:pass") >= 0 {
		return false
	}
	k := s.Child(i, "det", "nummod")
	return k > t.Head+1 && s.class(k-1).has(weekday|month|dateAdverb)
}

// suffered reports whether the past form at token i tells what befell the noun that is taken for its subject.
func (s *Sentence) suffered(i int) bool {
	t := &s.Tokens[i]
	if t.Tag != "VERB" || t.Fine != "VBD" && t.Fine != "VBN" || !s.harms(i) || t.Is("acl", "acl:relcl", "amod") {
		return false
	}
	n := s.Child(i, "nsubj")
	if n < 0 || n > i || !s.Tokens[n].nominal() || s.Child(i, "obj", "iobj", "aux", "aux:pass", "cop", "nsubj:pass", "obl:agent") >= 0 || s.objectBehind(i) {
		return false
	}
	if _, deed := nominals.Get(strings.ToLower(s.Tokens[n].Form)); deed || s.compared(n) || s.onFilm(i) || s.tornObject(i) {
		return false
	}
	if o := s.Child(n, "case"); o >= 0 && s.Tokens[o].Lemma == "of" {
		return true // 'of the 81 people killed, 73 were citizens'
	}
	for k := range s.Tokens {
		switch c := &s.Tokens[k]; {
		case c.Head != i:
		case c.Is("conj") && (c.Tag != "VERB" || s.Child(k, "obj") >= 0):
			return false // 'killed and wounded dozens'
		case k > i && c.Is("obl", "obl:unmarked", "nmod:unmarked") && c.nominal() && s.Child(k, "case") < 0 && !timeNouns.At(c.Lemma) && !s.class(k).has(month|weekday|dateAdverb) && c.Lemma != "time":
			return false // 'detained on Tuesday a man'
		case c.Is("ccomp", "xcomp") && k > i && c.Lemma != "dead" && s.Child(k, "aux", "aux:pass", "cop") < 0 && !s.finiteWithout(k):
			return false
		}
	}
	return t.Lemma != "shoot" || s.shotWhere(i)
}

// tornObject reports whether what stands behind verb i begins as those do whom it was done to, though words between tear them off: 'detained at least
// 30 men', 'killed, with clubs, three farmers', 'shot in the space of an hour a priest'.
func (s *Sentence) tornObject(i int) bool {
	if i+2 < len(s.Tokens) && (s.Tokens[i+1].Lemma == "at" && s.Tokens[i+2].Lemma == "least" || s.Tokens[i+1].Form == "," && s.Tokens[i+2].Tag == "ADP") {
		return true
	}
	for k := i + 2; k < len(s.Tokens); k++ {
		switch t := &s.Tokens[k]; {
		case t.Tag == "PUNCT" || t.Tag == "VERB" || t.Tag == "AUX":
			return false
		case t.Tag == "DET" && (t.Lemma == "a" || t.Lemma == "the") && s.Tokens[k-1].nominal():
			return true
		}
	}
	return false
}

// compared reports whether what noun n and what it did is only compared with stands before it: 'more than the regime killed in a year'.
func (s *Sentence) compared(n int) bool {
	for n > 0 && (s.Tokens[n-1].Head == n || s.Under(n-1, n)) && s.Tokens[n-1].Tag != "ADP" && s.Tokens[n-1].Tag != "SCONJ" {
		n--
	}
	return n > 0 && (s.Tokens[n-1].Lemma == "than" || s.Tokens[n-1].Lemma == "as" && n > 1 && (s.Tokens[n-2].Lemma == "many" || s.Tokens[n-2].Lemma == "people"))
}

// onFilm reports whether the participle at token i is followed by 'on camera', which nobody is captured by.
func (s *Sentence) onFilm(i int) bool {
	if i+2 >= len(s.Tokens) || s.Tokens[i+1].Lemma != "on" && s.Tokens[i+1].Lemma != "in" {
		return false
	}
	return films[s.Tokens[i+2].Lemma] || i+3 < len(s.Tokens) && films[s.Tokens[i+3].Lemma]
}

// films are what pictures are taken on.
var films = wordSet("video camera film footage tape cctv photo picture image")

// shotWhere reports whether what stands behind 'shot' at token i says where or how often somebody was hit, or when.
func (s *Sentence) shotWhere(i int) bool {
	rest := s.Tokens[i+1:]
	if len(rest) == 0 {
		return false
	}
	switch l := rest[0].Lemma; {
	case l == "dead":
		return len(rest) < 2 || rest[1].Form != "," // 'shot dead, among others, a priest'
	case l == "twice" || s.class(i+1).has(weekday|dateAdverb) || timeNouns.At(l):
		return true
	case len(rest) > 1 && rest[1].Lemma == "time" && (rest[0].Tag == "NUM" || rest[0].Tag == "ADJ"):
		return len(rest) < 3 || rest[2].Lemma != "at" && rest[2].Lemma != "into" // 'shot seven times'
	case l == "to":
		return len(rest) > 1 && rest[1].Lemma == "death" && (len(rest) < 3 || !rest[2].nominal() && rest[2].Tag != "DET" && rest[2].Tag != "PRON" && rest[2].Tag != "NUM")
	case l == "in":
		for k := 1; k < min(4, len(rest)); k++ {
			if rest[k].Tag != "DET" && rest[k].Tag != "PRON" && rest[k].Tag != "ADJ" {
				return bodyParts[rest[k].Lemma]
			}
		}
	}
	return false
}

// finiteWithout reports whether token k is the finite verb, or what somebody is, of a clause without a subject of its own.
func (s *Sentence) finiteWithout(k int) bool {
	t := &s.Tokens[k]
	if s.Child(k, "nsubj", "nsubj:pass", "cc") >= 0 {
		return false
	}
	return t.Fine == "VBD" || t.Fine == "VBZ" || s.Child(k, "aux", "aux:pass", "cop") >= 0
}

// goesOnWith returns what the sentence goes on to say, behind participle i and all that belongs to it, of those whom it befell: 'was identified' of
// 'a man killed on Sunday was identified'. It is -1 for none.
func (s *Sentence) goesOnWith(i int) int {
	t := &s.Tokens[i]
	for c := i + 1; c < len(s.Tokens); c++ {
		k := &s.Tokens[c]
		switch {
		case k.Head == i && k.Is("ccomp", "xcomp"), k.Head == t.Head && t.Head >= 0 && t.Is("ccomp") && k.Is("ccomp"), c == t.Head && t.Is("advcl"):
			if m := s.Child(c, "mark"); m > i && strings.EqualFold(s.Tokens[m].Form, "that") {
				continue
			}
			if s.finiteWithout(c) {
				return c
			}
		}
	}
	return -1
}

// makeSuffered makes c the verb of those whom participle i befell.
func (s *Sentence) makeSuffered(i, c int) {
	t, n := &s.Tokens[i], s.Child(i, "nsubj")
	if s.Tokens[c].Head == i {
		s.Tokens[c].Head, s.Tokens[c].Rel = t.Head, t.Rel
	}
	rel := "nsubj"
	if s.Child(c, "aux:pass") >= 0 {
		rel = "nsubj:pass"
	}
	for k := range s.Tokens {
		switch p := &s.Tokens[k]; {
		case p.Head != i:
		case k != n && p.Is("nsubj"):
			p.Head, p.Rel = n, "appos"
		case p.Tag == "PUNCT" && k > c, k < n:
			p.Head = c
		}
	}
	who := n
	if s.Tokens[i-1].Tag == "NOUN" && s.Under(i-1, n) {
		who = i - 1 // 'relatives of the woman killed'
	}
	s.Tokens[n].Head, s.Tokens[n].Rel = c, rel
	t.Head, t.Rel, t.Fine = who, "acl", "VBN"
}

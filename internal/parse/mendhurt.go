package parse

import "strings"

// Participles of harm that stand behind those whom it befell are often hung on the verb before them, whose subject is then taken for who did
// it: 'police identified a man and a boy killed in two incidents'.

// mendHurt mends the participles of harm of a sentence.
func (s *Sentence) mendHurt() {
	for i := range s.Tokens {
		switch {
		case s.shotBehind(i):
			s.makeShotBehind(i)
		case s.noAgent(i):
			s.Tokens[i].Rel = "obl"
		case s.hang(i, s.byParticiple(i), "obl:agent"):
		case s.whoIsSaid(i) >= 0:
			s.makeSaid(i, s.whoIsSaid(i))
		case s.hang(i, s.contentToo(i), "conj"):
		case s.hang(i, s.beingToo(i), "conj"):
			s.Tokens[i].Fine = "VBN"
		case s.foundSoThen(i) >= 0:
			s.makeThose(i, s.foundSoThen(i))
		case s.hang(i, s.tornSubject(i), "nsubj"):
		case s.hang(i, s.whoIs(i), "acl"):
			s.Tokens[i].Fine = "VBN"
		case s.hang(i, s.relativeToo(i), "conj"):
		case s.isFate(i) && s.mendLeft(i):
		case s.hang(i, s.alsoHurt(i), "conj"):
			s.Tokens[i].Fine = "VBN"
		case s.hurtOf(i) >= 0:
			s.makeHurt(i, s.hurtOf(i))
		case s.confirmedHurt(i):
			s.makeConfirmed(i)
		case s.anotherHurt(i):
			s.makePassive(i)
		case s.civilianOf(i) >= 0:
			s.Tokens[i].Tag, s.Tokens[i].Fine, s.Tokens[i].Rel = "NOUN", "NN", "obj"
		case s.hurtLately(i):
			s.rehang(i, i-1, "obj")
		case s.thoseHurt(i) >= 0:
			s.makeThose(i, s.thoseHurt(i))
		case s.hang(i, s.leftDead(i), "obj"):
		case s.ofTown(i) >= 0:
			s.makeOfTown(i, s.ofTown(i))
		}
	}
}

// pastHarm reports whether token i is a past form of a verb of harm without anybody whom its doer would have done it to.
func (s *Sentence) pastHarm(i int) bool {
	t := &s.Tokens[i]
	if t.Tag != "VERB" || t.Fine != "VBD" && t.Fine != "VBN" || !s.harms(i) {
		return false
	}
	if o := s.Child(i, "obj"); o >= 0 && !strings.Contains(s.Tokens[o].Form, ":") {
		return false
	}
	return s.Child(i, "iobj", "ccomp", "aux", "aux:pass", "mark", "nsubj:pass", "obl:agent") < 0 && !s.objectBehind(i)
}

// harms reports whether token i is a verb of the class of those whose past form tells what befell somebody.
func (s *Sentence) harms(i int) bool { return verbClasses.At(s.Tokens[i].Lemma).has(befallVerb) }

// objectBehind reports whether what stands behind verb i may be whom its subject did it to, whatever the tree makes of it. A time is nobody.
func (s *Sentence) objectBehind(i int) bool {
	for k := i + 1; k < len(s.Tokens); k++ {
		switch t := &s.Tokens[k]; {
		case t.Tag == "ADV" || t.Lemma == "dead":
		case t.Tag == "NUM" && (strings.Contains(t.Form, ":") || k+1 < len(s.Tokens) && strings.HasSuffix(s.Tokens[k+1].Form, ".m.")):
			return false
		case t.Tag == "CCONJ" && k+1 < len(s.Tokens) && s.Tokens[k+1].Tag == "VERB" && s.harms(k+1):
			return s.Child(k+1, "obj") >= 0 || s.objectBehind(k+1)
		case s.class(k).has(month|weekday|dateAdverb) || timeNouns.At(t.Lemma):
			return false
		case (t.Tag == "ADJ" || t.Tag == "DET" || t.Tag == "NUM") && k+1 < len(s.Tokens) && (s.class(k+1).has(weekday) || timeNouns.At(s.Tokens[k+1].Lemma) || s.Tokens[k+1].Lemma == "time"):
			return false // 'last week', 'this month', 'two years ago'
		default:
			return t.nominal() || t.Tag == "NUM" || t.Tag == "PRON" || t.Tag == "DET" || t.Tag == "ADJ" || t.Tag == "SYM"
		}
	}
	return false
}

// alsoHurt returns the past form of a verb of harm which 'and' joins to token i, another, that the tree joins to a verb before both: 'found two
// people shot and killed'. It is -1 for none.
func (s *Sentence) alsoHurt(i int) int {
	if i < 2 || s.Tokens[i-1].Lemma != "and" || !s.Tokens[i].Is("conj") || s.Tokens[i].Head == i-2 || s.Tokens[i].Head > i || !s.pastHarm(i) || !s.pastHarm(i-2) || s.Tokens[i-2].Head < 0 || s.Child(i, "nsubj") >= 0 {
		return -1
	}
	return i - 2
}

// hurtOf returns the noun or number right before token i that a past form of a verb of harm describes, and that does not do it. It is -1 for
// none.
func (s *Sentence) hurtOf(i int) int {
	if i < 1 || !s.pastHarm(i) || s.Child(i, "xcomp") >= 0 && s.Tokens[s.Child(i, "xcomp")].Lemma != "dead" {
		return -1
	}
	t, p := &s.Tokens[i], i-1
	if h := t.Head; h >= 0 && h < i && finding[s.Tokens[h].Lemma] && s.Tokens[h].Tag == "VERB" && (s.Child(h, "obj") < 0 || s.Under(p, s.Child(h, "obj")) && s.listed(s.Child(h, "obj"), i)) {
		return -1 // how those were found
	}
	if n := &s.Tokens[p]; n.Tag == "PRON" && t.Is("xcomp") && t.Head >= 0 && n.Head == t.Head && n.Is("obj") && s.Tokens[t.Head].Lemma == "order" {
		return p // 'ordered him executed'
	}
	if n := &s.Tokens[p]; n.Tag != "NOUN" && n.Tag != "NUM" || n.Tag == "NOUN" && n.Fine != "NNS" && n.Lemma != "people" && s.Child(p, "det", "nummod") < 0 && !headlinePeople()[strings.ToLower(n.Form)] || timeNouns.At(n.Lemma) || n.Head == i && n.Is("nsubj", "obl:unmarked", "nmod:unmarked") {
		return -1
	}
	if h := t.Head; t.Is("xcomp") && h >= 0 && (identifying[s.Tokens[h].Lemma] || t.Lemma == "shoot" && s.Tokens[h].Lemma == "leave") && s.Child(h, "obj") == p && s.Child(h, "aux:pass") < 0 {
		return p // 'identified two people shot in May'
	}
	if t.Is("xcomp") && t.Head >= 0 && (s.Child(t.Head, "aux:pass") >= 0 || s.Child(t.Head, "obj") < 0 && s.Tokens[p].Is("obl", "nmod")) && s.Child(t.Head, "obj") != p && !s.Under(i, p) && s.Child(i, "mark") < 0 {
		return p // 'were called to reports of people shot'
	}
	if t.Head == p || s.Under(i, p) || !t.Is("conj", "ccomp", "root", "acl", "advcl", "parataxis") {
		return -1
	}
	if t.Tag == "VERB" && t.Is("root") && (s.Child(i, "nsubj") < 0 || s.Child(i, "nsubj") == p) {
		return -1
	}
	for k := t.Head + 1; k < p; k++ { // another subject of its own stands nearer
		if s.Tokens[k].Head == i && s.Tokens[k].Is("nsubj") && !t.Is("root") {
			return -1
		}
	}
	for s.Tokens[p].Is("conj") && s.Tokens[p].Head >= 0 && s.Tokens[p].Head < p && s.Tokens[s.Tokens[p].Head].nominal() && s.Child(s.Tokens[p].Head, "nummod", "det") >= 0 && s.listed(s.Tokens[p].Head, p) {
		p = s.Tokens[p].Head // 'three guards and a cook killed'
	}
	return p
}

// listed reports whether nothing but words of noun phrases, 'and' and commas stands between tokens a and b.
func (s *Sentence) listed(a, b int) bool {
	for k := a + 1; k < b; k++ {
		switch t := &s.Tokens[k]; {
		case t.nominal() || t.Tag == "NUM" || t.Tag == "DET" || t.Tag == "ADJ" || t.Form == "," || t.Lemma == "and" || t.Form == "-":
		default:
			return false
		}
	}
	return true
}

// identifying are verbs of those who say who was hurt, or see it.
var identifying = wordSet("see identify name bury mourn")

// finding are the verbs of those who come upon somebody hurt.
var finding = wordSet("find discover locate")

// makeHurt hangs participle i on those right before it; of the verb of the sentence, what stood before it becomes the root.
func (s *Sentence) makeHurt(i, p int) {
	t := &s.Tokens[i]
	if t.Head < 0 {
		n := s.Child(i, "nsubj")
		s.Tokens[n].Head, s.Tokens[n].Rel = -1, "root"
		for k := range s.Tokens {
			if c := &s.Tokens[k]; c.Head == i && (k < n || c.Tag == "PUNCT") {
				c.Head = n
			}
		}
	}
	if !s.Under(p, i) {
		t.Head, t.Rel, t.Fine = p, "acl", "VBN"
	}
}

// confirmedHurt reports whether the past form at token i completes a passive verb of telling: 'four officers are confirmed injured'.
func (s *Sentence) confirmedHurt(i int) bool {
	t := &s.Tokens[i]
	return t.Is("xcomp", "ccomp") && t.Head == i-1 && i > 0 && s.pastHarm(i) && s.Child(t.Head, "aux:pass") >= 0 && s.Child(t.Head, "nsubj:pass") >= 0 && s.Child(i, "nsubj") < 0
}

// makeConfirmed makes participle i the verb of those of whom it is told.
func (s *Sentence) makeConfirmed(i int) {
	h := s.Tokens[i].Head
	s.Tokens[i].Fine = "VBN"
	s.rehang(s.Child(h, "nsubj:pass"), i, "nsubj:pass")
	s.Tokens[i].Head, s.Tokens[i].Rel = s.Tokens[h].Head, s.Tokens[h].Rel
	s.adopt(h, i)
	s.Tokens[h].Head, s.Tokens[h].Rel = i, "aux"
}

// anotherHurt reports whether the past form at token i tells without 'was' what befell one person more: 'then another person shot and injured'.
func (s *Sentence) anotherHurt(i int) bool {
	if !s.pastHarm(i) {
		return false
	}
	n := s.Child(i, "nsubj")
	return n == i-1 && n > 0 && s.Child(i, "xcomp") < 0 && strings.EqualFold(s.Tokens[n-1].Form, "another")
}

// civilianOf returns the verb of which token i, a civilian who is counted, is taken for what its subject became: 'killed one civilian and injured
// nine others'. It is -1 for none.
func (s *Sentence) civilianOf(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "ADJ" || t.Lemma != "civilian" || !t.Is("xcomp") || t.Head < 0 || s.Child(i, "nummod") < 0 || s.Child(t.Head, "obj") >= 0 {
		return -1
	}
	return t.Head
}

// leftDead returns the verb before number i, right before 'dead', where the tree counts with it what comes behind: 'left more than 3,200 dead and
// displaced 700,000 others'. It is -1 for none.
func (s *Sentence) leftDead(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "NUM" || t.Head <= i+1 || i+1 >= len(s.Tokens) || s.Tokens[i+1].Lemma != "dead" {
		return -1
	}
	if h := s.Tokens[i+1].Head; h >= 0 && h < i && s.Tokens[h].Lemma == "leave" && s.Child(h, "obj") < 0 {
		return h
	}
	return -1
}

// ofTown returns the name of a town with an article, a comma and its state behind it, which noun i behind a second comma has before it: 'a
// Columbus, Ohio, police officer'. It is -1 for none.
func (s *Sentence) ofTown(i int) int {
	if i < 5 || s.Tokens[i].Tag != "NOUN" || s.nounFrom(i) != i || s.Child(i, "det", "case", "nmod:poss", "amod") >= 0 {
		return -1
	}
	k := i - 1
	for k > 0 && s.Tokens[k].Tag == "NOUN" {
		k--
	}
	commas := 0
	for ; k > 0 && commas < 2; k-- {
		switch t := &s.Tokens[k]; {
		case t.Form == ",":
			commas++
		case t.Tag != "PROPN" || commas == 0:
			return -1
		}
	}
	if commas < 2 || s.Tokens[k+2].Tag != "PROPN" {
		return -1
	}
	for k > 0 && s.Tokens[k].Tag == "PROPN" {
		k--
	}
	if f := strings.ToLower(s.Tokens[k].Form); f != "a" && f != "an" {
		return -1
	}
	h := s.Tokens[k].Head
	if h <= k || h > i || s.Tokens[h].Tag != "PROPN" || !s.Under(i, h) {
		return -1
	}
	return h
}

// makeOfTown gives noun i the place of the name at h, which only says where from.
func (s *Sentence) makeOfTown(i, h int) {
	head, rel := s.Tokens[h].Head, s.Tokens[h].Rel
	for k := range s.Tokens {
		if c := &s.Tokens[k]; c.Head == h && (c.Tag == "DET" || c.Tag == "ADP" || c.Tag == "PUNCT" || k > i) {
			c.Head = i
		}
	}
	s.Tokens[i].Head, s.Tokens[i].Rel = head, rel
	s.Tokens[h].Head, s.Tokens[h].Rel = i, "compound"
}

// hurtLately reports whether number i, right behind a verb of harm, is taken to count the time behind it: 'injured five late Saturday night'.
func (s *Sentence) hurtLately(i int) bool {
	t := &s.Tokens[i]
	if i < 1 || t.Tag != "NUM" || t.Head <= i+1 || s.Tokens[i-1].Tag != "VERB" || !s.harms(i-1) || s.Child(i-1, "obj") >= 0 {
		return false
	}
	return (s.class(t.Head).has(weekday) || timeNouns.At(s.Tokens[t.Head].Lemma)) && (s.Tokens[i+1].Tag == "ADJ" || s.class(i+1).has(weekday))
}

// thoseHurt returns the verb of the sentence, whose subject is right before the past form at token i of a verb of harm, where the tree takes that
// form for the first of two verbs: 'the soldiers killed and wounded in the raid were flown out'. It is -1 for none.
func (s *Sentence) thoseHurt(i int) int {
	if i < 1 || !s.pastHarm(i) || s.Child(i, "nsubj") != i-1 || s.Child(i-1, "det", "nummod") < 0 {
		return -1
	}
	for c := i + 1; c < len(s.Tokens); c++ {
		if t := &s.Tokens[c]; t.Head == i && t.Is("conj", "parataxis") && s.Child(c, "cc", "nsubj", "nsubj:pass") < 0 && s.Child(c, "aux", "aux:pass", "cop") > i && s.Tokens[s.Child(c, "aux", "aux:pass", "cop")-1].Tag != "PUNCT" {
			return c
		}
	}
	return -1
}

// makeThose makes c the verb of those before participle i.
func (s *Sentence) makeThose(i, c int) {
	t := &s.Tokens[i]
	s.Tokens[c].Head, s.Tokens[c].Rel = t.Head, t.Rel
	s.Tokens[i-1].Head, s.Tokens[i-1].Rel = c, "nsubj"
	if s.Child(c, "aux:pass") >= 0 {
		s.Tokens[i-1].Rel = "nsubj:pass"
	}
	for k := range s.Tokens {
		if p := &s.Tokens[k]; p.Head == i && (k > c || p.Tag == "PUNCT") {
			p.Head = c
		}
	}
	t.Head, t.Rel, t.Fine = i-1, "acl", "VBN"
}

// isFate reports whether token i says what befell those before it: 'dead', 'injured'.
func (s *Sentence) isFate(i int) bool {
	t := &s.Tokens[i]
	return i > 1 && (t.Lemma == "dead" && t.Tag == "ADJ" || (t.Tag == "VERB" || t.Tag == "ADJ") && strings.HasSuffix(t.Form, "ed") && s.harms(i) || t.Form == "hurt" || t.Form == "injured" || t.Form == "wounded")
}

// mendLeft hangs what befell somebody, at token i, on 'left' before it, with those whom it befell, or on those alone where it is the second of
// two: 'left three people hurt and one dead', 'left a woman and a man injured'.
// It reports whether it did.
func (s *Sentence) mendLeft(i int) bool {
	n := i - 1
	k := s.phraseStart(n)
	if k < 1 {
		return false
	}
	switch t := &s.Tokens[k-1]; {
	case t.Lemma == "leave" && t.Tag == "VERB":
		s.rehang(n, k-1, "obj")
		s.rehang(i, k-1, "xcomp")
		return true
	case t.Lemma == "and" && k > 2:
		first, shared := k-2, true
		if s.isFate(first) {
			first, shared = first-1, false
		}
		a := s.phraseStart(first)
		if a < 1 || s.Tokens[a-1].Lemma != "leave" || s.Tokens[a-1].Tag != "VERB" {
			return false
		}
		s.rehang(first, a-1, "obj")
		if shared {
			s.rehang(n, first, "conj")
			s.rehang(k-1, n, "cc")
			s.rehang(i, a-1, "xcomp")
		} else {
			s.rehang(i, k-2, "conj")
			s.rehang(n, i, "nsubj")
			if s.Tokens[i].Tag == "VERB" {
				s.rehang(n, i, "nsubj:pass")
			}
			s.rehang(k-1, i, "cc")
		}
		if s.Tokens[i].Fine == "VBD" {
			s.Tokens[i].Fine = "VBN"
		}
		return true
	}
	return false
}

// phraseStart returns where the phrase of people that ends with token n starts, with its number or article; 0 where it is none.
func (s *Sentence) phraseStart(n int) int {
	if n < 1 || s.Tokens[n].Tag != "NOUN" && s.Tokens[n].Tag != "NUM" && s.Tokens[n].Tag != "PRON" {
		return 0
	}
	for k := n; k > 0; k-- {
		switch t := &s.Tokens[k]; {
		case t.Tag == "NUM" || t.Tag == "DET" || k == n && (t.Lemma == "dozen" || t.Lemma == "hundred" || t.Lemma == "score"):
			for k > 0 && (s.Tokens[k-1].Tag == "ADV" || s.Tokens[k-1].Tag == "ADJ" || s.Tokens[k-1].Tag == "DET" || s.Tokens[k-1].Lemma == "at" || s.Tokens[k-1].Lemma == "than" || s.Tokens[k-1].Tag == "NUM") {
				k--
			}
			return k
		case t.Tag != "NOUN" && t.Tag != "ADJ" && t.Tag != "PROPN":
			return 0
		}
	}
	return 0
}

// shotBehind reports whether 'shot' at token i, behind those whom it befell, is taken for a noun: 'identified a boy shot and killed on Monday'.
func (s *Sentence) shotBehind(i int) bool {
	t := &s.Tokens[i]
	if i < 1 || i+1 >= len(s.Tokens) || t.Form != "shot" || t.Tag != "NOUN" || !s.Tokens[i-1].nominal() {
		return false
	}
	if s.Tokens[i+1].Lemma == "dead" {
		return true
	}
	return i+2 < len(s.Tokens) && s.Tokens[i+1].Lemma == "and" && s.Tokens[i+2].Tag == "VERB" && strings.HasSuffix(s.Tokens[i+2].Form, "ed") && s.harms(i+2) && s.Child(i+2, "obj") < 0
}

// makeShotBehind makes token i the participle of those right before it.
func (s *Sentence) makeShotBehind(i int) {
	t, n := &s.Tokens[i], i-1
	if s.Under(n, i) {
		s.Tokens[n].Head, s.Tokens[n].Rel = t.Head, t.Rel
		for k := range s.Tokens {
			if c := &s.Tokens[k]; c.Head == i && k < n {
				c.Head = n
			}
		}
	}
	t.Tag, t.Fine, t.Lemma, t.Head, t.Rel = "VERB", "VBN", "shoot", n, "acl"
	if k := i + 2; k < len(s.Tokens) && s.Tokens[i+1].Lemma == "and" {
		s.Tokens[k].Fine = "VBN"
		s.rehang(k, i, "conj")
	}
}

// tornSubject returns the verb of the clause that 'after' or 'when' begins right before the phrase of noun i, which is taken for a part of the
// clause above: 'offered a reward after a shooting in Camden left a girl hurt'. It is -1 for none.
func (s *Sentence) tornSubject(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "NOUN" || !t.Is("obl", "nmod", "obl:unmarked") || t.Head < 0 || t.Head > i || s.Child(i, "case") >= 0 {
		return -1
	}
	m := i - 1
	for m > t.Head && (s.Tokens[m].nominal() || s.Tokens[m].Tag == "DET" || s.Tokens[m].Tag == "ADJ" || s.Tokens[m].Tag == "NUM") {
		m--
	}
	v := s.Tokens[m].Head
	if !s.Tokens[m].Is("mark") || v <= i || s.Tokens[v].Tag != "VERB" || s.Tokens[v].Fine != "VBD" || !s.Tokens[v].Is("advcl") || s.Child(v, "nsubj", "nsubj:pass", "aux:pass") >= 0 || s.class(i).has(month|weekday) || timeNouns.At(t.Lemma) {
		return -1
	}
	return v
}

// whoIs returns the noun before the participle at token i, the subject of a verb that still comes, which is taken for something that the verb
// above did: 'are looking into whether a gunman accused of murder may have fled'. It is -1 for none.
func (s *Sentence) whoIs(i int) int {
	t := &s.Tokens[i]
	if i < 1 || t.Tag != "VERB" || t.Fine != "VBN" && t.Fine != "VBD" || t.Head < 0 || t.Head >= i-1 || !t.Is("advcl", "conj", "xcomp", "acl", "ccomp") || s.Child(i, "nsubj", "obj", "aux", "aux:pass", "mark", "nsubj:pass") >= 0 {
		return -1
	}
	if n := s.accusedOf(i); n >= 0 {
		return n
	}
	n := &s.Tokens[i-1]
	if n.Tag == "NOUN" && n.Is("nsubj", "nsubj:pass") && n.Head > i && s.Tokens[n.Head].Tag == "VERB" && !s.Under(i-1, i) {
		return i - 1
	}
	return -1
}

// accusedOf returns the noun that 'accused of' or 'convicted of' at token i stands behind and describes: 'the sentence of Sheikh convicted of
// murder', 'an activist in Moscow accused of a plot'. It is -1 for none, as in 'appeared in court accused of'.
func (s *Sentence) accusedOf(i int) int {
	t, n := &s.Tokens[i], i-1
	if !verbClasses.At(t.Lemma).has(accuseVerb) || i+1 >= len(s.Tokens) || s.Tokens[i+1].Lemma != "of" || !t.Is("advcl", "xcomp") || !s.Tokens[n].nominal() || s.Under(n, i) {
		return -1
	}
	for k := 0; k < 4; k++ {
		p := &s.Tokens[n]
		c := s.Child(n, "case")
		switch {
		case p.Head < 0 || p.Head >= n || timeNouns.At(p.Lemma):
			return -1
		case p.Is("conj", "flat", "compound") || p.Is("nmod") && c >= 0 && s.Tokens[c].Lemma != "of":
			n = p.Head
		case p.Is("nmod", "obj", "appos"):
			return n
		default:
			return -1
		}
	}
	return -1
}

// relativeToo returns the verb of the relative clause that token i, taken for the verb of a second one, goes on: 'who were threatened and then
// killed'. It is -1 for none.
func (s *Sentence) relativeToo(i int) int {
	t := &s.Tokens[i]
	if t.Rel != "acl:relcl" || t.Tag != "VERB" || t.Fine != "VBN" && t.Fine != "VBD" || s.Child(i, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "mark") >= 0 || i < 2 || s.Tokens[i-1].Lemma != "then" && s.Tokens[i-1].Lemma != "and" && s.Tokens[i-1].Lemma != "later" {
		return -1
	}
	for r := i - 2; r > t.Head; r-- {
		if c := &s.Tokens[r]; c.Head == t.Head && c.Rel == "acl:relcl" && c.Tag == "VERB" && s.Child(r, "nsubj", "nsubj:pass") >= 0 {
			return r
		}
	}
	return -1
}

// noAgent reports whether token i, taken for who did it, has no 'by' before it: 'was shot near 5th Avenue and E. Park Avenue'.
func (s *Sentence) noAgent(i int) bool {
	t := &s.Tokens[i]
	if t.Rel != "obl:agent" || s.Child(i, "case") >= 0 {
		return false
	}
	for k := max(0, min(t.Head, i)); k < i; k++ {
		if s.Tokens[k].Lemma == "by" {
			return false
		}
	}
	return true
}

// whoIsSaid returns the past form of which token i, taken for whom somebody says it to, is the subject: 'police say her uncle, 45, shot two
// guards'. Nobody says somebody something. It is -1 for none.
func (s *Sentence) whoIsSaid(i int) int {
	t := &s.Tokens[i]
	if !t.Is("iobj", "obj") || t.Tag != "NOUN" && t.Tag != "PROPN" && t.Lemma != "someone" && t.Lemma != "somebody" || t.Head < 0 || t.Head > i || !tellers[s.Tokens[t.Head].Lemma] {
		return -1
	}
	for v := i + 1; v < len(s.Tokens); v++ {
		if c := &s.Tokens[v]; c.Tag == "VERB" && c.Head == t.Head && c.Is("ccomp", "conj", "parataxis") {
			if c.Fine != "VBD" && c.Fine != "VBN" && c.Fine != "VBZ" || s.Child(v, "nsubj", "nsubj:pass", "mark") >= 0 || t.Is("obj") && (!c.Is("ccomp") || s.Child(v, "cc") >= 0) {
				return -1
			}
			return v
		}
	}
	return -1
}

// tellers are verbs that have what is said behind them, and never whom it is said to without 'to'.
var tellers = wordSet("say believe think allege suspect claim add confirm report")

// makeSaid makes noun i the subject of verb v, and what 'and' joins to that verb right behind it a part of what is said.
func (s *Sentence) makeSaid(i, v int) {
	say := s.Tokens[i].Head
	s.Tokens[i].Head, s.Tokens[i].Rel = v, "nsubj"
	if s.Child(v, "aux:pass") >= 0 {
		s.Tokens[i].Rel = "nsubj:pass"
	}
	s.Tokens[v].Rel = "ccomp"
	if k := v + 2; k < len(s.Tokens) && s.Tokens[v+1].Lemma == "and" && s.Tokens[k].Tag == "VERB" && s.Tokens[k].Head == say {
		s.Tokens[k].Head, s.Tokens[k].Rel = v, "conj"
	}
}

// contentToo returns the verb of what is said or learnt that verb i, with 'was' and no subject, goes on: 'learnt that he was drunk, was armed'. It is
// -1 for none.
func (s *Sentence) contentToo(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "VERB" || !t.Is("ccomp") || t.Head < 0 || t.Head > i || s.Child(i, "nsubj", "nsubj:pass", "mark", "ccomp") >= 0 || s.Child(i, "aux", "aux:pass") < 0 {
		return -1
	}
	for v := i - 1; v > t.Head; v-- {
		if c := &s.Tokens[v]; c.Head == t.Head && c.Is("ccomp") && c.Tag == "VERB" && s.Child(v, "nsubj", "nsubj:pass") >= 0 && s.Child(v, "mark") >= 0 {
			return v
		}
	}
	return -1
}

// beingToo returns the passive verb that participle i goes on in a list, where the tree joins it to the verb above: 'told of being beaten, shot at
// and nearly killed'. It is -1 for none.
func (s *Sentence) beingToo(i int) int {
	t := &s.Tokens[i]
	if i < 2 || !t.Is("conj", "advcl") || t.Head < 0 || t.Head > i || !s.pastHarm(i) || s.Child(i, "nsubj") >= 0 {
		return -1
	}
	for k := i - 1; k > t.Head && (s.Tokens[k].Tag == "ADV" || s.Tokens[k].Tag == "CCONJ" || s.Tokens[k].Form == ","); k-- {
		if s.Tokens[k].Tag == "ADV" && k > i-2 {
			continue
		}
		for v := k - 1; v > t.Head; v-- {
			if c := &s.Tokens[v]; c.Tag == "VERB" && c.Is("acl", "advcl", "xcomp") {
				if b := s.Child(v, "aux:pass"); b >= 0 && s.Tokens[b].Fine == "VBG" {
					return v
				}
			}
		}
		return -1
	}
	return -1
}

// foundSoThen returns the verb of the sentence behind 'found' at token i, which says how those before it were found: 'the boy found shot to death
// has been named'. It is -1 for none.
func (s *Sentence) foundSoThen(i int) int {
	t := &s.Tokens[i]
	if i < 1 || !finding[t.Lemma] || t.Fine != "VBD" && t.Fine != "VBN" || s.Child(i, "nsubj") != i-1 || s.Child(i, "obj", "aux") >= 0 {
		return -1
	}
	x := s.Child(i, "xcomp")
	if x != i+1 || s.Tokens[x].Lemma != "dead" && !s.pastHarm(x) {
		return -1
	}
	for c := x + 1; c < len(s.Tokens); c++ {
		k := &s.Tokens[c]
		if k.Head != i || !k.Is("ccomp", "conj", "parataxis") || k.Tag != "VERB" && k.Tag != "ADJ" && k.Tag != "NOUN" || s.Child(c, "cc", "mark") >= 0 || s.Child(c, "aux", "aux:pass", "cop") < i {
			continue
		}
		if n := s.Child(c, "nsubj", "nsubj:pass"); n >= 0 {
			if !timeNouns.At(s.Tokens[n].Lemma) && !s.class(n).has(weekday|month) {
				return -1
			}
			s.Tokens[n].Head, s.Tokens[n].Rel = x, "obl:unmarked"
		}
		return c
	}
	return -1
}

// byParticiple returns the participle right before the 'by' of noun i, which hangs on a word before both: 'the attack on the mall - frequented by
// foreigners - came'. It is -1 for none.
func (s *Sentence) byParticiple(i int) int {
	t := &s.Tokens[i]
	if !t.Is("nmod", "obl") {
		return -1
	}
	b := s.Child(i, "case")
	if b < 1 || s.Tokens[b].Lemma != "by" || t.Head >= b-1 || s.class(i).has(month|weekday) || timeNouns.At(t.Lemma) {
		return -1
	}
	if p := &s.Tokens[b-1]; p.Tag != "VERB" || p.Fine != "VBN" || p.Is("amod", "xcomp") || s.Child(b-1, "obj", "obl:agent") >= 0 || s.Under(b-1, i) {
		return -1
	}
	return b - 1
}

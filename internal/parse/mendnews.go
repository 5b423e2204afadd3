package parse

import (
	"slices"
	"strings"
)

// mendNews mends what the wording of news reports often breaks: who is 'believed to be' something before the verb, the two sides of
// 'between', and participles taken for the verb.
func (s *Sentence) mendNews() {
	for i := range s.Tokens {
		switch {
		case s.apart(i):
			s.rehang(i, s.Root(), "parataxis")
		case s.saidBehind(i) >= 0:
			s.givenWord(i, s.saidBehind(i))
		case s.hang(i, s.saidWith(i), "conj"):
		case s.hang(i, s.askedToo(i), "conj"):
		case s.sawHurt(i) >= 0:
			s.makeSeen(i, s.sawHurt(i))
		case s.leavesHurt(i):
			s.rehang(i, i-1, "obj")
		case s.hang(i, s.nearNoun(i), "case"):
		case s.placeBefore(i) >= 0:
			s.partTime(i, s.placeBefore(i))
		case s.leftSubject(i) >= 0:
			s.makeSubject(i, s.leftSubject(i))
		case s.loyalTo(i):
			s.rehang(i, i-1, "amod")
		case s.saidThen(i):
			s.rehang(i, s.saidVerb(i), "obl")
		case s.believed(i) >= 0:
			s.makeBelieved(i, s.believed(i))
		case s.sides(i):
			s.partSides(i)
		case s.ahead(i):
			s.putAhead(i)
		case s.hang(i, s.blamedOn(i), "obl"):
		case s.didLately(i):
			h := s.Tokens[i].Head
			s.Tokens[i].Head, s.Tokens[i].Rel = -1, "root"
			for k := range s.Tokens {
				if k > i && s.Tokens[k].Head == h {
					s.Tokens[k].Head = i
				}
			}
			s.Tokens[h].Head, s.Tokens[h].Rel = i, "nsubj"
		case s.sayingSo(i) >= 0:
			s.Tokens[i].Head = s.sayingSo(i)
		case s.onTheDay(i):
			s.Tokens[i-1].Head, s.Tokens[i].Head, s.Tokens[i].Rel = i, s.Tokens[i+1].Head, "obl"
			s.Tokens[i+1].Rel = "nsubj"
		case s.hang(i, s.forcedTo(i), "xcomp"):
		case s.shortName(i):
			s.nameShort(i)
		case s.befell(i):
			s.makePassive(i)
		case s.hang(i, s.countedIn(i), "nmod"):
		case s.hang(i, s.behindYear(i), "nummod"):
		case s.hang(i, s.within(i), "conj"):
		case s.titleBefore(i):
			s.Tokens[i].Head, s.Tokens[i].Rel = i+1, "nmod:desc"
		case s.asWhat(i):
			s.Tokens[i].Rel = "obl"
		case s.gerundNoun(i) >= 0:
			s.makeGerund(i, s.gerundNoun(i))
		case s.ownNumber(i) >= 0:
			s.partNumbers(i, s.ownNumber(i))
		case s.thoseDone(i):
			s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Fine = i-1, "acl", "VBN"
		case s.numberDone(i):
			s.Tokens[i].Head, s.Tokens[i].Rel = i+1, "nsubj:pass"
		case s.demonym(i):
			s.Tokens[i+1].Head, s.Tokens[i+1].Rel = s.Tokens[i].Head, s.Tokens[i].Rel
			s.adopt(i, i+1)
			s.Tokens[i].Head, s.Tokens[i].Rel = i+1, "amod"
		case s.ofThem(i) >= 0:
			s.Tokens[i].Head, s.Tokens[i].Rel = s.ofThem(i), "appos"
		case s.over(i) >= 0:
			s.Tokens[i].Head, s.Tokens[i].Rel = s.over(i), "case"
		case s.deadBehind(i):
			s.Tokens[i].Head, s.Tokens[i].Rel = i-1, "xcomp"
		case s.foundSuffering(i):
			s.makeSuffering(i)
		case s.foundShot(i):
			s.Tokens[s.Child(i, "nsubj")].Rel = "nsubj:pass"
		case s.wouldBe(i):
			s.Tokens[i].Head, s.Tokens[i+1].Head, s.Tokens[i+2].Head = i+2, i+2, s.nounFrom(i+3)
			s.Tokens[i].Rel, s.Tokens[i+1].Rel, s.Tokens[i+2].Rel = "dep", "punct", "amod"
		}
	}
}

// believed returns the verb of the clause whose subject stands before the participle at token i, where 'to be' and what it is
// believed to be stand between them: 'gunmen believed to be rebels attacked a bus'. It is -1 for none.
func (s *Sentence) believed(i int) int {
	t := &s.Tokens[i]
	if i < 1 || i+4 >= len(s.Tokens) || t.Tag != "VERB" || t.Fine != "VBN" && t.Fine != "VBD" || !verbClasses.At(t.Lemma).has(reportVerb) && !verbClasses.At(t.Lemma).has(allegeVerb) || s.Tokens[i+1].Lemma != "to" || s.Tokens[i+2].Lemma != "be" || !s.Tokens[i-1].nominal() {
		return -1
	}
	if n := s.Tokens[i-1]; n.Head != i && t.Head != i-1 {
		return -1
	}
	for j := i + 3; j < len(s.Tokens); j++ {
		switch k := &s.Tokens[j]; {
		case k.Tag == "VERB" && (k.Fine == "VBD" || k.Fine == "VBN" || k.Fine == "VBZ" || k.Fine == "VBP"):
			if n := s.Child(j, "nsubj"); n > i+2 && n < j && s.Tokens[n].nominal() && (s.Tokens[i+1].Head == j || s.Tokens[i+2].Head == j) {
				return j
			}
			return -1
		case k.Tag == "VERB" || k.Tag == "PUNCT" && k.Form != "-" || k.Tag == "SCONJ":
			return -1
		}
	}
	return -1
}

// makeBelieved makes j the verb of the noun before participle i, and what stands before j what that noun is believed to be.
func (s *Sentence) makeBelieved(i, j int) {
	is := s.Child(j, "nsubj")
	for is < j && (is <= i || !s.Tokens[is].nominal()) {
		is++
	}
	if s.Tokens[j].Head == i {
		s.Tokens[j].Head, s.Tokens[j].Rel = s.Tokens[i].Head, s.Tokens[i].Rel
	}
	for k := range s.Tokens {
		if c := &s.Tokens[k]; c.Head == i && (k > j || c.Tag == "PUNCT") {
			c.Head = j
		}
	}
	s.Tokens[i-1].Head, s.Tokens[i-1].Rel = j, "nsubj"
	s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Fine = i-1, "acl", "VBN"
	s.Tokens[is].Head, s.Tokens[is].Rel = i, "xcomp"
	s.Tokens[i+1].Head, s.Tokens[i+1].Rel = is, "mark"
	s.Tokens[i+2].Head, s.Tokens[i+2].Rel = is, "cop"
}

// sides reports whether token i is a 'between' behind a noun that a later word than those it joins has taken: 'clashes between the army
// and the rebels in Sennar'.
func (s *Sentence) sides(i int) bool {
	if s.Tokens[i].Lemma != "between" || i < 1 || s.Tokens[i-1].Tag != "NOUN" {
		return false
	}
	and, end := s.pair(i)
	return and > 0 && s.Tokens[i].Head >= end
}

// pair returns the 'and' of the two phrases that stand behind token i, and where the second ends; 0 if they are not two.
func (s *Sentence) pair(i int) (and, end int) {
	for k := i + 1; k < len(s.Tokens); k++ {
		switch t := &s.Tokens[k]; {
		case t.Lemma == "and" && and == 0 && s.Tokens[k-1].nominal():
			and = k
		case t.Tag == "DET" || t.Tag == "ADJ" || t.nominal() || t.Form == "-" || t.Form == "’s" || t.Form == "'s" || t.Fine == "VBN" && s.Tokens[k-1].Form == "-":
		default:
			if and == 0 || !s.Tokens[k-1].nominal() {
				return 0, 0
			}
			return and, k
		}
	}
	return 0, 0
}

// partSides hangs the two sides behind 'between' at token i on the noun before it, and with them what follows.
func (s *Sentence) partSides(i int) {
	and, end := s.pair(i)
	a, b := s.lead(i+1, and), s.lead(and+1, end)
	old := s.Tokens[i].Head
	s.Tokens[i].Head, s.Tokens[i].Rel = a, "case"
	s.rehang(a, i-1, "nmod")
	s.rehang(b, a, "conj")
	s.Tokens[and].Head, s.Tokens[and].Rel = b, "cc"
	if h := s.Tokens[old].Head; h == a || h == b {
		s.rehang(old, i-1, "nmod")
	}
	for k := i + 1; k < end; k++ {
		if h := s.Tokens[k].Head; k != a && k != b && k != and && (h < i || h >= end) {
			n := a
			if k > and {
				n = b
			}
			s.rehang(k, n, s.Tokens[k].Rel)
		}
	}
}

// lead returns the noun from token a to b that the others hang on: the last one, or the first word of its name.
func (s *Sentence) lead(a, b int) int {
	k := b - 1
	for k > a && s.Tokens[k].Rel == "flat" {
		k--
	}
	return k
}

// ahead reports whether token i is a past form taken for the auxiliary of a participle before a noun: 'shelled besieged Idlib'.
func (s *Sentence) ahead(i int) bool {
	if i+2 >= len(s.Tokens) || i == 0 {
		return false
	}
	t, p := &s.Tokens[i], &s.Tokens[i+1]
	return t.Tag == "VERB" && t.Fine == "VBD" && (t.Is("aux") || t.Is("ccomp") && s.Child(i, "nsubj") >= 0) && t.Head == i+1 && p.Tag == "VERB" && (p.Fine == "VBD" || p.Fine == "VBN") && s.Tokens[i+2].nominal() &&
		s.Tokens[i+2].Head == i+1 && s.Tokens[i+2].Is("obj")
}

// putAhead makes token i the verb in place of the participle behind it, which describes what the verb is done to.
func (s *Sentence) putAhead(i int) {
	s.Tokens[i].Head, s.Tokens[i].Rel = s.Tokens[i+1].Head, s.Tokens[i+1].Rel
	s.adopt(i+1, i)
	s.Tokens[i+1].Head, s.Tokens[i+1].Rel, s.Tokens[i+1].Fine, s.Tokens[i+1].Tag = i+2, "amod", "VBN", "ADJ"
}

// adopt hangs on token b what hangs on token a, but for b.
func (s *Sentence) adopt(a, b int) {
	for k := range s.Tokens {
		if s.Tokens[k].Head == a && k != b {
			s.Tokens[k].Head = b
		}
	}
}

// titleBefore reports whether noun i, right before a person's name that hangs on the same verb in the same way, says who that is:
// 'judge Ann Kato was shot', with both under 'shot'.
func (s *Sentence) titleBefore(i int) bool {
	t := &s.Tokens[i]
	n := i + 1
	for n < len(s.Tokens) && s.Tokens[n].Rel == "nmod:desc" && s.Tokens[n].Head > n && s.Tokens[n].Head < i+5 {
		n++ // 'attorney general Ann Kato'
	}
	if n >= len(s.Tokens) || t.Tag != "NOUN" || t.Head < 0 || t.Head != s.Tokens[n].Head || s.Tokens[n].Entity != "B-person" {
		return false
	}
	return t.Is("nsubj") && s.Tokens[n].Is("nsubj") || t.Is("obj") && s.Tokens[n].Is("obj")
}

// asWhat reports whether noun i, with 'as' right before it, is taken for what the verb is done to: 'took as hostages two nurses'.
func (s *Sentence) asWhat(i int) bool {
	t := &s.Tokens[i]
	return i > 0 && t.Rel == "obj" && s.Tokens[i-1].Lemma == "as" && s.Tokens[i-1].Head == i && s.Tokens[i-1].Tag == "ADP"
}

// doneBy reports whether token i is a participle right behind a noun that tells by whom what the noun names was done, and hangs
// further up: 'hurt in the attack staged by rebels'.
func (s *Sentence) doneBy(i int) bool {
	t := &s.Tokens[i]
	if i == 0 || t.Fine != "VBN" || !t.Is("advcl", "ccomp", "parataxis") || t.Head < 0 || t.Head == i-1 || s.Child(i, "nsubj", "mark", "aux", "cc") >= 0 {
		return false
	}
	n := &s.Tokens[i-1]
	return n.Tag == "NOUN" && n.Is("obl", "obj", "nmod") && n.Rel != "obl:agent" && s.Child(i, "obl:agent") > i
}

// gerundNoun returns the noun that the gerund at token i, taken for a noun, is done to: 'accused them of bombing civilians', with 'of'
// before the civilians. It is -1 for none.
func (s *Sentence) gerundNoun(i int) int {
	if i < 2 || i+1 >= len(s.Tokens) || !strings.HasSuffix(strings.ToLower(s.Tokens[i].Form), "ing") || s.Tokens[i].Fine != "NN" || s.Tokens[i-1].Lemma != "of" {
		return -1
	}
	t, o := &s.Tokens[i], s.Tokens[i-1].Head
	if o <= i || !t.Is("nmod", "obl", "compound") || !s.Tokens[o].Is("nmod", "obl") || t.Head != s.Tokens[o].Head && t.Head != o {
		return -1
	}
	a := s.Tokens[o].Head
	if a >= 0 && s.Tokens[a].Is("obj") {
		a = s.Tokens[a].Head
	}
	if a < 0 || a > i || !verbClasses.At(s.Tokens[a].Lemma).has(accuseVerb) || s.Tokens[o].Fine != "NNS" {
		return -1
	}
	return o
}

// makeGerund makes token i a gerund that is done to token o and says what somebody is accused of.
func (s *Sentence) makeGerund(i, o int) {
	a := s.Tokens[o].Head
	if s.Tokens[a].Is("obj") {
		a = s.Tokens[a].Head
	}
	t := &s.Tokens[i]
	t.Tag, t.Fine, t.Rel, t.Head = "VERB", "VBG", "advcl", a
	t.Lemma = strings.TrimSuffix(strings.ToLower(t.Form), "ing")
	s.Tokens[o].Head, s.Tokens[o].Rel = i, "obj"
	s.Tokens[i-1].Head, s.Tokens[i-1].Rel, s.Tokens[i-1].Tag = i, "mark", "SCONJ"
}

// numberDone reports whether number i, behind 'and', is the subject of the participle right behind it: 'six were killed and 20 taken
// hostage'.
func (s *Sentence) numberDone(i int) bool {
	if i < 2 || i+1 >= len(s.Tokens) {
		return false
	}
	t, p := &s.Tokens[i], &s.Tokens[i+1]
	first, _ := s.Subtree(i)
	return t.Tag == "NUM" && t.Is("conj") && (s.Tokens[i-1].Tag == "CCONJ" || s.Tokens[first].Tag == "CCONJ" || first > 0 && s.Tokens[first-1].Tag == "CCONJ") && p.Fine == "VBN" && p.Is("conj") && p.Head == t.Head && t.Head < i && s.Child(i+1, "nsubj", "obj") < 0
}

// demonym reports whether the adjective of a people at token i has the place of the noun right behind it: 'beheaded a Vietnamese
// hostage'.
func (s *Sentence) demonym(i int) bool {
	if i+1 >= len(s.Tokens) || i == 0 {
		return false
	}
	t, n := &s.Tokens[i], &s.Tokens[i+1]
	return t.Tag == "ADJ" && t.Is("obj") && t.Form != "" && t.Form[0] >= 'A' && t.Form[0] <= 'Z' && n.Fine == "NN" && n.Is("xcomp") && n.Head == t.Head && s.Tokens[i-1].Tag == "DET"
}

// blamedOn returns the verb of blaming that noun i, behind the last 'on', belongs to, where it hangs on what is blamed on somebody: 'blamed the
// attacks on the militias'. It is -1 for none.
func (s *Sentence) blamedOn(i int) int {
	t := &s.Tokens[i]
	if !t.Is("nmod") || t.Head < 1 || t.Head > i || s.caseOf(i) != "on" || !s.Tokens[t.Head].Is("obj") || s.Tokens[t.Head].Head < 0 {
		return -1
	}
	b := s.Tokens[t.Head].Head
	if b > t.Head || s.Tokens[b].Lemma != "blame" {
		return -1
	}
	for k := t.Head + 1; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; k != i && (c.Head == t.Head && k > i || c.Head == b) && s.caseOf(k) == "on" {
			return -1
		}
	}
	return b
}

// ofThem returns the subject of which token i, taken for a second one, tells a part: '60 people, most of them women, were killed'. It is -1
// for none.
func (s *Sentence) ofThem(i int) int {
	t := &s.Tokens[i]
	if !t.Is("nsubj") || t.Head < i || i < 2 || i+2 >= len(s.Tokens) || s.Tokens[i-1].Form != "," || s.Tokens[i+1].Lemma != "of" || s.Tokens[i+2].Lemma != "they" && s.Tokens[i+2].Lemma != "them" && s.Tokens[i+2].Lemma != "whom" {
		return -1
	}
	if a := s.Child(t.Head, "nsubj"); a < i-1 {
		return a
	}
	return -1
}

// over returns the noun before which the particle at token i stands and that has no preposition: 'drove over a landmine'. It is -1 for
// none.
func (s *Sentence) over(i int) int {
	t := &s.Tokens[i]
	if t.Rel != "compound:prt" || t.Lemma != "over" && t.Lemma != "into" || i+1 >= len(s.Tokens) {
		return -1
	}
	n := i + 1
	if s.Tokens[n].Tag == "DET" {
		n++
	}
	if n = s.nounFrom(n); n >= 0 && s.Tokens[n].Head == t.Head && s.Tokens[n].Is("obl") && s.Child(n, "case") < 0 {
		return n
	}
	return -1
}

// deadBehind reports whether token i is the 'dead' of 'shot dead', taken for a word that describes whom: 'shot dead radio host X'.
func (s *Sentence) deadBehind(i int) bool {
	return i > 0 && s.Tokens[i].Lemma == "dead" && s.Tokens[i-1].Lemma == "shoot" && s.Tokens[i-1].Tag == "VERB" && s.Tokens[i].Is("amod") && s.Tokens[i].Head > i
}

// foundShot reports whether token i, with 'dead' behind it and nobody whom it is done to, tells what befell its subject: 'ten were
// arrested and two suspects shot dead'. Read as a past form it does so where more than a comma or an object follows: 'Two teachers shot
// dead in Kano'; 'the two whom rebels shot dead' has its object before it.
func (s *Sentence) foundShot(i int) bool {
	t := &s.Tokens[i]
	if t.Fine == "VBD" && (t.Is("acl") || i+2 < len(s.Tokens) && s.Tokens[i+2].Form == ",") {
		return false
	}
	return (t.Fine == "VBN" || t.Fine == "VBD") && t.Lemma == "shoot" && i+1 < len(s.Tokens) && s.Tokens[i+1].Lemma == "dead" && s.Child(i, "obj", "aux") < 0 && s.Child(i, "nsubj") >= 0 &&
		(i+2 == len(s.Tokens) || !s.Tokens[i+2].nominal() && s.Tokens[i+2].Tag != "DET" && s.Tokens[i+2].Tag != "NUM")
}

// askedToo returns the infinitive with which the bare one at token i goes, which the tree hung on the verb above both: 'urged them to meet
// the envoy and allow a team in'. It is -1 for none.
func (s *Sentence) askedToo(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "VERB" || t.Fine != "VB" || !t.Is("conj") || t.Head < 0 || t.Head > i || s.Child(i, "aux", "mark") >= 0 {
		return -1
	}
	if h := s.Tokens[t.Head]; h.Fine != "VBD" && h.Fine != "VBN" && h.Fine != "VBZ" && h.Fine != "VBG" {
		return -1
	}
	for k := i - 1; k > t.Head; k-- {
		if c := &s.Tokens[k]; c.Tag == "VERB" && c.Fine == "VB" && c.Head == t.Head {
			if m := s.Child(k, "mark"); m >= 0 && s.Tokens[m].Lemma == "to" {
				return k
			}
		}
	}
	return -1
}

// sawHurt returns the verb of seeing before the past form at token i that tells what befell those between the two: 'the province saw 25
// fighters killed'. It is -1 for none.
func (s *Sentence) sawHurt(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "VERB" || t.Fine != "VBD" && t.Fine != "VBN" || t.Is("acl") || !verbClasses.At(t.Lemma).has(befallVerb) || i < 2 || !s.Tokens[i-1].nominal() || s.Child(i, "obj", "aux", "mark", "ccomp") >= 0 {
		return -1
	}
	for k := i - 1; k >= 0; k-- {
		switch c := &s.Tokens[k]; {
		case c.Tag == "VERB" && c.Lemma == "see" && k < i-1:
			return k
		case c.Tag == "VERB" || c.Tag == "PUNCT" && c.Form != "-" || c.Tag == "SCONJ" || c.Tag == "CCONJ" || c.Tag == "PRON":
			return -1
		}
	}
	return -1
}

// makeSeen makes past form i the participle that tells what verb see saw done.
func (s *Sentence) makeSeen(i, see int) {
	s.Tokens[i].Fine = "VBN"
	if s.Tokens[see].Head == i {
		s.Tokens[see].Head, s.Tokens[see].Rel = s.Tokens[i].Head, s.Tokens[i].Rel
	}
	for k := range i {
		switch c := &s.Tokens[k]; {
		case k < see && c.Head == i:
			c.Head = see
		case k > see && (c.Head == i && c.Is("nsubj") || c.Head == see && c.Is("obj")):
			c.Head, c.Rel = i, "nsubj:pass"
		}
	}
	s.rehang(i, see, "xcomp")
}

// foundSuffering reports whether token i is 'suffering' of 'found a man suffering from a wound', which the tree hung on the finding.
func (s *Sentence) foundSuffering(i int) bool {
	t := &s.Tokens[i]
	if i < 2 || i+2 >= len(s.Tokens) || t.Form != "suffering" || s.Tokens[i+1].Form != "from" || t.Head < 0 || t.Head >= i-1 || s.Tokens[t.Head].Tag != "VERB" || !t.Is("obj", "advcl", "xcomp") {
		return false
	}
	n := &s.Tokens[i-1]
	return n.Head == t.Head && n.Is("obj") || n.Head == i && (n.nominal() || n.Tag == "ADJ")
}

// makeSuffering makes 'suffering' at token i a participle of the noun before it, with what is suffered from.
func (s *Sentence) makeSuffering(i int) {
	t, n := &s.Tokens[i], &s.Tokens[i-1]
	up := t.Head
	for k := range s.Tokens {
		if c := &s.Tokens[k]; c.Head == i && k < i-1 {
			c.Head = i - 1 // its article
		} else if k > i && (c.Head == i-1 || c.Head == up) && s.Tokens[i+1].Head == k {
			c.Head, c.Rel = i, "obl"
		}
	}
	if n.Head == i {
		n.Head, n.Rel, n.Tag, n.Fine = up, "obj", "NOUN", "NN"
	}
	t.Head, t.Rel, t.Tag, t.Fine, t.Lemma = i-1, "acl", "VERB", "VBG", "suffer"
}

// wouldBe reports whether 'would-be' before a noun begins at token i.
func (s *Sentence) wouldBe(i int) bool {
	return i+3 < len(s.Tokens) && s.Tokens[i].Lemma == "would" && s.Tokens[i+1].Form == "-" && s.Tokens[i+2].Lemma == "be" && s.nounFrom(i+3) >= 0 &&
		!slices.ContainsFunc(s.Tokens[i+3:s.nounFrom(i+3)], func(t Token) bool { return t.Tag == "VERB" })
}

// nounFrom returns the last of the nouns that stand together from token i on, -1 if there is none.
func (s *Sentence) nounFrom(i int) int {
	last := -1
	for k := i; k < len(s.Tokens) && (s.Tokens[k].nominal() || s.Tokens[k].Tag == "ADJ"); k++ {
		if s.Tokens[k].nominal() {
			last = k
		}
	}
	return last
}

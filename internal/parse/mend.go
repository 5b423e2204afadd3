package parse

import (
	"slices"
	"strings"

	"dateline/data"
)

// mend hangs words elsewhere that the scores of arcs, which look at two words at a time, often hang
// wrongly, where the words beside them leave little doubt. Each mend was measured on the dev parts of the
// treebanks to do no harm there.
func mend(tokens []Token) {
	s := Sentence{Tokens: tokens, Tree: true}
	for i := range tokens {
		if last := s.bodyAt(i); last >= 0 {
			s.nameBody(i, last)
		}
		if j := s.tiedTo(i); j >= 0 {
			s.tie(i, j)
		}
		if s.writtenName(i) {
			s.makeName(i)
		}
		if n := s.lostVerb(i); n >= 0 {
			s.makePast(i, n)
		}
		if s.noneOfThem(i) {
			tokens[i].Rel = "parataxis"
		}
		if s.soManyMore(i) {
			s.swap(i, i+1)
		}
	}
	for i := range tokens {
		switch {
		case s.doneHoursLater(i) >= 0:
			s.makeDone(i, s.doneHoursLater(i))
		case s.hang(i, s.accordingTo(i), "nmod"):
		case s.countDone(i):
			s.makeCountDone(i)
		case s.hang(i, s.ofSuspect(i), "obl"):
		case s.hang(i, s.besideThose(i), "nmod"):
		case s.nounDone(i):
			s.rehang(i, i+1, "nsubj:pass")
		case s.hang(i, s.finite(i), "conj"):
		case s.timedBy(i) >= 0:
			s.makeTimed(i, s.timedBy(i))
		case s.splitName(i):
			s.rehang(i, s.nameStart(i), "flat")
		case s.afterDay(i):
			s.rehang(i, tokens[tokens[i].Head].Head, "obl")
		case s.lostObject(i) >= 0:
			s.moveBehind(i, s.lostObject(i))
		case s.hang(i, s.secondSubject(i), "appos"):
		case s.besides(i) >= 0:
			s.partAt(i, s.besides(i))
		case s.described(i), s.doneBy(i):
			s.rehang(i, i-1, "acl")
		case s.hang(i, s.laterVerb(i), tokens[i].Rel):
		case s.nearerVerb(i) >= 0:
			s.moveContent(i, s.nearerVerb(i))
		case s.hang(i, s.secondTime(i), tokens[i].Rel):
		case s.hang(i, s.byDeed(i), "nmod"):
		case s.hang(i, s.ownName(i), "appos"):
		case s.hang(i, s.counts(i), "nummod"):
		case s.joined(i) >= 0:
			s.joinTo(i, s.joined(i))
		case s.hang(i, s.goesOn(i), "advcl"):
		case s.guised(i) >= 0:
			s.makeGuise(i, s.guised(i))
		case s.guise(i) >= 0:
			p := s.guise(i)
			s.rehang(p+1, i, "case")
			s.rehang(i, p, "obl")
		case s.hang(i, s.objectOf(i), "obj"):
		case s.hang(i, s.blamesToo(i), "conj"):
			tokens[i].Fine = "VBD"
		case s.hang(i, s.countedDeed(i), "acl"):
		case s.spokenOf(i) >= 0:
			s.describe(i, s.spokenOf(i))
		case s.hang(i, s.told(i), "iobj"):
		case s.teller(i) >= 0:
			s.closeWith(i, s.teller(i))
		case s.hang(i, s.chargedToo(i), "conj"):
		case s.hang(i, s.ofPlan(i), "acl"):
		case s.hang(i, s.toldOf(i), "acl"):
		case s.reportedNoun(i):
			s.nominalise(i)
		case s.reportedDone(i):
			s.makePassive(i)
			if o := s.Child(tokens[i].Head, "obj"); o >= 0 && o < i && s.Child(i, "nsubj:pass") < 0 {
				s.rehang(i, o, "acl")
			}
		}
	}
	s.mendNews()
	s.mendHurt()
	s.mendDeeds()
	s.mendSuffering()
	s.headNames()
	s.breakRings()
}

// breakRings hangs a word of every ring on the root. No mend should make one; whoever walks up a tree with a ring never comes to an end.
func (s *Sentence) breakRings() {
	root := slices.IndexFunc(s.Tokens, func(t Token) bool { return t.Head < 0 })
	for i := range s.Tokens {
		h := s.Tokens[i].Head
		for n := 0; h >= 0 && h != i && n < len(s.Tokens); n++ {
			h = s.Tokens[h].Head
		}
		if h != i {
			continue
		}
		s.Tokens[i].Head, s.Tokens[i].Rel = root, "dep"
		if root < 0 {
			root, s.Tokens[i].Rel = i, "root"
		}
	}
}

// reportedDone reports whether the past form at token i tells, without 'were', what befell those before it: 'the army
// reported 10 soldiers killed and 19 rebels captured'.
func (s *Sentence) reportedDone(i int) bool {
	t, h := &s.Tokens[i], s.Tokens[i].Head
	if t.Fine != "VBD" || !verbClasses.At(t.Lemma).has(befallVerb) || h < 0 || h > i || s.Child(i, "mark", "aux", "obj", "ccomp", "xcomp") >= 0 {
		return false
	}
	if t.Is("conj") && s.Tokens[h].Fine == "VBN" {
		t, h = &s.Tokens[h], s.Tokens[h].Head
	}
	return t.Is("ccomp", "xcomp") && h >= 0 && verbClasses.At(s.Tokens[h].Lemma).has(countVerb)
}

// guised returns the verb whose subject stands before participle i, which is taken for the verb of the sentence: 'a man disguised as
// an officer shot two'. It is -1 for none.
func (s *Sentence) guised(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "VERB" || t.Fine != "VBD" || !t.Is("root") || s.Child(i, "nsubj", "obj", "aux") >= 0 {
		return -1
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; c.Head == i && c.Is("advcl") && c.Tag == "VERB" && s.Child(k, "mark") == i+1 && s.Tokens[i+1].Lemma == "as" && s.Child(k, "nsubj") == i-1 {
			return k
		}
	}
	return -1
}

// guise returns the participle before 'as' and noun i, which is taken for a second subject: 'a man disguised as an officer shot two'. It
// is -1 for none.
func (s *Sentence) guise(i int) int {
	t := &s.Tokens[i]
	if !t.Is("nsubj") || t.Head < i {
		return -1
	}
	first, _ := s.Subtree(i)
	if first < 3 || s.Tokens[first-1].Lemma != "as" {
		return -1
	}
	p, a := first-2, s.Child(t.Head, "nsubj")
	if s.Tokens[p].Fine == "VBN" && s.Tokens[p].Is("acl") && a >= 0 && a < p && s.Tokens[p].Head == a {
		return p
	}
	return -1
}

// objectOf returns the participle right before noun i that describes the subject, where the noun is taken for a second subject: 'gunmen riding
// motorcycles attacked'. It is -1 for none.
func (s *Sentence) objectOf(i int) int {
	t := &s.Tokens[i]
	if !t.Is("nsubj") || t.Head < i || t.Tag != "NOUN" {
		return -1
	}
	first, _ := s.Subtree(i)
	a, p := s.Child(t.Head, "nsubj"), first-1
	if p < 1 || a < 0 || a >= p || s.Tokens[p].Fine != "VBG" || !s.Tokens[p].Is("acl") || s.Tokens[p].Head != a || s.Child(p, "obj") >= 0 {
		return -1
	}
	return p
}

// makeGuise makes verb k the verb of the sentence and participle i what describes its subject.
func (s *Sentence) makeGuise(i, k int) {
	s.Tokens[k].Head, s.Tokens[k].Rel = -1, "root"
	s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Fine = i-1, "acl", "VBN"
	for j := range s.Tokens {
		if c := &s.Tokens[j]; c.Head == i && j > k {
			c.Head = k
		}
	}
	if o := s.Child(i, "obl"); o > i {
		s.Tokens[i+1].Head, s.Tokens[i+1].Rel = o, "case"
	}
}

// blamesToo returns the verb of denying from which verb i, by which somebody is accused, goes on where it hangs on what is denied: 'denied
// that police had fired and blamed gangs'. It is -1 for none.
func (s *Sentence) blamesToo(i int) int {
	t := &s.Tokens[i]
	if !t.Is("conj") || !verbClasses.At(t.Lemma).has(accuseVerb) || t.Head < 0 || t.Head > i || s.Child(i, "nsubj", "aux") >= 0 || s.Child(i, "obj") < i || !s.Tokens[t.Head].Is("ccomp") {
		return -1
	}
	l := s.Tokens[t.Head].Lemma
	dead := l == "die" || l == "perish" || verbClasses.At(l).has(befallVerb) && s.Child(t.Head, "nsubj:pass") >= 0 // who blame nobody
	if up := s.Tokens[t.Head].Head; up >= 0 && up < t.Head && (dead || s.Tokens[up].Lemma == "deny") && s.Child(up, "nsubj") >= 0 {
		return up
	}
	return -1
}

// countedDeed returns the noun for what is counted, where gerund i behind a comma tells what that did and hangs on the verb of who
// counts: 'the monitor recorded 12 attacks in March, killing 40'. It is -1 for none.
func (s *Sentence) countedDeed(i int) int {
	t := &s.Tokens[i]
	if !t.Is("advcl") || t.Fine != "VBG" || t.Head < 0 || t.Head > i || !verbClasses.At(s.Tokens[t.Head].Lemma).has(countVerb) || !verbClasses.At(t.Lemma).has(befallVerb) || s.Child(i, "mark", "nsubj", "aux") >= 0 {
		return -1
	}
	if o := s.Child(t.Head, "obj"); o > t.Head && o < i {
		if _, deed := nominals.Get(s.Tokens[o].Lemma); deed {
			return o
		}
	}
	return -1
}

// toldOf returns the object of the verb of counting that participle i hangs on, which the participle describes: 'recorded 40 cases
// of theft attributed to soldiers'. It is -1 for none.
func (s *Sentence) toldOf(i int) int {
	t := &s.Tokens[i]
	if t.Fine != "VBN" || !t.Is("xcomp") || t.Head < 0 || t.Head > i || !verbClasses.At(s.Tokens[t.Head].Lemma).has(countVerb) || s.Child(i, "mark", "aux", "nsubj") >= 0 {
		return -1
	}
	if o := s.Child(t.Head, "obj"); o > t.Head && o < i {
		return o
	}
	return -1
}

// reportedNoun reports whether the gerund at token i, right behind a verb of telling, is the noun for a deed: 'residents
// reported shelling near the bridge'.
func (s *Sentence) reportedNoun(i int) bool {
	t := &s.Tokens[i]
	if t.Fine != "VBG" || t.Tag != "VERB" || !t.Is("xcomp", "ccomp") || t.Head != i-1 || s.Child(i, "obj", "nsubj", "aux", "mark", "ccomp", "xcomp") >= 0 {
		return false
	}
	_, deed := nominals.Get(strings.ToLower(t.Form))
	return deed && verbClasses.At(s.Tokens[i-1].Lemma).has(countVerb)
}

// nominalise makes token i, a gerund, the noun that the verb above it is done to.
func (s *Sentence) nominalise(i int) {
	t := &s.Tokens[i]
	t.Tag, t.Fine, t.Lemma, t.Rel = "NOUN", "NN", strings.ToLower(t.Form), "obj"
	for k := range s.Tokens {
		if c := &s.Tokens[k]; c.Head == i && c.Is("obl") {
			c.Rel = "nmod"
		}
	}
}

// headNames hangs on the first word of a name what stands before the name and hangs on a later word of it:
// 'in the town of Kafr Awid' with 'of' on the last word.
func (s *Sentence) headNames() {
	for i := range s.Tokens {
		for h := s.Tokens[i].Head; h >= 0 && s.Tokens[h].Rel == "flat" && s.Tokens[h].Head < h && i < s.Tokens[h].Head; {
			h = s.Tokens[h].Head
			s.rehang(i, h, s.Tokens[i].Rel)
		}
	}
}

// rehang hangs token i on h, unless h hangs on i.
func (s *Sentence) rehang(i, h int, rel string) {
	if h >= 0 && h != i && !s.Under(h, i) {
		s.Tokens[i].Head, s.Tokens[i].Rel = h, rel
	}
}

// hang hangs token i on h as rehang does, and reports whether h is a token: what finds where a word belongs returns -1 for nowhere.
func (s *Sentence) hang(i, h int, rel string) bool {
	s.rehang(i, h, rel)
	return h >= 0
}

// splitName reports whether token i goes on a name whose word before hangs on the same word in the
// same way: 'renamed itself Jabhat Fatah'.
func (s *Sentence) splitName(i int) bool {
	if i == 0 || s.Tokens[i].Fine != "NNP" || s.Tokens[i-1].Fine != "NNP" {
		return false
	}
	a, b := &s.Tokens[i-1], &s.Tokens[i]
	return b.Head >= 0 && b.Head == s.Tokens[s.nameStart(i)].Head && b.Is("obj", "obl", "xcomp", "nsubj", "nmod") &&
		(a.Rel == b.Rel || a.Rel == "flat")
}

// nameStart returns the first word of the name that goes on at token i: the word before, or what that is a
// flat part of.
func (s *Sentence) nameStart(i int) int {
	if s.Tokens[i-1].Rel == "flat" && s.Tokens[i-1].Head >= 0 {
		return s.Tokens[i-1].Head
	}
	return i - 1
}

// afterDay reports whether token i, with 'of', hangs on the day on which a verb's deed was done: 'warned on
// Monday of an attack'.
func (s *Sentence) afterDay(i int) bool {
	t := &s.Tokens[i]
	return t.Is("nmod") && t.Head >= 0 && s.class(t.Head).has(weekday) && s.Tokens[t.Head].Is("obl") && s.caseOf(i) == "of"
}

// caseOf returns the preposition of token i, "" for none.
func (s *Sentence) caseOf(i int) string {
	if c := s.Child(i, "case"); c >= 0 {
		return s.Tokens[c].Lemma
	}
	return ""
}

// lostObject returns the event noun right before the preposition of token i, where that preposition says
// to whom the deed was done and token i hangs elsewhere: 'assaults on the embassy'. It is -1 for none.
func (s *Sentence) lostObject(i int) int {
	c := s.Child(i, "case")
	if c < 1 || c > i || !s.Tokens[i].Is("nmod", "obl") || s.Tokens[i].Head == c-1 || s.Tokens[c-1].Tag != "NOUN" {
		return -1
	}
	frame, ok := nominals.Get(s.Tokens[c-1].Lemma)
	if word := s.Tokens[c].Lemma; !ok || word != "on" && word != "against" || frame.role(word) == noRole {
		return -1
	}
	return c - 1
}

// moveBehind hangs token i on h, and with it what hung behind it on the same word: 'assaults on the embassy
// in Kabul'.
func (s *Sentence) moveBehind(i, h int) {
	from := s.Tokens[i].Head
	for k := i; k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; t.Head == from && t.Is("nmod", "obl") {
			s.rehang(k, h, "nmod")
		}
	}
}

// secondSubject returns the name that token i, behind a comma and a second subject of the same verb, stands
// beside: 'the group, a branch of another, has'. It is -1 for none.
func (s *Sentence) secondSubject(i int) int {
	t := &s.Tokens[i]
	if i > 0 && t.Is("nsubj") && t.Tag == "PROPN" && t.Head > i && s.Tokens[i-1].Tag == "NOUN" && s.Tokens[i-1].Is("nsubj") && s.Tokens[i-1].Head == t.Head && s.class(i-1).has(groupNoun) {
		return i - 1 // 'the militant group ISWAP said'
	}
	if !t.Is("nsubj") || t.Tag != "NOUN" || t.Head < i {
		return -1
	}
	a := s.Child(t.Head, "nsubj")
	if a < 0 || a >= i || s.Tokens[a].Tag != "PROPN" {
		return -1
	}
	first, _ := s.Subtree(i)
	if s.Tokens[first].Form != "," && (first == 0 || s.Tokens[first-1].Form != ",") {
		return -1
	}
	return a
}

// besides returns the verb of the clause that begins behind a semicolon with token i, where i hangs as a second subject on
// the verb before the semicolon: 'the army left; the rebels took the town'. It is -1 for none.
func (s *Sentence) besides(i int) int {
	t := &s.Tokens[i]
	if !t.Is("nsubj") || t.Head < 0 || t.Head > i || !s.between(t.Head, i, ";") {
		return -1
	}
	for c := i + 1; c < len(s.Tokens) && s.Tokens[c].Form != ";"; c++ {
		if k := &s.Tokens[c]; k.Tag == "VERB" && (k.Fine == "VBD" || k.Fine == "VBZ" || k.Fine == "VBP") {
			if k.Head == t.Head && s.Child(c, "nsubj", "mark") < 0 {
				return c
			}
			return -1
		}
	}
	return -1
}

// between reports whether one of the marks stands between tokens i and j.
func (s *Sentence) between(i, j int, marks ...string) bool {
	return slices.ContainsFunc(s.Tokens[i+1:j], func(t Token) bool { return slices.Contains(marks, t.Form) })
}

// partAt makes verb c, with its subject i and what is joined to it, a clause of its own beside the one before.
func (s *Sentence) partAt(i, c int) {
	h := s.Tokens[c].Head
	s.rehang(i, c, s.Tokens[i].Rel)
	s.Tokens[c].Rel = "parataxis"
	for k := c + 1; k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; t.Head == h && t.Is("conj") {
			s.rehang(k, c, t.Rel)
		}
	}
}

// described reports whether token i is a participle right behind a noun that hangs on a noun before the clause that both
// stand in: 'a report that girls seized in May had been freed', with 'seized' under 'report'.
func (s *Sentence) described(i int) bool {
	t := &s.Tokens[i]
	if i == 0 || !t.Is("acl") || t.Fine != "VBN" && t.Fine != "VBD" || t.Head < 0 || t.Head >= i-1 || s.Tokens[i-1].Tag != "NOUN" || s.Child(i, "nsubj", "mark", "aux") >= 0 {
		return false
	}
	for k := t.Head + 1; k < i; k++ {
		if m := &s.Tokens[k]; m.Tag == "SCONJ" && m.Lemma == "that" {
			return true
		}
	}
	return false
}

// laterVerb returns the verb behind token i, a subject that hangs on the verb before it, where 'and'
// stands before the subject and joins the two, or the clause of that verb begins before the subject: 'ten were killed and dozens
// injured', 'were freed, after parents said it was untrue'. It is -1 for none.
func (s *Sentence) laterVerb(i int) int {
	t := &s.Tokens[i]
	if !t.Is("nsubj") || t.Head < 0 || t.Head > i {
		return -1
	}
	for c := i + 1; c < len(s.Tokens); c++ {
		if k := &s.Tokens[c]; k.Tag == "VERB" && k.Head == t.Head && k.Is("conj") && s.Child(c, "nsubj") < 0 {
			if and := s.Child(c, "cc"); and > t.Head && and < i {
				return c
			}
			return -1
		}
		if m := s.Child(c, "mark"); s.Tokens[c].Tag == "VERB" && s.Tokens[c].Head >= 0 && m > t.Head && m < i && s.Child(c, "nsubj") < 0 && !s.Under(i, c) && s.clear(m, i) {
			return c
		}
	}
	return -1
}

// clear reports whether only words of its own stand between a mark and noun i.
func (s *Sentence) clear(m, i int) bool {
	for k := m + 1; k < i; k++ {
		if !s.Under(k, i) {
			return false
		}
	}
	return true
}

// nearerVerb returns the verb whose content token i is, the verb of a clause, where it hangs on a verb further
// up that has content of its own: 'the army said, while residents said ten had died'. It is -1 for none.
func (s *Sentence) nearerVerb(i int) int {
	t := &s.Tokens[i]
	if !t.Is("ccomp") || t.Head < 0 || t.Head > i {
		return -1
	}
	k := s.Tokens[i].Head + 1
	for k < i && (s.Tokens[k].Tag != "VERB" || s.Tokens[k].Head != t.Head || s.Child(k, "nsubj") < 0 || s.Child(k, "ccomp", "obj", "xcomp") >= 0) {
		k++
	}
	for j := k + 1; j < i; j++ {
		if !s.Under(j, i) {
			return -1
		}
	}
	if k == i {
		return -1
	}
	return k
}

// moveContent hangs the clause of token i on verb h, and on h what marks it as a clause and stands before it.
func (s *Sentence) moveContent(i, h int) {
	for k := range h {
		if s.Tokens[k].Head == i {
			s.rehang(k, h, s.Tokens[k].Rel)
		}
	}
	s.rehang(i, h, "ccomp")
}

// joined returns the object to which 'and' joins noun i, with a number of its own, where the noun hangs on the verb as if it
// were one: 'killed 13 soldiers and at least 170 villagers'. It is -1 for none.
func (s *Sentence) joined(i int) int {
	t := &s.Tokens[i]
	if !t.Is("conj") || t.Tag != "NOUN" && t.Tag != "PROPN" || t.Head < 0 || t.Head > i || s.Tokens[t.Head].Tag != "VERB" || s.Child(i, "nummod") < 0 || s.Child(i, "nsubj", "cop") >= 0 {
		return -1
	}
	o := s.Child(t.Head, "obj")
	first, _ := s.Subtree(i)
	if o < t.Head || o > i || s.Child(o, "nummod") < 0 || s.Tokens[first].Tag != "CCONJ" && (first == 0 || s.Tokens[first-1].Tag != "CCONJ") {
		return -1
	}
	for k := o + 1; k < first; k++ {
		if s.Tokens[k].Tag == "VERB" {
			return -1
		}
	}
	return o
}

// joinTo hangs token i on h as joined to it, with the 'and' before it.
func (s *Sentence) joinTo(i, h int) {
	first, _ := s.Subtree(i)
	s.rehang(i, h, "conj")
	if first > 0 && s.Tokens[first-1].Tag == "CCONJ" {
		s.rehang(first-1, i, "cc")
	}
}

// goesOn returns the gerund that says what somebody is accused of, from which gerund i behind a comma goes on where it hangs on
// the verb that accuses: 'accused them of bombing a school, killing six'. It is -1 for none.
func (s *Sentence) goesOn(i int) int {
	t := &s.Tokens[i]
	if !t.Is("advcl") || t.Fine != "VBG" || t.Head < 0 || t.Head > i || s.Child(i, "mark", "nsubj") >= 0 {
		return -1
	}
	of := s.Tokens[t.Head].Fine == "VBG" && s.Tokens[t.Head].Head >= 0 // it hangs on what they are accused of already
	if accuses := t.Head; !verbClasses.At(s.Tokens[accuses].Lemma).has(accuseVerb) && !(of && verbClasses.At(s.Tokens[s.Tokens[accuses].Head].Lemma).has(accuseVerb)) {
		return -1
	}
	first, _ := s.Subtree(i)
	if s.Tokens[first].Form != "," && (first == 0 || s.Tokens[first-1].Form != ",") {
		return -1
	}
	for k := i - 1; k > t.Head; k-- {
		if g := &s.Tokens[k]; g.Fine == "VBD" && g.Rel == "acl:relcl" && s.Under(k, t.Head) {
			return k // 'accused of aiding the men who stormed it, killing six'
		}
		if g := &s.Tokens[k]; g.Fine == "VBG" && g.Is("advcl", "acl") && s.Child(k, "mark") == k-1 && s.Under(k, t.Head) {
			return k
		}
	}
	return -1
}

// spokenOf returns the verb of the clause without 'which' right behind noun i, which stands behind a comma and hangs on that
// verb as if it were its subject: 'the army armed the rebels, a charge Rwanda denies'. It is -1 for none.
func (s *Sentence) spokenOf(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "NOUN" || !t.Is("nsubj") || t.Head < i || s.Tokens[t.Head].Head < 0 || s.Tokens[t.Head].Head > i || s.Child(t.Head, "obj", "xcomp", "ccomp") >= 0 {
		return -1
	}
	first, _ := s.Subtree(i)
	if first < 1 || s.Tokens[first-1].Form != "," || s.Tokens[first].Lemma != "a" && s.Tokens[first].Lemma != "an" || i+1 >= len(s.Tokens) {
		return -1
	}
	for k := i + 1; k < t.Head; k++ {
		if begin, _ := s.Subtree(k); s.Tokens[k].Head == t.Head && s.Tokens[k].Is("nsubj") && begin == i+1 {
			return t.Head
		}
	}
	return -1
}

// describe makes verb h tell of noun i, which stands beside what the sentence tells before.
func (s *Sentence) describe(i, h int) {
	up := s.Tokens[h].Head
	s.Tokens[h].Head, s.Tokens[h].Rel = i, "acl:relcl"
	s.Tokens[i].Head, s.Tokens[i].Rel = up, "appos"
}

// told returns the verb of saying right before token i, who is told, where token i hangs as a subject on the clause
// that 'that' begins further on: 'told AFP by telephone that his men had'. It is -1 for none.
func (s *Sentence) told(i int) int {
	t := &s.Tokens[i]
	if i == 0 || !t.Is("nsubj") || t.Head < i || s.Tokens[t.Head].Head < 0 {
		return -1
	}
	up, mark := s.Tokens[t.Head].Head, s.Child(t.Head, "mark")
	first, _ := s.Subtree(i)
	if mark < i || s.Tokens[mark].Lemma != "that" || up != first-1 || s.Tokens[up].Lemma != "tell" && s.Tokens[up].Lemma != "inform" {
		return -1
	}
	return up
}

// teller returns who says the sentence before them, where the verb of saying at token i, which closes the sentence,
// hangs in a relative clause of theirs: 'rebels killed six, a source who asked not to be named told Reuters'. It
// is -1 for none.
func (s *Sentence) teller(i int) int {
	t := &s.Tokens[i]
	if t.Lemma != "say" && t.Lemma != "tell" || t.Tag != "VERB" || t.Fine != "VBD" && t.Fine != "VBN" || s.Child(i, "nsubj", "aux", "mark", "cc", "ccomp") >= 0 {
		return -1
	}
	clause := i
	for s.Tokens[clause].Is("xcomp", "conj", "ccomp") && s.Tokens[clause].Head >= 0 && s.Tokens[clause].Head < clause {
		clause = s.Tokens[clause].Head
	}
	n := s.Tokens[clause].Head
	if s.Tokens[clause].Rel != "acl:relcl" || n < 1 || n > clause || s.Root() < 0 || s.Root() > n || s.Tokens[s.Root()].Tag != "VERB" {
		return -1
	}
	first, _ := s.Subtree(n)
	if own := s.Child(n, "acl"); own < 0 || own >= i || s.Tokens[first].Form != "," && (first == 0 || s.Tokens[first-1].Form != ",") {
		return -1
	}
	return n
}

// closeWith makes token i the verb of the sentence, n its subject and the sentence so far what is said.
func (s *Sentence) closeWith(i, n int) {
	root := s.Root()
	s.Tokens[i].Head, s.Tokens[i].Rel, s.Tokens[i].Fine = -1, "root", "VBD"
	s.Tokens[root].Head, s.Tokens[root].Rel = i, "ccomp"
	s.Tokens[n].Head, s.Tokens[n].Rel = i, "nsubj"
	for k := i + 1; k < len(s.Tokens); k++ {
		if s.Tokens[k].Head == root {
			s.Tokens[k].Head = i
		}
	}
}

// ofPlan returns the noun to whose infinitive token i is the verb, where it hangs elsewhere: on the verb before
// as if it told its purpose ('foiled a plot to attack'), or on a verb further up. It is -1 for none.
func (s *Sentence) ofPlan(i int) int {
	t := &s.Tokens[i]
	if t.Fine == "VB" && i > 1 && t.Is("advcl", "xcomp", "conj") && s.Tokens[i-1].Lemma == "to" && s.Tokens[i-2].Tag == "NOUN" && plans[s.Tokens[i-2].Lemma] {
		return i - 2
	}
	if t.Fine != "VB" || !t.Is("advcl", "xcomp") || t.Head < 0 || t.Head > i || s.Child(i, "mark") < 0 {
		return -1
	}
	if o := s.Child(t.Head, "obj"); o >= 0 && o > t.Head && o < i && plans[s.Tokens[o].Lemma] {
		return o
	}
	return -1
}

// chargedToo returns the first of what somebody is charged with, of which gerund i tells another deed, where it hangs on the verb of the
// sentence as if that went on: 'was arrested on charges of robbery and killing a guard'. It is -1 for none.
func (s *Sentence) chargedToo(i int) int {
	t := &s.Tokens[i]
	if t.Fine != "VBG" || !t.Is("conj") || t.Head < 0 || t.Head > i || s.Tokens[t.Head].Fine == "VBG" || s.Child(i, "aux", "nsubj") >= 0 {
		return -1
	}
	k := i - 1
	for k > t.Head && (s.Tokens[k].Tag == "CCONJ" || s.Tokens[k].Tag == "PUNCT" || s.Tokens[k].Tag == "ADP") {
		k--
	}
	for n := 0; n < 6 && k > t.Head; n++ {
		switch h := s.Tokens[k].Head; {
		case h < 0:
			return -1
		case charges[s.Tokens[h].Lemma] && s.Tokens[h].Tag == "NOUN":
			return k
		case s.Tokens[k].Is("obl") && verbClasses.At(s.Tokens[h].Lemma).has(accuseVerb) && against[s.caseOf(k)]:
			return k
		default:
			k = h
		}
	}
	return -1
}

// charges are nouns for what is said against somebody, and against the prepositions by which it follows a verb.
var charges, against = data.Section("standing.txt", "charges"), wordSet("of with for")

// plans are nouns that are followed by an infinitive that says what is meant to be done.
var plans = wordSet("plot plan attempt conspiracy bid effort vow threat order decision intention scheme campaign pledge will capability ability capacity right desire")

// counts returns the noun right behind number i, adjectives apart, where the number hangs on a word before
// the verb: 'killed two rebels and detained one suspected rebel'. It is -1 for none.
func (s *Sentence) counts(i int) int {
	t := &s.Tokens[i]
	if t.Is("nmod") && t.Tag == "NUM" && t.Head >= 0 && t.Head < i-1 && i+1 < len(s.Tokens) && s.Tokens[i-1].Form == "," && s.Tokens[i+1].Fine == "NNS" {
		return i + 1 // 'between May and June 2022, 925 villagers'
	}
	if t.Rel != "nummod" || t.Head < 0 || t.Head >= i-1 {
		return -1
	}
	verb := false
	for k := t.Head + 1; k < i; k++ {
		verb = verb || s.Tokens[k].Tag == "VERB"
	}
	k := i + 1
	for k < len(s.Tokens) && (s.Tokens[k].Tag == "ADJ" || s.Tokens[k].Tag == "VERB" && s.Tokens[k].Is("amod") || s.Tokens[k].Is("compound")) {
		k++
	}
	if !verb || k >= len(s.Tokens) || s.Tokens[k].Tag != "NOUN" {
		return -1
	}
	return k
}

package parse

import "slices"

// saidBehind returns where the words of those who say the sentence begin, behind a comma and right before the verb of saying at token i, where the
// tree hung them elsewhere: 'killed six in Yobe state, residents and a local official said on Wednesday'. It is -1 for none.
func (s *Sentence) saidBehind(i int) int {
	t := &s.Tokens[i]
	if t.Fine != "VBD" || t.Lemma != "say" && t.Lemma != "add" || s.Child(i, "mark", "aux") >= 0 {
		return -1
	}
	and := s.Child(i, "cc") // 'a doctor and a witness said', of whom only the witness hangs on 'said'
	if n := s.Child(i, "nsubj"); (and >= 0 || n >= 0 && n < i) && !(and > 2 && and < n && n == i-1) || t.Head >= 0 && (!t.Is("conj", "parataxis") || s.Tokens[t.Head].Head >= 0) {
		return -1
	}
	a := i
	for a > 0 && sayers[s.Tokens[a-1].Tag] {
		a--
	}
	if a < 3 || a == i || s.Tokens[a-1].Form != "," || s.Tokens[a].Tag == "CCONJ" || s.Tokens[a].Tag == "ADP" || !s.Tokens[i-1].nominal() || s.Tokens[i-1].Tag == "NUM" {
		return -1
	}
	if and >= 0 && (and < a || !s.Tokens[and-1].nominal() || s.Tokens[and-1].Head >= a) {
		return -1
	}
	if !slices.ContainsFunc(s.Tokens[:a], func(k Token) bool { return k.Fine == "VBD" || k.Fine == "VBN" }) {
		return -1
	}
	return a
}

// sayers are the tags of words for those who say something.
var sayers = wordSet("NOUN PROPN ADJ DET CCONJ ADP PART")

// givenWord makes the words from token a on the subject of the verb of saying at token i, and that the verb of the sentence before them, or, where
// the sentence goes on behind it, one beside it.
func (s *Sentence) givenWord(i, a int) {
	n := a
	for n+1 < i && (s.Tokens[n].Tag == "DET" || s.Tokens[n].Tag == "ADJ" || s.Tokens[n+1].nominal()) {
		n++
	}
	if n+2 < i && n == a && s.Tokens[n].Fine == "NN" && s.Tokens[n+1].Tag == "CCONJ" {
		n = i - 1 // 'security and local sources'
	}
	for n > a && s.Tokens[n].Rel == "flat" {
		n--
	}
	root, before := s.Root(), s.Tokens[n].Head
	s.Tokens[n].Head, s.Tokens[n].Rel = i, "nsubj"
	for k := a; k < i; k++ {
		if h := s.Tokens[k].Head; k != n && (h < a || h >= i || h == before) {
			rel := s.Tokens[k].Rel
			if s.Tokens[k].nominal() {
				rel = "conj"
			}
			s.Tokens[k].Head, s.Tokens[k].Rel = n, rel
		}
	}
	if root != i && i+1 < len(s.Tokens) && s.Tokens[i+1].Form == "," {
		s.Tokens[i].Head, s.Tokens[i].Rel = root, "parataxis"
	} else if root != i {
		s.closeWith(i, n)
	}
}

// saidWith returns the noun that 'and' joins noun i to before a verb of saying, both of which say it, where the tree joined i to words before the
// comma: 'killing five people, medics and witnesses said'. It is -1 for none.
func (s *Sentence) saidWith(i int) int {
	t := &s.Tokens[i]
	if !t.Is("conj") || !t.nominal() || i+1 >= len(s.Tokens) || s.Tokens[i+1].Lemma != "say" || s.Tokens[i+1].Fine != "VBD" {
		return -1
	}
	n := s.Child(i+1, "nsubj")
	if n < 0 || n <= t.Head || n >= i || !slices.ContainsFunc(s.Tokens[n:i], func(k Token) bool { return k.Tag == "CCONJ" }) {
		return -1
	}
	return n
}

// leavesHurt reports whether number i, right behind 'leaving' and before what befell them, hangs on people before that: 'killing five officers and
// leaving two wounded'.
func (s *Sentence) leavesHurt(i int) bool {
	t := &s.Tokens[i]
	return i > 1 && i+1 < len(s.Tokens) && t.Tag == "NUM" && s.Tokens[i-1].Lemma == "leave" && s.Tokens[i-1].Tag == "VERB" && t.Head >= 0 && t.Head < i-1 &&
		(s.Tokens[i+1].Fine == "VBN" || s.Tokens[i+1].Tag == "ADJ")
}

// saidThen reports whether the day at token i, right behind a verb of saying, hangs on words before those who say it.
func (s *Sentence) saidThen(i int) bool {
	v := s.saidVerb(i)
	return v > 0 && s.Tokens[i].Head >= 0 && s.Tokens[i].Head < s.Child(v, "nsubj")
}

// saidVerb returns the verb of saying that the day at token i stands right behind, with those who say it before it; -1 if there is none.
func (s *Sentence) saidVerb(i int) int {
	v := i - 1
	for v > 0 && (s.Tokens[v].Tag == "ADP" || s.Tokens[v].Tag == "ADJ") {
		v--
	}
	if v < 0 || !s.class(i).has(weekday|dateAdverb) || s.Tokens[v].Lemma != "say" || s.Tokens[v].Fine != "VBD" || s.Child(v, "nsubj") > v {
		return -1
	}
	return v
}

// nearNoun returns the noun right before the next preposition, which the preposition at token i belongs to where both hang on one noun further on:
// 'a raid on Dori village in northern Niger', with 'on' and 'in' under 'Niger'. It is -1 for none.
func (s *Sentence) nearNoun(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "ADP" || !t.Is("case") || t.Head < i {
		return -1
	}
	next := i + 1
	for next < t.Head && s.Tokens[next].Tag != "ADP" && s.Tokens[next].Tag != "PUNCT" && s.Tokens[next].Tag != "VERB" {
		next++
	}
	if next < i+2 || next >= t.Head || s.Tokens[next].Head != t.Head || !s.Tokens[next].Is("case") || s.Tokens[next].Tag != "ADP" || !s.Tokens[next-1].nominal() {
		return -1
	}
	n := s.lead(i+1, next)
	if h := s.Tokens[n].Head; h > i && h < next {
		return -1
	}
	return n
}

// doneHoursLater returns the verb that noun i is done to, where the tree made it one with the time behind it: 'claimed the attack hours later'. It is
// -1 for none.
func (s *Sentence) doneHoursLater(i int) int {
	t := &s.Tokens[i]
	if i+2 >= len(s.Tokens) || t.Tag != "NOUN" || !t.Is("compound") || t.Head != i+1 || !units[s.Tokens[i+1].Lemma] || s.Tokens[i+1].Fine != "NNS" || !sequels[s.Tokens[i+2].Form] {
		return -1
	}
	v := s.Tokens[i+1].Head
	if v == i+2 {
		v = s.Tokens[v].Head
	}
	if v < 0 || v > i || s.Tokens[v].Tag != "VERB" || s.Child(v, "obj") >= 0 {
		return -1
	}
	return v
}

// makeDone hangs noun i on verb v, and on the noun what stands between the two and hung on the time behind it.
func (s *Sentence) makeDone(i, v int) {
	for k := v + 1; k < i; k++ {
		if s.Tokens[k].Head == i+1 {
			s.Tokens[k].Head = i
		}
	}
	s.rehang(i, v, "obj")
}

// placeBefore returns the first word of the name right before the time at token i, which the tree made one with it: 'in Jamundi hours after the
// bombing'. It is -1 for none.
func (s *Sentence) placeBefore(i int) int {
	t := &s.Tokens[i]
	if i < 2 || i+1 >= len(s.Tokens) || t.Head < 0 || !units[t.Lemma] || t.Fine != "NNS" || !sequels[s.Tokens[i+1].Form] {
		return -1
	}
	c := s.Child(i, "case")
	if c < 0 || c > i-2 {
		return -1
	}
	for k := c + 1; k < i; k++ {
		if n := &s.Tokens[k]; n.Tag != "PROPN" || n.Head < c || n.Head > i {
			return -1
		}
	}
	return c + 1
}

// partTime parts the name from token a on from the time at token i.
func (s *Sentence) partTime(i, a int) {
	t := &s.Tokens[i]
	for k := a + 1; k < i; k++ {
		s.Tokens[k].Head, s.Tokens[k].Rel = a, "flat"
	}
	s.Tokens[a-1].Head = a
	s.Tokens[a].Head, s.Tokens[a].Rel = t.Head, "obl"
	t.Rel = "obl:unmarked"
}

// units are nouns for stretches of time, and sequels the words by which they count from something.
var units, sequels = wordSet("minute hour day week month year"), wordSet("after before later earlier ago")

// leftSubject returns the verb that noun i, behind the place that opens the sentence, is the subject of, where the tree set it beside the place: 'In
// Bijapur, eight fighters, including a leader, were killed'. It is -1 for none.
func (s *Sentence) leftSubject(i int) int {
	t := &s.Tokens[i]
	if !t.Is("appos") || t.Head < 1 || t.Head > i || !t.nominal() || t.Fine == "NNP" || s.Tokens[t.Head].Tag != "PROPN" || s.caseOf(t.Head) == "" || s.Child(i, "nummod", "det") < 0 {
		return -1
	}
	v := s.Tokens[t.Head].Head
	if v < i || s.Tokens[v].Tag != "VERB" || s.Child(v, "nsubj", "expl", "mark") >= 0 || s.Child(v, "aux") < 0 && s.Tokens[v].Fine != "VBD" {
		return -1
	}
	return v
}

// makeSubject makes noun i the subject of verb v; the marks behind it are no longer of the place before it.
func (s *Sentence) makeSubject(i, v int) {
	place := s.Tokens[i].Head
	for k := i + 1; k < v; k++ {
		if c := &s.Tokens[k]; c.Head == place && c.Tag == "PUNCT" {
			c.Head = i
		}
	}
	s.Tokens[i].Head, s.Tokens[i].Rel = v, "nsubj"
	if s.Child(v, "aux:pass") >= 0 {
		s.Tokens[i].Rel = "nsubj:pass"
	}
}

// loyalTo reports whether the adjective at token i, right behind a noun and with 'to' behind it, is taken for a second subject: 'forces loyal to the
// council clashed'.
func (s *Sentence) loyalTo(i int) bool {
	t := &s.Tokens[i]
	return i > 0 && i+1 < len(s.Tokens) && t.Tag == "ADJ" && t.Is("nsubj") && t.Head > i && s.Tokens[i-1].nominal() && s.Tokens[i-1].Is("nsubj") && s.Tokens[i-1].Head == t.Head && s.Tokens[i+1].Tag == "ADP"
}

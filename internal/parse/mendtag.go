package parse

import "strings"

// writtenName reports whether token i, tagged as a common word, can only be a name by how it is written within a sentence: tied
// by hyphens ('Croix-des-Bouquets'), or the second of two capitals behind a word for where ('in Ano Mite last week').
func (s *Sentence) writtenName(i int) bool {
	t := &s.Tokens[i]
	if i == 0 || t.Tag != "NOUN" || !startsUpper(t.Form) {
		return false
	}
	before := s.Tokens[i-1].Form
	if k := strings.LastIndexByte(t.Form, '-'); k >= 0 && strings.Count(t.Form, "-") > 1 && startsUpper(t.Form[k+1:]) {
		return startsLower(before)
	}
	return i > 1 && s.Tokens[i-1].Fine == "NNP" && s.Tokens[i-1].Head == i && startsUpper(before) && s.Tokens[i-2].Tag == "ADP" && startsLower(s.Tokens[i-2].Form) &&
		s.class(i) == 0 && i+1 < len(s.Tokens) && !startsUpper(s.Tokens[i+1].Form)
}

// makeName tags token i as a name, and the capital that it takes in before it.
func (s *Sentence) makeName(i int) {
	s.Tokens[i].Tag, s.Tokens[i].Fine, s.Tokens[i].Lemma = "PROPN", "NNP", s.Tokens[i].Form
	if k := i - 1; s.Tokens[k].Head == i && s.Tokens[k].Fine == "NNP" {
		s.Tokens[k].Tag, s.Tokens[k].Lemma = "PROPN", s.Tokens[k].Form
	}
}

// onlyPast are past forms that are no nouns, by their verbs.
var onlyPast = map[string]string{"tore": "tear", "blew": "blow", "struck": "strike", "shook": "shake"}

// lostVerb returns the noun before token i that does it, where i is a past form that is no noun and was taken for one:
// 'a bomb tore through a tea shop'. It is -1 for none.
func (s *Sentence) lostVerb(i int) int {
	t := &s.Tokens[i]
	if i == 0 || t.Tag != "NOUN" || onlyPast[t.Form] == "" || !s.Tokens[i-1].nominal() || s.Tokens[i-1].Head != i {
		return -1
	}
	return i - 1
}

// makePast makes token i the verb that n, the noun before it, does.
func (s *Sentence) makePast(i, n int) {
	t := &s.Tokens[i]
	t.Tag, t.Fine, t.Lemma = "VERB", "VBD", onlyPast[t.Form]
	s.Tokens[n].Rel = "nsubj"
	for k := range i {
		if s.Tokens[k].Head == i && k < n {
			s.Tokens[k].Head = n
		}
	}
}

// byDeed returns the noun for a deed before token i, who did it by 'by', where the tree hangs him on a word before that noun: 'in
// protest at the kidnapping of a doctor by a gang'. It is -1 for none.
func (s *Sentence) byDeed(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "NOUN" && t.Tag != "PROPN" || !t.Is("nmod", "obl") {
		return -1
	}
	by := s.Child(i, "case")
	if by < 2 || by > i || s.Tokens[by].Lemma != "by" {
		return -1
	}
	for k := by - 1; k > t.Head && k >= 0; k-- {
		n := &s.Tokens[k]
		if n.Tag == "VERB" || n.Tag == "AUX" || n.Tag == "PUNCT" {
			return -1
		}
		if _, deed := nominals.Get(strings.ToLower(n.Form)); deed && n.Tag == "NOUN" && k+1 < by && s.Tokens[k+1].Lemma == "of" {
			if n.Head == t.Head && n.Is("conj") {
				return -1 // 'the detention and trial of a writer by the state': both
			}
			return k
		}
	}
	return -1
}

// ownName returns the noun right before token i, the last of a name that the tree hangs beside that noun: 'the kidnapping of their
// colleague Ronel Desravines'. It is -1 for none.
func (s *Sentence) ownName(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "PROPN" || !t.Is("nmod") || s.Child(i, "case", "nmod:poss") >= 0 {
		return -1
	}
	j := i - 1
	for j >= 0 && s.Tokens[j].Tag == "PROPN" && s.Tokens[j].Head == i {
		j--
	}
	if j < 1 || j == i-1 || s.Tokens[j].Tag != "NOUN" || s.Tokens[j].Head != t.Head || s.Child(j, "case") < 0 || !s.class(j).has(humanNoun) {
		return -1
	}
	return j
}

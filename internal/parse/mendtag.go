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

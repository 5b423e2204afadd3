package parse

import "strings"

// bodyAt returns the last token of the name of a body that begins at token i and is made of common words, with capitals, or is
// one word of capitals, where some word of it is taken for a verb: 'Human Rights Watch documented'. It is -1 for none.
func (s *Sentence) bodyAt(i int) int {
	form := s.Tokens[i].Form
	if !startsUpper(form) {
		return -1
	}
	if s.Tokens[i].Tag == "VERB" && len(form) > 3 && form == strings.ToUpper(form) && s.class(i).has(knownBody) && i+1 < len(s.Tokens) && s.Tokens[i+1].Form != strings.ToUpper(s.Tokens[i+1].Form) {
		return i
	}
	last := -1
	for _, p := range wholeNames().At(s.word(i)) {
		if end := i + len(p.words) - 1; p.kind == "organisation" && end > last && end < len(s.Tokens) && s.says(i, p.words) && s.writtenAsName(i, end) {
			last = end
		}
	}
	return last
}

// writtenAsName reports whether the longer words of tokens first to last have a capital and small letters, and some is tagged as
// a verb.
func (s *Sentence) writtenAsName(first, last int) bool {
	verb := false
	for k := first; k <= last; k++ {
		t := &s.Tokens[k]
		if len(t.Form) > 3 && (!startsUpper(t.Form) || t.Form == strings.ToUpper(t.Form)) {
			return false
		}
		verb = verb || t.Tag == "VERB"
	}
	return verb
}

// nameBody makes tokens first to last one name, under what the topmost of them hangs on. A participle right behind it that hangs on
// one of them is what the body does: the verb of the clause.
func (s *Sentence) nameBody(first, last int) {
	top := first
	for k := first; k <= last; k++ {
		if h := s.Tokens[k].Head; h < first || h > last {
			top = k
		}
	}
	head, rel := s.Tokens[top].Head, s.Tokens[top].Rel
	for k := head; k >= 0; k = s.Tokens[k].Head {
		if k >= first && k <= last {
			return // torn apart: what it hangs on hangs on a part of it
		}
	}
	next := last + 1
	does := next < len(s.Tokens) && s.Tokens[next].Tag == "VERB" && (s.Tokens[next].Fine == "VBN" || s.Tokens[next].Fine == "VBD") && s.Tokens[next].Head >= first && s.Tokens[next].Head <= last
	for k := range s.Tokens {
		if t := &s.Tokens[k]; k > last && t.Head >= first && t.Head <= last {
			if t.Head = last; does && k != next {
				t.Head = next
			}
		}
	}
	for k := first; k <= last; k++ {
		t := &s.Tokens[k]
		t.Lemma, t.Head, t.Rel = t.Form, last, "compound"
		if t.Tag = "PROPN"; t.Fine != "NNPS" {
			t.Fine = "NNP"
		}
	}
	s.Tokens[last].Head, s.Tokens[last].Rel = head, rel
	if does {
		s.Tokens[next].Head, s.Tokens[next].Rel, s.Tokens[next].Fine = head, rel, "VBD"
		s.Tokens[last].Head, s.Tokens[last].Rel = next, "nsubj"
	}
}

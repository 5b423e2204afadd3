package parse

import (
	"strings"
	"unicode"
)

// mendCase mends labels by how words are written. In a sentence that has capitals, a common word
// without one is no name, and none begins or ends a name unless it is a particle: 'the Tulcea county'
// names Tulcea, 'the isthmus' nothing, 'bin Laden' both words. The mark of an era is no name: '512 BC'.
func (s *Sentence) mendCase() {
	cased := s.cased() || s.blind()
	for i := 0; i < len(s.Tokens); i++ {
		if s.era(i) {
			s.unname(i, i)
		}
		last := s.labelEnd(i)
		if !cased || last < 0 {
			continue
		}
		if s.blind() {
			s.mendBlind(i, last)
			i = last
			continue
		}
		first, end := i, last
		for first <= end && s.small(first) && !particles[s.Tokens[first].Form] {
			first++
		}
		for end >= first && s.small(end) {
			end--
		}
		s.unname(i, min(first-1, last))
		s.unname(max(end, first-1)+1, last)
		if first > i && first <= end {
			s.Tokens[first].Entity = "B-" + labelKind(&s.Tokens[first])
		}
		i = last
	}
}

// unname takes the labels of tokens first to last away.
func (s *Sentence) unname(first, last int) {
	for k := first; k <= last; k++ {
		s.Tokens[k].Entity = ""
	}
}

// cased reports whether the sentence begins as carefully written ones do, so that small letters say
// something: with a capital or a figure.
func (s *Sentence) cased() bool {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Tag != "PUNCT" {
			return !startsLower(t.Form)
		}
	}
	return false
}

// small reports whether token i is a word in small letters, and no later part of a name, as in 'Boko haram'.
func (s *Sentence) small(i int) bool {
	t := &s.Tokens[i]
	if s.blind() {
		return t.Tag != "NUM" && t.Tag != "PUNCT" && !s.capital(i)
	}
	return !(t.named() && t.Is("flat")) && t.Tag != "NUM" && t.Tag != "PUNCT" && strings.IndexFunc(t.Form, notSmall) < 0
}

func notSmall(r rune) bool { return unicode.IsUpper(r) || !unicode.IsLetter(r) && r != '-' }

// particles begin names in small letters.
var particles = wordSet("al el bin ibn abu abd ben de del della der den da di do dos du la le van von ter ul ur ud as ash az at ad an ed es et ou bint umm")

// era reports whether token i says from when years are counted, or which half of the day it
// is: '49 BC', 'the 5th century AD', '7:30 PM'.
func (s *Sentence) era(i int) bool {
	if i == 0 || !eras[s.word(i)] && !hours[s.word(i)] {
		return false
	}
	before := &s.Tokens[i-1]
	if hours[s.word(i)] {
		return isClock(before.Form)
	}
	return before.Tag == "NUM" || before.Lemma == "century" || before.Lemma == "millennium" || isYear(before.Form)
}

// isClock reports whether form begins with a figure, as hours do.
func isClock(form string) bool { return form[0] >= '0' && form[0] <= '9' }

var hours = wordSet("am pm a.m. p.m.")

var eras = wordSet("bc ad bce ce b.c. a.d. b.c.e. c.e.")

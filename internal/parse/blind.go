package parse

import (
	"strings"
	"sync"

	"dateline/internal/sieve"
)

// A sentence is blind when the case of its letters tells nothing: all are capitals, or none is. What is asked elsewhere of
// a word's capital is then asked of its tag, its label and a dictionary (wordcase.go), and of lists of how nouns are
// written beside names.

// blindLeast is how many words with letters a blind sentence has at least: a shorter one may be a dateline, or a name.
const blindLeast = 5

// blindTokens reports whether tokens are a blind sentence.
func blindTokens(tokens []Token) bool { return caseless(tokens) >= blindLeast }

// caseless is how many of tokens have letters, 0 if the case of these tells something.
func caseless(tokens []Token) int {
	upper, lower, words := false, false, 0
	for i := range tokens {
		letters := false
		for _, r := range tokens[i].Form {
			switch {
			case isUpper(r):
				upper, letters = true, true
			case isLetter(r):
				lower, letters = true, true
			}
		}
		if upper && lower {
			return 0
		}
		if letters {
			words++
		}
	}
	return words
}

// blindSentences says of each sentence of tokens, which end at ends, whether it is blind, in the room of blind.
func blindSentences(tokens []Token, ends []int, blind []bool) []bool {
	blind = blind[:0]
	from := 0
	for _, to := range ends {
		blind = append(blind, blindTokens(tokens[from:to]))
		from = to
	}
	return blind
}

// seeCase finds out whether s is blind, and what the dictionary says of its words if it is.
func (s *Sentence) seeCase() {
	s.cases = nil
	if !blindTokens(s.Tokens) {
		return
	}
	for i := range s.Tokens {
		s.cases = append(s.cases, caseOf(s.Tokens[i].Form))
	}
}

func (s *Sentence) blind() bool { return s.cases != nil }

// capital reports whether token i is written with a capital or, in a blind sentence, would be: by its tag, by the dictionary
// and, where this leaves it open, by its label.
func (s *Sentence) capital(i int) bool {
	t := &s.Tokens[i]
	switch {
	case !s.blind():
		return startsUpper(t.Form)
	case articleWords[s.word(i)]:
		return false
	case t.named(), s.cases[i] != 0 && !s.cases[i].has(smallWord), s.class(i).has(nationality | country):
		return true
	case s.cases[i] == smallWord:
		return t.Entity != "" && s.class(i).has(organisationWord|facilityWord|knownPlace|knownBody|givenName)
	}
	return t.Entity != "" && t.Tag != "ADP" && t.Tag != "DET"
}

// anyCapital reports whether one of tokens first to last has a capital.
func (s *Sentence) anyCapital(first, last int) bool {
	for k := first; k <= last; k++ {
		if s.capital(k) {
			return true
		}
	}
	return false
}

// asWritten is the form of token i, in small letters in a blind sentence, "" outside the sentence.
func (s *Sentence) asWritten(i int) string {
	if s.blind() {
		return s.word(i)
	}
	return s.form(i)
}

// mendBlind does to the label of tokens first to last of a blind sentence what mendCase does where capitals tell.
func (s *Sentence) mendBlind(first, last int) {
	from, to := first, last
	for from < to && s.smallLead(from, to) {
		from++
	}
	if to > from && labelKind(&s.Tokens[to]) == "location" && placeCases()[s.word(to)].has(afterCase) {
		to--
	}
	if s.anyCapital(from, to) {
		for from < to && s.small(from) && !particles[s.word(from)] {
			from++
		}
		for to > from && s.small(to) {
			to--
		}
	}
	if to > from && s.word(to) == "of" {
		to--
	}
	kind := labelKind(&s.Tokens[from])
	s.unname(first, last)
	if from == to && s.commonAlone(from, kind) || kind == "location" && s.commonPhrase(from, to) {
		return
	}
	s.label(s.leadOf(from, kind), to, kind)
}

// commonAlone reports whether token i, which the labels take for a whole name, is rather a common noun: the dictionary has
// it in small letters only, and it says what a thing is, is a plural or stands behind an article.
func (s *Sentence) commonAlone(i int, kind string) bool {
	const says = titleWord | humanNoun | organisationWord | locationWord | facilityWord | weaponWord | eventWord | groupNoun
	t := &s.Tokens[i]
	if compass[s.word(i)] {
		return s.word(i+1) == "-" || s.class(i+1).has(nationality)
	}
	return s.cases[i] == smallWord && (s.class(i).has(says) || articleWords[s.word(i-1)] || t.Fine == "NNS" || t.Tag == "NOUN" && kind != "person")
}

// blindNameLike is nameLike in a blind sentence.
func (s *Sentence) blindNameLike(i int) bool {
	t := &s.Tokens[i]
	if t.named() {
		return s.cases[i] != smallWord && !compass[s.word(i)] && !s.commonAlone(i, "")
	}
	return t.Tag == "NOUN" && s.proper(i) && s.class(i)&^(knownPlace|knownBody|country) == 0 && (s.cases[i] != 0 || len(t.Form) > 4 && shapeOf(t.Form) <= shapeCaps)
}

// commonPhrase reports whether tokens first to last, which the labels take for a place, are common nouns and adjectives: 'stone
// basin', 'Greek city'.
func (s *Sentence) commonPhrase(first, last int) bool {
	for k := first; k <= last; k++ {
		if s.Tokens[k].named() || s.cases[k] != smallWord && !(k == first && k < last && s.class(k).has(nationality) && !s.class(k).has(country)) {
			return false
		}
	}
	return true
}

// smallLead reports whether token i, with which a label to last begins, is no word of the name: 'the Philippines', 'postwar
// Belgium', 'the state of New York', 'north-west India'.
func (s *Sentence) smallLead(i, last int) bool {
	c, kind := placeCases()[s.word(i)], labelKind(&s.Tokens[i])
	switch {
	case articleWords[s.word(i)]:
		return true
	case kind != "location" && kind != "organisation":
		return false
	case s.word(i) == "of", s.word(i+1) == "of" && i+2 <= last && (c.has(smallCase) || s.class(i).has(titleWord)):
		return true
	case kind == "organisation":
		return false
	}
	small := s.cases[i] == smallWord || s.cases[i].has(smallWord) && s.Tokens[i].Tag == "ADJ"
	return s.word(i-1) == "-" || small && !c.has(leadCase) && s.proper(i+1)
}

// leadOf returns the word in front of the name of a place at i that is always a part of it, i for none: 'Great Moravia'. It may be
// one of the words that only stand first in names; those of the compass are not.
func (s *Sentence) leadOf(i int, kind string) int {
	if i > 0 && kind == "location" && s.Tokens[i-1].Entity == "" && placeCases()[s.word(i-1)].has(leadCase) && !compass[s.word(i-1)] {
		return i - 1
	}
	return i
}

var compass = wordSet("north south east west")

// proper reports whether token i is a word that the dictionary does not have in small letters.
func (s *Sentence) proper(i int) bool {
	t := &s.Tokens[i]
	return t.Tag != "PUNCT" && t.Tag != "NUM" && !s.cases[i].has(smallWord)
}

// placeCase says how a word in or beside names of places is written; data/lexicon/language/place-case.txt.
type placeCase uint8

const (
	leadCase placeCase = 1 << iota
	tailCase
	seatCase
	smallCase
	afterCase
)

func (c placeCase) has(one placeCase) bool { return c&one != 0 }

var placeCaseNames = map[string]placeCase{"lead": leadCase, "tail": tailCase, "seat": seatCase, "small": smallCase, "after": afterCase}

var placeCases = sync.OnceValue(func() map[string]placeCase {
	cases := map[string]placeCase{}
	for n, entry := range lexiconLines("place-case") {
		word, rest, _ := strings.Cut(entry, ": ")
		for _, name := range strings.Fields(rest) {
			if placeCaseNames[name] == 0 {
				badEntry("place-case", n, entry)
			}
			cases[word] |= placeCaseNames[name]
		}
	}
	return cases
})

// wholeNames are the names of data/lexicon/language/whole-names.txt, by their first word.
var wholeNames = sync.OnceValue(func() *sieve.Map[[]wholePhrase] {
	names := map[string][]wholePhrase{}
	for n, entry := range lexiconLines("whole-names") {
		name, kind, _ := strings.Cut(entry, ": ")
		if labelKinds[kind] == "" {
			badEntry("whole-names", n, entry)
		}
		words := strings.Fields(name)
		names[words[0]] = append(names[words[0]], wholePhrase{words, kind})
	}
	return sieve.NewMap(names)
})

// knownWhole returns the last token and the kind of the longest name of common words that begins at token i of a blind
// sentence, -1 for none. A name that the labels carry further is left to them: 'New York City Council'.
func (s *Sentence) knownWhole(i int) (last int, kind string) {
	last = -1
	if !s.blind() || strings.HasPrefix(s.Tokens[i].Entity, "I-") {
		return last, ""
	}
	for _, p := range wholeNames().At(s.word(i)) {
		if end := i + len(p.words) - 1; end > last && s.says(i, p.words) {
			last, kind = end, p.kind
		}
	}
	if s.labelEnd(i) > last {
		return -1, ""
	}
	return last, kind
}

package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// names finds the proper names and the dates of every sentence, in the order of the text; none
// overlap. The labels of the name tagger say where a name begins and ends and what it is (person,
// organisation, location, other), and words that are tagged as names without a label are names of unknown kind; all mentions in the text and the words around them then agree on
// the kind (namevote.go). Titles and possessive marks stay outside: 'General Michael E. Kurilla'
// gives 'Michael E. Kurilla'.
func names(t *Text) []Name {
	list := agreed(t, labelledNames(t))
	t.markGovernments(list)
	return list
}

// labelledNames reads the names off the labels, and the dates off the words between them.
func labelledNames(t *Text) []Name {
	var list []Name
	for i := range t.Sentences {
		s := &t.Sentences[i]
		s.seeCase()
		s.mendCase()
		s.mendLabels()
		if s.blind() {
			s.mendCase()
		}
		s.joinLabels()
		for k := 0; k < len(s.Tokens); k++ {
			first, last, kind := k, s.labelEnd(k), labelKinds[labelKind(&s.Tokens[k])]
			switch {
			case last < 0:
				if last, kind = s.calendarDate(k), NameDate; last < 0 {
					last, kind = s.taggedName(k), NameUnknown
				}
			default:
				first, last = s.trimmedName(k, last)
				k = max(k, last)
			}
			if last >= first {
				list = append(list, Name{Span: s.SpanOf(first, last), Sentence: i, First: first, Last: last, Kind: kind})
				k = last
			}
		}
	}
	return list
}

// taggedName returns the last of the words of a name that begin at i and have no label, -1 for none: the tagger
// calls them names and has no opinion on what they name.
func (s *Sentence) taggedName(i int) int {
	last := i - 1
	for last+1 < len(s.Tokens) && s.nameLike(last+1) && s.Tokens[last+1].Entity == "" && !s.looseWord(last+1) && !s.era(last+1) {
		last++
	}
	if last < i {
		return -1
	}
	return last
}

// nameLike reports whether token i, which has no label, is written or tagged as a word of a name.
func (s *Sentence) nameLike(i int) bool {
	switch {
	case s.blind():
		return s.blindNameLike(i)
	case s.Tokens[i].named():
		return !s.small(i) || !s.cased()
	}
	return s.capitalNoun(i)
}

// capitalNoun reports whether token i is a noun whose capital can only be that of a name: it stands within
// a sentence that writes its common nouns small. Short forms are many a thing's: theirs need 'the' in front.
func (s *Sentence) capitalNoun(i int) bool {
	t := &s.Tokens[i]
	if t.Tag != "NOUN" || i == 0 || !startsUpper(t.Form) || !startsLower(s.Tokens[i-1].Form) && s.Tokens[i-1].Form != "," {
		return false
	}
	if acronym(t.Form) && s.word(i-1) != "the" || s.class(i)&^(knownPlace|knownBody) != 0 {
		return false // 'a DVD', 'the Government'
	}
	small := 0
	for k := range s.Tokens {
		if s.Tokens[k].Tag == "NOUN" || s.Tokens[k].Tag == "VERB" {
			if startsLower(s.Tokens[k].Form) {
				small++
			} else {
				small--
			}
		}
	}
	return small > 0
}

// labelKinds are the kinds by the names that labels give them.
var labelKinds = map[string]NameKind{"person": NamePerson, "organisation": NameOrganisation, "location": NameLocation, "other": NameOther}

// labelKind returns what stands behind 'B-' or 'I-', "" outside names.
func labelKind(t *Token) string {
	if len(t.Entity) < 2 {
		return ""
	}
	return t.Entity[2:]
}

// labelEnd returns the last token of the labelled name that begins at i, -1 for none.
func (s *Sentence) labelEnd(i int) int {
	kind := labelKind(&s.Tokens[i])
	if kind == "" {
		return -1
	}
	last := i
	for last+1 < len(s.Tokens) && s.Tokens[last+1].Entity == "I-"+kind {
		last++
	}
	return last
}

// trimmedName leaves out what is no part of a name at its ends: possessive marks, brackets and
// quotation marks, titles before a person.
func (s *Sentence) trimmedName(first, last int) (int, int) {
	person := labelKind(&s.Tokens[first]) == "person"
	for first < last && (s.edgeMark(first) || person && s.personTitle(first) || s.Tokens[first].Tag == "ADP" && s.small(first)) {
		first++
	}
	for last >= first && s.edgeMark(last) {
		last--
	}
	return first, last
}

func (s *Sentence) edgeMark(i int) bool {
	t := &s.Tokens[i]
	return t.Fine == "POS" || t.Tag == "PUNCT" && !strings.ContainsAny(t.Form, ".!?") || t.Form == "'s" || t.Form == "’s"
}

// personTitle reports whether token i is a title and a name goes on behind it: 'Gen.', not the
// given name in 'King Hussein' and not 'Judge' where it is all there is.
func (s *Sentence) personTitle(i int) bool {
	return i+1 < len(s.Tokens) && s.class(i).has(titleWord) && !s.class(i).has(givenName) && s.Tokens[i+1].Tag != "PUNCT"
}

// calendarDate returns the last token of the date at i that names a month, a weekday or a feast, and
// -1 where there is none.
func (s *Sentence) calendarDate(i int) int {
	last := s.dateEnd(i)
	for k := i; k <= last; k++ {
		if s.calendarWord(k) {
			return last
		}
	}
	return -1
}

// named reports whether t is tagged as a word of a name.
func (t *Token) named() bool {
	return t.Fine == "NNP" || t.Fine == "NNPS" || t.Tag == "PROPN" && t.Fine != "ADD" && t.Fine != "GW"
}

// spanWords returns the words of a name in lower case.
func (t *Text) spanWords(s dateline.Span) string { return strings.ToLower(s.In(t.Source)) }

// startsLower reports whether form begins with a small letter.
func startsLower(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLower(r)
}

package parse

import (
	"sort"
	"strings"
)

// NamedPhrases returns the phrases of a sentence that are built round a name or a nationality and
// are of a kind themselves, persons with titles first and then in the order of their heads, articles left out: 'Iraqi security forces'
// (organisation), 'President Fuad Masum' (person), 'northern Syria' (location), 'the people of Iraq'
// and 'the Iraqis' (organisation, as all that are several persons); or that have a capital, as 'the
// Foreign Secretary'. Bare names are not among them.
func (t *Text) NamedPhrases(sentence int) []Name {
	s, inside := t.namedTokens(sentence)
	if s == nil {
		return nil
	}
	list := t.titledPersons(s, sentence, inside)
	titled := len(list)
	for _, p := range t.NounPhrases(sentence) {
		first, last := s.compact(p)
		kind := t.phraseKind(s, p.Head, last, inside)
		at := sort.Search(titled, func(i int) bool { return list[i].Last >= last })
		known := at < titled && list[at].First <= first
		if kind != NameUnknown && last >= first && !known && (s.office(p.Head, inside) || !s.bareName(first, last, inside)) {
			list = append(list, Name{Span: s.SpanOf(first, last), Sentence: sentence, First: first, Last: last, Kind: kind})
		}
	}
	return list
}

// titledPersons returns the names of persons with the titles in front of them: 'Iraqi President Fuad
// Masum'. They need no tree.
func (t *Text) titledPersons(s *Sentence, sentence int, inside []int32) []Name {
	var list []Name
	for i := t.namesBefore(sentence) + 1; i < len(t.Names) && t.Names[i].Sentence == sentence; i++ {
		n := t.Names[i]
		if first := s.titlesFrom(n.First, inside); n.Kind == NamePerson && first < n.First {
			n.Span, n.First = s.SpanOf(first, n.Last), first
			list = append(list, n)
		}
	}
	return list
}

// titlesFrom goes back from the person's name at token i over titles and the names and nationalities in
// front of them: 'Iraqi President', 'Army Lt. Gen.', 'Foreign Secretary'; i where there is no title.
func (s *Sentence) titlesFrom(i int, inside []int32) int {
	first := i
	for k := i - 1; k >= 0 && i-k <= 2*phraseReach; k-- {
		w := s.class(k)
		switch {
		case w.has(titleWord):
			first = k
		case first == i:
			return i
		case s.Tokens[k].named() || inside[k] > 0 || s.NationalityAt(k):
			if first == k+1 && !s.class(k-1).has(givenName) {
				first = k
			}
		default:
			return first
		}
	}
	return first
}

// namedTokens gives for each token of a sentence one more than the number of the name that it is
// part of, and 0 outside names; dates are none.
func (t *Text) namedTokens(sentence int) (*Sentence, []int32) {
	if sentence < 0 || sentence >= len(t.Sentences) {
		return nil, nil
	}
	s := &t.Sentences[sentence]
	inside := make([]int32, len(s.Tokens))
	for i := t.namesBefore(sentence) + 1; i < len(t.Names) && t.Names[i].Sentence == sentence; i++ {
		if t.Names[i].Kind == NameDate {
			continue
		}
		for k := t.Names[i].First; k <= t.Names[i].Last; k++ {
			inside[k] = int32(i + 1)
		}
	}
	return s, inside
}

// compactReach is how many words a compact phrase may have before its head, and behind it.
const compactReach = 30

// compact returns the words of a phrase without its article, up to its head and what 'of' hangs on it.
func (s *Sentence) compact(p NounPhrase) (first, last int) {
	first, last = max(p.First, p.Head-compactReach), p.Head
	for first < p.Head && (articleWords[s.word(first)] || s.Tokens[first].Tag == "PUNCT" || s.Tokens[first].Tag == "ADV") {
		first++
	}
	for k := p.Head + 1; k <= min(p.Last, p.Head+compactReach); k++ {
		t := &s.Tokens[k]
		switch {
		case t.Tag == "ADP" && t.Form != "of" && t.Form != "OF", t.Tag == "PUNCT" && t.Form != "-", t.Tag == "VERB", t.Tag == "PRON":
			return first, last
		case t.Tag == "NOUN" || t.Tag == "PROPN" || t.Tag == "NUM":
			last = k
		}
	}
	return first, last
}

// office reports whether token i is a common noun written as a name is: 'the Foreign Secretary', 'the
// Government'.
func (s *Sentence) office(i int, inside []int32) bool {
	return inside[i] == 0 && s.Tokens[i].named()
}

// articleWords may stand in front of a phrase and are no part of a name.
var articleWords = wordSet("the a an")

// bareName reports whether no word of first to last is in a name or a nationality, or all are of one
// name, or it is an adjective alone.
func (s *Sentence) bareName(first, last int, inside []int32) bool {
	names, one := 0, true
	for k := first; k <= last; k++ {
		if inside[k] > 0 || s.NationalityAt(k) {
			names++
		}
		one = one && inside[k] == inside[first] && inside[k] > 0 && !s.people(k)
	}
	return names == 0 || one
}

// NationalityAt reports whether token k is a people's adjective or noun with a capital.
func (s *Sentence) NationalityAt(k int) bool {
	return s.capital(k) && s.class(k).has(nationality)
}

// people reports whether token k is a people: 'Syrians', 'the French'.
func (s *Sentence) people(k int) bool {
	return s.NationalityAt(k) && (s.Tokens[k].Fine == "NNPS" || s.Tokens[k].Fine == "NNS" || s.Tokens[k].named() && strings.HasSuffix(s.word(k), "s"))
}

// phraseKind is the kind of thing that a phrase with this head is: a person where it ends with one's
// name, that of the name that the head is part of, else what the noun says.
func (t *Text) phraseKind(s *Sentence, head, last int, inside []int32) NameKind {
	if n := inside[last]; n > 0 && t.Names[n-1].Kind == NamePerson && last-head <= 3 {
		return NamePerson
	}
	if s.people(head) {
		return NameOrganisation
	}
	if n := inside[head]; n > 0 {
		switch kind := t.Names[n-1].Kind; kind {
		case NamePerson, NameOrganisation, NameLocation, NameFacility:
			return kind
		}
	}
	return s.nounKind(head)
}

// nounKind is the kind of thing that a common noun stands for: one person, several or a body of people,
// a place.
func (s *Sentence) nounKind(i int) NameKind {
	w, t := s.class(i), &s.Tokens[i]
	if many := t.Fine == "NNS" || t.Fine == "NNPS"; many && nameWordOf(t.Lemma).has(titleWord|humanNoun) || w.has(groupNoun) {
		return NameOrganisation
	}
	switch {
	case w.has(titleWord | humanNoun):
		return NamePerson
	case w.has(locationWord|facilityWord) && !w.has(organisationWord):
		return NameLocation
	case w.has(organisationWord):
		return NameOrganisation
	case t.Lemma == "people" || t.Lemma == "population":
		return NameOrganisation
	}
	return NameUnknown
}

package parse

import "strings"

// kindClasses are the classes of the classifier of names.
var kindClasses = []NameKind{NameUnknown, NamePerson, NameOrganisation, NameLocation}

// nameKinds guesses what each name names. A classifier looks at the name's own words and at the
// words around it; all mentions of the same words in the text vote, and a lone surname goes with
// the person whose whole name it ends. Nouns such as 'hospital' at the end decide by themselves.
func nameKinds(m *model, t *Text, list []Name) {
	votes := map[string]*scores{}
	var features []feature
	for _, n := range list {
		features = nameFeatures(&t.Sentences[n.Sentence], n.First, n.Last, features)
		words := t.spanWords(n.Span)
		if votes[words] == nil {
			votes[words] = new(scores)
		}
		m.kinds.score(features, votes[words])
	}
	surnames := map[string]bool{}
	for i := range list {
		n := &list[i]
		if n.Kind == NameDate {
			continue
		}
		n.Kind = kindOf(t, n, votes[t.spanWords(n.Span)])
		if n.Kind == NamePerson && n.Last > n.First {
			surnames[strings.ToLower(t.Sentences[n.Sentence].Tokens[n.Last].Form)] = true
		}
	}
	for i := range list {
		if n := &list[i]; n.First == n.Last && n.Kind != NameDate && surnames[t.spanWords(n.Span)] {
			n.Kind = NamePerson
		}
	}
}

func kindOf(t *Text, n *Name, votes *scores) NameKind {
	tokens := t.Sentences[n.Sentence].Tokens
	last := strings.ToLower(tokens[n.Last].Form)
	if n.Last > n.First && facilityNouns[last] {
		return NameFacility
	}
	if n.First > 0 && titles[strings.TrimSuffix(strings.ToLower(tokens[n.First-1].Form), ".")] && tokens[n.First-1].named() {
		return NamePerson
	}
	if n.Last > n.First && orgNouns[last] && last != "state" && last != "province" {
		return NameOrganisation
	}
	best := bestOf(votes[1:len(kindClasses)]) + 1
	switch {
	case votes[best] > votes[0]-unknownMargin:
		return kindClasses[best]
	case n.First == n.Last && acronym(tokens[n.Last].Form):
		return NameOrganisation
	}
	return NameUnknown
}

// unknownMargin is by how much a name must look like none of the kinds to be of none, found by trying.
const unknownMargin = 12

// acronym reports whether form is of two to eight capitals, with or without hyphens: ISWAP, IS-K.
func acronym(form string) bool {
	return len(form) >= 2 && len(form) <= 8 && shapeOf(form) == shapeCaps
}

func bestOf(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// nameFeatures lists the features of a name for the guess at its kind.
func nameFeatures(s *Sentence, first, last int, into []feature) []feature {
	var buffer [64]byte
	form := func(i int) uint32 {
		if i < 0 || i >= len(s.Tokens) {
			return 1
		}
		return hashBytes(fold(s.Tokens[i].Form, buffer[:0]))
	}
	ending := func(i, n int) uint32 {
		b := fold(s.Tokens[i].Form, buffer[:0])
		return hashBytes(b[max(0, len(b)-n):])
	}
	length := uint32(min(last-first, 4))
	head := nameHead(s, first, last)
	rel, over := hashBytes([]byte(s.Tokens[head].Rel)), uint32(2)
	if h := s.Tokens[head].Head; h >= 0 {
		over = form(h)
	}
	prep := uint32(3)
	if c := s.Child(head, "case"); c >= 0 {
		prep = form(c)
	}
	shape := shapeOf(s.Tokens[last].Form)
	whole := uint32(0)
	for i := first; i <= last; i++ {
		whole = whole*31 + form(i)
	}
	into = append(into[:0],
		hash2(201, form(first), 0), hash2(202, form(last), 0), hash2(203, whole, 0),
		hash2(204, ending(last, 3), min(length, 1)), hash2(205, ending(first, 3), min(length, 1)), hash2(206, ending(last, 2), length),
		hash2(207, length, shape), hash2(208, form(first-1), 0), hash2(209, form(first-1), form(first-2)),
		hash2(210, form(last+1), 0), hash2(211, form(last+1), form(last+2)), hash2(212, form(first-1), form(last+1)),
		hash2(213, rel, over), hash2(214, over, 0), hash2(215, prep, over), hash2(216, prep, length),
		hash2(217, rel, length), hash3(218, form(first-1), shape, length), hash3(219, form(last+1), shape, length),
		hash2(220, ending(last, 4), 0), hash2(221, prep, shape))
	for i := first; i <= min(last, first+20); i++ {
		into = append(into, hash2(222, form(i), 0))
	}
	return into
}

// nameHead returns the token of the name that hangs on a word outside of it.
func nameHead(s *Sentence, first, last int) int {
	for i := first; i <= last; i++ {
		if h := s.Tokens[i].Head; h < first || h > last {
			return i
		}
	}
	return last
}

package parse

// mendLabels mends the labels of a sentence where the tagger, which looks at each word by itself, has
// broken a name that the tree holds together: a name word that is tied to a labelled one beside it
// joins it, two labelled parts that are tied to each other become one, of the kind of the word that
// the others hang on. It changes nothing but labels.
func (s *Sentence) mendLabels() {
	for i := 1; i < len(s.Tokens); i++ {
		if labelKind(&s.Tokens[i]) != "" && labelKind(&s.Tokens[i-1]) == "" && s.tied(i-1, i) {
			for k := i - 1; k >= 0 && labelKind(&s.Tokens[k]) == "" && s.tied(k, k+1); k-- {
				s.Tokens[k].Entity, s.Tokens[k+1].Entity = "B-"+labelKind(&s.Tokens[i]), "I-"+labelKind(&s.Tokens[i])
			}
		}
	}
	for i := 1; i < len(s.Tokens); i++ {
		if left := labelKind(&s.Tokens[i-1]); left != "" && s.tied(i-1, i) {
			s.join(i, left)
		}
	}
}

// join makes the labelled name that ends before token i, of kind left, and the word or name at i one.
func (s *Sentence) join(i int, left string) {
	right := labelKind(&s.Tokens[i])
	if right == "" || right == left {
		s.Tokens[i].Entity = "I-" + left
		return
	}
	kind := left
	if s.Tokens[i-1].Is("compound") {
		kind = right
	}
	first, last := i-1, i
	for first > 0 && s.Tokens[first].Entity[0] == 'I' && labelKind(&s.Tokens[first-1]) == left {
		first--
	}
	for last+1 < len(s.Tokens) && s.Tokens[last+1].Entity == "I-"+right {
		last++
	}
	for k := first; k <= last; k++ {
		s.Tokens[k].Entity = "I-" + kind
	}
	s.Tokens[first].Entity = "B-" + kind
}

// tied reports whether tokens i and j, neighbours, are words of one name by the tree: one is a flat
// or compound part of the other, or both are parts of a third. Titles, nationalities and dates are no
// part, nor is a small word beside one with a capital.
func (s *Sentence) tied(i, j int) bool {
	a, b := &s.Tokens[i], &s.Tokens[j]
	if !s.nameWord(i) || !s.nameWord(j) || s.capital(i) != s.capital(j) || s.looseWord(i) || s.looseWord(j) {
		return false
	}
	part := func(t *Token) bool { return t.Is("flat", "compound") || t.Tag == "ADJ" && t.Is("amod") }
	return a.Head == j && part(a) || b.Head == i && part(b) || a.Head == b.Head && a.Head >= 0 && part(a) && part(b)
}

// nameWord reports whether token i may be a word of a name: it is tagged so, or is an adjective with a
// capital in front of a word that is, as in 'Islamic State'.
func (s *Sentence) nameWord(i int) bool {
	t := &s.Tokens[i]
	return t.named() || t.Tag == "ADJ" && i > 0 && s.capital(i) && i+1 < len(s.Tokens) && s.Tokens[i+1].named()
}

// looseWord reports whether token i is a title, a noun for a person, a nationality, a month or a weekday.
func (s *Sentence) looseWord(i int) bool {
	return s.class(i)&(titleWord|humanNoun|nationality|month|weekday) != 0 && !s.class(i).has(givenName)
}

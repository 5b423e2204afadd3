package parse

import "dateline"

// NounPhrase is a noun phrase: tokens First to Last of Sentences[Sentence], both included, around the
// noun, name or number Head. It holds what modifies its head, prepositional phrases too, but not its
// own preposition, what it is coordinated with, its apposition or a relative clause.
type NounPhrase struct {
	Span        dateline.Span
	Sentence    int
	First, Last int
	Head        int
	Appos       int // index in the list of the phrase that this one stands in apposition to; -1 for none
}

// NounPhrases returns the noun phrases of a sentence in the order of their heads, longer and shorter
// ones that nest: 'the founder of Jaish' and 'Jaish'. A sentence without a tree, or out of range, has
// none. Time is linear in the sentence's length.
func (t *Text) NounPhrases(sentence int) []NounPhrase {
	if sentence < 0 || sentence >= len(t.Sentences) || !t.Sentences[sentence].Tree {
		return nil
	}
	s := &t.Sentences[sentence]
	var list []NounPhrase
	number := make([]int32, len(s.Tokens))
	for i, x := range s.phraseExtents() {
		number[i] = -1
		if s.Tokens[i].headsPhrase() {
			number[i] = int32(len(list))
			list = append(list, NounPhrase{Span: s.SpanOf(x[0], x[1]), Sentence: sentence, First: x[0], Last: x[1], Head: i, Appos: -1})
		}
	}
	for i := range list {
		if h := &s.Tokens[list[i].Head]; h.Is("appos") && h.Head >= 0 {
			list[i].Appos = int(number[h.Head])
		}
	}
	return list
}

// headsPhrase reports whether t is a noun, a name or a number with a place of its own in the tree.
func (t *Token) headsPhrase() bool {
	return (t.Tag == "NOUN" || t.Tag == "PROPN" || t.Tag == "NUM" && !t.Is("nummod")) && !t.Is("flat", "compound", "fixed", "goeswith")
}

// phraseExtents gives, for each token, the first and the last token of the phrase around it. Words
// are taken from the leaves up, each once; a token's coordinated words belong to the phrase above
// theirs: 'of Iraq and the Levant' is all of it in 'the Islamic State of Iraq and the Levant'.
func (s *Sentence) phraseExtents() [][2]int {
	own, up := make([][2]int, len(s.Tokens)), make([][2]int, len(s.Tokens))
	for i := range own {
		own[i], up[i] = [2]int{i, i}, [2]int{i, i}
	}
	for _, i := range s.leavesFirst() {
		up[i] = coverTokens(up[i], own[i])
		h := s.Tokens[i].Head
		switch t := &s.Tokens[i]; {
		case h < 0:
		case t.Is("conj"):
			up[h] = coverTokens(up[h], up[i])
		case t.Is("det", "amod", "compound", "flat", "fixed", "goeswith", "nummod", "nmod", "advmod") || t.Rel == "acl":
			own[h] = coverTokens(own[h], up[i])
		}
	}
	return own
}

func coverTokens(a, b [2]int) [2]int { return [2]int{min(a[0], b[0]), max(a[1], b[1])} }

// leavesFirst orders the tokens so that each comes before its head. Tokens in a ring are left out.
func (s *Sentence) leavesFirst() []int {
	waits, order := make([]int32, len(s.Tokens)), make([]int, 0, len(s.Tokens))
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= 0 {
			waits[h]++
		}
	}
	for i := range waits {
		if waits[i] == 0 {
			order = append(order, i)
		}
	}
	for at := 0; at < len(order); at++ {
		if h := s.Tokens[order[at]].Head; h >= 0 {
			if waits[h]--; waits[h] == 0 {
				order = append(order, h)
			}
		}
	}
	return order
}

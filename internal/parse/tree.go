package parse

import "dateline"

// Root returns the token that depends on none, -1 for a sentence without tokens.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return -1
}

// Children returns the tokens that depend on token i, in order; i of -1 gives the root.
func (s *Sentence) Children(i int) []int {
	var list []int
	for j := range s.Tokens {
		if s.Tokens[j].Head == i {
			list = append(list, j)
		}
	}
	return list
}

// Child returns the first token that depends on i in one of the relations, -1 for none. A relation
// without a subtype matches all of its subtypes: nsubj finds nsubj:pass as well.
func (s *Sentence) Child(i int, rels ...string) int {
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && s.Tokens[j].Is(rels...) {
			return j
		}
	}
	return -1
}

// Is reports whether t hangs on its head in one of the relations, subtypes included.
func (t *Token) Is(rels ...string) bool {
	for _, rel := range rels {
		if len(t.Rel) >= len(rel) && t.Rel[:len(rel)] == rel && (len(t.Rel) == len(rel) || t.Rel[len(rel)] == ':') {
			return true
		}
	}
	return false
}

// Subtree returns the first and last token of what hangs on token i, itself included. What lies
// between belongs to it but for rare crossing arcs.
func (s *Sentence) Subtree(i int) (first, last int) {
	first, last = i, i
	for j := range s.Tokens {
		if s.Under(j, i) {
			first, last = min(first, j), max(last, j)
		}
	}
	return first, last
}

// Under reports whether token j is token i or hangs on it, however far below.
func (s *Sentence) Under(j, i int) bool {
	for range s.Tokens { // a ring, while a tree is mended, has an end, too
		if j < 0 || j == i {
			break
		}
		j = s.Tokens[j].Head
	}
	return j >= 0 && j == i
}

// SpanOf returns the span from token first to token last, both included.
func (s *Sentence) SpanOf(first, last int) dateline.Span {
	return s.Tokens[first].Span.Cover(s.Tokens[last].Span)
}

// At returns the token that holds the byte at offset, -1 for none.
func (s *Sentence) At(offset int) int {
	for i := range s.Tokens {
		if s.Tokens[i].Span.Start <= offset && offset < s.Tokens[i].Span.End {
			return i
		}
	}
	return -1
}

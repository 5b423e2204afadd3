package parse

// A participle that a hyphen ties to a name describes what stands behind it: 'fighters from the al-Qaeda-linked JNIM'. The
// tree of such words is often torn where that is a name: as if the fighters were linked, and from al-Qaeda.

// tiedTo returns the noun behind participle i that the participle describes, tied to a name by a hyphen; -1 for none.
func (s *Sentence) tiedTo(i int) int {
	t := s.Tokens
	if i < 2 || i+1 >= len(t) || t[i].Fine != "VBN" && t[i].Fine != "VBD" || t[i-1].Form != "-" || t[i-2].Tag != "PROPN" && t[i-2].Tag != "NOUN" && !(t[i-2].Tag == "ADJ" && startsUpper(t[i-2].Form)) ||
		t[i-2].Span.End != t[i-1].Span.Start || t[i-1].Span.End != t[i].Span.Start {
		return -1
	}
	j := i + 1
	for t[j].Head > j && t[j].Head < len(t) && t[j].Is("amod", "compound", "nummod") {
		j = t[j].Head
	}
	if t[j].Tag != "PROPN" && t[j].Tag != "NOUN" || t[i].Is("amod") && t[i].Head == j {
		return -1
	}
	return j
}

// tie hangs participle i and the name before it on noun j, which takes what stands before them.
func (s *Sentence) tie(i, j int) {
	t, name := s.Tokens, i-2
	if s.Under(j, i) || s.Under(j, name) { // what they are is what it is
		up := i
		if s.Under(i, name) {
			up = name
		}
		if s.Under(t[up].Head, j) {
			return
		}
		t[j].Head, t[j].Rel = t[up].Head, t[up].Rel
		if t[j].Is("acl", "amod", "compound") {
			t[j].Rel = "nmod"
		} else if t[j].Is("xcomp", "ccomp") {
			t[j].Rel = "obj"
		}
	}
	for k := range name {
		c := &t[k]
		if own := c.Head == name || c.Head == i; own && c.Is("case", "det", "mark", "cc") || c.Head > j && k >= name-3 && c.Is("case", "det") {
			c.Head = j
		}
	}
	t[i].Head, t[i].Rel, t[i].Tag, t[i].Fine = j, "amod", "VERB", "VBN"
	t[name].Head, t[name].Rel = i, "obl:unmarked"
}

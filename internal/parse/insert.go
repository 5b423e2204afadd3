package parse

import "slices"

// An insert is what an editor put into a sentence in square brackets ('FMLN [Farabundo Marti National
// Liberation Front] guerrillas'), or the short form of a name in round ones ('Army of National Liberation
// (ELN) guerrillas'). The sentence is read as if it were not there, since words that stand on both sides of
// it belong together; the insert is read alone and hung on the word before it. Names are labelled with the
// inserts in their place.
type insert struct{ first, last int } // of its tokens, the brackets among them

// insertMost is how many tokens an insert has at most: longer ones are sentences of their own.
const insertMost = 24

// inserts are those of a sentence, in its order; none if they would leave hardly a sentence.
func inserts(tokens []Token) []insert {
	var out []insert
	left := len(tokens)
	for i := 1; i < len(tokens)-2; i++ {
		if f := tokens[i].Form; f != "[" && f != "(" {
			continue
		}
		in := insert{i, closing(tokens, i)}
		if in.last-in.first < 2 || in.last == len(tokens)-1 || tokens[i].Form == "(" && !shortForm(tokens[in.first+1:in.last]) {
			continue
		}
		out, left, i = append(out, in), left-(in.last-in.first+1), in.last
	}
	if left < 4 {
		return nil
	}
	return out
}

// closing is the token that closes the bracket at i; -1 if none does soon, or another opens before.
func closing(tokens []Token, i int) int {
	for k := i + 1; k < min(len(tokens), i+insertMost+2); k++ {
		switch f := tokens[k].Form; f {
		case "]", ")":
			if (tokens[i].Form == "[") == (f == "]") {
				return k
			}
			return -1
		case "[", "(":
			return -1
		}
	}
	return -1
}

// shortForm reports whether words are one of two to eight capital letters.
func shortForm(words []Token) bool {
	if len(words) != 1 || len(words[0].Form) < 2 || len(words[0].Form) > 8 {
		return false
	}
	for _, c := range words[0].Form {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// readAround tags and hangs the tokens of a sentence anew that has inserts.
func (m *model) readAround(tokens []Token, ins []insert, s *scratch) {
	outer := outside(len(tokens), ins)
	around := m.readAlone(pick(tokens, outer), s)
	mend(around)
	for i, at := range outer {
		if around[i].Head >= 0 {
			around[i].Head = outer[around[i].Head]
		}
		tokens[at] = around[i]
	}
	for _, in := range ins {
		m.readInsert(in, tokens, s)
	}
	feats(tokens)
}

// readInsert hangs the tokens of an insert on each other, and their root on the noun before it, else on the one behind.
func (m *model) readInsert(in insert, tokens []Token, s *scratch) {
	part := m.readAlone(tokens[in.first:in.last+1], s)
	for i := range part {
		if part[i].Head >= 0 {
			part[i].Head += in.first
			continue
		}
		part[i].Head, part[i].Rel = in.first-1, "appos"
		if !tokens[in.first-1].nominal() && tokens[in.last+1].nominal() {
			part[i].Head, part[i].Rel = in.last+1, "nmod:desc"
		}
	}
	copy(tokens[in.first:], part)
}

// readAlone tags and hangs words as a sentence of their own, in the places and with the labels that they have.
func (m *model) readAlone(words []Token, s *scratch) []Token {
	forms := make([]string, len(words))
	for i := range words {
		forms[i] = words[i].Form
	}
	out := m.tag(forms, []int{len(forms)}, s)
	for i := range out {
		out[i].Span, out[i].Entity = words[i].Span, words[i].Entity
	}
	m.hang(out, 0, s)
	return out
}

func (t *Token) nominal() bool { return t.Tag == "NOUN" || t.Tag == "PROPN" }

// outside are the tokens of n that stand in no insert.
func outside(n int, ins []insert) []int {
	var out []int
	for i := range n {
		if !slices.ContainsFunc(ins, func(in insert) bool { return in.first <= i && i <= in.last }) {
			out = append(out, i)
		}
	}
	return out
}

func pick(tokens []Token, at []int) []Token {
	out := make([]Token, len(at))
	for i, k := range at {
		out[i] = tokens[k]
	}
	return out
}

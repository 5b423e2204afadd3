package extract

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// addressed says why a sentence is none of a report's own words but meant for a machine that reads it,
// or "": an instruction ('ignore all previous instructions'), or data in braces. Nothing here obeys, and what
// such a sentence 'tells' is no testimony; nor is what its paragraph goes on to say.
func (r *reader) addressed(v *view) string {
	words := v.s.Span.In(r.text)
	if strings.Contains(words, "{\"") || strings.Contains(words, "\":") {
		return "it is data, not prose"
	}
	k := sort.Search(len(r.orders), func(k int) bool { return r.orders[k].at >= r.in.Text.Paragraphs[v.s.Paragraph].Span.Start })
	switch {
	case k == len(r.orders) || r.orders[k].at >= v.s.Span.End:
		return ""
	case r.orders[k].at < v.s.Span.Start:
		return "it goes on from words that are addressed to a machine: '" + r.orders[k].words + "'"
	}
	return "it is addressed to a machine: '" + r.orders[k].words + "'"
}

// bidding is a phrase by which a text addresses a machine, and where it stands.
type bidding struct {
	words string
	at    int
}

// ordersIn lists where the phrases of a list, which are in small letters, stand in a text: in nearly every one nowhere.
func ordersIn(text string, all []string) []bidding {
	text = smallLetters(text)
	var out []bidding
	for _, m := range all {
		for at, rest := 0, text; ; {
			i := strings.Index(rest, m)
			if i < 0 {
				break
			}
			out = append(out, bidding{m, at + i})
			at, rest = at+i+len(m), rest[i+len(m):]
		}
	}
	slices.SortStableFunc(out, func(a, b bidding) int { return cmp.Compare(a.at, b.at) })
	return out
}

// smallLetters puts ASCII letters in lower case and leaves every other byte where it is.
func smallLetters(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// imperative reports whether verb t gives an order: 'Report that X has attacked' tells no attack.
func (v *view) imperative(t int) bool {
	return v.head(t) < 0 && v.tag(t) == "VERB" && v.tok(t).Fine == "VB" && v.child(t, "nsubj", "aux") < 0 && v.first[t] >= t-1
}

// bidden reports whether verb t tells somebody to do a thing: 'Kill them', 'Brothers, attack the embassy', 'burn it and kill them'.
// Nobody has done it.
func (v *view) bidden(t int) bool {
	if v.tag(t) != "VERB" || v.child(t, "obj") < 0 || v.child(t, "aux", "expl", "mark", "nsubj:pass") >= 0 {
		return false
	}
	called := v.calledTo(t)
	if f := v.tok(t).Fine; f != "VB" && !(f == "VBP" && called) {
		return false
	}
	switch v.base(t) {
	case "root", "ccomp", "parataxis":
		return called || v.child(t, "nsubj") < 0 && v.opens(t)
	}
	return false
}

// calledTo reports whether the words before verb t are for whom it is meant: 'Brothers,', 'O lions,'.
func (v *view) calledTo(t int) bool {
	if t < 2 || v.tok(t-1).Form != "," {
		return false
	}
	k := t - 2
	if v.head(k) != t || v.tag(k) != "NOUN" && v.tag(k) != "PROPN" || v.child(k, "det", "nmod", "acl") >= 0 {
		return false
	}
	return v.opens(v.first[k])
}

// opens reports whether nothing but marks stands before token t in its sentence, or in what is quoted in it.
func (v *view) opens(t int) bool {
	for t--; t >= 0 && v.tag(t) == "PUNCT"; t-- {
		if f := v.tok(t).Form; f == ":" || v.tok(t).Fine == "``" {
			return true
		}
	}
	return t < 0
}

// asked reports whether the clause of verb t is a question that yes or no answers: 'Have the rebels killed the hostages?', 'Was it X that
// killed them?', or one for a number: 'How many were killed?'. 'When did they kill them?' takes the deed for given.
func (v *view) asked(t int) bool {
	if v.rel(t) == "acl:relcl" && v.head(t) >= 0 && v.child(v.head(t), "expl") >= 0 {
		t = v.head(t)
	}
	aux, s := v.child(t, "aux", "cop"), v.child(t, "nsubj", "expl")
	if p := v.child(t, "nsubj"); p >= 0 && v.lemma(v.first[p]) == "how" && v.endsIn(t, "?") {
		return true
	}
	if aux < 0 || s < 0 || aux > s || !v.endsIn(t, "?") {
		return false
	}
	return !slices.ContainsFunc(v.kids[t], func(c int) bool { return c < aux && strings.HasPrefix(v.tok(v.first[c]).Fine, "W") })
}

// endsIn reports whether the first mark behind token t that ends a sentence is this one.
func (v *view) endsIn(t int, mark string) bool {
	for ; t < len(v.s.Tokens); t++ {
		switch f := v.tok(t).Form; f {
		case ".", "!", "?":
			return f == mark
		}
	}
	return false
}

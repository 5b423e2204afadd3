package link

import (
	"slices"
	"strings"

	"dateline"
)

// fold takes into one what later words of an incident's accounts only point back to: 'the minister' to 'Minister Ana
// Kovac', 'the two priests' to 'two Jesuit priests', 'the victims' to the only ones told. The order is kept.
func fold(ps []dateline.Told[dateline.Party]) []dateline.Told[dateline.Party] {
	out := slices.Clone(ps)
	for i := len(out) - 1; i >= 0; i-- {
		if k := antecedent(out, i); k >= 0 {
			take(&out[k], out[i])
			out = slices.Delete(out, i, i+1)
		}
	}
	return out
}

// antecedent returns which other party the words of party i point back to, or -1: if there are two, it is not clear.
func antecedent(ps []dateline.Told[dateline.Party], i int) int {
	q := ps[i].Value
	if q.Name != "" || !goesBack(q.Text) {
		return -1
	}
	head, at := lastWord(q.Text), -1
	for k, p := range ps {
		if k == i || !fits(p.Value, q) || p.Value.Name == "" && goesBack(p.Value.Text) && k > i {
			continue
		}
		if head != lastWord(p.Value.Text) && head != lastWord(p.Value.Description()) && head != lastWord(p.Value.About) && !sufferers[head] {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = k
	}
	return at
}

// goesBack reports whether words begin as those do that go back to something told.
func goesBack(words string) bool {
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	switch first {
	case "the", "this", "that", "these", "those", "both":
		return true
	}
	return false
}

// fits reports whether the numbers of two parties can be one.
func fits(p, q dateline.Party) bool {
	a, b := p.Count, q.Count
	if p.Name != "" && a == nil {
		one := dateline.Exactly(1)
		a = &one
	}
	return a == nil || b == nil || a.Meets(*b)
}

// take adds to p what q tells.
func take(p *dateline.Told[dateline.Party], q dateline.Told[dateline.Party]) {
	for _, s := range q.Statements {
		if !slices.Contains(p.Statements, s) {
			p.Statements = append(p.Statements, s)
		}
	}
	if q.Value.Effect.Graver(p.Value.Effect) {
		p.Value.Effect = q.Value.Effect
	}
	if p.Value.Type == "" {
		p.Value.Type = q.Value.Type
	}
}

// lastWord is the word before the first preposition of a phrase, in small letters, without a plural's s.
func lastWord(phrase string) string {
	last := ""
	for _, w := range strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool { return !letter(r) }) {
		if last != "" && afterNoun[w] {
			break
		}
		last = w
	}
	return strings.TrimSuffix(last, "s")
}

// afterNoun are words that end the part of a noun phrase that its head ends.
var afterNoun = map[string]bool{"of": true, "in": true, "at": true, "from": true, "who": true, "that": true, "near": true, "on": true, "and": true, "with": true}

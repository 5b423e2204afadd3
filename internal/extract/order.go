package extract

import (
	"strings"
)

// addressed says why a sentence is none of a report's own words but meant for a machine that reads it,
// or "": an instruction ('ignore all previous instructions'), or data in braces. Nothing here obeys, and what
// such a sentence 'tells' is no testimony.
func (r *reader) addressed(v *view) string {
	words := v.s.Span.In(r.text)
	if strings.Contains(words, "{\"") || strings.Contains(words, "\":") {
		return "it is data, not prose"
	}
	for _, m := range r.orders {
		if containsFold(words, m) {
			return "it is addressed to a machine: '" + m + "'"
		}
	}
	return ""
}

// containsFold is strings.Contains without regard to the case of ASCII letters; part is in small letters.
func containsFold(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i]|0x20 == part[0]|0x20 && strings.EqualFold(s[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// ordersIn lists the phrases of a list that stand in a text: in nearly every one, none.
func ordersIn(text string, all []string) []string {
	text = lowered(text)
	var out []string
	for _, m := range all {
		if strings.Contains(text, m) {
			out = append(out, m)
		}
	}
	return out
}

// imperative reports whether verb t gives an order: 'Report that X has attacked' tells no attack.
func (v *view) imperative(t int) bool {
	return v.head(t) < 0 && v.tag(t) == "VERB" && v.tok(t).Fine == "VB" && v.child(t, "nsubj", "aux") < 0 && v.first[t] >= t-1
}

package toponym

import (
	"strings"
	"unicode"

	"dateline"
	"dateline/internal/resolve/place"
)

// The odds, as logarithms, of a name of the gazetteer that a dateline begins with, and what they add to the same name elsewhere
// in the text.
const (
	headedOdds = 5
	echoOdds   = 2
)

// headed raises the odds of the names of the gazetteer that datelines begin with, and of those names elsewhere: 'KENT, Wash.
// (AP) --' is a place, and so is the Kent of 'Kent police said'.
func headed(t *Text, all []candidate) {
	towns := map[string]bool{}
	for _, h := range datelines(t) {
		for i := range all {
			if c := &all[i]; c.first == h.first && c.last == h.last && len(c.entries) > 0 {
				c.score = max(c.score, headedOdds)
				towns[strings.ToLower(c.words)] = true
			}
		}
	}
	for i := range all {
		if c := &all[i]; c.score < headedOdds && towns[strings.ToLower(c.words)] {
			c.score += echoOdds
		}
	}
}

// datelines lists the names that datelines begin with, at the head of a sentence: in capitals, 'FRANKLIN, Tenn. (WKRN) --',
// 'SANTA ROSA --', or before an area and a dash or brackets, 'Mobile, AL (WKRG)'. None is in a text that is all in capitals.
func datelines(t *Text) []heading {
	var out []heading
	for i, w := range t.Words {
		if w.Begins && upper(w.Form) {
			if h, ok := headingAt(t, i); ok {
				out = append(out, h)
			}
		}
	}
	if len(out) > 0 && mostlyUpper(t.Source) {
		return nil
	}
	return out
}

// heading is a dateline's name: words first to last.
type heading struct{ first, last int }

// mostInHeading is how many words a dateline has at most, marks among them.
const mostInHeading = 16

func headingAt(t *Text, i int) (heading, bool) {
	h := heading{i, i}
	end, loud, held := min(len(t.Words), i+mostInHeading), shouted(t.Words[i].Form), false
	for h.last+1 < end && h.last-i < longest && (shouted(t.Words[h.last+1].Form) || !loud && upper(t.Words[h.last+1].Form) || t.Words[h.last+1].Form == "." || t.Words[h.last+1].Form == "'") {
		h.last++
	}
	k := h.last + 1
	if k < end && t.Words[k].Form == "," {
		from := k + 1
		for k++; k < end && (upper(t.Words[k].Form) || t.Words[k].Form == "."); k++ {
		}
		if held = k > from && area(spanOf(t, from, k-1).In(t.Source)); !held {
			return h, false
		}
	}
	if !loud && !held {
		return h, false
	}
	if k < end && t.Words[k].Form == "(" {
		for k < end && t.Words[k].Form != ")" {
			k++
		}
		k++
	}
	if k >= end || !dash(t.Words[k].Form) && (!held || t.Words[k-1].Form != ")") {
		return h, false
	}
	return h, !strings.ContainsAny(t.Source[t.Words[i].Span.Start:t.Words[k-1].Span.End], "\n\r")
}

// area reports whether a name is that of a first-order area or a country.
func area(name string) bool {
	for _, e := range place.Lookup(name) {
		if e.Precision == dateline.Province || e.Precision == dateline.Country {
			return true
		}
	}
	return false
}

func dash(form string) bool { return form == "--" || form == "—" || form == "–" || form == "-" }

// shouted reports whether a word of two letters or more is all in capitals.
func shouted(form string) bool {
	letters := 0
	for _, r := range form {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// mostlyUpper reports whether half of a text's letters are capitals.
func mostlyUpper(source string) bool {
	capitals, all := 0, 0
	for _, r := range source {
		if unicode.IsLetter(r) {
			all++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	return 2*capitals > all
}

// Package nearby knows which names words may have been meant for: by the letters alone, as a person mistypes them.
// It decides nothing; what it lists is for people to choose from.
package nearby

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Most is how many names are listed.
const Most = 5

// Plain folds a name: small letters and figures only.
func Plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// Names lists up to Most of the names that words may be meant for: those that begin with them, or
// that a few letters part from them; the nearest first. nil if there are none.
func Names(words string, names []string) []string {
	type near struct {
		name string
		far  int
	}
	want := Plain(words)
	if want == "" {
		return nil
	}
	var all []near
	for _, n := range names {
		p, most := Plain(n), 1+len(want)/5
		switch {
		case len(want) >= 3 && strings.HasPrefix(p, want):
			all = append(all, near{n, 1 + len(p) - len(want)})
		case len(p) <= len(want)+4*most && len(want) <= len(p)+4*most: // a letter has up to four bytes
			if far := distance(want, p); far <= most {
				all = append(all, near{n, far})
			}
		}
	}
	slices.SortFunc(all, func(a, b near) int { return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(a.name, b.name)) })
	all = slices.CompactFunc(all, func(a, b near) bool { return a.name == b.name })
	var out []string
	for _, n := range all[:min(Most, len(all))] {
		out = append(out, n.name)
	}
	return out
}

// distance is the number of letters to insert, delete or replace to make b of a (Levenshtein 1966).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		last := row[0]
		row[0] = i + 1
		for j := range y {
			cost := last
			if x[i] != y[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(y)]
}

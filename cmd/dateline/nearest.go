package main

import (
	"cmp"
	"slices"
	"strings"
)

// nearest lists up to five of the names that words may be meant for: those that begin with them, or
// that a few letters part from them; the nearest first.
func nearest(words string, names []string) []string {
	const most = 5
	type near struct {
		name string
		far  int
	}
	want := plain(words)
	if want == "" {
		return nil
	}
	var all []near
	for _, n := range names {
		p := plain(n)
		switch far := distance(want, p); {
		case far <= 1+len(want)/5:
			all = append(all, near{n, far})
		case len(want) >= 3 && strings.HasPrefix(p, want):
			all = append(all, near{n, 1 + len(p) - len(want)})
		}
	}
	slices.SortFunc(all, func(a, b near) int { return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(a.name, b.name)) })
	all = slices.CompactFunc(all, func(a, b near) bool { return a.name == b.name })
	var out []string
	for _, n := range all[:min(most, len(all))] {
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

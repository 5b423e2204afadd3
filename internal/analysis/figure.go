package analysis

import (
	"slices"

	"dateline"
)

// Figure is one number of fighters that a group is said to have, with every account of it: the same
// bounds in different words stand together.
type Figure struct {
	Count    *dateline.Count // nil for estimates without a figure
	Accounts []Account
}

// addFigure puts a strength estimate among the figures: by lower bound, then by upper, an open end
// outermost; those without a figure last.
func addFigure(all []Figure, a Account) []Figure {
	counts := []*dateline.Count{}
	for _, p := range a.In(dateline.Fighters) {
		if c := p.Count(); c != nil {
			counts = append(counts, c)
		}
	}
	if len(counts) == 0 {
		counts = append(counts, nil)
	}
	for _, c := range counts {
		i, found := slices.BinarySearchFunc(all, c, func(f Figure, c *dateline.Count) int { return compareCounts(f.Count, c) })
		if !found {
			all = slices.Insert(all, i, Figure{Count: c})
		}
		all[i].Accounts = append(all[i].Accounts, a)
	}
	return all
}

// strengthsOf lists the accounts of figures, each once.
func strengthsOf(all []Figure) []Account {
	seen := map[string]bool{}
	var out []Account
	for _, f := range all {
		for _, a := range f.Accounts {
			if !seen[a.ID] {
				seen[a.ID] = true
				out = append(out, a)
			}
		}
	}
	return out
}

func compareCounts(x, y *dateline.Count) int {
	if x == nil || y == nil {
		return bound(x == nil) - bound(y == nil)
	}
	if c := compareBounds(x.Low, y.Low, -1); c != 0 {
		return c
	}
	return compareBounds(x.High, y.High, 1)
}

// compareBounds compares two bounds; an open one lies on the side that open says.
func compareBounds(x, y *int, open int) int {
	switch {
	case x == nil && y == nil:
		return 0
	case x == nil:
		return open
	case y == nil:
		return -open
	}
	return *x - *y
}

func bound(b bool) int {
	if b {
		return 1
	}
	return 0
}

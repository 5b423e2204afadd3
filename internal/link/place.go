package link

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

type nearness struct {
	points   float64
	why      string
	conflict bool
	km       float64 // between two points that are not one place
}

// near compares two places: the same one, one within the other, a few kilometres apart, or a name
// that both share in one country.
func near(p, q dateline.Place) nearness {
	if p.Precision == dateline.Unplaced || q.Precision == dateline.Unplaced {
		if strings.EqualFold(p.Name, q.Name) {
			return nearness{points: 0.3, why: "same place name, " + p.Name}
		}
		if w := sharedName(p, q); w != "" {
			return nearness{points: 0.25, why: fmt.Sprintf("%s and %s share a name", p.Name, q.Name)}
		}
		return nearness{}
	}
	if p.Country != "" && q.Country != "" && p.Country != q.Country {
		return nearness{conflict: true}
	}
	if p.ID == q.ID {
		return nearness{points: pointsFor(p.Precision), why: "same place, " + p.Name}
	}
	if p.Precision.Pointed() && q.Precision.Pointed() {
		km := p.Kilometres(q)
		if km <= 30 {
			return nearness{points: 0.3, why: fmt.Sprintf("%s and %s, %.0f km apart", p.Name, q.Name, km), km: km}
		}
		return nearness{conflict: true}
	}
	if w := sharedName(p, q); w != "" {
		return nearness{points: 0.25, why: fmt.Sprintf("%s and %s share a name", p.Name, q.Name)}
	}
	if p.Admin1 != "" && p.Admin1 == q.Admin1 {
		return nearness{points: 0.2, why: "both in " + p.Admin1}
	}
	if p.Precision == dateline.Country || q.Precision == dateline.Country {
		return nearness{points: 0.1, why: "both in " + p.Country}
	}
	if p.Admin1 != "" && q.Admin1 != "" {
		return nearness{conflict: true}
	}
	return nearness{}
}

func pointsFor(p dateline.Precision) float64 {
	switch p {
	case dateline.Site, dateline.Settlement, dateline.Near:
		return 0.35
	case dateline.District, dateline.Province:
		return 0.25
	}
	return 0.1
}

// sharedName returns a word of both names, or "".
func sharedName(p, q dateline.Place) string {
	a, b := map[string]bool{}, map[string]bool{}
	addWords(a, p.Name)
	addWords(b, q.Name)
	if w := shared(a, b); len(w) > 0 {
		return w[0]
	}
	return ""
}

// nearest compares all of ps with all of qs: the best of them, and whether any two exclude each other.
// Where both name points, wider places are no evidence: two towns of one province are two places.
func nearest(ps, qs []dateline.Place) (best nearness, conflict bool) {
	if x, y := points(ps), points(qs); len(x) > 0 && len(y) > 0 {
		ps, qs = x, y
		if x, y = exact(x), exact(y); len(x) > 0 && len(y) > 0 {
			ps, qs = x, y // 'in Hilla, south of Baghdad' is not in Baghdad
		}
	}
	for _, p := range ps {
		for _, q := range qs {
			n := near(p, q)
			conflict = conflict || n.conflict
			if n.points > best.points {
				best = n
			}
		}
	}
	return best, conflict
}

// points lists the places that are points; nil if there are none.
func points(ps []dateline.Place) []dateline.Place {
	var out []dateline.Place
	for _, p := range ps {
		if p.Precision.Pointed() {
			out = append(out, p)
		}
	}
	return out
}

// exact leaves out of points what a place is near.
func exact(ps []dateline.Place) []dateline.Place {
	return slices.DeleteFunc(slices.Clone(ps), func(p dateline.Place) bool { return p.Precision == dateline.Near })
}

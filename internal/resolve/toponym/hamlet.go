package toponym

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
)

// Hamlets of the United States have names that are mostly words or persons' names, too ('Hope', 'Grant'). A name means one only in a report
// that names its state, its county or a larger town of its state, and only if some mention of it is written as a place's.

// support is what speaks for the hamlets around it: states, counties and towns.
type support []place.Entry

// largerTown is of how many people a town is that speaks for its state, knownTown of how many one that has its name alone: beside it
// only a county speaks for a hamlet of that name.
const largerTown, knownTown = 20_000, 100_000

// supportOf lists the first likely meanings of candidates that speak for hamlets.
func supportOf(all []candidate) support {
	var out support
	seen := map[string]bool{}
	for i := range all {
		for _, e := range all[i].entries {
			if e.Country != "US" || seen[e.ID] || !speaks(e, all[i].entries[0]) {
				continue
			}
			seen[e.ID] = true
			out = append(out, e)
		}
	}
	return out
}

// speaks reports whether e, of a name whose likeliest meaning is first, speaks for what lies in it: every county of the name, and else the
// first.
func speaks(e, first place.Entry) bool {
	switch e.Precision {
	case dateline.District:
		return first.Precision == dateline.District
	case dateline.Province:
		return e.ID == first.ID
	}
	return e.ID == first.ID && !e.Alternate && e.Population >= largerTown
}

// lookup finds a name with the hamlets that something speaks for.
func (s support) lookup(words string) []place.Entry {
	all := place.WithHamlets(words)
	n := len(place.Lookup(words))
	if n == len(all) {
		return all
	}
	out := slices.Clip(all[:n])
	known := n > 0 && all[0].Population >= knownTown
	for _, e := range all[n:] {
		if slices.ContainsFunc(s, func(o place.Entry) bool {
			switch o.Precision {
			case dateline.Settlement:
				return !known && o.Area() == e.Area()
			case dateline.Province:
				return !known && o.Holds(e)
			}
			return o.Holds(e)
		}) {
			out = append(out, e)
		}
	}
	return out
}

// placedHamlets takes the hamlets away from the names of which no mention is written as a place's.
func placedHamlets(t *Text, all []candidate) []candidate {
	placed := map[string]bool{}
	for i := range all {
		if c := &all[i]; c.hamlets() > 0 && writtenAsPlace(t, c) {
			placed[strings.ToLower(c.words)] = true
		}
	}
	return slices.DeleteFunc(all, func(c candidate) bool {
		return c.hamlets() > 0 && c.hamlets() == len(c.entries) && !placed[strings.ToLower(c.words)] && !c.labelled
	})
}

// hamlets is how many of the places that carry the name are hamlets: they come last.
func (c *candidate) hamlets() int {
	n := 0
	for n < len(c.entries) && c.entries[len(c.entries)-1-n].Hamlet() {
		n++
	}
	return n
}

// writtenAsPlace reports whether an area stands behind the name and a comma, or a word of place before what is labelled as a place or is no
// common word.
func writtenAsPlace(t *Text, c *candidate) bool {
	if k := c.last + 1; k+1 < len(t.Words) && t.Words[k].Form == "," && !t.Words[k].Begins && !t.Words[k+1].Begins {
		for end := k + 1; end < min(len(t.Words), k+4); end++ {
			if area(spanOf(t, k+1, end).In(t.Source)) {
				return true
			}
		}
	}
	location := c.labelled && t.Words[c.first].Name == "location"
	return (location || !place.Common(c.words)) && (location || beforePlaces[strings.ToLower(t.before(c.first).Form)])
}

var beforePlaces = set("in at near from outside around")

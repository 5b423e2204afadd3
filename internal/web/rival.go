package web

import (
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
)

// mostRivals is how many rival places are named; the others are counted.
const mostRivals = 4

// rivals lists the other readings that stand, best first: actors with their pages, places by name.
func (s *site) rivals(m *dateline.Resolution) []shown {
	if m.Place != nil {
		return rivalPlaces(m)
	}
	var out []shown
	for _, id := range m.Others {
		out = append(out, shown{Text: s.book.Name(id), Link: groupLink(id)})
	}
	return out
}

// rivalPlaces names the other places that carry the name; one that the gazetteer no longer has goes by
// its identifier.
func rivalPlaces(m *dateline.Resolution) []shown {
	named := map[string]string{}
	for _, e := range place.Lookup(m.Place.Name) {
		named[e.ID] = entryWords(e)
	}
	var out []shown
	for i, id := range m.Others {
		if i == mostRivals {
			return append(out, shown{Text: strconv.Itoa(len(m.Others)-i) + " more of that name"})
		}
		text := named[id]
		if text == "" {
			text = id
		}
		out = append(out, shown{Text: text})
	}
	return out
}

// entryWords is a place with what it lies in.
func entryWords(e place.Entry) string {
	words := []string{e.Name}
	for _, of := range []string{e.Admin1, place.CountryName(e.Country)} {
		if of != "" && of != words[len(words)-1] {
			words = append(words, of)
		}
	}
	return strings.Join(words, ", ")
}

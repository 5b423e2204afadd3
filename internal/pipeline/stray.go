package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
	"dateline/internal/resolve/scene"
)

// A quarter of a town or a family's name that is also the name of a small town far away is none: 'in Gresham', in a
// report that names Chicago three times and nothing else near any Gresham, is a place that no record carries.

// smallTown is how many people live in a town that is not known to readers by its name alone.
const smallTown = 100_000

// farAway is how near another place that the report names must lie for a town to belong to its scene, in kilometres.
const farAway = 120

// strays takes the places of the statements for unplaced that are such namesakes.
func strays(out *dateline.Reading) {
	parts := map[string]*dateline.Statement{}
	for i := range out.Statements {
		parts[out.Statements[i].ID] = &out.Statements[i]
	}
	for i := range out.Resolutions {
		r := &out.Resolutions[i]
		if r.Place == nil || r.Part < 0 || r.Place.Precision != dateline.Settlement || !strayed(r.Place, out.Toponyms) {
			continue
		}
		words := parts[r.Statement].Parts[r.Part].Span.In(out.Report.Text)
		r.State, r.Others, r.Score = dateline.NotListed, nil, 0
		r.Why = "no place of that name is known where the report's other places lie; " + cmp.Or(r.Place.Admin1, r.Place.Country) + " has one"
		r.Place = &dateline.Place{Name: words, Precision: dateline.Unplaced}
	}
}

// strayed reports whether a small town lies far from all else that a report names, while two names or more lie in one
// first-order area. A town of a country that the report names, and most of its places lie elsewhere, is none.
func strayed(p *dateline.Place, named []dateline.Toponym) bool {
	areas, country, most := map[string]int{}, "", 0
	countries := map[string]bool{}
	for _, n := range named {
		q := n.Place
		level := scene.LevelOf(*q)
		switch {
		case level == "" || q.ID == p.ID || strings.EqualFold(q.Name, p.Name):
		case level == scene.Country:
			countries[q.Country] = true
		case n.As != dateline.AsPlace:
		case q.Country == p.Country && q.Admin1 == p.Admin1, place.Kilometres(p.Lat, p.Lon, n.Lat, n.Lon) < farAway:
			return false
		default:
			k := q.Country + q.Admin1
			if areas[k]++; areas[k] > most {
				country, most = q.Country, areas[k]
			}
		}
	}
	return most >= 2 && (country == p.Country || !countries[p.Country]) &&
		slices.ContainsFunc(place.Lookup(p.Name), func(e place.Entry) bool { return e.ID == p.ID && e.Population < smallTown })
}

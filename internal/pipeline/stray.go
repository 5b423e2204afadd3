package pipeline

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
	"dateline/internal/resolve/scene"
)

// A quarter of a town or a family's name that is also the name of a town far away is none: 'in Gresham', in a report that
// names Chicago three times and nothing else near any Gresham, is a place that no record carries, and 'in Bridgeport',
// of which Chicago's police tell, is the quarter of Chicago.

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
	forces := policed(out)
	for i := range out.Resolutions {
		r := &out.Resolutions[i]
		if r.Place == nil || r.Part < 0 || r.Place.Precision != dateline.Settlement {
			continue
		}
		if home, quarter := homeOf(r.Place, forces, out.Toponyms); quarter != nil {
			r.Place, r.Why = quarter, "the police who tell of it are "+home+"'s, and a place of that name lies there"
			continue
		}
		if !strayed(r.Place, out.Toponyms) {
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

// policed lists the towns of whose police a report tells, 'Chicago police said': those that a toponym names there, and
// well-known ones.
func policed(out *dateline.Reading) []*dateline.Place {
	var towns []*dateline.Place
	text := out.Report.Text
	for _, name := range forces(text) {
		if k := slices.IndexFunc(out.Toponyms, func(n dateline.Toponym) bool { return n.Span.End == name.End }); k >= 0 {
			towns = append(towns, out.Toponyms[k].Place)
			continue
		}
		for words := name.In(text); words != ""; _, words, _ = strings.Cut(words, " ") {
			r := place.Resolve(words, place.Context{Countries: out.Countries})
			if r.State == dateline.Known && r.Place != nil && great(words, r.Place) {
				towns = append(towns, r.Place)
				break
			}
		}
	}
	return slices.DeleteFunc(towns, func(p *dateline.Place) bool { return p.Precision != dateline.Settlement })
}

// forces lists the names that stand before 'police' in a text, in order.
func forces(text string) []dateline.Span {
	var names []dateline.Span
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		if strings.Contains(line, "olice") || strings.Contains(line, "PD") {
			for _, f := range police.FindAllStringSubmatchIndex(line, mostNamed-len(names)) {
				names = append(names, dateline.Span{Start: at + f[2], End: at + f[3]})
			}
		}
		at += len(line)
	}
	return names
}

var police = regexp.MustCompile(`\b((?:[A-Z][a-zé'.-]+ ){0,2}[A-Z][a-zé'.-]+) (?:[Mm]etro(?:politan)? )?(?:[Pp]olice|PD)\b`)

// homeOf returns, of a place near which the report names no other, the town whose police tell of it and what carries its
// name there; "" and nil if there is none.
func homeOf(p *dateline.Place, forces []*dateline.Place, named []dateline.Toponym) (string, *dateline.Place) {
	for _, n := range named {
		if q := n.Place; scene.LevelOf(*q) != "" && q.ID != p.ID && n.As == dateline.AsPlace && scene.LevelOf(*q) != scene.Country &&
			(q.Country == p.Country && q.Admin1 == p.Admin1 || place.Kilometres(p.Lat, p.Lon, n.Lat, n.Lon) < farAway) {
			return "", nil
		}
	}
	for _, town := range forces {
		if town.ID == p.ID {
			return "", nil
		}
	}
	for _, town := range forces {
		if q := place.Beside(p.Name, *town); q != nil {
			return town.Name, q
		}
	}
	return "", nil
}

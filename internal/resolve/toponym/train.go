package toponym

import (
	"dateline"
	"dateline/internal/resolve/place"
	"dateline/internal/scorer"
)

// NameExamples are the candidates of a text, each 'yes' if its span is one of the gold ones.
func NameExamples(t Text, gold map[dateline.Span]bool) []scorer.Example {
	all := candidates(&t, place.Lookup)
	v := newView(&t, all)
	var out []scorer.Example
	for i, c := range all {
		x := scorer.Example{Class: No}
		if gold[spanOf(&t, c.first, c.last)] {
			x.Class = Yes
		}
		sum := scorer.Listing()
		v.describe(i, sum)
		x.Features = sum.Listed()
		out = append(out, x)
	}
	return out
}

// Gold is where a name of a text lies in truth.
type Gold struct {
	Lat, Lon float64
}

// SenseRaces are the places that each name of a text may mean, of which those win that lie closest to
// where gold says, within 161 km of it; of names that gold does not hold there are none.
func SenseRaces(t Text, gold map[dateline.Span]Gold) []scorer.Race {
	all := named(&t)
	d := newDecision(&t, all)
	var out []scorer.Race
	d.support()
	d.measure()
	for g, x := range d.groups {
		if where, ok := gold[spanOf(&t, all[x.mentions[0]].first, all[x.mentions[0]].last)]; ok {
			out = append(out, d.race(g, place.Entry{Lat: where.Lat, Lon: where.Lon}))
		}
	}
	return out
}

func (d *decision) race(g int, gold place.Entry) scorer.Race {
	var out scorer.Race
	nearest := 161.0
	for _, s := range d.groups[g].senses {
		if km, ok := s.Far(gold); ok {
			nearest = min(nearest, km)
		}
	}
	for k, s := range d.groups[g].senses {
		x := scorer.Example{Class: scorer.Lost}
		switch km, ok := s.Far(gold); {
		case ok && km <= nearest:
			x.Class = scorer.Won
		case ok && km < 161:
			continue
		}
		sum := scorer.Listing()
		d.describe(g, k, sum)
		x.Features = sum.Listed()
		out = append(out, x)
	}
	return out
}

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
		v.describe(i, func(parts ...string) {
			name := ""
			for _, p := range parts {
				name += p
			}
			x.Features = append(x.Features, name)
		})
		out = append(out, x)
	}
	return out
}

// Gold is where a name of a text lies in truth.
type Gold struct {
	Lat, Lon float64
}

// SenseExamples are the places that the names of a text may mean, 'yes' for those that lie where gold
// says; of names that gold does not hold there are none.
func SenseExamples(t Text, gold map[dateline.Span]Gold) []scorer.Example {
	all := named(&t)
	d := newDecision(&t, all)
	var out []scorer.Example
	d.support()
	for g, x := range d.groups {
		for _, m := range x.mentions[:1] {
			if where, ok := gold[spanOf(&t, all[m].first, all[m].last)]; ok {
				out = append(out, d.examples(g, where)...)
			}
		}
	}
	return out
}

func (d *decision) examples(g int, where Gold) []scorer.Example {
	var out []scorer.Example
	some := false
	for k, s := range d.groups[g].senses {
		x := scorer.Example{Class: No}
		km, ok := s.Far(place.Entry{Lat: where.Lat, Lon: where.Lon})
		if ok && km < max(161, float64(s.ReachKm)/2) {
			x.Class, some = Yes, true
		}
		d.describe(g, k, func(parts ...string) {
			name := ""
			for _, p := range parts {
				name += p
			}
			x.Features = append(x.Features, name)
		})
		out = append(out, x)
	}
	if !some {
		return nil
	}
	return out
}

package toponym

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
)

// resolved says what each of the names means.
func resolved(t *Text, names []candidate) []dateline.Toponym {
	d := decide(t, names)
	out, answers := make([]dateline.Toponym, len(names)), make([]*dateline.Toponym, len(d.groups))
	for i, c := range names {
		a := answers[d.of[i]]
		if a == nil {
			x := d.answer(d.of[i])
			a, answers[d.of[i]] = &x, &x
		}
		out[i] = *a
		out[i].Others = slices.Clone(a.Others)
		if a.Place != nil {
			p := *a.Place
			out[i].Place = &p
		}
		if len(c.entries) == 0 {
			out[i].Place = &dateline.Place{Name: c.words, Precision: dateline.Unplaced}
		}
		out[i].Span, out[i].As = spanOf(t, c.first, c.last), use(t, c, out[i])
	}
	return out
}

// certain is the chance from which a sense is known, and rival that from which another is listed.
const certain, rival = 0.5, 0.1

// answer says what the names of a group mean.
func (d *decision) answer(g int) dateline.Toponym {
	x := &d.groups[g]
	order := x.order()
	if len(order) == 0 {
		return dateline.Toponym{State: dateline.NotListed, Why: "no record carries this name"}
	}
	if area := d.elsewhere(g); area != "" {
		return dateline.Toponym{State: dateline.NotListed, Place: &dateline.Place{Name: x.words, Precision: dateline.Unplaced},
			Why: "the words say that it lies in " + area + ", where no record has a place of this name"}
	}
	if whole := d.whole[x.words]; whole != "" && x.senses[order[0]].Population < town {
		return dateline.Toponym{State: dateline.NotListed, Place: &dateline.Place{Name: x.words, Precision: dateline.Unplaced},
			Why: "short for " + whole + ", which the report names"}
	}
	x.townFirst(order)
	best := x.senses[order[0]]
	if best.alone() {
		return dateline.Toponym{State: dateline.NotListed, Place: &dateline.Place{Name: x.words, Precision: dateline.Unplaced},
			Why: "the only places of that name have it beside another, and nothing in the report speaks for them"}
	}
	if place.Side(x.words) && best.nation < 0.5 && !best.held && !best.inside {
		return dateline.Toponym{State: dateline.NotListed, Place: &dateline.Place{Name: x.words, Precision: dateline.Unplaced},
			Why: "a side; nothing says of which country"}
	}
	p := best.Place()
	out := dateline.Toponym{State: dateline.Known, Place: &p, Score: math.Round(best.chance*100) / 100}
	out.Lat, out.Lon, out.RadiusM = best.Circle()
	for _, k := range order[1:] {
		if x.senses[k].chance >= rival && len(out.Others) < 8 {
			out.Others = append(out.Others, x.senses[k].ID)
		}
	}
	if best.chance < certain {
		out.State = dateline.Ambiguous
	}
	out.Why = d.why(x, order)
	return out
}

// alone reports whether a sense is a town that is not large and has the name beside another, of which the text says nothing else: 'Savo' in
// 'troops were sent to Savo' is not Savona.
func (s *sense) alone() bool {
	const aliased = 100_000
	return s.Alternate && s.Precision == dateline.Settlement && s.Population < aliased && s.nation < 0.25 && !s.held && !s.inside
}

// townFirst moves to the front of the senses, in order, the town that has the name in full before the county that has it
// but for 'County': beside 'Greene County', 'in Greene' is the town.
func (g *group) townFirst(order []int) {
	area := &g.senses[order[0]]
	if area.Precision != dateline.District || !area.Alternate {
		return
	}
	for i, k := range order {
		if s := &g.senses[k]; s.Precision == dateline.Settlement && !s.Alternate && s.Area() == area.Area() && area.Holds(s.Entry) {
			s.chance = max(s.chance, area.chance)
			copy(order[1:i+1], order[:i])
			order[0] = k
			return
		}
	}
}

// why says in words why the likeliest sense was taken.
func (d *decision) why(x *group, order []int) string {
	best := &x.senses[order[0]]
	var b strings.Builder
	b.WriteString(best.Label() + ": " + d.reason(x, best))
	if n := len(order) - 1; n > 0 {
		next := x.senses[order[1]]
		if next.chance < rival {
			fmt.Fprintf(&b, "; %d other places of that name below %.1f", n, rival)
		} else {
			fmt.Fprintf(&b, "; of %d other places of that name the likeliest is %s (%.2f)", n, next.Label(), next.chance)
		}
	}
	return b.String()
}

// reason is what speaks most for a sense, besides its name.
func (d *decision) reason(x *group, s *sense) string {
	wide := s.Precision == dateline.Country || s.Precision == dateline.Continent
	switch {
	case s.held:
		return "the words behind the comma say where"
	case s.inside:
		return "what holds it is named in the same sentence"
	case !wide && s.Area() != "" && s.area >= 0.9:
		return "other names of the report lie in " + s.Admin1
	case !wide && s.Country != "" && s.nation >= 0.9:
		return "the report names " + place.CountryName(s.Country) + " or places there"
	case len(x.senses) == 1:
		return "the only place of that name that is known"
	case s.Precision == dateline.Settlement && s.Population > 0:
		return fmt.Sprintf("about %d people, and nothing in the report speaks for another", s.Population)
	}
	return "what the name most often means"
}

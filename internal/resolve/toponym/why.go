package toponym

import (
	"fmt"
	"math"
	"strings"

	"dateline"
)

// resolved says what each of the names means.
func resolved(t *Text, names []candidate) []dateline.Toponym {
	d := decide(t, names)
	out := make([]dateline.Toponym, len(names))
	for i, c := range names {
		out[i] = d.answer(d.of[i])
		out[i].Span, out[i].As = spanOf(t, c.first, c.last), dateline.AsPlace
		if len(c.entries) == 0 {
			out[i].Place = &dateline.Place{Name: c.words, Precision: dateline.Unplaced}
		}
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
	best := x.senses[order[0]]
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

// why says in words why the likeliest sense was taken.
func (d *decision) why(x *group, order []int) string {
	best := x.senses[order[0]]
	var b strings.Builder
	b.WriteString(best.Label())
	switch {
	case best.held:
		b.WriteString(": the words behind the comma say where")
	case best.inside:
		b.WriteString(": what holds it is named in the same sentence")
	}
	if n := len(order) - 1; n > 0 {
		fmt.Fprintf(&b, "; %d other places of that name, the likeliest %s (%.2f)", n, x.senses[order[1]].Label(), x.senses[order[1]].chance)
	}
	return b.String()
}

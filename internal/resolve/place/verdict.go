package place

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/data"
	"dateline/internal/resolve/place/gazetteer"
)

func foldName(name string) string { return gazetteer.Fold(name) }

// choose decides between the readings of a name, best first.
func (a *atlas) choose(cs []*candidate, p phrase, holders int, ctx Context) reading {
	best := cs[0]
	rivals := rivalsOf(cs)
	r := reading{best: best.Entry, state: dateline.Known, others: ids(rivals), found: make([]Entry, 0, len(cs))}
	for _, c := range cs {
		r.found = append(r.found, c.Entry)
	}
	if refused := a.refuse(best, p, holders, ctx); refused != "" {
		return reading{why: refused, others: ids(append([]*candidate{best}, rivals...))}
	}
	margin := 9.0
	if len(rivals) > 0 {
		margin = best.weight - rivals[0].weight
	}
	r.score = score(best, margin)
	r.why = because(best, rivals, margin)
	if p.loose {
		r.score -= 0.2
		r.why = "spelled otherwise there: " + r.why
	}
	if margin < marginKnown {
		r.state, r.score = dateline.Ambiguous, 0.3+margin/3
	} else if faint(best, ctx) {
		r.state, r.score = dateline.Ambiguous, 0.35
		r.why += "; but nothing in the report speaks for so small a place"
	}
	return r
}

// oneSpelling are the countries whose names are not brought into Latin letters in several ways.
var oneSpelling = data.Section("setting.txt", "latin")

// refuse says why the best reading does not count, and "" if it does.
func (a *atlas) refuse(best *candidate, p phrase, holders int, ctx Context) string {
	if best.inside < min(holders, 1) {
		return "no " + join(p.name) + " lies in what the words name"
	}
	if _, isSide := side(fold(p.name)); isSide && best.support == "" {
		return "a side and a common noun; nothing says of which country"
	}
	if p.loose && (best.support == "" || oneSpelling[strings.ToLower(best.Country)]) {
		return "no record carries this name; one that is spelled like it is elsewhere"
	}
	if !best.isSettled() && best.Precision != dateline.District {
		return ""
	}
	if p.partial && best.support == "" && best.Population < 20_000 {
		return "no record carries this name; only a small place carries a part of it"
	}
	adjective := len(p.peoples) > 0 && len(p.within) == 0 && p.kind == anything // 'the American Empire'
	if strict, common := a.common[fold(p.name)]; common && (best.inside == 0 || adjective) {
		if strict || (best.support == "" || adjective) && best.Population < 200_000 {
			return "a common word or name; nothing in the words or the report says that a place is meant"
		}
	}
	if best.Alternate && best.support == "" && best.inside == 0 && best.Population < 100_000 {
		return "the only places of that name have it beside another, and nothing in the report speaks for them"
	}
	if len(ctx.Countries) > 0 && best.support == "" && (best.Population < 50_000 || best.Alternate && best.Population < 1_000_000) {
		return "the only places of that name are small and in countries that the report is not about"
	}
	return ""
}

// faint reports whether nothing speaks for a settlement that is not large and lies outside the
// countries of the report, or is a village by another name.
func faint(c *candidate, ctx Context) bool {
	if c.support != "" || !c.isSettled() {
		return false
	}
	return len(ctx.Countries) > 0 && c.Population < 500_000 || c.Alternate && c.Population < 5_000
}

// rivalsOf returns the readings after the first that are not the same place or its area, and
// weigh enough to be mentioned: eight at most.
func rivalsOf(cs []*candidate) []*candidate {
	var out []*candidate
	for _, c := range cs[1:] {
		if related(cs[0].Entry, c.Entry) || cs[0].weight-c.weight > 2.5 || len(out) == 8 {
			continue
		}
		if !slices.ContainsFunc(out, func(o *candidate) bool { return related(o.Entry, c.Entry) }) {
			out = append(out, c)
		}
	}
	return out
}

func ids(cs []*candidate) []string {
	var out []string
	for _, c := range cs {
		out = append(out, c.ID)
	}
	return out
}

// score turns support and margin into a number: 0.95 where the words say where and nothing
// rivals, 0.55 for a small place that nothing speaks for.
func score(best *candidate, margin float64) float64 {
	s := 0.7
	switch {
	case best.inside > 0:
		s = 0.9
	case best.support != "" || best.Precision == dateline.Country:
		s = 0.85
	case best.isSettled() && best.Population < 20_000:
		s = 0.55
	}
	if margin >= marginSure {
		s += 0.05
	} else {
		s -= 0.1
	}
	return s
}

// because says in words why the best reading was taken.
func because(best *candidate, rivals []*candidate, margin float64) string {
	var b strings.Builder
	b.WriteString(best.label())
	if best.support != "" {
		b.WriteString(": " + best.support)
	} else if best.isSettled() && best.Population > 0 {
		fmt.Fprintf(&b, ": about %d people", best.Population)
	}
	if len(rivals) == 0 {
		return b.String()
	}
	b.WriteString("; before ")
	if margin < marginKnown {
		b.Reset()
		b.WriteString("not certain: " + best.label() + ", or ")
	}
	for i, c := range rivals[:min(3, len(rivals))] {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(c.label())
	}
	return b.String()
}

// shape gives the best reading the precision that the words allow.
func (a *atlas) shape(p phrase, r reading) (dateline.Place, float64, string) {
	e := r.best
	if r.unknown == "" {
		e = asked(e, p)
	}
	place := e.place()
	if moved, ok := offset(place, p); ok && p.near && e.Precision.Pointed() {
		return moved, r.score, "a distance and a side from it: " + r.why
	}
	switch {
	case p.near && e.isSettled() && p.km <= maxNearKm:
		place.Precision, place.RadiusM = dateline.Near, nearRadius(p.km)
		return place, r.score, "near it, not in it: " + r.why
	case p.near && e.Precision.Pointed():
		return part(place, p, "at a distance"), r.score, "too far from it for a point: " + r.why
	case e.Precision.Pointed():
		return place, r.score, r.why
	case r.unknown == "" && (len(p.sides) > 0 || p.near || p.part):
		return part(place, p, "part"), r.score * 0.95, "a part of it, without a point: " + r.why
	}
	return place, r.score, r.why
}

// maxNearKm is how far from a settlement 'near' can mean.
const maxNearKm = 50

// nearRadius is 25 km, or the distance said and a fifth.
func nearRadius(km float64) int {
	if km == 0 {
		return 25_000
	}
	return max(5_000, int(km*1200))
}

// asked turns a settlement into what the words call it: 'Mosul district', 'the Fallujah region'.
func asked(e Entry, p phrase) Entry {
	switch {
	case !e.isSettled():
	case p.kind == wantDistrict:
		e.Precision, e.ID = dateline.District, e.ID+"/district"
	case p.kind == wantProvince || p.kind == wantFeature:
		e.Precision, e.ID = dateline.Region, e.ID+"/"+p.noun
		e.Name += " " + p.noun
	case p.kind == wantArea:
		e.Precision = dateline.Near
	}
	return e
}

// part makes a place a part of itself: a region without a point, named as the words name it.
func part(place dateline.Place, p phrase, which string) dateline.Place {
	if len(p.sides) > 0 {
		which = strings.Join(p.sides, "+")
	}
	place.ID += "/" + strings.ReplaceAll(which, " ", "-")
	place.Name = strings.TrimPrefix(strings.TrimPrefix(p.words, "the "), "in ")
	place.Precision, place.Lat, place.Lon, place.RadiusM = dateline.Region, 0, 0, 0
	return place
}

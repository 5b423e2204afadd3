package scene

import (
	"slices"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/scorer"
)

// notable are the words beside a place that tell what it does there, in the order of the features.
var notable = strings.Fields(`in at near from of to outside around for with by against and between inside across into
	police court authorities government army military forces troops officials president prison jail judge security state
	regime embassy citizen national man woman journalist activist soldiers minister leader people refugees
	district province city town village airport university hospital
	county sheriff deputies coroner fire department officers detectives boy girl teen resident native family couple mother father`)

// noteOf is the number of a notable word, -1 of any other.
func noteOf(word string) int { return slices.Index(notable, word) }

// features names what else than its standing speaks for and against an event having taken place at s, in a fixed order.
func (g *gathering) features(e *sight, s *spot, sum *scorer.Sum) {
	l := string(s.level)
	gap, near := g.gap(e, s)
	sum.Add(l, " gap=", gap)
	sum.Add(l, " gap=", gap, " rank=", few(s.rank, 2))
	sum.Add(l, " ", string(e.Kind.Family()), " gap=", gap)
	sum.Add(l, " gap=", gap, " told=", few(s.told, 2))
	if e.Background {
		sum.Add(l, " past gap=", gap)
	}
	if n := noteOf(near.Before); n >= 0 {
		sum.Add(l, " gap=", gap, " ", notable[n], " _")
	}
	if n := noteOf(near.After); n >= 0 {
		sum.Add(l, " gap=", gap, " _ ", notable[n])
	}
	if slices.Contains(e.States, s.place.Country) {
		sum.Add(l, " its state ", string(e.Kind.Family()))
	} else if len(e.States) > 0 {
		sum.Add(l, " another state ", string(e.Kind.Family()))
	}
	if e.Named != "" {
		sum.Add(l, " named")
		sum.Add(l, " named ", e.Named, " gap=", gap)
	}
	for _, t := range e.Told {
		sum.Add(l, " in told ", string(LevelOf(t)), " ", strconv.FormatBool(holds(t, s.place)))
	}
	if m, ok := e.last[s.level]; ok && s.holds(g.r.Mentions[m].Place) {
		sum.Add(l, " last named")
	}
	if e.lastTold != nil && s.holds(*e.lastTold) {
		sum.Add(l, " last told")
	}
}

// standing is how the spot stands in the report.
func (g *gathering) standing(s *spot, sum *scorer.Sum) {
	l := string(s.level)
	all, named := len(g.spots[s.level]), g.named[s.level]
	towns, areas := len(g.spots[Town]), len(g.spots[Area])
	sum.Add(l)
	sum.Add(l, " rank=", few(s.rank, 4))
	sum.Add(l, " rank=", few(s.rank, 2), " of=", few(all-1, 4))
	sum.Add(l, " named=", few(len(s.mentions), 6))
	sum.Add(l, " share=", few(5*len(s.mentions)/max(1, named), 5))
	sum.Add(l, " self=", few(s.self, 3))
	sum.Add(l, " first=", few(s.first, 4))
	sum.Add(l, " order=", few(s.nth, 3))
	sum.Add(l, " told=", few(s.told, 3))
	sum.Add(l, " told=", few(s.told, 2), " scenes=", few(g.scenes[s.level], 3))
	sum.Add(l, " rank=", few(s.rank, 1), " events=", few(len(g.r.Events)/3, 4))
	if s.told > 0 && s.told == g.mostTold[s.level] {
		sum.Add(l, " told most")
	}
	sum.Add(l, " past=", few(s.past, 2))
	sum.Add(l, " beside=", few(s.beside, 4))
	sum.Add(l, " as=", string(s.place.Precision))
	if s.title {
		sum.Add(l, " title")
	}
	if s.wire {
		sum.Add(l, " wire areas=", few(areas, 2), " towns=", few(towns, 2), " self=", few(s.self, 2))
		sum.Add(l, " wire=", few(s.self, 3), " of=", few(all-1, 3))
	}
	if s.inMost {
		sum.Add(l, " in most")
	}
	if l != string(Country) {
		sum.Add(l, " kin=", few(s.kin, 3), " of=", few((named+2)/3, 3))
		sum.Add(l, " kin=", few(4*s.kin/max(1, len(g.r.Mentions)), 4))
		sum.Add(l, " area named=", few(s.area, 2))
	}
	if s.people > 0 && s.people == s.self {
		sum.Add(l, " people only=", few(s.people, 2))
	}
	if s.bodies > 0 && s.bodies == s.self {
		sum.Add(l, " body only=", few(s.bodies, 2))
	}
	if s.care > 0 {
		sum.Add(l, " care only=", strconv.FormatBool(s.care == s.self))
	}
	if s.aside > 0 {
		sum.Add(l, " aside only=", strconv.FormatBool(s.aside == s.self))
	}
	if s.voices > 0 {
		sum.Add(l, " voice only=", strconv.FormatBool(s.voices == s.self), " named=", few(s.voices, 2))
	}
	if s.homes > 0 {
		sum.Add(l, " home only=", strconv.FormatBool(s.homes == s.self))
	}
	if s.place.Town != "" {
		sum.Add(l, " quarter")
	}
	for _, w := range s.before {
		sum.Add(l, " ", notable[w], " _")
	}
	for _, w := range s.after {
		sum.Add(l, " _ ", notable[w])
	}
}

// sight is what an event sees of the report from where it stands.
type sight struct {
	*Event
	last      map[Level]int      // the mention of each level that is the last before it
	countries map[string]float64 // the chances of the countries, by ISO code; nil while they are not weighed
	lastTold  *dateline.Place    // where the last event before it was by its own words
}

func (g *gathering) sightOf(i int) *sight {
	e := &sight{Event: &g.r.Events[i], last: map[Level]int{}}
	for m := range g.r.Mentions {
		if g.r.Mentions[m].Span.Start > e.At {
			break
		}
		p := g.r.Mentions[m].Place
		e.last[LevelOf(p)] = m
		if p.Country != "" {
			e.last[Country] = m
		}
	}
	for k := i - 1; k >= 0 && e.lastTold == nil; k-- {
		if told := g.r.Events[k].Told; len(told) > 0 {
			e.lastTold = &told[0]
		}
	}
	return e
}

// gap is how far from the event the spot is named: in its sentence, before it, or ('-') behind; and the
// nearest naming.
func (g *gathering) gap(e *sight, s *spot) (string, *Mention) {
	best := 1 << 20
	var near *Mention
	for _, m := range s.mentions {
		d := e.Sentence - g.r.Mentions[m].Sentence
		if abs(d) < abs(best) || d == -best && d > 0 {
			best, near = d, &g.r.Mentions[m]
		}
	}
	name := "far"
	switch n := abs(best); {
	case n == 0:
		return "none", near
	case n == 1:
		name = "next"
	case n <= 4:
		name = "near"
	}
	if best < 0 {
		name = "-" + name
	}
	return name, near
}

func few(n, most int) string { return strconv.Itoa(min(n, most)) }

func abs(n int) int { return max(n, -n) }

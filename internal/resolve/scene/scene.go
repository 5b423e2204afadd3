// Package scene knows where a thing took place whose own words do not say it: at which of the places
// that the report names. A report says once where it is set, in its dateline, its title or the
// sentence before, and a reader carries that along; so does this package, and says so.
//
// The order of work: the places that the report names are gathered by town, by area and by country, each
// with where and how it is named (spot.go); each is weighed for each event by a small model of how it
// stands to the event and to the report (feature.go, scene.model, MODEL.md); the finest place that is
// likely enough is given (choose). No name of a place is a feature.
//
// Promises: the same Report gives the same Answers; an event whose words say where it took place is
// given nothing but a place in the area
// or the country that they say; nothing is given that no words of the report name; a country that is known only by
// those who act there is an area, never a point.
package scene

import (
	_ "embed"
	"fmt"
	"slices"

	"dateline"
	"dateline/internal/scorer"
)

// Mention is one naming of a place.
type Mention struct {
	Span     dateline.Span
	Place    dateline.Place
	Sentence int
	People   bool   // by an adjective or a people: 'Iranian', 'Afghans'
	Body     bool   // in the name of a body: 'Delhi Police', 'Bank of India'
	Dateline bool   // in the dateline of a wire report
	Care     bool   // in the words for a hospital: 'Christ Hospital in Oak Lawn'
	Voice    bool   // in the words for who says something: 'Chicago police said'
	Home     bool   // as where somebody lives: 'Ana Kovac, 23, of Warsaw'
	Aside    bool   // in a heading, a caption or the furniture of a page
	Before   string // the word before it, in small letters; "" at the head of a sentence
	After    string // the word behind it, in small letters; "" at the end of a sentence
}

// Event is a thing that took place, by its word in the text.
type Event struct {
	At         int // the offset of its word
	Sentence   int
	Kind       dateline.Kind
	Background bool
	Told       []dateline.Place // where its own words say that it was
	States     []string         // the countries whose bodies act or suffer in it, by ISO code
	Named      string           // the last of its own words for a place that no record carries, '' for none
}

// Report is what is looked at. Mentions and Events are in the order of the text.
type Report struct {
	Title     string
	Sentences int
	Mentions  []Mention
	Events    []Event
}

// Level is how finely a place is known.
type Level string

// The levels, from the finest.
const (
	Town    Level = "town"
	Area    Level = "area" // a district, a province or another part of a country
	Country Level = "country"
)

// Levels lists every Level, from the finest.
var Levels = []Level{Town, Area, Country}

// LevelOf is the Level of a place; "" for one that is none, such as a continent or a bare name.
func LevelOf(p dateline.Place) Level {
	switch p.Precision {
	case dateline.Site, dateline.Settlement, dateline.Near:
		return Town
	case dateline.District, dateline.Province, dateline.Region:
		if p.Country != "" {
			return Area
		}
	case dateline.Country:
		return Country
	}
	return ""
}

// told reports whether the event's own words say a place of a level or a finer one.
func (e *Event) told(l Level) bool {
	return slices.ContainsFunc(e.Told, func(p dateline.Place) bool { return finer[LevelOf(p)] <= finer[l] })
}

// finer orders the levels, the finest first.
var finer = map[Level]int{Town: 0, Area: 1, Country: 2}

// allows reports whether the event's own words leave room for its having been at p: in the area or the country that they say.
func (e *Event) allows(p dateline.Place) bool {
	return len(e.Told) == 0 || slices.ContainsFunc(e.Told, func(t dateline.Place) bool { return holds(t, p) })
}

// holds reports whether an area or a country is known to hold p.
func holds(t, p dateline.Place) bool {
	switch LevelOf(t) {
	case Country:
		return t.Country == p.Country
	case Area:
		if t.Precision == dateline.Province {
			return t.Country == p.Country && t.Admin1 != "" && t.Admin1 == p.Admin1
		}
		return t.Country == p.Country && (t.Admin1 == "" || t.Admin1 == p.Admin1)
	}
	return false
}

// Answer says where an event took place.
type Answer struct {
	Event   int // index into Report.Events
	Mention int // index into Report.Mentions: the naming that it rests on
	Level   Level
	Chance  float64
	Why     string
}

// least is how likely a place of each Level has to be.
var least = map[Level]float64{Town: 0.2, Area: 0.25, Country: 0.3}

//go:embed scene.model
var modelText string

var load = scorer.Embedded("scene: scene.model", modelText)

// The model's classes.
const Here, Elsewhere = "here", "elsewhere"

// Where says where the events took place whose own words do not say it, in their order: of each the
// finest place that is likely enough, nothing where none is.
func Where(r Report) []Answer {
	if len(r.Mentions) == 0 {
		return nil
	}
	g := gather(&r)
	var out []Answer
	for i := range r.Events {
		if r.Events[i].told(Town) {
			continue
		}
		if a, ok := g.choose(i); ok {
			out = append(out, a)
		}
	}
	return out
}

// choose gives the finest likely place of event i. A finer place is as likely as it and its country are
// together; one that lies outside a coarser one stands only if it is likelier. What district a town is in is not
// known: any of its first-order area may hold it.
func (g *gathering) choose(i int) (Answer, bool) {
	sum, e := load().Sum(), g.sightOf(i)
	e.countries = g.countries(e, sum)
	var best *spot
	chance := 0.0
	for _, level := range Levels {
		if e.told(level) {
			break
		}
		s, c := g.likeliest(e, level, sum)
		if s == nil {
			continue
		}
		if best == nil || c > chance && !s.mayHold(best.place) {
			best, chance = s, c
		}
	}
	if best == nil {
		return Answer{}, false
	}
	return Answer{Event: i, Mention: g.nearest(best, i), Level: best.level, Chance: chance, Why: g.why(best, i, chance)}, true
}

// likeliest is the spot of a level that is likeliest to be the event's; nil if none is likely.
func (g *gathering) likeliest(e *sight, level Level, sum *scorer.Sum) (best *spot, chance float64) {
	for _, s := range g.spots[level] {
		if g.bureau(s) || !e.allows(s.place) || s.bench(e) {
			continue
		}
		g.weigh(e, s, sum)
		c := sum.Chance(Here)
		if level != Country {
			c *= e.countries[s.place.Country]
		}
		if c > chance && c >= least[level] {
			best, chance = s, c
		}
	}
	return best, chance
}

// weigh makes sum the score of spot s for event e.
func (g *gathering) weigh(e *sight, s *spot, sum *scorer.Sum) {
	if s.standing == nil {
		sum.Reset()
		g.standing(s, sum)
		s.standing = sum.Total()
	}
	sum.Resume(s.standing)
	g.features(e, s, sum)
}

// bureau reports whether a town or an area is named only in the dateline, where an agency may sit, while the text
// names places elsewhere than in the first-order area that it lies in; those of hospitals and homes aside.
func (g *gathering) bureau(s *spot) bool {
	return s.level != Country && s.wire && s.self == 1 && slices.ContainsFunc(slices.Concat(g.spots[Town], g.spots[Area]), func(o *spot) bool {
		return o != s && !o.holds(s.place) && !s.holds(o.place) && o.care+o.homes < o.self &&
			(s.place.Admin1 == "" || o.place.Country != s.place.Country || o.place.Admin1 != s.place.Admin1)
	})
}

// bench reports whether a town or an area is only told as where a court sat, and event e is something else than what courts do.
func (s *spot) bench(e *sight) bool {
	return s.level != Country && s.courts > 0 && s.courts == s.told+s.past && !judicial(e.Kind)
}

// judicial reports whether a kind is what courts do; a charge is brought where the deed was, mostly.
func judicial(k dateline.Kind) bool { return k == dateline.Trial || k == dateline.Verdict }

// countries are the chances that an event was in each of the countries.
func (g *gathering) countries(e *sight, sum *scorer.Sum) map[string]float64 {
	out := make(map[string]float64, len(g.spots[Country]))
	for _, s := range g.spots[Country] {
		g.weigh(e, s, sum)
		out[s.key] = sum.Chance(Here)
	}
	return out
}

// why says in words what speaks for a spot.
func (g *gathering) why(s *spot, i int, chance float64) string {
	words := "the place that the report is set in"
	if s.level == Country {
		words = "the country that the report is about"
	}
	if s.self == 0 && s.level == Country {
		words = "the country of those who act and of the places named"
	}
	if !g.r.Events[i].Background && s.told > 0 {
		words = "where the report says that other events took place"
	}
	return fmt.Sprintf("%s (chance %.2f)", words, chance)
}

// Choice is an event and a place that it may have had, for those who fit the model.
type Choice struct {
	Event    int
	Past     bool // the event is background
	Told     bool // the event's own words say where it was
	Level    Level
	Place    dateline.Place
	Named    []dateline.Span // where the place itself is named
	Features []string
}

// Choices lists what Where would weigh, told places or not.
func Choices(r Report) []Choice {
	g := gather(&r)
	var out []Choice
	for i := range r.Events {
		e := g.sightOf(i)
		for _, level := range Levels {
			for _, s := range g.spots[level] {
				c := Choice{Event: i, Past: e.Background, Told: e.told(level), Level: level, Place: s.place}
				for _, m := range s.mentions {
					c.Named = append(c.Named, r.Mentions[m].Span)
				}
				sum := scorer.Listing()
				g.standing(s, sum)
				g.features(e, s, sum)
				c.Features = sum.Listed()
				out = append(out, c)
			}
		}
	}
	return out
}

package link

import (
	"slices"
	"sort"

	"dateline"
)

// Telling is what one report tells as one happening: the stage between its Statements and an Incident. It depends
// on the Reading of the report and on what people ruled of its Statements, and on nothing else. What is compared
// across reports is all here; what an Incident shows is in Account. It is small and has a form in JSON.
type Telling struct {
	ID         string        // the Incident.ID that it has by itself: that of its first event
	Report     string        // Report.ID
	Published  dateline.Date // the report's
	Nth        int           // its place among the tellings of its report
	Heads      []string      // Statement.ID of each event, in the order of the text
	Also       []string      // Statement.ID of what points back to them, in the order of the text
	Background bool          // no event of it is told as news
	Several    bool          // each of its events tells several happenings at once, 'three bombings', or one of them a series

	Aside bool `json:",omitempty"` // it only speaks of a happening: aside.go

	Kinds                      []dateline.Kind  // each once, in the order told
	Dates                      []dateline.Date  // each once, in the order told; none of a death on another day than the deed
	Hours                      []string         `json:",omitempty"` // the parts of the day that its words tell (hours.go), each once, in the order told
	Places                     []dateline.Place // likewise; none that no words say to be the event's
	Lent                       *Lent            `json:",omitempty"` // when and where it was by what the report says elsewhere; nil if the report lends it nothing
	Actors                     []Named          // who is said to have done it, by Actor
	Words, Names, Weapons, Hit []string         // of what was hit, of the names of those hit, of what with, sorted; names and nouns of those hit
	Tolls                      map[dateline.Role][]dateline.Count

	Trace   *Trace   // what its words are known by
	Account *Account `json:"-"` // nil where it is not needed, to compare
}

// Named is an actor in a report's words.
type Named struct{ Actor, Text string }

// Tell lists the tellings of what took place, in the order of the text; of a report that tells nothing, what it speaks of,
// or else its echo.
func Tell(r dateline.Reading, decisions []dateline.Decision) []*Telling {
	return tellings(&r, rulings(decisions))
}

func tellings(r *dateline.Reading, ruled ruling) []*Telling {
	if ts := tell(r, ruled, tellsEvent); ts != nil {
		return append(ts, denials(r, ruled, ts)...)
	}
	if ts := asides(r, ruled); ts != nil {
		return ts
	}
	return echoOf(r)
}

// Holds reports whether one of the Statements is the telling's.
func (t *Telling) Holds(statements map[string]bool) bool {
	in := func(id string) bool { return statements[id] }
	return slices.ContainsFunc(t.Heads, in) || slices.ContainsFunc(t.Also, in)
}

// tell lists the tellings of a reading's Statements that tells lets through as events.
func tell(r *dateline.Reading, ruled ruling, tells func(*dateline.Statement) bool) []*Telling {
	r = ruled.reading(r)
	out, events := untraced(r, ruled, tells)
	if len(out) == 0 {
		return nil
	}
	text, quotes := sketchOf(r.Report.Text), map[*Telling][]dateline.Span{}
	for i, t := range out {
		t.Account.Origin = originOf(events[i], text)
		for _, e := range events[i] {
			quotes[t] = append(quotes[t], e.s.Quote)
		}
	}
	traced(&r.Report, out, quotes)
	return out
}

// untraced is tell without the traces and origins, by which only tellings of several reports are compared, and with the
// events of each telling.
func untraced(r *dateline.Reading, ruled ruling, tells func(*dateline.Statement) bool) (out []*Telling, events [][]*event) {
	es := eventsOf(r, ruled, tells)
	if len(es) == 0 {
		return nil, nil
	}
	clusters := grouped(es, ruled)
	all := chapterOf(es, clusters)
	for i, c := range clusters {
		own := membersOf(es, c.members)
		t := tellingOf(own, c.links)
		t.Nth, t.Account.Score = i, toldScore(own, t, all)
		out, events = append(out, t), append(events, own)
	}
	return out, events
}

// tellingOf puts the events of one report that tell one happening into a Telling.
func tellingOf(es []*event, links []dateline.Link) *Telling {
	r := es[0].report
	t := &Telling{ID: dateline.IncidentID(es[0].s.ID), Report: r.ID, Published: r.Published, Background: true, Several: true, Tolls: map[dateline.Role][]dateline.Count{},
		Account: &Account{Links: links}}
	inSeries := false
	for _, e := range es {
		t.Heads, t.Also = append(t.Heads, e.s.ID), append(t.Also, e.statements()[1:]...)
		t.Background, t.Several = t.Background && e.s.Background, t.Several && several(e)
		inSeries = inSeries || ofSeries(e)
		t.Kinds = appendNew(t.Kinds, e.s.Kind)
		t.Account.event(e)
	}
	t.Several = t.Several || inSeries
	for _, e := range es {
		for _, l := range e.loose {
			k := pairKey(e.s.ID, l.s.ID)
			t.Account.Links = append(t.Account.Links, dateline.Link{A: k[0], B: k[1], Score: threshold,
				Why: "a toll that says neither when nor where, told after the event in the same report"})
		}
	}
	t.describe(es)
	t.Account.Dates.drop(ofDeaths(es))
	return t
}

// describe gathers what is compared from all events.
func (t *Telling) describe(es []*event) {
	words, names, weapons, hit, actors := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]string{}
	var all lent
	deeds := deedDates(es)
	for _, e := range es {
		for _, x := range []struct{ to, from map[string]bool }{{words, e.words}, {names, e.names}, {weapons, e.weapons}, {hit, e.hit}} {
			for w := range x.from {
				x.to[w] = true
			}
		}
		own := e.dates
		if onlyToll(e.s) {
			own = during(own, deeds)
		}
		for _, d := range own {
			t.Dates = appendNew(t.Dates, d)
		}
		for _, h := range e.hours {
			t.Hours = appendNew(t.Hours, h)
		}
		for _, p := range e.places {
			t.Places = appendNew(t.Places, p)
		}
		all.take(e.lent)
		for id, text := range e.actors {
			if actors[id] == "" {
				actors[id] = text
			}
		}
		for role, cs := range e.tolls {
			for _, c := range cs {
				t.toll(role, c)
			}
		}
	}
	t.Words, t.Names, t.Weapons, t.Hit = sorted(words), sorted(names), sorted(weapons), sorted(hit)
	for _, id := range sorted(actors) {
		t.Actors = append(t.Actors, Named{id, actors[id]})
	}
	t.Lent = all.best(bestDate(t.Dates) != nil, len(points(t.Places)) > 0)
}

// ofDeaths reports of a time whether it is only that of deaths or injuries and cannot be that of the deed.
func ofDeaths(es []*event) func(entry[dateline.Date]) bool {
	tolls, deeds := map[string]bool{}, deedDates(es)
	for _, e := range es {
		for _, t := range slices.Concat([]told{e.told}, e.more, e.loose) {
			tolls[t.s.ID] = onlyToll(t.s)
		}
	}
	return func(d entry[dateline.Date]) bool {
		return d.Value.Fixed() && len(during([]dateline.Date{d.Value}, deeds)) == 0 && !slices.ContainsFunc(d.By, func(s string) bool { return !tolls[s] })
	}
}

// deedDates lists the times of what was done, and not only of what became of people by it.
func deedDates(es []*event) []dateline.Date {
	var out []dateline.Date
	for _, e := range es {
		if !onlyToll(e.s) {
			out = append(out, e.dates...)
		}
	}
	return out
}

// toll adds a number that is not there yet.
func (t *Telling) toll(role dateline.Role, c dateline.Count) {
	if !slices.ContainsFunc(t.Tolls[role], c.Equal) {
		t.Tolls[role] = append(t.Tolls[role], c)
	}
}

// sorted returns the keys of a set, in order.
func sorted[V any](set map[string]V) []string {
	out := make([]string, 0, len(set))
	for w := range set {
		out = append(out, w)
	}
	sort.Strings(out)
	return out
}

func appendNew[T comparable](to []T, v T) []T {
	if slices.Contains(to, v) {
		return to
	}
	return append(to, v)
}

// earlier orders tellings by the first possible day of their reports' publication, those without one last; then by
// report and place in it. It is the order of all accounts, and the first of them is the oldest.
func earlier(a, b *Telling) bool {
	if x, y := orLast(a.Published.From), orLast(b.Published.From); x != y {
		return x < y
	}
	if a.Report != b.Report {
		return a.Report < b.Report
	}
	return a.Nth < b.Nth
}

func orLast(day string) string {
	if day == "" {
		return "9999"
	}
	return day
}

package link

import (
	"sort"

	"dateline"
)

// incident makes the Incident of a cluster: every field with all its accounts.
func incident(es []*event, c *cluster, texts copies) dateline.Incident {
	var a accounts
	ids := make([]string, 0, len(c.members))
	for _, m := range c.members {
		e := es[m]
		ids = append(ids, dateline.NewID("incident", e.s.ID))
		a.event(e)
		for _, t := range e.loose {
			c.links = append(c.links, dateline.Link{A: min(e.s.ID, t.s.ID), B: max(e.s.ID, t.s.ID), Score: threshold,
				Why: "a toll that says neither when nor where, told after the event in the same report"})
		}
	}
	sort.Strings(ids)
	in := dateline.Incident{ID: ids[0], Redirects: ids[1:], Links: c.links, Background: a.news == 0}
	in.Kinds, in.Dates, in.Places = a.kinds.list(), a.dates.list(), a.where()
	in.Perpetrators, in.Tolls = a.perpetrators.list(), a.tolls.list()
	in.Targets, in.Victims, in.Weapons = fold(a.targets.list()), fold(a.victims.list()), a.weapons.list()
	in.Kind, in.Reality = headKind(in.Kinds), a.reality()
	in.Statements, in.Reports = a.statements, a.reports
	in.Independent = texts.independent(a.texts)
	finer(in.Dates, in.Places)
	return in
}

// where lists the places that the event's own words tell; what the report says elsewhere where they tell none.
func (a *accounts) where() []dateline.Told[dateline.Place] {
	if len(a.places.told) > 0 {
		return a.places.list()
	}
	return a.lent.list()
}

// accounts gathers what the Statements of one incident tell, value by value.
type accounts struct {
	kinds                     gathered[dateline.Kind]
	dates                     gathered[dateline.Date]
	places, lent              gathered[dateline.Place] // lent are those that no words say to be the event's
	perpetrators              gathered[dateline.Responsible]
	targets, victims, weapons parties
	tolls                     gathered[dateline.Toll]
	statements, reports       []string
	texts                     []*dateline.Report
	realities                 map[dateline.Reality]int
	news                      int
}

func (a *accounts) event(e *event) {
	if a.realities == nil {
		a.realities = map[dateline.Reality]int{}
	}
	a.realities[e.s.Reality]++
	if !e.s.Background {
		a.news++
	}
	a.kinds.add(string(e.s.Kind), e.s.Kind, e.s.ID)
	a.told(e.told, true)
	for _, t := range e.more {
		a.told(t, t.s.Kind.Family() != dateline.Responsibility)
	}
	for _, t := range e.loose {
		a.told(t, false)
	}
	if n := len(a.reports); n == 0 || a.reports[n-1] != e.report.ID {
		a.reports = append(a.reports, e.report.ID)
		a.texts = append(a.texts, e.report)
	}
}

// told adds one Statement's accounts; scene says whether its place and date are the event's.
func (a *accounts) told(t told, scene bool) {
	a.statements = append(a.statements, t.s.ID)
	if t.s.Kind.Family() == dateline.Violence && len(a.statements) > 1 {
		a.kinds.add(string(t.s.Kind), t.s.Kind, t.s.ID)
	}
	for i, p := range t.s.Parts {
		a.part(t, i, p, scene)
	}
}

func (a *accounts) part(t told, i int, p dateline.Part, scene bool) {
	m, words := t.meaning[i], p.Span.In(t.report.Text)
	switch {
	case p.Role == dateline.DateRole && scene && m != nil && m.Date != nil:
		a.dates.add(m.Date.EDTF, *m.Date, t.s.ID)
	case p.Role == dateline.PlaceRole && scene && m != nil && m.Place != nil:
		places := &a.places
		if p.Lent() {
			places = &a.lent
		}
		places.add(m.Place.ID+"|"+m.Place.Name+"|"+string(m.Place.Precision), *m.Place, t.s.ID)
	case !t.s.Reality.Counts() && !intended[t.s.Reality]:
	case p.Role == dateline.Perpetrator, p.Role == dateline.Group && t.s.Kind.Family() == dateline.Responsibility:
		if p.Refers.IsZero() && bareWord(words, m) {
			return
		}
		r := responsible(t, i, p, words)
		a.perpetrators.add(r.Actor+"|"+words+"|"+string(r.Degree)+"|"+r.By, r, t.s.ID)
	case p.Role == dateline.Target && scene:
		a.targets.party(t, p, m)
	case p.Role == dateline.Victim && scene && !nobody(m):
		a.victims.party(t, p, m)
	case p.Role == dateline.Weapon:
		a.weapons.party(t, p, m)
	case p.Role.IsToll() && m != nil && m.Count != nil && t.s.Kind.Family() != dateline.CounterMeasures:
		toll := dateline.Toll{Of: p.Role, Count: *m.Count, Text: words, By: by(t)}
		a.tolls.add(string(p.Role)+"|"+m.Count.String()+"|"+toll.By, toll, t.s.ID)
	}
}

// nobody reports whether m counts none: 'no one' is no victim.
func nobody(m *dateline.Resolution) bool {
	return m != nil && m.Count != nil && m.Count.High != nil && *m.Count.High == 0
}

func countOf(m *dateline.Resolution) *dateline.Count {
	if m == nil {
		return nil
	}
	return m.Count
}

// party is a target, a victim or a weapon as a Statement words it; by the earlier words, where its own
// stand for them.
func party(t told, p dateline.Part, m *dateline.Resolution) dateline.Party {
	text := t.report.Text
	words := p.Span
	if !p.Refers.IsZero() {
		words = p.Refers
	}
	out := dateline.Party{Text: words.In(text), Name: p.Name.In(text), About: p.About.In(text), Count: countOf(m), Effect: effect(t.s, p)}
	if m != nil {
		out.Type = m.Type
	}
	return out
}

// effect says what befell part p: its own Effect, else that of a toll of the Statement over its words.
func effect(s *dateline.Statement, p dateline.Part) dateline.Effect {
	e := p.Effect
	for _, q := range s.Parts {
		if q.Span.Overlaps(p.Span) && befell[q.Role].Graver(e) {
			e = befell[q.Role]
		}
	}
	return e
}

// befell is what befell those whom a toll counts.
var befell = map[dateline.Role]dateline.Effect{dateline.KilledRole: dateline.Death, dateline.Wounded: dateline.Injury,
	dateline.Abducted: dateline.Abducting, dateline.Released: dateline.Freed}

// by returns the words for who says it first; "" for the report itself.
func by(t told) string {
	if len(t.s.Speaker) == 0 {
		return ""
	}
	sp := t.s.Speaker[0]
	if !sp.Refers.IsZero() {
		return sp.Refers.In(t.report.Text)
	}
	if sp.Span.IsZero() {
		return "not said who"
	}
	return sp.Span.In(t.report.Text)
}

// responsible is one account of who did it.
func responsible(t told, i int, p dateline.Part, words string) dateline.Responsible {
	r := dateline.Responsible{Text: words, Name: p.Name.In(t.report.Text), State: dateline.Unidentified, By: by(t)}
	if m := t.meaning[i]; m != nil {
		r.Actor, r.State, r.Is = m.Actor, m.State, dateline.PartyClass(m.Type)
	}
	if !p.Refers.IsZero() {
		r.Text = p.Refers.In(t.report.Text)
	}
	if len(t.s.Speaker) > 0 {
		r.Class = t.s.Speaker[0].Class
	}
	r.Degree = degree(t, r)
	return r
}

// degree reads how the perpetrator is held responsible from stance and speaker.
func degree(t told, r dateline.Responsible) dateline.Degree {
	switch t.s.Stance {
	case dateline.Claimed:
		if r.Class == dateline.GroupVoice || t.s.Kind == dateline.Claim || ownWord(t, r) {
			return dateline.ClaimedBy
		}
		return dateline.Possible
	case dateline.Denied:
		return dateline.DeniedBy
	case dateline.Suspected, dateline.Doubted:
		return dateline.SuspectedOf
	case dateline.Blamed:
		return blamed(r.Class)
	}
	if len(t.s.Speaker) == 0 || r.State == dateline.Unidentified {
		return dateline.AsFact
	}
	if ownWord(t, r) {
		return dateline.ClaimedBy
	}
	return blamed(r.Class)
}

// ownWord reports whether the speaker speaks of itself.
func ownWord(t told, r dateline.Responsible) bool {
	m := t.meaning[-1]
	return m != nil && m.Actor != "" && m.Actor == r.Actor
}

func blamed(c dateline.SpeakerClass) dateline.Degree {
	if c == dateline.Authorities {
		return dateline.BlamedByAuthorities
	}
	return dateline.BlamedBy
}

// reality is the strongest that any account tells.
func (a *accounts) reality() dateline.Reality {
	for _, r := range []dateline.Reality{dateline.Happened, dateline.Ongoing, dateline.Attempted, dateline.Foiled, dateline.Planned, dateline.Threatened} {
		if a.realities[r] > 0 {
			return r
		}
	}
	return dateline.Happened
}

// headKind is the best supported kind that is not general, else the best supported.
func headKind(ks []dateline.Told[dateline.Kind]) dateline.Kind {
	for _, k := range ks {
		if !general[k.Value] {
			return k.Value
		}
	}
	for _, k := range ks {
		if k.Value == dateline.Attack {
			return k.Value
		}
	}
	return ks[0].Value
}

// finer brings the narrower of equally supported dates and places to the front.
func finer(ds []dateline.Told[dateline.Date], ps []dateline.Told[dateline.Place]) {
	sort.SliceStable(ds, func(a, b int) bool {
		x, y := ds[a].Value, ds[b].Value
		if x.Fixed() != y.Fixed() {
			return x.Fixed()
		}
		return x.Fixed() && span(x) < span(y)
	})
	rank := map[dateline.Precision]int{}
	for i, p := range dateline.Precisions {
		rank[p] = i
	}
	sort.SliceStable(ps, func(a, b int) bool { return rank[ps[a].Value.Precision] < rank[ps[b].Value.Precision] })
}

// gathered collects values by key with the Statements that tell each.
type gathered[T any] struct {
	at   map[string]int
	told []dateline.Told[T]
}

func (g *gathered[T]) add(key string, v T, statement string) {
	if g.at == nil {
		g.at = map[string]int{}
	}
	k, ok := g.at[key]
	if !ok {
		g.at[key] = len(g.told)
		g.told = append(g.told, dateline.Told[T]{Value: v, Statements: []string{statement}})
		return
	}
	t := &g.told[k]
	if t.Statements[len(t.Statements)-1] != statement {
		t.Statements = append(t.Statements, statement)
	}
}

// list returns the values, those that most Statements tell first, ties in the order told.
func (g *gathered[T]) list() []dateline.Told[T] {
	sort.SliceStable(g.told, func(a, b int) bool { return len(g.told[a].Statements) > len(g.told[b].Statements) })
	return g.told
}

package link

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"dateline"
)

// incident makes the Incident that tellings, in their order, are taken for: every field with all its accounts.
// It has the identifier of the first that is none aside; those of the others lead to it.
func incident(ts []*Telling, links []dateline.Link) dateline.Incident {
	var a Account
	in := dateline.Incident{ID: ts[max(0, begun(ts))].ID}
	var origins []*Origin
	var days []string
	for _, t := range ts {
		a.take(t.Account)
		for _, s := range t.Heads {
			if id := dateline.IncidentID(s); id != in.ID {
				in.Redirects = append(in.Redirects, id)
			}
		}
		if n := len(in.Reports); n == 0 || in.Reports[n-1] != t.Report {
			in.Reports = append(in.Reports, t.Report)
			origins, days = append(origins, t.Account.Origin), append(days, orLast(t.Published.From))
		} else {
			origins[n-1] = origins[n-1].with(t.Account.Origin)
		}
	}
	sort.Strings(in.Redirects)
	a.tell(&in)
	if len(ts) > 1 {
		newsFirst(in.Dates, ts)
	}
	if slices.ContainsFunc(ts, func(t *Telling) bool { return t.Several }) {
		toldFirst(in.Places)
	}
	in.Links = append(a.Links, links...)
	in.Copies, in.Independent = accounts(fullestFirst(origins, days))
	return in
}

// toldFirst brings a country that words say to be the place of several happenings before a town that a report lends them: it is
// seldom that of all.
func toldFirst(ps []dateline.Told[dateline.Place]) {
	k := slices.IndexFunc(ps, func(p dateline.Told[dateline.Place]) bool { return p.Value.Inferred == "" })
	if k < 0 || ps[k].Value.Precision != dateline.Country {
		return
	}
	told := ps[k]
	copy(ps[1:], ps[:k])
	ps[0] = told
}

// newsFirst brings, of equally narrow dates, those to the front that a report tells of its news: who only recalls the
// happening does not move it.
func newsFirst(ds []dateline.Told[dateline.Date], ts []*Telling) {
	news := map[string]bool{}
	for _, t := range ts {
		for _, s := range slices.Concat(t.Heads, t.Also) {
			news[s] = news[s] || !t.Background
		}
	}
	rank := func(d dateline.Told[dateline.Date]) string {
		told := "recalled"
		if slices.ContainsFunc(d.Statements, func(s string) bool { return news[s] }) {
			told = "news"
		}
		if !d.Value.Fixed() {
			return "open " + told
		}
		return "fixed " + span(d.Value) + " " + told
	}
	slices.SortStableFunc(ds, func(a, b dateline.Told[dateline.Date]) int { return cmp.Compare(rank(a), rank(b)) })
}

// tell writes what the accounts come to.
func (a *Account) tell(in *dateline.Incident) {
	in.Background, in.Score, in.Statements = a.News == 0, a.Score, a.Statements
	in.Kinds, in.Dates, in.Places = a.Kinds.list(), a.when(), a.where()
	in.Perpetrators, in.Tolls = a.Perpetrators.list(), withCounted(a.Tolls.list(), counted(a.Hurt))
	in.Targets, in.Victims, in.Weapons = fold(a.Targets.list()), fold(a.Victims.list()), a.Weapons.list()
	in.Kind, in.Reality = headKind(in.Kinds), a.reality()
	finer(in.Dates, in.Places)
}

// where lists the places that the event's own words tell; with what the report says elsewhere where they tell none that
// is a point, and with a point that has more votes than theirs.
func (a *Account) where() []dateline.Told[dateline.Place] {
	return withLent(a.Places, a.Lent, func(p dateline.Place) bool { return p.Precision.Pointed() }, func(dateline.Place) bool { return true })
}

// when lists the times that the event's own words tell; with the shorter ones within them that the report says
// elsewhere where they tell no day, with all that it says elsewhere where they tell no time, and with a day that has
// more votes than theirs.
func (a *Account) when() []dateline.Told[dateline.Date] {
	return withLent(a.Dates, a.LentDates, func(d dateline.Date) bool { return d.Fixed() && d.From == d.To }, func(lent dateline.Date) bool {
		return !slices.ContainsFunc(a.Dates.Told, func(d entry[dateline.Date]) bool {
			return d.Value.From > lent.From || d.Value.To != "" && d.Value.To < lent.To
		})
	})
}

// Account is what the Statements of one happening tell, value by value: of one report, and added up of several.
type Account struct {
	Kinds                     gathered[dateline.Kind]
	Dates, LentDates          gathered[dateline.Date]  // LentDates are those that no words say to be the event's
	Places, Lent              gathered[dateline.Place] // Lent are those that no words say to be the event's
	Perpetrators              gathered[dateline.Responsible]
	Targets, Victims, Weapons parties
	Tolls                     gathered[dateline.Toll]
	Hurt                      []mention       // the people who were hurt, wording by wording (roster.go)
	Statements                []string        // in the order of the text
	Links                     []dateline.Link // why they are one happening
	Realities                 map[dateline.Reality]int
	News                      int     // how many events are told as news
	Score                     float64 // dateline.Incident.Score
	Origin                    *Origin // whose account it is; of several reports, nil
}

// take adds what another report tells.
func (a *Account) take(b *Account) {
	a.Kinds.take(b.Kinds)
	a.Dates.take(b.Dates)
	a.LentDates.take(b.LentDates)
	a.Places.take(b.Places)
	a.Lent.take(b.Lent)
	a.Perpetrators.take(b.Perpetrators)
	a.Tolls.take(b.Tolls)
	a.Hurt = append(a.Hurt, b.Hurt...)
	a.Targets.take(b.Targets)
	a.Victims.take(b.Victims)
	a.Weapons.take(b.Weapons)
	a.Statements = append(a.Statements, b.Statements...)
	a.Links = append(a.Links, b.Links...)
	if a.Realities == nil {
		a.Realities = map[dateline.Reality]int{}
	}
	for r, n := range b.Realities {
		a.Realities[r] += n
	}
	a.News += b.News
	a.Score = max(a.Score, b.Score)
}

// event adds what an event and all that hangs on it tell.
func (a *Account) event(e *event) {
	if a.Realities == nil {
		a.Realities = map[dateline.Reality]int{}
	}
	a.Realities[e.s.Reality]++
	if !e.s.Background {
		a.News++
	}
	a.Kinds.add(string(e.s.Kind), e.s.Kind, e.s.ID)
	a.told(e.told, true)
	for _, t := range e.more {
		a.told(t, t.s.Kind.Family() != dateline.Responsibility && t.s.Kind.Family() != dateline.CounterMeasures && t.s.Kind != dateline.ReleasedKind)
	}
	for _, t := range e.loose {
		a.told(t, false)
	}
}

// told adds one Statement's accounts; scene says whether its place and date are the event's.
func (a *Account) told(t told, scene bool) {
	a.Statements = append(a.Statements, t.s.ID)
	a.Hurt = append(a.Hurt, mentions(t)...)
	if t.s.Kind.Family() == dateline.Violence && len(a.Statements) > 1 {
		a.Kinds.add(string(t.s.Kind), t.s.Kind, t.s.ID)
	}
	for i, p := range t.s.Parts {
		a.part(t, i, p, scene)
	}
}

func (a *Account) part(t told, i int, p dateline.Part, scene bool) {
	m, words := t.meaning[i], p.Span.In(t.report.Text)
	switch {
	case p.Role == dateline.DateRole && (scene || t.s.OfIncident(p)) && m != nil && m.Date != nil:
		a.date(*m.Date, p, t.s.ID, dayVote(t, p, m))
	case p.Role == dateline.PlaceRole && (scene || t.s.OfIncident(p)) && m != nil && m.Place != nil:
		places := &a.Places
		if p.Lent() {
			places = &a.Lent
		}
		places.vote(m.Place.ID+"|"+m.Place.Name+"|"+string(m.Place.Precision), *m.Place, t.s.ID, placeVote(t, p, m))
	case p.Role.IsToll() && t.s.Kind.Family() == dateline.HumanCost && t.s.Reality == dateline.NotHappened && nobody(m):
		a.toll(t, p, *m.Count, words)
	case !t.s.Reality.Counts() && !intended[t.s.Reality]:
	case p.Role == dateline.Group && t.s.Kind == dateline.Retraction: // who takes back what it said is held responsible by nobody for that
	case p.Role == dateline.Perpetrator, p.Role == dateline.Group && t.s.Kind.Family() == dateline.Responsibility:
		if p.Refers.IsZero() && bareWord(words, m) {
			return
		}
		r := responsible(t, i, p, words)
		a.Perpetrators.add(r.Actor+"|"+words+"|"+string(r.Degree)+"|"+r.By, r, t.s.ID)
	case p.Role == dateline.Target && scene:
		a.Targets.party(t, p, m)
	case p.Role == dateline.Victim && scene && !nobody(m):
		a.Victims.party(t, p, m)
	case p.Role == dateline.Weapon:
		a.Weapons.party(t, p, m)
	case p.Role.IsToll() && m != nil && m.Count != nil && t.s.Kind.Family() != dateline.CounterMeasures:
		a.toll(t, p, *m.Count, words)
	}
}

// date adds when a Statement says that the event was, by its own words or by what the report says elsewhere.
func (a *Account) date(d dateline.Date, p dateline.Part, statement string, votes float64) {
	if p.Lent() {
		d.Inferred = p.Inferred
		a.LentDates.vote(d.EDTF, d, statement, votes)
		return
	}
	a.Dates.vote(d.EDTF, d, statement, votes)
}

// toll adds one account of how many.
func (a *Account) toll(t told, p dateline.Part, c dateline.Count, words string) {
	toll := dateline.Toll{Of: p.Role, Count: c, Text: words, By: by(t)}
	a.Tolls.add(string(p.Role)+"|"+c.String()+"|"+toll.By, toll, t.s.ID)
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
	r.Degree = degree(t, r, ownWord(t, i, r, p))
	return r
}

// degree reads how the perpetrator is held responsible from stance and speaker.
func degree(t told, r dateline.Responsible, own bool) dateline.Degree {
	switch t.s.Stance {
	case dateline.Claimed:
		switch {
		case r.Class == dateline.GroupVoice || t.s.Kind == dateline.Claim || own:
			return dateline.ClaimedBy
		case r.Class != "":
			return blamed(r.Class) // 'the army claimed that the rebels had done it'
		}
		return dateline.Possible
	case dateline.Denied:
		return dateline.DeniedBy
	case dateline.Suspected:
		return dateline.SuspectedOf
	case dateline.Doubted:
		return dateline.Possible
	case dateline.Blamed:
		if own {
			return dateline.ClaimedBy // 'the group said that it was behind the attack'
		}
		return blamed(r.Class)
	}
	switch {
	case len(t.s.Speaker) > 0 && own:
		return dateline.ClaimedBy
	case len(t.s.Speaker) == 0 || r.State == dateline.Unidentified:
		return dateline.AsFact
	}
	return blamed(r.Class)
}

// ownWord reports whether the speaker speaks of itself in part i: of the same actor, of 'the rebels' who may be its own, of a body
// in the same words, or, of an armed group that nobody names, of 'its fighters'.
func ownWord(t told, i int, r dateline.Responsible, p dateline.Part) bool {
	if m := t.meaning[-1]; m != nil && m.Actor != "" {
		whose := t.meaning[i]
		return m.Actor == r.Actor || r.State == dateline.Unidentified && whose != nil && len(whose.Others) == 1 && whose.Others[0] == m.Actor
	}
	if r.Actor == "" && r.Is != dateline.Individual && strings.EqualFold(r.Text, r.By) {
		return true
	}
	first, _, _ := strings.Cut(strings.ToLower(p.Span.In(t.report.Text)), " ")
	return r.Class == dateline.GroupVoice && r.Actor == "" && owned[first]
}

// owned are words before those whom a speaker calls its own.
var owned = wordsOf("its their our his her we")

func blamed(c dateline.SpeakerClass) dateline.Degree {
	if c == dateline.Authorities {
		return dateline.BlamedByAuthorities
	}
	return dateline.BlamedBy
}

// reality is the strongest that any account tells.
func (a *Account) reality() dateline.Reality {
	for _, r := range []dateline.Reality{dateline.Happened, dateline.Ongoing, dateline.Attempted, dateline.Foiled, dateline.Planned, dateline.Threatened} {
		if a.Realities[r] > 0 {
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

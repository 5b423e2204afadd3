package link

import (
	"slices"
	"strings"

	"dateline"
)

// told is a Statement with its report and what its parts mean.
type told struct {
	s       *dateline.Statement
	report  *dateline.Report
	meaning map[int]*dateline.Resolution // by part; -1-i for speakers
}

// event is a happening as one report tells it at one point: a Statement of violence, with those of
// the same report that point back to it.
type event struct {
	told
	more   []told // Statements that point back to it, in the order of the text
	loose  []told // tolls of its report that say neither when nor where, and nothing else to belong to
	dates  []dateline.Date
	after  []dateline.Date // when people are said to have died or been hurt by it
	hours  []string        // the parts of the day that its words tell, each once
	places []dateline.Place
	words  map[string]bool   // content words of what was hit
	actors map[string]string // actors named as perpetrators, with the report's words
	tolls  map[dateline.Role][]dateline.Count
	lent   lent
	nth    int  // its place among the events of its report
	off    bool // it is only what the event before it came after or before
	titled bool // it is told in the headline
	lead   bool // it is the first news that is told below the headline

	names, weapons map[string]bool // words of the names of those hit, and of what with
	hit            map[string]bool // the names of those hit, and the nouns for them
}

// eventsOf lists the events of a reading that tells lets through, in the order of the text.
func eventsOf(r *dateline.Reading, ruled ruling, tells func(*dateline.Statement) bool) []*event {
	out := readingEvents(r, ruled, tells)
	for _, e := range out {
		e.describe()
	}
	return out
}

// readingEvents gathers a report's events and hangs on each what points back to it.
func readingEvents(r *dateline.Reading, ruled ruling, tells func(*dateline.Statement) bool) []*event {
	all := meanings(r)
	byID := map[string]*event{}
	var out []*event
	for _, t := range all {
		if tells(t.s) && !ruled.Rejected(t.s.ID) {
			e := &event{told: t}
			byID[t.s.ID] = e
			out = append(out, e)
		}
	}
	parent := ruled.parents(all, byID)
	for _, t := range all {
		if e := byID[root(t.s.ID, parent)]; e != nil && e.s != t.s && !ruled.Rejected(t.s.ID) && ruled.fits(t, e) {
			e.more = append(e.more, t)
			delete(byID, t.s.ID)
		}
	}
	out = gather(kept(out, byID), ruled)
	headline := r.Report.Headline()
	led := false
	for i, e := range out {
		e.nth, e.off, e.titled = i, i > 0 && aside(out[i-1], e), headline.Contains(e.s.Trigger)
		e.lead = !led && !e.titled && !e.s.Background
		led = led || e.lead
	}
	return out
}

// gather hangs a report's tolls that say neither when nor where on the news event told before them,
// or on the first one.
func gather(es []*event, ruled ruling) []*event {
	var out []*event
	news := hosts(es)
	at := 0 // news[at] is the last one told before e
	for _, e := range es {
		for at+1 < len(news) && news[at+1].s.Trigger.Start < e.s.Trigger.Start {
			at++
		}
		if len(news) == 0 || !bare(e) && !cared(e) || news[at] == e || !ruled.fits(e.told, news[at]) {
			out = append(out, e)
			continue
		}
		host := news[at]
		if at > 0 && aside(news[at-1], host) {
			host = news[at-1]
		}
		host.loose = append(append(host.loose, e.told), e.more...)
	}
	return out
}

// cared reports whether e only tells what became of people later, where they were brought: 'six of the wounded died
// at a hospital in Maiduguri'. Its day and its place are not those of what befell them.
func cared(e *event) bool {
	if e.s.Kind != dateline.KilledKind && e.s.Kind != dateline.WoundedKind || e.s.Background {
		return false
	}
	words := strings.ToLower(e.s.Quote.In(e.report.Text))
	for _, w := range []string{" hospital", " clinic", " morgue", "of the wounded", "of the injured", "of their wounds", "of their injuries", "of his injuries", "of her injuries", "of his wounds"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// hosts lists the events that a report's tolls may hang on: those of violence with a scene; failing them all of
// violence, or the first toll with a scene, or the first toll.
func hosts(es []*event) []*event {
	var scened, violent, tolls, bares []*event
	for _, e := range es {
		switch of := e.s.Kind.Family() == dateline.Violence; {
		case e.s.Background:
		case of && e.scened():
			scened = append(scened, e)
		case of:
			violent = append(violent, e)
		case e.scened() && len(tolls) == 0:
			tolls = append(tolls, e)
		case bare(e) && len(bares) == 0:
			bares = append(bares, e)
		}
	}
	for _, some := range [][]*event{scened, violent, tolls, bares} {
		if len(some) > 0 {
			return some
		}
	}
	return nil
}

// bare reports whether e only tells how many, as news.
func bare(e *event) bool {
	return (e.s.Kind == dateline.KilledKind || e.s.Kind == dateline.WoundedKind) && !e.s.Background && !e.scened()
}

// scened reports whether the Statement itself says when or where.
func (e *event) scened() bool {
	for _, p := range e.s.Parts {
		if (p.Role == dateline.DateRole || p.Role == dateline.PlaceRole) && !p.Lent() {
			return true
		}
	}
	return false
}

// kept leaves out the events that turned out to point back to another.
func kept(es []*event, byID map[string]*event) []*event {
	out := es[:0]
	for _, e := range es {
		if byID[e.s.ID] == e {
			out = append(out, e)
		}
	}
	return out
}

func meanings(r *dateline.Reading) []told {
	at := map[string]int{}
	out := make([]told, len(r.Statements))
	for i := range r.Statements {
		out[i] = told{s: &r.Statements[i], report: &r.Report, meaning: map[int]*dateline.Resolution{}}
		at[r.Statements[i].ID] = i
	}
	for i := range r.Resolutions {
		if k, ok := at[r.Resolutions[i].Statement]; ok {
			out[k].meaning[r.Resolutions[i].Part] = &r.Resolutions[i]
		}
	}
	return out
}

func root(id string, parent map[string]string) string {
	for k := 0; k < 32 && parent[id] != ""; k++ {
		id = parent[id]
	}
	return id
}

// tellsEvent reports whether a Statement by itself tells something that took place: violence, or
// people killed or abducted with nothing told that they belong to.
func tellsEvent(s *dateline.Statement) bool {
	if !s.Reality.Counts() || s.Stance == dateline.Denied {
		return false
	}
	switch s.Kind.Family() {
	case dateline.Violence:
		return true
	case dateline.HumanCost:
		return s.Kind == dateline.KilledKind || s.Kind == dateline.WoundedKind || s.Kind == dateline.AbductedKind
	}
	return false
}

// describe gathers what the comparison looks at from the event and what points back to it.
func (e *event) describe() {
	e.words, e.actors = map[string]bool{}, map[string]string{}
	e.tolls = map[dateline.Role][]dateline.Count{}
	e.names, e.weapons, e.hit = map[string]bool{}, map[string]bool{}, map[string]bool{}
	e.describeFrom(e.told, e.s.Kind.Family() != dateline.Responsibility)
	for _, t := range e.more {
		f := t.s.Kind.Family()
		e.describeFrom(t, f == dateline.Violence || f == dateline.HumanCost && t.s.Kind != dateline.ReleasedKind) // the day of a release is not the abduction's
	}
	for _, t := range e.loose {
		e.describeFrom(t, false)
	}
	e.dates = append(e.dates, during(e.after, e.dates)...)
}

func (e *event) describeFrom(t told, scene bool) {
	for i, p := range t.s.Parts {
		m := t.meaning[i]
		switch {
		case p.Role == dateline.Target || p.Role == dateline.Victim:
			addWords(e.words, p.Span.In(t.report.Text))
			addWords(e.words, p.Refers.In(t.report.Text))
			addWords(e.names, p.Name.In(t.report.Text))
			e.strike(t, p)
		case p.Role == dateline.Weapon:
			addWords(e.weapons, p.Span.In(t.report.Text))
		case m == nil:
		case p.Lent() && (p.Role == dateline.DateRole || p.Role == dateline.PlaceRole):
			if scene && !e.atLarge() {
				e.lent.add(m)
			}
		case p.Role == dateline.DateRole && m.Date != nil && (scene || t.s.OfIncident(p) || e.s == t.s && ofDeed(t.s, p)):
			e.date(t, untilPublished(*m.Date, t.report.Published))
			if h := hourOf(p.Span.In(t.report.Text)); h != "" {
				e.hours = appendNew(e.hours, h)
			}
		case p.Role == dateline.PlaceRole && m.Place != nil && (scene || t.s.OfIncident(p) || e.s == t.s && ofDeed(t.s, p)):
			e.places = append(e.places, *m.Place)
			addWords(e.words, p.Span.In(t.report.Text))
		case p.Role == dateline.Perpetrator && m.Actor != "", p.Role == dateline.Group && t.s.Kind == dateline.Claim && m.Actor != "":
			if e.actors[m.Actor] == "" {
				e.actors[m.Actor] = p.Span.In(t.report.Text)
			}
		case p.Role.IsToll() && m.Count != nil:
			e.tolls[p.Role] = append(e.tolls[p.Role], *m.Count)
		}
	}
}

// date notes a time that t tells, one of deaths and injuries apart.
func (e *event) date(t told, d dateline.Date) {
	if onlyToll(t.s) && !onlyToll(e.s) {
		e.after = append(e.after, d)
	} else {
		e.dates = append(e.dates, d)
	}
}

// during lists the times of deaths and injuries that can be those of the deed, all if it has none that is fixed: who died on Sunday
// may have been wounded the week before.
func during(after, deed []dateline.Date) []dateline.Date {
	deed = fixed(deed)
	if len(deed) == 0 {
		return after
	}
	return slices.DeleteFunc(slices.Clone(after), func(d dateline.Date) bool { return !slices.ContainsFunc(deed, d.Meets) })
}

func fixed(ds []dateline.Date) []dateline.Date {
	return slices.DeleteFunc(slices.Clone(ds), func(d dateline.Date) bool { return !d.Fixed() })
}

// untilPublished is a time without an end as it can be told: 'since Wednesday' reaches to the day of publication.
func untilPublished(d, published dateline.Date) dateline.Date {
	if d.From != "" && d.To == "" && published.Fixed() && d.From <= published.To {
		d.To = published.To
	}
	return d
}

// atLarge reports whether the event is told in the perfect, of no number and at no time or place: 'has abducted
// foreigners'. What the report says elsewhere of when and where is not of it.
func (e *event) atLarge() bool {
	words := strings.Fields(strings.ToLower(e.report.Text[e.s.Quote.Start:max(e.s.Quote.Start, e.s.Trigger.Start)]))
	if len(words) == 0 || e.scened() {
		return false
	}
	for _, p := range e.s.Parts {
		if p.Role.IsToll() {
			return false
		}
	}
	last := words[len(words)-1]
	return last == "has" || last == "have"
}

// strike notes the name and the noun of one who was hit, or of a thing.
func (e *event) strike(t told, p dateline.Part) {
	text := t.report.Text
	if !p.Name.IsZero() {
		e.hit[strings.ToLower(p.Name.In(text))] = true
	}
	for _, s := range []dateline.Span{p.Span, p.Refers, p.About} {
		if w := lastWord(s.In(text)); w != "" && !dull[w] {
			e.hit[w] = true
		}
	}
}

// statements lists the identifiers of all Statements of the event, its own first.
func (e *event) statements() []string {
	out := []string{e.s.ID}
	for _, t := range e.more {
		out = append(out, t.s.ID)
	}
	for _, t := range e.loose {
		out = append(out, t.s.ID)
	}
	return out
}

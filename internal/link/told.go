package link

import (
	_ "embed"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/scorer"
)

// How likely it is that a report tells an incident as one happening of its own, and not in passing, in
// general ('they kill workers'), as history or a second time, is weighed by a small model (told.model),
// fitted on the keys of MUC-4's dev texts (MODEL.md). No name, place or date of a text is a feature.

//go:embed told.model
var toldModel string

var loadTold = scorer.Embedded("link: told.model", toldModel)

// The model's classes: an incident that a coder would list, and one that he would not.
const ToldClass, PassingClass = "told", "passing"

// chapter is one report's events, as far as the model asks of them all.
type chapter struct {
	events   []*event
	clusters int
	clashes  int // events that are told as fighting
	forces   int // those whose victims or targets are all of armed forces or groups
}

// chapterOf looks at all events of a report.
func chapterOf(es []*event, cs []*cluster) *chapter {
	out := &chapter{events: es, clusters: len(cs)}
	for _, e := range es {
		if e.s.Kind == dateline.Clash {
			out.clashes++
		}
		if e.amongForces() {
			out.forces++
		}
	}
	return out
}

// forces are the types of those who fight, and of what is theirs.
var forces = map[dateline.PartyType]bool{"active military": true, "law enforcement": true, "armed group": true, "military facility": true,
	"law enforcement facility": true, "military vehicle": true}

// amongForces reports whether all those whom or what the event hit are of armed forces or groups.
func (e *event) amongForces() bool {
	some := false
	for i, p := range e.s.Parts {
		if p.Role != dateline.Victim && p.Role != dateline.Target {
			continue
		}
		if m := e.meaning[i]; m == nil || !forces[m.Type] {
			return false
		}
		some = true
	}
	return some
}

// share writes how many of all, in steps.
func share(n, all int) string {
	switch {
	case n == 0:
		return "none"
	case 4*n <= all:
		return "few"
	case 2*n <= all:
		return "some"
	case n < all:
		return "most"
	}
	return "all"
}

// toldScore is the chance that what a report's own events tell is told as one happening.
func toldScore(own []*event, t *Telling, all *chapter) float64 {
	in := incident([]*Telling{t}, nil)
	return loadTold().Chance(ToldClass, toldFeatures(own, &in, all))
}

// toldFeatures names what speaks for and against, of the events of one report that are told as one incident.
func toldFeatures(own []*event, in *dateline.Incident, all *chapter) []string {
	first := own[0]
	n := 0
	for _, e := range own {
		n += 1 + len(e.more) + len(e.loose)
	}
	size, at := upTo(n, 5), placeIn(first)
	kind := string(in.Kind)
	f := []string{"size=" + size, "events=" + upTo(len(own), 4), "kind=" + kind, "at=" + at, "nth=" + upTo(first.nth, 6), "of=" + upTo(all.clusters, 8),
		"real=" + string(in.Reality), "past=" + yes(in.Background), "stance=" + string(first.s.Stance), "voice=" + voice(first.s), "rule=" + first.s.Rule,
		"size=" + size + " of=" + upTo(all.clusters, 8), "size=" + size + " at=" + at}
	when, where, who, hit := whenTold(own), whereTold(in), whoTold(in), hitTold(in)
	f = append(f, "when="+when, "where="+where, "who="+who, "hit="+hit, "when="+when+" where="+where, "hit="+hit+" who="+who, "kind="+kind+" hit="+hit,
		"hit="+hit+" size="+size, "when="+when+" hit="+hit, "arms="+yes(len(in.Weapons) > 0), "point="+pointing(first), "when="+when+" past="+yes(in.Background))
	for _, v := range in.Victims {
		f = append(f, "type="+string(v.Value.Type), "effect="+string(v.Value.Effect))
	}
	for _, v := range in.Targets {
		f = append(f, "type="+string(v.Value.Type), "effect="+string(v.Value.Effect))
	}
	for _, v := range slices.Concat(in.Victims, in.Targets) {
		f = append(f, "struck="+nounOf(v.Value), "number="+magnitude(v.Value.Count))
	}
	for _, v := range in.Perpetrators {
		f = append(f, "by="+plainNoun(v.Value.Text))
	}
	for _, e := range own {
		f = append(f, "word="+word(e), "kind="+string(e.s.Kind))
		for _, p := range e.s.Parts {
			if !p.Lent() {
				f = append(f, "part="+string(p.Role))
			}
		}
		for _, m := range e.more {
			f = append(f, "more="+string(m.s.Kind))
		}
	}
	f = append(f, "clashes="+share(all.clashes, len(all.events)), "forces="+share(all.forces, len(all.events)), "length="+upTo(len(first.report.Text)/1000, 8),
		"first="+string(all.events[0].s.Kind), "first forces="+yes(all.events[0].amongForces()), "forces="+share(all.forces, len(all.events))+" hit="+hit,
		"of="+upTo(all.clusters, 8)+" nth="+upTo(first.nth, 6))
	if first != all.events[0] {
		f = append(f, "first hit="+yes(len(shared(first.words, all.events[0].words)) > 0), "first place="+placesOf(all.events[0], first))
	}
	if rivalTold(own, all) {
		f = append(f, "rival", "rival size="+size, "rival nth="+upTo(first.nth, 6), "rival hit="+hit)
	}
	return append(f, wordsTold(first)...)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func upTo(n, most int) string { return string([]byte{'0' + byte(min(n, most))}) }

// placeIn is where in its report an event stands, in parts of the whole.
func placeIn(e *event) string {
	switch k := e.s.Trigger.Start; {
	case k < 300:
		return "head"
	case k < 800:
		return "top"
	case 10*k < 4*len(e.report.Text):
		return "front"
	case 10*k < 7*len(e.report.Text):
		return "middle"
	}
	return "end"
}

func voice(s *dateline.Statement) string {
	if len(s.Speaker) == 0 {
		return "none"
	}
	return "some " + string(s.Speaker[0].Class)
}

// whenTold says how long before its report an incident lies.
func whenTold(own []*event) string {
	var ds []dateline.Date
	for _, e := range own {
		ds = append(ds, e.dates...)
	}
	d := bestDate(ds)
	if d == nil {
		return "unsaid"
	}
	if !d.Fixed() || !own[0].report.Published.Fixed() {
		return "open"
	}
	width := "wide "
	if n := daysBetween(d.From, d.To); n == 0 {
		width = "day "
	} else if n < 8 {
		width = "week "
	}
	switch n := daysBetween(d.To, own[0].report.Published.To); {
	case n < 0:
		return width + "after"
	case n <= 3:
		return width + "fresh"
	case n <= 14:
		return width + "recent"
	case n <= 62:
		return width + "past"
	}
	return width + "old"
}

func whereTold(in *dateline.Incident) string {
	if len(in.Places) == 0 || in.Places[0].Value.Inferred != "" {
		return "unsaid"
	}
	return string(in.Places[0].Value.Precision)
}

func whoTold(in *dateline.Incident) string {
	out := "unsaid"
	for _, p := range in.Perpetrators {
		switch {
		case p.Value.Is == dateline.OfState:
			return "state"
		case p.Value.Actor != "":
			return "named"
		default:
			out = string(p.Value.Is)
		}
	}
	return out
}

// hitTold says how well those hit are told: by name, by number, as one, as many.
func hitTold(in *dateline.Incident) string {
	out := "nothing"
	for _, p := range slices.Concat(in.Victims, in.Targets) {
		v := p.Value
		switch {
		case v.Name != "":
			return "named"
		case v.Count != nil && v.Count.Word == "":
			out = "numbered"
		case out == "numbered":
		case v.Count != nil && v.Count.Word == "singular":
			out = "one"
		case out == "one":
		default:
			out = "many"
		}
	}
	return out
}

// rivalTold reports whether another event of the report, told before or with more statements, speaks of the
// same things or people.
func rivalTold(own []*event, all *chapter) bool {
	for _, e := range all.events[max(0, own[0].nth-60):min(own[0].nth, len(all.events))] {
		if slices.Contains(own, e) || e.s.Trigger.Start > own[0].s.Trigger.Start {
			continue
		}
		for _, o := range own {
			if kindsMeet(o.s.Kind, e.s.Kind) && (len(shared(o.words, e.words)) > 0 || len(shared(o.names, e.names)) > 0) {
				return true
			}
		}
	}
	return false
}

// wordsTold lists the small words of the event's sentence.
func wordsTold(e *event) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(e.s.Quote.In(e.report.Text)), func(r rune) bool { return !letter(r) }) {
		if f := "has=" + w; newsWords[w] && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// newsWords are words of a sentence that go with news, and with what is told in general or in passing.
var newsWords = wordsOf("today yesterday last night morning ago week month year years always every many several those all continue continued",
	"who when where after before during because since recent recently history war campaign never also another other unidentified unknown",
	"condemned condemn investigation investigate reported reports according said told announced arrested claimed responsibility",
	"have has had been being are is was were will would could should may if must not we our us you i they he she")

func wordsOf(lists ...string) map[string]bool {
	out := map[string]bool{}
	for _, l := range lists {
		for _, w := range strings.Fields(l) {
			out[w] = true
		}
	}
	return out
}

// Weighed is an incident of one report with the features by which the model weighs whether it is told as one.
type Weighed struct {
	ID       string // Incident.ID
	Features []string
}

// Weigh lists the incidents of a reading with their features, as All does: what the model is fitted to.
func Weigh(r dateline.Reading) []Weighed {
	return append(weigh(&r, tellsEvent), weigh(&r, intends([]dateline.Reading{r}))...)
}

func weigh(r *dateline.Reading, tells func(*dateline.Statement) bool) []Weighed {
	var out []Weighed
	es := eventsOf(r, rulings(nil), tells)
	cs := grouped(es, rulings(nil))
	all := chapterOf(es, cs)
	for _, c := range cs {
		own := membersOf(es, c.members)
		t := tellingOf(own, c.links)
		t.Account.Origin = originOf(own, sketchOf(r.Report.Text))
		in := incident([]*Telling{t}, nil)
		out = append(out, Weighed{in.ID, toldFeatures(own, &in, all)})
	}
	return out
}

func membersOf(es []*event, members []int) []*event {
	out := make([]*event, len(members))
	for i, m := range members {
		out[i] = es[m]
	}
	return out
}

// nounOf is the noun for one who or what was hit; of one who is named that of the description.
func nounOf(p dateline.Party) string {
	if p.Name != "" {
		return plainNoun(p.Description())
	}
	return plainNoun(p.Text)
}

// plainNoun is the noun of a phrase, if it is one of those that tell happenings from fighting and history; "" else.
func plainNoun(phrase string) string {
	if w := lastWord(phrase); sidesTold[w] {
		return w
	}
	return ""
}

// sidesTold are nouns for those who did it and what was hit, without a plural's s.
var sidesTold = wordsOf("area building bus bu bodyguard candidate car children citizen civilian embassy employee facilitie facility headquarter home house",
	"installation journalist judge leader magistrate man men mayor member minister neighborhood office official peasant people person pipeline population",
	"position post president priest reporter residence senator soldier station store student town vehicle woman women bank bridge village worker victim",
	"army commando force front government group guerrilla helicopter individual rebel squad terrorist troop unit gunmen militant police plane aircraft")

// magnitude is how many a count tells, in steps.
func magnitude(c *dateline.Count) string {
	switch {
	case c == nil || c.Low == nil:
		return "unsaid"
	case *c.Low <= 1:
		return "one"
	case *c.Low < 10:
		return "few"
	case *c.Low < 40:
		return "tens"
	}
	return "many"
}

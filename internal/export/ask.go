package export

import (
	"cmp"
	"context"
	"io"
	"slices"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
	"dateline/internal/resolve/actor"
)

// Group is a group's profile and dossier with what its incidents cite.
type Group struct {
	Profile analysis.Profile
	Dossier analysis.Dossier
	At      *analysis.Snapshot // of Question.Day; nil if none was asked for
	cited   map[string]analysis.Account
}

// Rule is how many accounts of how many make one number; see analysis.Rule.
type Rule = analysis.Rule

// Question is how a group or an incident is to be shown. The zero Question takes the first of analysis.Rules and
// Dateline's own convention.
type Question struct {
	Convention Convention
	Rule       Rule
	Day        string // of a group: YYYY-MM-DD, what stood on that day; "" for no day
}

// AskGroup asks a ledger for all that it has of a group. found is false if neither the records nor
// the ledger know it.
func AskGroup(ctx context.Context, v *ledger.View, id string, q Question) (g Group, found bool, err error) {
	entries, err := v.StatementsOf(ctx, id)
	if err != nil {
		return g, false, err
	}
	incidents, err := v.IncidentsOf(ctx, id)
	if err != nil {
		return g, false, err
	}
	incidents = incidentsUnder(q.Convention, incidents)
	for i := range entries {
		entries[i].Resolutions = meaningsUnder(q.Convention, entries[i].Resolutions)
	}
	record, listed := actor.Load().Get(id)
	if !listed {
		record = dateline.Actor{ID: id, Name: actor.Load().Name(id)}
	}
	subject := analysis.Subject{Actor: record, Inverse: inverse(id), Incidents: incidents}
	for _, e := range entries {
		subject.Said = append(subject.Said, said(e))
	}
	g.cited, err = cited(ctx, v, incidents)
	if err != nil {
		return g, false, err
	}
	for _, s := range subject.Said {
		g.cited[s.Statement.ID] = analysis.NewAccount(s)
	}
	err = g.answer(ctx, v, subject, q)
	return g, listed || len(entries)+len(incidents) > 0, err
}

// answer fills in what the statements and incidents say of the group.
func (g *Group) answer(ctx context.Context, v *ledger.View, s analysis.Subject, q Question) error {
	ev := analysis.Evidence{Cited: g.cited, Rule: cmp.Or(q.Rule, analysis.Rules[0])}
	sources, err := v.Sources(ctx, reportsOf(s.Incidents))
	if err != nil {
		return err
	}
	for _, x := range sources {
		ev.Sources = append(ev.Sources, analysis.Source(x))
	}
	presses, err := v.Presses(ctx)
	if err != nil {
		return err
	}
	for _, x := range presses {
		ev.Presses = append(ev.Presses, analysis.Press(x))
	}
	g.Profile = analysis.NewProfile(s)
	g.Dossier = analysis.NewDossier(s, g.Profile, ev)
	if q.Day != "" {
		at := analysis.At(g.Profile, g.Dossier, q.Day)
		g.At = &at
	}
	return nil
}

// reportsOf lists the reports of incidents, sorted.
func reportsOf(all []dateline.Incident) []string {
	var out []string
	for _, in := range all {
		out = append(out, in.Reports...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func said(e ledger.Entry) analysis.Said {
	return analysis.Said{Report: e.Report, Statement: e.Statement, Resolutions: e.Resolutions, Review: e.Review}
}

// cited loads the Statements of incidents, by their identifiers.
func cited(ctx context.Context, v *ledger.View, incidents []dateline.Incident) (map[string]analysis.Account, error) {
	var ids []string
	for _, in := range incidents {
		ids = append(ids, in.Statements...)
	}
	slices.Sort(ids)
	entries, err := v.Statements(ctx, slices.Compact(ids))
	out := map[string]analysis.Account{}
	for _, e := range entries {
		out[e.Statement.ID] = analysis.NewAccount(said(e))
	}
	return out, err
}

// inverse lists the relations of other records to an actor, each with the other's identifier.
func inverse(id string) []dateline.Relation {
	var out []dateline.Relation
	for _, a := range actor.Load().All() {
		for _, r := range a.Relations {
			if r.Actor == id {
				r.Actor = a.ID
				out = append(out, r)
			}
		}
	}
	return out
}

// reviewsOf says where the accounts stand.
func reviewsOf(cited map[string]analysis.Account) Reviews {
	out := Reviews{}
	for id, a := range cited {
		out[id] = a.Review
	}
	return out
}

// Read is a report with what was read of it.
type Read struct {
	Reading   dateline.Reading
	Incidents []dateline.Incident // those that its statements tell
	reviews   Reviews
}

// AskReport asks a ledger for a report; a ledger.Error with the code NotFound if there is none.
func AskReport(ctx context.Context, v *ledger.View, id string, c Convention) (Read, error) {
	r, err := v.Report(ctx, id)
	if err != nil {
		return Read{}, err
	}
	rulings, err := v.Docket(ctx)
	if err != nil {
		return Read{}, err
	}
	out := Read{Reading: readingUnder(c, rulings.Apply(r))}
	if out.Incidents, err = v.IncidentsIn(ctx, id); err != nil {
		return out, err
	}
	out.Incidents = incidentsUnder(c, out.Incidents)
	said, err := cited(ctx, v, append(out.Incidents, dateline.Incident{Statements: idsOf(r.Statements)}))
	out.reviews = reviewsOf(said)
	return out, err
}

func idsOf(all []dateline.Statement) []string {
	var out []string
	for _, s := range all {
		out = append(out, s.ID)
	}
	return out
}

// JSON writes the coded form of the report, with the incidents as the whole ledger tells them and
// the states of review.
func (r Read) JSON(w io.Writer) error {
	out := reading(r.Reading, nil, false)
	for i := range out.Statements {
		out.Statements[i].Review = r.reviews.state(out.Statements[i].ID)
	}
	out.Incidents = each(r.Incidents, func(in dateline.Incident) codedIncident { return incident(in, r.reviews) })
	return encode(w, out)
}

// Text writes the report for people; see ReportText.
func (r Read) Text(w io.Writer, why bool) error { return ReportText(w, r.Reading, r.reviews, why) }

type codedActor struct {
	Group      string `json:"group"`
	Name       string `json:"name"`
	Statements int    `json:"statements"`
	Incidents  int    `json:"incidents"`
}

// Actors writes each actor that a ledger tells of as a line of JSON, in the given order.
func Actors(w io.Writer, all []ledger.ActorCount) error {
	for _, a := range all {
		if err := encode(w, codedActor{a.Actor, actor.Load().Name(a.Actor), a.Statements, a.Incidents}); err != nil {
			return err
		}
	}
	return nil
}

package web

import (
	"context"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
	"dateline/internal/resolve/place"
)

// groupView is a group's page. A section without data is not on it.
type groupView struct {
	ID, Name, Kind string
	Summary        string
	Home           string // countries, in words; "" if the record has none
	Area           string
	Founded, Ended string
	Curated        bool // there is a record
	Sources        []string
	Statements     int
	Reports        int
	Names          []nameLine
	Unused         []nameLine // names of the record that no report uses
	Parents        []tieLine
	Relations      []tieLine
	Strength       []figureLine
	StrengthChart  chart
	Incidents      []incidentLine
	MoreIncidents  int // that are not on the page
	Degrees        []shown
	Timing         chart
	Months         []monthLine
	Loose          int
	Listings       []shown // designations of the record
	Lists          map[string][]accountLine
	Contents       []contentsLine
	Notes          []ref
}

// contentsLine leads to a section.
type contentsLine struct {
	ID, Title string
	N         int
	Lead      string // a sentence under the heading; "" for none
}

// nameLine is a name of the group.
type nameLine struct {
	shown
	Script string
}

// tieLine is a relation to another party.
type tieLine struct {
	Word     string
	Other    shown
	Record   string // when, by the curated record; "" if the record does not have it
	Accounts []accountLine
}

// figureLine is one way in which a strength was worded.
type figureLine struct {
	Words  shown
	Amount string // what it includes, in the report's words
	Range  string
	By     string
	Class  string
	AsOf   string // "": not reported
	Where  string // "": not reported
	Report shown
}

// monthLine is a bin of the timeline in words.
type monthLine struct {
	Time   string
	News   int
	Retold int
}

// The sections of a group's page, in its order.
var sections = []contentsLine{
	{ID: "names", Title: "Names"},
	{ID: "origin", Title: "Origin and parent"},
	{ID: "leaders", Title: "Leaders"},
	{ID: "strength", Title: "Strength", Lead: "Estimates as they were worded. The same figure in other words stands in its own row; nobody's estimate is preferred."},
	{ID: "territory", Title: "Territory gained and lost"},
	{ID: "area", Title: "Area of operation"},
	{ID: "members", Title: "Members"},
	{ID: "funding", Title: "Funding"},
	{ID: "strategy", Title: "Strategy"},
	{ID: "relations", Title: "Relations"},
	{ID: "incidents", Title: "Incidents", Lead: "Claimed, blamed and suspected are different things, and none of them is a finding. Each stands with the voice that says so."},
	{ID: "threats", Title: "Threats and warnings", Lead: "Words. Nothing here is counted as an incident."},
	{ID: "plots", Title: "Plots and foiled attacks", Lead: "What is told as planned, foiled or possible is not told as having happened, and is not counted as an incident."},
	{ID: "measures", Title: "Arrests, charges, trials and raids", Lead: "Arrested and charged people are accused at most. Only a verdict is a finding, and it stands here as such."},
	{ID: "listings", Title: "Designations"},
	{ID: "judged", Title: "Assessments", Lead: "Opinions of those who give them; none is a fact about the group."},
	{ID: "voiced", Title: "In the group’s own words"},
	{ID: "rest", Title: "Other statements"},
	{ID: "rejected", Title: "Rejected in review", Lead: "People found that these were misread. They count nowhere."},
}

var groupID = regexp.MustCompile(`^[\pL\pN][\pL\pN :._'-]{0,127}$`)

// onGroupPage is how many incidents a group's page lists; a list page has all.
const onGroupPage = 25

// group shows a group's profile.
func (s *site) group(r *http.Request) (*page, error) {
	id := r.PathValue("id")
	if !groupID.MatchString(id) {
		return nil, &fault{http.StatusBadRequest, "That is no identifier", "A group’s identifier is made of letters, digits, hyphens and colons, such as islamic-state."}
	}
	p, refs, err := s.profile(r.Context(), id)
	if err != nil {
		return nil, err
	}
	v := s.groupView(p, refs)
	return &page{Title: v.Name, Template: "group", Section: "groups", Review: refs.review, Main: v}, nil
}

// profile asks the ledger for all that it has of a group; a fault if nothing is known of it.
func (s *site) profile(ctx context.Context, id string) (analysis.Profile, *refs, error) {
	none := analysis.Profile{}
	entries, err := s.view.StatementsOf(ctx, id)
	if err != nil {
		return none, nil, err
	}
	incidents, err := s.view.Incidents(ctx, ledger.Filter{Actor: id, Newest: true})
	if err != nil {
		return none, nil, err
	}
	record, listed := s.book.Get(id)
	if !listed && len(entries) == 0 && len(incidents) == 0 {
		return none, nil, &fault{http.StatusNotFound, "This ledger does not know that group",
			"No record has the identifier in the address, and no report here speaks of it."}
	}
	if !listed {
		record = dateline.Actor{ID: id, Name: s.book.Name(id)}
	}
	more, err := s.missing(ctx, entries, cited(incidents))
	if err != nil {
		return none, nil, err
	}
	subject := analysis.Subject{Actor: record, Inverse: s.inverse(id), Incidents: incidents}
	for _, e := range entries {
		subject.Said = append(subject.Said, said(e))
	}
	return analysis.NewProfile(subject), newRefs(append(accounts(entries), accounts(more)...)...), nil
}

// missing loads the Statements of ids that are not among those that are there.
func (s *site) missing(ctx context.Context, there []ledger.Entry, ids []string) ([]ledger.Entry, error) {
	have := map[string]bool{}
	for _, e := range there {
		have[e.Statement.ID] = true
	}
	ids = slices.DeleteFunc(unique(ids), func(id string) bool { return have[id] })
	return s.view.Statements(ctx, ids)
}

// inverse lists the relations of other records to a group, each with the other's identifier.
func (s *site) inverse(id string) []dateline.Relation {
	var out []dateline.Relation
	for _, a := range s.book.All() {
		for _, r := range a.Relations {
			if r.Actor == id {
				r.Actor = a.ID
				out = append(out, r)
			}
		}
	}
	return out
}

// groupView words p in the order of the page, so that its links are numbered in that order.
func (s *site) groupView(p analysis.Profile, r *refs) groupView {
	a := p.Actor
	v := groupView{ID: a.ID, Name: a.Name, Kind: string(a.Kind), Summary: a.Summary, Area: a.Area, Sources: a.Sources,
		Curated: a.Kind != "", Home: countries(a.Home), Founded: edtfOrNone(a.Founded), Ended: edtfOrNone(a.Ended),
		Lists: map[string][]accountLine{}}
	v.names(p, r)
	v.Parents = s.tieLines(p.Parents, r, a.ID)
	v.list("origin", p.Founding, r)
	v.list("leaders", p.Leaders, r)
	v.figures(p, r)
	v.list("territory", p.Territory, r)
	v.list("area", p.Area, r)
	v.list("members", p.Members, r)
	v.list("funding", p.Funding, r)
	v.list("strategy", p.Strategy, r)
	v.Relations = s.tieLines(p.Relations, r, a.ID)
	v.incidents(p, r)
	v.list("threats", p.Threats, r)
	v.list("plots", p.Plots, r)
	v.list("measures", p.Measures, r)
	v.listings(p, r)
	v.list("judged", p.Judged, r)
	v.list("voiced", p.Voiced, r)
	v.list("rest", p.Rest, r)
	v.list("rejected", p.Rejected, r)
	v.contents()
	v.count(r)
	v.Notes = r.list
	return v
}

func (v *groupView) list(id string, all []analysis.Account, r *refs) {
	for _, a := range all {
		v.Lists[id] = append(v.Lists[id], r.account(a, v.ID))
	}
}

// contents lists the sections that have something in them.
func (v *groupView) contents() {
	n := map[string]int{"names": len(v.Names) + len(v.Unused), "origin": len(v.Parents), "strength": len(v.Strength),
		"relations": len(v.Relations), "incidents": len(v.Incidents) + v.MoreIncidents, "listings": len(v.Listings)}
	for _, s := range sections {
		if s.N = n[s.ID] + len(v.Lists[s.ID]); s.N > 0 {
			v.Contents = append(v.Contents, s)
		}
	}
}

func (v *groupView) count(r *refs) {
	seen := map[string]bool{}
	for _, a := range r.known {
		if r.number[a.ID] > 0 {
			v.Statements++
			seen[a.Report.ID] = true
		}
	}
	v.Reports = len(seen)
}

func (v *groupView) names(p analysis.Profile, r *refs) {
	for _, n := range p.Names {
		l := nameLine{shown: shown{Text: n.Name, Refs: r.of(n.Statements...)}}
		if n.Curated != nil {
			l.Note, l.Script = period(n.Curated.From, n.Curated.To), n.Curated.Script
		} else {
			l.Note = "told by reports; not in the record"
		}
		if n.Statements == nil {
			v.Unused = append(v.Unused, l)
		} else {
			v.Names = append(v.Names, l)
		}
	}
}

// period words a time with open ends; "" if both are.
func period(from, to string) string {
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return "since " + edtfWords(from)
	case from == "":
		return "until " + edtfWords(to)
	}
	return edtfWords(from) + " to " + edtfWords(to)
}

func edtfOrNone(s string) string {
	if s == "" {
		return ""
	}
	return edtfWords(s)
}

func countries(isos []string) string {
	var out []string
	for _, iso := range isos {
		name := place.CountryName(iso)
		if name == "" {
			name = iso
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

func (s *site) tieLines(ties []analysis.Tie, r *refs, self string) []tieLine {
	var out []tieLine
	for _, t := range ties {
		l := tieLine{Word: upper(t.Word), Other: shown{Text: tidy(t.Words), Link: groupLink(t.Other)}}
		if t.Other != "" {
			l.Other.Text = s.book.Name(t.Other)
		}
		if t.Curated != nil {
			l.Record = "in the record"
			if when := period(t.Curated.From, t.Curated.To); when != "" {
				l.Record += ", " + when
			}
		}
		var ids []string
		for _, a := range t.Accounts {
			ids = append(ids, a.ID)
			l.Accounts = append(l.Accounts, r.account(a, self))
		}
		l.Other.Refs = r.of(ids...)
		out = append(out, l)
	}
	return out
}

// figures words the strength estimates and draws them.
func (v *groupView) figures(p analysis.Profile, r *refs) {
	var rows []ranged
	for _, f := range p.Strength {
		var who []string
		for _, a := range f.Accounts {
			v.Strength = append(v.Strength, newFigureLine(f, a, r))
			who = append(who, speakerName(a))
		}
		if f.Count != nil {
			rows = append(rows, ranged{countWords(*f.Count) + " — " + strings.Join(unique(who), "; "), *f.Count})
		}
	}
	v.StrengthChart = ranges("Strength as estimated", rows)
}

// speakerName is who says it first, without who that is.
func speakerName(a analysis.Account) string {
	if len(a.By) == 0 {
		return "the report itself"
	}
	if s := tidy(a.By[0].Full()); s != "" {
		return s
	}
	return "somebody, not said who"
}

func newFigureLine(f analysis.Figure, a analysis.Account, r *refs) figureLine {
	l := figureLine{Range: "no figure", By: speakerWords(a),
		Report: shown{Text: reportWords(a.Report), Link: "/reports/" + a.Report.ID}}
	if f.Count != nil {
		l.Range = countWords(*f.Count)
	}
	if len(a.By) > 0 {
		l.Class = classWords(a.By[0].Class)
	}
	for _, p := range a.Parts {
		switch m := p.Meaning; {
		case p.Role == dateline.Fighters && sameFigure(f.Count, p.Count()):
			l.Words = shown{Text: tidy(p.Words), Refs: r.of(a.ID)}
		case p.Role == dateline.Amount:
			l.Amount = tidy(p.Words)
		case m != nil && m.Date != nil:
			l.AsOf = dateWords(*m.Date)
		case m != nil && m.Place != nil:
			l.Where = placeWords(*m.Place)
		}
	}
	if l.Words.Text == "" {
		l.Words = shown{Text: tidy(a.Quote), Refs: r.of(a.ID)}
	}
	return l
}

func sameFigure(x, y *dateline.Count) bool {
	if x == nil || y == nil {
		return x == y
	}
	return x.Equal(*y)
}

// incidents words those in which the group figures, the latest first.
func (v *groupView) incidents(p analysis.Profile, r *refs) {
	var all []dateline.Incident
	for i, in := range p.Incidents {
		all = append(all, in.Incident)
		if i >= onGroupPage {
			v.MoreIncidents++
			continue
		}
		l := r.incident(&in.Incident)
		for _, h := range in.Held {
			l.Held = append(l.Held, shown{Text: upper(heldWords(h.Value)), Refs: r.of(h.Statements...)})
		}
		v.Incidents = append(v.Incidents, l)
	}
	for _, d := range p.Degrees {
		v.Degrees = append(v.Degrees, shown{Text: degreeWords(d.Degree), Note: number(d.Incidents)})
	}
	t := analysis.NewTimeline(all)
	v.Timing, v.Loose = timing(t), len(t.Loose)
	for _, b := range t.Bins {
		if len(b.News)+len(b.Retold) > 0 {
			v.Months = append(v.Months, monthLine{edtfWords(b.Time), len(b.News), len(b.Retold)})
		}
	}
}

// listings words who lists the group, by the record and by reports.
func (v *groupView) listings(p analysis.Profile, r *refs) {
	for _, d := range p.Actor.Designations {
		note := period(d.From, d.To)
		if d.As != "" {
			note = strings.TrimSuffix(d.As+"; "+note, "; ")
		}
		v.Listings = append(v.Listings, shown{Text: "Listed by " + d.By, Note: note})
	}
	v.list("listings", p.Listings, r)
}

package web

import (
	"cmp"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/resolve/place"
	"dateline/internal/selection"
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
	StrengthChart  chart // where times are not known
	StrengthSeries spans
	Drift          []driftLine // of its strength as it was retold
	Views          []tab       // of its incidents
	Incidents      []incidentLine
	MoreIncidents  int   // that are not on the page
	Total          shown // of its operations
	Rules          []ruleLink
	Timing         chart
	Months         []monthLine
	Loose          int
	Listings       []shown // designations of the record
	Themes         []themeLine
	Judged         int
	Lists          map[string][]accountLine
	Blocks         map[string][]block
	More           map[string]int // how many entries of a section are not on the page
	all            string         // the section of which everything is
	Day            string         // of AsOf; "" for none
	AsOf           []asOfLine
	Missing        []string // what nothing here tells
	Contents       []contentsLine
	Notes          []ref
	Noted          int // statements that the page cites
	MoreNotes      int // of these, those that are not in Notes
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
	Said   string // when the report was published; "": not known
	Hedges string // by what the source holds back; "" for nothing
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
	{ID: "strength", Title: "Strength", Lead: "Estimates as they were worded, in the order of the time that they are about. Nobody’s estimate is preferred."},
	{ID: "territory", Title: "Territory gained and lost"},
	{ID: "area", Title: "Area of operation"},
	{ID: "members", Title: "Members"},
	{ID: "funding", Title: "Funding"},
	{ID: "strategy", Title: "Strategy"},
	{ID: "relations", Title: "Relations"},
	{ID: "operations", Title: "Operations in numbers", Lead: "Incidents that took place or were attempted, and for which some account holds the group responsible. Every number leads to its incidents."},
	{ID: "abroad", Title: "Home and abroad"},
	{ID: "objects", Title: "Targets, victims and weapons", Lead: "Of its operations told as news. One with several types stands under each."},
	{ID: "claims", Title: "Claims", Lead: "One that two claimed stands under both."},
	{ID: "trends", Title: "Trends", Lead: "What all sources tell grows when sources are added; only the fixed panel can be compared over time. No percentage is given where a number is under five."},
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

// mostNotes is how many statements a group's page quotes at its end, unless all are asked for.
const mostNotes = 400

// onGroupPage is how many incidents a group's page lists; a list page has all.
const onGroupPage = 25

// group shows a group's profile; ?at= a day on which to look, and ?rule= how headlines are made.
func (s *site) group(r *http.Request) (*page, error) {
	q, err := askedOf(r)
	if err != nil {
		return nil, err
	}
	f, err := s.file(r.Context(), q)
	if err != nil {
		return nil, err
	}
	refs := &refs{known: f.cited, number: map[string]int{}}
	v := s.groupView(f, q, refs)
	return &page{Title: v.Name, Template: "group", Section: "groups", Review: refs.review, Main: v}, nil
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

// groupView words what is known in the order of the page, so that its links are numbered in that order.
func (s *site) groupView(f file, q asked, r *refs) groupView {
	p, d := f.profile, &f.dossier
	a := p.Actor
	v := groupView{ID: a.ID, Name: a.Name, Kind: string(a.Kind), Summary: a.Summary, Area: a.Area, Sources: a.Sources,
		Curated: a.Kind != "", Home: countries(a.Home), Founded: edtfOrNone(a.Founded), Ended: edtfOrNone(a.Ended),
		Lists: map[string][]accountLine{}, Blocks: map[string][]block{}, More: map[string]int{}, all: q.all}
	for _, view := range views {
		v.Views = append(v.Views, tab{Name: view.title, Link: at(view.path, selection.Query{}.Only("group", a.ID))})
	}
	if q.day != "" {
		v.asOf(analysis.At(p, *d, q.day), r, s.book.Name)
	}
	v.names(d.Uses, r)
	v.Parents = v.ties("origin", p.Parents, r, s.book.Name)
	v.list("origin", p.Founding, r)
	v.leaders(d.Leaders, r)
	v.list("leaders", unnamed(p.Leaders, d.Leaders), r)
	v.strength(d.Strength, r)
	v.Drift = driftLines(d.Drift, r)
	v.territory(d.Territory, r)
	v.list("area", p.Area, r)
	v.list("members", p.Members, r)
	v.list("funding", p.Funding, r)
	v.list("strategy", p.Strategy, r)
	v.Relations = v.ties("relations", p.Relations, r, s.book.Name)
	v.operations(d)
	v.abroad(d)
	v.objects(d)
	v.claims(d, s.book.Name)
	v.trends(d)
	v.incidents(p, f.later, r)
	v.list("threats", p.Threats, r)
	v.plots(d.Plots)
	v.list("plots", p.Plots, r)
	v.measures(d.Measures, r)
	v.listings(p, r)
	v.judged(d.Themes, r)
	v.list("voiced", p.Voiced, r)
	v.list("rest", p.Rest, r)
	v.list("rejected", p.Rejected, r)
	v.contents(len(d.Entries))
	v.count(r)
	v.Noted = len(r.list)
	v.Notes, v.MoreNotes = shorten(r.list, mostNotes, v.all == "notes")
	return v
}

// unnamed are the accounts of leadership that name nobody.
func unnamed(all []analysis.Account, told []analysis.Leader) []analysis.Account {
	has := map[string]bool{}
	for _, l := range told {
		for _, t := range l.Terms {
			has[t.Account.ID] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(a analysis.Account) bool { return has[a.ID] })
}

// mostAccounts is how many accounts a section shows, unless the address asks for all of it.
const mostAccounts = 50

// list words the accounts of a section, and notes how many it leaves out.
func (v *groupView) list(id string, all []analysis.Account, r *refs) {
	for _, a := range all[:v.room(id, len(all))] {
		v.Lists[id] = append(v.Lists[id], r.account(a, v.ID))
	}
}

// room is how many of n entries a section shows. What is left out is noted.
func (v *groupView) room(id string, n int) int {
	if n <= mostAccounts || v.all == id {
		return n
	}
	v.More[id] += n - mostAccounts
	return mostAccounts
}

// contents lists the sections that have something in them, and what is missing. Without an incident
// there is nothing to count.
func (v *groupView) contents(incidents int) {
	n := map[string]int{"names": len(v.Names) + len(v.Unused), "origin": len(v.Parents), "strength": len(v.Strength),
		"relations": len(v.Relations), "incidents": len(v.Incidents) + v.MoreIncidents, "listings": len(v.Listings), "judged": v.Judged}
	counted := map[string]bool{"operations": true, "abroad": true, "objects": true, "claims": true, "trends": true}
	for _, s := range sections {
		s.N = n[s.ID] + len(v.Lists[s.ID]) + v.More[s.ID]
		for _, b := range v.Blocks[s.ID] {
			if s.ID != "plots" {
				s.N += len(b.Grid.Rows)
			}
		}
		switch {
		case counted[s.ID] && incidents > 0 && len(v.Blocks[s.ID]) > 0:
			s.N = 0
			v.Contents = append(v.Contents, s)
		case counted[s.ID]:
		case s.N > 0:
			v.Contents = append(v.Contents, s)
		case s.ID != "voiced" && s.ID != "rest" && s.ID != "rejected":
			v.Missing = append(v.Missing, strings.ToLower(s.Title))
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

func (v *groupView) names(all []analysis.NameUse, r *refs) {
	for _, u := range all {
		l := nameLine{shown: shown{Text: u.Name.Name, Refs: r.of(u.Statements[:min(len(u.Statements), mostRefs)]...)}}
		if u.Curated != nil {
			l.Note, l.Script = period(u.Curated.From, u.Curated.To), u.Curated.Script
		} else {
			l.Note = "told by reports; not in the record"
		}
		if u.Statements == nil {
			v.Unused = append(v.Unused, l)
			continue
		}
		l.Note = strings.TrimPrefix(l.Note+"; "+usedWords(u), "; ")
		if len(u.Statements) > mostRefs {
			l.Note = plural(len(u.Statements), "statement") + "; " + l.Note
		}
		v.Names = append(v.Names, l)
	}
}

// mostRefs is how many of the statements that use a name are linked to.
const mostRefs = 12

// usedWords says from which reports a name is known.
func usedWords(u analysis.NameUse) string {
	switch {
	case u.First.IsZero():
		return "in reports without a date"
	case u.First.From == u.Last.From:
		return "in reports of " + dateWords(u.First)
	}
	return "in reports of " + dateWords(u.First) + " to " + dateWords(u.Last)
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

// ties words relations of a section; of each the first accounts, unless all of the section is asked for.
func (v *groupView) ties(id string, all []analysis.Tie, r *refs, name func(string) string) []tieLine {
	var out []tieLine
	for _, t := range all {
		l := tieLine{Word: upper(t.Word), Other: shown{Text: tidy(t.Words), Link: groupLink(t.Other)}}
		if t.Other != "" {
			l.Other.Text = name(t.Other)
		}
		if t.Curated != nil {
			l.Record = "in the record"
			if when := period(t.Curated.From, t.Curated.To); when != "" {
				l.Record += ", " + when
			}
		}
		var ids []string
		for _, a := range t.Accounts[:v.room(id, len(t.Accounts))] {
			ids = append(ids, a.ID)
			l.Accounts = append(l.Accounts, r.account(a, v.ID))
		}
		l.Other.Refs = r.of(ids...)
		out = append(out, l)
	}
	return out
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

func newFigureLine(e analysis.Estimate, r *refs) figureLine {
	a := e.Account
	l := figureLine{Range: "no figure", By: speakerWords(a), Amount: tidy(e.Counted), Hedges: strings.Join(e.Hedges, ", "),
		Report: shown{Text: reportWords(a.Report), Link: "/reports/" + a.Report.ID}, Words: shown{Text: tidy(cmp.Or(e.Words, a.Quote)), Refs: r.of(a.ID)}}
	if e.Count != nil {
		l.Range = countWords(*e.Count)
	}
	if strings.Contains(l.Words.Text, l.Amount) {
		l.Amount = ""
	}
	if len(a.By) > 0 {
		l.Class = classWords(a.By[0].Class)
	}
	if !e.At.Of.IsZero() {
		l.AsOf = dateWords(e.At.Of)
	}
	if !e.At.Said.IsZero() {
		l.Said = dateWords(e.At.Said)
	}
	if e.Where != nil {
		l.Where = placeWords(*e.Where)
	}
	return l
}

// incidents words those in which the group figures, the latest first.
func (v *groupView) incidents(p analysis.Profile, later map[string]laterTurn, r *refs) {
	var all []dateline.Incident
	for i, in := range p.Incidents {
		all = append(all, in.Incident)
		if i >= onGroupPage {
			v.MoreIncidents++
			continue
		}
		l := r.incident(&in.Incident)
		for _, h := range in.Held {
			l.Held = append(l.Held, shown{Text: upper(heldAndLater(h, later)), Refs: r.of(h.Statements...)})
		}
		v.Incidents = append(v.Incidents, l)
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

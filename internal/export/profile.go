package export

import (
	"io"
	"slices"

	"dateline"
	"dateline/internal/analysis"
)

// The form of a group's profile: one JSON object, in the words of the coded form. Every list is in
// the order of analysis.Profile; what nobody tells is an empty list.

type codedGroup struct {
	Schema    string          `json:"schema"`
	Group     codedRecord     `json:"group"`
	Names     []codedName     `json:"names"`
	Parents   []codedTie      `json:"parents"`
	Relations []codedTie      `json:"relations"`
	Founding  []codedAccount  `json:"founding"`
	Leaders   []codedAccount  `json:"leaders"`
	Strength  []codedFigure   `json:"strength"`
	Territory []codedAccount  `json:"territory"`
	Area      []codedAccount  `json:"area_of_operation"`
	Members   []codedAccount  `json:"membership"`
	Funding   []codedAccount  `json:"funding"`
	Strategy  []codedAccount  `json:"strategy"`
	Incidents []codedIncident `json:"incidents"`
	Degrees   []codedDegree   `json:"responsibility"`
	Threats   []codedAccount  `json:"threats"`
	Plots     []codedAccount  `json:"plots"`
	Measures  []codedAccount  `json:"counter_measures"`
	Listings  []codedAccount  `json:"designations_reported"`
	Judged    []codedAccount  `json:"assessments"`
	Voiced    []codedAccount  `json:"own_words"`
	Rest      []codedAccount  `json:"other"`
	Rejected  []codedAccount  `json:"rejected"`
	Dossier   codedDossier    `json:"dossier"`
	Reports   []codedReport   `json:"reports"`
}

// codedRecord is the curated record; only id and name are there for a group without one.
type codedRecord struct {
	ID           string             `json:"id"`
	Name         string             `json:"name"`
	Kind         dateline.ActorKind `json:"kind,omitempty"`
	Summary      string             `json:"summary,omitempty"`
	Founded      string             `json:"founded,omitempty"`
	Ended        string             `json:"ended,omitempty"`
	Home         []string           `json:"home,omitempty"`
	Area         string             `json:"area,omitempty"`
	Designations []codedListing     `json:"designations,omitempty"`
	Sources      []string           `json:"sources,omitempty"`
}

type codedListing struct {
	By   string `json:"by"`
	As   string `json:"as"`
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

type codedName struct {
	Name       string   `json:"name"`
	Script     string   `json:"script,omitempty"`
	From       string   `json:"from,omitempty"`
	To         string   `json:"to,omitempty"`
	Record     bool     `json:"record"`
	Statements []string `json:"statements"`
}

type codedTie struct {
	Relation string         `json:"relation"`
	Actor    *string        `json:"actor"`
	Text     string         `json:"text,omitempty"`
	Record   bool           `json:"record"`
	From     string         `json:"from,omitempty"`
	To       string         `json:"to,omitempty"`
	Accounts []codedAccount `json:"accounts"`
}

type codedFigure struct {
	Count    *codedCount    `json:"count"`
	Accounts []codedAccount `json:"accounts"`
}

type codedDegree struct {
	Degree    dateline.Degree `json:"degree"`
	Incidents int             `json:"incidents"`
}

type codedAccount struct {
	ID         string               `json:"id"`
	Report     string               `json:"report"`
	Kind       dateline.Kind        `json:"kind"`
	Reality    dateline.Reality     `json:"reality"`
	Stance     dateline.Stance      `json:"stance"`
	Background bool                 `json:"background"`
	Speaker    []codedVoice         `json:"speaker"`
	Quote      string               `json:"quote"`
	Parts      []codedValue         `json:"parts"`
	Review     dateline.ReviewState `json:"review"`
}

type codedVoice struct {
	Text   *string               `json:"text"`
	Refers string                `json:"refers,omitempty"`
	About  string                `json:"about,omitempty"`
	Actor  *string               `json:"actor"`
	Class  dateline.SpeakerClass `json:"class"`
}

type codedValue struct {
	Role     dateline.Role  `json:"role"`
	Text     string         `json:"text"`
	Refers   string         `json:"refers,omitempty"`
	Inferred string         `json:"inferred,omitempty"`
	Actor    *string        `json:"actor,omitempty"`
	State    dateline.State `json:"state,omitempty"`
	Place    *codedPlace    `json:"place,omitempty"`
	Date     *codedDate     `json:"date,omitempty"`
	Count    *codedCount    `json:"count,omitempty"`
}

// JSON writes the profile as one line of JSON. It depends on nothing but what the ledger holds: not
// on the order or the time of reading.
func (g Group) JSON(w io.Writer) error {
	p := g.Profile
	out := codedGroup{Schema: dateline.Schema, Group: recordOf(p.Actor), Names: each(p.Names, nameOf),
		Parents: each(p.Parents, tieOf), Relations: each(p.Relations, tieOf), Founding: accountsOf(p.Founding),
		Leaders: accountsOf(p.Leaders), Strength: each(p.Strength, figureOf), Territory: accountsOf(p.Territory),
		Area: accountsOf(p.Area), Members: accountsOf(p.Members), Funding: accountsOf(p.Funding), Strategy: accountsOf(p.Strategy),
		Degrees: each(p.Degrees, func(d analysis.DegreeCount) codedDegree { return codedDegree(d) }),
		Threats: accountsOf(p.Threats), Plots: accountsOf(p.Plots), Measures: accountsOf(p.Measures), Listings: accountsOf(p.Listings),
		Judged: accountsOf(p.Judged), Voiced: accountsOf(p.Voiced), Rest: accountsOf(p.Rest), Rejected: accountsOf(p.Rejected)}
	out.Dossier = dossierOf(&g.Dossier, g.At)
	reviews := reviewsOf(g.cited)
	out.Incidents = each(p.Incidents, func(i analysis.Involvement) codedIncident { return incident(i.Incident, reviews) })
	out.Reports = each(g.reports(), func(r *dateline.Report) codedReport { return report(*r, false) })
	return encode(w, out)
}

// each maps a list; it is never nil, so that JSON has an empty list.
func each[T, U any](list []T, to func(T) U) []U {
	out := make([]U, 0, len(list))
	for _, t := range list {
		out = append(out, to(t))
	}
	return out
}

// reports lists the reports that the profile rests on: by date of publication, unknown last, then
// by identifier.
func (g Group) reports() []*dateline.Report {
	at := map[string]*dateline.Report{}
	for _, a := range g.cited {
		at[a.Report.ID] = a.Report
	}
	var out []*dateline.Report
	for _, r := range at {
		out = append(out, r)
	}
	slices.SortFunc(out, byDate)
	return out
}

func recordOf(a dateline.Actor) codedRecord {
	out := codedRecord{ID: a.ID, Name: a.Name, Kind: a.Kind, Summary: a.Summary, Founded: a.Founded, Ended: a.Ended,
		Home: a.Home, Area: a.Area, Sources: a.Sources}
	for _, d := range a.Designations {
		out.Designations = append(out.Designations, codedListing(d))
	}
	return out
}

func nameOf(n analysis.Name) codedName {
	out := codedName{Name: n.Name, Record: n.Curated != nil, Statements: each(n.Statements, func(s string) string { return s })}
	if n.Curated != nil {
		out.Script, out.From, out.To = n.Curated.Script, n.Curated.From, n.Curated.To
	}
	return out
}

func tieOf(t analysis.Tie) codedTie {
	out := codedTie{Relation: t.Word, Actor: orNull(t.Other), Text: t.Words, Record: t.Curated != nil, Accounts: accountsOf(t.Accounts)}
	if t.Curated != nil {
		out.From, out.To = t.Curated.From, t.Curated.To
	}
	return out
}

func figureOf(f analysis.Figure) codedFigure {
	return codedFigure{Count: countOf(f.Count), Accounts: accountsOf(f.Accounts)}
}

func accountsOf(all []analysis.Account) []codedAccount { return each(all, accountOf) }

func accountOf(a analysis.Account) codedAccount {
	return codedAccount{ID: a.ID, Report: a.Report.ID, Kind: a.Kind, Reality: a.Reality, Stance: a.Stance, Background: a.Background,
		Speaker: each(a.By, voiceOf), Quote: a.Quote, Parts: each(a.Parts, valueOf), Review: a.Review}
}

func voiceOf(v analysis.Voice) codedVoice {
	return codedVoice{Text: orNull(v.Words), Refers: v.Name, About: v.About, Actor: orNull(v.Actor), Class: v.Class}
}

func valueOf(v analysis.Value) codedValue {
	out := codedValue{Role: v.Role, Text: v.Words, Refers: v.Name, Inferred: v.Inferred}
	if m := v.Meaning; m != nil {
		out.Actor, out.Place, out.Count = orNull(m.Actor), placeOf(m.Place), countOf(m.Count)
		if m.Date != nil {
			out.Date = dateOf(*m.Date)
		}
		if m.Place == nil && m.Date == nil && m.Count == nil {
			out.State = m.State
		}
	}
	return out
}

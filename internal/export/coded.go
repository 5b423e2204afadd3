package export

import (
	"cmp"
	"encoding/json"
	"io"
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// The coded form: one JSON object a report, a promise to the outside (docs/data.md). Unknown is
// null; what is not reported is absent.

type codedReport struct {
	ID        string              `json:"id"`
	File      string              `json:"file"`
	Line      int                 `json:"line,omitempty"`
	URL       *string             `json:"url"`
	Title     *string             `json:"title"`
	Publisher *string             `json:"publisher"`
	Language  *string             `json:"language"`
	Published *codedDate          `json:"published"`
	SHA256    string              `json:"sha256"`
	Countries []string            `json:"countries,omitempty"`
	Dates     []codedDated        `json:"dates,omitempty"`
	Places    []codedToponym      `json:"places,omitempty"`
	Peoples   []codedPeople       `json:"peoples,omitempty"`
	Actors    []codedActorMention `json:"actors,omitempty"`
	Flags     []string            `json:"flags,omitempty"`
	Text      string              `json:"text,omitempty"`
}

type codedDate struct {
	EDTF   string  `json:"edtf,omitempty"`
	From   *string `json:"from"`
	To     *string `json:"to"`
	Anchor *string `json:"anchor,omitempty"`
	Basis  string  `json:"basis,omitempty"`
	Why    string  `json:"why,omitempty"`

	Inferred string `json:"inferred,omitempty"`
}

// codedSpan has no text where an export withholds it.
type codedSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text,omitempty"`
}

type codedSpeaker struct {
	Text   *string               `json:"text"`
	Start  *int                  `json:"start,omitempty"`
	End    *int                  `json:"end,omitempty"`
	Refers *codedSpan            `json:"refers,omitempty"`
	About  *codedSpan            `json:"about,omitempty"`
	Actor  *string               `json:"actor"`
	Class  dateline.SpeakerClass `json:"class"`
}

type codedCount struct {
	Low    *int   `json:"low"`
	High   *int   `json:"high"`
	Approx bool   `json:"approx,omitempty"`
	Word   string `json:"word,omitempty"`
	// Convention is the one by which Word has its bounds; absent is Dateline's own.
	Convention string `json:"convention,omitempty"`
	// Attackers says whether attackers are counted; absent is 'not said'.
	Attackers *bool `json:"attackers,omitempty"`
}

type codedPlace struct {
	ID        *string            `json:"id"`
	Name      string             `json:"name"`
	Country   *string            `json:"country"`
	Admin1    *string            `json:"admin1"`
	Town      string             `json:"town,omitempty"`
	Lat       *float64           `json:"lat"`
	Lon       *float64           `json:"lon"`
	Precision dateline.Precision `json:"precision"`
	RadiusM   int                `json:"radius_m,omitempty"`
	Inferred  string             `json:"inferred,omitempty"`
}

// codedPart leaves out what its role does not have; Actor is null where the role has one and it is
// not known.
type codedPart struct {
	Role     dateline.Role      `json:"role"`
	Text     string             `json:"text"`
	Start    int                `json:"start"`
	End      int                `json:"end"`
	Refers   *codedSpan         `json:"refers,omitempty"`
	Name     *codedSpan         `json:"name,omitempty"`
	About    *codedSpan         `json:"about,omitempty"`
	Effect   dateline.Effect    `json:"effect,omitempty"`
	Inferred string             `json:"inferred,omitempty"`
	Actor    json.RawMessage    `json:"actor,omitempty"`
	State    dateline.State     `json:"state,omitempty"`
	Others   []string           `json:"others,omitempty"`
	Place    *codedPlace        `json:"place,omitempty"`
	Date     *codedDate         `json:"date,omitempty"`
	Count    *codedCount        `json:"count,omitempty"`
	Type     dateline.PartyType `json:"type,omitempty"`
	Why      string             `json:"why,omitempty"`
}

type codedStatement struct {
	ID         string           `json:"id"`
	Kind       dateline.Kind    `json:"kind"`
	ReadAs     dateline.Kind    `json:"read_as,omitempty"` // what the machine read, where a person corrected Kind
	Reality    dateline.Reality `json:"reality"`
	Stance     dateline.Stance  `json:"stance"`
	Background bool             `json:"background"`
	Speaker    []codedSpeaker   `json:"speaker"`
	Quote      codedSpan        `json:"quote"`
	Trigger    codedSpan        `json:"trigger"`
	Parts      []codedPart      `json:"parts"`
	Refers     string           `json:"refers,omitempty"`
	Rule       string           `json:"rule"`
	Score      float64          `json:"score"`
	// Review is absent where nobody can have reviewed: in the output of 'code'.
	Review dateline.ReviewState `json:"review,omitempty"`
}

type codedResponsible struct {
	Text           string                `json:"text"`
	Class          dateline.PartyClass   `json:"class"`
	Of             string                `json:"of,omitempty"` // of individuals: the group's name in the same words
	Actor          *string               `json:"actor"`
	State          dateline.State        `json:"state"`
	Responsibility dateline.Degree       `json:"responsibility"`
	By             []string              `json:"by"`
	ByClass        dateline.SpeakerClass `json:"by_class,omitempty"`
	Statements     []string              `json:"statements"`
}

type codedParty struct {
	Text       string             `json:"text"`
	Name       *string            `json:"name"`
	Type       dateline.PartyType `json:"type,omitempty"`
	Count      *codedCount        `json:"count,omitempty"`
	Effect     dateline.Effect    `json:"effect,omitempty"`
	Statements []string           `json:"statements"`
}

type codedToll struct {
	Of         dateline.Role `json:"of"`
	Low        *int          `json:"low"`
	High       *int          `json:"high"`
	Convention string        `json:"convention,omitempty"` // see codedCount
	Counted    bool          `json:"counted,omitempty"`    // counted from those told one by one: no source gives it
	Text       string        `json:"text"`
	By         []string      `json:"by"`
	Statement  string        `json:"statement"`
	Statements []string      `json:"statements"`
}

type codedTold[T any] struct {
	Value      T        `json:"value"`
	Statements []string `json:"statements"`
}

type codedIncident struct {
	ID           string                     `json:"id"`
	Kind         dateline.Kind              `json:"kind"`
	Reality      dateline.Reality           `json:"reality"`
	Background   bool                       `json:"background"`
	Score        float64                    `json:"score"`
	Statements   []string                   `json:"statements"`
	Reports      []string                   `json:"reports,omitempty"`
	Independent  int                        `json:"independent_accounts,omitempty"`
	Copies       [][]string                 `json:"copies,omitempty"`
	Series       string                     `json:"series,omitempty"`
	Whole        bool                       `json:"whole,omitempty"`
	Date         *codedDate                 `json:"date"`
	Place        *codedPlace                `json:"place"`
	Kinds        []codedTold[dateline.Kind] `json:"kinds"`
	Dates        []codedTold[*codedDate]    `json:"dates"`
	Places       []codedTold[*codedPlace]   `json:"places"`
	Perpetrators []codedResponsible         `json:"perpetrators"`
	Targets      []codedParty               `json:"targets"`
	Victims      []codedParty               `json:"victims"`
	Weapons      []codedParty               `json:"weapons"`
	Tolls        []codedToll                `json:"tolls"`
	Redirects    []string                   `json:"redirects,omitempty"`
	Links        []codedLink                `json:"links,omitempty"`
	Echoes       []codedEcho                `json:"echoes,omitempty"`
	Review       dateline.ReviewState       `json:"review"`
}

type codedEcho struct {
	Report string  `json:"report"`
	Score  float64 `json:"score"`
	Why    string  `json:"why"`
}

type codedLink struct {
	A     string  `json:"a"`
	B     string  `json:"b"`
	Score float64 `json:"score"`
	Why   string  `json:"why"`
}

// codedMention is a word that tells an event or points to one. Statement and Incident are null where
// the word belongs to none.
type codedMention struct {
	Kind      dateline.Kind    `json:"kind"`
	Reality   dateline.Reality `json:"reality"`
	Trigger   codedSpan        `json:"trigger"`
	Parts     []codedPart      `json:"parts"`
	Statement *string          `json:"statement"`
	Incident  *string          `json:"incident"`
}

type codedDoubt struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Why   string `json:"why"`
}

type codedReading struct {
	Schema     string           `json:"schema"`
	Report     codedReport      `json:"report"`
	Statements []codedStatement `json:"statements"`
	Incidents  []codedIncident  `json:"incidents"`
	// Main is the incident that the report mainly tells; nil if none.
	Main     *string        `json:"main_incident"`
	Mentions []codedMention `json:"mentions"`
	Doubts   []codedDoubt   `json:"doubts"`
}

// Coded writes the coded form of a reading and its incidents as one line of JSON. withText includes
// the report's text.
func Coded(w io.Writer, r dateline.Reading, incidents []dateline.Incident, withText bool) error {
	return encode(w, reading(r, incidents, withText))
}

// Incident writes one incident as one line of JSON, in the words of the coded form.
func Incident(w io.Writer, in dateline.Incident, reviews Reviews) error {
	return encode(w, incident(in, reviews))
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func reading(r dateline.Reading, incidents []dateline.Incident, withText bool) codedReading {
	out := codedReading{Schema: dateline.Schema, Report: report(r.Report, withText),
		Statements: []codedStatement{}, Incidents: []codedIncident{}, Mentions: mentions(r, incidents), Doubts: []codedDoubt{}}
	out.Report.Countries, out.Report.Dates = r.Countries, reportDates(r)
	out.Report.Places, out.Report.Peoples = toponyms(r)
	out.Report.Actors = actorMentions(r)
	m := meanings(r.Resolutions)
	for _, s := range r.Statements {
		out.Statements = append(out.Statements, statement(s, r.Report.Text, m[s.ID]))
	}
	if main := analysis.Main(r, incidents); main != nil {
		out.Main = &main.ID
	}
	for _, in := range incidents {
		c := incident(in, nil)
		c.Reports = nil
		out.Incidents = append(out.Incidents, c)
	}
	for _, d := range r.Doubts {
		out.Doubts = append(out.Doubts, codedDoubt{d.Span.Start, d.Span.End, d.Why})
	}
	return out
}

// mentions gives the event words of a reading, each with the incident that its statement belongs to.
func mentions(r dateline.Reading, incidents []dateline.Incident) []codedMention {
	incident := map[string]string{}
	for _, in := range incidents {
		for _, s := range in.Statements {
			incident[s] = in.ID
		}
	}
	out := []codedMention{}
	for _, m := range r.Mentions {
		c := codedMention{Kind: m.Kind, Reality: m.Reality, Trigger: spanOf(m.Trigger, r.Report.Text), Parts: []codedPart{},
			Statement: orNull(m.Statement), Incident: orNull(incident[m.Statement])}
		for _, p := range m.Parts {
			c.Parts = append(c.Parts, codedPart{Role: p.Role, Text: p.Span.In(r.Report.Text), Start: p.Span.Start, End: p.Span.End, Inferred: p.Inferred})
		}
		out = append(out, c)
	}
	return out
}

// meanings keys resolutions by statement and part.
func meanings(rs []dateline.Resolution) map[string]map[int]dateline.Resolution {
	out := map[string]map[int]dateline.Resolution{}
	for _, r := range rs {
		if out[r.Statement] == nil {
			out[r.Statement] = map[int]dateline.Resolution{}
		}
		out[r.Statement][r.Part] = r
	}
	return out
}

func report(r dateline.Report, withText bool) codedReport {
	out := codedReport{ID: r.ID, File: r.File, Line: r.Line, URL: orNull(r.URL), Title: orNull(r.Title),
		Publisher: orNull(r.Publisher), Language: orNull(r.Language), SHA256: r.SHA256, Flags: r.Flags}
	if !r.Published.IsZero() {
		out.Published = &codedDate{From: orNull(r.Published.From), To: orNull(r.Published.To), Basis: r.Basis}
	}
	if withText {
		out.Text = r.Text
	}
	return out
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func statement(s dateline.Statement, text string, m map[int]dateline.Resolution) codedStatement {
	out := codedStatement{ID: s.ID, Kind: s.Kind, ReadAs: s.ReadAs, Reality: s.Reality, Stance: s.Stance, Background: s.Background,
		Quote: spanOf(s.Quote, text), Trigger: spanOf(s.Trigger, text), Refers: s.Refers, Rule: s.Rule, Score: s.Score,
		Speaker: []codedSpeaker{}, Parts: []codedPart{}}
	for i, sp := range s.Speaker {
		out.Speaker = append(out.Speaker, speaker(sp, text, m[-1-i]))
	}
	for i, p := range s.Parts {
		r, ok := m[i]
		out.Parts = append(out.Parts, part(p, text, r, ok))
	}
	return out
}

func spanOf(s dateline.Span, text string) codedSpan { return codedSpan{s.Start, s.End, s.In(text)} }

func spanOrNil(s dateline.Span, text string) *codedSpan {
	if s.IsZero() {
		return nil
	}
	c := spanOf(s, text)
	return &c
}

func speaker(sp dateline.Speaker, text string, r dateline.Resolution) codedSpeaker {
	out := codedSpeaker{Refers: spanOrNil(sp.Refers, text), About: spanOrNil(sp.About, text), Actor: orNull(r.Actor), Class: sp.Class}
	if !sp.Span.IsZero() {
		out.Text, out.Start, out.End = orNull(sp.Span.In(text)), &sp.Span.Start, &sp.Span.End
	}
	return out
}

func part(p dateline.Part, text string, r dateline.Resolution, resolved bool) codedPart {
	out := codedPart{Role: p.Role, Text: p.Span.In(text), Start: p.Span.Start, End: p.Span.End,
		Refers: spanOrNil(p.Refers, text), Name: spanOrNil(p.Name, text), About: spanOrNil(p.About, text), Effect: p.Effect, Inferred: p.Inferred}
	if !resolved {
		return out
	}
	out.Others, out.Type, out.Why = r.Others, r.Type, r.Why
	if acts[p.Role] {
		out.Actor, out.State = actorOf(r.Actor), r.State
	}
	out.Place, out.Count = placeOf(r.Place), countOf(r.Count)
	if r.Date != nil {
		out.Date = dateOf(*r.Date)
	}
	return out
}

// acts are the roles of somebody.
var acts = map[dateline.Role]bool{dateline.Perpetrator: true, dateline.Group: true, dateline.Other: true, dateline.Authority: true,
	dateline.About: true, dateline.Target: true, dateline.Victim: true}

// actorOf is an identifier of a record in JSON, null for none.
func actorOf(id string) json.RawMessage {
	if id == "" {
		return json.RawMessage("null")
	}
	b, _ := json.Marshal(id) // a string: it cannot fail
	return b
}

func countOf(c *dateline.Count) *codedCount {
	if c == nil {
		return nil
	}
	return &codedCount{c.Low, c.High, c.Approx, c.Word, c.Convention, c.Attackers}
}

func dateOf(d dateline.Date) *codedDate {
	out := &codedDate{EDTF: d.EDTF, From: orNull(d.From), To: orNull(d.To), Why: d.Why, Inferred: d.Inferred}
	a := string(d.Anchor)
	if a == "" {
		a = "none"
	}
	out.Anchor = &a
	return out
}

// placeOf leaves out the coordinates of everything that is no point: no centroid stands for an area.
func placeOf(p *dateline.Place) *codedPlace {
	if p == nil {
		return nil
	}
	out := &codedPlace{ID: orNull(p.ID), Name: p.Name, Country: orNull(p.Country), Admin1: orNull(p.Admin1), Town: p.Town,
		Precision: p.Precision, RadiusM: p.RadiusM, Inferred: p.Inferred}
	if p.Precision.Pointed() && (p.Lat != 0 || p.Lon != 0) {
		out.Lat, out.Lon = &p.Lat, &p.Lon
	}
	return out
}

func incident(in dateline.Incident, reviews Reviews) codedIncident {
	out := codedIncident{ID: in.ID, Kind: in.Kind, Reality: in.Reality, Background: in.Background, Score: in.Score, Statements: in.Statements,
		Reports: in.Reports, Independent: in.Independent, Copies: in.Copies, Series: in.Series, Whole: in.Whole, Redirects: in.Redirects, Review: reviews.Of(in.Statements...),
		Kinds: []codedTold[dateline.Kind]{}, Dates: []codedTold[*codedDate]{}, Places: []codedTold[*codedPlace]{},
		Perpetrators: []codedResponsible{}, Targets: parties(in.Targets), Victims: parties(in.Victims), Weapons: parties(in.Weapons),
		Tolls: []codedToll{}}
	for _, e := range in.Echoes {
		out.Echoes = append(out.Echoes, codedEcho(e))
	}
	for _, k := range in.Kinds {
		out.Kinds = append(out.Kinds, codedTold[dateline.Kind]{k.Value, k.Statements})
	}
	for _, d := range in.Dates {
		out.Dates = append(out.Dates, codedTold[*codedDate]{dateOf(d.Value), d.Statements})
	}
	for _, p := range in.Places {
		out.Places = append(out.Places, codedTold[*codedPlace]{placeOf(&p.Value), p.Statements})
	}
	if len(in.Dates) > 0 {
		out.Date = dateOf(in.Dates[0].Value)
	}
	if len(in.Places) > 0 {
		out.Place = placeOf(&in.Places[0].Value)
	}
	for _, p := range in.Perpetrators {
		out.Perpetrators = append(out.Perpetrators, responsible(p)...)
	}
	for _, t := range in.Tolls {
		out.Tolls = append(out.Tolls, codedToll{t.Value.Of, t.Value.Count.Low, t.Value.Count.High, t.Value.Count.Convention, t.Value.Counted, t.Value.Text, byOf(t.Value.By), t.Statements[0], t.Statements})
	}
	for _, l := range in.Links {
		out.Links = append(out.Links, codedLink(l))
	}
	return out
}

// parties gives each with its description as text, apart from its name; the name alone where there is none.
func parties(ps []dateline.Told[dateline.Party]) []codedParty {
	out := []codedParty{}
	for _, p := range ps {
		v := p.Value
		out = append(out, codedParty{Text: cmp.Or(v.Description(), v.Text), Name: orNull(v.Name), Type: v.Type, Count: countOf(v.Count),
			Effect: v.Effect, Statements: p.Statements})
	}
	return out
}

// responsible is one account of who did it; two where its words name persons and their group: 'X fighters'.
func responsible(t dateline.Told[dateline.Responsible]) []codedResponsible {
	r := t.Value
	out := codedResponsible{Text: r.Text, Class: partyClass(r), Actor: orNull(r.Actor), State: r.State, Responsibility: r.Degree,
		By: byOf(r.By), ByClass: r.Class, Statements: t.Statements}
	if out.Class != dateline.Individual || r.Name == "" || r.Name == r.Text {
		return []codedResponsible{out}
	}
	persons, group := out, out
	persons.Text, persons.Of, persons.Actor, persons.State = r.Members(), r.Name, nil, dateline.Unidentified
	group.Text, group.Class = r.Name, groupClass(r)
	if persons.Text == "" {
		return []codedResponsible{group}
	}
	return []codedResponsible{group, persons}
}

// partyClass says whether the one held responsible is a group, a state's body or an individual.
func partyClass(r dateline.Responsible) dateline.PartyClass {
	switch {
	case r.Is != "":
		return r.Is
	case r.State == dateline.Known || r.State == dateline.Ambiguous || r.State == dateline.ByHand && r.Actor != "":
		return groupClass(r)
	}
	return dateline.Individual
}

func groupClass(r dateline.Responsible) dateline.PartyClass {
	if strings.HasPrefix(r.Actor, "state:") {
		return dateline.OfState
	}
	return dateline.OfGroup
}

// byOf lists the speaker; empty for the report itself.
func byOf(by string) []string {
	if by == "" {
		return []string{}
	}
	return []string{by}
}

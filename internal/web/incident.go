package web

import (
	"fmt"
	"net/http"
	"slices"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/draw"
	"dateline/internal/ledger"
)

// incidentView is an incident's page.
type incidentView struct {
	ID          string
	Title       string
	Tags        []string
	Reports     int
	Independent int
	Unread      int // reports that say the same again as those that are laid out
	Walk        walk
	Whole       *wholeView
	Side        sideTable
	Rules       []ruleLink
	Rule        string // what the rule does
	Headlines   []headlineLine
	Tolls       chart
	Time        timeChart
	Series      []seriesLine
	MoreSeries  int
	Life        lifeChart
	Turns       []turnLine
	MoreTurns   int
	Drift       []driftLine
	Degrees     []degreeGroup
	Links       []linkLine
	MoreLinks   int
	Locator     *draw.SVG // nil where no point may be drawn
	Accounts    []accountLine
	Hidden      int // of Accounts
	All         string
	Echoes      []echoLine
	MoreEchoes  int
	Near        []nearLine
	Earlier     []earlierID
	MoreEarlier int
	Decisions   []decisionLine
	Citation    citation
}

// degreeGroup is the accounts of who did it in one degree.
type degreeGroup struct {
	Degree string
	Of     []responsibleLine
	More   int // accounts that are left out
}

// responsibleLine is one account of who did it.
type responsibleLine struct {
	Who   shown
	Held  shown
	Class string
	State string // "" if it is known who is meant
}

// linkLine is why two Statements tell one incident.
type linkLine struct {
	A, B  []ref
	Why   string
	Score string
}

// echoLine is a report that seems to be about an incident of which nothing was read in it.
type echoLine struct {
	Report shown
	Why    string
	Score  string
}

// earlierID is another identifier that leads to an incident, with the Statement that gave it.
type earlierID struct {
	ID   string
	Refs []ref
}

// How many statements, accounts, copies of one and links the page lays out, unless all are asked for.
const (
	mostTold    = 40
	mostTelling = 40
	mostCopies  = 20 // as many more that tell something else
	mostEchoes  = 10
	mostLinks   = 12
	mostTurned  = 40 // of tolls, and of what became known of who did it
	mostHeld    = 12 // accounts of one degree
	mostRanges  = 24 // bars of the chart of tolls
)

// incident shows all accounts of one incident.
func (s *site) incident(r *http.Request) (*page, error) {
	id, err := id(r)
	if err != nil {
		return nil, err
	}
	rule, err := ruleOf(r)
	if err != nil {
		return nil, err
	}
	in, err := s.view.Incident(r.Context(), id)
	if err != nil {
		return nil, err
	}
	if in.ID != id {
		return nil, movedTo("/incidents/"+in.ID, r)
	}
	laid := in
	if !r.URL.Query().Has("all") {
		if laid, err = s.thin(r.Context(), &in, namedFirst(&in)); err != nil {
			return nil, err
		}
	}
	entries, docket, err := s.view.StatementsRuled(r.Context(), laid.Statements)
	if err != nil {
		return nil, err
	}
	told := accounts(entries)
	refs := newRefs(told...)
	v := s.incidentView(&laid, told, refs, rule, r)
	v.whole(&in)
	if v.Decisions, err = s.decisions(r.Context(), docket, entries); err != nil {
		return nil, err
	}
	if err := s.beside(r, &in, &v); err != nil {
		return nil, err
	}
	if err := s.echoes(r, &in, &v); err != nil {
		return nil, err
	}
	if v.Citation, err = s.citeIncident(r, &in); err != nil {
		return nil, err
	}
	return &page{Title: v.Title, Template: "incident", Section: "incidents", Review: refs.review, Main: v}, nil
}

// namedFirst asks for the Statements that the page names besides those that tell a value: in its first links, and by its first
// other identifiers.
func namedFirst(in *dateline.Incident) func([]ledger.Standing) map[string]bool {
	named := map[string]bool{}
	for _, l := range in.Links[:min(len(in.Links), mostLinks)] {
		named[l.A], named[l.B] = true, true
	}
	ids := in.Redirects[:min(len(in.Redirects), mostLinks)]
	for _, id := range in.Statements {
		if len(ids) > 0 && slices.Contains(ids, dateline.IncidentID(id)) {
			named[id] = true
		}
	}
	return func([]ledger.Standing) map[string]bool { return named }
}

// whole says how many reports, copies and statements an incident has of which a part is laid out.
func (v *incidentView) whole(in *dateline.Incident) {
	v.Reports, v.Unread = len(in.Reports), len(in.Reports)-v.Reports
	if v.Unread == 0 {
		return
	}
	v.Hidden = len(in.Statements) - len(v.Accounts)
	copies := map[string]int{} // by the first report of the account
	for _, group := range in.Copies {
		copies["/reports/"+group[0]] = len(group) - 1
	}
	for i := range v.Side.Rows {
		row := &v.Side.Rows[i]
		row.More = max(0, copies[row.Report.Link]-len(row.Copies))
	}
}

// echoes fills in the reports that seem to be about the incident, the first few.
func (s *site) echoes(r *http.Request, in *dateline.Incident, v *incidentView) error {
	few, more := shorten(in.Echoes, mostEchoes, false)
	v.MoreEchoes = more
	ids := make([]string, len(few))
	for i, e := range few {
		ids[i] = e.Report
	}
	all, err := s.view.Summaries(r.Context(), ids)
	if err != nil {
		return err
	}
	of := map[string]*ledger.Summary{}
	for i := range all {
		of[all[i].ID] = &all[i]
	}
	for _, e := range few {
		if one := of[e.Report]; one != nil {
			v.Echoes = append(v.Echoes, echoLine{shown{Text: reportName(one.Title, one.File), Link: "/reports/" + e.Report, Note: outlet(one.Publisher)}, upper(e.Why), score(e.Score)})
		}
	}
	return nil
}

// incidentView words in and its accounts in the order of the page.
func (s *site) incidentView(in *dateline.Incident, told []analysis.Account, r *refs, rule analysis.Rule, req *http.Request) incidentView {
	v := incidentView{ID: in.ID, Title: incidentTitle(in), Tags: incidentTags(in), Reports: len(in.Reports), Independent: in.Independent}
	all := req.URL.Query().Has("all")
	figures, turns := analysis.NewFigures(*in, told), analysis.Responsibility(*in, told)
	headlines, series := figures.Headlines(rule), figures.Series()
	later := laterTurns(turns)
	v.Side = sideBySide(in, told, headlines, later, r, all)
	v.Rules, v.Rule = ruleSwitch(req, rule), rule.Says()
	v.Headlines = headlineLines(headlines, r)
	v.Tolls = tollChart(in, all)
	v.Time, v.Life = tollTime(series), newLifeChart(turns, s.book.Name)
	v.Series, v.MoreSeries = shorten(seriesLines(series, r), mostTurned, all)
	v.Turns, v.MoreTurns = shorten(s.turnLines(turns, r), mostTurned, all)
	v.Drift = driftLines(figures.Drift(), r)
	v.Degrees = s.responsible(in, later, r, all)
	for i, l := range in.Links {
		if i == mostLinks && !all {
			v.MoreLinks = len(in.Links) - i
			break
		}
		v.Links = append(v.Links, linkLine{r.of(l.A), r.of(l.B), upper(l.Why), score(l.Score)})
	}
	for i, a := range told {
		if i == mostTold && !all {
			v.Hidden = len(told) - i
			break
		}
		v.Accounts = append(v.Accounts, r.account(a, ""))
	}
	v.All = with(req, "all", "yes")
	v.Earlier = earlierIDs(in, r)
	if n := len(v.Earlier); n > mostLinks && !all {
		v.Earlier, v.MoreEarlier = v.Earlier[:mostLinks], n-mostLinks
	}
	return v
}

// shorten returns the first of a list, unless all are asked for, and how many are left out.
func shorten[T any](list []T, most int, all bool) ([]T, int) {
	if all || len(list) <= most {
		return list, 0
	}
	return list[:most], len(list) - most
}

// earlierIDs are the other identifiers of an incident whose Statements it has.
func earlierIDs(in *dateline.Incident, r *refs) []earlierID {
	gave := map[string]string{}
	for _, id := range in.Statements {
		gave[dateline.IncidentID(id)] = id
	}
	var out []earlierID
	for _, id := range in.Redirects {
		out = append(out, earlierID{id, r.of(gave[id])})
	}
	return out
}

// score writes a score of 0 to 1; "" for 0, which is 'not said'.
func score(f float64) string {
	if f == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", f)
}

// tollWords gives a toll's words and whose figure it is.
func tollWords(t dateline.Toll) string {
	if t.Counted {
		return sourceWords(t)
	}
	return "“" + tidy(t.Text) + "”, " + byWords(t.By)
}

// sourceWords says whose figure a toll is.
func sourceWords(t dateline.Toll) string {
	if t.Counted {
		return dateline.CountedBy + " from those told one by one"
	}
	return byWords(t.By)
}

// byWords says whose figure it is.
func byWords(by string) string {
	switch by = tidy(by); by {
	case "":
		return "says the report itself"
	case "not said who":
		return "says somebody, not said who"
	}
	return "says " + by
}

// tollChart draws every toll with its speaker, in the order of dateline.Tolls.
func tollChart(in *dateline.Incident, all bool) chart {
	var rows []ranged
	for _, role := range dateline.Tolls {
		for _, t := range in.Tolls {
			if t.Value.Of == role {
				label := string(role) + ": " + countWords(t.Value.Count) + ", " + sourceWords(t.Value)
				rows = append(rows, ranged{upper(label), t.Value.Count})
			}
		}
	}
	rows, _ = shorten(rows, mostRanges, all)
	return ranges("How many, as told", rows)
}

// responsible groups the accounts of who did it by degree, in the order of dateline.Degrees.
func (s *site) responsible(in *dateline.Incident, later map[string]laterTurn, r *refs, all bool) []degreeGroup {
	var out []degreeGroup
	for _, d := range dateline.Degrees {
		g := degreeGroup{Degree: degreeWords(d)}
		for _, p := range in.Perpetrators {
			if p.Value.Degree == d {
				g.Of = append(g.Of, s.responsibleLine(p, later, r))
			}
		}
		if g.Of != nil {
			g.Of, g.More = shorten(g.Of, mostHeld, all)
			out = append(out, g)
		}
	}
	return out
}

func (s *site) responsibleLine(p dateline.Told[dateline.Responsible], later map[string]laterTurn, r *refs) responsibleLine {
	l := responsibleLine{Who: shown{Text: tidy(p.Value.Text), Link: groupLink(p.Value.Actor), Refs: r.of(p.Statements...)},
		Held: shown{Text: heldWords(p.Value)}, Class: classWords(p.Value.Class)}
	if t, ok := laterOf(later, p.Statements); ok {
		l.Who.Later, l.Who.LaterRefs = t.Words, r.of(t.Statements...)
	}
	if p.Value.Actor != "" {
		if name := s.book.Name(p.Value.Actor); name != l.Who.Text {
			l.Who.Note = name
		}
	}
	if p.Value.State != dateline.Known {
		l.State = stateWords(p.Value.State)
	}
	return l
}

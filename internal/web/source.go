package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/calendar"
	"dateline/internal/draw"
	"dateline/internal/ledger"
	"dateline/internal/selection"
)

// sourcesView is the list of sources.
type sourcesView struct {
	Lines []sourceLine
	All   int
	Pager pager
}

// sourceLine is a source in a list.
type sourceLine struct {
	Name      shown // without a link for reports whose publisher is not known
	Reports   int
	Incidents int
	Link      string // of its incidents
	First     string
	Last      string
	Spark     draw.SVG // reports by month
}

// sourceView is a source's page.
type sourceView struct {
	sourceLine
	Undated    int
	Silent     string // for how long, in words; "" if it has the last report
	Statements int
	Facets     []facetView // what it covers
	Copies     int         // of its reports, those that are copies or retellings
	Of         []countLine // of whose
	Ruled      int
	Rejected   int
	Tolls      []countLine
	TollN      int
	TollLooked int // incidents that were looked at
	TollAll    int
	Rule       string
	RuleSays   string
	Views      []tab
}

// countLine is a number of something, with the address of what is counted.
type countLine struct {
	shown
	N int
}

// How much a source's page looks at and lists.
const (
	mostTollIncidents = 150 // the latest ones
	fewestTolls       = 5   // with fewer incidents no share is told
	mostOfCopies      = 12
)

// publishers returns all sources, as they were a few seconds ago in a large ledger.
func (s *site) publishers(ctx context.Context) ([]ledger.Publisher, error) {
	return s.loom.publishers.get(ctx, s.view.Stamp(), s.view.Publishers)
}

// sources lists the sources, those of most reports first.
func (s *site) sources(r *http.Request) (*page, error) {
	skip, err := offset(r)
	if err != nil {
		return nil, err
	}
	all, err := s.publishers(r.Context())
	if err != nil {
		return nil, err
	}
	x, err := s.incidentIndex(r.Context())
	if err != nil {
		return nil, err
	}
	sel, err := s.selection(r.Context(), x, selection.Query{})
	if err != nil {
		return nil, err
	}
	rest := all[min(skip, len(all)):]
	v := sourcesView{All: len(all), Pager: newPager(r, skip, s.opts.PerPage, len(rest))}
	months, err := s.months(r.Context())
	if err != nil {
		return nil, err
	}
	incidents := map[string]int{}
	for _, f := range sel.Facets {
		for _, value := range f.Values {
			if f.Name == "source" {
				incidents[value.Value] = value.Count
			}
		}
	}
	for _, p := range rest[:min(len(rest), s.opts.PerPage)] {
		v.Lines = append(v.Lines, newSourceLine(p, incidents[cmp.Or(p.Name, selection.NoSource)], months))
	}
	return &page{Title: "Sources", Template: "sources", Section: "reports", Main: v}, nil
}

func newSourceLine(p ledger.Publisher, incidents int, months pressMonths) sourceLine {
	l := sourceLine{Name: shown{Text: cmp.Or(outlet(p.Name), "publisher not known"), Link: sourceLink(p.Name)}, Reports: p.Reports, Incidents: incidents,
		Link: at("/incidents", selection.Query{}.Only("source", cmp.Or(p.Name, selection.NoSource))), First: edtfOrNone(p.First), Last: edtfOrNone(p.Last)}
	l.Spark = draw.Spark{Label: "Reports by month, " + months.words(), Counts: months.of[p.Name]}.SVG()
	return l
}

// sourceLink is the address of a source's page; "" for one that is not known, or whose name is too long for an address.
func sourceLink(name string) string {
	link := "/sources/" + url.PathEscape(name)
	if name == "" || len(link) > longestURL {
		return ""
	}
	return link
}

// pressMonths is how many reports each publisher has in each month from the first to the last.
type pressMonths struct {
	first, last string
	of          map[string][]int
}

func (m pressMonths) words() string { return edtfWords(m.first) + " to " + edtfWords(m.last) }

// mostSparks is how many bars a sparkline has at most.
const mostSparks = 60

// months counts reports by month of publication over the last five years of the ledger.
func (s *site) months(ctx context.Context) (pressMonths, error) {
	all, err := s.presses.get(ctx, s.view.Stamp(), s.newPresses)
	m := pressMonths{of: map[string][]int{}}
	if err != nil || len(all) == 0 {
		return m, err
	}
	m.first, m.last = all[0].Month, all[0].Month
	for _, p := range all {
		m.first, m.last = min(m.first, p.Month), max(m.last, p.Month)
	}
	m.first = max(m.first, monthBack(m.last, mostSparks-1))
	n := monthsBetween(m.first, m.last) + 1
	for _, p := range all {
		if p.Month < m.first {
			continue
		}
		if m.of[p.Publisher] == nil {
			m.of[p.Publisher] = make([]int, n)
		}
		m.of[p.Publisher][monthsBetween(m.first, p.Month)] += p.Reports
	}
	return m, nil
}

// monthNumber counts months; 0 for what is none.
func monthNumber(month string) int {
	d, ok := calendar.Parse(month + "-01")
	if !ok {
		return 0
	}
	y, m, _ := d.Date()
	return 12*y + m - 1
}

func monthsBetween(a, b string) int { return monthNumber(b) - monthNumber(a) }

// monthBack is the month so many before; not before the year 1.
func monthBack(month string, n int) string {
	at := max(monthNumber(month)-n, 12)
	return fmt.Sprintf("%04d-%02d", at/12, at%12+1)
}

// source shows what a source covers, and how what it told stands to the rest.
func (s *site) source(r *http.Request) (*page, error) {
	ctx, name := r.Context(), r.PathValue("publisher")
	all, err := s.publishers(ctx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(p ledger.Publisher) bool { return p.Name == name && name != "" })
	if i < 0 {
		return nil, &fault{http.StatusNotFound, "There is no such source", "No report in this ledger is of a publisher of that name."}
	}
	x, err := s.incidentIndex(ctx)
	if err != nil {
		return nil, err
	}
	q := selection.Query{}.Only("source", name)
	sel, err := s.selection(ctx, x, q)
	if err != nil {
		return nil, err
	}
	months, err := s.months(ctx)
	if err != nil {
		return nil, err
	}
	v := sourceView{sourceLine: newSourceLine(all[i], len(sel.Lines), months), Undated: all[i].Undated, Silent: silence(all[i], all)}
	e := s.explore("list", sel)
	for _, f := range e.Facets {
		if slices.Contains([]string{"group", "country", "kind"}, f.Name) {
			v.Facets = append(v.Facets, f)
		}
	}
	v.Views = e.Tabs
	if err := s.published(ctx, name, &v); err != nil {
		return nil, err
	}
	if err := s.tolls(ctx, name, sel, &v); err != nil {
		return nil, err
	}
	return &page{Title: v.Name.Text, Template: "source", Section: "reports", Main: v}, nil
}

// silence says for how long a source has no report here, up to the last report of any; "" if it has that one, or no
// report of it has a date.
func silence(p ledger.Publisher, all []ledger.Publisher) string {
	last := ""
	for _, x := range all {
		last = max(last, x.Last)
	}
	from, ok := calendar.Parse(p.Last)
	to, known := calendar.Parse(last)
	if !ok || !known || from >= to {
		return ""
	}
	return plural(int(to-from), "day") + " before the last report of any source here, of " + edtfWords(last)
}

// published fills in how much of a source is copied, and what people made of it.
func (s *site) published(ctx context.Context, name string, v *sourceView) error {
	said, err := s.view.PublishedBy(ctx, name)
	if err != nil {
		return err
	}
	copies, err := s.loom.copies.get(ctx, s.view.Stamp(), s.view.Copies)
	if err != nil {
		return err
	}
	v.Statements = said.Statements
	var first []string
	of := map[string]int{} // reports of this source by the report that they copy
	for _, id := range said.Reports {
		if to := copies[id]; to != "" {
			first = append(first, to)
			of[to]++
			v.Copies++
		}
	}
	from, err := s.view.Sources(ctx, unique(first))
	if err != nil {
		return err
	}
	whose := map[string]int{}
	for _, x := range from {
		whose[x.Publisher] += of[x.Report]
	}
	for publisher, n := range whose {
		v.Of = append(v.Of, countLine{shown{Text: cmp.Or(outlet(publisher), "publisher not known"), Link: sourceLink(publisher)}, n})
	}
	slices.SortFunc(v.Of, func(x, y countLine) int { return cmp.Or(y.N-x.N, cmp.Compare(x.Text, y.Text)) })
	v.Of = v.Of[:min(len(v.Of), mostOfCopies)]
	docket, err := s.view.DocketOf(ctx, said.Ruled)
	if err != nil {
		return err
	}
	for _, id := range said.Ruled {
		switch docket.State(id) {
		case dateline.Rejected:
			v.Rejected++
			v.Ruled++
		case dateline.Accepted, dateline.Corrected:
			v.Ruled++
		}
	}
	return nil
}

// tolls compares the latest figures of the source with those of the incidents.
func (s *site) tolls(ctx context.Context, name string, sel selection.Selection, v *sourceView) error {
	var ids []string
	for _, l := range sel.Lines {
		if l.Killed != nil && len(l.Sources) > 1 {
			v.TollAll++
			if len(ids) < mostTollIncidents {
				ids = append(ids, l.ID)
			}
		}
	}
	v.TollLooked = len(ids)
	incidents, err := s.view.IncidentsByID(ctx, ids)
	if err != nil {
		return err
	}
	var statements []string
	own := func(all []ledger.Standing) map[string]bool {
		asked := map[string]bool{}
		for _, x := range all {
			asked[x.ID] = x.Publisher == name
		}
		return asked
	}
	for i := range incidents {
		if incidents[i], err = s.thin(ctx, &incidents[i], own); err != nil {
			return err
		}
		statements = append(statements, incidents[i].Statements...)
	}
	entries, err := s.view.Statements(ctx, unique(statements))
	if err != nil {
		return err
	}
	said := map[string]analysis.Account{}
	for _, a := range accounts(entries) {
		said[a.ID] = a
	}
	t := analysis.NewTollRecord(name, incidents, said, analysis.Rules[0])
	v.Rule, v.RuleSays, v.TollN = string(t.Rule), t.Rule.Says(), t.N()
	if t.N() < fewestTolls {
		return nil
	}
	for _, c := range []struct {
		words string
		ids   []string
	}{{"the same as the figure of all accounts", t.Same}, {"above it", t.Above}, {"below it", t.Below}, {"revised by the source itself later", t.Revised}} {
		line := countLine{shown{Text: c.words}, len(c.ids)}
		if len(c.ids) > 0 {
			line.Link, line.Note = "/incidents/"+c.ids[0], "for example"
		}
		v.Tolls = append(v.Tolls, line)
	}
	return nil
}

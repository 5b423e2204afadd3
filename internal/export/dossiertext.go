package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// mostShown is how many entries of a list a text for people has, unless all are asked for.
const mostShown = 6

// cut writes the first of a list, and says how many more there are.
func cut[T any](s *sheet, all []T, how Detail, write func(T)) {
	n := len(all)
	if !how.All {
		n = min(n, mostShown)
	}
	for _, x := range all[:n] {
		write(x)
	}
	if n < len(all) {
		s.item(2, fmt.Sprintf("... and %d more: --all shows them", len(all)-n))
	}
}

// momentWords says when an account is about, or else that only its publication is known.
func momentWords(m analysis.Moment) string {
	switch {
	case !m.Of.IsZero():
		return dateWords(m.Of)
	case !m.Said.IsZero():
		return "time not told, published " + dateWords(m.Said)
	}
	return "time not told"
}

// uses writes the names, with when the record has them and when reports use them.
func (s *sheet) uses(all []analysis.NameUse) {
	rows := [][]string{}
	var unused []string
	for _, u := range all {
		if len(u.Statements) == 0 {
			words := oneLine(u.Name.Name)
			if c := u.Curated; c.From+c.To != "" {
				words += " (" + until(c.From, c.To) + ")"
			}
			unused = append(unused, words)
			continue
		}
		rows = append(rows, []string{u.Name.Name, useWords(u)})
	}
	s.heading("Names")
	s.rows(2, rows)
	if len(unused) > 0 {
		s.item(2, "In the record only: "+strings.Join(unused, "; "))
	}
}

func useWords(u analysis.NameUse) string {
	words := plural(len(u.Statements), "statement")
	switch {
	case u.First.IsZero():
		words += " in reports without a date"
	case u.First.From == u.Last.From:
		words += " in reports of " + dateWords(u.First)
	default:
		words += fmt.Sprintf(" in reports of %s to %s", dateWords(u.First), dateWords(u.Last))
	}
	switch c := u.Curated; {
	case c == nil:
		words += "; not in the record"
	case c.From+c.To != "":
		words += "; record: " + until(c.From, c.To)
	}
	return words
}

// leaders writes who is said to lead, from when and until when, and what says so.
func (s *sheet) leaders(all []analysis.Leader, how Detail) {
	if len(all) == 0 {
		return
	}
	s.heading("Leaders, as told")
	cut(s, all, how, func(l analysis.Leader) {
		s.item(2, fmt.Sprintf("%s: from %s, to %s", oneLine(l.Name), timesWords(l.From()), timesWords(l.To())))
		cut(s, l.Terms, how, func(t analysis.Term) {
			s.account(4, string(t.Tenure)+", "+momentWords(t.At)+": ", t.Account, how.Why)
		})
	})
}

// timesWords lists the times that are told; that none is is said.
func timesWords(all []dateline.Told[dateline.Date]) string {
	var out []string
	for _, d := range all {
		out = append(out, dateWords(d.Value))
	}
	if out == nil {
		return "(not told)"
	}
	return strings.Join(out, " or ")
}

// estimates writes the series of strengths.
func (s *sheet) estimates(all []analysis.Estimate, how Detail) {
	if len(all) == 0 {
		return
	}
	s.heading("Strength, in the order of time; no estimate is preferred")
	cut(s, all, how, func(e analysis.Estimate) {
		words := "no figure"
		if e.Count != nil {
			words = countWords(*e.Count)
		}
		if e.Counted != "" {
			words += " " + oneLine(e.Counted)
		}
		words = momentWords(e.At) + ": " + words
		if len(e.Hedges) > 0 {
			words += "; held back by '" + strings.Join(e.Hedges, "', '") + "'"
		}
		s.item(2, words)
		s.account(4, "", e.Account, how.Why)
	})
}

func (s *sheet) grounds(all []analysis.Ground, how Detail) {
	if len(all) == 0 {
		return
	}
	s.heading("Territory gained and lost")
	cut(s, all, how, func(g analysis.Ground) {
		words := momentWords(g.At) + ": " + map[bool]string{true: "gained", false: "lost"}[g.Gained]
		if !g.Account.Reality.Counts() {
			words += " (" + string(g.Account.Reality) + ")"
		}
		s.item(2, words+" "+cmp.Or(oneLine(g.Words), "(where is not told)"))
		s.account(4, "", g.Account, how.Why)
	})
}

func (s *sheet) listings(all []analysis.Listing, how Detail) {
	if len(all) == 0 {
		return
	}
	s.heading("Designations")
	cut(s, all, how, func(l analysis.Listing) {
		if c := l.Curated; c != nil {
			s.item(2, fmt.Sprintf("by %s: %s, %s (record)", c.By, c.As, until(c.From, c.To)))
			return
		}
		s.item(2, fmt.Sprintf("by %s, %s (told)", cmp.Or(oneLine(l.By), "(not told)"), momentWords(l.At)))
		s.account(4, "", *l.Account, how.Why)
	})
}

// themes writes the assessments by what they are about; one that is about several is quoted once.
func (s *sheet) themes(all []analysis.Theme, how Detail) {
	if len(all) == 0 {
		return
	}
	s.heading("Assessments: opinions of those who give them, by theme")
	seen := map[string]bool{}
	for _, t := range all {
		s.item(2, fmt.Sprintf("%s (%s)", cmp.Or(t.Name, "no theme in its words"), plural(len(t.Accounts), "assessment")))
		first := slices.DeleteFunc(slices.Clone(t.Accounts), func(a analysis.Account) bool { return seen[a.ID] })
		cut(s, first, how, func(a analysis.Account) {
			seen[a.ID] = true
			s.account(4, "", a, how.Why)
		})
	}
}

func (s *sheet) measures(all []analysis.Measure, how Detail) {
	if len(all) == 0 {
		return
	}
	s.heading("Arrests, charges, trials and raids: accused is not guilty")
	for _, m := range all {
		s.item(2, fmt.Sprintf("%s: told in %s", m.Kind, plural(len(m.Steps), "statement")))
		cut(s, m.Steps, how, func(x analysis.Step) {
			words := momentWords(x.At)
			if x.Words != "" {
				words += ", " + oneLine(x.Words)
			}
			if x.Where != nil {
				words += ", " + x.Where.Name
			}
			s.account(4, words+": ", x.Account, how.Why)
		})
	}
}

func (s *sheet) plots(all []analysis.PlotYear, how Detail) {
	if len(all) == 0 {
		return
	}
	s.heading("Plots: these did not happen")
	for _, y := range all {
		s.item(2, fmt.Sprintf("%s: foiled in %s, planned or possible in %s", cmp.Or(y.Year, "year not told"), plural(len(y.Foiled), "statement"), plural(len(y.Planned), "statement")))
		cut(s, append(slices.Clone(y.Foiled), y.Planned...), how, func(a analysis.Account) { s.account(4, "", a, how.Why) })
	}
}

// operations writes the counts of what the group is held responsible for.
func (s *sheet) operations(d *analysis.Dossier, how Detail) {
	s.heading("Operations: incidents for which somebody holds it responsible")
	if d.Total.N()+d.Retold.N() == 0 {
		s.item(2, "None in this ledger.")
	} else {
		s.item(2, fmt.Sprintf("%s told as news, %d more only as background. None of them is a finding.", plural(d.Total.N(), "incident"), d.Retold.N()))
		s.rows(4, degreeRows(d.Degrees))
		s.item(2, fmt.Sprintf("Killed, by the rule %s: %s", d.Rule, killedWords(&d.Total)))
	}
	s.item(2, fmt.Sprintf("Apart from these: %d against it, %d that only a denial or a possibility ties to it, %d that did not happen, %d in which it figures otherwise.",
		d.Against.N(), d.HeldApart.N(), d.Plotted.N(), d.Otherwise.N()))
	s.buckets(byYear, d.Years, how)
	s.buckets("by kind", d.Kinds, how)
	s.buckets("by country", d.Countries, how)
	s.slices(d.Slices, how)
	s.whereabouts(d)
	for _, t := range []struct {
		name string
		all  []analysis.Typed
	}{{"Targets", d.Targets}, {"Victims", d.Victims}, {"Weapons", d.Weapons}} {
		s.typed(t.name, t.all)
	}
	s.claims(d.Claims)
	for _, t := range d.Trends {
		s.trend(t, how)
	}
}

func degreeRows(all []analysis.DegreeNumber) [][]string {
	rows := [][]string{}
	for _, g := range all {
		words := fmt.Sprint(g.News.N())
		if g.Retold.N() > 0 {
			words += fmt.Sprintf(" and %d as background", g.Retold.N())
		}
		rows = append(rows, []string{string(g.Degree), words})
	}
	return rows
}

// killedWords says what headlines add up to, and of how many incidents there is no figure.
func killedWords(t *analysis.Tally) string {
	words := "no figure"
	if t.Figure.N() > 0 {
		words = sumWords(t) + " in " + plural(t.Figure.N(), "incident") + " with a figure"
	}
	return fmt.Sprintf("%s; none killed in %d, number unknown in %d, not reported in %d", words, t.Zero.N(), t.Unknown.N(), t.NotReported.N())
}

// sumWords writes low, best and high as far as the rule has them.
func sumWords(t *analysis.Tally) string {
	var out []string
	for _, x := range []struct {
		name string
		n    *int
	}{{"low", t.Low}, {"best", t.Best}, {"high", t.High}} {
		if x.n != nil {
			out = append(out, fmt.Sprintf("%s %d", x.name, *x.n))
		}
	}
	words := strings.Join(out, ", ")
	if t.Open > 0 {
		words += " or more"
	}
	return words
}

// buckets writes counts as a table: the latest of times, the most frequent of others.
func (s *sheet) buckets(name string, all []analysis.Bucket, how Detail) {
	from, to := 0, len(all)
	if !how.All && to > mostShown {
		to = mostShown
		if name == byYear {
			from, to = len(all)-mostShown, len(all)
		}
	}
	rows := [][]string{}
	for _, b := range all[from:to] {
		rows = append(rows, append([]string{cmp.Or(b.Key, "not known"), fmt.Sprint(b.News.N()), fmt.Sprint(b.Retold.N())}, tallyCells(&b.News)...))
	}
	s.tallies(append([]string{name, "incidents", "background"}, tallyHead...), rows, len(all)-len(rows))
}

const byYear = "by year"

// slices writes counts by month, kind and country, the latest first.
func (s *sheet) slices(all []analysis.Slice, how Detail) {
	n := len(all)
	if !how.All {
		n = min(n, 2*mostShown)
	}
	rows := [][]string{}
	for i := range n {
		c := &all[len(all)-1-i]
		rows = append(rows, append([]string{cmp.Or(c.Month, "not known"), string(c.Kind), cmp.Or(c.Country, "not known"), fmt.Sprint(c.N())}, tallyCells(&c.Tally)...))
	}
	s.tallies(append([]string{"by month", "kind", "country", "incidents"}, tallyHead...), rows, len(all)-n)
}

var tallyHead = []string{"killed: low/best/high", "none", "unknown", "not reported"}

// tallyCells are what headlines add up to, and how many incidents have no figure and why.
func tallyCells(t *analysis.Tally) []string {
	killed := "-"
	if t.Figure.N() > 0 {
		killed = boundWords(t.Low) + "/" + boundWords(t.Best) + "/" + boundWords(t.High)
		if t.Open > 0 {
			killed += " or more"
		}
	}
	return []string{killed, fmt.Sprint(t.Zero.N()), fmt.Sprint(t.Unknown.N()), fmt.Sprint(t.NotReported.N())}
}

func boundWords(n *int) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprint(*n)
}

func (s *sheet) tallies(head []string, rows [][]string, more int) {
	if len(rows) == 0 {
		return
	}
	s.blank()
	s.rows(2, append([][]string{head}, rows...))
	if more > 0 {
		s.item(2, fmt.Sprintf("... and %d more: --all shows them", more))
	}
}

// whereabouts writes the share abroad by year, with the sources' mix under it.
func (s *sheet) whereabouts(d *analysis.Dossier) {
	s.blank()
	s.line(2, "Home and abroad")
	if len(d.Home) == 0 {
		s.item(4, "The record has no home area: nothing can be said to be abroad.")
		return
	}
	s.item(4, "Home is "+strings.Join(d.Home, ", ")+", by the record.")
	for _, w := range d.Places {
		s.item(4, fmt.Sprintf("%s: abroad %s; %d at home, %d with no country known, %d by an inferred place",
			cmp.Or(w.Year, "year not known"), w.Share, w.Home.N(), w.Unknown.N(), w.Inferred.N()))
		s.item(6, fmt.Sprintf("told by %s, %s: %s", plural(len(w.Reports), "report"), plural(w.Independent, "independent account"), mixWords(w.Mix)))
	}
}

func mixWords(all []analysis.Mix) string {
	var out []string
	for i, m := range all {
		if i == mostShown {
			out = append(out, fmt.Sprintf("and %d more publishers", len(all)-i))
			break
		}
		out = append(out, fmt.Sprintf("%s %d", cmp.Or(oneLine(m.Publisher), "publisher not known"), m.N()))
	}
	return strings.Join(out, ", ")
}

func (s *sheet) typed(name string, all []analysis.Typed) {
	if len(all) == 0 {
		return
	}
	var out []string
	for _, t := range all {
		words := t.Type
		switch t.Type {
		case analysis.None:
			words = "not told"
		case analysis.Untyped:
			words = "told in other words"
		}
		out = append(out, fmt.Sprintf("%s %d", words, t.N()))
	}
	s.item(2, name+": "+strings.Join(out, ", "))
}

func (s *sheet) claims(c analysis.Claims) {
	s.item(2, fmt.Sprintf("Claims: it claimed %d; others claimed %d; %d are attributed to it and claimed by nobody; %d somebody denies.",
		c.Own.N(), c.Other.N(), c.None.N(), c.Denied.N()))
	for _, b := range c.By {
		name := "'" + oneLine(b.Words) + "'"
		if b.Actor != "" {
			name = actorName(b.Actor)
		}
		s.item(4, fmt.Sprintf("claimed by %s: %d", name, len(b.Incidents)))
	}
}

// trend writes the last periods of a window, and what the panel is.
func (s *sheet) trend(t analysis.Trend, how Detail) {
	s.blank()
	s.line(2, "Trend by "+t.Unit)
	if len(t.Points) == 0 {
		s.item(4, "None: no operation and no dated report of a known publisher lie in one window.")
		return
	}
	s.item(4, fmt.Sprintf("Window %s to %s. Panel: %s with a report of every %s of it, of %d publishers%s.", t.From, t.To,
		plural(len(t.Publishers), "publisher"), t.Unit, len(t.Publishers)+t.Others, panelWords(t.Publishers)))
	rows := [][]string{}
	for _, p := range t.Points {
		if !p.Silent || p.All.N() > 0 {
			rows = append(rows, []string{p.Time, "all: " + p.Change.String(), onPanelWords(t, p)})
		}
	}
	if n := 2 * mostShown; !how.All && len(rows) > n {
		rows = rows[len(rows)-n:]
	}
	s.item(4, "A "+t.Unit+" from which the ledger has no report is left out.")
	s.rows(4, rows)
	if t.Outside.N() > 0 {
		s.item(4, plural(t.Outside.N(), "operation")+" in no period of the window.")
	}
}

func onPanelWords(t analysis.Trend, p analysis.Point) string {
	if len(t.Publishers) == 0 {
		return "no panel"
	}
	return "panel: " + p.OnPanel.String()
}

func panelWords(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return ": " + oneLine(strings.Join(all[:min(len(all), mostShown)], ", "))
}

// snapshot writes what stood on a day.
func (s *sheet) snapshot(p *analysis.Snapshot) {
	s.heading("On " + p.Day)
	s.item(2, "The record by its dates; of what reports tell, what had begun or was published by then. How long it held nobody says.")
	var names []string
	for _, n := range p.Names {
		if n.Fit == analysis.Inside || n.Fit == analysis.AtEdge || len(n.Value.Statements) > 0 {
			names = append(names, oneLine(n.Value.Name.Name)+fitWords(n.Fit))
		}
	}
	if names != nil {
		s.item(2, "Names: "+strings.Join(names, "; "))
	}
	s.bonds("Origin and parent", p.Parents)
	s.bonds("Relations", p.Relations)
	for _, l := range p.Listings {
		s.item(2, "Listed by "+cmp.Or(oneLine(l.Value.By), "(not told)")+fitWords(l.Fit))
	}
	for _, l := range p.Leaders {
		t := l.Terms[len(l.Terms)-1]
		s.item(2, fmt.Sprintf("Leader: %s %s (%s)", oneLine(l.Name), t.Tenure, momentWords(t.At)))
	}
	if n := len(p.Strength); n > 0 {
		e := p.Strength[n-1]
		words := "no figure"
		if e.Count != nil {
			words = countWords(*e.Count)
		}
		s.item(2, fmt.Sprintf("Strength, the last of %s: %s (%s, by %s)", plural(n, "estimate"), words, momentWords(e.At), chainWords(e.Account.By)))
	}
	if n := len(p.Territory); n > 0 {
		s.item(2, plural(n, "account")+" of territory gained or lost by then")
	}
}

// fitWords says how firmly the record's dates hold on the day.
func fitWords(f analysis.Fit) string {
	switch f {
	case analysis.Inside:
		return " (record)"
	case analysis.AtEdge:
		return " (record, perhaps: its dates are not exact)"
	case analysis.Dateless:
		return " (record, without dates)"
	}
	return " (told)"
}

func (s *sheet) bonds(name string, all []analysis.Bond) {
	if len(all) == 0 {
		return
	}
	s.line(2, name)
	for _, b := range all {
		words := oneLine(b.Words)
		if b.Other != "" {
			words = actorName(b.Other)
		}
		var out []string
		for _, r := range b.Readings {
			out = append(out, readingWords(r))
		}
		if b.Contested {
			words += ", contested"
		}
		s.item(4, words+": "+strings.Join(out, "; "))
	}
}

// readingWords says of one tie what speaks for it and against it.
func readingWords(r analysis.Reading) string {
	words := r.Word
	if r.Record != analysis.Outside {
		words += fitWords(r.Record)
	}
	if len(r.Told) > 0 {
		words += fmt.Sprintf(" (told in %s)", plural(len(r.Told), "statement"))
	}
	if len(r.Denied) > 0 {
		words += fmt.Sprintf(" (denied or doubted in %s)", plural(len(r.Denied), "statement"))
	}
	return words
}

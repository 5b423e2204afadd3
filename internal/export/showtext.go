package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/review"
)

// byDate orders reports by date of publication, unknown last, then by identifier.
func byDate(a, b *dateline.Report) int {
	return cmp.Or(cmp.Compare(boolInt(a.Published.From == ""), boolInt(b.Published.From == "")),
		cmp.Compare(a.Published.From, b.Published.From), cmp.Compare(a.ID, b.ID))
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func incidentHead(in dateline.Incident) string {
	words := string(in.Kind)
	if len(in.Places) > 0 {
		words += ", " + placeWords(in.Places[0].Value)
	}
	if len(in.Dates) > 0 {
		words += ", " + dateWords(in.Dates[0].Value)
	}
	return words
}

func realityWords(in dateline.Incident) string {
	if in.Background {
		return string(in.Reality) + ", background: no report tells it as news"
	}
	return string(in.Reality)
}

// seriesWords says of what coordinated whole an incident is; "" if it is none.
func seriesWords(in dateline.Incident) string {
	switch {
	case in.Series == "":
		return ""
	case in.Whole:
		return "tells several parts of the series " + in.Series + " at once; not counted beside them"
	}
	return "a part of the series " + in.Series
}

// numbers gives each identifier its place in the list, counted from 1.
func numbers(ids []string) map[string]int {
	out := map[string]int{}
	for i, id := range ids {
		out[id] = i + 1
	}
	return out
}

func refs(ids []string, number map[string]int) string {
	var out strings.Builder
	for _, id := range ids {
		fmt.Fprintf(&out, "[%d]", number[id])
	}
	return out.String()
}

// decisions writes the history of what people ruled; nothing if nobody did.
func (s *sheet) decisions(rulings []review.Ruled) {
	if len(rulings) == 0 {
		return
	}
	s.heading("What people ruled")
	for _, d := range rulings {
		s.item(2, DecisionWords(d, StandingOf(d, func(string) bool { return false })))
	}
}

func (s *sheet) links(in dateline.Incident, number map[string]int, why bool) {
	if !why {
		return
	}
	if len(in.Links) > 0 {
		s.heading("Why these are one incident")
	}
	for _, l := range in.Links {
		s.item(2, fmt.Sprintf("%s %.2f: %s", refs([]string{l.A, l.B}, number), l.Score, l.Why))
	}
	if len(in.Echoes) > 0 {
		s.heading("Also about it, it seems, though nothing was read there")
	}
	for _, e := range in.Echoes {
		s.item(2, fmt.Sprintf("report %s %.2f: %s", e.Report, e.Score, e.Why))
	}
}

// account writes one Statement: what and on whose word, where from, and its sentence.
func (s *sheet) account(indent int, mark string, a analysis.Account, why bool) {
	head := fmt.Sprintf("%s%s, %s, %s by %s", mark, a.Kind, a.Reality, a.Stance, chainWords(a.By))
	if a.Background {
		head += " · background"
	}
	if a.Review != dateline.Unreviewed {
		head += " · " + string(a.Review)
	}
	s.item(indent, head)
	s.item(indent+2, "> "+a.Quote)
	s.item(indent+2, sourceWords(a.Report)+" · statement "+a.ID)
	if why {
		rows := [][]string{}
		for _, p := range a.Parts {
			rows = append(rows, []string{string(p.Role), oneLine(p.Full()), valueWords(p)})
		}
		s.rows(indent+4, rows)
	}
}

func valueWords(v analysis.Value) string {
	if v.Meaning == nil {
		return ""
	}
	return meaningWords(*v.Meaning) + because(v.Meaning.Why, true)
}

// chainWords says on whose word, and through whom.
func chainWords(by []analysis.Voice) string {
	if len(by) == 0 {
		return "the report itself"
	}
	var out []string
	for _, v := range by {
		words := oneLine(v.Full())
		if words == "" {
			words = "somebody, not said who"
		} else if v.About != "" && !strings.Contains(v.About, words) {
			words += ", " + oneLine(v.About)
		}
		out = append(out, words)
	}
	return strings.Join(out, ", through ")
}

func sourceWords(r *dateline.Report) string {
	words := reportName(r)
	if r.Publisher != "" {
		words += ", " + r.Publisher
	}
	if !r.Published.IsZero() {
		words += ", " + dateWords(r.Published)
	}
	return words
}

// Detail says how much a text for people tells.
type Detail struct {
	Why bool // what the words of each statement mean and why
	All bool // every entry of long lists
}

// Text writes the profile for people, section by section; one without content is left out, and of a long
// list it has the first entries and says how many more there are.
func (g Group) Text(w io.Writer, how Detail) error {
	s := newSheet(w)
	p, d := g.Profile, &g.Dossier
	s.title(p.Actor.Name)
	s.record(p.Actor)
	if g.At != nil {
		s.snapshot(g.At)
	}
	s.uses(d.Uses)
	s.ties("Origin and parent", p.Parents, how)
	s.accounts("Founding", p.Founding, how)
	s.leaders(d.Leaders, how)
	s.accounts("Leadership without a name", unnamed(p.Leaders, d.Leaders), how)
	s.estimates(d.Strength, how)
	s.chains(d.Drift, statementRefs)
	s.grounds(d.Territory, how)
	for _, sec := range []section{{"Area of operation", p.Area}, {"Members", p.Members}, {"Funding", p.Funding}, {"Strategy", p.Strategy}} {
		s.accounts(sec.name, sec.accounts, how)
	}
	s.ties("Relations", p.Relations, how)
	s.listings(d.Listings, how)
	s.operations(d, how)
	s.incidents(p, how)
	s.accounts("Threats and warnings: words, not incidents", p.Threats, how)
	s.plots(d.Plots, how)
	s.measures(d.Measures, how)
	s.themes(d.Themes, how)
	for _, sec := range []section{{"In the group's own words", p.Voiced}, {"Other statements", p.Rest}, {"Rejected in review", p.Rejected}} {
		s.accounts(sec.name, sec.accounts, how)
	}
	s.blank()
	return s.end()
}

// unnamed are the accounts of leadership that tell of no Leader.
func unnamed(all []analysis.Account, told []analysis.Leader) []analysis.Account {
	has := map[string]bool{}
	for _, l := range told {
		for _, t := range l.Terms {
			has[t.Account.ID] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(a analysis.Account) bool { return has[a.ID] })
}

type section struct {
	name     string
	accounts []analysis.Account
}

func (s *sheet) record(a dateline.Actor) {
	rows := [][]string{{"group", a.ID}}
	add := func(label, words string) {
		if words != "" {
			rows = append(rows, []string{label, words})
		}
	}
	add("kind", string(a.Kind))
	add("home", strings.Join(a.Home, ", "))
	add("area", a.Area)
	add("founded", a.Founded)
	add("ended", a.Ended)
	add("summary", a.Summary)
	s.rows(0, rows)
	if len(a.Sources) > 0 {
		s.line(0, "This is the curated record, which names its sources. All below is what reports say.")
	}
}

// until words a time with open ends.
func until(from, to string) string {
	switch {
	case from == "" && to == "":
		return "no dates"
	case to == "":
		return "since " + from
	case from == "":
		return "until " + to
	}
	return from + " to " + to
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func (s *sheet) ties(name string, all []analysis.Tie, how Detail) {
	if len(all) == 0 {
		return
	}
	s.heading(name)
	for _, t := range all {
		words := t.Word + " " + oneLine(t.Words)
		if t.Other != "" {
			words = t.Word + " " + actorName(t.Other)
		}
		if t.Curated != nil {
			words += " (record: " + until(t.Curated.From, t.Curated.To) + ")"
		}
		s.item(2, words)
		cut(s, t.Accounts, how, func(a analysis.Account) { s.account(4, "", a, how.Why) })
	}
}

func (s *sheet) accounts(name string, all []analysis.Account, how Detail) {
	if len(all) == 0 {
		return
	}
	s.heading(name)
	cut(s, all, how, func(a analysis.Account) { s.account(2, "", a, how.Why) })
}

// incidents lists those in which the group figures, the latest first, those without a date last.
func (s *sheet) incidents(p analysis.Profile, how Detail) {
	if len(p.Incidents) == 0 {
		return
	}
	s.heading("Incidents: claimed, blamed and suspected are different things")
	all := latestFirst(p.Incidents)
	shown := all
	if !how.All {
		shown = all[:min(len(all), 4*mostShown)]
	}
	rows := [][]string{}
	for _, i := range shown {
		rows = append(rows, []string{dateHead(i.Incident), string(i.Incident.Kind), placeHead(i.Incident), heldWords(i)})
	}
	s.rows(2, rows)
	if len(shown) < len(all) {
		s.item(2, fmt.Sprintf("... and %d more: --all shows them", len(all)-len(shown)))
	}
}

// latestFirst turns the order by date round; incidents without a fixed date stay last.
func latestFirst(all []analysis.Involvement) []analysis.Involvement {
	dated := func(v analysis.Involvement) bool {
		return slices.ContainsFunc(v.Incident.Dates, func(d dateline.Told[dateline.Date]) bool { return d.Value.Fixed() })
	}
	var out, last []analysis.Involvement
	for _, v := range all {
		if dated(v) {
			out = append(out, v)
		} else {
			last = append(last, v)
		}
	}
	slices.Reverse(out)
	return append(out, last...)
}

func dateHead(in dateline.Incident) string {
	if len(in.Dates) == 0 {
		return "no date"
	}
	return dateWords(in.Dates[0].Value)
}

func placeHead(in dateline.Incident) string {
	if len(in.Places) == 0 {
		return "no place"
	}
	return in.Places[0].Value.Name
}

// heldWords says what a row of a profile says of an incident: how the group is held responsible and
// by whom, the deaths, and what to call it by.
func heldWords(i analysis.Involvement) string {
	var out []string
	for _, h := range i.Held {
		out = append(out, string(h.Value.Degree)+byWords(h.Value.By))
	}
	for _, t := range i.Incident.Tolls {
		if t.Value.Of == dateline.KilledRole {
			out = append(out, t.Value.Count.String()+" killed"+byWords(t.Value.Source()))
		}
	}
	if i.Incident.Background {
		out = append(out, "background")
	}
	return strings.Join(append(out, "incident "+i.Incident.ID), "; ")
}

func byWords(by string) string {
	if by == "" {
		return ""
	}
	return " (" + oneLine(by) + ")"
}

package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// Text writes the incident for people: how many by the rule, each field with all accounts of it and what stands behind
// each, the tolls and the responsibility in time, where a figure drifted, and the statements that all of it rests
// on. With why, also what was set aside, and the reasons for which they are one incident.
func (h Happening) Text(w io.Writer, why bool) error {
	s := newSheet(w)
	in := h.Incident
	s.title(incidentHead(in))
	s.rows(0, slices.DeleteFunc([][]string{{"incident", in.ID}, {"reality", realityWords(in)}, {"series", seriesWords(in)},
		{"told by", fmt.Sprintf("%s, %d independent", plural(len(in.Reports), "report"), in.Independent)},
		{"review", string(reviewsOf(h.cited).Of(in.Statements...))}}, func(row []string) bool { return row[1] == "" }))
	number := numbers(in.Statements)
	s.headlines(h, number, why)
	for _, f := range fields(in) {
		s.heading(f.name)
		rows := [][]string{}
		for _, a := range f.accounts {
			rows = append(rows, []string{a.words(), a.by, supportWords(h.supports.Of(a.statements...)), refs(a.statements, number)})
		}
		s.rows(2, rows)
	}
	s.series(h.Tolls, number)
	s.turns(h.Turns, number)
	s.chains(h.Drift, func(ids []string) string { return refs(ids, number) })
	s.heading("Statements")
	for i, id := range in.Statements {
		if a, ok := h.cited[id]; ok {
			s.account(2, fmt.Sprintf("[%d] ", i+1), a, why)
		}
	}
	s.links(in, number, why)
	s.decisions(h.rulings)
	s.blank()
	return s.end()
}

// supportWords say since when an account is told and by how many.
func supportWords(s analysis.Support) string {
	words := plural(s.Reports, "report")
	if s.Independent != s.Reports {
		words += fmt.Sprintf(", %d independent", s.Independent)
	}
	if s.Since != "" {
		words += ", since " + s.Since
	}
	if s.Review != dateline.Unreviewed {
		words += ", " + string(s.Review)
	}
	return words
}

func (s *sheet) headlines(h Happening, number map[string]int, why bool) {
	s.heading("How many, by the rule " + string(h.Rule))
	if why {
		s.item(2, h.Rule.Says())
	}
	rows := [][]string{}
	for _, x := range h.Headlines {
		rows = append(rows, []string{string(x.Of), x.String(), refs(x.Statements, number)})
	}
	s.rows(2, rows)
	for _, x := range h.Headlines {
		for _, a := range x.Aside {
			if why {
				s.item(2, fmt.Sprintf("set aside of %s: %s%s, because %s %s", x.Of, quoted(a.Words), byWords(strings.Join(voicesOf(a.By), ", through ")), a.Why, refs(a.Statements, number)))
			}
		}
	}
}

func (s *sheet) series(all []analysis.Series, number map[string]int) {
	for _, x := range all {
		if len(x.Versions) < 2 {
			continue
		}
		s.heading(string(x.Of) + ", over time")
		rows := [][]string{}
		for _, v := range x.Versions {
			rows = append(rows, []string{sinceWords(v.Since), figureWords(v), strings.Join(voicesOf(v.By), ", through "), versionWords(v), refs(v.Statements, number)})
		}
		s.rows(2, rows)
	}
}

func sinceWords(day string) string {
	if day == "" {
		return "day not known"
	}
	return day
}

func figureWords(v analysis.Version) string {
	if v.Count == nil {
		return "no figure: " + quoted(v.Words)
	}
	return countWords(*v.Count)
}

// versionWords say what stands behind a version of a toll, and what became of it.
func versionWords(v analysis.Version) string {
	words := supportWords(analysis.Support{Reports: v.Reports, Independent: v.Accounts, Review: dateline.Unreviewed})
	var among []string
	for _, p := range v.Whom.Shares {
		among = append(among, p.Count.String()+" "+string(p.Of))
	}
	if len(among) > 0 && (len(among) > 1 || v.Whom.Who == "") {
		words += "; of them " + strings.Join(among, ", ")
	}
	if v.Own {
		words += "; the word of those said to have done it"
	}
	if v.Revised != "" {
		words += "; revised to " + v.RevisedTo + " on " + v.Revised
	}
	if v.Aside != "" {
		words += "; set aside: " + v.Aside
	}
	return words
}

func (s *sheet) turns(all []analysis.Turn, number map[string]int) {
	if len(all) == 0 {
		return
	}
	s.heading("Who is held responsible, in time: accounts, and no finding of ours")
	rows := [][]string{}
	for _, t := range all {
		rows = append(rows, []string{turnDay(t), turnWords(t), strings.Join(voicesOf(t.By), ", through "), turnMore(t), refs(t.Statements, number)})
	}
	s.rows(2, rows)
}

func turnDay(t analysis.Turn) string {
	if !t.Said.IsZero() {
		return dateWords(t.Said)
	}
	return sinceWords(t.Since)
}

func turnWords(t analysis.Turn) string {
	words := string(t.Status)
	if t.Who != "" {
		words += ": " + oneLine(t.Who)
	}
	if t.Actor != "" {
		words += " = " + t.Actor
	}
	return words
}

// turnMore says how it came to be known, and what came of it.
func turnMore(t analysis.Turn) string {
	var out []string
	if t.Way != "" {
		out = append(out, strings.TrimSpace("by "+t.Way+" "+oneLine(t.Where)))
	}
	if t.Rival {
		out = append(out, "others claim it, too")
	}
	if t.Later != nil {
		out = append(out, "later: "+string(t.Later.Status))
	}
	return strings.Join(out, "; ")
}

// statementRefs cites Statements by their identifiers.
func statementRefs(ids []string) string { return "(statement " + strings.Join(ids, ", ") + ")" }

// chains writes where figures drifted; cite says how to refer to Statements.
func (s *sheet) chains(all []analysis.Chain, cite func(ids []string) string) {
	if len(all) == 0 {
		return
	}
	s.heading("Drift: one figure, altered as it was retold")
	for _, c := range all {
		s.item(2, fmt.Sprintf("%s, first told: %s %s %s", c.Of, retoldWords(c.First), quoted(c.First.Quote), cite(c.First.Statements)))
		for _, step := range c.Steps {
			var changes []string
			for _, a := range step.Changes {
				changes = append(changes, string(a.Drift)+": "+a.Why)
			}
			s.item(4, fmt.Sprintf("%s %s %s: from %s, %s", retoldWords(step.To), quoted(step.To.Quote), cite(step.To.Statements),
				cite(step.From.Statements), strings.Join(changes, "; ")))
		}
	}
}

// retoldWords say when and where a figure was told.
func retoldWords(r analysis.Retelling) string {
	if !r.Said.IsZero() {
		return "said " + dateWords(r.Said) + ", " + reportName(r.Report) + ":"
	}
	return sinceWords(r.Report.Published.From) + ", " + reportName(r.Report) + ":"
}

package web

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// sideTable is the accounts of an incident under each other: a row for the first report of each, and under it its copies.
type sideTable struct {
	Columns  []sideColumn
	Rows     []sideRow
	Headline sideHead // as the columns
	Split    bool     // some column has accounts that cannot both be true
	Hidden   int      // accounts that are left out
}

// sideColumn heads a field.
type sideColumn struct {
	Field string
	Split bool // two accounts of it cannot both be true
}

// sideRow is one account: its first report's version.
type sideRow struct {
	Account int     // its number, from 1
	Report  shown   // its name; Note has who published it, and when
	Voices  []shown // who says so in it
	Cells   []sideCell
	Copies  []copyLine
	More    int // of Copies, those that are left out
}

// sideCell is what a report says of a field; empty: it does not say.
type sideCell struct {
	Field string
	Of    []shown
}

// copyLine is a report that is one account with an earlier one, why, and what it tells that the first one does not.
type copyLine struct {
	Report shown
	Of     shown // with which it shares most
	Why    string
	Refs   []ref
	Other  []sideCell
}

// The columns. The last holds what else is told, each with its label.
var sideFields = []string{"What", "When", "Where", heldField, "Killed", "Wounded", "Also told"}

const (
	alsoColumn = 6
	heldField  = "Held responsible"
)

// sideBySide lays out the accounts of in; headlines are the tolls by the page's rule.
func sideBySide(in *dateline.Incident, told []analysis.Account, headlines []analysis.Headline, later map[string]laterTurn, r *refs, all bool) sideTable {
	c := analysis.Compare(*in, told)
	fields := [][][]shown{
		cellWords(c.Kinds, r, func(k dateline.Kind) shown { return shown{Text: upper(kindWords(k))} }),
		cellWords(c.Dates, r, func(d dateline.Date) shown { return shown{Text: dateWords(d), Note: d.Why} }),
		cellWords(c.Places, r, func(p dateline.Place) shown { return shown{Text: placeWords(p)} }),
		heldCells(c.Perpetrators, later, r),
		tollCells(c, dateline.KilledRole, len(in.Reports), r),
		tollCells(c, dateline.Wounded, len(in.Reports), r),
		alsoCells(c, len(in.Reports), r),
	}
	t := sideTable{Headline: headlineCells(in, headlines, r)}
	for i, split := range []bool{c.Kinds.Split, c.Dates.Split, c.Places.Split, c.Perpetrators.Split, tollSplit(c, dateline.KilledRole), tollSplit(c, dateline.Wounded), alsoSplit(c)} {
		t.Columns = append(t.Columns, sideColumn{sideFields[i], split})
		t.Split = t.Split || split
	}
	t.rows(in, told, fields, r, all)
	return t
}

// rows adds the accounts, in the order of their first reports.
func (t *sideTable) rows(in *dateline.Incident, told []analysis.Account, fields [][][]shown, r *refs, all bool) {
	copied := analysis.Copies(*in, told)
	for n, group := range byAccount(in) {
		if len(t.Rows) == mostTelling && !all {
			t.Hidden++
			continue
		}
		row := sideRow{Account: n + 1, Report: reportShown(group[0], told), Voices: voicesIn(group[0], told, r), Cells: cellsOf(in, group[0], fields)}
		for _, c := range copiesIn(copied, group) {
			other := otherThan(row.Cells, cellsOf(in, c.Report.ID, fields))
			if n := len(row.Copies); !all && n >= mostCopies && (other == nil || n == 2*mostCopies) {
				row.More++
				continue
			}
			row.Copies = append(row.Copies, copyLine{Report: reportShown(c.Report.ID, told), Of: reportShown(c.Of.ID, told), Why: copyWords(c),
				Refs: r.of(c.Credits...), Other: other})
		}
		t.Rows = append(t.Rows, row)
	}
}

// cellsOf are a report's cells, as sideFields.
func cellsOf(in *dateline.Incident, report string, fields [][][]shown) []sideCell {
	var out []sideCell
	i := slices.Index(in.Reports, report)
	for k, cells := range fields {
		out = append(out, sideCell{sideFields[k], cells[i]})
	}
	return out
}

// otherThan leaves of a copy's cells what the first report of its account does not say.
func otherThan(first, of []sideCell) []sideCell {
	var out []sideCell
	for i, c := range of {
		left := sideCell{Field: c.Field}
		for _, s := range c.Of {
			same := func(x shown) bool { return x.Text == s.Text && x.Label == s.Label && x.Link == s.Link }
			if !slices.ContainsFunc(first[i].Of, same) {
				left.Of = append(left.Of, s)
			}
		}
		if left.Of != nil {
			out = append(out, left)
		}
	}
	return out
}

// copiesIn is what Copies says of a group of reports.
func copiesIn(copied [][]analysis.Copied, group []string) []analysis.Copied {
	for _, all := range copied {
		if len(all) > 0 && slices.Contains(group, all[0].Report.ID) {
			return all
		}
	}
	return nil
}

// byAccount lists the reports of in by account, each in the order of its first.
func byAccount(in *dateline.Incident) [][]string {
	group, done := map[string][]string{}, map[string]bool{}
	for _, g := range in.Copies {
		for _, id := range g {
			group[id] = g
		}
	}
	var out [][]string
	for _, id := range in.Reports {
		g := group[id]
		if g == nil {
			g = []string{id}
		}
		if !done[g[0]] {
			done[g[0]] = true
			out = append(out, g)
		}
	}
	return out
}

func reportShown(id string, told []analysis.Account) shown {
	for _, a := range told {
		if a.Report.ID == id {
			note := "date not known"
			if !a.Report.Published.IsZero() {
				note = dateWords(a.Report.Published)
			}
			if a.Report.Publisher != "" {
				note = outlet(a.Report.Publisher) + ", " + note
			}
			return shown{Text: reportName(a.Report.Title, a.Report.File), Note: note, Link: "/reports/" + id}
		}
	}
	return shown{Text: "report " + id, Link: "/reports/" + id}
}

// copyWords says what two reports have in common.
func copyWords(c analysis.Copied) string {
	share := number(c.Shared) + " % of the runs of five words of the shorter text stand in both"
	switch {
	case c.Shared >= 50:
		return share
	case c.Credits != nil:
		return "told on the word of " + outlet(c.Of.Publisher)
	case c.Third != "":
		return "both tell it on the word of " + tidy(c.Third)
	}
	return "the sentences that tell the incident share their words; " + share
}

// voicesIn lists who is heard in a report.
func voicesIn(report string, told []analysis.Account, r *refs) []shown {
	heard := map[string][]string{}
	var order []string
	for _, a := range told {
		if a.Report.ID == report {
			who := speakerWords(a)
			order = append(order, who)
			heard[who] = append(heard[who], a.ID)
		}
	}
	var out []shown
	for _, who := range unique(order) {
		out = append(out, shown{Text: who, Refs: r.of(heard[who]...)})
	}
	return out
}

// cellWords words a row of the comparison, by report.
func cellWords[T any](row analysis.Row[T], r *refs, word func(T) shown) [][]shown {
	out := make([][]shown, len(row.Cells))
	for i, cells := range row.Cells {
		for _, c := range cells {
			s := word(c.Value)
			s.Like, s.Refs = c.Likeness, r.of(c.Statements...)
			out[i] = append(out[i], s)
		}
	}
	return out
}

// heldCells words who is held responsible; what speaks against an account later stands with it.
func heldCells(row analysis.Row[dateline.Responsible], later map[string]laterTurn, r *refs) [][]shown {
	out := make([][]shown, len(row.Cells))
	for i, cells := range row.Cells {
		for _, c := range cells {
			s := shown{Text: tidy(c.Value.Text), Note: heldWords(c.Value), Link: groupLink(c.Value.Actor), Like: c.Likeness, Refs: r.of(c.Statements...)}
			if l, ok := laterOf(later, c.Statements); ok {
				s.Later, s.LaterRefs = l.Words, r.of(l.Statements...)
			}
			out[i] = append(out[i], s)
		}
	}
	return out
}

func tollRow(c analysis.Comparison, of dateline.Role) (analysis.TollRow, bool) {
	for _, t := range c.Tolls {
		if t.Of == of {
			return t, true
		}
	}
	return analysis.TollRow{}, false
}

func tollSplit(c analysis.Comparison, of dateline.Role) bool {
	t, _ := tollRow(c, of)
	return t.Split
}

func tollCells(c analysis.Comparison, of dateline.Role, reports int, r *refs) [][]shown {
	t, ok := tollRow(c, of)
	if !ok {
		return make([][]shown, reports)
	}
	return cellWords(t.Row, r, func(t dateline.Toll) shown { return shown{Text: countWords(t.Count), Note: tollWords(t)} })
}

// alsoCells words the other tolls, the targets, the victims and the weapons, each with its label.
func alsoCells(c analysis.Comparison, reports int, r *refs) [][]shown {
	out := make([][]shown, reports)
	add := func(label string, cells [][]shown) {
		for i := range cells {
			for _, s := range cells[i] {
				s.Label = label
				out[i] = append(out[i], s)
			}
		}
	}
	for _, t := range c.Tolls {
		if t.Of != dateline.KilledRole && t.Of != dateline.Wounded {
			add(upper(t.Of), tollCells(c, t.Of, reports, r))
		}
	}
	add("Target", cellWords(c.Targets, r, partyWords))
	add("Victims", cellWords(c.Victims, r, partyWords))
	add("Weapon", cellWords(c.Weapons, r, partyWords))
	return out
}

func alsoSplit(c analysis.Comparison) bool {
	return slices.ContainsFunc(c.Tolls, func(t analysis.TollRow) bool {
		return t.Split && t.Of != dateline.KilledRole && t.Of != dateline.Wounded
	})
}

func partyWords(p dateline.Party) shown {
	s := shown{Text: tidy(p.Text), Note: string(p.Effect)}
	if p.Count != nil && !worded(s.Text, *p.Count) {
		s.Note = strings.TrimPrefix(s.Note+", read as "+countWords(*p.Count), ", ")
	}
	return s
}

// headlineCells are the last row: the best supported account of each field, and the tolls by the rule. Nobody is
// chosen as the one who did it.
func headlineCells(in *dateline.Incident, headlines []analysis.Headline, r *refs) []sideCell {
	out := make([]sideCell, len(sideFields))
	for i, f := range sideFields {
		out[i].Field = f
	}
	if len(in.Kinds) > 0 {
		out[0].Of = []shown{{Text: upper(kindWords(in.Kind)), Refs: r.of(in.Kinds[0].Statements...)}}
	}
	if len(in.Dates) > 0 {
		out[1].Of = []shown{{Text: dateWords(in.Dates[0].Value), Refs: r.of(in.Dates[0].Statements...)}}
	}
	if len(in.Places) > 0 {
		out[2].Of = []shown{{Text: placeWords(in.Places[0].Value), Refs: r.of(in.Places[0].Statements...)}}
	}
	for _, h := range headlines {
		s := shown{Text: h.String(), Refs: r.of(h.Statements...)}
		switch {
		case h.Answer == analysis.NotReported:
		case h.Of == dateline.KilledRole:
			out[4].Of = []shown{s}
		case h.Of == dateline.Wounded:
			out[5].Of = []shown{s}
		default:
			s.Label = upper(h.Of)
			out[alsoColumn].Of = append(out[alsoColumn].Of, s)
		}
	}
	return out
}

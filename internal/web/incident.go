package web

import (
	"fmt"
	"net/http"
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// incidentView is an incident's page.
type incidentView struct {
	Title       string
	Tags        []string
	Reports     int
	Independent int
	Columns     []shown // the reports
	Rows        []compareRow
	Split       bool // some row has accounts that cannot both be true
	Rules       []ruleLink
	Rule        string // what the rule does
	Headlines   []headlineLine
	Tolls       chart
	Time        timeChart
	Series      []seriesLine
	Turns       []turnLine
	Drift       []driftLine
	Degrees     []degreeGroup
	Links       []linkLine
	Accounts    []accountLine
	Decisions   []decisionLine
}

// compareRow is one field, a cell for each report; an empty cell: the report does not say.
type compareRow struct {
	Field string
	Split bool
	Cells [][]shown
}

// degreeGroup is the accounts of who did it in one degree.
type degreeGroup struct {
	Degree string
	Of     []responsibleLine
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

// incident shows all accounts of one incident.
func (s *site) incident(r *http.Request) (*page, error) {
	id, err := id(r)
	if err != nil {
		return nil, err
	}
	in, err := s.view.Incident(r.Context(), id)
	if err != nil {
		return nil, err
	}
	if in.ID != id {
		return nil, moved("/incidents/" + in.ID)
	}
	entries, err := s.view.Statements(r.Context(), in.Statements)
	if err != nil {
		return nil, err
	}
	told := accounts(entries)
	refs := newRefs(told...)
	rule, err := ruleOf(r)
	if err != nil {
		return nil, err
	}
	v := s.incidentView(&in, told, refs, rule)
	if v.Decisions, err = s.decisions(r.Context(), entries); err != nil {
		return nil, err
	}
	return &page{Title: v.Title, Template: "incident", Section: "incidents", Review: refs.review, Main: v}, nil
}

// incidentView words in and its accounts in the order of the page.
func (s *site) incidentView(in *dateline.Incident, told []analysis.Account, r *refs, rule analysis.Rule) incidentView {
	v := incidentView{Title: incidentTitle(in), Tags: incidentTags(in), Reports: len(in.Reports), Independent: in.Independent}
	v.columns(in, told)
	v.compare(analysis.Compare(*in, told), told, r)
	v.Rules, v.Rule = ruleLinks("/incidents/"+in.ID, "headlines", rule), rule.Says()
	v.Headlines = headlineLines(analysis.Headlines(*in, told, rule), r)
	v.Tolls = tollChart(in)
	series := analysis.NewSeries(*in, told)
	v.Time, v.Series = tollTime(series), seriesLines(series, r)
	v.Turns = s.turnLines(analysis.Responsibility(*in, told), r)
	v.Drift = driftLines(analysis.TollDrift(*in, told), r)
	v.Degrees = s.responsible(in, r)
	for _, l := range in.Links {
		v.Links = append(v.Links, linkLine{r.of(l.A), r.of(l.B), upper(l.Why), score(l.Score)})
	}
	for _, a := range told {
		v.Accounts = append(v.Accounts, r.account(a, ""))
	}
	return v
}

// score writes a score of 0 to 1; "" for 0, which is 'not said'.
func score(f float64) string {
	if f == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", f)
}

func (v *incidentView) columns(in *dateline.Incident, told []analysis.Account) {
	for _, id := range in.Reports {
		for _, a := range told {
			if a.Report.ID == id {
				note := "date not known"
				if !a.Report.Published.IsZero() {
					note = dateWords(a.Report.Published)
				}
				if a.Report.Publisher != "" {
					note = a.Report.Publisher + ", " + note
				}
				v.Columns = append(v.Columns, shown{Text: reportName(a.Report.Title, a.Report.File), Note: note, Link: "/reports/" + id})
				break
			}
		}
	}
}

// compare words the table. What, when, where, by whom and how many were killed and wounded have a
// row even where no report says.
func (v *incidentView) compare(c analysis.Comparison, told []analysis.Account, r *refs) {
	v.Rows = append(v.Rows,
		rowWords("What", c.Kinds, r, func(k dateline.Kind) shown { return shown{Text: upper(kindWords(k))} }),
		rowWords("When", c.Dates, r, func(d dateline.Date) shown { return shown{Text: dateWords(d), Note: d.Why} }),
		rowWords("Where", c.Places, r, func(p dateline.Place) shown { return shown{Text: placeWords(p)} }))
	v.tolls(c.Tolls, r)
	v.Rows = append(v.Rows, rowWords("By whom", c.Perpetrators, r, func(p dateline.Responsible) shown {
		return shown{Text: tidy(p.Text), Note: heldWords(p), Link: groupLink(p.Actor)}
	}))
	for _, row := range []struct {
		field string
		of    analysis.Row[dateline.Party]
	}{{"Target", c.Targets}, {"Victims", c.Victims}, {"Weapon", c.Weapons}} {
		if full(row.of) {
			v.Rows = append(v.Rows, rowWords(row.field, row.of, r, partyWords))
		}
	}
	v.Rows = append(v.Rows, v.voices(told, r))
	for _, row := range v.Rows {
		v.Split = v.Split || row.Split
	}
}

func full[T any](r analysis.Row[T]) bool {
	for _, c := range r.Cells {
		if len(c) > 0 {
			return true
		}
	}
	return false
}

func partyWords(p dateline.Party) shown {
	s := shown{Text: tidy(p.Text), Note: string(p.Effect)}
	if p.Count != nil && !worded(s.Text, *p.Count) {
		s.Note = strings.TrimPrefix(s.Note+", read as "+countWords(*p.Count), ", ")
	}
	return s
}

// tolls words a row for each toll that is told, and for killed and wounded where nobody tells them.
func (v *incidentView) tolls(rows []analysis.TollRow, r *refs) {
	told := map[dateline.Role]analysis.Row[dateline.Toll]{}
	for _, t := range rows {
		told[t.Of] = t.Row
	}
	for _, role := range dateline.Tolls {
		row, ok := told[role]
		if !ok && role != dateline.KilledRole && role != dateline.Wounded {
			continue
		}
		if !ok {
			row.Cells = make([][]analysis.Cell[dateline.Toll], len(v.Columns))
		}
		v.Rows = append(v.Rows, rowWords(upper(role), row, r, func(t dateline.Toll) shown {
			return shown{Text: countWords(t.Count), Note: tollWords(t)}
		}))
	}
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

// voices lists in each column who is heard in that report.
func (v *incidentView) voices(told []analysis.Account, r *refs) compareRow {
	row := compareRow{Field: "Who says so", Cells: make([][]shown, len(v.Columns))}
	for i, col := range v.Columns {
		heard := map[string][]string{}
		var order []string
		for _, a := range told {
			if "/reports/"+a.Report.ID == col.Link {
				who := speakerWords(a)
				order = append(order, who)
				heard[who] = append(heard[who], a.ID)
			}
		}
		for _, who := range unique(order) {
			row.Cells[i] = append(row.Cells[i], shown{Text: who, Refs: r.of(heard[who]...)})
		}
	}
	return row
}

// rowWords words a row of the comparison.
func rowWords[T any](field string, row analysis.Row[T], r *refs, word func(T) shown) compareRow {
	out := compareRow{Field: field, Split: row.Split, Cells: make([][]shown, len(row.Cells))}
	for i, cells := range row.Cells {
		for _, c := range cells {
			s := word(c.Value)
			s.Like, s.Refs = c.Likeness, r.of(c.Statements...)
			out.Cells[i] = append(out.Cells[i], s)
		}
	}
	return out
}

// tollChart draws every toll with its speaker, in the order of dateline.Tolls.
func tollChart(in *dateline.Incident) chart {
	var rows []ranged
	for _, role := range dateline.Tolls {
		for _, t := range in.Tolls {
			if t.Value.Of == role {
				label := string(role) + ": " + countWords(t.Value.Count) + ", " + sourceWords(t.Value)
				rows = append(rows, ranged{upper(label), t.Value.Count})
			}
		}
	}
	return ranges("How many, as told", rows)
}

// responsible groups the accounts of who did it by degree, in the order of dateline.Degrees.
func (s *site) responsible(in *dateline.Incident, r *refs) []degreeGroup {
	var out []degreeGroup
	for _, d := range dateline.Degrees {
		g := degreeGroup{Degree: degreeWords(d)}
		for _, p := range in.Perpetrators {
			if p.Value.Degree == d {
				g.Of = append(g.Of, s.responsibleLine(p, r))
			}
		}
		if g.Of != nil {
			out = append(out, g)
		}
	}
	return out
}

func (s *site) responsibleLine(p dateline.Told[dateline.Responsible], r *refs) responsibleLine {
	l := responsibleLine{Who: shown{Text: tidy(p.Value.Text), Link: groupLink(p.Value.Actor), Refs: r.of(p.Statements...)},
		Held: shown{Text: heldWords(p.Value)}, Class: classWords(p.Value.Class)}
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

package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/actor"
)

// Explain writes for people what was read of a report: each passage with what it says, on whose
// word, what its words mean and why, and by which rule; then what was doubted.
func Explain(w io.Writer, r dateline.Reading) error { return ReportText(w, r, nil, true) }

// ReportText is Explain with the states of review, and, unless why is set, without rules and
// reasons.
func ReportText(w io.Writer, r dateline.Reading, reviews Reviews, why bool) error {
	s := newSheet(w)
	s.reportHead(&r.Report)
	m := meanings(r.Resolutions)
	last := dateline.Span{Start: -1}
	for _, st := range r.Statements {
		if st.Quote != last {
			s.blank()
			s.item(0, "> "+st.Quote.In(r.Report.Text))
			last = st.Quote
		}
		s.told(st, &r, m[st.ID], reviews.state(st.ID), why)
	}
	if len(r.Statements) == 0 {
		s.blank()
		s.line(0, "Nothing that the code book knows was read in it.")
	}
	s.doubts(&r)
	s.blank()
	return s.end()
}

func (s *sheet) reportHead(r *dateline.Report) {
	s.title(reportName(r))
	rows := [][]string{{"report", r.ID}, {"file", fileOf(r)}, {"publisher", orUnknown(r.Publisher)}, {"address", orUnknown(r.URL)},
		{"published", publishedWords(r)}, {"language", orUnknown(r.Language)}}
	if len(r.Flags) > 0 {
		rows = append(rows, []string{"flags", strings.Join(r.Flags, ", ")})
	}
	s.rows(0, rows)
}

func fileOf(r *dateline.Report) string {
	if r.Line > 0 {
		return fmt.Sprintf("%s:%d", r.File, r.Line)
	}
	return r.File
}

// reportName is the title, or the file for want of one.
func reportName(r *dateline.Report) string {
	if t := oneLine(r.Title); t != "" {
		return t
	}
	return fileOf(r)
}

func orUnknown(s string) string {
	if s == "" {
		return "not known"
	}
	return s
}

func publishedWords(r *dateline.Report) string {
	if r.Published.IsZero() {
		return "not known"
	}
	return dateWords(r.Published) + " (" + r.Basis + ")"
}

// told writes one Statement under its quote.
func (s *sheet) told(st dateline.Statement, r *dateline.Reading, m map[int]dateline.Resolution, review dateline.ReviewState, why bool) {
	text := r.Report.Text
	head := fmt.Sprintf("%s · %s · %s", strings.ToUpper(string(st.Kind)), st.Reality, st.Stance)
	if st.Background {
		head += " · background"
	}
	if review != dateline.Unreviewed {
		head += " · " + string(review)
	}
	if why {
		head += fmt.Sprintf("   [rule %s, %.2f]", st.Rule, st.Score)
	}
	s.item(2, head)
	s.rows(4, slices.Concat(speakerRows(st, text, m, why), partRows(st, text, m, why), eventRows(st, r, why)))
}

// eventRows says of which earlier Statement's event st speaks.
func eventRows(st dateline.Statement, r *dateline.Reading, why bool) [][]string {
	for _, of := range r.Statements {
		if of.ID == st.Refers {
			return [][]string{{"of", "the event told with " + quoted(of.Trigger.In(r.Report.Text)), strings.TrimSpace(because(st.Why, why))}}
		}
	}
	return nil
}

// because gives a reason if reasons are wanted.
func because(reason string, why bool) string {
	if reason == "" || !why {
		return ""
	}
	return " (" + reason + ")"
}

func speakerRows(st dateline.Statement, text string, m map[int]dateline.Resolution, why bool) [][]string {
	if len(st.Speaker) == 0 {
		return [][]string{{"says", "the report itself", ""}}
	}
	var rows [][]string
	for i, sp := range st.Speaker {
		label := "says"
		if i > 0 {
			label = "through"
		}
		means := string(sp.Class)
		if about := sp.About.In(text); about != "" {
			means += ", " + quoted(about)
		}
		if r, ok := m[-1-i]; ok && r.Actor != "" {
			means += ": " + actorWords(r) + because(r.Why, why)
		}
		rows = append(rows, []string{label, named(sp.Span, sp.Refers, text, "somebody"), means})
	}
	return rows
}

func partRows(st dateline.Statement, text string, m map[int]dateline.Resolution, why bool) [][]string {
	var rows [][]string
	for i, p := range st.Parts {
		means := ""
		if r, ok := m[i]; ok {
			means = meaningWords(r) + because(r.Why, why)
		}
		if p.Inferred != "" && why {
			means = strings.TrimSpace(means + "; taken " + p.Inferred)
		}
		rows = append(rows, []string{string(p.Role), named(p.Span, p.Refers, text, ""), strings.TrimPrefix(means, "; ")})
	}
	return rows
}

// named is a span's words, with the earlier name that they stand for.
func named(span, refers dateline.Span, text, nobody string) string {
	words := oneLine(span.In(text))
	if words == "" {
		return nobody
	}
	if r := oneLine(refers.In(text)); r != "" && r != words {
		words += " = " + r
	}
	return words
}

// meaningWords says what words mean: each part of a Resolution that there is.
func meaningWords(r dateline.Resolution) string {
	var out []string
	if r.Actor != "" || r.Place == nil && r.Date == nil && r.Count == nil {
		out = append(out, actorWords(r))
	}
	if r.Place != nil {
		out = append(out, placeWords(*r.Place))
	}
	if r.Date != nil {
		out = append(out, dateWords(*r.Date))
	}
	if r.Count != nil {
		out = append(out, countWords(*r.Count))
	}
	return strings.Join(out, ", ")
}

func actorWords(r dateline.Resolution) string {
	words := string(r.State)
	if r.Actor != "" {
		words = actorName(r.Actor)
		if r.State != dateline.Known {
			words += " (" + string(r.State) + ")"
		}
	}
	if len(r.Others) > 0 {
		words += ", or " + strings.Join(r.Others, ", ")
	}
	return words
}

// actorName gives the record's name and its identifier.
func actorName(id string) string {
	if name := actor.Load().Name(id); name != id {
		return name + " [" + id + "]"
	}
	return id
}

func placeWords(p dateline.Place) string {
	words := p.Name
	for _, of := range []string{p.Admin1, p.Country} {
		if of != "" && of != p.Name {
			words += ", " + of
		}
	}
	return words + " (" + string(p.Precision) + ")"
}

func dateWords(d dateline.Date) string {
	switch {
	case d.IsZero():
		return "not known"
	case !d.Fixed():
		return d.EDTF + " (open)"
	case d.From == d.To || len(d.EDTF) <= len("2024-03"):
		return d.EDTF
	}
	return d.From + " to " + d.To
}

func countWords(c dateline.Count) string {
	words := c.String()
	if c.Approx {
		words = "about " + words
	}
	if c.Word != "" {
		words += ", from '" + c.Word + "'"
	}
	if c.Attackers != nil && *c.Attackers {
		words += ", attackers included"
	} else if c.Attackers != nil {
		words += ", attackers not included"
	}
	return words
}

func (s *sheet) doubts(r *dateline.Reading) {
	if len(r.Doubts) == 0 {
		return
	}
	s.heading("Not understood, or withheld")
	for _, d := range r.Doubts {
		s.item(2, quoted(d.Span.In(r.Report.Text))+" "+d.Why)
	}
}

func quoted(words string) string { return "“" + oneLine(words) + "”" }

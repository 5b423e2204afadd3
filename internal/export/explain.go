package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"dateline"
	"dateline/internal/extract"
	"dateline/internal/resolve/actor"
)

// Explain writes for people what was read of a report: all of its text in its order, under each
// passage that says something what it says, on whose word, what its words mean and why, and by which rule,
// and what was doubted there; other passages stand with a dot before them.
func Explain(w io.Writer, r dateline.Reading) error {
	s := newSheet(w)
	s.reportHead(&r.Report)
	m := meanings(r.Resolutions)
	for _, p := range passages(&r) {
		s.blank()
		if len(p.told)+len(p.doubts) == 0 {
			s.item(0, "· "+oneLine(p.span.In(r.Report.Text)))
			continue
		}
		s.item(0, "> "+oneLine(p.span.In(r.Report.Text)))
		for _, st := range p.told {
			s.told(st, &r, m[st.ID], dateline.Unreviewed, true)
		}
		for _, d := range p.doubts {
			s.item(2, "? "+quoted(d.Span.In(r.Report.Text))+" "+d.Why)
		}
	}
	if len(r.Statements) == 0 {
		s.blank()
		s.line(0, "Nothing that the code book knows was read in it.")
	}
	s.ruleList(&r)
	s.blank()
	return s.end()
}

// ruleList says of each rule that read something what it reads, with its example, in the order in which they
// come first.
func (s *sheet) ruleList(r *dateline.Reading) {
	var rows [][]string
	seen := map[string]bool{}
	for _, st := range r.Statements {
		rule, known := rules()[st.Rule]
		if known && !seen[st.Rule] {
			rows = append(rows, []string{rule.Name, rule.Doc, "as in " + quoted(rule.Example)})
		}
		seen[st.Rule] = true
	}
	if len(rows) > 0 {
		s.heading("The rules")
		s.rows(2, rows)
	}
}

// rules are those of extract, by name.
var rules = sync.OnceValue(func() map[string]extract.Rule {
	out := map[string]extract.Rule{}
	for _, r := range extract.Rules() {
		out[r.Name] = r
	}
	return out
})

// passage is a stretch of a report's text with what was read from it and doubted in it.
type passage struct {
	span   dateline.Span
	told   []dateline.Statement
	doubts []dateline.Doubt
}

// passages cuts a report's text into the passages that Statements stand on and the lines between them, in the
// order of the text. A doubt belongs to the passage in which it begins.
func passages(r *dateline.Reading) []passage {
	var out []passage
	at := 0
	for _, q := range quotesOf(r) {
		out = append(out, lines(r.Report.Text, at, q.Start)...)
		out = append(out, passage{span: dateline.Span{Start: max(at, q.Start), End: q.End}})
		at = q.End
	}
	out = append(out, lines(r.Report.Text, at, len(r.Report.Text))...)
	for _, st := range r.Statements {
		if i := passageAt(out, st.Quote.End-1); i >= 0 {
			out[i].told = append(out[i].told, st)
		}
	}
	for _, d := range r.Doubts {
		if i := passageAt(out, d.Span.Start); i >= 0 {
			out[i].doubts = append(out[i].doubts, d)
		}
	}
	return out
}

// passageAt returns the index of the passage that holds byte at, or of the first behind it; -1 for none.
func passageAt(all []passage, at int) int {
	i, _ := slices.BinarySearchFunc(all, at, func(p passage, at int) int { return cmp.Compare(p.span.End, at+1) })
	if i == len(all) {
		return -1
	}
	return i
}

// quotesOf lists the passages that Statements stand on, in the order of the text, each once; of two that
// begin in one place the shorter comes first.
func quotesOf(r *dateline.Reading) []dateline.Span {
	var out []dateline.Span
	for _, st := range r.Statements {
		out = append(out, st.Quote)
	}
	slices.SortFunc(out, func(a, b dateline.Span) int { return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(a.Start, b.Start)) })
	end := -1
	return slices.DeleteFunc(out, func(s dateline.Span) bool {
		again := s.End <= end
		end = max(end, s.End)
		return again
	})
}

// lines are the lines of text[start:end] that are not blank, without the space around them.
func lines(text string, start, end int) []passage {
	var out []passage
	for at := start; at < end; {
		to := end
		if k := strings.IndexByte(text[at:end], '\n'); k >= 0 {
			to = at + k
		}
		from := at + len(text[at:to]) - len(strings.TrimLeft(text[at:to], " \t\r"))
		if words := strings.TrimSpace(text[at:to]); words != "" {
			out = append(out, passage{span: dateline.Span{Start: from, End: from + len(words)}})
		}
		at = to + 1
	}
	return out
}

// ReportText writes only the passages that say something, with the states of review, and, unless why is
// set, without rules and reasons; what was doubted comes last.
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

// reason gives why words mean what they are taken for and how sure that is, if reasons are wanted.
func reason(r dateline.Resolution, why bool) string {
	if r.Why == "" || r.Score == 0 {
		return because(r.Why, why)
	}
	return because(fmt.Sprintf("%s; sure to %.2f", r.Why, r.Score), why)
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
			means += ": " + actorWords(r) + reason(r, why)
		}
		rows = append(rows, []string{label, named(sp.Span, sp.Refers, text, "somebody"), means})
	}
	return rows
}

func partRows(st dateline.Statement, text string, m map[int]dateline.Resolution, why bool) [][]string {
	var rows [][]string
	for i, p := range st.Parts {
		means := ""
		r, ok := m[i]
		if ok {
			means = meaningWords(r) + reason(r, why)
		}
		if p.Inferred != "" && why { // a lent meaning has its reason in both
			means = strings.TrimSpace(means + "; taken " + strings.TrimSuffix(p.Inferred, ": "+r.Why))
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
	switch {
	case r.State == dateline.Unidentified && len(r.Others) == 1:
		words += ", perhaps of " + actorName(r.Others[0])
	case len(r.Others) > 0:
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
	if p.Inferred != "" {
		return words + " (" + string(p.Precision) + ", inferred)"
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
		if c.Convention != "" {
			words += " by " + c.Convention
		}
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

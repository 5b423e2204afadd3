package web

import (
	"net/http"
	"path/filepath"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// reportView is a report's page: its text with what was read marked in it.
type reportView struct {
	Report     dateline.Report
	Name       string
	Date       string
	Basis      string
	Flags      []string
	Paragraphs []paragraph
	Statements int
	Doubts     int
	Incidents  []shown
}

// paragraph is a line of the text that is not empty.
type paragraph struct {
	Pieces []piece
	Notes  []note
	Doubts []doubtNote
}

// piece is a run of text that is marked in one way.
type piece struct {
	Text    string
	Said    bool  // a statement stands on it
	Trigger bool  // the word that carries a statement's kind
	Doubt   bool  // it was not understood
	Ends    []int // numbers of the statements whose words end here
}

// note is a statement in the margin.
type note struct {
	N int
	accountLine
}

// doubtNote is what was not understood.
type doubtNote struct{ Words, Why string }

// report shows a report's text and what was read in it.
func (s *site) report(r *http.Request) (*page, error) {
	id, err := id(r)
	if err != nil {
		return nil, err
	}
	reading, err := s.view.Report(r.Context(), id)
	if err != nil {
		return nil, err
	}
	told, err := s.ofReading(r, reading)
	if err != nil {
		return nil, err
	}
	incidents, err := s.view.IncidentsIn(r.Context(), id)
	if err != nil {
		return nil, err
	}
	v, review := newReportView(reading, told)
	for i := range incidents {
		v.Incidents = append(v.Incidents, shown{Text: incidentTitle(&incidents[i]), Link: "/incidents/" + incidents[i].ID,
			Note: plural(len(incidents[i].Reports), "report")})
	}
	return &page{Title: v.Name, Template: "report", Section: "reports", Review: review, Main: v}, nil
}

// ofReading lays out the Statements of a reading, with what people ruled on them.
func (s *site) ofReading(r *http.Request, reading dateline.Reading) ([]analysis.Account, error) {
	var ids []string
	for _, st := range reading.Statements {
		ids = append(ids, st.ID)
	}
	entries, err := s.view.Statements(r.Context(), ids)
	return accounts(entries), err
}

func newReportView(reading dateline.Reading, told []analysis.Account) (reportView, review) {
	rep := reading.Report
	if filepath.IsAbs(rep.File) {
		rep.File = filepath.Base(rep.File) // where it lay on this machine is nobody's matter
	}
	v := reportView{Report: rep, Name: reportName(rep.Title, rep.File), Date: "date of publication not known",
		Basis: rep.Basis, Flags: rep.Flags, Statements: len(told), Doubts: len(reading.Doubts)}
	if !rep.Published.IsZero() {
		v.Date = dateWords(rep.Published)
	}
	refs := newRefs(told...)
	for _, line := range lines(rep.Text) {
		p := paragraph{Pieces: pieces(rep.Text, line, reading.Statements, reading.Doubts)}
		for k, st := range reading.Statements {
			if line.Start <= st.Quote.Start && st.Quote.Start < line.End {
				p.Notes = append(p.Notes, note{k + 1, refs.account(told[k], "")})
			}
		}
		for _, d := range reading.Doubts {
			if line.Start <= d.Span.Start && d.Span.Start < line.End {
				p.Doubts = append(p.Doubts, doubtNote{tidy(d.Span.In(rep.Text)), upper(d.Why)})
			}
		}
		v.Paragraphs = append(v.Paragraphs, p)
	}
	return v, refs.review
}

// lines are the Spans of the lines of text that hold more than blanks.
func lines(text string) []dateline.Span {
	var out []dateline.Span
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if strings.TrimSpace(text[at:end]) != "" {
			out = append(out, dateline.Span{Start: at, End: end})
		}
		at = end + 1
	}
	return out
}

// pieces cuts a line wherever a mark begins or ends.
func pieces(text string, line dateline.Span, sts []dateline.Statement, doubts []dateline.Doubt) []piece {
	cuts := []int{line.Start, line.End}
	cut := func(s dateline.Span) {
		for _, at := range []int{s.Start, s.End} {
			if line.Start < at && at < line.End {
				cuts = append(cuts, at)
			}
		}
	}
	for i := range sts {
		cut(sts[i].Quote)
		cut(sts[i].Trigger)
	}
	for _, d := range doubts {
		cut(d.Span)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []piece
	for i := 1; i < len(cuts); i++ {
		out = append(out, newPiece(text, dateline.Span{Start: cuts[i-1], End: cuts[i]}, sts, doubts))
	}
	return out
}

// newPiece marks a Span that no mark begins or ends within.
func newPiece(text string, at dateline.Span, sts []dateline.Statement, doubts []dateline.Doubt) piece {
	p := piece{Text: at.In(text)}
	for i := range sts {
		st := &sts[i]
		p.Said = p.Said || st.Quote.Overlaps(at)
		p.Trigger = p.Trigger || st.Trigger.Overlaps(at)
		if st.Quote.End == at.End {
			p.Ends = append(p.Ends, i+1)
		}
	}
	for _, d := range doubts {
		p.Doubt = p.Doubt || d.Span.Overlaps(at)
	}
	return p
}

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
		p := paragraph{Pieces: pieces(rep.Text, line, marksIn(line, reading))}
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

// mark is a Span of the text to show.
type mark struct {
	dateline.Span
	said, trigger, doubt bool
	n                    int // the number of the statement whose words it is; 0 for the others
}

// marksIn lists the marks that a line shares a byte with.
func marksIn(line dateline.Span, r dateline.Reading) []mark {
	var out []mark
	add := func(m mark) {
		if m.Overlaps(line) {
			out = append(out, m)
		}
	}
	for i := range r.Statements {
		add(mark{Span: r.Statements[i].Quote, said: true, n: i + 1})
		add(mark{Span: r.Statements[i].Trigger, trigger: true})
	}
	for _, d := range r.Doubts {
		add(mark{Span: d.Span, doubt: true})
	}
	return out
}

// pieces cuts a line wherever a mark begins or ends.
func pieces(text string, line dateline.Span, marks []mark) []piece {
	spans := make([]dateline.Span, len(marks))
	for i, m := range marks {
		spans[i] = m.Span
	}
	var out []piece
	for _, at := range cut(line, spans) {
		p := piece{Text: at.In(text)}
		for _, m := range marks {
			if !m.Overlaps(at) {
				continue
			}
			p.Said, p.Trigger, p.Doubt = p.Said || m.said, p.Trigger || m.trigger, p.Doubt || m.doubt
			if m.n > 0 && m.End == at.End {
				p.Ends = append(p.Ends, m.n)
			}
		}
		out = append(out, p)
	}
	return out
}

// cut parts a line so that no Span begins or ends within a part.
func cut(line dateline.Span, spans []dateline.Span) []dateline.Span {
	at := []int{line.Start, line.End}
	for _, s := range spans {
		for _, i := range []int{s.Start, s.End} {
			if line.Start < i && i < line.End {
				at = append(at, i)
			}
		}
	}
	slices.Sort(at)
	at = slices.Compact(at)
	var out []dateline.Span
	for i := 1; i < len(at); i++ {
		out = append(out, dateline.Span{Start: at[i-1], End: at[i]})
	}
	return out
}

package web

import (
	"cmp"
	"encoding/csv"
	"net/http"
	"strconv"
	"time"

	"dateline/internal/analysis"
	"dateline/internal/draw"
	"dateline/internal/tabular"
)

// trendFile sends the trend as a drawing that stands alone.
func (s *site) trendFile(w http.ResponseWriter, r *http.Request) {
	t, err := s.tendency(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if len(t.course.Points) == 0 {
		s.fail(w, r, &fault{http.StatusNotFound, "There is nothing to draw", "No incident of this selection has a date that is fixed."})
		return
	}
	s.sendDrawing(w, r, "trend.svg", t.drawing().SVG(), draw.Caption{Title: "Incidents by " + t.unit.String(),
		Lines: captionLines(s.explore("trend", t.sel), time.Now()), Notes: append(t.words(), t.mix()...)})
}

// trendColumns head the table of a trend.
var trendColumns = []string{"from", "to", "incidents", "may_lie_in_it", "of_fixed_panel", "baseline", "baseline_periods_at_most", "percent", "class",
	"no_report_from_then", "sources_heard", "told_most_by", "told_most_by_incidents", "told_by_new_sources_only", "killed_low", "killed_high", "killed_open_ended",
	"killed_told", "killed_not_reported"}

// trendTable sends the numbers of a trend as comma-separated values, the oldest first.
func (s *site) trendTable(w http.ResponseWriter, r *http.Request) {
	t, err := s.tendency(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="dateline-trend.csv"`)
	out := csv.NewWriter(w)
	out.Write(trendColumns) // a reader who has gone is no fault of ours; so below
	for _, p := range t.course.Points {
		out.Write(t.cells(p))
	}
	out.Flush()
}

// cells are the values of a period. Below zero is a number, and so begins with a minus; words are made inert.
func (t tendency) cells(p analysis.Coursing) []string {
	n, change := t.change(p)
	base, percent := tabular.Unknown, tabular.Unknown
	if words := baseWords(change); words != "" {
		tenths, _ := change.Baseline()
		base = strconv.FormatFloat(float64(tenths)/10, 'f', 1, 64)
	}
	if by, ok := change.Percent(); ok {
		percent = strconv.Itoa(by)
	}
	low, high := tabular.NotReported, tabular.NotReported
	if p.Killed.Told > 0 {
		low, high = strconv.Itoa(p.Killed.Low), strconv.Itoa(p.Killed.High)
	}
	var top analysis.Teller
	if len(p.Tellers) > 0 {
		top = p.Tellers[0]
		top.Publisher = cmp.Or(top.Publisher, "publisher not known")
	}
	return []string{p.From.String(), p.To.String(), strconv.Itoa(n), strconv.Itoa(p.May), strconv.Itoa(p.OfPanel), base, strconv.Itoa(t.course.Window), percent, string(change.Sway()),
		strconv.FormatBool(p.Silent), strconv.Itoa(p.Outlets), tabular.Words(top.Publisher, tabular.NotApplicable), strconv.Itoa(top.Incidents), strconv.Itoa(p.Fresh), low, high, strconv.FormatBool(p.Killed.Open > 0),
		strconv.Itoa(p.Killed.Told), strconv.Itoa(p.Killed.NotTold)}
}

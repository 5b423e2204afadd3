package web

import (
	"context"
	"errors"
	"net/http"
	"time"

	"dateline/internal/ledger"
	"dateline/internal/selection"
)

// reportsView is a page of the list of reports.
type reportsView struct {
	Lines     []reportLine
	Pager     pager
	Text      string
	Publisher string
	From, To  string
	Unread    bool // only those in which nothing was read
	Total     int
	All       bool   // nothing narrows them
	NotRanked bool   // the search found too many to put the best first
	Incidents string // the address of the incidents that the same words find; "" without words
	Groups    []shown
	Without   string // the address without the filter of those in which nothing was read, or with it
}

// noPublisher stands in the address for reports whose publisher is not known.
const noPublisher = "not known"

// reports lists the reports that the address asks for, by words (q), publisher, days and whether anything was read in
// them: the best match first, without words the latest.
func (s *site) reports(r *http.Request) (*page, error) {
	skip, err := offset(r)
	if err != nil {
		return nil, err
	}
	f, err := reportFilter(r)
	if err != nil {
		return nil, err
	}
	f.Offset, f.Limit = skip, s.opts.PerPage
	found, err := s.browse(r.Context(), f)
	if err != nil {
		return nil, err
	}
	v := reportsView{Text: f.Text, Publisher: r.URL.Query().Get("publisher"), From: f.From, To: f.To, Unread: f.Unread, Total: found.Total,
		NotRanked: f.Text != "" && !found.Ranked && found.Total > 0, Pager: newPager(r, skip, s.opts.PerPage, found.Total-skip)}
	v.All = f.Text == "" && v.Publisher == "" && f.From == "" && f.To == "" && !f.Unread
	v.Without = with(r, "unread", map[bool]string{true: "", false: "yes"}[f.Unread])
	for _, one := range found.Reports {
		l := newReportLine(one.Summary)
		for _, p := range one.Words {
			l.Snippet = append(l.Snippet, snippetPiece{p.Text, p.Hit})
		}
		v.Lines = append(v.Lines, l)
	}
	if f.Text != "" {
		v.Groups, v.Incidents = s.names.named(s.book, f.Text), at("/incidents", selection.Query{Text: f.Text})
	}
	return &page{Title: "Reports", Template: "reports", Section: "reports", Query: f.Text, Main: v}, nil
}

// reportFilter reads what the address asks for.
func reportFilter(r *http.Request) (ledger.ReportFilter, error) {
	q := r.URL.Query()
	f := ledger.ReportFilter{Text: tidy(q.Get("q")), Publisher: q.Get("publisher"), From: q.Get("from"), To: q.Get("to"), Unread: q.Get("unread") == "yes"}
	if f.Publisher == noPublisher {
		f.Publisher, f.Nobody = "", true
	}
	for name, day := range map[string]string{"from": f.From, "to": f.To} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return f, &fault{http.StatusBadRequest, "That is no day", name + "= in the address takes a day such as 2016-08-20."}
		}
	}
	return f, nil
}

// browse asks for a page of reports; a fault if the words take too long to find.
func (s *site) browse(ctx context.Context, f ledger.ReportFilter) (ledger.Browsed, error) {
	if f.Text == "" {
		return s.view.Browse(ctx, f)
	}
	ctx, cancel := context.WithTimeout(ctx, searchTime)
	defer cancel()
	found, err := s.view.Browse(ctx, f)
	if errors.Is(err, context.DeadlineExceeded) {
		return found, &fault{http.StatusServiceUnavailable, "That search took too long",
			"It was stopped after two seconds. Ask for more words, or for rarer ones, and narrow by date or publisher."}
	}
	return found, err
}

package web

import (
	"net/http"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
	"dateline/internal/selection"
)

// listView is the list of the incidents that a query selects.
type listView struct {
	Explore explore
	Lines   []incidentLine
	Pager   pager
}

// incidents lists what the query in the address selects; ?skip= leads on.
func (s *site) incidents(r *http.Request) (*page, error) {
	skip, err := offset(r)
	if err != nil {
		return nil, err
	}
	sel, _, err := s.selected(r)
	if err != nil {
		return nil, err
	}
	v := listView{Explore: s.explore("list", sel)}
	rest := sel.Lines[min(skip, len(sel.Lines)):]
	v.Pager = newPager(r, skip, s.opts.PerPage, len(rest))
	var refs *refs
	if v.Lines, refs, err = s.listed(r, rest[:min(len(rest), s.opts.PerPage)], sel.Query); err != nil {
		return nil, err
	}
	return &page{Title: "Incidents", Template: "list", Section: "incidents", Query: sel.Query.Text, Review: refs.review, Main: v}, nil
}

// listed lays out the incidents of some lines, each with the sentence that has most of what a search asks for.
func (s *site) listed(r *http.Request, lines []*dateline.Line, q selection.Query) ([]incidentLine, *refs, error) {
	ids := make([]string, len(lines))
	for i, l := range lines {
		ids[i] = l.ID
	}
	all, err := s.view.Heads(r.Context(), ids)
	if err != nil {
		return nil, nil, err
	}
	out, refs, err := s.lines(r.Context(), all)
	for i := range out {
		out[i].Link = incidentAt(out[i].ID, q)
	}
	if terms := ledger.Terms(q.Text); err == nil && len(terms) > 0 {
		said, err := s.view.Sayings(r.Context(), ids, mostSayings)
		if err != nil {
			return nil, nil, err
		}
		for i := range out {
			out[i].Snippet = newSnippet(said[out[i].ID], terms)
		}
	}
	return out, refs, err
}

// mostSayings is how many sentences of an incident are looked at for what a search found.
const mostSayings = 60

// incidentsView is a list of a group's incidents.
type incidentsView struct {
	Lines []incidentLine
	Group shown
	Cut   string // what narrows it, in words; "" for all
	All   string // the address of all incidents of the group
	Pager pager
}

// groupIncidents lists those incidents of a group's dossier that an analysis.Cut in the address picks, by ?rule=.
func (s *site) groupIncidents(r *http.Request) (*page, error) {
	skip, err := offset(r)
	if err != nil {
		return nil, err
	}
	a, err := askedOf(r)
	if err != nil {
		return nil, err
	}
	cut := analysis.CutOf(r.URL.Query())
	all, err := s.cutOf(r.Context(), a.id, cut, a.rule)
	if err != nil {
		return nil, err
	}
	rest := all[min(skip, len(all)):]
	v := incidentsView{Group: shown{Text: s.book.Name(a.id), Link: groupLink(a.id)}, Cut: cutWords(cut), All: groupLink(a.id) + "/incidents",
		Pager: newPager(r, skip, s.opts.PerPage, len(rest))}
	var refs *refs
	if v.Lines, refs, err = s.lines(r.Context(), rest[:min(len(rest), s.opts.PerPage)]); err != nil {
		return nil, err
	}
	return &page{Title: "Incidents of " + v.Group.Text, Template: "incidents", Section: "incidents", Review: refs.review, Main: v}, nil
}

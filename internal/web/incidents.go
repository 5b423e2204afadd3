package web

import (
	"context"
	"net/http"

	"dateline/internal/analysis"
	"dateline/internal/ledger"
)

// listView is the list of the incidents that a query selects.
type listView struct {
	Explore explore
	Lines   []placedRow
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
	if v.Lines, refs, err = s.listed(r.Context(), rest[:min(len(rest), s.opts.PerPage)], sel.Query); err != nil {
		return nil, err
	}
	return &page{Title: "Incidents", Template: "list", Section: "incidents", Query: sel.Query.Text, Review: refs.review, Main: v}, nil
}

// snippets finds, for each of some incidents, the sentence that has most of what a search asks for; nil without one.
func (s *site) snippets(ctx context.Context, ids []string, text string) (map[string]snippet, error) {
	terms := ledger.Terms(text)
	if len(terms) == 0 {
		return nil, nil
	}
	said, err := s.view.Sayings(ctx, ids, mostSayings)
	out := map[string]snippet{}
	for id, all := range said {
		out[id] = newSnippet(all, terms)
	}
	return out, err
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

package web

import "net/http"

// card shows one incident in short: for the views that draw many.
func (s *site) card(r *http.Request) (*page, error) {
	id, err := id(r)
	if err != nil {
		return nil, err
	}
	all, err := s.view.IncidentsByID(r.Context(), []string{id})
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, &fault{http.StatusNotFound, "This ledger does not have that", "Nothing is kept here under the identifier in the address."}
	}
	lines, refs, err := s.lines(r.Context(), all)
	if err != nil {
		return nil, err
	}
	return &page{Title: lines[0].Title, Template: "card", Section: "incidents", Review: refs.review, Main: lines[0]}, nil
}

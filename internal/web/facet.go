package web

import (
	"net/http"
	"slices"

	"dateline/internal/selection"
)

// facetPage is all values of one facet of a selection.
type facetPage struct {
	Title  string
	Words  string // the selection in words
	Back   string // its list
	Values []facetValue
	Rest   int // values that are not listed
}

// mostValues is how many values the page of a facet lists.
const mostValues = 1000

// facet lists the values that a selection can be narrowed by, those of most incidents first.
func (s *site) facet(r *http.Request) (*page, error) {
	name := r.PathValue("name")
	i := slices.Index(selection.Names, name)
	if i < 0 {
		return nil, &fault{http.StatusNotFound, "There is no such page", "Incidents are not narrowed by that."}
	}
	sel, _, err := s.selected(r)
	if err != nil {
		return nil, err
	}
	v := facetPage{Title: facetTitles[name], Words: s.explore("list", sel).Words, Back: at("/incidents", sel.Query)}
	values := sel.Facets[i].Values
	v.Rest = max(0, len(values)-mostValues)
	for _, value := range values[:len(values)-v.Rest] {
		v.Values = append(v.Values, labeller{s}.value(name, value, sel.Query, "/incidents"))
	}
	return &page{Title: v.Title, Template: "facet", Section: "incidents", Query: sel.Query.Text, Main: v}, nil
}

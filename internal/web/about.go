package web

import (
	"cmp"
	"net/http"
	"slices"

	"dateline/internal/ledger"
)

// aboutView is what this ledger rests on and what it is not for.
type aboutView struct {
	Stats      ledger.Stats
	Span       string // first to last day of publication; "" if none is known
	Publishers []tally
	Languages  []tally
	Reviewed   int // statements that people accepted, corrected or rejected
}

// tally is how many reports have something.
type tally struct {
	Name    string
	Reports int
}

// about shows the method in short, its limits, and counts of this ledger.
func (s *site) about(r *http.Request) (*page, error) {
	var v aboutView
	var err error
	if v.Stats, err = s.view.Stats(r.Context()); err != nil {
		return nil, err
	}
	reports, err := s.view.Reports(r.Context())
	if err != nil {
		return nil, err
	}
	docket, err := s.view.Docket(r.Context())
	if err != nil {
		return nil, err
	}
	v.Reviewed = docket.Reviewed()
	if v.Stats.First != "" {
		v.Span = edtfWords(v.Stats.First) + " to " + edtfWords(v.Stats.Last)
	}
	v.Publishers = tallies(reports, func(r ledger.Summary) string { return cmp.Or(r.Publisher, "publisher not known") })
	v.Languages = tallies(reports, func(r ledger.Summary) string { return cmp.Or(r.Language, "not recognised") })
	return &page{Title: "About this ledger", Template: "about", Section: "about", Main: v}, nil
}

// tallies counts reports by what of says, the most first, then by name.
func tallies(reports []ledger.Summary, of func(ledger.Summary) string) []tally {
	n := map[string]int{}
	for _, r := range reports {
		n[of(r)]++
	}
	var out []tally
	for name, k := range n {
		out = append(out, tally{name, k})
	}
	slices.SortFunc(out, func(x, y tally) int { return cmp.Or(y.Reports-x.Reports, cmp.Compare(x.Name, y.Name)) })
	return out
}

package web

import (
	"cmp"
	"net/http"
	"slices"

	"dateline"
	"dateline/internal/ledger"
)

// homeView is the first page.
type homeView struct {
	Stats     ledger.Stats
	Groups    []groupLine // armed groups and the like, those most told of first
	Others    []groupLine // states, their forces and international bodies
	Incidents []incidentLine
	Reports   []reportLine
}

// groupLine is a group in the list.
type groupLine struct {
	ledger.ActorCount
	Name string
	Kind string
	Link string
}

// how many incidents and reports the first page shows.
const recent = 8

// home shows what the ledger speaks of.
func (s *site) home(r *http.Request) (*page, error) {
	ctx := r.Context()
	var v homeView
	var err error
	if v.Stats, err = s.view.Stats(ctx); err != nil {
		return nil, err
	}
	counts, err := s.view.Actors(ctx)
	if err != nil {
		return nil, err
	}
	v.Groups, v.Others = s.groupLines(counts)
	latest, err := s.view.Incidents(ctx, ledger.Filter{Counted: true, Newest: true, Limit: recent})
	if err != nil {
		return nil, err
	}
	lines, refs, err := s.lines(ctx, latest)
	if err != nil {
		return nil, err
	}
	v.Incidents = lines
	reports, err := s.view.Reports(ctx)
	if err != nil {
		return nil, err
	}
	latestReports := latestFirst(reports)
	for _, one := range latestReports[:min(len(latestReports), recent)] {
		v.Reports = append(v.Reports, newReportLine(one))
	}
	return &page{Title: "", Template: "home", Section: "groups", Review: refs.review, Main: v}, nil
}

// groupLines parts groups from states, those with most incidents first, then by statements and name.
func (s *site) groupLines(counts []ledger.ActorCount) (groups, others []groupLine) {
	for _, c := range counts {
		a, _ := s.book.Get(c.Actor)
		l := groupLine{ActorCount: c, Name: s.book.Name(c.Actor), Kind: string(a.Kind), Link: groupLink(c.Actor)}
		if isGroup(a) {
			groups = append(groups, l)
		} else {
			others = append(others, l)
		}
	}
	for _, list := range [][]groupLine{groups, others} {
		slices.SortStableFunc(list, func(x, y groupLine) int {
			return cmp.Or(y.Incidents-x.Incidents, y.Statements-x.Statements, cmp.Compare(x.Name, y.Name))
		})
	}
	return groups, others
}

// isGroup reports whether a is a body that no state or community of states runs.
func isGroup(a dateline.Actor) bool {
	switch a.Kind {
	case dateline.ArmedGroup, dateline.Militia, dateline.Coalition, dateline.Criminal, dateline.MediaWing:
		return true
	}
	return false
}

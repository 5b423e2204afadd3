package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"dateline"
	"dateline/internal/draw"
	"dateline/internal/ledger"
)

// homeView is the first page.
type homeView struct {
	Stats     ledger.Stats
	Groups    []groupLine // armed groups and the like, those most told of first
	Rest      []groupLine // those with fewest incidents, where there are many
	Waiting   waiting
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

	Spark draw.SVG // incidents by year; not of those with fewest
}

// how many incidents and reports the first page shows.
const recent = 8

// onHome is how many groups the first page has with their years.
const onHome = 40

// front is the first page as it is kept.
type front struct {
	view   homeView
	review review
}

// home shows what the ledger speaks of.
func (s *site) home(r *http.Request) (*page, error) {
	f, err := s.front.get(r.Context(), s.view.Stamp(), s.newFront)
	if err != nil {
		return nil, err
	}
	return &page{Title: "", Template: "home", Section: "groups", Review: f.review, Main: f.view}, nil
}

// newFront asks for all that the first page shows.
func (s *site) newFront(ctx context.Context) (f front, err error) {
	if f.view.Stats, err = s.view.Stats(ctx); err != nil {
		return front{}, err
	}
	counts, err := s.view.Actors(ctx)
	if err != nil {
		return front{}, err
	}
	f.view.Groups, f.view.Others = s.groupLines(counts)
	if n := len(f.view.Groups); n > onHome {
		f.view.Groups, f.view.Rest = f.view.Groups[:onHome], f.view.Groups[onHome:]
	}
	if f.view.Waiting, err = s.sparks(ctx, f.view.Groups); err != nil {
		return front{}, err
	}
	latest, err := s.view.Incidents(ctx, ledger.Filter{Counted: true, Newest: true, Limit: recent})
	if err != nil {
		return front{}, err
	}
	lines, refs, err := s.lines(ctx, latest)
	if err != nil {
		return front{}, err
	}
	f.view.Incidents, f.review = lines, refs.review
	reports, err := s.view.LatestReports(ctx, 0, recent)
	for _, one := range reports {
		f.view.Reports = append(f.view.Reports, newReportLine(one))
	}
	return f, err
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

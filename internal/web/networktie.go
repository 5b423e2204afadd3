package web

import (
	"net/http"
	"slices"

	"dateline"
	"dateline/internal/analysis"
)

// tieView is all that is told between two groups by a day.
type tieView struct {
	A, B  shown
	Asof  string
	Back  string // the address of the network
	Parts []tiePart
}

// tiePart is one thing between the two, with all who tell it.
type tiePart struct {
	tieRow
	Told, Denied, Ended []accountLine
	More                int // statements that are not on the page
	Over                bool
	Incidents           []shown
}

// mostTieStatements is how many statements of one tie a page has, the latest of them.
const mostTieStatements = 40

// networkTie shows what is told between ?a= and ?b= by the day ?at=.
func (s *site) networkTie(r *http.Request) (*page, error) {
	n, err := s.networkOf(r)
	if err != nil {
		return nil, err
	}
	a, b := r.URL.Query().Get("a"), r.URL.Query().Get("b")
	var found []analysis.Standing
	standing := 0
	for i, list := range [][]analysis.Standing{n.standing, n.over} {
		for _, t := range list {
			if t.A == a && t.B == b || t.A == b && t.B == a {
				found = append(found, t)
			}
		}
		if i == 0 {
			standing = len(found)
		}
	}
	if found == nil {
		return nil, &fault{http.StatusNotFound, "Nothing is told between these two", "No report of this selection, and no record, has anything between them by that day."}
	}
	refs, err := s.tieRefs(r, found)
	if err != nil {
		return nil, err
	}
	v := tieView{A: shown{Text: s.book.Name(a), Link: groupLink(a)}, B: shown{Text: s.book.Name(b), Link: groupLink(b)}, Asof: edtfWords(n.day),
		Back: "/network?" + n.address(n.day).Encode()}
	for i := range found {
		p := s.tiePart(n, &found[i], refs)
		p.Over = i >= standing
		v.Parts = append(v.Parts, p)
	}
	return &page{Title: v.A.Text + " and " + v.B.Text, Template: "networktie", Section: "incidents", Review: refs.review, Main: v}, nil
}

// tieRefs loads the statements that a page of these ties has.
func (s *site) tieRefs(r *http.Request, found []analysis.Standing) (*refs, error) {
	var ids []string
	for i := range found {
		for _, list := range [][]*dateline.Dealing{found[i].Told, found[i].Denied, found[i].Ended} {
			for _, d := range lastOf(list) {
				ids = append(ids, d.Statement)
			}
		}
	}
	entries, err := s.view.Statements(r.Context(), unique(ids))
	return newRefs(accounts(entries)...), err
}

func (s *site) tiePart(n *onDay, t *analysis.Standing, r *refs) tiePart {
	p := tiePart{tieRow: s.tieRow(n, t)}
	for _, list := range []struct {
		of []*dateline.Dealing
		to *[]accountLine
	}{{t.Told, &p.Told}, {t.Denied, &p.Denied}, {t.Ended, &p.Ended}} {
		for _, d := range lastOf(list.of) {
			*list.to = append(*list.to, r.account(r.known[d.Statement], ""))
		}
		p.More += len(list.of) - len(lastOf(list.of))
	}
	var seen []string
	for _, d := range slices.Concat(t.Told, t.Denied) {
		if d.Incident != "" && !slices.Contains(seen, d.Incident) && len(seen) < mostTieStatements {
			seen = append(seen, d.Incident)
			p.Incidents = append(p.Incidents, shown{Text: edtfWords(d.Day()), Link: "/incidents/" + d.Incident})
		}
	}
	return p
}

// lastOf are the latest, the latest of them first.
func lastOf(all []*dateline.Dealing) []*dateline.Dealing {
	out := slices.Clone(all[max(0, len(all)-mostTieStatements):])
	slices.Reverse(out)
	return out
}

package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"time"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
)

// file is all that the ledger has of a group.
type file struct {
	profile analysis.Profile
	dossier analysis.Dossier
	later   map[string]laterTurn        // of the incidents that the page lists
	cited   map[string]analysis.Account // the Statements that the group and what its page shows of incidents rest on, by ID
}

// asked is how a group's page is wanted.
type asked struct {
	id   string
	day  string // YYYY-MM-DD; "" for none
	rule analysis.Rule
	all  string // the section of the page to show whole; "" for none
}

// askedOf reads the address of a group's page.
func askedOf(r *http.Request) (asked, error) {
	q := r.URL.Query()
	a := asked{id: r.PathValue("id"), day: q.Get("at"), all: q.Get("all"), rule: cmp.Or(analysis.Rule(q.Get("rule")), analysis.Rules[0])}
	if !groupID.MatchString(a.id) {
		return a, &fault{http.StatusBadRequest, "That is no identifier", "A group’s identifier is made of letters, digits, hyphens and colons, such as islamic-state."}
	}
	if _, err := time.Parse(time.DateOnly, a.day); a.day != "" && err != nil {
		return a, &fault{http.StatusBadRequest, "That is no day", "at= in the address takes a day such as 2016-08-20."}
	}
	if !slices.Contains(analysis.Rules, a.rule) {
		return a, &fault{http.StatusBadRequest, "There is no such rule", "rule= in the address takes ucdp-blh, acled-lowest, gtd-recent-majority-lowest or ibc-minmax."}
	}
	return a, nil
}

// file returns all that the ledger has of a group, as it was loaded last unless the ledger has changed since.
func (s *site) file(ctx context.Context, q asked) (file, error) {
	of, stamp := q.id+" "+string(q.rule), s.view.Stamp()
	if f, ok := s.shelf.get(of, stamp); ok {
		return f, nil
	}
	f, err := s.load(ctx, q)
	if err == nil {
		s.shelf.put(of, stamp, f)
	}
	return f, err
}

// load asks the ledger for all that it has of a group; a fault if nothing is known of it.
func (s *site) load(ctx context.Context, q asked) (file, error) {
	entries, err := s.view.StatementsOf(ctx, q.id)
	if err != nil {
		return file{}, err
	}
	incidents, err := s.view.Incidents(ctx, ledger.Filter{Actor: q.id, Newest: true})
	if err != nil {
		return file{}, err
	}
	record, listed := s.book.Get(q.id)
	if !listed && len(entries) == 0 && len(incidents) == 0 {
		return file{}, &fault{http.StatusNotFound, "This ledger does not know that group",
			"No record has the identifier in the address, and no report here speaks of it."}
	}
	if !listed {
		record = dateline.Actor{ID: q.id, Name: s.book.Name(q.id)}
	}
	subject := analysis.Subject{Actor: record, Inverse: s.inverse(q.id), Incidents: incidents}
	for _, e := range entries {
		subject.Said = append(subject.Said, said(e))
	}
	f := file{profile: analysis.NewProfile(subject)}
	if f.later, err = s.spokenAgainst(ctx, idsOf(incidents[:min(len(incidents), onGroupPage)])); err != nil {
		return file{}, err
	}
	ev, err := s.evidence(ctx, entries, incidents)
	if err != nil {
		return file{}, err
	}
	ev.Rule, f.cited = q.rule, ev.Cited
	f.dossier = analysis.NewDossier(subject, f.profile, ev)
	return f, nil
}

// evidence loads what the figures of incidents, and the first of them altogether, rest on besides the statements that
// are there.
func (s *site) evidence(ctx context.Context, there []ledger.Entry, incidents []dateline.Incident) (analysis.Evidence, error) {
	ev := analysis.Evidence{Cited: map[string]analysis.Account{}}
	for _, a := range accounts(there) {
		ev.Cited[a.ID] = a
	}
	var ids, statements, reports []string
	for i, in := range incidents {
		ids, reports = append(ids, in.ID), append(reports, in.Reports...)
		if i < onGroupPage {
			statements = append(statements, in.Statements...)
		}
	}
	counting, err := s.view.Counting(ctx, ids, dateline.KilledRole)
	if err != nil {
		return ev, err
	}
	statements = slices.DeleteFunc(append(statements, counting...), func(id string) bool {
		_, have := ev.Cited[id]
		return have
	})
	more, err := s.view.Statements(ctx, unique(statements))
	if err != nil {
		return ev, err
	}
	for _, a := range accounts(more) {
		ev.Cited[a.ID] = a
	}
	sources, err := s.view.Sources(ctx, unique(reports))
	if err != nil {
		return ev, err
	}
	for _, x := range sources {
		ev.Sources = append(ev.Sources, analysis.Source(x))
	}
	ev.Presses, err = s.presses.get(ctx, s.view.Stamp(), s.newPresses)
	return ev, err
}

// newPresses asks how many reports each publisher has in each month.
func (s *site) newPresses(ctx context.Context) (out []analysis.Press, err error) {
	presses, err := s.view.Presses(ctx)
	for _, x := range presses {
		out = append(out, analysis.Press(x))
	}
	return out, err
}

// ruleLink leads to the same page by another rule; one without a Link is the page's own.
type ruleLink struct{ Rule, Link string }

func ruleLinks(page, section string, own analysis.Rule) []ruleLink {
	var out []ruleLink
	for _, r := range analysis.Rules {
		l := ruleLink{Rule: string(r)}
		if r != own {
			l.Link = page + "?" + url.Values{"rule": {string(r)}}.Encode() + "#" + section
		}
		out = append(out, l)
	}
	return out
}

// cutOf loads the incidents of a group that a cut picks, in the order of its page.
func (s *site) cutOf(ctx context.Context, group string, c analysis.Cut, rule analysis.Rule) ([]dateline.Incident, error) {
	f, err := s.file(ctx, asked{id: group, rule: rule})
	if err != nil {
		return nil, err
	}
	var out []dateline.Incident
	for _, e := range analysis.Pick(f.dossier.Entries, c) {
		out = append(out, e.Incident)
	}
	return out, nil
}

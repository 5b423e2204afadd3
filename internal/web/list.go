package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/ledger"
)

// incidentLine is an incident in a list.
type incidentLine struct {
	ID          string
	Title       string
	Kind        string
	When, Where shown   // zero: not reported
	Killed      []shown // nil: not reported
	Tags        []string
	Held        []shown // how the group of the page is held responsible
	Who         []shown // who is held responsible, and how; the best supported
	MoreWho     string  // how many accounts of that there are besides; "" for none
	Reports     int
	Independent int
}

// cited lists the Statements that an incidentLine links to.
func (s *site) cited(all []dateline.Incident) []string {
	var ids []string
	for i := range all {
		in := &all[i]
		if len(in.Dates) > 0 {
			ids = append(ids, few(in.Dates[0].Statements)...)
		}
		if len(in.Places) > 0 {
			ids = append(ids, few(in.Places[0].Statements)...)
		}
		for _, t := range in.Tolls {
			if t.Value.Of == dateline.KilledRole {
				ids = append(ids, few(t.Statements)...)
			}
		}
		who, _ := s.named(in)
		for _, p := range who {
			ids = append(ids, few(p.Statements)...)
		}
	}
	return ids
}

// mostCited is how many Statements a value in a list links to; the incident's page has them all.
const mostCited = 2

func few(ids []string) []string { return ids[:min(len(ids), mostCited)] }

// brief is a value in a list: with links to its first Statements, and how many more there are.
func (r *refs) brief(text string, ids []string, note string) shown {
	if n := len(ids) - mostCited; n > 0 {
		note = strings.TrimPrefix(note+"; "+plural(n, "more statement"), "; ")
	}
	return shown{Text: text, Refs: r.of(few(ids)...), Note: note}
}

// incident lays out in for a list.
func (r *refs) incident(in *dateline.Incident) incidentLine {
	l := incidentLine{ID: in.ID, Title: incidentTitle(in), Kind: upper(kindWords(in.Kind)), Tags: incidentTags(in),
		Reports: len(in.Reports), Independent: in.Independent}
	if len(in.Dates) > 0 {
		l.When = r.brief(dateWords(in.Dates[0].Value), in.Dates[0].Statements, others(len(in.Dates)))
	}
	if len(in.Places) > 0 {
		l.Where = r.brief(placeWords(in.Places[0].Value), in.Places[0].Statements, others(len(in.Places)))
	}
	for _, t := range in.Tolls {
		if t.Value.Of == dateline.KilledRole {
			l.Killed = append(l.Killed, r.brief(countWords(t.Value.Count), t.Statements, ""))
		}
	}
	return l
}

// mostWho is how many accounts of who did it a list shows.
const mostWho = 2

// named lists the best supported accounts of who did it, one of each party and few, and how many parties more there are.
func (s *site) named(in *dateline.Incident) (who []dateline.Told[dateline.Responsible], more int) {
	seen := map[string]bool{}
	for _, p := range in.Perpetrators {
		if name := s.party(p.Value); !seen[name] {
			seen[name] = true
			if len(who) < mostWho {
				who = append(who, p)
			}
		}
	}
	return who, len(seen) - len(who)
}

// party is what a list calls one who is held responsible.
func (s *site) party(p dateline.Responsible) string {
	if p.Actor != "" {
		return s.book.Name(p.Actor)
	}
	return tidy(p.Text)
}

// parties lays out who is held responsible, and whether that was taken back.
func (s *site) parties(in *dateline.Incident, later map[string]laterTurn, r *refs, l *incidentLine) {
	all, more := s.named(in)
	for _, p := range all {
		who := r.brief(upper(s.party(p.Value)), p.Statements, heldAndLater(p, later))
		who.Link = groupLink(p.Value.Actor)
		l.Who = append(l.Who, who)
	}
	if more > 0 {
		l.MoreWho = "and " + plural(more, "other")
	}
}

// heldAndLater is heldWords, and what later speaks against it.
func heldAndLater(p dateline.Told[dateline.Responsible], later map[string]laterTurn) string {
	words := heldWords(p.Value)
	if l, ok := laterOf(later, p.Statements); ok {
		words += ", " + l.Brief
	}
	return words
}

// others says how many more accounts of a field there are.
func others(n int) string {
	if n < 2 {
		return ""
	}
	return plural(n-1, "other account")
}

// incidentTitle names an incident by what is best supported: what, where and when.
func incidentTitle(in *dateline.Incident) string {
	parts := []string{upper(kindWords(in.Kind))}
	if len(in.Places) > 0 {
		parts = append(parts, in.Places[0].Value.Name)
	} else {
		parts = append(parts, "place not reported")
	}
	if len(in.Dates) > 0 && !in.Dates[0].Value.IsZero() {
		parts = append(parts, dateWords(in.Dates[0].Value))
	} else {
		parts = append(parts, "date not reported")
	}
	return strings.Join(parts, ", ")
}

// incidentTags says what keeps an incident from counting as news that took place.
func incidentTags(in *dateline.Incident) []string {
	var out []string
	if w := realityWords(in.Reality); w != "" {
		out = append(out, w)
	}
	if in.Background {
		out = append(out, "told as background")
	}
	return out
}

// lines lays out incidents with links to the Statements that tell them.
func (s *site) lines(ctx context.Context, all []dateline.Incident) ([]incidentLine, *refs, error) {
	ids := unique(s.cited(all))
	states, err := s.view.States(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	later, err := s.spokenAgainst(ctx, idsOf(all))
	if err != nil {
		return nil, nil, err
	}
	r := newMarks(ids, states)
	var out []incidentLine
	for i := range all {
		l := r.incident(&all[i])
		s.parties(&all[i], later, r, &l)
		out = append(out, l)
	}
	return out, r, nil
}

func idsOf(all []dateline.Incident) []string {
	out := make([]string, len(all))
	for i := range all {
		out[i] = all[i].ID
	}
	return out
}

// unique returns the strings without repetition, in the order of their first appearance.
func unique(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// pager leads to the pages before and after one of a list.
type pager struct {
	From, To      int    // the first and the last that are shown, counted from 1
	Before, After string // addresses; "" for none
}

// offset reads ?skip=, how many to skip.
func offset(r *http.Request) (int, error) {
	s := r.URL.Query().Get("skip")
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1<<30 {
		return 0, &fault{http.StatusBadRequest, "That is no place in the list", "skip= in the address takes a whole number."}
	}
	return n, nil
}

// newPager makes the pager of a page that skips from and of which got were found, one more than per
// if there are more.
func newPager(r *http.Request, from, per, got int) pager {
	p := pager{From: from + 1, To: from + min(got, per)}
	to := func(n int) string {
		q := r.URL.Query()
		q.Set("skip", strconv.Itoa(n))
		return r.URL.Path + "?" + q.Encode()
	}
	if from > 0 {
		p.Before = to(max(0, from-per))
	}
	if got > per {
		p.After = to(from + per)
	}
	return p
}

// groupLink is the address of a group's page; "" for no group.
func groupLink(actor string) string {
	if actor == "" {
		return ""
	}
	return "/groups/" + url.PathEscape(actor)
}

// reportLine is a report in a list.
type reportLine struct {
	ledger.Summary
	Name    string
	Date    string
	Snippet snippet // of a search
}

func newReportLine(s ledger.Summary) reportLine {
	date := "date not known"
	if !s.Published.IsZero() {
		date = dateWords(s.Published)
	}
	return reportLine{Summary: s, Name: reportName(s.Title, s.File), Date: date}
}

package web

// How pages rule: every ruling, of whatever screen, is a form (or a script's request of the same form) to
//
//	POST /decisions      Content-Type: application/x-www-form-urlencoded
//
//	ruling   accept, correct, reject, unsure, same, not same, undo (dateline.Rulings)
//	on       a Statement.ID; a second 'on' for same, not same and unsure of two; for undo the Decision.ID
//	part     the number of a part, -2-i for speaker i; absent or "" for the whole statement
//	value    of a correction, as a person writes it ('Konduga', 'at least 11', '2024-03', 'unknown', a kind)
//	reason   why; it may not be empty, but a screen may fill it in
//	seen     the Decision.ID that the screen showed last of this matter: docket.Last(on...) when the page was made; ""
//	         if there was none. For an undo: docket.Last of what the undone ruling is on
//	settles  "yes" if it settles what readers disagree on, which takes an Editor: the reason then says so
//	next     the page to go on to: a path of ours; absent: the statement or the incidents
//	author   who rules; only at a machine without accounts, where it is asked once and kept in a cookie
//
// Any other field is refused (unknown_field). The least role is Reviewer; to take back another's ruling, Editor. Show the form only if
// s.who(r).Role >= account.Reviewer, and ask for author if s.who(r).Name is "" (it never is with accounts). Templates
// ask {{if .Who.May "reviewer"}}. Whether rulings can be written at all is s.ruling().
//
// A browser is sent on to next (303). A script sends Accept: application/json and gets
//
//	201  {"id": "...", "at": "...", "author": "...", "again": false, "working": true}
//	4xx  {"error": {"code": "...", "words": "...", "near": [...], "since": [{"id", "author", "at", "did", "reason"}], "seen": "..."}}
//
// where id is the next 'seen' of the same matter. The same form sent twice makes one decision ("again": true). If others
// ruled since 'seen' the answer is 409, code conflict, with their rulings, and 'seen' as it would be to rule all the same; the
// page for browsers shows both versions with a button for that. A correction that cannot be read is 422, code
// bad_value, with what is near. 503, code ledger_busy: try again. Nothing that was typed is lost: pages hold it.
//
// Incidents follow in the background: s.working() says that some do not have the last rulings yet; show it
// ({{.Working}} of every page), for the reader is not made to wait.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"dateline"
	"dateline/internal/account"
	"dateline/internal/ledger"
	rulings "dateline/internal/review"
)

// Desk takes the rulings that pages make. Decide returns when a ruling is on the disk, or says why it is not: a
// ledger.Conflict, a ledger.Error, or an error with a method Nearest if a corrected value cannot be read. Working reports
// whether incidents do not have all rulings yet.
type Desk interface {
	Decide(context.Context, ledger.Proposal) (ledger.Kept, error)
	Working() bool
}

// ruling reports whether pages can rule here.
func (s *site) ruling() bool { return s.opts.Desk != nil }

// working reports whether incidents do not have all rulings yet.
func (s *site) working() bool { return s.ruling() && s.opts.Desk.Working() }

// decide answers POST /decisions.
func (s *site) decide(w http.ResponseWriter, r *http.Request) {
	f, err := readRuling(w, r)
	if err != nil {
		s.refuse(w, r, f, err)
		return
	}
	who := s.who(r)
	if who.Local && f.get("author") != "" {
		who.Name = f.get("author")
	}
	p, err := s.proposal(r.Context(), f, who)
	if err != nil {
		s.refuse(w, r, f, err)
		return
	}
	k, err := s.opts.Desk.Decide(r.Context(), p)
	if err != nil {
		s.refuse(w, r, f, err)
		return
	}
	if who.Local && f.get("author") != "" {
		http.SetCookie(w, s.cookie(authorCookie, escape(who.Name), 365*24*time.Hour))
	}
	if wantsJSON(r) {
		s.json(w, http.StatusCreated, map[string]any{"id": k.Decision.ID, "at": k.Decision.At.UTC().Format(time.RFC3339), "author": k.Decision.Author,
			"again": k.Again, "working": s.working()})
		return
	}
	http.Redirect(w, r, s.onSite(f.get("next"), after(p.Decision)), http.StatusSeeOther)
}

// readRuling reads the form of a ruling.
func readRuling(w http.ResponseWriter, r *http.Request) (form, error) {
	return readForm(w, r, "ruling", "on...", "part", "value", "reason", "seen", "next", "author", "settles")
}

// after is where a ruling leads that does not say where.
func after(d dateline.Decision) string {
	if d.Ruling == dateline.Undo {
		return "/incidents"
	}
	return "/statements/" + d.On[0]
}

// proposal is what a form rules; a fault if it rules nothing, or the visitor may not rule it.
func (s *site) proposal(ctx context.Context, f form, who visitor) (ledger.Proposal, error) {
	if s.opts.Desk == nil {
		return ledger.Proposal{}, &fault{http.StatusForbidden, "These pages can only be read", "Nobody can rule here: the ledger is served for reading."}
	}
	d := dateline.Decision{Ruling: dateline.Ruling(f.get("ruling")), On: f.all("on"), Part: dateline.Whole, Value: f.get("value"), Author: who.Name, Reason: f.get("reason")}
	if who.Local && account.CheckName(who.Name) != nil {
		return ledger.Proposal{}, &fault{http.StatusBadRequest, "Who rules?", "Every decision is signed. Give your name once; this machine remembers it."}
	}
	for _, id := range append([]string{f.get("seen")}, d.On...) {
		if id != "" && !identifier.MatchString(id) {
			return ledger.Proposal{}, malformedRuling("Statements and decisions have identifiers of sixteen digits and letters from a to f.")
		}
	}
	if part := f.get("part"); part != "" {
		n, err := strconv.Atoi(part)
		if err != nil || n > 1<<16 || n < -1<<16 {
			return ledger.Proposal{}, malformedRuling("A part has a number.")
		}
		d.Part = n
	}
	switch {
	case !slices.Contains(dateline.Rulings, d.Ruling) || len(d.On) == 0 || slices.Contains(d.On, ""):
		return ledger.Proposal{}, malformedRuling("It rules nothing that there is.")
	case d.Reason == "":
		return ledger.Proposal{}, &fault{http.StatusBadRequest, "Why?", "Every decision has a reason, in a few words: others will ask."}
	case len(d.Reason) > 4000 || len(d.Value) > 1000:
		return ledger.Proposal{}, malformedRuling("A reason has up to 4,000 bytes, a value up to 1,000.")
	}
	if err := settle(&d, f.get("settles") == "yes", who); err != nil {
		return ledger.Proposal{}, err
	}
	return ledger.Proposal{Decision: d, Seen: f.get("seen")}, s.mayUndo(ctx, d, who)
}

// settle marks a ruling as one that settles what readers disagree on; nobody else may write the mark.
func settle(d *dateline.Decision, settles bool, who visitor) error {
	switch {
	case !settles && !rulings.Settles(*d):
		return nil
	case who.Role < account.Editor:
		return &fault{http.StatusForbidden, "That is for an editor", "Where readers disagree an editor settles it."}
	case !rulings.Settles(*d):
		d.Reason = rulings.Adjudicates + d.Reason
	}
	return nil
}

func malformedRuling(words string) *fault {
	return &fault{http.StatusBadRequest, "That is no decision", words}
}

// mayUndo refuses to take back another's ruling to whoever is no editor.
func (s *site) mayUndo(ctx context.Context, d dateline.Decision, who visitor) error {
	if d.Ruling != dateline.Undo || who.Role >= account.Editor {
		return nil
	}
	author, err := s.view.Author(ctx, d.On[0])
	if err != nil || author == who.Name {
		return err
	}
	return &fault{http.StatusForbidden, "That is another's decision", "A reviewer takes back their own decisions. To overrule this one, rule anew; to take it back, ask an editor."}
}

// again is a page that shows a form that was not taken, with everything that was typed.
type again struct {
	Words  string
	Since  []decisionLine // what others ruled meanwhile
	Near   []string       // what a value may have been meant for
	Hidden []field
	Value  string // of a correction; "" if it is none
	Reason string
	Did    string  // what the form rules, in words
	On     []shown // the statements
	Author bool    // a name is asked for
	Login  bool    // the visitor has to log in first
	Button string  // "" if there is no use in sending it again
}

// refuse says why a ruling is not kept, and keeps what was typed.
func (s *site) refuse(w http.ResponseWriter, r *http.Request, f form, err error) {
	fa, code := s.asRefusal(r, err)
	a := again{Words: fa.words, Reason: f.get("reason"), Value: f.get("value"), Did: didWords(f), Button: "Send it again", Author: fa.title == "Who rules?"}
	if s.who(r).Role >= account.Reader {
		a.On = s.quoted(r.Context(), f)
	}
	seen := f.get("seen")
	var c *ledger.Conflict
	if errors.As(err, &c) {
		a.Since, a.Button, seen = s.sinceLines(r.Context(), c.Since), "Rule all the same", c.Since[len(c.Since)-1].ID
	}
	var bad interface{ Nearest() []string }
	if errors.As(err, &bad) {
		a.Near = bad.Nearest()
	}
	if wantsJSON(r) {
		s.json(w, fa.status, map[string]any{"error": refusalJSON{code, fa.title + ". " + fa.words, a.Near, sinceJSON(a.Since), seen}})
		return
	}
	for _, name := range []string{"ruling", "on", "part", "next", "settles"} {
		for _, v := range f.all(name) {
			a.Hidden = append(a.Hidden, field{name, v})
		}
	}
	a.Hidden = append(a.Hidden, field{"seen", seen})
	if f.get("ruling") == "" || fa.status == http.StatusForbidden {
		a.Button = ""
	}
	a.Login = fa.status == http.StatusUnauthorized
	s.write(w, r, fa.status, &page{Title: fa.title, Template: "again", Main: a})
}

type refusalJSON struct {
	Code  string      `json:"code"`
	Words string      `json:"words"`
	Near  []string    `json:"near,omitempty"`
	Since []ruledJSON `json:"since,omitempty"`
	Seen  string      `json:"seen"`
}

type ruledJSON struct {
	ID     string `json:"id"`
	Author string `json:"author"`
	At     string `json:"at"`
	Did    string `json:"did"`
	Reason string `json:"reason"`
}

func sinceJSON(ls []decisionLine) (out []ruledJSON) {
	for _, l := range ls {
		out = append(out, ruledJSON{l.ID, l.Author, l.At, l.Did, l.Reason})
	}
	return out
}

// asRefusal finds a status, words and a code for why a ruling is not kept.
func (s *site) asRefusal(r *http.Request, err error) (*fault, string) {
	var c *ledger.Conflict
	var bad interface {
		error
		Nearest() []string
	}
	var e *ledger.Error
	switch {
	case errors.As(err, &c):
		return &fault{http.StatusConflict, "Somebody ruled on this meanwhile", "Your page was made before that. Both versions are below; nothing is lost and nothing was overruled."}, "conflict"
	case errors.As(err, &bad):
		return &fault{http.StatusUnprocessableEntity, "The correction could not be read", "It " + bad.Error() + "."}, "bad_value"
	case ledger.CodeOf(err) == ledger.Malformed || ledger.CodeOf(err) == ledger.NotFound:
		errors.As(err, &e)
		status := map[string]int{ledger.Malformed: http.StatusBadRequest, ledger.NotFound: http.StatusNotFound}[e.Code]
		return &fault{status, "That cannot be ruled", "The ledger says: " + e.Msg + "."}, e.Code
	case ledger.CodeOf(err) == ledger.Busy:
		return &fault{http.StatusServiceUnavailable, "The ledger is busy", "Another program is writing it. Your decision is not kept yet; send it again in a moment."}, ledger.Busy
	case ledger.CodeOf(err) == ledger.DiskFull:
		return &fault{http.StatusInsufficientStorage, "The disk is full", "Your decision is not kept. It can be sent again when there is room."}, ledger.DiskFull
	case ledger.CodeOf(err) == ledger.ReadOnly:
		return &fault{http.StatusForbidden, "These pages can only be read", "The ledger's file may not be written, so the decision is not kept."}, ledger.ReadOnly
	case ledger.CodeOf(err) == ledger.StorageFailed:
		s.opts.Log.Error("decision not kept", "error", err)
		return &fault{http.StatusServiceUnavailable, "The disk refused", "Your decision is not kept. The program has to be started again before anything is written."}, ledger.StorageFailed
	case errors.Is(err, context.DeadlineExceeded):
		return &fault{http.StatusServiceUnavailable, "That took too long", "The decision may be kept or not. Send it again: it is never kept twice."}, "timeout"
	}
	f := s.asFault(r, err)
	return f, refusals[f.status]
}

// sinceLines words rulings that came in between.
func (s *site) sinceLines(ctx context.Context, ds []dateline.Decision) (out []decisionLine) {
	at := map[string]*ledger.Entry{}
	for _, d := range ds {
		for _, id := range d.On {
			if e, err := s.view.Statement(ctx, id); err == nil { // an undo is on none
				at[id] = &e
			}
		}
	}
	for _, d := range ds {
		out = append(out, lineOf(rulings.Ruled{Decision: d}, at))
	}
	return out
}

// quoted is what a form rules on, as far as it is there.
func (s *site) quoted(ctx context.Context, f form) (out []shown) {
	for _, id := range f.all("on") {
		if e, err := s.view.Statement(ctx, id); err == nil {
			out = append(out, shown{Text: quoteOf(&e, id), Link: "/statements/" + id})
		}
	}
	return out
}

// didWords says what a form rules.
func didWords(f form) string {
	words := f.get("ruling")
	if f.get("value") != "" {
		words += " to " + f.get("value")
	}
	return words
}

// json sends a value to a script of ours.
func (s *site) json(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings, numbers and lists of them
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", fmt.Sprint(len(b)))
	w.WriteHeader(status)
	w.Write(b) // a reader who has gone is no fault of ours
}

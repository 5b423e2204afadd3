package web

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"dateline/internal/account"
)

// login is the page to log in.
type login struct {
	Name  string
	Next  string
	Wrong string // why it did not work; "" at first
}

// loginPage answers GET /login.
func (s *site) loginPage(w http.ResponseWriter, r *http.Request) {
	switch who := s.who(r); {
	case who.Local:
		s.fail(w, r, noAccounts)
	case who.Role != account.Nobody:
		http.Redirect(w, r, s.onSite(r.URL.Query().Get("next"), "/"), http.StatusSeeOther)
	default:
		s.write(w, r, http.StatusOK, &page{Title: "Log in", Template: "login", Main: login{Next: s.onSite(r.URL.Query().Get("next"), "/")}})
	}
}

// noAccounts is for pages that are of use with accounts only.
var noAccounts = &fault{http.StatusNotFound, "There are no accounts here",
	"This ledger is this machine's alone, and everything is open to whoever sits at it. 'dateline account add NAME --role admin' makes the first account."}

// enter answers POST /login.
func (s *site) enter(w http.ResponseWriter, r *http.Request) {
	f, err := readForm(w, r, "name", "password", "next")
	if err == nil && s.who(r).Local {
		err = noAccounts
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	next := s.onSite(f.get("next"), "/")
	token, err := s.opts.Door.Enter(r.Context(), f.get("name"), f.values.Get("password"), s.address(r))
	var many *account.TooMany
	switch {
	case errors.As(err, &many):
		w.Header().Set("Retry-After", strconv.Itoa(int(many.Wait/time.Second)+1))
		s.write(w, r, http.StatusTooManyRequests, &page{Title: "Log in", Template: "login", Main: login{f.get("name"), next, sentence(many)}})
	case errors.Is(err, account.ErrWrong):
		s.write(w, r, http.StatusUnauthorized, &page{Title: "Log in", Template: "login", Main: login{f.get("name"), next, sentence(err)}})
	case err != nil:
		s.fail(w, r, err)
	default:
		s.leave(r)
		http.SetCookie(w, s.cookie(s.sessionCookie(), token, 0))
		http.Redirect(w, r, next, http.StatusSeeOther)
	}
}

// leave ends the session that the browser holds, if any.
func (s *site) leave(r *http.Request) {
	if who := s.who(r); who.Session != "" {
		if _, err := s.opts.Door.End(r.Context(), who.Name, who.Session); err != nil {
			s.opts.Log.Error("session not ended", "error", err)
		}
	}
}

// logout answers POST /logout.
func (s *site) logout(w http.ResponseWriter, r *http.Request) {
	if _, err := readForm(w, r); err != nil {
		s.fail(w, r, err)
		return
	}
	s.leave(r)
	http.SetCookie(w, s.cookie(s.sessionCookie(), "", -1))
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

// sentence is an error as a sentence.
func sentence(err error) string { return upper(err.Error()) + "." }

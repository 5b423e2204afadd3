package web

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"dateline/internal/account"
)

// me is the page of whoever asks: their name, their sessions, their password.
type me struct {
	Sessions []sessionLine
	Done     string // what was done; "" if nothing was
	Wrong    string // why it was not done
}

// sessionLine is a browser that is logged in.
type sessionLine struct {
	ID          string
	Begun, Used string
	This        bool
}

// mePage answers GET /me.
func (s *site) mePage(w http.ResponseWriter, r *http.Request) { s.showMe(w, r, http.StatusOK, me{}) }

func (s *site) showMe(w http.ResponseWriter, r *http.Request, status int, m me) {
	who := s.who(r)
	if !who.Local {
		all, err := s.opts.Door.Sessions(r.Context(), who.Name)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		for _, x := range all {
			m.Sessions = append(m.Sessions, sessionLine{x.ID, moment(x.Begun), moment(x.Used), x.ID == who.Session})
		}
	}
	s.write(w, r, status, &page{Title: "You", Template: "me", Main: m})
}

// moment writes a time for people.
func moment(t time.Time) string { return t.UTC().Format("2 January 2006, 15:04 UTC") }

// setName answers POST /me/name: who sits at a machine without accounts.
func (s *site) setName(w http.ResponseWriter, r *http.Request) {
	f, err := readForm(w, r, "name")
	if err == nil && !s.who(r).Local {
		err = &fault{http.StatusForbidden, "Your name is your account's", "Decisions are signed with the name of the account that makes them."}
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	name := strings.Join(strings.Fields(f.get("name")), " ")
	if err := account.CheckName(name); err != nil {
		s.showMe(w, r, http.StatusBadRequest, me{Wrong: sentence(err)})
		return
	}
	http.SetCookie(w, s.cookie(authorCookie, escape(name), 365*24*time.Hour))
	http.Redirect(w, r, "/me", http.StatusSeeOther)
}

// setPassword answers POST /me/password.
func (s *site) setPassword(w http.ResponseWriter, r *http.Request) {
	f, err := readForm(w, r, "old", "new", "again")
	if err == nil && s.who(r).Local {
		err = noAccounts
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	who := s.who(r)
	switch err := s.newPassword(r, who, f); {
	case err == nil && who.Temporary:
		http.Redirect(w, r, "/", http.StatusSeeOther)
	case err == nil:
		s.showMe(w, r, http.StatusOK, me{Done: "Your password is changed, and your other sessions are ended."})
	default:
		s.refuseMe(w, r, err)
	}
}

// newPassword changes a password for another.
func (s *site) newPassword(r *http.Request, who visitor, f form) error {
	if f.values.Get("new") != f.values.Get("again") {
		return errTwo
	}
	if f.values.Get("new") == f.values.Get("old") {
		return errSame
	}
	if err := s.opts.Door.Prove(r.Context(), who.Name, f.values.Get("old"), s.address(r)); err != nil {
		return err
	}
	return s.opts.Door.SetPassword(r.Context(), who.Name, f.values.Get("new"), false, who.Session)
}

var (
	errTwo  = errors.New("the new password was typed in two ways")
	errSame = errors.New("that is the old password")
)

// refuseMe shows the page with what is wrong.
func (s *site) refuseMe(w http.ResponseWriter, r *http.Request, err error) {
	var wrong *account.Wrong
	var many *account.TooMany
	switch {
	case errors.As(err, &many):
		s.showMe(w, r, http.StatusTooManyRequests, me{Wrong: sentence(err)})
	case errors.Is(err, account.ErrWrong):
		s.showMe(w, r, http.StatusForbidden, me{Wrong: "The old password is wrong."})
	case errors.As(err, &wrong) || errors.Is(err, errTwo) || errors.Is(err, errSame):
		s.showMe(w, r, http.StatusBadRequest, me{Wrong: sentence(err)})
	default:
		s.fail(w, r, err)
	}
}

// endSession answers POST /me/sessions/end: one of one's own, or all others.
func (s *site) endSession(w http.ResponseWriter, r *http.Request) {
	f, err := readForm(w, r, "session")
	if err == nil && s.who(r).Local {
		err = noAccounts
	}
	if err == nil {
		err = s.endSessions(r, f.get("session"))
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	http.Redirect(w, r, "/me", http.StatusSeeOther)
}

func (s *site) endSessions(r *http.Request, which string) error {
	who := s.who(r)
	if which != "others" {
		ended, err := s.opts.Door.End(r.Context(), who.Name, which)
		if err == nil && !ended {
			err = &fault{http.StatusNotFound, "There is no such session", "It may have ended already."}
		}
		return err
	}
	all, err := s.opts.Door.Sessions(r.Context(), who.Name)
	for _, x := range all {
		if err == nil && x.ID != who.Session {
			_, err = s.opts.Door.End(r.Context(), who.Name, x.ID)
		}
	}
	return err
}

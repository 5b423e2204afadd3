package web

import (
	"errors"
	"net/http"

	"dateline/internal/account"
)

// people is the page of who has an account.
type people struct {
	People []personLine
	Roles  []string
	Done   string
	Wrong  string
	Name   string // typed for a new account that could not be made
	Secret string // a password that was made up, shown this once
	Of     string // whose it is
}

// personLine is somebody who has an account.
type personLine struct {
	Name, Role, Made    string
	Disabled, Temporary bool
	You                 bool
}

// peoplePage answers GET /accounts.
func (s *site) peoplePage(w http.ResponseWriter, r *http.Request) {
	s.showPeople(w, r, http.StatusOK, people{})
}

func (s *site) showPeople(w http.ResponseWriter, r *http.Request, status int, p people) {
	who := s.who(r)
	if who.Local {
		s.fail(w, r, noAccounts)
		return
	}
	all, err := s.opts.Door.People(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	for _, x := range all {
		p.People = append(p.People, personLine{x.Name, x.Role.String(), moment(x.Made), x.Disabled, x.Temporary, x.Name == who.Name})
	}
	for _, role := range account.Roles {
		p.Roles = append(p.Roles, role.String())
	}
	s.write(w, r, status, &page{Title: "Accounts", Template: "people", Main: p})
}

// changePeople answers a form that changes accounts: do gets its fields and says what was done.
func (s *site) changePeople(do func(*http.Request, form) (people, error), fields ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		f, err := readForm(w, r, fields...)
		if err == nil && s.who(r).Local {
			err = noAccounts
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
		p, err := do(r, f)
		var wrong *account.Wrong
		switch {
		case errors.As(err, &wrong):
			s.showPeople(w, r, http.StatusBadRequest, people{Wrong: wrong.Sentence(), Name: f.get("name")})
		case err != nil:
			s.fail(w, r, err)
		default:
			s.showPeople(w, r, http.StatusOK, p)
		}
	}
}

// addPerson answers POST /accounts: an account with a password that is shown once and has to be changed.
func (s *site) addPerson(r *http.Request, f form) (people, error) {
	role, err := account.RoleOf(f.get("role"))
	if err != nil {
		return people{}, &fault{http.StatusBadRequest, "There is no such role", "Roles are reader, reviewer, editor and admin."}
	}
	secret := account.NewPassword()
	return people{Secret: secret, Of: f.get("name")}, s.opts.Door.Add(r.Context(), f.get("name"), role, secret, true)
}

// setRole answers POST /accounts/role.
func (s *site) setRole(r *http.Request, f form) (people, error) {
	role, err := account.RoleOf(f.get("role"))
	if err != nil {
		return people{}, &fault{http.StatusBadRequest, "There is no such role", "Roles are reader, reviewer, editor and admin."}
	}
	return people{Done: f.get("name") + " is " + role.String() + " from now on. Their sessions are ended."}, s.opts.Door.SetRole(r.Context(), f.get("name"), role)
}

// setDisabled answers POST /accounts/disable.
func (s *site) setDisabled(r *http.Request, f form) (people, error) {
	if d := f.get("disabled"); d != "yes" && d != "no" {
		return people{}, &fault{http.StatusBadRequest, "That is not what the form asks for", "An account is disabled, yes or no."}
	}
	done := people{Done: f.get("name") + " can log in again."}
	if f.get("disabled") == "yes" {
		done.Done = f.get("name") + " is shut out. Their sessions are ended; their decisions stay."
	}
	return done, s.opts.Door.SetDisabled(r.Context(), f.get("name"), f.get("disabled") == "yes")
}

// resetPassword answers POST /accounts/password.
func (s *site) resetPassword(r *http.Request, f form) (people, error) {
	secret := account.NewPassword()
	return people{Secret: secret, Of: f.get("name")}, s.opts.Door.SetPassword(r.Context(), f.get("name"), secret, true, "")
}

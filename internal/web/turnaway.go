package web

import (
	"net/http"
	"net/url"

	"dateline/internal/account"
)

// turnAway answers whoever does not have the role that something takes.
func (s *site) turnAway(w http.ResponseWriter, r *http.Request, role account.Role) {
	f := &fault{http.StatusForbidden, "That is not yours to do", "It takes the role of " + role.String() + "; yours is " + s.who(r).Role.String() + "."}
	if s.who(r).Role == account.Nobody {
		f = &fault{http.StatusUnauthorized, "Log in first", "You are not logged in, or your session has ended. Log in, in another tab if something is typed here, and send it again."}
	}
	switch {
	case r.URL.Path == "/decisions" && r.Method == http.MethodPost:
		form, err := readRuling(w, r)
		if err != nil {
			s.refuse(w, r, form, err)
			return
		}
		s.refuse(w, r, form, f)
	case wantsJSON(r):
		s.json(w, f.status, map[string]any{"error": map[string]string{"code": refusals[f.status], "words": f.title + ". " + f.words}})
	case f.status == http.StatusUnauthorized && toRead(r):
		http.Redirect(w, r, "/login?next="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
	default:
		s.fail(w, r, f)
	}
}

// toRead reports whether a request is for a page in a browser's window, and not for data.
func toRead(r *http.Request) bool {
	dest := r.Header.Get("Sec-Fetch-Dest")
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) && (dest == "" || dest == "document")
}

// mayOnly answers whoever has to change their password first.
func (s *site) mayOnly(w http.ResponseWriter, r *http.Request) {
	if toRead(r) {
		http.Redirect(w, r, "/me", http.StatusSeeOther)
		return
	}
	s.fail(w, r, &fault{http.StatusForbidden, "Change your password first", "It was made up by somebody else. Then everything else is open to you."})
}

// refusals are what scripts of ours are told, by status.
var refusals = map[int]string{http.StatusBadRequest: "malformed", http.StatusUnauthorized: "login_needed", http.StatusForbidden: "forbidden",
	http.StatusRequestEntityTooLarge: "too_large", http.StatusUnsupportedMediaType: "no_form", http.StatusServiceUnavailable: "busy"}

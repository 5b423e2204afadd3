package web

import (
	"net/http"
	"strings"

	"dateline/internal/account"
)

// route is one row of the table of everything that is answered: there is nothing else.
type route struct {
	method string       // GET, which answers HEAD too, or POST
	path   string       // a pattern of http.ServeMux
	role   account.Role // the least that may ask for it; Nobody: whoever comes, logged in or not
	do     http.HandlerFunc
}

// serve is the table as a handler.
func (s *site) serve() http.Handler {
	mux := http.NewServeMux()
	for _, rt := range s.table() {
		mux.HandleFunc(rt.method+" "+rt.path, s.only(rt.role, rt.do))
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if allowed := methods(mux, r); allowed != nil {
			w.Header().Set("Allow", strings.Join(allowed, ", "))
			s.fail(w, r, &fault{http.StatusMethodNotAllowed, "That is not done here", "This address answers " + strings.Join(allowed, " and ") + " only."})
			return
		}
		s.fail(w, r, &fault{http.StatusNotFound, "There is no such page", "The address leads nowhere here."})
	})
	s.known = mux
	return mux
}

// methods lists those that the address of r answers; nil if there is nothing there.
func methods(mux *http.ServeMux, r *http.Request) (out []string) {
	for _, m := range []string{http.MethodGet, http.MethodHead, http.MethodPost} {
		as := r.Clone(r.Context())
		as.Method = m
		if _, pattern := mux.Handler(as); pattern != "/" {
			out = append(out, m)
		}
	}
	return out
}

// only answers those who have the role.
func (s *site) only(role account.Role, do http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch who := s.who(r); {
		case who.Role < role:
			s.turnAway(w, r, role)
		case who.Temporary && role > account.Nobody && !strings.HasPrefix(r.URL.Path, "/me"):
			s.mayOnly(w, r)
		default:
			do(w, r)
		}
	}
}

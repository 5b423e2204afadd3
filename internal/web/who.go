package web

import (
	"context"
	"net/http"
	"strings"

	"dateline/internal/account"
)

// visitor is who asks.
type visitor struct {
	Name  string       // by which their rulings are signed; "" if nobody has said it yet
	Role  account.Role // Nobody if they have not logged in
	Local bool         // at this machine, which has no accounts: everything is theirs
}

// May reports whether the visitor has the role of that name or a higher one, for templates.
func (v visitor) May(role string) (bool, error) {
	least, err := account.RoleOf(role)
	return v.Role >= least, err
}

// whoKey is where a request's context has its visitor.
type whoKey struct{}

// who says who asks: the same for the whole of a request.
func (s *site) who(r *http.Request) visitor {
	v, _ := r.Context().Value(whoKey{}).(visitor)
	return v
}

// visited returns r as one that v asks.
func visited(r *http.Request, v visitor) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), whoKey{}, v))
}

// authorCookie has the name of whoever is at this machine.
const authorCookie = "dateline-author"

// visitor finds out who asks.
func (s *site) visitor(r *http.Request) visitor {
	v := visitor{Name: s.opts.Author, Role: account.Admin, Local: true}
	if c, err := r.Cookie(authorCookie); err == nil {
		if name, err := unescape(c.Value); err == nil && account.CheckName(name) == nil {
			v.Name = name
		}
	}
	return v
}

// wantsJSON reports whether a script of ours asks, and no reader.
func wantsJSON(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), "application/json")
}

package web

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"

	"dateline/internal/account"
)

// visitor is who asks.
type visitor struct {
	Name      string       // by which their rulings are signed; "" if nobody has said it yet, or nobody has logged in
	Role      account.Role // Nobody if they have not logged in
	Local     bool         // at this machine, which has no accounts: everything is theirs
	Temporary bool         // they have to change their password before anything else
	Session   string       // account.Session.ID; "" if they have not logged in
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

// visitor finds out who asks. If that cannot be told it is nobody, and an error.
func (s *site) visitor(r *http.Request) (visitor, error) {
	if s.opts.Door == nil {
		return s.local(r)
	}
	switch closed, err := s.opts.Door.Closed(r.Context()); {
	case err != nil:
		return visitor{}, err
	case !closed:
		return s.local(r)
	}
	c, err := r.Cookie(s.sessionCookie())
	if err != nil {
		return visitor{}, nil
	}
	v, ok, err := s.opts.Door.Who(r.Context(), c.Value)
	if err != nil || !ok {
		return visitor{}, err
	}
	return visitor{Name: v.Name, Role: v.Role, Temporary: v.Temporary, Session: v.Session}, nil
}

// local is whoever sits at this machine. A page of another site that had its own name lead to this machine is not let in:
// the request has to name this machine.
func (s *site) local(r *http.Request) (visitor, error) {
	if _, served := r.Context().Value(http.LocalAddrContextKey).(net.Addr); served && !ownName(r.Host) {
		return visitor{}, &fault{http.StatusMisdirectedRequest, "That is not the name of this machine",
			"Without accounts the pages are for this machine alone, as localhost or 127.0.0.1."}
	}
	v := visitor{Name: s.opts.Author, Role: account.Admin, Local: true}
	if c, err := r.Cookie(authorCookie); err == nil {
		if name, err := unescape(c.Value); err == nil && account.CheckName(name) == nil {
			v.Name = name
		}
	}
	return v, nil
}

// ownName reports whether a request's host is this machine by its own name.
func ownName(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && ip.IsLoopback()
}

// address is where a request comes from: behind a proxy, what the proxy says last.
func (s *site) address(r *http.Request) string {
	if all := r.Header.Values("X-Forwarded-For"); s.opts.Proxied && len(all) > 0 {
		list := strings.Split(all[len(all)-1], ",")
		return strings.TrimSpace(list[len(list)-1])
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// wantsJSON reports whether a script of ours asks, and no reader.
func wantsJSON(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), "application/json")
}

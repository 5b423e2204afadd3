package web

import (
	"net/http"
	"net/url"
	"time"
)

// authorCookie has the name of whoever is at a machine without accounts.
const authorCookie = "dateline-author"

// sessionCookie is the name of the cookie that a session lies in. A browser takes one that begins with __Host- only over
// TLS, from this host itself and for all of it; without TLS, which is for this machine alone, there is no such promise.
func (s *site) sessionCookie() string {
	if s.opts.Secure {
		return "__Host-dateline"
	}
	return "dateline"
}

// cookie is one that no script sees and no other site's link sends; it lives for a time, until the browser ends if that
// is 0, or not at all if it is negative.
func (s *site) cookie(name, value string, life time.Duration) *http.Cookie {
	c := &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: int(life.Seconds()), HttpOnly: true, Secure: s.opts.Secure, SameSite: http.SameSiteStrictMode}
	if life < 0 {
		c.MaxAge = -1
	}
	return c
}

// escape and unescape put words into a cookie, which holds few characters.
func escape(s string) string            { return url.QueryEscape(s) }
func unescape(s string) (string, error) { return url.QueryUnescape(s) }

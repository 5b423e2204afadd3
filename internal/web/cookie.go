package web

import (
	"net/http"
	"time"
)

// cookie is one that no script sees and no other site's link sends; it lives for a time, or not at all if that is
// negative.
func (s *site) cookie(name, value string, life time.Duration) *http.Cookie {
	c := &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: int(life.Seconds()), HttpOnly: true, SameSite: http.SameSiteStrictMode}
	if life < 0 {
		c.MaxAge = -1
	}
	return c
}

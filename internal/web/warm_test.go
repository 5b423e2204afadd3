package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestPagesAreMadeBeforeTheyAreAskedFor(t *testing.T) {
	f := newFixture(t)
	done := make(chan struct{})
	s := newSite(viewed(t, f.path), Options{Warmed: func() { close(done) }})
	h := s.handler()
	s.warm()
	<-done
	for _, path := range []string{"/", "/network", "/map/data", "/groups/boko-haram"} {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		before := s.answers.order.Len()
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != http.StatusOK || s.answers.order.Len() != before {
			t.Errorf("%s: %d, and it was not kept", path, w.Code)
		}
	}
}

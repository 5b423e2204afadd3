package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestTheGateTurnsAwayWhatIsTooMuch(t *testing.T) {
	begun, end := make(chan struct{}), make(chan struct{})
	h := gate(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		begun <- struct{}{}
		<-end
		w.WriteHeader(http.StatusTeapot)
	}), 1, 1)
	ask := func() *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		return w
	}
	answers := make(chan int, 3)
	for range 3 {
		go func() { answers <- ask().Code }()
	}
	<-begun
	if code := <-answers; code != http.StatusServiceUnavailable {
		t.Errorf("one inside, one waiting, and a third got %d", code)
	}
	if w := ask(); w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "Try again") {
		t.Errorf("%v %s", w.Header(), w.Body)
	}
	end <- struct{}{}
	<-begun
	end <- struct{}{}
	for range 2 {
		if code := <-answers; code != http.StatusTeapot {
			t.Errorf("who was let in got %d", code)
		}
	}
}

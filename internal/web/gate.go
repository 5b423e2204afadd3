package web

import (
	"net/http"
	"runtime"
	"strconv"
	"time"
)

// How many requests are answered at a time, how many wait for their turn, and for how long: what would be one more is told
// at once to come again, for a queue that grows makes everybody wait and serves nobody.
var (
	mostAtOnce  = 16 * runtime.GOMAXPROCS(0)
	mostWaiting = 32 * mostAtOnce
)

const (
	longestWait = 5 * time.Second
	comeAgain   = 2 // seconds
)

// gate lets in as many requests as can be answered in time, and turns the others away.
func gate(next http.Handler, atOnce, waiting int) http.Handler {
	inside, known := make(chan struct{}, atOnce), make(chan struct{}, atOnce+waiting)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case known <- struct{}{}:
			defer func() { <-known }()
		default:
			busy(w)
			return
		}
		wait := time.NewTimer(longestWait)
		defer wait.Stop()
		select {
		case inside <- struct{}{}:
			defer func() { <-inside }()
			next.ServeHTTP(w, r)
		case <-wait.C:
			busy(w)
		case <-r.Context().Done():
		}
	})
}

// busy answers without a page, which would cost what there is too little of.
func busy(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Retry-After", strconv.Itoa(comeAgain))
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", policy)
	http.Error(w, "Too many people ask at once. Try again in a few seconds.", http.StatusServiceUnavailable)
}

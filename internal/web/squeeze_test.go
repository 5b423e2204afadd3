package web

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestAnswersAreSqueezedForThoseWhoReadThat(t *testing.T) {
	long := strings.Repeat("the same words again ", 500)
	for _, c := range []struct {
		accept, kind, body string
		status             int
		want               bool
	}{
		{"gzip, br", "text/html; charset=utf-8", long, 200, true},
		{"br;q=1.0, gzip;q=0.5", "application/json", long, 200, true},
		{"gzip", "image/svg+xml", long, 404, true},
		{"gzip;q=0", "text/html", long, 200, false},
		{"gzip; q=0", "text/html", long, 200, false},
		{"", "text/html", long, 200, false},
		{"br", "text/html", long, 200, false},
		{"gzip", "image/png", long, 200, false},
		{"gzip", "application/octet-stream", long, 200, false},
		{"gzip", "text/html", "short", 200, false},
		{"gzip", "text/html", "", 204, false},
		{"gzip", "text/html", long, 206, false},
	} {
		h := squeeze(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", c.kind)
			w.Header().Set("Content-Length", fmt.Sprint(len(c.body)))
			w.WriteHeader(c.status)
			io.WriteString(w, c.body)
		}))
		w, r := httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Accept-Encoding", c.accept)
		h.ServeHTTP(w, r)
		got := w.Body.String()
		if squeezed := w.Header().Get("Content-Encoding") == "gzip"; squeezed != c.want {
			t.Errorf("%+v: squeezed %v", c, squeezed)
		} else if squeezed {
			z, err := gzip.NewReader(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			b, err := io.ReadAll(z)
			if got = string(b); err != nil || w.Header().Get("Content-Length") != "" {
				t.Errorf("%v, length %q", err, w.Header().Get("Content-Length"))
			}
		}
		if got != c.body || w.Code != c.status || w.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s: %d, %d bytes, %v", c.kind, w.Code, len(got), w.Header())
		}
	}
}

// The pages themselves, the style sheet and faults come squeezed.
func TestPagesComeSqueezed(t *testing.T) {
	f := newFixture(t)
	for _, path := range []string{"/", "/static/style.css"} {
		w, r := httptest.NewRecorder(), httptest.NewRequest("GET", path, nil)
		r.Header.Set("Accept-Encoding", "gzip")
		f.handler.ServeHTTP(w, r)
		if w.Header().Get("Content-Encoding") != "gzip" {
			t.Errorf("%s comes as it is: %v", path, w.Header())
		}
	}
}

package web

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/account"
	"dateline/internal/ledger"
)

// keeping is a site of an empty ledger, and counts how often it is asked.
func keeping(t *testing.T, do func(n int, w http.ResponseWriter, r *http.Request)) (ask func(method, path, accept string) *httptest.ResponseRecorder, l *ledger.Ledger) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	v, err := ledger.OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	s := &site{view: v, opts: Options{Log: quiet}}
	n := 0
	h := squeeze(s.kept(func(w http.ResponseWriter, r *http.Request) { n++; do(n, w, r) }))
	return func(method, path, accept string) *httptest.ResponseRecorder {
		w, r := httptest.NewRecorder(), httptest.NewRequest(method, path, nil)
		r.Header.Set("Accept-Encoding", accept)
		h.ServeHTTP(w, r)
		return w
	}, l
}

func TestAnAnswerIsKeptUntilTheLedgerChanges(t *testing.T) {
	ask, l := keeping(t, func(n int, w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "%s answer %d %s", r.Method, n, strings.Repeat("and so on ", 300))
	})
	for _, c := range []struct{ method, path, accept, want string }{
		{"GET", "/a", "", "GET answer 1 "},
		{"GET", "/a", "", "GET answer 1 "},
		{"HEAD", "/a", "", ""},
		{"GET", "/b", "", "GET answer 2 "},
		{"HEAD", "/c", "", ""},
		{"GET", "/c", "", "GET answer 3 "},
		{"GET", "/a?x=1", "", "GET answer 4 "},
	} {
		w := ask(c.method, c.path, c.accept)
		if got := w.Body.String(); !strings.HasPrefix(got, c.want) || w.Code != 200 || (c.want == "") != (got == "") || w.Header().Get("Content-Encoding") != "" {
			t.Errorf("%+v is %d %.20s, %v", c, w.Code, got, w.Header())
		}
	}
	w := ask("GET", "/a", "gzip")
	if w.Header().Get("Content-Encoding") != "gzip" || w.Header().Get("Content-Type") != "text/html; charset=utf-8" || w.Header().Get("Content-Length") != fmt.Sprint(w.Body.Len()) || w.Body.Len() > 500 {
		t.Errorf("%d bytes, %v", w.Body.Len(), w.Header())
	}
	if err := l.Mark(t.Context(), "a", "b"); err != nil {
		t.Fatal(err)
	}
	if got := ask("GET", "/a", "").Body.String(); !strings.HasPrefix(got, "GET answer 5 ") {
		t.Errorf("after a change it is %.20s", got)
	}
}

func TestWhatIsNoPageIsNotKept(t *testing.T) {
	ask, _ := keeping(t, func(n int, w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/fault":
			w.WriteHeader(http.StatusServiceUnavailable)
		case "/moved":
			http.Redirect(w, r, "/", http.StatusMovedPermanently)
		case "/cookie":
			http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"})
		case "/outdated":
			noteOutdated(r.Context())
		}
		fmt.Fprint(w, "answer ", n)
	})
	n := 0
	for path, status := range map[string]int{"/fault": 503, "/moved": 301, "/cookie": 500, "/outdated": 200} {
		for range 2 {
			n++
			if w := ask("GET", path, ""); path == "/cookie" && w.Code == status && w.Header().Get("Set-Cookie") == "" {
				continue // all who wait for it would get it
			} else if w.Code != status || !strings.Contains(w.Body.String(), fmt.Sprint("answer ", n)) {
				t.Errorf("%s is %d %s, not answer %d", path, w.Code, w.Body, n)
			}
		}
	}
}

// Readers with accounts share a page, and each finds their own name in it.
func TestReadersShareWhatIsKept(t *testing.T) {
	f := newFixture(t)
	s := newSite(viewed(t, f.path), Options{Log: quiet})
	s.handler()
	for _, path := range []string{"/groups/boko-haram", "/statements/" + f.readings[0].Statements[0].ID, "/statements/" + f.readings[0].Statements[0].ID + "/evidence", "/incidents/0000000000000000"} {
		for i, name := range []string{"Ada", "Bo & Co"} {
			kept := s.answers.order.Len()
			for _, accept := range []string{"", "gzip"} {
				r := httptest.NewRequest(http.MethodGet, path, nil)
				r.Header.Set("Accept-Encoding", accept)
				w := httptest.NewRecorder()
				squeeze(s.known).ServeHTTP(w, visited(r, visitor{Name: name, Role: account.Reader}))
				page := body(t, w)
				escaped := strings.ReplaceAll(name, "&", "&amp;")
				if n := strings.Count(page, `<a class="whoami" href="/me">`+escaped+`</a>`); n != strings.Count(page, `class="masthead"`) || strings.Contains(page, ">Ada<") != (name == "Ada") && n > 0 {
					t.Errorf("%s asked by %s with %q names %d: %.1500s", path, name, accept, n, page)
				}
				if l := w.Header().Get("Content-Length"); l != "" && l != fmt.Sprint(w.Body.Len()) {
					t.Errorf("%s is said to be %s bytes long, and is %d", path, l, w.Body.Len())
				}
			}
			if i > 0 && s.answers.order.Len() != kept {
				t.Errorf("%s is kept for each of two readers", path)
			}
		}
	}
}

// body is what was answered, as a browser reads it.
func body(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	if w.Header().Get("Content-Encoding") != "gzip" {
		return w.Body.String()
	}
	z, err := gzip.NewReader(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// However much is asked for, no more is kept than there is room for.
func TestAnswersForgetWhatNobodyAsksFor(t *testing.T) {
	var k answers
	for i := range 40 {
		k.weigh(k.of(fmt.Sprint(i)), 5<<20)
		k.of("0")
	}
	if k.bytes > mostBytes || k.order.Len() != len(k.by) || len(k.by) > 30 || len(k.by) < 15 {
		t.Errorf("%d answers of %d bytes", len(k.by), k.bytes)
	}
	if k.by["0"] == nil || k.by["39"] == nil || k.by["1"] != nil {
		t.Error("what is asked for is forgotten, or what is not is kept")
	}
	for i := range 100_000 {
		k.of(fmt.Sprint("never answered ", i))
	}
	if k.bytes > mostBytes || k.order.Len() != len(k.by) {
		t.Errorf("%d answers of %d bytes", len(k.by), k.bytes)
	}
}

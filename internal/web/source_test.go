package web

import (
	"strings"
	"testing"

	"dateline/internal/ledger"
)

// A source's page says what is known of it, gives no share of few, and links nothing of its own.
func TestASourceIsShown(t *testing.T) {
	f := newFixture(t)
	for _, c := range []struct {
		path   string
		status int
		says   string
	}{
		{"/sources", 200, `href="/sources/Lakeside%20Herald"`},
		{"/sources/Lakeside%20Herald", 200, "Too few to tell: only 1 incident"},
		{"/sources/Lakeside%20Herald", 200, "before the last report of any source here"},
		{"/sources/Northgate%20Institute", 200, "Nobody has ruled on a statement"},
		{"/sources/Lakeside%20Herald", 200, "People ruled on 1 of 3 statements"},
		{"/sources/nobody", 404, "There is no such source"},
		{"/sources/%3Cscript%3E", 404, "There is no such source"},
		{"/sources?skip=x", 400, "That is no place in the list"},
	} {
		w := f.do("GET", c.path)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d, want %d with %q", c.path, w.Code, c.status, c.says)
		}
		if strings.Contains(w.Body.String(), `href="https://example.org`) {
			t.Errorf("%s links to what a source published", c.path)
		}
	}
}

func TestSilence(t *testing.T) {
	all := []ledger.Publisher{{Name: "a", Last: "2024-03-01"}, {Name: "b", Last: "2024-02-28"}, {Name: "c"}}
	for i, want := range []string{"", "2 days before the last report of any source here, of 1 March 2024", ""} {
		if got := silence(all[i], all); got != want {
			t.Errorf("%s is silent %q, want %q", all[i].Name, got, want)
		}
	}
	if got := monthBack("2024-03", 59); got != "2019-04" {
		t.Errorf("59 months before March 2024 is %s", got)
	}
}

// An empty ledger says what to do.
func TestAnEmptyLedgerSaysWhatToDo(t *testing.T) {
	f := &fixture{handler: Handler(keptAll(t, nil, nil), Options{Log: quiet})}
	for path, want := range map[string]string{"/": "dateline read FILE", "/sources": "dateline read FILE", "/network": "dateline read FILE"} {
		if page := f.get(t, path); !strings.Contains(page, want) {
			t.Errorf("%s of an empty ledger does not say %q", path, want)
		}
	}
}

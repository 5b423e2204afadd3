package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"dateline/internal/pipeline"
)

// withDesk lets the fixture's pages rule.
func withDesk(t *testing.T, f *fixture) {
	t.Helper()
	v := viewed(t, f.path)
	at := time.Date(2024, 2, 3, 4, 5, 6, 0, time.UTC)
	desk := pipeline.NewDesk(f.path, v, pipeline.DeskOptions{Now: func() time.Time { return at }, Log: quiet})
	t.Cleanup(func() { desk.Close() })
	f.handler = Handler(v, Options{Log: quiet, Desk: desk})
}

// post sends a form as a page of ours does; json is as a script of ours does.
func (f *fixture) post(path string, form url.Values, json bool) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if json {
		r.Header.Set("Accept", "application/json")
	}
	w := httptest.NewRecorder()
	f.handler.ServeHTTP(w, r)
	return w
}

func ruled(ruling, on, more string) url.Values {
	v, _ := url.ParseQuery(more)
	v.Set("ruling", ruling)
	v.Set("on", on)
	for name, usual := range map[string]string{"reason": "as it says", "author": "Ada"} {
		if !v.Has(name) {
			v.Set(name, usual)
		}
	}
	return v
}

// answered reads what a script of ours gets.
func answered(t *testing.T, w *httptest.ResponseRecorder) (out struct {
	ID    string
	Again bool
	Error struct {
		Code, Seen string
		Near       []string
		Since      []struct{ ID, Author, Did, Reason string }
	}
}) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	return out
}

func TestARulingFromAPage(t *testing.T) {
	f := newFixture(t)
	withDesk(t, f)
	s := f.readings[2].Statements[0].ID
	w := f.post("/decisions", ruled("accept", s, "next=/reports/"+f.readings[2].Report.ID+"%23s1"), false)
	if got := w.Header().Get("Location"); w.Code != http.StatusSeeOther || got != "/reports/"+f.readings[2].Report.ID+"#s1" {
		t.Fatalf("%d to %q: %s", w.Code, got, w.Body)
	}
	if c := w.Result().Cookies(); len(c) != 1 || c[0].Name != authorCookie || !c[0].HttpOnly || c[0].SameSite != http.SameSiteStrictMode {
		t.Errorf("cookies %v", c)
	}
	first := answered(t, f.post("/decisions", ruled("accept", s, ""), true))
	if first.ID == "" || !first.Again {
		t.Errorf("sent twice: %+v", first)
	}
	if page := f.get(t, "/statements/"+s); !strings.Contains(page, "Ada") || strings.Count(page, "as it says") != 1 {
		t.Error("the statement's page does not have the ruling once")
	}
}

func TestTwoRuleAtOnce(t *testing.T) {
	f := newFixture(t)
	withDesk(t, f)
	s := f.readings[2].Statements[0].ID
	f.post("/decisions", ruled("reject", s, "reason=a+drill"), true)
	w := f.post("/decisions", ruled("accept", s, "author=Ben&reason=it+is+there"), true)
	got := answered(t, w)
	if w.Code != http.StatusConflict || got.Error.Code != "conflict" || len(got.Error.Since) != 1 || got.Error.Since[0].Author != "Ada" || got.Error.Since[0].Reason != "a drill" {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	w = f.post("/decisions", ruled("accept", s, "author=Ben&reason=it+is+there"), false)
	for _, want := range []string{"Somebody ruled on this meanwhile", "<strong>Ada</strong> rejected", "a drill", "it is there", `value="` + got.Error.Seen + `"`, "Rule all the same"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the page does not say %q: %s", want, w.Body)
		}
	}
	if w = f.post("/decisions", ruled("accept", s, "author=Ben&reason=it+is+there&seen="+got.Error.Seen), true); w.Code != http.StatusCreated {
		t.Errorf("having seen both: %d %s", w.Code, w.Body)
	}
}

func TestRulingsThatAreRefused(t *testing.T) {
	f := newFixture(t)
	withDesk(t, f)
	s := f.readings[2].Statements[0].ID
	for _, c := range []struct {
		form   url.Values
		status int
		code   string
	}{
		{ruled("accept", s, "reason="), 400, "malformed"},
		{ruled("accept", s, "author="), 400, "malformed"},
		{ruled("accept", s, "author=%3Cscript%3E"), 400, "malformed"},
		{ruled("bless", s, ""), 400, "malformed"},
		{ruled("accept", "x", ""), 400, "malformed"},
		{ruled("accept", s, "part=99"), 400, "malformed"},
		{ruled("accept", s, "part=-99"), 400, "malformed"},
		{ruled("accept", s, "part=one"), 400, "malformed"},
		{ruled("same", s, ""), 400, "malformed"},
		{ruled("accept", s, "state=accepted"), 400, "malformed"},
		{ruled("accept", s, "at=2001-01-01"), 400, "malformed"},
		{ruled("accept", s, "seen=1"), 400, "malformed"},
		{ruled("accept", "0000000000000000", ""), 404, "not_found"},
		{ruled("undo", "0000000000000000", ""), 404, "not_found"},
		{ruled("correct", s, "part=2&value=Nowhereville"), 422, "bad_value"},
		{ruled("correct", s, "part=99&value=Nowhereville"), 400, "malformed"},
		{ruled("correct", s, "value=bombin"), 422, "bad_value"},
	} {
		w := f.post("/decisions", c.form, true)
		if got := answered(t, w); w.Code != c.status || got.Error.Code != c.code {
			t.Errorf("%v: %d %s, want %d %s", c.form, w.Code, w.Body, c.status, c.code)
		}
		if w := f.post("/decisions", c.form, false); w.Code != c.status || !strings.Contains(w.Body.String(), "<h1>") {
			t.Errorf("%v: as a page %d", c.form, w.Code)
		}
	}
	if n := len(mustDecisions(t, f)); n != 1 {
		t.Errorf("%d decisions are kept, want the fixture's alone", n)
	}
}

func mustDecisions(t *testing.T, f *fixture) []string {
	t.Helper()
	ds, err := viewed(t, f.path).Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range ds {
		out = append(out, d.ID)
	}
	return out
}

func TestIncidentsFollowARuling(t *testing.T) {
	f := newFixture(t)
	withDesk(t, f)
	s := f.readings[1].Statements[0].ID
	other := f.readings[2].Statements[0].ID
	if w := f.post("/decisions", url.Values{"ruling": {"not same"}, "on": {s, other}, "reason": {"two schools"}, "author": {"Ada"}}, true); w.Code != http.StatusCreated {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	for until := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		is, err := viewed(t, f.path).IncidentsOfStatement(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if len(is) == 1 && len(is[0].Reports) == 1 {
			break
		}
		if time.Now().After(until) {
			t.Fatalf("the incident has %d reports still", len(is[0].Reports))
		}
	}
}

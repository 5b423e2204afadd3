package web

import (
	"strings"
	"testing"

	"golang.org/x/net/html/atom"
)

// Every number of incidents on a group's page leads to a list of just as many.
func TestEveryNumberOpensItsIncidents(t *testing.T) {
	v := busyLedger(t, 30)
	f := &fixture{handler: Handler(v, Options{Log: quiet})}
	for _, path := range []string{"/groups/boko-haram", "/groups/boko-haram?rule=ibc-minmax"} {
		opened := map[string]bool{}
		for _, n := range nodes(t, f.get(t, path)) {
			to := attr(n, "href")
			if n.DataAtom != atom.A || !strings.Contains(to, "/incidents?") || !strings.HasPrefix(to, "/groups/") || strings.Contains(text(n), "more") || opened[to] || len(opened) == 60 {
				continue
			}
			opened[to] = true
			rows := 0
			for _, m := range nodes(t, f.get(t, to)) {
				if m.DataAtom == atom.A && strings.HasPrefix(attr(m, "href"), "/incidents/") {
					rows++
				}
			}
			if text(n) != number(rows) {
				t.Errorf("%s: %s stands at a list of %d", to, text(n), rows)
			}
		}
		if len(opened) < 40 {
			t.Errorf("%s opens only %d lists", path, len(opened))
		}
	}
}

func TestAGroupIsAskedForRightly(t *testing.T) {
	f := newFixture(t)
	for _, c := range []struct {
		query  string
		status int
		says   string
	}{
		{"?at=2015-06-01", 200, "As of 2015-06-01"},
		{"?at=2015-13-01", 400, "That is no day"},
		{"?rule=most", 400, "There is no such rule"},
		{"?rule=acled-lowest", 200, "<b>acled-lowest</b>"},
		{"?all=rest", 200, "Boko Haram"},
	} {
		w := f.do("GET", "/groups/boko-haram"+c.query)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d, want %d with %q", c.query, w.Code, c.status, c.says)
		}
	}
	if w := f.do("GET", "/groups/no-such-group/incidents?set=operations"); w.Code != 404 {
		t.Errorf("the list of no group: %d", w.Code)
	}
}

// What nobody tells is said to be missing, and a home area that the record lacks is no zero.
func TestWhatIsMissingIsSaid(t *testing.T) {
	f := newFixture(t)
	page := f.get(t, "/groups/boko-haram")
	for _, want := range []string{"Not told here", "funding", "That is no finding that there is nothing"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if page := f.get(t, "/groups/state:NG:police"); strings.Contains(page, "home area") && !strings.Contains(page, "The record has no home area") {
		t.Error("a group without a record has a home area")
	}
}

// A file is kept as long as the ledger stays as it is.
func TestAShelfKeepsTheLastFiles(t *testing.T) {
	var s shelf
	for _, of := range []string{"a", "b", "c", "d"} {
		s.put(of, "1", file{})
	}
	for of, want := range map[string]bool{"a": false, "b": true, "d": true} {
		if _, got := s.get(of, "1"); got != want {
			t.Errorf("%s is kept: %v, want %v", of, got, want)
		}
	}
	if _, got := s.get("b", "2"); got {
		t.Error("it is kept after a change")
	}
	s.put("b", "2", file{})
	if _, got := s.get("d", "2"); got {
		t.Error("what was loaded before a change is kept")
	}
	s.put("e", "", file{})
	if _, got := s.get("e", ""); got {
		t.Error("it is kept of a ledger that cannot be looked at")
	}
}

package web

import (
	"encoding/xml"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html/atom"

	"dateline"
	"dateline/internal/ledger"
	"dateline/internal/resolve/actor"
)

// A network is asked for in the address, and a bad question gets a page that says so.
func TestNetworkIsAskedFor(t *testing.T) {
	f := newFixture(t)
	for _, c := range []struct {
		path   string
		status int
		says   string
	}{
		{"/network", 200, "pledged allegiance to"},
		{"/network?at=2015-03-07", 200, "As of 7 March 2015"},
		{"/network?at=0900-01-01", 200, "nothing stood between groups"},
		{"/network?at=2015-02-30", 400, "That is no day"},
		{"/network?at=%3Cscript%3E", 400, "That is no day"},
		{"/network?from=x", 400, "That is no question"},
		{"/network?group=hamas", 200, "narrow"},
		{"/network?q=zzzz", 200, "Nothing is told or recorded between groups"},
		{"/network?with=states&at=2015-03-07", 200, "Show armed groups only"},
		{"/network/tie?a=boko-haram&b=islamic-state", 200, "On March 7 its leader pledged allegiance to Islamic State."},
		{"/network/tie?a=boko-haram&b=nobody", 404, "Nothing is told between these two"},
		{"/network/tie", 404, "Nothing is told between these two"},
		{"/network/days", 200, `"2015-03-07"`},
		{"/network/days?at=2015-03-09", 200, `"2015-03-09"`},
		{"/network.svg?at=2015-03-07", 200, "not who exists"},
		{"/network.svg?at=0900-01-01", 404, "There is nothing to draw"},
	} {
		w := f.do("GET", c.path)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d, want %d with %q", c.path, w.Code, c.status, c.says)
		}
	}
}

// What is told of a day is not drawn before it; what the record has, not out of its dates.
func TestNetworkStandsInItsTime(t *testing.T) {
	f := newFixture(t)
	if page := f.get(t, "/network?at=2015-03-06"); strings.Contains(page, ">pledged allegiance to<") {
		t.Error("the pledge of 7 March is there on 6 March")
	}
	if page := f.get(t, "/network?at=2015-03-07"); !strings.Contains(page, ">pledged allegiance to<") {
		t.Error("the pledge of 7 March is not there on its day")
	}
}

// No person is in a network, and no state's force unless it is asked for; each tie leads to its statements, or to its
// record; and the caveat is printed.
func TestNetworkIsOfGroups(t *testing.T) {
	f := newFixture(t)
	for _, path := range []string{"/network", "/network?with=states"} {
		page := f.get(t, path)
		bodies, ties := 0, 0
		for _, n := range nodes(t, page) {
			to := attr(n, "href")
			switch class := attr(n, "class"); {
			case class == "body" || class == "body picked":
				bodies++
				id, _ := url.PathUnescape(strings.TrimPrefix(to, "/groups/"))
				if strings.HasPrefix(id, "state:") && path == "/network" || strings.Contains(text(n), "Bello") {
					t.Errorf("%s has %s", path, id)
				}
			case n.DataAtom == atom.A && strings.HasPrefix(class, "tie "):
				ties++
				tie := f.get(t, to)
				if !strings.Contains(tie, "How do you know this?") && !strings.Contains(tie, "In the record") {
					t.Errorf("%s: %s names nothing that it stands on", path, to)
				}
			}
		}
		if bodies < 2 || ties < 1 || !strings.Contains(page, "not who exists") {
			t.Errorf("%s has %d groups and %d ties", path, bodies, ties)
		}
	}
}

// Names in drawings are never markup.
func TestNetworkFileIsSound(t *testing.T) {
	f := newFixture(t)
	w := f.do("GET", "/network.svg?with=states")
	for d := xml.NewDecoder(w.Body); ; {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := tok.(xml.StartElement); ok && slices.Contains([]string{"script", "image", "foreignObject", "use"}, s.Name.Local) {
			t.Errorf("it has <%s>", s.Name.Local)
		}
	}
	if got := w.Header().Get("Content-Disposition"); !strings.Contains(got, "network-") || w.Header().Get("Content-Type") != "image/svg+xml" {
		t.Errorf("it is sent as %q, %q", got, w.Header())
	}
}

// keptAll is a ledger of these readings and incidents.
func keptAll(t *testing.T, all []dateline.Reading, incidents []dateline.Incident) *ledger.View {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := l.KeepAll(t.Context(), all, "1"); err != nil {
		t.Fatal(err)
	}
	if err := l.SetIncidents(t.Context(), incidents); err != nil {
		t.Fatal(err)
	}
	return viewed(t, path)
}

// crowd is n reports that each tell of a clash of two of the groups of the records.
func crowd(t *testing.T, n int) *ledger.View {
	t.Helper()
	var groups []string
	for _, a := range actor.Load().All() {
		if isGroup(a) && len(groups) < 220 {
			groups = append(groups, a.ID)
		}
	}
	var all []dateline.Reading
	for i := range n {
		r := report("Clash", "Publisher", "2015-01-02", "Fighters of the one clashed with fighters of the other on Friday. "+strings.Repeat("x", i))
		r.say(dateline.Statement{Kind: dateline.Clash}, "Fighters of the one clashed with fighters of the other on Friday.", "clashed",
			part(dateline.Perpetrator, "Fighters of the one").is(groups[i%len(groups)]), part(dateline.Perpetrator, "fighters of the other").is(groups[(i*7+1)%len(groups)]),
			part(dateline.DateRole, "Friday").when("2015-01-02", "2015-01-02", "2015-01-02"))
		all = append(all, r.r)
	}
	return keptAll(t, all, nil)
}

// Too many groups are not drawn, and it is said how many.
func TestNetworkOfManyGroups(t *testing.T) {
	f := &fixture{handler: Handler(crowd(t, 400), Options{Log: quiet})}
	page := f.get(t, "/network")
	bodies, ties := 0, 0
	for _, n := range nodes(t, page) {
		if n.DataAtom == atom.A && strings.HasPrefix(attr(n, "class"), "body") {
			bodies++
		}
		if n.DataAtom == atom.A && strings.HasPrefix(attr(n, "class"), "tie ") {
			ties++
		}
	}
	if bodies > mostBodies || bodies < mostBodies/2 || ties > mostTies || !strings.Contains(page, "are left out, to keep the drawing readable") || !strings.Contains(page, "more ties") {
		t.Errorf("%d groups and %d ties are drawn", bodies, ties)
	}
}

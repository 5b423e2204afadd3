package web

import (
	"flag"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var update = flag.Bool("update", false, "rewrite the snapshots in testdata")

func (f *fixture) do(method, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	f.handler.ServeHTTP(w, httptest.NewRequest(method, path, nil))
	return w
}

func (f *fixture) get(t *testing.T, path string) string {
	t.Helper()
	w := f.do("GET", path)
	if w.Code != http.StatusOK && path != f.pages()["fault"] {
		t.Fatalf("%s: status %d: %s", path, w.Code, w.Body)
	}
	return w.Body.String()
}

// nodes lists every element of a page.
func nodes(t *testing.T, page string) []*html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestPagesAreAsTheyWere(t *testing.T) {
	f := newFixture(t)
	for name, path := range f.pages() {
		if name == "kinds" {
			continue // the code book's own words
		}
		got := strings.NewReplacer(sheetSum, "SUM", scriptSum, "SUM").Replace(f.get(t, path))
		golden := filepath.Join("testdata", name+".html")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is not as in %s; see what changed with -update and a diff", path, golden)
		}
	}
}

func TestStatuses(t *testing.T) {
	f := newFixture(t)
	for _, c := range []struct {
		method, path string
		status       int
		says         string
	}{
		{"GET", "/", 200, "Boko Haram"},
		{"HEAD", "/", 200, ""},
		{"GET", "/groups", 301, ""},
		{"GET", "/groups/no-such-group", 404, "does not know that group"},
		{"GET", "/groups/%3Cscript%3E", 400, "That is no identifier"},
		{"GET", "/groups/hamas", 200, "no report speaks of it"},
		{"GET", "/incidents/0000000000000000", 404, "does not have that"},
		{"GET", "/incidents/1", 400, "That is no identifier"},
		{"GET", "/incidents?skip=-1", 400, "no place in the list"},
		{"GET", "/incidents?skip=100000", 200, "No incident"},
		{"GET", "/reports/ffffffffffffffff", 404, "does not have that"},
		{"GET", "/statements/ffffffffffffffff", 404, "does not have that"},
		{"GET", "/statements/'%20OR%201=1--", 400, "That is no identifier"},
		{"GET", "/reports?q=%22%20OR%20NEAR(%00", 200, "No report in this ledger"},
		{"GET", "/nowhere", 404, "There is no such page"},
		{"GET", "/static/..%2fhandler.go", 404, "There is no such file"},
		{"GET", "/static/style.css", 200, "--paper"},
		{"GET", "/" + strings.Repeat("a", 64<<10), 414, "too long"},
		{"GET", "/incidents?q=" + strings.Repeat("a", 64<<10), 414, "too long"},
		{"POST", "/", 405, "That is not done here"},
		{"DELETE", "/reports/" + f.readings[0].Report.ID, 405, "That is not done here"},
	} {
		w := f.do(c.method, c.path)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s %.60s: %d %.200s, want %d with %q", c.method, c.path, w.Code, w.Body, c.status, c.says)
		}
		if c.method == "HEAD" && w.Body.Len() > 0 {
			t.Errorf("HEAD has a body")
		}
		for _, forbidden := range []string{"SELECT", "sqlite", f.path} {
			if strings.Contains(w.Body.String(), forbidden) {
				t.Errorf("%.60s says %q", c.path, forbidden)
			}
		}
		if got := w.Header().Get("Content-Security-Policy"); got != policy {
			t.Errorf("%.60s: policy %q", c.path, got)
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%.60s: headers %v", c.path, w.Header())
		}
	}
}

func TestAnOldIdentifierLeadsToItsIncident(t *testing.T) {
	f := newFixture(t)
	if len(f.incident.Redirects) == 0 {
		t.Fatal("the incident of two reports redirects from nothing")
	}
	w := f.do("GET", "/incidents/"+f.incident.Redirects[0])
	if got := w.Header().Get("Location"); w.Code != 301 || got != "/incidents/"+f.incident.ID {
		t.Errorf("status %d, to %q", w.Code, got)
	}
}

func TestEveryFigureLeadsToAStatement(t *testing.T) {
	f := newFixture(t)
	for _, name := range []string{"home", "group", "incidents", "incident"} {
		figures := 0
		for _, n := range nodes(t, f.get(t, f.pages()[name])) {
			if n.DataAtom != atom.Data {
				continue
			}
			figures++
			if next := n.NextSibling; next == nil || !strings.HasPrefix(attr(next, "class"), "ref") {
				t.Errorf("%s: %q leads nowhere", name, text(n))
			}
		}
		if figures == 0 {
			t.Errorf("%s shows no figure", name)
		}
	}
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// bare is the text of a paragraph of a report without the numbers of the notes.
func bare(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && attr(c.Parent, "class") != "ref" && attr(c.Parent, "class") != "sr" {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func TestEveryLinkIsOursAndLeadsSomewhere(t *testing.T) {
	f := newFixture(t)
	seen := map[string]bool{}
	for _, path := range f.pages() {
		all := nodes(t, f.get(t, path))
		ids := map[string]bool{}
		for _, n := range all {
			ids[attr(n, "id")] = true
		}
		for _, n := range all {
			for _, key := range []string{"href", "src", "action", "srcset", "poster", "data", "formaction"} {
				to := attr(n, key)
				switch {
				case to == "":
				case strings.HasPrefix(to, "#"):
					if !ids[to[1:]] {
						t.Errorf("%s: %s leads nowhere", path, to)
					}
				case !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//"):
					t.Errorf("%s: %s=%q is not ours", path, key, to)
				case !seen[shapeOf(to)]:
					seen[shapeOf(to)] = true
					page, part, _ := strings.Cut(to, "#")
					if w := f.do("GET", page); w.Code != 200 || part != "" && !strings.Contains(w.Body.String(), `id="`+part+`"`) {
						t.Errorf("%s: %s has status %d", path, to, w.Code)
					}
				}
			}
		}
	}
	if len(seen) < 40 {
		t.Errorf("only %d links were followed", len(seen))
	}
}

// shapeOf is an address without the values that narrow a selection: one of each form is followed.
func shapeOf(to string) string {
	path, query, _ := strings.Cut(to, "?")
	v, err := url.ParseQuery(query)
	if err != nil {
		return to
	}
	names := slices.Sorted(maps.Keys(v))
	if path == "/incidents" || path == "/map" {
		return path + "?" + strings.Join(names, "&")
	}
	return to
}

func TestWordsOfAReportAreNeverMarkup(t *testing.T) {
	f := newFixture(t)
	paths := []string{"/incidents?q=%3Cscript%3Ealert(1)%3C/script%3E", "/incidents?kind=%3Cscript%3E", "/statements/" + f.readings[4].Statements[0].ID}
	for _, path := range f.pages() {
		paths = append(paths, path)
	}
	shown := false
	for _, path := range paths {
		page := f.get(t, path)
		shown = shown || strings.Contains(page, "alert(&#34;title&#34;)")
		for _, n := range nodes(t, page) {
			if n.DataAtom == atom.Script && attr(n, "src") == "/script/"+scriptSum+"/main.js" && n.FirstChild == nil {
				continue
			}
			switch n.DataAtom {
			case atom.Script, atom.Iframe, atom.Img, atom.Object, atom.Embed, atom.Base, atom.Style:
				t.Errorf("%s: has <%s>", path, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.Contains(a.Val, "javascript:") {
					t.Errorf("%s: <%s %s=%q>", path, n.Data, a.Key, a.Val)
				}
			}
		}
	}
	if !shown {
		t.Error("the hostile report is shown nowhere")
	}
}

func TestTheReportsTextIsAllThere(t *testing.T) {
	f := newFixture(t)
	for _, r := range f.readings {
		var got strings.Builder
		for _, n := range nodes(t, f.get(t, "/reports/"+r.Report.ID)) {
			if n.DataAtom == atom.P && strings.HasPrefix(attr(n, "class"), "text") {
				got.WriteString(bare(n))
			}
		}
		if want := strings.NewReplacer("\n", "", "\u202e", "[U+202E]").Replace(r.Report.Text); got.String() != want {
			t.Errorf("the page has\n%q\nof\n%q", got.String(), want)
		}
	}
}

func TestPagesCanBeHeard(t *testing.T) {
	f := newFixture(t)
	for name, path := range f.pages() {
		headings, mains := 0, 0
		last := 0
		for _, n := range nodes(t, f.get(t, path)) {
			switch {
			case n.DataAtom == atom.H1:
				headings++
				last = 1
			case len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '2' && n.Data[1] <= '6':
				level := int(n.Data[1] - '0')
				if level > last+1 && last > 0 {
					t.Errorf("%s: <%s> %q after level %d", name, n.Data, text(n), last)
				}
				last = level
			case n.DataAtom == atom.Main:
				mains++
			case n.DataAtom == atom.Th && attr(n, "scope") == "":
				t.Errorf("%s: a heading of a table without scope: %q", name, text(n))
			case n.DataAtom == atom.Svg && (attr(n, "role") != "img" && attr(n, "role") != "group" || attr(n, "aria-label") == ""):
				t.Errorf("%s: a drawing without words", name)
			}
		}
		if headings != 1 || mains != 1 {
			t.Errorf("%s: %d first headings, %d mains", name, headings, mains)
		}
	}
}

func TestPagesSayWhetherPeopleReviewed(t *testing.T) {
	f := newFixture(t)
	for name, want := range map[string]string{
		"group":    "Machine reading; 1 of 21 statements on this page reviewed by people",
		"incident": "Machine reading; 1 of 7 statements on this page reviewed by people",
		"report":   "Machine reading, not reviewed",
		"hostile":  "Machine reading, not reviewed",
	} {
		var got []string
		for _, n := range nodes(t, f.get(t, f.pages()[name])) {
			if attr(n, "class") == "review" {
				got = append(got, text(n))
			}
		}
		if !slices.Equal(got, []string{want}) {
			t.Errorf("%s says %q, want %q once", name, got, want)
		}
	}
}

func TestAccusedIsNotGuilty(t *testing.T) {
	f := newFixture(t)
	guilt := regexp.MustCompile(`(?i)\b(guilty|culprit|carried out by|committed by|responsible for the)\b`)
	for name, path := range f.pages() {
		if name == "kinds" || name == "about" {
			continue // they speak of guilt to rule it out
		}
		var said []string
		for _, n := range nodes(t, f.get(t, path)) {
			if n.DataAtom == atom.Main {
				said = guilt.FindAllString(text(n), -1)
			}
		}
		if said != nil {
			t.Errorf("%s says %q", name, said)
		}
	}
	page := f.get(t, f.pages()["incident"])
	for _, want := range []string{"claimed by Boko Haram", "suspected, by a local official", "denied by The army", "named by police"} {
		if !strings.Contains(page, want) {
			t.Errorf("the incident's page does not say %q", want)
		}
	}
}

func TestWhatDiffersIsMarked(t *testing.T) {
	f := newFixture(t)
	marked := map[string]string{}
	for _, n := range nodes(t, f.get(t, f.pages()["incident"])) {
		if c := attr(n, "class"); n.DataAtom == atom.Div && (c == "differs" || c == "looser") {
			marked[c] += text(n) + "\n"
		}
	}
	for class, want := range map[string]string{"differs": "≠", "looser": "≈"} {
		if !strings.Contains(marked[class], want) {
			t.Errorf("%s is not marked without colour: %q", class, marked[class])
		}
	}
	for _, want := range []string{"10", "up to 230"} {
		if !strings.Contains(marked["differs"], want) {
			t.Errorf("%q is not marked as different: %q", want, marked["differs"])
		}
	}
}

func TestAChangedLedgerIsNotShown(t *testing.T) {
	f := newFixture(t)
	file, err := os.ReadFile(f.path)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "changed.db")
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(string(file), "between 4,000 and 6,000", "between 9,000 and 9,999")), 0o600); err != nil {
		t.Fatal(err)
	}
	f.handler = Handler(viewed(t, path), Options{Log: quiet})
	w := f.do("GET", f.pages()["report"])
	if w.Code != 500 || !strings.Contains(w.Body.String(), "What is kept is not what was kept") || strings.Contains(w.Body.String(), "9,999") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
}

func TestListsHavePages(t *testing.T) {
	f := newFixture(t)
	f.handler = Handler(viewed(t, f.path), Options{PerPage: 2, Notice: "Sample <reports>"})
	for _, c := range []struct{ path, has, not string }{
		{"/reports", `href="/reports?skip=2" rel="next"`, `rel="prev"`},
		{"/reports?skip=2", `href="/reports?skip=4" rel="next"`, "x</x"},
		{"/reports?skip=4", `href="/reports?skip=2" rel="prev"`, `rel="next"`},
		{"/reports", "Sample &lt;reports&gt;", "<reports>"},
	} {
		page := f.get(t, c.path)
		if !strings.Contains(page, c.has) || strings.Contains(page, c.not) {
			t.Errorf("%s: want %q and not %q in\n%s", c.path, c.has, c.not, page)
		}
	}
}

func TestPagesDoNotChange(t *testing.T) {
	f, g := newFixture(t), newFixture(t)
	for _, path := range f.pages() {
		if one := f.get(t, path); one != g.get(t, path) || one != f.get(t, path) {
			t.Errorf("%s is another each time", path)
		}
	}
}

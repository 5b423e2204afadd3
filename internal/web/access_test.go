package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/internal/account"
	"dateline/internal/draw"
	"dateline/internal/pipeline"
)

// guarded is the fixture's ledger with accounts, and somebody of each sort who comes to it.
type guarded struct {
	*fixture
	site *site
	door *account.Door
	now  time.Time
	held map[string]string // what the browser of each visitor holds; "" for none
}

const good = "seven quiet herons"

func newGuarded(t *testing.T) *guarded {
	t.Helper()
	g := &guarded{fixture: newFixture(t), now: time.Date(2024, 3, 4, 5, 6, 7, 0, time.UTC), held: map[string]string{"nobody": "", "forged": strings.Repeat("A", 43)}}
	var err error
	if g.door, err = account.Open(account.PathBeside(g.path), account.Options{Now: func() time.Time { return g.now }, Memory: 64}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.door.Close() })
	for _, who := range []struct {
		name string
		role account.Role
	}{{"admin", account.Admin}, {"reader", account.Reader}, {"reviewer", account.Reviewer}, {"editor", account.Editor}, {"expired", account.Admin}, {"disabled", account.Admin},
		{"demoted", account.Admin}, {"temporary", account.Admin}} {
		g.add(t, who.name, who.role)
	}
	g.now = g.now.Add(8 * time.Hour) // which ends all
	for _, name := range []string{"admin", "reader", "reviewer", "editor", "disabled", "demoted", "temporary"} {
		g.enter(t, name)
	}
	if err := g.door.SetDisabled(t.Context(), "disabled", true); err != nil {
		t.Fatal(err)
	}
	if err := g.door.SetRole(t.Context(), "demoted", account.Reader); err != nil {
		t.Fatal(err)
	}
	v := viewed(t, g.path)
	desk := pipeline.NewDesk(g.path, v, pipeline.DeskOptions{Now: func() time.Time { return g.now }, Log: quiet})
	t.Cleanup(func() { desk.Close() })
	g.site = newSite(v, Options{Log: quiet, Desk: desk, Door: g.door})
	g.handler = g.site.handler()
	return g
}

func (g *guarded) add(t *testing.T, name string, role account.Role) {
	t.Helper()
	if err := g.door.Add(t.Context(), name, role, good, name == "temporary"); err != nil {
		t.Fatal(err)
	}
	g.enter(t, name)
}

func (g *guarded) enter(t *testing.T, name string) {
	t.Helper()
	token, err := g.door.Enter(t.Context(), name, good, "192.0.2.1")
	if err != nil {
		t.Fatal(err)
	}
	g.held[name] = token
}

// as sends a request as somebody.
func (g *guarded) as(who, method, path string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(form.Encode()))
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if g.held[who] != "" {
		r.AddCookie(&http.Cookie{Name: "dateline", Value: g.held[who]})
	}
	w := httptest.NewRecorder()
	g.handler.ServeHTTP(w, r)
	return w
}

// roles are what each visitor may do.
var roles = map[string]account.Role{"nobody": account.Nobody, "forged": account.Nobody, "expired": account.Nobody, "disabled": account.Nobody, "demoted": account.Nobody,
	"temporary": account.Nobody, "reader": account.Reader, "reviewer": account.Reviewer, "editor": account.Editor, "admin": account.Admin}

// address gives a route something to name.
func (g *guarded) address(path string) string {
	report := g.readings[0]
	switch {
	case strings.HasPrefix(path, "/groups/"):
		path = strings.Replace(path, "{id}", "boko-haram", 1)
	case strings.HasPrefix(path, "/incidents/"):
		path = strings.Replace(path, "{id}", g.incident.ID, 1)
	case strings.HasPrefix(path, "/reports/"), strings.HasPrefix(path, "/sources/"):
		path = strings.Replace(path, "{id}", report.Report.ID, 1)
	default:
		path = strings.Replace(path, "{id}", report.Statements[0].ID, 1)
	}
	return strings.NewReplacer("{$}", "", "{name}", "style.css", "{sum}", scriptSum, "{at}", "12,44").Replace(path)
}

// TestWhoMayAskForWhat asks for every route of the table, in every method, as everybody: who does not have the role gets
// nothing, and who has it is not turned away.
func TestWhoMayAskForWhat(t *testing.T) {
	g := newGuarded(t)
	asked := 0
	for _, rt := range g.site.table() {
		for who, role := range roles {
			for _, method := range []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"} {
				var form url.Values
				if method == "POST" {
					form = url.Values{} // without fields it does nothing but say so
				}
				if rt.path == "/logout" && method == "POST" {
					continue // it would end the session that the test goes on with
				}
				w := g.as(who, method, g.address(rt.path), form)
				asked++
				answers := method == rt.method || method == "HEAD" && rt.method == "GET" || g.site.takes(method, g.address(rt.path))
				open := role >= rt.role || who == "temporary" && strings.HasPrefix(rt.path, "/me")
				switch {
				case !answers && w.Code != http.StatusMethodNotAllowed:
					t.Errorf("%s %s as %s: %d, want 405", method, rt.path, who, w.Code)
				case answers && method == rt.method && !open && (w.Code < 300 || w.Code == http.StatusNotFound || w.Code >= 500):
					t.Errorf("%s %s as %s: %d, but it takes %s", method, rt.path, who, w.Code, rt.role)
				case answers && method == rt.method && open && (w.Code == http.StatusUnauthorized && rt.path != "/login" || w.Code == http.StatusForbidden && rt.path != "/me/name" && rt.path != "/me/password" || w.Code >= 500):
					t.Errorf("%s %s as %s: %d, though it takes only %s", method, rt.path, who, w.Code, rt.role)
				}
			}
		}
	}
	if asked < 1000 {
		t.Errorf("only %d requests were made", asked)
	}
}

// takes reports whether some row of the table answers.
func (s *site) takes(method, path string) bool {
	_, pattern := s.known.Handler(httptest.NewRequest(method, path, nil))
	return pattern != "/"
}

// TestNothingIsAnsweredButByTheTable looks for routes that have no row, and so no role.
func TestNothingIsAnsweredButByTheTable(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if ok && slices.Contains([]string{"Handle", "HandleFunc", "NewServeMux"}, sel.Sel.Name) && name != "route.go" {
				t.Errorf("%s has a route of its own: it belongs into the table of handler.go", name)
			}
			return true
		})
	}
}

// kept is a sum over everything that is kept in a file, in the database and beside it.
func (g *guarded) kept(t *testing.T) string {
	t.Helper()
	h := sha256.New()
	for _, end := range []string{"", "-wal", ".accounts", ".accounts-wal"} {
		b, err := os.ReadFile(g.path + end)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		fmt.Fprintf(h, "%s %d %x\n", end, len(b), sha256.Sum256(b))
	}
	return hex.EncodeToString(h.Sum(nil))
}

func TestToReadChangesNothing(t *testing.T) {
	g := newGuarded(t)
	g.as("admin", "GET", "/", nil) // whatever is made once
	before := g.kept(t)
	for _, rt := range g.site.table() {
		path := g.address(rt.path)
		for _, more := range []string{"", "?name=reader&role=admin&disabled=yes&session=others", "?_method=POST&ruling=accept&on=" + g.readings[0].Statements[0].ID + "&reason=x"} {
			for _, method := range []string{"GET", "HEAD", "OPTIONS"} {
				for _, who := range []string{"admin", "nobody"} {
					g.as(who, method, path+more, nil)
				}
			}
		}
		if after := g.kept(t); after != before {
			t.Fatalf("to read %s changes what is kept", rt.path)
		}
	}
}

func TestWhatAnotherSiteSends(t *testing.T) {
	g := newGuarded(t)
	s := g.readings[2].Statements[0].ID
	before := g.kept(t)
	for _, headers := range []map[string]string{
		{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"},
		{"Origin": "http://example.com.evil.example"}, {"Origin": "http://example.com:81"}, {"Sec-Fetch-Site": "cross-site", "Origin": "http://example.com"},
	} {
		for _, rt := range g.site.table() {
			if rt.method == "GET" {
				continue
			}
			for _, path := range []string{rt.path, rt.path + "/", "/" + rt.path} {
				r := httptest.NewRequest("POST", "http://example.com"+path, strings.NewReader(ruled("accept", s, "").Encode()))
				r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
				for k, v := range headers {
					r.Header.Set(k, v)
				}
				r.AddCookie(&http.Cookie{Name: "dateline", Value: g.held["admin"]})
				w := httptest.NewRecorder()
				g.handler.ServeHTTP(w, r)
				if w.Code != http.StatusForbidden {
					t.Errorf("%v, POST %s: %d", headers, path, w.Code)
				}
			}
		}
	}
	for _, kind := range []string{"text/plain", "multipart/form-data; boundary=x", "application/json", ""} {
		r := httptest.NewRequest("POST", "/decisions", strings.NewReader(ruled("accept", s, "").Encode()))
		r.Header.Set("Content-Type", kind)
		r.AddCookie(&http.Cookie{Name: "dateline", Value: g.held["admin"]})
		w := httptest.NewRecorder()
		if g.handler.ServeHTTP(w, r); w.Code != http.StatusUnsupportedMediaType {
			t.Errorf("as %q: %d", kind, w.Code)
		}
	}
	if g.kept(t) != before {
		t.Error("something was kept")
	}
}

// TestHeaders holds every answer, errors too, to the exact words of the policy.
func TestHeaders(t *testing.T) {
	g := newGuarded(t)
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
			"frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
	}
	paths := []string{"/nowhere", "/incidents/x", "/" + strings.Repeat("a", 5000), "//incidents", "/../incidents"}
	for _, rt := range g.site.table() {
		paths = append(paths, g.address(rt.path))
	}
	for _, path := range paths {
		for _, method := range []string{"GET", "POST", "DELETE"} {
			for _, who := range []string{"nobody", "admin"} {
				if path == "/logout" {
					continue
				}
				w := g.as(who, method, path, nil)
				for name, value := range want {
					if strings.HasSuffix(path, ".svg") && w.Code == 200 && name == "Content-Security-Policy" {
						value = draw.AlonePolicy // it may not even run our scripts
					}
					if strings.HasPrefix(path, "/map/ground/") && w.Code == 200 && name == "Content-Security-Policy" {
						value = draw.GroundPolicy
					}
					if got := w.Header()[name]; len(got) != 1 || got[0] != value {
						t.Errorf("%s %.40s as %s: %s is %q", method, path, who, name, got)
					}
				}
				static := strings.HasPrefix(path, "/static/") || strings.HasPrefix(path, "/script/") || strings.HasPrefix(path, "/map/terrain") || strings.HasPrefix(path, "/map/ground/")
				if got := w.Header().Get("Cache-Control"); got != "no-store" && !(static && w.Code == 200) {
					t.Errorf("%s %.40s as %s: Cache-Control %q", method, path, who, got)
				}
				if w.Header().Get("Strict-Transport-Security") != "" {
					t.Errorf("%s: TLS is promised where there is none", path)
				}
			}
		}
	}
}

func TestARoleThatIsTakenAway(t *testing.T) {
	g := newGuarded(t)
	s := g.readings[2].Statements[0].ID
	rule := ruled("accept", s, "reason=I+read+it+twice")
	rule.Del("author")
	for name, take := range map[string]func() error{
		"reviewer": func() error { return g.door.SetRole(t.Context(), "reviewer", account.Reader) },
		"editor":   func() error { return g.door.SetDisabled(t.Context(), "editor", true) },
	} {
		if err := take(); err != nil {
			t.Fatal(err)
		}
		w := g.as(name, "POST", "/decisions", rule)
		if w.Code != http.StatusUnauthorized || !strings.Contains(w.Body.String(), "I read it twice") || !strings.Contains(w.Body.String(), "Log in") {
			t.Errorf("%s: %d, and what was typed is lost: %s", name, w.Code, w.Body)
		}
	}
	g.enter(t, "reviewer")
	w := g.as("reviewer", "POST", "/decisions", rule)
	if w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "I read it twice") || strings.Contains(w.Body.String(), "<button>Send") {
		t.Errorf("a reader rules: %d %s", w.Code, w.Body)
	}
	if n := len(mustDecisions(t, g.fixture)); n != 1 {
		t.Errorf("%d decisions", n)
	}
}

func TestAuthorsAreWhoTheyAre(t *testing.T) {
	g := newGuarded(t)
	s := g.readings[2].Statements[0].ID
	if w := g.as("reviewer", "POST", "/decisions", ruled("accept", s, "author=Somebody+Else")); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	ds, err := viewed(t, g.path).Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	last := ds[len(ds)-1]
	if last.Author != "reviewer" || !last.At.Equal(g.now) {
		t.Errorf("signed %q at %v", last.Author, last.At)
	}
	undo := url.Values{"ruling": {"undo"}, "on": {last.ID}, "reason": {"no"}, "seen": {last.ID}}
	g.add(t, "reviewer two", account.Reviewer)
	if w := g.as("reviewer two", "POST", "/decisions", undo); w.Code != http.StatusForbidden {
		t.Errorf("another reviewer takes it back: %d", w.Code)
	}
	if w := g.as("editor", "POST", "/decisions", undo); w.Code != http.StatusSeeOther {
		t.Errorf("an editor takes it back: %d %s", w.Code, w.Body)
	}
}

func TestWhereALoginLeads(t *testing.T) {
	g := newGuarded(t)
	if w := g.as("nobody", "GET", "/incidents?kind=bombing&q=a%26b", nil); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/login?next=%2Fincidents%3Fkind%3Dbombing%26q%3Da%2526b" {
		t.Errorf("%d to %q", w.Code, w.Header().Get("Location"))
	}
	for next, want := range map[string]string{
		"/incidents?kind=bombing": "/incidents?kind=bombing", "/reports/" + g.readings[0].Report.ID + "#s1": "/reports/" + g.readings[0].Report.ID + "#s1",
		"//e": "/", `/\e`: "/", "/%09/e": "/", "https:e": "/", `\\e`: "/", "https://e": "/", "/\t/e": "/", "///e": "/", "/%2f/e": "/", "/%5ce": "/", "/.//e": "/", "javascript:alert(1)": "/",
		"/nowhere": "/", "": "/", "e": "/", " //e": "/", "/\n/e": "/", "http:///e": "/", "/@e": "/", "//e/incidents": "/", `/\/incidents`: "/", "/incidents/..//e": "/",
	} {
		w := g.as("nobody", "POST", "/login", url.Values{"name": {"reader"}, "password": {good}, "next": {next}})
		if got := w.Header().Get("Location"); w.Code != http.StatusSeeOther || got != want {
			t.Errorf("%q leads to %q (%d), want %q", next, got, w.Code, want)
		}
	}
}

func TestLogInAndOut(t *testing.T) {
	g := newGuarded(t)
	w := g.as("nobody", "POST", "/login", url.Values{"name": {"reader"}, "password": {"wrong wrong wrong"}})
	unknown := g.as("nobody", "POST", "/login", url.Values{"name": {"reades"}, "password": {"wrong wrong wrong"}})
	if w.Code != http.StatusUnauthorized || len(w.Result().Cookies()) != 0 || strings.Replace(w.Body.String(), "reader", "reades", 1) != unknown.Body.String() {
		t.Errorf("%d, %v: a name that is known is told from one that is not", w.Code, w.Result().Cookies())
	}
	w = g.as("reviewer", "POST", "/login", url.Values{"name": {"reader"}, "password": {good}}) // in a browser that has a session
	cookies := w.Result().Cookies()
	if len(cookies) != 1 || cookies[0].Name != "dateline" || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode || cookies[0].Path != "/" || cookies[0].Domain != "" || cookies[0].Value == g.held["reviewer"] {
		t.Fatalf("cookies %v", cookies)
	}
	if w := g.as("reviewer", "GET", "/me", nil); w.Code != http.StatusSeeOther {
		t.Errorf("the session from before goes on: %d", w.Code)
	}
	g.held["new"] = cookies[0].Value
	if w := g.as("new", "GET", "/me", nil); w.Code != 200 || !strings.Contains(w.Body.String(), "reader") {
		t.Fatalf("%d", w.Code)
	}
	if w := g.as("new", "POST", "/logout", url.Values{}); w.Code != http.StatusSeeOther || w.Result().Cookies()[0].MaxAge >= 0 {
		t.Errorf("log out: %d", w.Code)
	}
	if w := g.as("new", "GET", "/me", nil); w.Code != http.StatusSeeOther {
		t.Errorf("after logging out: %d", w.Code)
	}
}

func TestOverTLSCookiesAreForThisHostAlone(t *testing.T) {
	g := newGuarded(t)
	g.handler = newSite(g.site.view, Options{Log: quiet, Door: g.door, Secure: true, Proxied: true}).handler()
	w := g.as("nobody", "POST", "/login", url.Values{"name": {"reader"}, "password": {good}})
	c := w.Result().Cookies()[0]
	if c.Name != "__Host-dateline" || !c.Secure || c.Domain != "" || c.Path != "/" || w.Header().Get("Strict-Transport-Security") == "" {
		t.Errorf("%v, %v", c, w.Header())
	}
	if w := g.as("reader", "GET", "/incidents", nil); w.Code != http.StatusSeeOther {
		t.Errorf("the cookie without the promise opens: %d", w.Code)
	}
}

func TestTooManyFailuresAreRefused(t *testing.T) {
	g := newGuarded(t)
	var w *httptest.ResponseRecorder
	for range 11 {
		w = g.as("nobody", "POST", "/login", url.Values{"name": {"admin"}, "password": {"wrong wrong wrong"}})
	}
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") != "901" || !strings.Contains(w.Body.String(), "There were too many failures") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := g.as("admin", "GET", "/accounts", nil); w.Code != 200 {
		t.Errorf("the owner is locked out of a session: %d", w.Code)
	}
}

func TestSessionsOfOnesOwn(t *testing.T) {
	g := newGuarded(t)
	old := g.held["reader"]
	g.enter(t, "reader")
	page := g.as("reader", "GET", "/me", nil).Body.String()
	if strings.Contains(page, old) || strings.Contains(page, g.held["reader"]) || strings.Count(page, "this one") != 1 {
		t.Error("the page has what opens a session, or does not say which is this one")
	}
	admins, err := g.door.Sessions(t.Context(), "admin")
	if err != nil {
		t.Fatal(err)
	}
	if w := g.as("reader", "POST", "/me/sessions/end", url.Values{"session": {admins[0].ID}}); w.Code != http.StatusNotFound {
		t.Errorf("another's session: %d", w.Code)
	}
	if w := g.as("reader", "POST", "/me/sessions/end", url.Values{"session": {"others"}}); w.Code != http.StatusSeeOther {
		t.Errorf("%d", w.Code)
	}
	g.held["old"] = old
	if a, b := g.as("old", "GET", "/me", nil).Code, g.as("reader", "GET", "/me", nil).Code; a != http.StatusSeeOther || b != 200 {
		t.Errorf("the other session: %d, this one: %d", a, b)
	}
}

func TestPasswords(t *testing.T) {
	g := newGuarded(t)
	change := func(who, old, new, again string) *httptest.ResponseRecorder {
		return g.as(who, "POST", "/me/password", url.Values{"old": {old}, "new": {new}, "again": {again}})
	}
	for _, c := range []struct {
		old, new, again string
		status          int
	}{{"wrong wrong wrong", "eight quiet herons", "eight quiet herons", 403}, {good, "eight quiet herons", "nine", 400}, {good, "short", "short", 400}, {good, good, good, 400}} {
		if w := change("reader", c.old, c.new, c.again); w.Code != c.status {
			t.Errorf("%v: %d", c, w.Code)
		}
	}
	if w := g.as("temporary", "GET", "/incidents", nil); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/me" {
		t.Errorf("with another's password: %d to %q", w.Code, w.Header().Get("Location"))
	}
	if w := g.as("temporary", "POST", "/accounts", url.Values{"name": {"x"}, "role": {"admin"}}); w.Code != http.StatusForbidden {
		t.Errorf("with another's password: %d", w.Code)
	}
	if w := change("temporary", good, "eight quiet herons", "eight quiet herons"); w.Code != http.StatusSeeOther {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := g.as("temporary", "GET", "/accounts", nil); w.Code != 200 {
		t.Errorf("with one's own password: %d", w.Code)
	}
}

func TestAdminsAndAccounts(t *testing.T) {
	g := newGuarded(t)
	w := g.as("admin", "POST", "/accounts", url.Values{"name": {"Zed"}, "role": {"reviewer"}})
	_, rest, _ := strings.Cut(w.Body.String(), "<code>")
	secret, _, _ := strings.Cut(rest, "</code>")
	if w.Code != 200 || len(secret) != 23 {
		t.Fatalf("%d %q", w.Code, secret)
	}
	if w := g.as("nobody", "POST", "/login", url.Values{"name": {"Zed"}, "password": {secret}}); w.Code != http.StatusSeeOther {
		t.Errorf("with the password that was made up: %d", w.Code)
	}
	for _, c := range []struct {
		path   string
		form   url.Values
		status int
	}{
		{"/accounts", url.Values{"name": {"zed"}, "role": {"reader"}}, 400},
		{"/accounts", url.Values{"name": {"<img src=x>"}, "role": {"reader"}}, 400},
		{"/accounts", url.Values{"name": {"Yma"}, "role": {"nobody"}}, 400},
		{"/accounts", url.Values{"name": {"Yma"}, "role": {"reader"}, "temporary": {"0"}}, 400},
		{"/accounts/role", url.Values{"name": {"reader"}, "role": {"root"}}, 400},
		{"/accounts/role", url.Values{"name": {"none"}, "role": {"reader"}}, 400},
		{"/accounts/role", url.Values{"name": {"reader"}, "role": {"editor"}, "disabled": {"yes"}}, 400},
		{"/accounts/disable", url.Values{"name": {"reader"}, "disabled": {"perhaps"}}, 400},
		{"/accounts/disable", url.Values{"name": {"reader"}, "disabled": {"yes"}}, 200},
		{"/accounts/role", url.Values{"name": {"editor"}, "role": {"reader"}}, 200},
		{"/accounts/password", url.Values{"name": {"reviewer"}}, 200},
	} {
		if w := g.as("admin", "POST", c.path, c.form); w.Code != c.status {
			t.Errorf("%s %v: %d, want %d", c.path, c.form, w.Code, c.status)
		} else if strings.Contains(w.Body.String(), "<img") {
			t.Errorf("%s: a name is markup", c.path)
		}
	}
	for _, who := range []string{"reader", "editor", "reviewer"} {
		if w := g.as(who, "GET", "/incidents", nil); w.Code != http.StatusSeeOther {
			t.Errorf("%s goes on after the change: %d", who, w.Code)
		}
	}
}

// TestAnotherNameForThisMachine has a page of another site whose own name was made to lead to this machine.
func TestAnotherNameForThisMachine(t *testing.T) {
	f := newFixture(t)
	withDesk(t, f)
	srv := httptest.NewServer(f.handler)
	defer srv.Close()
	for host, want := range map[string]int{"evil.example": 421, "evil.example:8080": 421, "127.0.0.1.evil.example": 421, "": 421, "0x7f.1": 421, "192.0.2.1": 421,
		"localhost": 200, "LOCALHOST:1": 200, "127.0.0.1:9": 200, "127.5.5.5": 200, "[::1]:80": 200} {
		r := httptest.NewRequest("GET", srv.URL+"/", nil)
		r.RequestURI, r.Host = "", host
		if host == "" {
			r.Host = "."
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("as %q: %d, want %d", host, resp.StatusCode, want)
		}
	}
}

// TestAccountsThatCannotBeRead closes everything.
func TestAccountsThatCannotBeRead(t *testing.T) {
	f := newFixture(t)
	door, err := account.Open(account.PathBeside(f.path), account.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f.handler = Handler(viewed(t, f.path), Options{Log: quiet, Door: door})
	if w := f.do("GET", "/"); w.Code != 200 {
		t.Fatalf("without accounts: %d", w.Code)
	}
	if err := os.WriteFile(account.PathBeside(f.path), []byte(strings.Repeat("no database ", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	if w := f.do("GET", "/"); w.Code != 500 || strings.Contains(w.Body.String(), "Boko Haram") {
		t.Errorf("%d", w.Code)
	}
}

// TestAnEditWar has people accept and reject the same at once: one after the other wins, the others are
// told, and every ruling that was acknowledged is kept.
func TestAnEditWar(t *testing.T) {
	f := newFixture(t)
	withDesk(t, f)
	s := f.readings[2].Statements[0].ID
	const people, rounds = 8, 10
	kept := make(chan string, people*rounds)
	done := make(chan bool)
	for i := range people {
		go func() {
			defer func() { done <- true }()
			seen := ""
			for n := range rounds {
				ruling := []string{"accept", "reject"}[(i+n)%2]
				w := f.post("/decisions", ruled(ruling, s, fmt.Sprintf("author=P%d&reason=round+%d&seen=%s", i, n, seen)), true)
				var got = answered(t, w)
				switch w.Code {
				case http.StatusCreated:
					kept <- got.ID
					seen = got.ID
				case http.StatusConflict:
					seen = got.Error.Seen
				default:
					t.Errorf("%d %s", w.Code, w.Body)
				}
			}
		}()
	}
	for range people {
		<-done
	}
	close(kept)
	all := mustDecisions(t, f)
	n := 1 // the fixture's
	for id := range kept {
		if n++; !slices.Contains(all, id) {
			t.Errorf("%s was acknowledged and is lost", id)
		}
	}
	if len(all) != n {
		t.Errorf("%d are kept, %d were acknowledged", len(all), n)
	}
}

package web

import (
	"html"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline"
	rulings "dateline/internal/review"
)

// as asks for a page as somebody of that name at this machine.
func (f *fixture) as(name, path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	r.AddCookie(&http.Cookie{Name: authorCookie, Value: escape(name)})
	w := httptest.NewRecorder()
	f.handler.ServeHTTP(w, r)
	return w
}

// soon asks until a page has words: what all readers said may be some seconds old on a slow machine.
func (f *fixture) soon(t *testing.T, name, path, words string) string {
	t.Helper()
	page := ""
	for range 100 {
		if page = f.as(name, path).Body.String(); strings.Contains(page, words) {
			return page
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s never has %q", path, words)
	return ""
}

// formFields reads the hidden fields of the form on a page that has a label.
func formFields(t *testing.T, page, label string) string {
	t.Helper()
	for _, form := range regexp.MustCompile(`(?s)<form class="ruling".*?</form>`).FindAllString(page, -1) {
		if strings.Contains(form, "<button>"+label) {
			var out []string
			for _, m := range regexp.MustCompile(`type="hidden" name="([a-z]+)" value="([^"]*)"`).FindAllStringSubmatch(form, -1) {
				if m[1] != "next" && m[1] != "seen" {
					out = append(out, m[1]+"="+html.UnescapeString(m[2]))
				}
			}
			return strings.Join(out, " ")
		}
	}
	t.Fatalf("no form %q", label)
	return ""
}

func has(t *testing.T, page string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(page, w) {
			t.Errorf("the page does not have %q", w)
		}
	}
}

func hasNot(t *testing.T, page string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(page, w) {
			t.Errorf("the page has %q", w)
		}
	}
}

// A second reader does not see the first one's word, and to accept what they see is to say what the machine read. When they
// differ both are shown, and an editor lets one stand.
func TestTwoReadersAndAnEditor(t *testing.T) {
	f := newFixture(t)
	withDesk(t, f)
	s := f.readings[2].Statements[1]
	if w := f.post("/decisions", ruled("correct", s.ID, "author=Ada&value=arson&reason=a+house+burned"), true); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	thing := `data-thing="` + s.ID + `"`
	f.soon(t, "Ben", "/review?mode=second", `item=`+s.ID)
	second := f.as("Ben", "/review?mode=second&item="+s.ID).Body.String()
	has(t, second, thing, "Somebody has read this")
	hasNot(t, second, "Ada", "arson", "a house burned")
	if got, want := formFields(t, second, "Accept"), "ruling=correct on="+s.ID+" value="+string(s.Kind)+" "; strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("to accept is %q, want %q", got, want)
	}
	hasNot(t, f.as("Ada", "/review?mode=second").Body.String(), thing)
	last := regexp.MustCompile(`name="seen" value="([0-9a-f]{16})"`).FindStringSubmatch(second)[1]
	if w := f.post("/decisions", ruled("correct", s.ID, "author=Ben&reason=read&value="+string(s.Kind)+"&seen="+last), true); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	disputed := f.soon(t, "Eve", "/review?mode=disputed", thing)
	has(t, disputed, "<b>Ada</b> corrected: arson", "<b>Ben</b> accepted: "+string(s.Kind), "a house burned")
	if got, want := formFields(t, disputed, "Let Ada’s stand"), "ruling=correct on="+s.ID+" value=arson settles=yes"; got != want {
		t.Errorf("to let Ada's stand is %q, want %q", got, want)
	}
	has(t, f.soon(t, "Eve", "/agreement", "1 thing to be settled"), "Ada: arson; Ben: "+string(s.Kind))
	last = regexp.MustCompile(`name="seen" value="([0-9a-f]{16})"`).FindStringSubmatch(disputed)[1]
	if w := f.post("/decisions", ruled("correct", s.ID, "author=Eve&settles=yes&value=arson&reason=Ada+is+right&seen="+last), true); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	has(t, f.as("Eve", "/review?mode=disputed").Body.String(), "Nothing waits for you here")
	after := f.as("Eve", "/review?item="+s.ID).Body.String()
	has(t, after, "Settled by <b>Eve</b>: corrected: arson", "overruled by decision", rulings.Adjudicates+"Ada is right")
	f.soon(t, "Eve", "/agreement", "settled by Eve")
}

// Only an editor settles, and nobody else writes that they did.
func TestWhoSettles(t *testing.T) {
	d := dateline.Decision{Reason: "so"}
	if err := settle(&d, true, visitor{Role: 2}); err == nil {
		t.Error("a reviewer settles")
	}
	d.Reason = rulings.Adjudicates + "so"
	if err := settle(&d, false, visitor{Role: 2}); err == nil {
		t.Error("a reviewer says that they settle")
	}
	d.Reason = "so"
	if err := settle(&d, true, visitor{Role: 3}); err != nil || d.Reason != "Adjudicated: so" {
		t.Errorf("%q, %v", d.Reason, err)
	}
	d.Reason = "so"
	if err := settle(&d, false, visitor{Role: 2}); err != nil || d.Reason != "so" {
		t.Errorf("%q, %v", d.Reason, err)
	}
}

// What a sample says is of the statements drawn, up to the first that is not ruled on in full.
func TestASampleIsKeptApart(t *testing.T) {
	f := newFixture(t)
	withDesk(t, f)
	has(t, f.as("Ada", "/accuracy?mode=sample&seed=3").Body.String(), "the first 0 statements drawn")
	for range 40 {
		page := f.as("Ada", "/review?mode=sample&seed=3").Body.String()
		thing := regexp.MustCompile(`data-thing="([^"]+)"`).FindStringSubmatch(page)
		if thing == nil {
			break
		}
		it, err := rulings.ParseThing(thing[1])
		if err != nil {
			t.Fatal(err)
		}
		form := ruled("accept", it.Statement, "author=Ada")
		if it.Part != dateline.Whole {
			form.Set("part", strings.TrimPrefix(it.String(), it.Statement+"."))
		}
		if m := regexp.MustCompile(`name="seen" value="([0-9a-f]{16})"`).FindStringSubmatch(page); m != nil {
			form.Set("seen", m[1])
		}
		if w := f.post("/decisions", form, true); w.Code != http.StatusCreated {
			t.Fatal(w.Body)
		}
	}
	all := f.soon(t, "Ada", "/accuracy?mode=sample&seed=3", "All statements: 8 ruled on")
	has(t, all, "the first 8 statements drawn", "All statements: 8 ruled on, 8 accepted", "too few to say")
	hasNot(t, f.as("Ada", "/accuracy").Body.String(), "drawn, all ruled on")
}

func TestReviewAddresses(t *testing.T) {
	f := newFixture(t)
	for path, want := range map[string]int{
		"/review?mode=fast": 400, "/review?item=x": 400, "/review?seed=-1": 400, "/review?of=colour": 400, "/review?group=nobody": 200,
		"/review?item=0000000000000000": 404, "/review?item=" + f.readings[2].Statements[0].ID + ".99": 404, "/review?later=x,y,,": 200,
		"/review?item=" + f.readings[2].Statements[0].ID: 200, "/suggest": 200, "/suggest?of=stars&q=a": 200, "/review?mode=sample&seed=99999999999999999999": 400,
	} {
		if w := f.as("Ada", path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
	has(t, f.as("Ada", "/review?group=nobody").Body.String(), "Nothing waits for you here", "Take something away")
}

func TestSuggestions(t *testing.T) {
	f := newFixture(t)
	for path, want := range map[string]string{
		"of=actor&q=boko":    `"value":"boko-haram","label":"Boko Haram"`,
		"of=place&q=kondug":  `"label":"Konduga, Borno, Nigeria"`,
		"of=kind&q=suic":     `"value":"suicide bombing"`,
		"of=actor&q=":        `"suggestions":[]`,
		"of=place&q=%3Cb%3E": `"suggestions":[`,
	} {
		has(t, f.as("Ada", "/suggest?"+path).Body.String(), want)
	}
}

func TestLater(t *testing.T) {
	r := httptest.NewRequest("GET", "/review?later=0123456789abcdef.3,x,0123456789abcdef&group=a", nil)
	d, err := readDesk(r)
	if err != nil || len(d.later) != 2 {
		t.Fatalf("%+v, %v", d, err)
	}
	if got := d.at(nil, d.later); got != "/review?group=a&later=0123456789abcdef.3%2C0123456789abcdef" {
		t.Error(got)
	}
}

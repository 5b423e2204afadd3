package web

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/data"
	"dateline/internal/ingest"
	"dateline/internal/ledger"
	"dateline/internal/pipeline"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestThePathInABrowser walks the way of somebody new through the samples of the demo, as they are read, at a desk and on a
// telephone: words in the box, an incident, another rule for its headline, a figure's sentence, a span of time by keyboard,
// ten rulings and an undo by keyboard, and a citation to take away.
func TestThePathInABrowser(t *testing.T) {
	f := sampled(t)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	visits := []visit{{b, "wide", 1280, false}, {b, "narrow", 390, true}}
	for _, w := range visits {
		t.Run(w.name, func(t *testing.T) {
			b.look(t, w.width, "light")
			ask(t, b, chromedp.Navigate(server.URL))
			w.search(t)
			w.incident(t)
			w.rule(t)
			w.sentence(t)
			w.span(t)
			w.citation(t)
			b.quiet(t)
		})
	}
	for _, w := range visits { // last: what is ruled parts and joins incidents, some time later
		t.Run(w.name+", reviewing", func(t *testing.T) {
			b.look(t, w.width, "light")
			w.reviewing(t)
			b.quiet(t)
		})
	}
}

// visit is the path in a window of a width.
type visit struct {
	*browser
	name  string
	width int64
	named bool // a ruling was made in this browser, so that the desk knows by whom
}

// stop looks at where the path is, light and dark: nothing is wider than the window.
func (w visit) stop(t *testing.T, at string) {
	t.Helper()
	for _, scheme := range []string{"dark", "light"} {
		w.look(t, w.width, scheme)
		if wide := ask(t, w.browser, chromedp.Evaluate[int64](`document.documentElement.scrollWidth`)); wide > w.width {
			t.Errorf("%s is %d px wide in a window of %d px", at, wide, w.width)
		}
		w.shoot(t, "path-"+at+"-"+w.name+"-"+scheme)
	}
}

// says is the text of the first element that a selector finds.
func (w visit) says(t *testing.T, selector string) string {
	t.Helper()
	return ask(t, w.browser, chromedp.Evaluate[string](`document.querySelector("`+selector+`")?.textContent ?? ""`))
}

// search types words into the box of the first page.
func (w visit) search(t *testing.T) {
	ask(t, w.browser, chromedp.Click(chromedp.CSS(`#q`)))
	w.key(t, "easter\r")
	w.settled(t, "/incidents")
	if count := w.says(t, ".explore-count b"); count != "3" {
		t.Errorf("%s incidents are found, want 3", count)
	}
	w.stop(t, "1-found")
}

// incident opens one of what was found.
func (w visit) incident(t *testing.T) {
	ask(t, w.browser, chromedp.Click(chromedp.CSS(`.incidents a[aria-label="Bombing, Sri Lanka, 21 April 2019"]`)))
	w.settled(t, "/incidents/")
	if title := w.says(t, "h1"); !strings.Contains(title, "Bombing") {
		t.Errorf("the list leads to %q", title)
	}
	w.stop(t, "2-incident")
}

// rule takes another rule for the headline figures, in place.
func (w visit) rule(t *testing.T) {
	before := w.says(t, "#side tfoot")
	w.until(t, `document.querySelector(".rules").dataset.alive === "yes"`)
	ask(t, w.browser, chromedp.Click(chromedp.Search(`//nav[@class="rules"]/a[text()="acled-lowest"]`)))
	w.until(t, `document.querySelector(".rules b")?.textContent === "acled-lowest"`)
	if at := ask(t, w.browser, chromedp.Evaluate[string](`location.search`)); !strings.Contains(at, "rule=acled-lowest") {
		t.Errorf("the address does not tell the rule: %s", at)
	}
	if after := w.says(t, "#side tfoot"); after == before || !strings.Contains(after, "253") {
		t.Errorf("the headline by another rule is %q, and was %q", after, before)
	}
	w.stop(t, "3-rule")
}

// sentence follows a figure of the headline to what it stands on: in the drawer, then on the page of its statement.
func (w visit) sentence(t *testing.T) {
	ask(t, w.browser, chromedp.Click(chromedp.Search(`//*[@id="side"]//tfoot//td[@data-label="Killed"]//a[@class="ref"]`)))
	ask(t, w.browser, chromedp.WaitVisible(chromedp.CSS(`.drawer .context`)))
	if said := w.says(t, ".drawer .context"); !strings.Contains(said, "about 253") {
		t.Errorf("the drawer says %q", said)
	}
	w.stop(t, "4-drawer")
	ask(t, w.browser, chromedp.Click(chromedp.CSS(`.drawer .all`)))
	w.settled(t, "/statements/")
	if said := w.says(t, ".sentence"); !strings.Contains(said, "about 253") {
		t.Errorf("the figure leads to %q", said)
	}
	w.stop(t, "5-sentence")
}

// span goes to the timeline and narrows all views to a span of days by keyboard.
func (w visit) span(t *testing.T) {
	ask(t, w.browser, chromedp.Navigate("http://"+w.host+"/incidents"))
	ask(t, w.browser, chromedp.Click(chromedp.Search(`//nav[@class="tabs"]//a[text()="Timeline"]`)))
	w.settled(t, "/timeline")
	w.until(t, `document.querySelector(".timeline[data-live]") !== null`)
	all := w.says(t, ".explore-count b")
	ask(t, w.browser, chromedp.Evaluate[bool](`document.querySelector(".timeline-canvas").focus() ?? true`))
	w.stop(t, "6-timeline")
	w.key(t, kb.End)
	w.until(t, `document.querySelector(".timeline-card .card") !== null`)
	for range 3 {
		w.shifted(t, kb.ArrowLeft)
	}
	told := w.says(t, ".timeline-status")
	w.key(t, "\r")
	w.until(t, `location.search.includes("from=") && location.search.includes("to=")`)
	w.until(t, `document.querySelector(".explore-count b").textContent !== "`+all+`"`)
	if count := w.says(t, ".explore-count b"); !strings.Contains(told, ": "+count+" incident") {
		t.Errorf("the brush told %q, and the selection is of %s", told, count)
	}
	if led := ask(t, w.browser, chromedp.Evaluate[bool](`[...document.querySelectorAll(".tabs a")].every(a => a.search.includes("from=") && a.search.includes("to="))`)); !led {
		t.Errorf("the tabs do not take the span along")
	}
	w.stop(t, "7-span")
}

// shifted presses a key of kb with Shift.
func (w visit) shifted(t *testing.T, key string) {
	t.Helper()
	ask(t, w.browser, chromedp.KeyEvent(key, chromedp.KeyModifiers(chromedp.ModifierShift)))
}

// citation takes away the citation of the selection, as a file for BibTeX. It is asked for by keyboard: the timeline above
// it still grows into its place while it comes alive, and a click would land where the link was.
func (w visit) citation(t *testing.T) {
	dir, count := t.TempDir(), w.says(t, ".explore-count b")
	call(t, w.browser, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir})
	w.until(t, `document.querySelector(".timeline[data-live]") !== null`)
	w.until(t, `document.querySelector('.citation a[href*="format=bibtex"]').focus() ?? document.activeElement.textContent === "BibTeX"`)
	w.key(t, "\r")
	var file []byte
	for range 800 {
		if found, _ := filepath.Glob(filepath.Join(dir, "dateline-*.bib")); len(found) == 1 {
			file, _ = os.ReadFile(found[0])
		}
		if len(file) > 0 {
			break
		}
		time.Sleep(25 * time.Millisecond)
	}
	text := string(file)
	if !strings.HasPrefix(text, "@misc{dateline-") || !strings.Contains(text, "note = {"+count+" incident") || !strings.Contains(text, "Query: from=") {
		t.Errorf("the citation of %s incidents is %q", count, text)
	}
}

// reviewing rules on three things by keyboard alone, and takes the last back.
func (w visit) reviewing(t *testing.T) {
	ask(t, w.browser, chromedp.Navigate("http://"+w.host+"/review"))
	w.alive(t)
	last, thing := "", w.thing(t)
	for n := range 10 {
		w.press(t, "?")
		if n == 0 && !w.named { // a name is asked once
			w.key(t, "Ada")
			w.key(t, "\r")
		}
		last, thing = thing, w.other(t, thing)
	}
	w.stop(t, "8-reviewing")
	w.press(t, "u")
	if again := w.other(t, thing); again != last {
		t.Errorf("after an undo %s is shown, want %s", again, last)
	}
}

// sampled is a fixture of the demo's samples, which can be ruled on.
func sampled(t *testing.T) *fixture {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, data.Demo); err != nil {
		t.Fatal(err)
	}
	f := &fixture{path: filepath.Join(t.TempDir(), "ledger.db")}
	l, err := ledger.Open(f.path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	v := viewed(t, f.path)
	at := time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)
	in := pipeline.Run(t.Context(), ingest.Read(t.Context(), []string{filepath.Join(dir, "demo")}, ingest.Options{Now: at}))
	if _, err := pipeline.Keep(t.Context(), l, v, in, nil); err != nil {
		t.Fatal(err)
	}
	withDesk(t, f)
	return f
}

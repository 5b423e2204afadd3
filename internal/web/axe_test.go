package web

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// looked are the pages of fixture.pages that axe-core looks at: one of each layout.
var looked = []string{"home", "group", "incidents", "incident", "report", "reports", "statement", "timeline", "map", "network", "networktie", "trend", "review", "about", "cite", "source", "sources",
	"accuracy", "agreement", "kinds", "found", "evidence", "fault"}

// TestPagesAreAccessible lets axe-core, of which $DATELINE_AXE is the path (.ci/run installs it), look at a page of each
// layout, on a desk and on a telephone, light, and at its colours dark: none has a serious or critical fault.
func TestPagesAreAccessible(t *testing.T) {
	path := os.Getenv("DATELINE_AXE")
	if path == "" {
		t.Skip("$DATELINE_AXE names no axe.min.js")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := newFixture(t)
	withDesk(t, f)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	for _, name := range looked {
		t.Run(name, func(t *testing.T) {
			b.look(t, 1280, "light")
			ask(t, b, chromedp.Navigate(server.URL+f.pages()[name]))
			b.until(t, `[...document.querySelectorAll("[data-module]")].every(e => e.dataset.alive === "yes")`)
			b.promised(t, string(axe)+"; ''")
			for _, width := range []int64{390, 1280} {
				b.look(t, width, "light")
				if said := b.faults(t, `{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}`); said != "" {
					t.Errorf("%d px wide: %s", width, said)
				}
			}
			b.look(t, 1280, "dark")
			if said := b.faults(t, colourRules); said != "" {
				t.Error("dark: " + said)
			}
		})
	}
	ask(t, b, chromedp.Evaluate[bool](`document.querySelector("h1").style.setProperty("color", "#3a3a38") ?? true`))
	if said := b.faults(t, colourRules); !strings.Contains(said, "color-contrast, serious") {
		t.Errorf("of a heading that is hardly to be seen it says %q", said)
	}
}

// colourRules are the rules of axe-core that another scheme of colours bears on.
const colourRules = `{type: "rule", values: ["color-contrast"]}`

// faults are the serious and critical ones that axe-core, in the page, finds by the rules given, one a line.
func (b *browser) faults(t *testing.T, rules string) string {
	t.Helper()
	return b.promised(t, `axe.run(document, {runOnly: `+rules+`, resultTypes: ["violations"]}).then(found => found.violations
		.filter(v => v.impact === "serious" || v.impact === "critical")
		.map(v => v.id + ", " + v.impact + ": " + v.help + ": " + v.nodes.slice(0, 4).map(n => n.target.join(" ") + " (" + n.failureSummary + ")").join(" | ")).join("\n"))`)
}

// promised evaluates an expression, waits for what it promises, not long, and returns that.
func (b *browser) promised(t *testing.T, expression string) (text string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	yes := true
	got, err := chromedp.Call(ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: expression, AwaitPromise: &yes, ReturnByValue: &yes})
	if err != nil {
		t.Fatal(err)
	}
	if e := got.ExceptionDetails; e != nil {
		t.Fatalf("axe-core: %s %v", e.Text, e.Exception)
	}
	if err := json.Unmarshal([]byte(got.Result.Value), &text); err != nil {
		t.Fatalf("%v in %s", err, got.Result.Value)
	}
	return text
}

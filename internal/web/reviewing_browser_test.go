package web

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"dateline"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestReviewingByKeyboard rules on ten things by keyboard alone, skips one and takes one back.
func TestReviewingByKeyboard(t *testing.T) {
	f := newFixture(t)
	withDesk(t, f)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	b.look(t, 1280, "light")
	ask(t, b, chromedp.Navigate(server.URL+"/review"))
	b.alive(t)
	skipped := b.thing(t)
	b.press(t, "s")
	first := b.other(t, skipped)

	b.press(t, "a") // a name is asked once
	b.until(t, `document.activeElement.name === "author"`)
	b.key(t, "Ada")
	b.key(t, "\r")
	last := b.other(t, first)
	rejected, corrected := 0, 0
	for n := 1; n < 10; n++ {
		switch {
		case strings.Contains(last, "+"):
			b.press(t, "=")
		case corrected == 0 && !strings.Contains(last, "."):
			corrected++
			b.press(t, "e")
			b.key(t, "arson")
			b.suggested(t)
			b.key(t, kb.ArrowDown+"\r") // down, and take it: the reason is next
			b.key(t, "a house burned")
			b.key(t, "\r")
		case rejected == 0 && n > 2:
			rejected++
			b.press(t, "r")
			b.key(t, "as said elsewhere") // of which no letter rules
			b.key(t, "\r")
		case n%3 == 0:
			b.press(t, "?")
		default:
			b.press(t, "a")
		}
		if n < 9 {
			last = b.other(t, last)
		}
	}
	next := b.other(t, last)
	b.press(t, "u")
	if again := b.other(t, next); again != last {
		t.Errorf("after an undo %s is shown, want %s", again, last)
	}
	b.quiet(t)
	if got := rulingsKept(t, f); got != "10 rulings, 1 correct, 1 reject, 1 undo" || rejected != 1 || corrected != 1 {
		t.Errorf("kept are %s", got)
	}
	if waits := ask(t, b, chromedp.Evaluate[string](`document.querySelector(".desk-head").textContent`)); !strings.Contains(waits, "1 put off") {
		t.Errorf("what was skipped does not come back: %s", waits)
	}
	b.helped(t)
	b.conflict(t, f)
	b.shoot(t, "review-by-keyboard")
}

// rulingsKept says how many of which sort are kept, beside the fixture's own.
func rulingsKept(t *testing.T, f *fixture) string {
	t.Helper()
	ds, err := viewed(t, f.path).Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n := map[dateline.Ruling]int{}
	for _, d := range ds {
		n[d.Ruling]++
	}
	return plural(len(ds)-1-n[dateline.Undo], "ruling") + ", " + number(n[dateline.Correct]) + " correct, " + number(n[dateline.Reject]) + " reject, " + number(n[dateline.Undo]) + " undo"
}

// press presses one key, which types no letter if the page takes it.
func (b *browser) press(t *testing.T, key string) {
	t.Helper()
	call(t, b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Text: key})
	call(t, b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: key})
}

// key types keys, one after the other.
func (b *browser) key(t *testing.T, keys string) {
	t.Helper()
	ask(t, b, chromedp.KeyEvent(keys))
}

// alive waits until the desk's script is at work.
func (b *browser) alive(t *testing.T) {
	t.Helper()
	b.until(t, `document.querySelector(".desk[data-alive] .help:not([hidden])") !== null`)
}

// suggested waits for a suggestion.
func (b *browser) suggested(t *testing.T) {
	t.Helper()
	b.until(t, `document.querySelector(".suggestions option") !== null`)
}

// until waits until an expression is true: 20 seconds at most, for a machine at other work.
func (b *browser) until(t *testing.T, expression string) {
	t.Helper()
	for range 800 {
		if ask(t, b, chromedp.Evaluate[bool](expression)) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	t.Fatalf("never true: %s; the page says: %s", expression, ask(t, b, chromedp.Evaluate[string](`(document.querySelector(".said-back")?.textContent ?? "") + " at " + document.activeElement.outerHTML.slice(0, 300) + (document.activeElement.value ?? "")`)))
}

// thing is what the desk asks about.
func (b *browser) thing(t *testing.T) string {
	t.Helper()
	return ask(t, b, chromedp.Evaluate[string](`document.querySelector("[data-thing]")?.dataset.thing ?? ""`))
}

// other waits until the desk is at rest and asks about something else, and returns that.
func (b *browser) other(t *testing.T, than string) string {
	t.Helper()
	b.until(t, `document.querySelector(".desk").dataset.busy !== "yes" && (document.querySelector("[data-thing]")?.dataset.thing ?? "") !== "`+than+`"`)
	return b.thing(t)
}

// helped opens the list of keys and closes it.
func (b *browser) helped(t *testing.T) {
	t.Helper()
	b.press(t, "h")
	b.until(t, `document.querySelector("dialog.desk-keys").open`)
	b.press(t, "a") // rules nothing while the list is open
	b.key(t, kb.Escape)
	b.until(t, `!document.querySelector("dialog.desk-keys").open`)
	b.quiet(t)
}

// conflict rules on what somebody else has ruled on since the page was made: both versions are shown, and nothing is kept
// until it is sent again.
func (b *browser) conflict(t *testing.T, f *fixture) {
	t.Helper()
	ask(t, b, chromedp.Navigate("http://"+b.host+"/review?of=kind"))
	b.alive(t)
	thing := b.thing(t)
	if w := f.post("/decisions", ruled("reject", thing, "author=Ben&reason=a+drill"), true); w.Code != 201 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	b.press(t, "a")
	b.until(t, `document.querySelector(".said-back").textContent.includes("Ben rejected")`)
	said := ask(t, b, chromedp.Evaluate[string](`document.querySelector(".said-back").textContent`))
	if !strings.Contains(said, "a drill") || !strings.Contains(said, "Yours") || !strings.Contains(said, "Accept") || b.thing(t) != thing {
		t.Errorf("of a conflict it says %q", said)
	}
	b.mu.Lock()
	for _, s := range b.said {
		if !strings.Contains(s, "409") { // the browser itself notes the status
			t.Error(s)
		}
	}
	b.said = nil
	b.mu.Unlock()
	ask(t, b, chromedp.Click(chromedp.CSS(`.said-back button`)))
	b.other(t, thing)
	b.quiet(t)
}

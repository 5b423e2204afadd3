package web

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// TestCanvasesInABrowser moves through the timeline and the map by pointer, wheel and keys.
func TestCanvasesInABrowser(t *testing.T) {
	server := httptest.NewServer(newFixture(t).handler)
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	b.look(t, 1280, "light")

	ask(t, b, chromedp.Navigate(server.URL+"/timeline"))
	b.until(t, `!!document.querySelector(".timeline-canvas")?.dataset.ms`)
	b.moves(t, ".timeline-canvas", func(x, y float64) { b.drag(t, x, y, x-200, y, 0) })
	b.moves(t, ".timeline-canvas", func(x, y float64) { b.wheel(t, x, y, 500) })
	b.moves(t, ".timeline-canvas", func(x, y float64) { b.strike(t, "+") })
	b.moves(t, ".timeline-canvas", func(x, y float64) { b.strike(t, "PageUp") })
	b.strike(t, "Home")
	b.until(t, `!!document.querySelector(".timeline-card .card")`)
	b.shoot(t, "timeline-live")
	x, y := b.middle(t, ".timeline-canvas")
	b.drag(t, x-100, y, x+100, y, 8) // with Shift
	b.until(t, `/from=.*to=/.test(location.search)`)
	b.until(t, `!!document.querySelector(".timeline-canvas")?.dataset.ms`)

	ask(t, b, chromedp.Navigate(server.URL+"/map"))
	b.until(t, `!!document.querySelector(".map-marks button")`)
	b.shoot(t, "map-live")
	b.moves(t, ".map-stage", func(x, y float64) { b.drag(t, x+60, y+90, x-20, y+70, 0) })
	b.moves(t, ".map-stage", func(x, y float64) { b.wheel(t, x, y, -200) })
	b.moves(t, ".map-stage", func(x, y float64) { b.strike(t, "-") })
	b.moves(t, ".map-stage", func(x, y float64) { b.strike(t, "ArrowLeft") })
	ask(t, b, chromedp.Evaluate[bool](`!document.querySelector(".map-marks button").click()`))
	b.until(t, `!!document.querySelector(".drawer li a")`)
	b.strike(t, "Escape")
	b.until(t, `document.querySelector(".drawer").hidden`)
	b.quiet(t)
}

// moves does something in the middle of an element, and waits until the address tells of it.
func (b *browser) moves(t *testing.T, element string, do func(x, y float64)) {
	t.Helper()
	before := ask(t, b, chromedp.Evaluate[string](`location.search`))
	do(b.middle(t, element))
	b.until(t, fmt.Sprintf(`location.search !== %q`, before))
	time.Sleep(300 * time.Millisecond) // until it rests
}

func (b *browser) middle(t *testing.T, element string) (x, y float64) {
	t.Helper()
	at := ask(t, b, chromedp.Evaluate[[]float64](fmt.Sprintf(`(() => {
		const element = document.querySelector(%q);
		element.scrollIntoView({ block: "center" });
		const { left, top, width, height } = element.getBoundingClientRect();
		return [left + width / 2, top + height / 2];
	})()`, element)))
	return at[0], at[1]
}

func (b *browser) drag(t *testing.T, x, y, toX, toY float64, modifiers int64) {
	t.Helper()
	for i, kind := range []input.DispatchMouseEventType{"mouseMoved", "mousePressed", "mouseMoved", "mouseMoved", "mouseReleased"} {
		if i == 2 {
			x, y = (x+toX)/2, (y+toY)/2
		} else if i == 3 {
			x, y = toX, toY
		}
		call(t, b, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: "left", ClickCount: 1, Modifiers: modifiers})
	}
}

func (b *browser) wheel(t *testing.T, x, y, by float64) {
	t.Helper()
	call(t, b, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: "mouseWheel", X: x, Y: y, DeltaX: 1, DeltaY: by, Modifiers: 2})
}

func (b *browser) strike(t *testing.T, key string) {
	t.Helper()
	for _, kind := range []input.DispatchKeyEventType{"keyDown", "keyUp"} {
		call(t, b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key})
	}
}

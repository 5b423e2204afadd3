package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// pressed sends a key to the timeline.
const pressed = `((key, shift) => document.querySelector(".timeline-canvas").dispatchEvent(new KeyboardEvent("keydown", {key, shiftKey: shift, bubbles: true, cancelable: true})))`

// TestTimelineInABrowser steps through the incidents, brushes a span by keyboard and by mouse, and draws 50,000 incidents.
func TestTimelineInABrowser(t *testing.T) {
	f := newFixture(t)
	many := chronologyOf(50000, "kind")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Has("many") {
			sendData(w, (&site{}).columnsOf(many))
			return
		}
		f.handler.ServeHTTP(w, r)
	}))
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	b.look(t, 1280, "light")
	open := func() {
		ask(t, b, chromedp.Navigate(server.URL+"/timeline"))
		b.until(t, `document.querySelector(".timeline[data-live]") !== null`)
	}
	open()
	ask(t, b, chromedp.Evaluate[bool](pressed+`("ArrowRight", false)`))
	b.until(t, `document.querySelector(".timeline-card .card a[href^='/incidents/']") !== null`)
	ask(t, b, chromedp.Evaluate[bool](pressed+`("+", false)`))
	b.until(t, `new URL(location).searchParams.has("zoom")`)
	ask(t, b, chromedp.Evaluate[bool](pressed+`("ArrowRight", true)`))
	ask(t, b, chromedp.Evaluate[bool](pressed+`("Enter", false)`))
	b.until(t, `new URL(location).searchParams.has("from") && document.querySelector(".tabs a").href.includes("from=")`)

	open()
	at := ask(t, b, chromedp.Evaluate[[]float64](`(({left, top, width}) => [left + width / 4, top + 10, left + width / 2])(document.querySelector(".timeline-canvas").getBoundingClientRect())`))
	mouse := func(kind input.DispatchMouseEventType, x float64) {
		call(t, b, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: at[1], Button: input.MouseButtonLeft, ClickCount: 1})
	}
	mouse(input.DispatchMouseEventTypeMousePressed, at[0])
	mouse(input.DispatchMouseEventTypeMouseMoved, (at[0]+at[2])/2)
	mouse(input.DispatchMouseEventTypeMouseMoved, at[2])
	mouse(input.DispatchMouseEventTypeMouseReleased, at[2])
	b.until(t, `new URL(location).searchParams.has("to") && !new URL(location).searchParams.has("zoom")`)
	b.quiet(t)

	open()
	drawn := ask(t, b, chromedp.Evaluate[string](`(async () => {
		const box = document.querySelector(".timeline");
		box.querySelector(".timeline-live").remove();
		box.dataset.source = "/timeline/data?many";
		box.dataset.from = "1984-01-01"; box.dataset.to = "2023-12-31";
		const main = document.querySelector("script[type=module]").src;
		await (await import(main.replace("main.js", "timeline.js"))).attach(box);
		const canvas = box.querySelector("canvas"), frames = [], draws = [];
		let last = performance.now();
		for (let i = 0; i < 90; i++) {
			canvas.dispatchEvent(new KeyboardEvent("keydown", {key: i < 30 ? "PageDown" : i % 2 ? "+" : i % 3 ? "PageUp" : "-"}));
			const now = await new Promise(requestAnimationFrame);
			await new Promise((done) => setTimeout(done));
			frames.push(now - last); last = now; draws.push(+canvas.dataset.ms);
		}
		const of = (all) => { all.sort((a, b) => a - b); return "median " + all[45].toFixed(1) + ", p95 " + all[85].toFixed(1) + ", worst " + all[89].toFixed(1) + " ms"; };
		return "frames: " + of(frames) + "; drawing: " + of(draws);
	})()`, chromedp.EvalAwaitPromise))
	t.Log("50,000 incidents: " + drawn)
	b.quiet(t)
}

package web

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/resolve/place"
	"dateline/internal/selection"

	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// linesInTowns are n incidents in towns all over the world, over thirty years.
func linesInTowns(n int) []*dateline.Line {
	r, towns := rand.New(rand.NewPCG(5, 6)), place.Towns(20_000)
	out := make([]*dateline.Line, n)
	for i := range out {
		t := towns[r.IntN(len(towns))]
		p := dateline.Place{ID: t.ID, Name: t.Name, Country: t.Country, Admin1: t.Admin1, Lat: t.Lat, Lon: t.Lon, Precision: dateline.Settlement, RadiusM: 5000}
		switch r.IntN(10) {
		case 0:
			p.Precision = dateline.Near
		case 1:
			p = dateline.Place{Name: t.Admin1, Country: t.Country, Admin1: t.Admin1, Precision: dateline.Province}
		}
		day := time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(11_000)).Format(time.DateOnly)
		out[i] = &dateline.Line{ID: fmt.Sprintf("%016x", i), Kind: dateline.Attack, Place: p, Date: dateline.Date{EDTF: day, From: day, To: day},
			Statements: 3, Independent: 1 + r.IntN(3), Reviewed: r.IntN(2)}
	}
	return out
}

// frames pans and zooms for some seconds, and returns the times that our script took in each frame, in milliseconds, from
// the least: the times between frames hang on what else the machine does.
const frames = `(async () => {
	const stage = document.querySelector(".map-stage"), canvas = stage.querySelector("canvas"), times = [], real = window.requestAnimationFrame;
	let last = 0;
	window.gaps = [];
	window.requestAnimationFrame = (f) => real((now) => {
		const begun = performance.now();
		if (last) window.gaps.push(now - last);
		last = now;
		f(now);
		times.push(performance.now() - begun);
	});
	stage.focus();
	const box = canvas.getBoundingClientRect();
	for (let i = 0; i < FRAMES; i++) {
		canvas.dispatchEvent(new WheelEvent("wheel", { ctrlKey: true, bubbles: true, cancelable: true, deltaY: i < 60 ? -5 : i < 120 ? 0 : 5, clientX: box.left + 500, clientY: box.top + 200 }));
		if (i % 3 === 0) stage.dispatchEvent(new KeyboardEvent("keydown", { key: i % 2 ? "ArrowLeft" : "ArrowUp", bubbles: true }));
		await new Promise((done) => real(done));
	}
	window.requestAnimationFrame = real;
	return times.sort((a, b) => a - b);
})()`

// The map of 50,000 incidents is moved by the keyboard, opened, cut to a span of days, and moved on.
func TestTheMapIsAlive(t *testing.T) {
	f := newFixture(t)
	data := newMapData(selection.Selection{Lines: linesInTowns(50_000)})
	mux := http.NewServeMux()
	mux.Handle("/", f.handler)
	mux.HandleFunc("/map/data", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(data)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	b.look(t, 1280, "light")
	ask(t, b, chromedp.Navigate(server.URL+"/map?at=20,20,2"))
	ask(t, b, chromedp.WaitVisible(chromedp.CSS(".map-stage canvas")))
	ask(t, b, chromedp.WaitReady(chromedp.CSS(".map-marks button")))
	if n := ask(t, b, chromedp.Evaluate[int64](`document.querySelectorAll(".map-marks button").length`)); n < 20 {
		t.Errorf("%d marks can be reached with the keyboard", n)
	}
	words := ask(t, b, chromedp.Evaluate[string](`document.querySelector(".map-time output").textContent`))
	if !strings.Contains(words, "at a point") {
		t.Errorf("the span of days says %q", words)
	}
	b.shoot(t, "map-live-light")
	n := 12
	if os.Getenv("DATELINE_MEASURE") != "" {
		n = 180
	}
	call(t, b, performance.Enable, performance.EnableParams{})
	before := b.metric(t, "ThreadTime")
	times := ask(t, b, chromedp.Evaluate[[]float64](strings.Replace(frames, "FRAMES", strconv.Itoa(n), 1), func(p *runtime.EvaluateParams) { p.AwaitPromise = new(true) }))
	spent := (b.metric(t, "ThreadTime") - before) / float64(n)
	t.Log(ask(t, b, chromedp.Evaluate[string](`(() => { const g = window.gaps.sort((a, b) => a - b); return g.length + " frames: median " + g[g.length >> 1].toFixed(1) + ", 95 of a hundred " + g[g.length * 95 / 100 | 0].toFixed(1) + ", 99 " + g[g.length * 99 / 100 | 0].toFixed(1) + ", longest " + g[g.length - 1].toFixed(1) + " ms apart"; })()`)))
	t.Logf("50,000 incidents, %d frames of moving: our script took %.1f ms at the median, 95 %% %.1f ms, longest %.1f ms; the processor was at work for %.1f ms a frame", len(times), times[len(times)/2], times[len(times)*95/100], times[len(times)-1], spent)
	ask(t, b, chromedp.Evaluate[any](`(() => { const e = document.querySelector(".map-time input"); e.value = Number(e.min) + 5000; e.dispatchEvent(new Event("input")); })()`))
	narrowed := ask(t, b, chromedp.Evaluate[string](`document.querySelector(".map-time a").getAttribute("href")`))
	if !strings.Contains(narrowed, "from=20") || !strings.Contains(narrowed, "to=20") {
		t.Errorf("the span leads to %q", narrowed)
	}
	time.Sleep(time.Second)
	if at := ask(t, b, chromedp.Evaluate[string](`location.search`)); !strings.Contains(at, "at=") || strings.Contains(at, "at=20%2C20%2C2") {
		t.Errorf("the address is %q after moving", at)
	}
	zoom := ask(t, b, chromedp.Evaluate[string](`new URLSearchParams(location.search).get("at").split(",")[2]`))
	ask(t, b, chromedp.Evaluate[any](`document.querySelector(".map-marks button").click()`))
	b.until(t, `Number(new URLSearchParams(location.search).get("at").split(",")[2]) > `+zoom+` || document.querySelector(".drawer h1") !== null`) // a mark of many places is gone nearer to, one of few tells its incidents
	for _, look := range []struct {
		width  int64
		scheme string
	}{{1280, "dark"}, {390, "light"}} {
		b.look(t, look.width, look.scheme)
		time.Sleep(500 * time.Millisecond)
		b.shoot(t, fmt.Sprintf("map-live-%d-%s", look.width, look.scheme))
	}
	b.quiet(t)
}

func BenchmarkMapDataOf100000(b *testing.B) {
	sel := selection.Selection{Lines: linesInTowns(100_000)}
	for b.Loop() {
		out, err := json.Marshal(newMapData(sel))
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(out)), "bytes")
	}
}

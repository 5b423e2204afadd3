package web

import (
	"context"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is a Chromium with one tab, and what went wrong in it.
type browser struct {
	ctx  context.Context
	host string
	mu   sync.Mutex
	said []string
}

// openBrowser starts a Chromium that talks to nobody but the server; the test is skipped where there
// is none, and with -short.
func openBrowser(t *testing.T, host string) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser"} {
		if p, err := exec.LookPath(name); err == nil && path == "" {
			path = p
		}
	}
	if path == "" {
		t.Skip("no chromium or chromium-browser is in the path")
	}
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.NoFirstRun, chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.UserDataDir(t.TempDir()))
	t.Cleanup(cancel)
	b := &browser{host: host}
	b.ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(func() { chromedp.Cancel(b.ctx); cancel() })
	if err := chromedp.Listen(b.ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	call(t, b, network.Enable, network.EnableParams{})
	call(t, b, log.Enable, cdp.Empty{})
	return b
}

// call sends a command of the protocol.
func call[P, R any](t *testing.T, b *browser, cmd cdp.Command[P, R], params P) R {
	t.Helper()
	got, err := chromedp.Call(b.ctx, cmd, params)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// ask does something in the browser and returns what came of it.
func ask[T any](t *testing.T, b *browser, do chromedp.Action[T]) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	got, err := chromedp.Run(ctx, do)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// listen notes errors in the console and requests to other hosts.
func (b *browser) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := ev.(type) {
	case *runtime.EventConsoleAPICalled:
		b.said = append(b.said, "console: "+string(e.Type))
	case *runtime.EventExceptionThrown:
		b.said = append(b.said, "exception: "+e.ExceptionDetails.Text+" "+e.ExceptionDetails.Exception.Description)
	case *log.EventEntryAdded:
		b.said = append(b.said, "log: "+e.Entry.Text+" "+e.Entry.URL)
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err != nil || u.Host != b.host && u.Scheme != "data" {
			b.said = append(b.said, "request to another host: "+e.Request.URL)
		}
	}
}

// quiet fails the test with what went wrong since it was last asked.
func (b *browser) quiet(t *testing.T) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.said {
		t.Error(s)
	}
	b.said = nil
}

// look makes the window as wide as given, light or dark.
func (b *browser) look(t *testing.T, width int64, scheme string) {
	t.Helper()
	call(t, b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: 900, DeviceScaleFactor: 1, Mobile: width < 600})
	call(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}

// TestInABrowser sees each page as people do, and clicks a figure through to its sentence.
func TestInABrowser(t *testing.T) {
	f := newFixture(t)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	t.Run("pages", func(t *testing.T) { b.pages(t, server.URL, f.pages()) })
	t.Run("a figure", func(t *testing.T) { b.figure(t, server.URL) })
}

// pages opens each page wide and narrow, light and dark.
func (b *browser) pages(t *testing.T, host string, paths map[string]string) {
	for name, path := range paths {
		if name == "fault" {
			continue // the browser itself complains of the status
		}
		ask(t, b, chromedp.Navigate(host+path))
		for width, called := range map[int64]string{1280: "wide", 380: "narrow", 360: "narrowest"} {
			for _, scheme := range []string{"light", "dark"} {
				b.look(t, width, scheme)
				if wide := ask(t, b, chromedp.Evaluate[int64](`document.documentElement.scrollWidth`)); wide > width {
					t.Errorf("%s is %d px wide in a window of %d px", path, wide, width)
				}
				if width != 360 {
					b.shoot(t, name+"-"+called+"-"+scheme)
				}
			}
		}
	}
	b.quiet(t)
}

// figure goes from the list of groups to the words that tell a number: in the drawer, and on the statement's page.
func (b *browser) figure(t *testing.T, host string) {
	b.look(t, 1280, "light")
	ask(t, b, chromedp.Navigate(host))
	ask(t, b, chromedp.Click(chromedp.Search(`//a[text()="Boko Haram"]`)))
	b.settled(t, "/groups/")
	ask(t, b, chromedp.Click(chromedp.CSS(`.strength a.ref`)))
	ask(t, b, chromedp.WaitVisible(chromedp.CSS(`.drawer .context`)))
	if said := ask(t, b, chromedp.Text(chromedp.CSS(`.drawer .context`))); !strings.Contains(said, "between 4,000 and 6,000 fighters") {
		t.Errorf("the drawer says %q", said)
	}
	if at := ask(t, b, chromedp.Evaluate[string](`document.activeElement.textContent`)); at != "How do you know this?" {
		t.Errorf("the drawer is open and %q has the focus", at)
	}
	b.shoot(t, "drawer")
	ask(t, b, chromedp.Evaluate[bool](`document.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape"}))`))
	if at := ask(t, b, chromedp.Evaluate[string](`document.querySelector(".drawer").hidden + " " + document.activeElement.className`)); at != "true ref" {
		t.Errorf("after Escape: hidden %s has the focus", at)
	}
	ask(t, b, chromedp.Click(chromedp.CSS(`.strength a.ref`)))
	ask(t, b, chromedp.WaitVisible(chromedp.CSS(`.drawer .all`)))
	ask(t, b, chromedp.Click(chromedp.CSS(`.drawer .all`)))
	b.settled(t, "/statements/")
	ask(t, b, chromedp.WaitVisible(chromedp.CSS(`.sentence`)))
	title, sentence := ask(t, b, chromedp.Title()), ask(t, b, chromedp.Text(chromedp.CSS(`.sentence`)))
	if !strings.Contains(title, "How do you know this?") || !strings.Contains(sentence, "between 4,000 and 6,000 fighters") {
		t.Errorf("the figure leads to %q: %q", title, sentence)
	}
	b.quiet(t)
}

// settled waits until a page under path is there as a whole: what is found on one that is still coming may be gone
// when it is clicked.
func (b *browser) settled(t *testing.T, path string) {
	t.Helper()
	for range 200 {
		at, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`location.pathname + " " + document.readyState`))
		if err == nil && strings.HasPrefix(at, path) && strings.HasSuffix(at, " complete") { // an error: the page goes just now
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("no page under " + path + " came")
}

// shoot keeps a picture of the whole page in $DATELINE_SCREENSHOTS, if that is set.
func (b *browser) shoot(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("DATELINE_SCREENSHOTS")
	if dir == "" {
		return
	}
	beyond := true
	picture := call(t, b, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{CaptureBeyondViewport: &beyond}).Data
	if err := os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}

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

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
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
// is none.
func openBrowser(t *testing.T, host string) *browser {
	t.Helper()
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
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("hide-scrollbars", false), chromedp.UserDataDir(t.TempDir()))
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	b := &browser{ctx: ctx, host: host}
	chromedp.ListenTarget(ctx, b.listen)
	b.run(t, network.Enable(), log.Enable(), runtime.Enable())
	return b
}

// listen notes errors in the console and requests to other hosts.
func (b *browser) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := ev.(type) {
	case *runtime.EventConsoleAPICalled:
		b.said = append(b.said, "console: "+string(e.Type))
	case *runtime.EventExceptionThrown:
		b.said = append(b.said, "exception: "+e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		b.said = append(b.said, "log: "+e.Entry.Text+" "+e.Entry.URL)
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err != nil || u.Host != b.host && u.Scheme != "data" {
			b.said = append(b.said, "request to another host: "+e.Request.URL)
		}
	}
}

func (b *browser) run(t *testing.T, do ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(b.ctx, do...); err != nil {
		t.Fatal(err)
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

// look opens an address as wide as given, light or dark.
func (b *browser) look(t *testing.T, address string, width int64, scheme string) {
	t.Helper()
	b.run(t, emulation.SetDeviceMetricsOverride(width, 900, 1, width < 600),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
		chromedp.Navigate(address))
}

// TestPagesInABrowser opens each page as people see it.
func TestPagesInABrowser(t *testing.T) {
	f := newFixture(t)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	for name, path := range f.pages() {
		for _, scheme := range []string{"light", "dark"} {
			for width, called := range map[int64]string{1280: "wide", 360: "narrow"} {
				b.look(t, server.URL+path, width, scheme)
				var over float64
				b.run(t, chromedp.Evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`, &over))
				if over > 0 {
					t.Errorf("%s, %s: %v px wider than the window", path, called, over)
				}
				b.shoot(t, name+"-"+called+"-"+scheme)
			}
		}
	}
	b.quiet(t)
}

// shoot keeps a picture of the whole page in $DATELINE_SCREENSHOTS, if that is set.
func (b *browser) shoot(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("DATELINE_SCREENSHOTS")
	if dir == "" {
		return
	}
	var picture []byte
	b.run(t, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		picture, err = page.CaptureScreenshot().WithCaptureBeyondViewport(true).Do(ctx)
		return err
	}))
	if err := os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestAFigureLeadsToItsSentence clicks from the list of groups to the words that tell a figure.
func TestAFigureLeadsToItsSentence(t *testing.T) {
	f := newFixture(t)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	b.look(t, server.URL, 1280, "light")
	var title, sentence string
	b.run(t,
		chromedp.Click(`//a[text()="Boko Haram"]`, chromedp.BySearch),
		chromedp.WaitVisible(`#strength`, chromedp.ByQuery),
		chromedp.Click(`.strength a.ref`, chromedp.ByQuery),
		chromedp.WaitVisible(`.sentence`, chromedp.ByQuery),
		chromedp.Title(&title),
		chromedp.Text(`.sentence`, &sentence, chromedp.ByQuery))
	if !strings.Contains(title, "How do you know this?") || !strings.Contains(sentence, "between 4,000 and 6,000") {
		t.Errorf("the figure leads to %q: %q", title, sentence)
	}
	b.quiet(t)
}

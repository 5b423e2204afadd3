package eval

import (
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/invent"
)

func TestTalesAreScoredByTheIncidentThatHoldsThem(t *testing.T) {
	var tr truth
	tale := func(report, incident, account, statement string) {
		tr.add(invent.Story{Reading: dateline.Reading{Report: dateline.Report{ID: report}},
			Tales: []invent.Tale{{Incident: incident, Account: account, Statements: []string{"no event", statement}}}})
	}
	tale("r1", "a", "a1", "s1")
	tale("r2", "a", "a1", "s2")
	tale("r3", "a", "a2", "s3")
	tale("r4", "b", "b1", "s4")
	whole := dateline.Incident{ID: "x", Statements: []string{"s1", "s2", "s3"}, Copies: [][]string{{"r1", "r2"}}}
	if groups, copies := tr.score([]dateline.Incident{whole, {ID: "y", Statements: []string{"s4"}}}); groups.cubed() != 1 || copies.pairwise() != 1 {
		t.Errorf("all right scores %+v and %+v", groups, copies)
	}
	whole.Copies = [][]string{{"r1", "r2", "r3"}}
	if groups, copies := tr.score([]dateline.Incident{whole}); groups.cubedP != 1 || groups.cubedR != 1 || copies.hit != 1 || copies.together != 3 {
		t.Errorf("an account too many scores %+v and %+v", groups, copies)
	}
	if groups, _ := tr.score(nil); groups.cubedP != 1 || groups.groups != 4 {
		t.Errorf("nothing found scores %+v", groups)
	}
}

func TestScale(t *testing.T) {
	table, err := Scale(t.Context(), []int{100, 200}, func() time.Time { return time.Time{} })
	if err != nil || len(table.Rows) != 2 || len(table.Rows[0]) != len(table.Head) {
		t.Fatalf("%v, %+v", err, table)
	}
	if f1 := table.Rows[1][6]; !strings.HasPrefix(f1, "9") && f1 != "100.0" {
		t.Errorf("B-cubed F1 of 200 invented reports is %s", f1)
	}
}

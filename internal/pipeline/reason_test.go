package pipeline

import (
	"os"
	"testing"

	"dateline"
	"dateline/internal/casefile"
)

// TestEveryResolutionSaysWhy reads the sample reports and all cases: whatever a word was taken for, the
// reason is told.
func TestEveryResolutionSaysWhy(t *testing.T) {
	var reports []dateline.Report
	for _, it := range articles(t, 12) {
		reports = append(reports, it.Report)
	}
	cases, err := casefile.LoadDir(os.DirFS("../../cases"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		reports = append(reports, c.Report)
	}
	n := 0
	for _, r := range reports {
		got := Code(r)
		for _, m := range got.Resolutions {
			if n++; m.Why == "" {
				t.Errorf("%q: part %d of statement %s is %s without a reason", r.Text, m.Part, m.Statement, m.State)
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d resolutions", n)
	}
}

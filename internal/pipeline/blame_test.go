package pipeline

import (
	"testing"

	"dateline"
)

// TestNobodySetApartIsBlamed reads a blame that names a second body only to leave it out.
func TestNobodySetApartIsBlamed(t *testing.T) {
	r := Code(dateline.Report{Text: "A minister was murdered in Maiduguri. The murder is attributed to Boko Haram and not to the army.", Language: "en"})
	blamed := []string{}
	for _, s := range r.Statements {
		for _, p := range s.Parts {
			if s.Kind == dateline.Blame && p.Role == dateline.Perpetrator {
				blamed = append(blamed, p.Span.In(r.Report.Text))
			}
		}
	}
	if len(blamed) != 1 || blamed[0] != "Boko Haram" {
		t.Errorf("blamed: %q", blamed)
	}
}

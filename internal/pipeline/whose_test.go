package pipeline

import (
	"slices"
	"testing"

	"dateline"
)

// TestWhoseRebels reads words that name nobody in reports that name one armed group, or two: none is held responsible.
func TestWhoseRebels(t *testing.T) {
	const deed = "Guerrillas blew up two bridges in Usulutan, El Salvador, on Tuesday. "
	for _, c := range []struct {
		text string
		want []string
	}{
		{deed + "The Farabundo Marti National Liberation Front has fought the government since 1980.", []string{"fmln"}},
		{deed + "The FMLN has fought the government. In Colombia the ELN freed a hostage.", nil},
		{"Peruvian guerrillas blew up two bridges in El Salvador on Tuesday. The FMLN has fought the government of El Salvador.", nil},
		{"Gunmen blew up two bridges in Usulutan, El Salvador, on Tuesday. The FMLN has fought the government.", nil},
	} {
		got := Code(dateline.Report{Text: c.text, Language: "en"})
		s := got.Statements[0]
		for _, r := range got.Resolutions {
			if r.Statement != s.ID || r.Part < 0 || s.Parts[r.Part].Role != dateline.Perpetrator {
				continue
			}
			if !slices.Equal(r.Others, c.want) || r.Actor != "" || r.State != dateline.Unidentified {
				t.Errorf("%q: %s %q, perhaps %q; want %q", c.text, r.State, r.Actor, r.Others, c.want)
			}
		}
	}
}

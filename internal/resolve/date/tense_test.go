package date

import "testing"

// The tense of the clause that a time stands in, by the words around it.
func TestTense(t *testing.T) {
	for _, row := range []struct {
		text string
		want Tense
	}{
		{"Gunmen killed six people on Thursday.", Past},
		{"Six people were killed on Thursday.", Past},
		{"On Thursday gunmen struck the town.", Past},
		{"The court will sit on Thursday.", Future},
		{"On Thursday, the court will sit.", Future},
		{"Elections are scheduled for Thursday.", Future},
		{"Talks to be held on Thursday were moved.", Future},
		{"The general said on Thursday that they would leave.", Past},
		{"They would leave on Thursday, the general said.", Future},
		{"He would have been freed on Thursday.", None},
		{"The group on Thursday threatened to strike.", Past},
		{"The group threatened to strike on Thursday.", Future},
		{"The men were believed to be there on Thursday.", Past},
		{"Police stepped up patrols ahead of Thursday's vote.", Future},
		{"The trial opens on Thursday.", Future},
		{"The curfew, which will stay, on Thursday left streets empty.", Past},
		{"They gave the town until Thursday.", Future},
		{"The siege lasted until Thursday.", Past},
		{"Thursday: a summary", None},
	} {
		p := newParser(row.text, true)
		found := p.find()
		if len(found) == 0 {
			t.Errorf("%s: no time", row.text)
			continue
		}
		if got := p.tense(found[0]); got != row.want {
			t.Errorf("%s: %q, want %q", row.text, got, row.want)
		}
	}
}

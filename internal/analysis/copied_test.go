package analysis

import (
	"testing"

	"dateline"
)

func TestCopiesSayWhatTheyShare(t *testing.T) {
	const story = "Gunmen killed eleven people in the town of Konduga on Tuesday, police said, and fled into the forest."
	voice := func(words string) []Voice { return []Voice{{Words: words, Class: dateline.Outlet}} }
	a := Account{ID: "a", Report: &dateline.Report{ID: "A", Publisher: "The Post", Text: story}}
	b := Account{ID: "b", Report: &dateline.Report{ID: "B", Text: "BREAKING: " + story + " More soon."}}
	c := Account{ID: "c", Report: &dateline.Report{ID: "C", Text: "Eleven died in an attack."}, By: voice("the Post newspaper")}
	d := Account{ID: "d", Report: &dateline.Report{ID: "D", Text: "An attack left eleven dead."}, By: voice("the post newspaper")}
	in := dateline.Incident{Reports: []string{"A", "B", "C", "D"}, Copies: [][]string{{"A", "B", "C", "D"}}}
	got := Copies(in, []Account{a, b, c, d})
	if len(got) != 1 || len(got[0]) != 3 {
		t.Fatalf("%+v", got)
	}
	if x := got[0][0]; x.Report.ID != "B" || x.Of.ID != "A" || x.Shared != 100 || x.Credits != nil {
		t.Errorf("the reprint: %+v", x)
	}
	if x := got[0][1]; x.Of.ID != "A" || x.Shared != 0 || len(x.Credits) != 1 || x.Credits[0] != "c" {
		t.Errorf("the retelling: %+v", x)
	}
	if x := got[0][2]; x.Third != "the post newspaper" {
		t.Errorf("on a third one's word: %+v", x)
	}
	if Copies(dateline.Incident{Reports: []string{"A"}}, []Account{a}) != nil {
		t.Error("one report is a copy")
	}
}

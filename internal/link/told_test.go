package link

import (
	"testing"

	"dateline"
)

// An attack with a day, a place, a name and a number is more likely told as one than what happens in general.
func TestToldScore(t *testing.T) {
	r := read("a", telling{kind: dateline.Bombing, target: "embassy", place: "Mosul/IQ"})
	one := Link([]dateline.Reading{r}, nil)
	g := read("b", telling{kind: dateline.Attack, target: "workers"})
	g.Statements[0].Background = true
	general := Link([]dateline.Reading{g}, nil)
	if len(one) != 1 || len(general) != 1 {
		t.Fatalf("%d and %d incidents, want one each", len(one), len(general))
	}
	if one[0].Score <= general[0].Score || one[0].Score > 1 || general[0].Score < 0 {
		t.Errorf("a bombing in Mosul %.2f, attacks on workers %.2f", one[0].Score, general[0].Score)
	}
}

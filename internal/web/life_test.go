package web

import (
	"strings"
	"testing"

	"dateline/internal/analysis"
)

func TestALifeOfResponsibilityIsDrawn(t *testing.T) {
	denied := analysis.Turn{Status: analysis.DeniedIt, Who: "the group", Actor: "g", Since: "2024-03-12", Statements: []string{"c"}}
	turns := []analysis.Turn{{Status: analysis.Unclaimed, Since: "2024-03-10", Statements: []string{"a"}},
		{Status: analysis.BlamedOffice, Who: "Group", Actor: "g", Since: "2024-03-10", Later: &denied, Statements: []string{"b"}}, denied,
		{Status: analysis.ClaimedIt, Who: "others", Statements: []string{"d"}}}
	c := newLifeChart(turns, func(string) string { return "The Group" })
	if len(c.Lanes) != 3 || c.Lanes[1].Label != "The Group" || len(c.Marks) != 4 || len(c.Days) != 3 || c.Days[2].Label != "day not known" {
		t.Fatalf("%+v", c)
	}
	if b, d := c.Marks[1], c.Marks[2]; b.Y != d.Y || b.X >= d.X || !b.Spent || d.Spent || b.Shape != "blame" || d.Shape != "end" {
		t.Errorf("blamed %+v, denied %+v", b, d)
	}
	for _, m := range c.Marks {
		if m.X > c.Width || m.X < c.Left || m.Y > c.Base {
			t.Errorf("%+v lies outside", m)
		}
	}
	if !strings.Contains(c.Words, "later denied") || strings.Contains(c.Words, "guilty") {
		t.Errorf("words: %s", c.Words)
	}
	if newLifeChart(turns[:2], func(string) string { return "" }).Marks != nil {
		t.Error("one day is drawn")
	}
	later := laterTurns(turns)
	if l, ok := laterOf(later, []string{"x", "b"}); !ok || l.Words != "later: denied, told 12 March 2024" || l.Brief != "later denied" || l.Statements[0] != "c" {
		t.Errorf("what is accused and was denied says %+v", l)
	}
	if _, ok := laterOf(later, []string{"c"}); ok {
		t.Error("something speaks against the denial")
	}
}

package review

import (
	"testing"

	"dateline"
)

func TestMatter(t *testing.T) {
	d := New([]dateline.Decision{
		rule("1", dateline.Accept, 1, "a"),
		rule("2", dateline.Same, 2, "a", "b"),
		rule("3", dateline.NotSame, 3, "b", "a"),
		rule("4", dateline.Same, 4, "a", "c"),
		rule("5", dateline.Undo, 5, "1"),
		rule("6", dateline.Undo, 6, "5"),
		rule("7", dateline.Undo, 7, "2"),
	})
	for _, c := range []struct {
		on   []string
		want string
		last string
	}{{[]string{"a"}, "1 5 6", "6"}, {[]string{"a", "b"}, "2 3 7", "7"}, {[]string{"b", "a"}, "2 3 7", "7"}, {[]string{"a", "c"}, "4", "4"},
		{[]string{"b"}, "", ""}, {[]string{"nothing"}, "", ""}} {
		got := ""
		for _, r := range d.Matter(c.on...) {
			if got != "" {
				got += " "
			}
			got += r.ID
		}
		if got != c.want || d.Last(c.on...) != c.last {
			t.Errorf("%v: %q, last %q, want %q, %q", c.on, got, d.Last(c.on...), c.want, c.last)
		}
	}
	if got := d.MatterOf(rule("8", dateline.Undo, 8, "7")); len(got) != 2 || got[1] != "b" {
		t.Errorf("an undo of an undo is on %v", got)
	}
	if got := d.MatterOf(rule("8", dateline.Undo, 8, "nothing")); got != nil {
		t.Errorf("an undo of nothing is on %v", got)
	}
}

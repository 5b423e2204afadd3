package selection

import (
	"fmt"
	"testing"
)

func lanesOf(lanes []Lane) string {
	out := ""
	for _, l := range lanes {
		out += fmt.Sprintf("[%s+%d", l.Value, l.Rest)
		for _, line := range l.Lines {
			out += " " + line.ID
		}
		out += "]"
	}
	return out
}

func TestLanes(t *testing.T) {
	lines := sample().Select(Query{Order: Oldest}, Found{}).Lines // b x, a x y, d y, c without a group
	for _, c := range []struct {
		by   string
		most int
		want string
	}{
		{"group", 5, "[x+0 b a][y+0 a d][no group named+0 c]"},
		{"group", 1, "[x+0 b a][+1 a d][no group named+0 c]"},
		{"group", 0, "[+2 b a d][no group named+0 c]"},
		{"kind", 5, "[bombing+0 a d][clash+0 b c]"},
		{"none", 5, "[+0 b a d c]"},
	} {
		if got := lanesOf(Lanes(lines, c.by, c.most)); got != c.want {
			t.Errorf("by %s, at most %d: %s, want %s", c.by, c.most, got, c.want)
		}
	}
	if got := Lanes(nil, "group", 3); len(got) != 1 || len(got[0].Lines) != 0 {
		t.Errorf("nothing is in %v", got)
	}
}

// Each line is once in each lane of which it has a value, and in no other.
func TestLanesHaveEachLineOnce(t *testing.T) {
	lines := sample().Select(Query{}, Found{}).Lines
	for _, by := range []string{"group", "kind", "country", "none"} {
		for most := range 4 {
			in := map[string]int{}
			for _, lane := range Lanes(lines, by, most) {
				seen := map[string]bool{}
				for _, l := range lane.Lines {
					if seen[l.ID] {
						t.Errorf("by %s: %s is twice in a lane", by, l.ID)
					}
					seen[l.ID] = true
					in[l.ID]++
				}
			}
			for _, l := range lines {
				if in[l.ID] == 0 {
					t.Errorf("by %s, at most %d: %s is in no lane", by, most, l.ID)
				}
			}
		}
	}
}

func TestDated(t *testing.T) {
	s := sample().Select(Query{Order: Accounts}, Found{})
	dated, others := s.Dated()
	if got := ids(Selection{Lines: dated}); got != "bad" || others != 1 {
		t.Errorf("%s and %d others", got, others)
	}
}

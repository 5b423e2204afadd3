package parse

import "testing"

// The name of a place stands for those who rule or speak for it where it does, gets or is blamed for what only they can.
func TestPlacesThatAct(t *testing.T) {
	for _, c := range []struct {
		name, text string
		acts       bool
	}{
		{"Russia", "Russia condemned the attack.", true},
		{"Turkey", "The strikes were carried out by Turkey.", true},
		{"Iran", "He accused Iran of arming the group.", true},
		{"France", "France's decision to leave surprised nobody.", true},
		{"Sudan", "The treaty with Sudan was signed in May.", true},
		{"Spain", "The island was ceded to Spain.", true},
		{"Egypt", "They negotiated with Egypt for weeks.", true},
		{"England", "England are out of the tournament.", true},
		{"Kenya", "Gunmen attacked a bus in Kenya.", false},
		{"Libya", "He returned to Libya last year.", false},
		{"Niger", "Niger has seven neighbours.", false},
		{"Syria", "The attack on Syria began at dawn.", false},
		{"Cuba", "She left Cuba as a child.", false},
		{"Nigeria", "Nigeria's population is growing.", false},
	} {
		x := Parse(c.text)
		found := false
		for _, n := range x.Names {
			if n.Span.In(x.Source) == c.name {
				found = true
				if n.Kind != NameLocation || n.Acts != c.acts {
					t.Errorf("%s: %s %s, acts %v, want %v", c.text, n.Kind, c.name, n.Acts, c.acts)
				}
			}
		}
		if !found {
			t.Errorf("%s: no name %s", c.text, c.name)
		}
	}
}

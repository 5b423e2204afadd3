package web

import "testing"

func TestAReasonIsNotSaidTwice(t *testing.T) {
	for _, c := range []struct{ inferred, why, want string }{
		{"", "A name of Mumbai", "A name of Mumbai"},
		{"from the event that it speaks of", "Latest up to publication", "Taken over from the event that it speaks of. Latest up to publication"},
		{"from elsewhere: where other events took place (chance 0.29)", "Where other events took place (chance 0.29)", "Taken over from elsewhere: where other events took place (chance 0.29)"},
		{"from the sentence before", "", "Taken over from the sentence before"},
	} {
		l := meaningLine{Why: c.why}
		if l.lend(c.inferred); l.Why != c.want {
			t.Errorf("%q and %q: %q", c.inferred, c.why, l.Why)
		}
	}
}

package link

import (
	"testing"

	"dateline"
)

func TestIntentIsListedApart(t *testing.T) {
	for _, reality := range []dateline.Reality{dateline.Threatened, dateline.Planned, dateline.Foiled} {
		r := read("a", telling{kind: dateline.Bombing, target: "embassy", place: "Mosul/IQ"})
		for i := range r.Statements {
			r.Statements[i].Reality = reality
		}
		rs := []dateline.Reading{r}
		if in := Link(rs, nil); len(in) != 0 {
			t.Errorf("%s makes an incident that counts: %v", reality, in)
		}
		in := All(rs, nil)
		if len(in) != 1 || in[0].Reality != reality || in[0].Kind != dateline.Bombing || len(in[0].Targets) != 1 {
			t.Errorf("%s is listed as %v", reality, in)
		}
	}
}

func TestWhatIsHypotheticalOrDeniedIsNoIntent(t *testing.T) {
	r := read("a", telling{kind: dateline.Bombing, target: "embassy"})
	for i := range r.Statements {
		r.Statements[i].Reality = dateline.Hypothetical
	}
	if in := All([]dateline.Reading{r}, nil); len(in) != 0 {
		t.Errorf("what is hypothetical is listed as %v", in)
	}
	for i := range r.Statements {
		r.Statements[i].Reality, r.Statements[i].Stance = dateline.Planned, dateline.Denied
	}
	if in := Intended([]dateline.Reading{r}, nil); len(in) != 0 {
		t.Errorf("a plan that is denied is listed as %v", in)
	}
}

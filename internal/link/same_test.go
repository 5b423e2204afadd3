package link

import (
	"testing"

	"dateline"
)

// tellsIn makes the event of a statement with a trigger and a target in a text.
func tellsIn(r *dateline.Report, quote, trigger, target dateline.Span, kind dateline.Kind) *event {
	s := &dateline.Statement{Kind: kind, Reality: dateline.Happened, Quote: quote, Trigger: trigger}
	if !target.IsZero() {
		s.Parts = []dateline.Part{{Role: dateline.Target, Span: target}}
	}
	e := &event{told: told{s: s, report: r}}
	e.describe()
	return e
}

// Two statements about one target are more likely one happening than two about two, the second of
// which another sentence opens with 'meanwhile'.
func TestSameChance(t *testing.T) {
	r := &dateline.Report{Text: "Rebels bombed a grain mill. The bombing of the mill began at dawn. Meanwhile, a bomb hit a bridge."}
	first := tellsIn(r, dateline.Span{Start: 0, End: 27}, dateline.Span{Start: 7, End: 13}, dateline.Span{Start: 14, End: 26}, dateline.Bombing)
	again := tellsIn(r, dateline.Span{Start: 28, End: 66}, dateline.Span{Start: 32, End: 39}, dateline.Span{Start: 43, End: 51}, dateline.Bombing)
	other := tellsIn(r, dateline.Span{Start: 67, End: 99}, dateline.Span{Start: 80, End: 84}, dateline.Span{Start: 89, End: 97}, dateline.Bombing)
	same, apart := sameChance(first, again), sameChance(first, other)
	if same <= apart {
		t.Errorf("same target %.2f, another after 'meanwhile' %.2f", same, apart)
	}
	if back := sameChance(again, first); back != same {
		t.Errorf("the order matters: %.3f and %.3f", same, back)
	}
}

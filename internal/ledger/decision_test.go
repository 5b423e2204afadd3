package ledger

import (
	"reflect"
	"testing"
	"time"

	"dateline"
)

func TestDecisionsAreKeptInTheOrderOfTime(t *testing.T) {
	rs := samples()
	a, b := rs[0].Statements[0].ID, rs[1].Statements[0].ID
	l, path := opened(t, rs...)
	v := viewed(t, path)
	want := []dateline.Decision{ruling("z", dateline.Accept, 1, a), ruling("a", dateline.Correct, 2, a),
		ruling("b", dateline.Same, 2, b, a), ruling("c", dateline.Reject, 3, b)}
	for _, i := range []int{3, 1, 0, 2, 0} { // one of them twice
		if err := l.Decide(t.Context(), want[i]); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := v.Decisions(t.Context()); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
}

func TestTheLastRulingSaysWhereAStatementStands(t *testing.T) {
	rs := samples()
	a, b := rs[0].Statements[0].ID, rs[1].Statements[0].ID
	l, path := opened(t, rs...)
	v := viewed(t, path)
	for _, c := range []struct {
		d    dateline.Decision
		want dateline.ReviewState
	}{
		{ruling("5", dateline.Same, 0, a, b), dateline.Unreviewed}, // says nothing of a alone
		{ruling("4", dateline.Accept, 1, a), dateline.Accepted},
		{ruling("3", dateline.Reject, 2, a), dateline.Rejected},
		{ruling("2", dateline.Correct, 3, a), dateline.Corrected},
		{ruling("6", dateline.Accept, 2, a), dateline.Corrected}, // learned of late
		{ruling("7", dateline.NotSame, 4, a, b), dateline.Corrected},
		{ruling("1", dateline.Unsure, 5, a), dateline.Unreviewed},
	} {
		if err := l.Decide(t.Context(), c.d); err != nil {
			t.Fatal(err)
		}
		if e, err := v.Statement(t.Context(), a); e.Review != c.want || err != nil {
			t.Errorf("after %s it is %s, %v, want %s", c.d.Ruling, e.Review, err, c.want)
		}
	}
	if e, err := v.Statement(t.Context(), b); e.Review != dateline.Unreviewed || err != nil {
		t.Errorf("the other is %s, %v", e.Review, err)
	}
}

func TestRulingsThatRuleNothing(t *testing.T) {
	rs := samples()
	a, b := rs[0].Statements[0].ID, rs[1].Statements[0].ID
	l, path := opened(t, rs...)
	nobody, never := ruling("d", dateline.Accept, 0, a), ruling("d", dateline.Accept, 0, a)
	nobody.Author, never.At = "", time.Time{}
	for _, c := range []struct {
		d    dateline.Decision
		code string
	}{
		{nobody, Malformed},
		{never, Malformed},
		{ruling("", dateline.Accept, 0, a), Malformed},
		{ruling("d", "perhaps", 0, a), Malformed},
		{ruling("d", dateline.Accept, 0), Malformed},
		{ruling("d", dateline.Accept, 0, a, b), Malformed},
		{ruling("d", dateline.Same, 0, a), Malformed},
		{ruling("d", dateline.Unsure, 0, a, b, a), Malformed},
		{ruling("d", dateline.Accept, 0, "none"), NotFound},
		{ruling("d", dateline.Same, 0, a, "none"), NotFound},
	} {
		wantCode(t, l.Decide(t.Context(), c.d), c.code)
	}
	if ds, err := viewed(t, path).Decisions(t.Context()); ds != nil || err != nil {
		t.Errorf("kept %v, %v", ds, err)
	}
}

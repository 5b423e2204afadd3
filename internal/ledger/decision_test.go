package ledger

import (
	"context"
	"fmt"
	"reflect"
	"strings"
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
		{ruling("d", dateline.Same, 0, a, a), Malformed},
		{part(ruling("d", dateline.Same, 0, a, b), 1, nil), Malformed},
		{part(ruling("d", dateline.Accept, 0, a), 9, nil), Malformed},
		{part(ruling("d", dateline.Accept, 0, a), -9, nil), Malformed},
		{part(ruling("d", dateline.Correct, 0, a), 1, nil), Malformed},
		{part(ruling("d", dateline.Accept, 0, a), 1, &dateline.Resolution{Actor: "x"}), Malformed},
		{ruling("d", dateline.Undo, 0, a, b), Malformed},
		{ruling("d", dateline.Undo, 0, a), NotFound},
		{ruling("d", dateline.Undo, 0, "d"), NotFound},
		{ruling("d", dateline.Accept, 0, "none"), NotFound},
		{ruling("d", dateline.Same, 0, a, "none"), NotFound},
	} {
		wantCode(t, l.Decide(t.Context(), c.d), c.code)
	}
	if ds, err := viewed(t, path).Decisions(t.Context()); ds != nil || err != nil {
		t.Errorf("kept %v, %v", ds, err)
	}
}

// part makes a ruling one on a part, with what a corrected value means.
func part(d dateline.Decision, n int, means *dateline.Resolution) dateline.Decision {
	d.Part, d.Means = n, means
	return d
}

func TestACorrectionStandsInPlaceOfWhatWasRead(t *testing.T) {
	rs := samples()
	a := rs[0].Statements[0]
	l, path := opened(t, rs...)
	v := viewed(t, path)
	before, err := v.Statement(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	bama := dateline.Place{ID: "geonames:2", Name: "Bama", Country: "NG", Precision: dateline.Settlement}
	for _, d := range []dateline.Decision{
		part(ruling("1", dateline.Correct, 1, a.ID), 0, &dateline.Resolution{Actor: "iswap"}),
		part(ruling("2", dateline.Correct, 2, a.ID), 1, &dateline.Resolution{Place: &bama}),
		part(ruling("3", dateline.Reject, 3, a.ID), -2, nil),
		ruling("4", dateline.Correct, 4, a.ID),
	} {
		if err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	e, err := v.Statement(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	actor, place, speaker := e.Resolution(0), e.Resolution(1), e.Resolution(-1)
	if actor.Actor != "iswap" || actor.State != dateline.ByHand || actor.Why != "a reader corrected it: as it says; the machine read boko-haram (its name)" ||
		*place.Place != bama || speaker.State != dateline.Struck || speaker.Actor != "" ||
		e.Statement.Kind != "bombing" || e.Statement.ReadAs != a.Kind || e.Review != dateline.Corrected {
		t.Errorf("%+v", e)
	}
	for actor, want := range map[string]int{"boko-haram": 3, "iswap": 1, "ng-police": 3} { // of four statements
		if es, err := v.StatementsOf(t.Context(), actor); err != nil || len(es) != want {
			t.Errorf("%d statements of %s, %v, want %d", len(es), actor, err, want)
		}
	}
	kept, err := v.Report(t.Context(), rs[0].Report.ID)
	if err != nil || !reflect.DeepEqual(kept.Resolutions, rs[0].Resolutions) || kept.Statements[0].Kind != a.Kind {
		t.Errorf("what the machine read is not kept as it was: %+v, %v", kept, err)
	}
	for i, id := range []string{"1", "2", "3", "4"} {
		if err := l.Decide(t.Context(), ruling("u"+id, dateline.Undo, 10+i, id)); err != nil {
			t.Fatal(err)
		}
	}
	before.ruled = true // the rulings are there for ever
	if again, err := v.Statement(t.Context(), a.ID); err != nil || !reflect.DeepEqual(again, before) {
		t.Errorf("after undoing: %+v, %v, want %+v", again, err, before)
	}
	if es, err := v.StatementsOf(t.Context(), "boko-haram"); err != nil || len(es) != 4 {
		t.Errorf("%d statements after undoing, %v", len(es), err)
	}
}

func TestDecisionsAreKeptForEver(t *testing.T) {
	rs := samples()
	a := rs[0].Statements[0].ID
	l, _ := opened(t, rs...)
	for _, d := range []dateline.Decision{ruling("1", dateline.Accept, 1, a), ruling("2", dateline.Undo, 2, "1")} {
		if err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	for _, change := range []string{`UPDATE decisions SET author = 'x'`, `DELETE FROM decisions`, `UPDATE decision_on SET statement = 'x'`,
		`DELETE FROM decision_on`, `UPDATE decision_undoes SET undone = 'x'`, `DELETE FROM decision_undoes`} {
		if _, err := l.db.Exec(change); err == nil {
			t.Errorf("%s was let through", change)
		}
	}
}

// Many at once, each opening the ledger for itself as processes do: none is lost.
func TestDecisionsAtOnce(t *testing.T) {
	rs := samples()
	a := rs[0].Statements[0].ID
	l, path := opened(t, rs...)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	const many = 12
	failed := make(chan error, many)
	for i := range many {
		go func() {
			failed <- func() error {
				l, err := Open(path, Options{Wait: time.Minute})
				if err != nil {
					return err
				}
				defer l.Close()
				return l.Decide(context.Background(), ruling(fmt.Sprint(i), dateline.Accept, i, a))
			}()
		}()
	}
	for range many {
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
	if ds, err := viewed(t, path).Decisions(t.Context()); err != nil || len(ds) != many {
		t.Errorf("%d decisions, %v", len(ds), err)
	}
}

func TestAnOldIdentifierLeadsToItsIncident(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	v := viewed(t, path)
	one, both := incident(rs[0]), incident(rs[1], rs[0])
	for _, is := range [][]dateline.Incident{{one}, {both}, {incident(rs[1])}, {both}} {
		if err := l.SetIncidents(t.Context(), is); err != nil {
			t.Fatal(err)
		}
	}
	if in, err := v.Incident(t.Context(), one.ID); err != nil || in.ID != both.ID {
		t.Errorf("%s leads to %s, %v, want %s", one.ID, in.ID, err, both.ID)
	}
	if id, err := v.NamedBy(t.Context(), one.ID); err != nil || id != rs[0].Statements[0].ID {
		t.Errorf("it was named by %q, %v", id, err)
	}
	if err := l.SetIncidents(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	_, err := v.Incident(t.Context(), one.ID)
	if wantCode(t, err, NotFound); !strings.Contains(err.Error(), rs[0].Statements[0].ID) {
		t.Errorf("%v does not say what became of it", err)
	}
	if id, err := v.NamedBy(t.Context(), "none"); err != nil || id != "" {
		t.Errorf("what never was one is named by %q, %v", id, err)
	}
}

func BenchmarkDecide(b *testing.B) {
	rs := many(1, 100, 20)
	l, _ := opened(b, rs...)
	i := 0
	for b.Loop() {
		d := ruling(fmt.Sprint(i), dateline.Same, i, rs[i%100].Statements[i/100%20].ID, rs[(i+1)%100].Statements[0].ID)
		if err := l.Decide(b.Context(), d); err != nil {
			b.Fatal(err)
		}
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "decisions/s")
}

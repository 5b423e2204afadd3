package ledger

import (
	"testing"
	"time"

	"dateline"
)

func TestALedgerSaysAsOfWhenItTells(t *testing.T) {
	_, path := opened(t)
	if at, err := viewed(t, path).Changed(t.Context()); !at.IsZero() || err != nil {
		t.Errorf("an empty ledger changed at %v, %v", at, err)
	}
	rs := samples()
	l, path := opened(t, rs...)
	v := viewed(t, path)
	at, err := v.Changed(t.Context())
	if want := rs[len(rs)-1].Report.Fetched; err != nil || at.IsZero() || !at.Equal(want) {
		t.Errorf("changed at %v, %v, want %v", at, err, want)
	}
	later := at.Add(time.Hour)
	d := dateline.Decision{ID: "d", Ruling: dateline.Accept, On: []string{rs[0].Statements[0].ID}, Part: dateline.Whole, Author: "A", At: later}
	if err := l.Decide(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if at, err := v.Changed(t.Context()); err != nil || !at.Equal(later) {
		t.Errorf("after a ruling it changed at %v, %v, want %v", at, err, later)
	}
}

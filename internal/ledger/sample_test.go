package ledger

import (
	"testing"

	"dateline"
)

func TestASampleIsSpreadOverTheLedger(t *testing.T) {
	rs := many(1, 50, 3)
	l, path := opened(t, rs...)
	var is []dateline.Incident
	for _, r := range rs {
		is = append(is, incident(r))
	}
	if err := l.SetIncidents(t.Context(), is); err != nil {
		t.Fatal(err)
	}
	v := viewed(t, path)
	s, err := v.Sample(t.Context(), 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Reports) != 10 || len(s.Statements) != 10 || len(s.Incidents) != 10 {
		t.Errorf("%d reports, %d statements and %d incidents of many", len(s.Reports), len(s.Statements), len(s.Incidents))
	}
	if err := l.Decide(t.Context(), ruling("d", dateline.Accept, 1, s.Unruled[0])); err != nil {
		t.Fatal(err)
	}
	if next, err := v.Sample(t.Context(), 10); err != nil || len(next.Unruled) != len(s.Unruled)-1 || next.Unruled[0] != s.Unruled[1] {
		t.Errorf("after a ruling on %s nobody ruled on %v, %v", s.Unruled[0], next.Unruled, err)
	}
	seen := map[string]bool{}
	for _, in := range s.Incidents {
		if got, err := v.Incident(t.Context(), in.ID); err != nil || string(got.Kind) != in.Kind || seen[in.ID] {
			t.Errorf("incident %+v is %q, %v", in, got.Kind, err)
		}
		seen[in.ID] = true
	}
	if all, err := v.Sample(t.Context(), 1000); err != nil || len(all.Reports) != 50 || len(all.Incidents) != 50 {
		t.Errorf("%d reports and %d incidents of all, %v", len(all.Reports), len(all.Incidents), err)
	}
}

func TestASampleOfNothing(t *testing.T) {
	_, path := opened(t)
	if s, err := viewed(t, path).Sample(t.Context(), 10); err != nil || s.Reports != nil || s.Statements != nil || s.Incidents != nil {
		t.Errorf("%+v, %v", s, err)
	}
}

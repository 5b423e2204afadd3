package ledger

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// rereadAs is a reading of the same report as another version makes it: change is done to each Statement.
func rereadAs(r dateline.Reading, change func(i int, s *dateline.Statement)) dateline.Reading {
	out, ids := dateline.Reading{Report: r.Report, Doubts: r.Doubts}, map[string]string{}
	for i, s := range r.Statements {
		old := s.ID
		s.Refers = ids[s.Refers]
		s.Parts = slices.Clone(s.Parts)
		change(i, &s)
		s.SetID()
		ids[old] = s.ID
		out.Statements = append(out.Statements, s)
		for _, m := range r.Resolutions {
			if m.Statement == old {
				m.Statement = s.ID
				out.Resolutions = append(out.Resolutions, m)
			}
		}
	}
	return out
}

func recoded(t *testing.T, l *Ledger, version string, want bool, rs ...dateline.Reading) {
	t.Helper()
	changed, err := l.Recode(t.Context(), rs, version)
	if err != nil || slices.Contains(changed, !want) {
		t.Fatalf("changed: %v, %v, want %v", changed, err, want)
	}
}

func TestALaterReadingStandsInPlaceOfTheOlder(t *testing.T) {
	r := samples()[0] // two statements
	l, path := opened(t, samples()...)
	v := viewed(t, path)
	recoded(t, l, "coder/2", false, r)
	next := rereadAs(r, func(i int, s *dateline.Statement) {
		if i == 0 {
			s.Rule = "another rule"
		} else {
			s.Background, s.Score = !s.Background, 0.125 // the identifier does not depend on them
		}
	})
	slices.Reverse(next.Statements)
	next.Resolutions = slices.Concat(next.Resolutions[len(next.Resolutions)/2:], next.Resolutions[:len(next.Resolutions)/2])
	next.Doubts = append(slices.Clone(r.Doubts), dateline.Doubt{Span: dateline.Span{End: 4}, Why: "new"})
	recoded(t, l, "coder/3", true, next)
	recoded(t, l, "coder/3", false, next)
	got, err := v.Report(t.Context(), r.Report.ID)
	if err != nil || !reflect.DeepEqual(got, next) {
		t.Fatalf("%+v, %v\nwant\n%+v", got, err, next)
	}
	old, err := v.Statement(t.Context(), r.Statements[0].ID)
	if err != nil || !old.Former || !reflect.DeepEqual(old.Statement, r.Statements[0]) || len(old.Resolutions) == 0 {
		t.Errorf("the older statement is not kept as it was: %+v, %v", old, err)
	}
	if now, err := v.Instead(t.Context(), r.Statements[0].ID); err != nil || !slices.Equal(now, []string{next.Statements[1].ID}) {
		t.Errorf("there is now %v, %v", now, err)
	}
	if s, err := v.Stats(t.Context()); err != nil || s.Statements != 4 {
		t.Errorf("%d statements, %v", s.Statements, err)
	}
	if es, err := v.StatementsOf(t.Context(), "boko-haram"); err != nil || len(es) != 4 || slices.ContainsFunc(es, func(e Entry) bool { return e.Former }) {
		t.Errorf("%d statements of the actor, %v", len(es), err)
	}
	if cs, err := v.Codings(t.Context(), "coder/1"); err != nil || !slices.Equal(cs, []Coding{{r.Report.ID, "coder/3"}}) {
		t.Errorf("read by another version: %v, %v", cs, err)
	}
	recoded(t, l, "coder/4", true, r)
	if got, err = v.Report(t.Context(), r.Report.ID); err != nil || !reflect.DeepEqual(got, r) {
		t.Errorf("read as at first again: %+v, %v", got, err)
	}
	if found, err := Check(t.Context(), path); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

func TestADecisionOnAFormerStatementIsKept(t *testing.T) {
	r := samples()[0]
	id := r.Statements[0].ID
	l, path := opened(t, samples()...)
	v := viewed(t, path)
	if err := l.SetIncidents(t.Context(), []dateline.Incident{incident(r)}); err != nil {
		t.Fatal(err)
	}
	for _, d := range []dateline.Decision{ruling("d", dateline.Accept, 1, id), ruling("e", dateline.Reject, 2, id), ruling("f", dateline.Undo, 3, "e")} {
		if err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	next := rereadAs(r, func(i int, s *dateline.Statement) { s.Rule = "another rule" })
	recoded(t, l, "coder/2", true, next)
	if got, err := v.Orphans(t.Context()); err != nil || !slices.Equal(got, []string{id}) {
		t.Errorf("orphans: %v, %v", got, err)
	}
	if err := l.SetIncidents(t.Context(), []dateline.Incident{incident(next)}); err != nil {
		t.Fatal(err)
	}
	if in, err := v.Incident(t.Context(), dateline.IncidentID(id)); err != nil || in.ID != dateline.IncidentID(next.Statements[0].ID) {
		t.Errorf("the old identifier leads to %s, %v", in.ID, err)
	}
	found, err := Check(t.Context(), path)
	if err != nil || len(found) != 1 || found[0].Code != Orphaned || found[0].Where != "decision d" || !strings.Contains(found[0].Msg, next.Statements[0].ID) {
		t.Errorf("%v, %v", found, err)
	}
	recoded(t, l, "coder/3", true, r)
	if e, err := v.Statement(t.Context(), id); err != nil || e.Former || e.Review != dateline.Accepted {
		t.Errorf("made again it is %+v, %v", e, err)
	}
}

func TestRecodeRefuses(t *testing.T) {
	l, _ := opened(t, samples()...)
	_, err := l.Recode(t.Context(), []dateline.Reading{coded("Another", "", "Gunmen killed 11 people in Konduga, police said")}, "coder/2")
	wantCode(t, err, NotFound)
	bad := samples()[0]
	bad.Statements[0].Quote.End = 10_000
	_, err = l.Recode(t.Context(), []dateline.Reading{bad}, "coder/2")
	wantCode(t, err, Malformed)
}

func TestALaterReadingIsGuarded(t *testing.T) {
	r := samples()[0]
	l, path := opened(t, r)
	recoded(t, l, "coder/2", true, rereadAs(r, func(i int, s *dateline.Statement) { s.Score = 0.125 }))
	if _, err := l.db.Exec(`UPDATE coding_statements SET json = '{}'`); err == nil {
		t.Error("a later reading was changed")
	}
	if _, err := l.db.Exec(`DROP TRIGGER coding_statements_no_update; UPDATE coding_statements SET json = replace(json, '0.125', '0.5')`); err != nil {
		t.Fatal(err)
	}
	_, err := viewed(t, path).Report(t.Context(), r.Report.ID)
	wantCode(t, err, Tampered)
}

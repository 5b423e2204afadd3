package ledger

import (
	"testing"

	"dateline"
)

func TestIncidentsAreReplaced(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	v := viewed(t, path)
	empty := dump(t, v)
	set := func(is ...dateline.Incident) string {
		t.Helper()
		if err := l.SetIncidents(t.Context(), is); err != nil {
			t.Fatal(err)
		}
		return dump(t, v)
	}
	both, alone, other := incident(rs[0], rs[1]), incident(rs[0]), incident(rs[2])
	first := set(both, other)
	if again := set(other, both); again != first {
		t.Errorf("in another order\n%s\nwas\n%s", again, first)
	}
	if one := set(alone, other); one == first || one != fresh(t, alone, other) {
		t.Errorf("what was linked is, taken apart,\n%s", one)
	}
	if back := set(both, other); back != first {
		t.Errorf("linked again\n%s\nwas\n%s", back, first)
	}
	if none := set(); none != empty {
		t.Errorf("without incidents\n%s", none)
	}
}

// fresh is the dump of a ledger that never held other incidents.
func fresh(t *testing.T, is ...dateline.Incident) string {
	t.Helper()
	l, path := opened(t, samples()...)
	if err := l.SetIncidents(t.Context(), is); err != nil {
		t.Fatal(err)
	}
	return dump(t, viewed(t, path))
}

func TestWhatIsTheSameIsNotTouched(t *testing.T) {
	rs := samples()
	l, _ := opened(t, rs...)
	both, other := incident(rs[0], rs[1]), incident(rs[2])
	rewrites := func(do func() error) int {
		t.Helper()
		before := rowsWritten(t, l)
		if err := do(); err != nil {
			t.Fatal(err)
		}
		return rowsWritten(t, l) - before
	}
	set := func(is ...dateline.Incident) func() error {
		return func() error { return l.SetIncidents(t.Context(), is) }
	}
	if n := rewrites(set(both, other)); n == 0 {
		t.Error("nothing was written at first")
	}
	if n := rewrites(set(other, both)); n != 0 {
		t.Errorf("the same again writes %d rows", n)
	}
	if n := rewrites(func() error { return l.SetResolutions(t.Context(), rs) }); n != 0 {
		t.Errorf("the same resolutions again write %d rows", n)
	}
}

// rowsWritten is how many rows the writer has ever inserted, updated or deleted.
func rowsWritten(t *testing.T, l *Ledger) (n int) {
	t.Helper()
	if err := l.db.QueryRow(`SELECT total_changes()`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestIncidentsThatRestOnNothing(t *testing.T) {
	for name, spoil := range map[string]func(in *dateline.Incident){
		"no identifier":            func(in *dateline.Incident) { in.ID = "" },
		"no statements":            func(in *dateline.Incident) { in.Statements = nil },
		"a date of nobody":         func(in *dateline.Incident) { in.Dates[0].Statements = nil },
		"a toll of others":         func(in *dateline.Incident) { in.Tolls[0].Statements = []string{"none"} },
		"a victim of nobody":       func(in *dateline.Incident) { in.Victims = make([]dateline.Told[dateline.Party], 1) },
		"a target of nobody":       func(in *dateline.Incident) { in.Targets = make([]dateline.Told[dateline.Party], 1) },
		"a weapon of nobody":       func(in *dateline.Incident) { in.Weapons = make([]dateline.Told[dateline.Party], 1) },
		"a place of nobody":        func(in *dateline.Incident) { in.Places[0].Statements = nil },
		"a kind of nobody":         func(in *dateline.Incident) { in.Kinds[0].Statements = nil },
		"a perpetrator of nobody":  func(in *dateline.Incident) { in.Perpetrators[0].Statements = nil },
		"a statement nobody keeps": func(in *dateline.Incident) { in.Statements = append(in.Statements, "none") },
	} {
		t.Run(name, func(t *testing.T) {
			rs := samples()
			l, path := opened(t, rs...)
			if err := l.SetIncidents(t.Context(), []dateline.Incident{incident(rs[2])}); err != nil {
				t.Fatal(err)
			}
			before := dump(t, viewed(t, path))
			bad := incident(rs[0], rs[1])
			spoil(&bad)
			wantCode(t, l.SetIncidents(t.Context(), []dateline.Incident{bad}), Malformed)
			if after := dump(t, viewed(t, path)); after != before {
				t.Errorf("the ledger changed to\n%s", after)
			}
		})
	}
	rs := samples()
	l, _ := opened(t, rs...)
	wantCode(t, l.SetIncidents(t.Context(), []dateline.Incident{incident(rs[0]), incident(rs[0])}), Malformed)
}

func TestResolutionsAreReplaced(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	v := viewed(t, path)
	before := dump(t, v)
	anew := samples()[0]
	anew.Resolutions = anew.Resolutions[4:]
	anew.Resolutions[0].Actor = "iswap"
	if err := l.SetResolutions(t.Context(), []dateline.Reading{anew}); err != nil {
		t.Fatal(err)
	}
	got, err := v.Report(t.Context(), anew.Report.ID)
	if err != nil || len(got.Resolutions) != 4 || got.Resolutions[0].Actor != "iswap" {
		t.Errorf("%+v, %v", got.Resolutions, err)
	}
	if err := l.SetResolutions(t.Context(), rs); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, v); after != before {
		t.Errorf("set back\n%s\nwas\n%s", after, before)
	}
	bad := coded("Never kept", "2024-01-01", "Insurgents killed 1 people in Kano, police said")
	wantCode(t, l.SetResolutions(t.Context(), []dateline.Reading{bad}), NotFound)
	bad.Report.ID = anew.Report.ID
	wantCode(t, l.SetResolutions(t.Context(), []dateline.Reading{bad}), Malformed)
}

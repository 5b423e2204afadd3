package ledger

import (
	"database/sql"
	"slices"
	"testing"
	"time"

	"dateline"
)

func TestLinesAreOfTheIncidents(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	both, other := incident(rs[0], rs[1]), incident(rs[2])
	if err := l.SetIncidents(t.Context(), []dateline.Incident{both, other}); err != nil {
		t.Fatal(err)
	}
	ruling := dateline.Decision{Ruling: dateline.Accept, On: []string{both.Statements[0]}, Part: dateline.Whole, Author: "a", At: time.Unix(0, 0).UTC()}
	ruling.SetID()
	if err := l.Decide(t.Context(), ruling); err != nil {
		t.Fatal(err)
	}
	v := viewed(t, path)
	lines, err := v.Lines(t.Context(), []string{both.ID, "nothing"})
	if err != nil || len(lines) != 1 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	got := lines[0]
	if got.ID != both.ID || got.Date.From != "2024-03-22" || got.Place.Name != "Konduga" || *got.Killed.Low != 11 || got.Reports != 2 ||
		got.Statements != 2 || got.Reviewed != 1 || !slices.Equal(got.Groups, []string{"boko-haram", "claimant"}) ||
		!slices.Equal(got.Held, []dateline.Held{{Actor: "claimant", Degree: dateline.ClaimedBy}}) ||
		!slices.Equal(got.Voices, []dateline.Voice{{Class: dateline.Authorities, Stance: dateline.Asserted}}) {
		t.Errorf("the line is %+v", got)
	}
	sums, err := v.LineSums(t.Context())
	if err != nil || len(sums) != 2 {
		t.Fatalf("%d sums, %v", len(sums), err)
	}
	for _, s := range sums {
		if want := map[string]int{both.ID: 1}[s.ID]; s.Reviewed != want {
			t.Errorf("%s: %d reviewed, want %d", s.ID, s.Reviewed, want)
		}
	}
}

// A ledger whose lines are of another version gets them anew when it is opened for writing.
func TestLinesOfAnotherVersion(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	if err := l.SetIncidents(t.Context(), []dateline.Incident{incident(rs[0], rs[1]), incident(rs[2])}); err != nil {
		t.Fatal(err)
	}
	want := dump(t, viewed(t, path))
	err := l.write(t.Context(), func(tx *sql.Tx) error {
		if _, err := tx.Exec(`DELETE FROM incident_lines`); err != nil {
			return err
		}
		return mark(t.Context(), tx, markLines, "older")
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l, err = Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	v := viewed(t, path)
	if got := dump(t, v); got != want {
		t.Errorf("the ledger is\n%s\nwas\n%s", got, want)
	}
	if m, err := v.Match(t.Context(), "konduga"); err != nil || len(m.IDs()) != 2 {
		t.Errorf("found %v, %v", m, err)
	}
}

func TestMatch(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	both, other := incident(rs[0], rs[1]), incident(rs[2])
	if err := l.SetIncidents(t.Context(), []dateline.Incident{both, other}); err != nil {
		t.Fatal(err)
	}
	v := viewed(t, path)
	for q, want := range map[string][]string{
		"militants":                 {other.ID},
		"MILITANTS kónduga":         {other.ID},
		"insurgents fighters":       {both.ID},
		`"killed 12 people"`:        {other.ID},
		`"people killed"`:           nil,
		"insurg*":                   {both.ID},
		"insurg":                    nil,
		"konduga -militants":        {both.ID},
		"-militants":                nil,
		`konduga NEAR( * ^ OR "`:    nil,
		"":                          nil,
		`"`:                         nil,
		`title:early`:               nil,
		"konduga \x00 AND police":   nil,
		`konduga "killed 11 people`: {both.ID},
	} {
		m, err := v.Match(t.Context(), q)
		if err != nil || !slices.Equal(m.IDs(), want) {
			t.Errorf("%q found %v (%v), want %v", q, m.IDs(), err, want)
		}
	}
	if err := l.SetIncidents(t.Context(), []dateline.Incident{other}); err != nil {
		t.Fatal(err)
	}
	if m, _ := v.Match(t.Context(), "insurgents"); m.IDs() != nil {
		t.Errorf("what is gone is found: %v", m.IDs())
	}
}

func TestASearchAfterANewLinkingNamesTheNewIncidents(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	v := viewed(t, path)
	for _, in := range []dateline.Incident{incident(rs[0]), incident(rs[2]), incident(rs[0])} {
		if err := l.SetIncidents(t.Context(), []dateline.Incident{in}); err != nil {
			t.Fatal(err)
		}
		got, err := v.Match(t.Context(), "police")
		if err != nil || !slices.Equal(got.IDs(), []string{in.ID}) || !got.Ranked {
			t.Errorf("%+v, %v; want %s", got, err, in.ID)
		}
	}
}

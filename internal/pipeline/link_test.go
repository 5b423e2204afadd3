package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/ledger"
	"dateline/internal/link"
)

// linker tells a child process of the test which ledger it fills until it is killed or done.
const linker = "DATELINE_TEST_LINKER"

// TestMain is the child's main function, too.
func TestMain(m *testing.M) {
	if path := os.Getenv(linker); path != "" {
		if err := fillFrom(path, attacks(120)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// fillFrom keeps readings a few at a time and links after each, and again in the end.
func fillFrom(path string, rs []dateline.Reading) error {
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		return err
	}
	defer l.Close()
	v, err := ledger.OpenView(path)
	if err != nil {
		return err
	}
	defer v.Close()
	return fill(l, v, rs)
}

func fill(l *ledger.Ledger, v *ledger.View, rs []dateline.Reading) error {
	ctx := context.Background()
	for i := 0; i < len(rs); i += 5 {
		if _, err := l.KeepAll(ctx, rs[i:min(i+5, len(rs))], Version); err != nil {
			return err
		}
		if _, err := Relink(ctx, l, v); err != nil {
			return err
		}
	}
	_, err := Relink(ctx, l, v)
	return err
}

// attacks makes n reports of attacks, of which many are about one.
func attacks(n int) []dateline.Reading {
	random := rand.New(rand.NewPCG(3, 4))
	towns := []dateline.Place{
		{ID: "geonames:1", Name: "Konduga", Country: "NG", Admin1: "Borno", Lat: 11.65, Lon: 13.42, Precision: dateline.Settlement},
		{ID: "geonames:2", Name: "Bama", Country: "NG", Admin1: "Borno", Lat: 11.52, Lon: 13.69, Precision: dateline.Settlement},
		{ID: "geonames:3", Name: "Mosul", Country: "IQ", Admin1: "Nineveh", Lat: 36.34, Lon: 43.13, Precision: dateline.Settlement}}
	var out []dateline.Reading
	for i := range n {
		town, day, killed := towns[random.IntN(len(towns))], 1+random.IntN(6), 1+random.IntN(5)
		out = append(out, attackIn(fmt.Sprintf("r%03d", i), town, fmt.Sprintf("2024-03-%02d", day), killed))
	}
	return out
}

func attackIn(id string, town dateline.Place, day string, killed int) dateline.Reading {
	date := dateline.Date{EDTF: day, From: day, To: day, Anchor: dateline.AnchorText}
	text := fmt.Sprintf("Gunmen killed %d people in %s on %s, says report %s.", killed, town.Name, day, id)
	r := dateline.Report{Text: text, Publisher: id, SHA256: id, Published: date}
	r.SetID()
	s := dateline.Statement{Report: r.ID, Kind: dateline.ArmedAssault, Reality: dateline.Happened, Stance: dateline.Asserted,
		Rule: "test", Quote: dateline.Span{End: len(text)}, Trigger: spanOf(text, "killed")}
	number := fmt.Sprint(killed, " people")
	count := dateline.Exactly(killed)
	for _, p := range []struct {
		role  dateline.Role
		words string
	}{{dateline.Victim, number}, {dateline.PlaceRole, town.Name}, {dateline.DateRole, day}, {dateline.KilledRole, number}} {
		s.Parts = append(s.Parts, dateline.Part{Role: p.role, Span: spanOf(text, p.words)})
	}
	s.SetID()
	return dateline.Reading{Report: r, Statements: []dateline.Statement{s}, Resolutions: []dateline.Resolution{
		{Statement: s.ID, Part: 1, State: dateline.Known, Place: &town}, {Statement: s.ID, Part: 2, State: dateline.Known, Date: &date},
		{Statement: s.ID, Part: 3, State: dateline.Unidentified, Count: &count}}}
}

func spanOf(text, words string) dateline.Span {
	at := strings.Index(text, words)
	return dateline.Span{Start: at, End: at + len(words)}
}

// state is all that linking leaves in a ledger.
func state(t *testing.T, v *ledger.View) string {
	t.Helper()
	var b strings.Builder
	add := func(text []byte) error {
		fmt.Fprintf(&b, "%s\n", text)
		return nil
	}
	incidents, err := v.Incidents(t.Context(), ledger.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range incidents {
		text, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		if err := add(text); err != nil {
			t.Fatal(err)
		}
	}
	var ids []string
	if err := v.EachTelling(t.Context(), func(text []byte) error {
		var x link.Telling
		err := json.Unmarshal(text, &x)
		ids = append(ids, x.ID)
		return errors.Join(err, add(text))
	}); err != nil {
		t.Fatal(err)
	}
	ties, err := v.Ties(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	left, err := v.Unlinked(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(&b, ties, left)
	return b.String()
}

// TestKilledWhileLinking: a ledger that is filled and linked by a process that is killed again and again is, when one
// gets to the end, as one that was filled at once.
func TestKilledWhileLinking(t *testing.T) {
	want := linkedAtOnce(t, attacks(120))
	path := filepath.Join(t.TempDir(), "ledger.db")
	random := rand.New(rand.NewPCG(9, 9))
	killed := 0
	for done := false; !done; {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), linker+"="+path)
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if killed < 12 {
			time.Sleep(time.Duration(20+random.IntN(150)) * time.Millisecond)
			cmd.Process.Kill()
		}
		cmd.Wait()
		switch {
		case cmd.ProcessState.Success():
			done = true
		case cmd.ProcessState.Exited():
			t.Fatal("the linker ended by itself")
		default:
			killed++
		}
	}
	v, err := ledger.OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if got := state(t, v); got != want {
		t.Errorf("killed %d times, the ledger is\n%s\nnot\n%s", killed, got, want)
	}
}

// linkedAtOnce is the state of a ledger that holds readings, all linked at once.
func linkedAtOnce(t *testing.T, rs []dateline.Reading, ds ...dateline.Decision) string {
	t.Helper()
	l, v := opened(t)
	if _, err := l.KeepAll(t.Context(), rs, Version); err != nil {
		t.Fatal(err)
	}
	for _, d := range ds {
		if err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Relink(t.Context(), l, v); err != nil {
		t.Fatal(err)
	}
	return state(t, v)
}

func opened(t testing.TB) (*ledger.Ledger, *ledger.View) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	v, err := ledger.OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return l, v
}

// TestOrderOfArrivalMakesNoDifference: whatever order reports come in, and whenever people rule on them.
func TestOrderOfArrivalMakesNoDifference(t *testing.T) {
	rs := attacks(60)
	rule := func(r dateline.Ruling, hour, a, b int) dateline.Decision {
		d := dateline.Decision{Ruling: r, On: []string{rs[a].Statements[0].ID, rs[b].Statements[0].ID}, Part: dateline.Whole, Author: "x",
			At: time.Date(2024, 6, 1, hour, 0, 0, 0, time.UTC)}
		d.SetID()
		return d
	}
	ds := []dateline.Decision{rule(dateline.Same, 1, 0, 1), rule(dateline.NotSame, 2, 2, 3), rule(dateline.Same, 3, 1, 4), rule(dateline.Same, 4, 5, 6)}
	undo := dateline.Decision{Ruling: dateline.Undo, On: []string{ds[2].ID}, Part: dateline.Whole, Author: "x", At: ds[3].At.Add(time.Hour)}
	undo.SetID()
	ds = append(ds, undo)
	want := linkedAtOnce(t, rs, ds...)
	random := rand.New(rand.NewPCG(1, 2))
	for range 4 {
		l, v := opened(t)
		first, later := rs[:10:10], append([]dateline.Reading(nil), rs[10:]...)
		random.Shuffle(len(later), func(i, j int) { later[i], later[j] = later[j], later[i] })
		half := random.IntN(len(later))
		if err := fill(l, v, append(first, later[:half]...)); err != nil {
			t.Fatal(err)
		}
		for _, d := range ds {
			if err := l.Decide(t.Context(), d); err != nil {
				t.Fatal(err)
			}
			if random.IntN(2) == 0 {
				if _, err := Relink(t.Context(), l, v); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := fill(l, v, later[half:]); err != nil {
			t.Fatal(err)
		}
		if got := state(t, v); got != want {
			t.Fatal("another order leaves another ledger")
		}
	}
}

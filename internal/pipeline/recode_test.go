package pipeline

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/internal/ledger"
)

// reports are n readings of one attack each, as the coder makes them.
func reports(n int) []dateline.Reading {
	var out []dateline.Reading
	for i := range n {
		text := fmt.Sprintf("Gunmen killed %d people in Konduga, Nigeria, on March 12, police said.", i+2)
		r := dateline.Report{Text: text, Language: "en", SHA256: fmt.Sprint(i), Published: dateline.Date{EDTF: "2024-03-14", From: "2024-03-14", To: "2024-03-14"}}
		r.SetID()
		out = append(out, Code(r))
	}
	return out
}

// TestRecodingGoesOnWhereItStopped stops a run after its first batch: what it told of is kept, and the next one reads
// the rest.
func TestRecodingGoesOnWhereItStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	v, err := ledger.OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	rs := reports(batch + 8)
	if _, err := l.KeepAll(t.Context(), rs[:batch+7], "0"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.KeepAll(t.Context(), rs[batch+7:], "99"); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := 0
	_, err = Recode(ctx, l, v, false, func(c Coded, changed bool, of int) {
		if done++; changed || of != batch+7 {
			t.Errorf("report %s: changed %v, one of %d", c.Reading.Report.ID, changed, of)
		}
		stop()
	})
	if !errors.Is(err, context.Canceled) || done != batch {
		t.Fatalf("%d read, %v", done, err)
	}
	got, err := Recode(t.Context(), l, v, false, nil)
	if err != nil || got.Read != 7 || got.Changed != 0 || got.Newer != 1 || got.Incident == 0 {
		t.Errorf("%+v, %v", got, err)
	}
	got, err = Recode(t.Context(), l, v, true, nil)
	if err != nil || got.Read != batch+7 || got.Newer != 1 {
		t.Errorf("all: %+v, %v", got, err)
	}
}

// TestKeptWithoutItsHeadline reads a report again that was kept before headlines stood in the text: it is the same
// report, its text and its statements stay as they were kept, and a later reading makes the same of it.
func TestKeptWithoutItsHeadline(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	v, err := ledger.OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	old := dateline.Report{Title: "Gunmen kill five in Konduga", Text: "Gunmen killed five people in Konduga, Nigeria, on March 12, police said.", Language: "en", SHA256: "1"}
	old.SetID()
	now := old
	now.PutHeadline()
	was := Code(old)
	if added, err := l.KeepAll(t.Context(), []dateline.Reading{was}, "0"); err != nil || !added[0] {
		t.Fatal(added, err)
	}
	if added, err := l.KeepAll(t.Context(), []dateline.Reading{Code(now)}, Version); err != nil || added[0] {
		t.Fatal(added, err)
	}
	if got, err := Recode(t.Context(), l, v, true, nil); err != nil || got.Read != 1 || got.Changed != 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	got, err := v.Report(t.Context(), old.ID)
	if err != nil || got.Report.Text != old.Text || len(got.Statements) != len(was.Statements) || len(got.Statements) == 0 {
		t.Errorf("%q, %d statements of %d, %v", got.Report.Text, len(got.Statements), len(was.Statements), err)
	}
}

package ledger

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"dateline"
)

var noon = time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC)

func penned(t testing.TB, path string) *Pen {
	t.Helper()
	p, err := OpenPen(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// proposal is a ruling without identifier and time.
func proposal(r dateline.Ruling, author, seen string, on ...string) Proposal {
	d := ruling("", r, 0, on...)
	d.Author, d.At = author, time.Time{}
	return Proposal{d, seen}
}

// propose proposes one.
func propose(t testing.TB, p *Pen, o Proposal) Kept {
	t.Helper()
	ks, err := p.Propose(context.Background(), noon, []Proposal{o})
	if err != nil {
		t.Fatal(err)
	}
	return ks[0]
}

func TestAPenWritesWhileALedgerIsOpen(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	p, a := penned(t, path), rs[0].Statements[0].ID
	k := propose(t, p, proposal(dateline.Accept, "Ada", "", a))
	want := k.Decision
	if want.SetID(); k.Err != nil || k.Again || want.ID != k.Decision.ID || !k.Decision.At.Equal(noon) {
		t.Fatalf("%+v", k)
	}
	if _, err := l.KeepAll(t.Context(), many(7, 3, 2), "coder/1"); err != nil {
		t.Error(err)
	}
	if ds, err := viewed(t, path).Decisions(t.Context()); err != nil || len(ds) != 1 || !reflect.DeepEqual(ds[0], k.Decision) {
		t.Errorf("%+v, %v", ds, err)
	}
}

func TestProposals(t *testing.T) {
	rs := samples()
	_, path := opened(t, rs...)
	p, a, b := penned(t, path), rs[0].Statements[0].ID, rs[1].Statements[0].ID
	first := propose(t, p, proposal(dateline.Accept, "Ada", "", a)).Decision
	if again := propose(t, p, proposal(dateline.Accept, "Ada", "", a)); !again.Again || !reflect.DeepEqual(again.Decision, first) {
		t.Errorf("the same twice: %+v", again)
	}
	var c *Conflict
	if k := propose(t, p, proposal(dateline.Reject, "Ben", "", a)); !errors.As(k.Err, &c) || len(c.Since) != 1 || !reflect.DeepEqual(c.Since[0], first) || k.Decision.ID != "" {
		t.Errorf("another ruled meanwhile: %+v", k)
	}
	if k := propose(t, p, proposal(dateline.Accept, "Ben", "", a)); !errors.As(k.Err, &c) {
		t.Errorf("the same by another, who saw nothing: %+v", k)
	}
	second := propose(t, p, proposal(dateline.Reject, "Ben", first.ID, a))
	if second.Err != nil || !second.Decision.At.After(first.At) {
		t.Errorf("who saw it: %+v", second)
	}
	if k := propose(t, p, proposal(dateline.Same, "Ben", "", a, b)); k.Err != nil {
		t.Errorf("a pair is another matter: %+v", k)
	}
	if k := propose(t, p, proposal(dateline.NotSame, "Ada", "", b, a)); !errors.As(k.Err, &c) {
		t.Errorf("the pair the other way round: %+v", k)
	}
	undo := propose(t, p, proposal(dateline.Undo, "Ada", second.Decision.ID, second.Decision.ID))
	if undo.Err != nil {
		t.Errorf("to take it back: %+v", undo)
	}
	if k := propose(t, p, proposal(dateline.Accept, "Cy", second.Decision.ID, a)); !errors.As(k.Err, &c) || c.Since[0].ID != undo.Decision.ID {
		t.Errorf("it was taken back meanwhile: %+v", k)
	}
	for code, o := range map[string]Proposal{Malformed: proposal("bless", "Ada", "", a), NotFound: proposal(dateline.Accept, "Ada", "", "none")} {
		if k := propose(t, p, o); CodeOf(k.Err) != code {
			t.Errorf("%+v, want %s", k, code)
		}
	}
	if k := propose(t, p, proposal(dateline.Undo, "Ada", "", "none")); CodeOf(k.Err) != NotFound {
		t.Errorf("to take back what is not there: %+v", k)
	}
}

// TestProposalsTogether has one that is refused between two that are kept, of which the last has not seen the first.
func TestProposalsTogether(t *testing.T) {
	rs := samples()
	_, path := opened(t, rs...)
	p, a, b := penned(t, path), rs[0].Statements[0].ID, rs[1].Statements[0].ID
	ks, err := p.Propose(t.Context(), noon, []Proposal{proposal(dateline.Accept, "Ada", "", a), proposal(dateline.Same, "Ada", "", a, "none"),
		proposal(dateline.Accept, "Ada", "", b), proposal(dateline.Reject, "Ben", "", a)})
	if err != nil {
		t.Fatal(err)
	}
	var c *Conflict
	if ks[0].Err != nil || CodeOf(ks[1].Err) != NotFound || ks[2].Err != nil || !errors.As(ks[3].Err, &c) || !ks[2].Decision.At.After(ks[0].Decision.At) {
		t.Errorf("%+v", ks)
	}
	if ds, err := viewed(t, path).Decisions(t.Context()); err != nil || len(ds) != 2 {
		t.Errorf("%+v, %v", ds, err)
	}
}

func TestAPenAndWhatIsNoLedger(t *testing.T) {
	_, err := OpenPen(filepath.Join(t.TempDir(), "none.db"))
	wantCode(t, err, NotFound)
	path := filepath.Join(t.TempDir(), "a.accounts")
	r, err := OpenRoll(path)
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	_, err = OpenPen(path)
	wantCode(t, err, NotALedger)
	_, ledgers := opened(t)
	_, err = OpenRoll(ledgers)
	wantCode(t, err, NotALedger)
}

// TestWhatIsRuledWhileOthersLink is a ruling between what a linking reads and what it writes: it stays to be linked.
func TestWhatIsRuledWhileOthersLink(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	v, p := viewed(t, path), penned(t, path)
	before, err := v.Unlinked(t.Context())
	if err != nil || len(before.Reports) != 3 || !before.Ruled.IsZero() {
		t.Fatalf("%+v, %v", before, err)
	}
	if err := l.LinkAll(t.Context(), before.Ruled, nil, nil, each(nil)); err != nil {
		t.Fatal(err)
	}
	wantUnlinked(t, v, 0)
	propose(t, p, proposal(dateline.Accept, "Ada", "", rs[0].Statements[0].ID))
	state := wantUnlinked(t, v, 1)
	propose(t, p, proposal(dateline.Same, "Ada", "", rs[0].Statements[0].ID, rs[1].Statements[0].ID)) // while it is being linked
	if err := l.Link(t.Context(), Change{Reports: []string{rs[0].Report.ID}, Ruled: state.Ruled}); err != nil {
		t.Fatal(err)
	}
	state = wantUnlinked(t, v, 2)
	if err := l.Link(t.Context(), Change{Reports: state.Reports, Ruled: state.Ruled}); err != nil {
		t.Fatal(err)
	}
	wantUnlinked(t, v, 0)
}

func wantUnlinked(t *testing.T, v *View, n int) Unlinked {
	t.Helper()
	state, err := v.Unlinked(t.Context())
	if err != nil || len(state.Reports) != n {
		t.Errorf("%d are to be linked, %v, want %d", len(state.Reports), err, n)
	}
	return state
}

// TestPensAtOnce has several processes rule on a few statements, each in turn with what it saw: what is acknowledged is
// kept, and there is one line of rulings on each.
func TestPensAtOnce(t *testing.T) {
	rs := samples()
	_, path := opened(t, rs...)
	const pens, rounds = 4, 25
	var wg sync.WaitGroup
	var mu sync.Mutex
	kept := map[string]bool{}
	for i := range pens {
		p := penned(t, path)
		wg.Go(func() {
			seen := map[string]string{}
			for n := range rounds {
				on := rs[n%3].Statements[0].ID
				r := []dateline.Ruling{dateline.Accept, dateline.Reject}[(n+i)%2]
				ks, err := p.Propose(context.Background(), noon, []Proposal{proposal(r, fmt.Sprint("P", i, " ", n), seen[on], on)})
				if CodeOf(err) == Busy {
					continue // on a slow machine the others may take all the time that it waits: it is told, and nothing is kept
				}
				if err != nil {
					t.Error(err)
					return
				}
				k := ks[0]
				var c *Conflict
				switch {
				case errors.As(k.Err, &c):
					seen[on] = c.Since[len(c.Since)-1].ID
				case k.Err != nil:
					t.Error(k.Err)
				default:
					seen[on] = k.Decision.ID
					mu.Lock()
					kept[k.Decision.ID] = true
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	ds, err := viewed(t, path).Decisions(t.Context())
	if err != nil || len(ds) != len(kept) || len(ds) < rounds {
		t.Errorf("%d are kept, %v, %d were acknowledged", len(ds), err, len(kept))
	}
	for i, d := range ds {
		if !kept[d.ID] || i > 0 && !d.At.After(ds[i-1].At) {
			t.Errorf("%d: %+v", i, d)
		}
	}
}

func BenchmarkPropose(b *testing.B) {
	rs := many(1, 1000, 20)
	l, path := opened(b, rs...)
	l.Close()
	p := penned(b, path)
	i := 0
	for b.Loop() {
		propose(b, p, proposal(dateline.Accept, fmt.Sprint("P", i/20000), "", rs[i%1000].Statements[i/1000%20].ID))
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "decisions/s")
}

func TestWhatIsSettledIsInTheFile(t *testing.T) {
	rs := samples()
	_, path := opened(t, rs...)
	p, err := OpenPen(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	kept, err := p.Propose(t.Context(), time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC), []Proposal{{Decision: dateline.Decision{Ruling: dateline.Accept,
		On: []string{rs[0].Statements[0].ID}, Part: dateline.Whole, Author: "a", Reason: "settled by a test"}}})
	if err != nil || kept[0].Err != nil {
		t.Fatal(kept, err)
	}
	has := func() bool {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(b, []byte("settled by a test"))
	}
	if has() {
		t.Error("the file has a ruling before the log is settled: this test tests nothing")
	}
	if err := Settle(t.Context(), path); err != nil || !has() {
		t.Errorf("settled: %v, %v", has(), err)
	}
	if err := Settle(t.Context(), path+".none"); CodeOf(err) == "" {
		t.Errorf("a ledger that is not there: %v", err)
	}
}

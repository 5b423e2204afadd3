package pipeline

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"dateline"
	"dateline/internal/ledger"
)

// desked is a linked ledger of readings with a Desk, and who holds the right to write it.
func desked(t *testing.T, rs []dateline.Reading) (*ledger.Ledger, *ledger.View, *Desk) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	v, err := ledger.OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := fill(l, v, rs); err != nil {
		t.Fatal(err)
	}
	d := NewDesk(path, v, DeskOptions{Log: slog.New(slog.DiscardHandler)})
	t.Cleanup(func() { d.Close(); l.Close(); v.Close() })
	return l, v, d
}

func pairOf(r dateline.Ruling, author string, a, b dateline.Reading) ledger.Proposal {
	return ledger.Proposal{Decision: dateline.Decision{Ruling: r, On: []string{a.Statements[0].ID, b.Statements[0].ID}, Part: dateline.Whole, Author: author, Reason: "as it says"}}
}

// TestRulingsWhileOthersRead has people rule at once while another process has the right to write and goes on reading:
// every ruling is kept, and when the other is done the ledger is as if all had been there from the start.
func TestRulingsWhileOthersRead(t *testing.T) {
	rs := attacks(80)
	l, v, d := desked(t, rs[:60])
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := fill(l, v, rs[60:]); err != nil {
			t.Error(err)
		}
	})
	for i := range 20 {
		wg.Go(func() {
			ruling := []dateline.Ruling{dateline.Same, dateline.NotSame}[i%2]
			if _, err := d.Decide(t.Context(), pairOf(ruling, fmt.Sprint("P", i), rs[2*i], rs[2*i+3])); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if !d.Working() {
		t.Error("nothing is said to be left to do")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for until := time.Now().Add(60 * time.Second); d.Working(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatal("it is never done")
		}
	}
	ds, err := v.Decisions(t.Context())
	if err != nil || len(ds) != 20 {
		t.Fatalf("%d decisions, %v", len(ds), err)
	}
	if state(t, v) != linkedAtOnce(t, rs, ds...) {
		t.Error("what is left is not what is left of all at once")
	}
}

func TestADeskThatOpensLinksWhatIsLeft(t *testing.T) {
	rs := attacks(40)
	l, v, d := desked(t, rs)
	if _, err := d.Decide(t.Context(), pairOf(dateline.NotSame, "Ada", rs[0], rs[1])); err != nil {
		t.Fatal(err)
	}
	d.Close() // before anything is linked: the right to write is another's
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	again := NewDesk(d.path, v, DeskOptions{})
	defer again.Close()
	for until := time.Now().Add(60 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		left, err := v.Unlinked(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(left.Reports) == 0 && !again.Working() {
			break
		}
		if time.Now().After(until) {
			t.Fatal("it is never done")
		}
	}
}

func TestWhatADeskRefuses(t *testing.T) {
	rs := attacks(3)
	_, _, d := desked(t, rs)
	one := func(r dateline.Ruling, part int, value string) ledger.Proposal {
		return ledger.Proposal{Decision: dateline.Decision{Ruling: r, On: []string{rs[0].Statements[0].ID}, Part: part, Value: value, Author: "Ada", Reason: "x"}}
	}
	var bad *BadValue
	if _, err := d.Decide(t.Context(), one(dateline.Correct, 1, "Nowhereville")); !errors.As(err, &bad) {
		t.Error(err)
	}
	if _, err := d.Decide(t.Context(), one(dateline.Correct, 17, "11")); ledger.CodeOf(err) != ledger.Malformed {
		t.Error(err)
	}
	k, err := d.Decide(t.Context(), one(dateline.Correct, 3, "at least 11"))
	if err != nil || k.Decision.Means == nil || k.Decision.Means.Count == nil {
		t.Errorf("%+v, %v", k, err)
	}
	var c *ledger.Conflict
	if _, err := d.Decide(t.Context(), one(dateline.Reject, dateline.Whole, "")); !errors.As(err, &c) {
		t.Error(err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := d.Decide(ended, one(dateline.Reject, dateline.Whole, "")); !errors.Is(err, context.Canceled) && !errors.As(err, &c) {
		t.Error(err)
	}
}

package web

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestAMemoIsOfTheLedgerAsItStands(t *testing.T) {
	var m memo[int]
	n := 0
	next := func(context.Context) (int, error) { n++; return n, nil }
	for _, c := range []struct {
		stamp string
		want  int
	}{{"a", 1}, {"a", 1}, {"b", 2}, {"b", 2}, {"a", 3}, {"", 4}, {"", 5}} {
		if got, err := m.get(t.Context(), c.stamp, next); got != c.want || err != nil {
			t.Errorf("at %q it is %d, %v, want %d", c.stamp, got, err, c.want)
		}
	}
}

func TestAMemoIsComputedOnceForAllWhoWait(t *testing.T) {
	var m memo[int]
	var n atomic.Int32
	var wait sync.WaitGroup
	for range 20 {
		wait.Go(func() {
			got, err := m.get(t.Context(), "a", func(context.Context) (int, error) {
				time.Sleep(20 * time.Millisecond)
				return int(n.Add(1)), nil
			})
			if got != 1 || err != nil {
				t.Errorf("%d, %v", got, err)
			}
		})
	}
	wait.Wait()
}

func TestWhatTakesLongIsNotWaitedForTwice(t *testing.T) {
	var m memo[string]
	enough := make(chan struct{})
	slow := func(value string) func(context.Context) (string, error) {
		return func(context.Context) (string, error) {
			<-enough
			time.Sleep(2 * quickly)
			return value, nil
		}
	}
	close(enough)
	if got, err := m.get(t.Context(), "a", slow("old")); got != "old" || err != nil {
		t.Fatal(got, err)
	}
	enough = make(chan struct{})
	for range 3 {
		if got, err := m.get(t.Context(), "b", slow("new")); got != "old" || err != nil {
			t.Errorf("while a new one is computed it is %q, %v", got, err)
		}
	}
	going := m.going
	close(enough)
	<-going.done
	if got, err := m.get(t.Context(), "b", slow("newer")); got != "new" || err != nil {
		t.Errorf("then it is %q, %v", got, err)
	}
}

// What nobody asked for since long is of a ledger of long ago: it is not given out any more.
func TestAnOldValueIsNotGivenOut(t *testing.T) {
	var m memo[string]
	slow := func(value string) func(context.Context) (string, error) {
		return func(context.Context) (string, error) { time.Sleep(2 * quickly); return value, nil }
	}
	if got, err := m.get(t.Context(), "a", slow("old")); got != "old" || err != nil {
		t.Fatal(got, err)
	}
	m.held = m.held.Add(-2 * lately)
	if got, err := m.get(t.Context(), "b", slow("new")); got != "new" || err != nil {
		t.Errorf("it is %q, %v", got, err)
	}
}

func TestAFailureIsNotKept(t *testing.T) {
	var m memo[int]
	broken := errors.New("broken")
	if _, err := m.get(t.Context(), "a", func(context.Context) (int, error) { return 0, broken }); !errors.Is(err, broken) {
		t.Error(err)
	}
	if got, err := m.get(t.Context(), "a", func(context.Context) (int, error) { return 7, nil }); got != 7 || err != nil {
		t.Error(got, err)
	}
}

func TestWhoLeavesEndsNothingForOthers(t *testing.T) {
	var m memo[int]
	ctx, leave := context.WithCancel(t.Context())
	begun := make(chan struct{})
	go func() { <-begun; leave() }()
	_, err := m.get(ctx, "a", func(inner context.Context) (int, error) {
		close(begun)
		<-ctx.Done()
		time.Sleep(10 * time.Millisecond)
		return 1, inner.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got, err := m.get(t.Context(), "a", func(context.Context) (int, error) { return 2, nil }); got != 1 || err != nil {
		t.Error(got, err)
	}
}

package web

import (
	"context"
	"sync"
	"time"
)

// memo keeps what was computed from the ledger until the ledger changes. What takes long is not waited for again and
// again while people decide: the older value is given out while one new one is computed, if the ledger was still as that
// value has it a moment ago. What is quick is always of the ledger as it stands. The zero memo is empty and ready; it
// may be used at the same time. Nobody changes a value that it gives out.
type memo[T any] struct {
	mu    sync.Mutex
	last  *computation[T] // the last one that came to a value; nil if none did since one failed
	held  time.Time       // when last was seen to be of the ledger as it stood
	going *computation[T] // nil if none is going on
}

// computation is one value in the making; what it came to is there once done is closed.
type computation[T any] struct {
	stamp string // of the ledger before it began
	begun time.Time
	done  chan struct{}
	took  time.Duration
	value T
	err   error
}

// quickly is how long a computation may take that is waited for after each change, and patiently how long any may;
// lately is how old a value may be that is given out in place of one that takes longer.
const (
	quickly   = 50 * time.Millisecond
	patiently = 5 * time.Minute
	lately    = 20 * time.Second
)

// get returns the value for a ledger of this stamp. compute is not ended when ctx ends, for others may wait for it too;
// its error goes to all who wait for it, and is not kept.
func (m *memo[T]) get(ctx context.Context, stamp string, compute func(context.Context) (T, error)) (T, error) {
	asked := time.Now()
	for {
		c := m.at(stamp, compute)
		select {
		case <-c.done:
		case <-ctx.Done():
			var none T
			return none, ctx.Err()
		}
		if c.err != nil || c.stamp == stamp || c.took > quickly || !c.begun.Before(asked) {
			if c.stamp != stamp {
				noteOutdated(ctx)
			}
			return c.value, c.err
		}
	}
}

// at returns the computation to wait for, which may be done, and begins one if the last is of another ledger.
func (m *memo[T]) at(stamp string, compute func(context.Context) (T, error)) *computation[T] {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.last != nil && m.last.stamp == stamp && stamp != "" {
		m.held = time.Now()
		return m.last
	}
	if m.going == nil {
		m.going = &computation[T]{stamp: stamp, begun: time.Now(), done: make(chan struct{})}
		go m.compute(m.going, compute)
	}
	if m.last != nil && m.last.took > quickly && time.Since(m.held) < lately {
		return m.last
	}
	return m.going
}

func (m *memo[T]) compute(c *computation[T], compute func(context.Context) (T, error)) {
	ctx, cancel := context.WithTimeout(context.Background(), patiently)
	defer cancel()
	c.value, c.err = compute(ctx)
	c.took = time.Since(c.begun)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.going, m.last, m.held = nil, c, c.begun
	if c.err != nil {
		m.last = nil
	}
	close(c.done)
}

// Package load knows how a server is tried: it asks at a constant rate, whether or not earlier answers have come (an
// open loop, so that an answer which is late makes the next ones late as well, as it does for people), and counts
// each answer from the moment at which it was due to be asked for.
//
// It calls nobody but a server on a loopback address of this machine, which whoever runs it has started: any other
// address is an error (caller.go). What is asked, how often and how fast it should be answered is a Trial (trial.go,
// reader.go); what came of it is a Result, printed by Table (table.go).
package load

import (
	"context"
	"sync"
	"time"
)

// atOnce is the most answers that are waited for at a time. What would be one more is not sent, and counts as failed:
// a server that is that far behind does not come back.
const atOnce = 4096

// Run asks what the trial asks for and returns what came of it; an error only if ctx ends or the server's address
// is not of this machine.
func (c *Caller) Run(ctx context.Context, t Trial) (Result, error) {
	run := running{result: Result{Trial: t, Failed: map[string]int{}}}
	slots := make(chan struct{}, atOnce)
	start := time.Now()
	for i := range t.times() {
		due := start.Add(time.Duration(i) * time.Second / time.Duration(t.Rate))
		if err := sleep(ctx, time.Until(due)); err != nil {
			return Result{}, err
		}
		select {
		case slots <- struct{}{}:
		default:
			run.failed("not sent")
			continue
		}
		run.wait.Go(func() {
			run.add(c.answer(ctx, t.Next(i)), due)
			<-slots
		})
	}
	run.wait.Wait()
	run.result.Took = time.Since(start)
	run.result.sort()
	return run.result, ctx.Err()
}

// running is a Result while answers come in.
type running struct {
	wait   sync.WaitGroup
	mu     sync.Mutex
	result Result
}

// add counts an answer that was due to be asked for then.
func (r *running) add(a answer, due time.Time) {
	took := time.Since(due)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.result.Answered++
	r.result.latencies = append(r.result.latencies, took)
	if took > r.result.Slowest.Took {
		r.result.Slowest = Extreme{a.path, took, a.bytes}
	}
	if a.bytes > r.result.Largest.Bytes {
		r.result.Largest = Extreme{a.path, took, a.bytes}
	}
	if a.failure != "" {
		r.result.Failed[a.failure]++
	}
}

func (r *running) failed(why string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.result.Failed[why]++
}

// sleep waits, unless ctx ends before.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

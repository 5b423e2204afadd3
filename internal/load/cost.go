package load

import (
	"context"
	"syscall"
	"time"
)

// Cost is what one reader waits for pages of a kind, asked for one after the other, and what they cost.
type Cost struct {
	Name   string
	First  time.Duration // the first page, of a server that has shown none of the kind
	Median time.Duration // of the others
	CPU    time.Duration // of the process, a page: of the server and of asking
	Bytes  int64         // of the longest, over the wire
	Failed int
	Bar    time.Duration // First should not be longer; 0 asks for nothing
}

// Misses says in words where the cost is over its bar; nil if nowhere.
func (c Cost) Misses() (out []string) {
	if c.Bar > 0 && c.First > c.Bar {
		out = append(out, "first over "+c.Bar.String())
	}
	if c.Failed > 0 {
		out = append(out, "failed")
	}
	return out
}

// Cost asks for pages of a kind one after the other, at least two. It is an error only if ctx ends.
func (c *Caller) Cost(ctx context.Context, of Opening, asks []Ask) (Cost, error) {
	out := Cost{Name: of.Name, Bar: of.First}
	r := Result{}
	var begun time.Duration
	for i, a := range asks {
		start := time.Now()
		got := c.answer(ctx, a)
		took := time.Since(start)
		if out.Bytes = max(out.Bytes, got.bytes); got.failure != "" {
			out.Failed++
		}
		if i == 0 {
			out.First, begun = took, spent()
			continue
		}
		r.latencies = append(r.latencies, took)
	}
	r.sort()
	out.Median, out.CPU = r.Percentile(50), (spent()-begun)/time.Duration(len(asks)-1)
	return out, ctx.Err()
}

// spent is the processor time that this process has had so far.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

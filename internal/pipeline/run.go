package pipeline

import (
	"context"
	"fmt"
	"iter"
	"runtime"

	"dateline"
	"dateline/internal/ingest"
)

// Coded is one item of input, coded: a Reading, or the error that kept it from being read.
type Coded struct {
	Reading dateline.Reading
	Err     *ingest.Error
}

// Run codes items on all cores and yields them in the order of input. It holds a few reports a core
// at a time. It stops early when ctx ends or the caller stops.
func Run(ctx context.Context, items iter.Seq[ingest.Item]) iter.Seq[Coded] {
	return func(yield func(Coded) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		for done := range start(ctx, items) {
			if c, ok := <-done; !ok || !yield(c) {
				return
			}
		}
	}
}

// start feeds items to workers; each item's place in the queue is a channel that will hold it.
func start(ctx context.Context, items iter.Seq[ingest.Item]) <-chan chan Coded {
	queue := make(chan chan Coded, 2*runtime.GOMAXPROCS(0))
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	go func() {
		defer close(queue)
		for it := range items {
			done := make(chan Coded, 1)
			select {
			case <-ctx.Done():
				return
			case slots <- struct{}{}:
			}
			select {
			case <-ctx.Done():
				return
			case queue <- done:
			}
			go func() {
				done <- codeItem(it)
				<-slots
			}()
		}
	}()
	return queue
}

func codeItem(it ingest.Item) Coded {
	if it.Err != nil {
		return Coded{Err: it.Err}
	}
	return guarded(it.Report, Code)
}

// guarded turns what code makes of a report into a Coded; a panic in it is an Error with the code
// [ingest.Crash], so that a fault of ours costs one report.
func guarded(r dateline.Report, code func(dateline.Report) dateline.Reading) (c Coded) {
	defer func() {
		if p := recover(); p != nil {
			c = Coded{Err: &ingest.Error{File: r.File, Line: r.Line, Code: ingest.Crash, Err: fmt.Errorf("coder failed: %v", p)}}
		}
	}()
	return Coded{Reading: code(r)}
}

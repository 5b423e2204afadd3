package pipeline

import (
	"context"
	"fmt"
	"iter"

	"dateline"
	"dateline/internal/ledger"
)

// batch is how many readings go into one transaction: few enough that a kill costs little work,
// enough that the disk is not asked to sync for each.
const batch = 32

// Tally counts what became of the input.
type Tally struct {
	Added    int // reports kept
	Seen     int // reports that were kept before
	Failed   int // input that could not be read
	Stated   int // statements in the reports added
	Doubted  int // doubts in the reports added
	Incident int // incidents in the ledger after linking
}

// Keep puts coded readings into the ledger, whole reports or none, and brings the incidents up to date.
// step is called after each item with what it was; it may be nil. Input that failed is counted and
// costs nothing else.
func Keep(ctx context.Context, l *ledger.Ledger, v *ledger.View, in iter.Seq[Coded], step func(Coded, bool)) (Tally, error) {
	var t Tally
	var waiting []Coded
	flush := func() error {
		err := t.keep(ctx, l, waiting, step)
		waiting = waiting[:0]
		return err
	}
	for c := range in {
		if waiting = append(waiting, c); len(waiting) == batch {
			if err := flush(); err != nil {
				return t, err
			}
		}
	}
	if err := flush(); err != nil {
		return t, err
	}
	if err := ctx.Err(); err != nil {
		return t, err
	}
	n, err := Relink(ctx, l, v)
	t.Incident = n
	return t, err
}

// keep writes one batch.
func (t *Tally) keep(ctx context.Context, l *ledger.Ledger, cs []Coded, step func(Coded, bool)) error {
	var rs []dateline.Reading
	for _, c := range cs {
		if c.Err == nil {
			rs = append(rs, c.Reading)
		}
	}
	added, err := l.KeepAll(ctx, rs, Version)
	if err != nil {
		return fmt.Errorf("keep readings: %w", err)
	}
	k := 0
	for _, c := range cs {
		isNew := false
		if c.Err != nil {
			t.Failed++
		} else {
			isNew = added[k]
			t.count(c.Reading, isNew)
			k++
		}
		if step != nil {
			step(c, isNew)
		}
	}
	return nil
}

func (t *Tally) count(r dateline.Reading, added bool) {
	if !added {
		t.Seen++
		return
	}
	t.Added++
	t.Stated += len(r.Statements)
	t.Doubted += len(r.Doubts)
}

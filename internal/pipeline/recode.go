package pipeline

import (
	"context"
	"fmt"
	"iter"
	"strconv"

	"dateline"
	"dateline/internal/ingest"
	"dateline/internal/ledger"
)

// Recoding counts what became of kept reports that were read again.
type Recoding struct {
	Read     int // reports read again
	Changed  int // of these, how many say something else now
	Failed   int // reports that the coder failed on; they stand as they did
	Newer    int // reports that a newer version of the coder read; they were left
	Incident int // incidents in the ledger after linking
}

// Recode reads the kept reports anew that another version of the coder read last, or with all every one, and links
// all incidents anew. What is kept of a batch is kept whatever happens then: a run that was stopped goes on where it
// stopped, unless it reads all. step is called for each report when it is on the disk, with how many there are; it
// may be nil.
func Recode(ctx context.Context, l *ledger.Ledger, v *ledger.View, all bool, step func(c Coded, changed bool, of int)) (Recoding, error) {
	var t Recoding
	version := Version
	if all {
		version = ""
	}
	codings, err := v.Codings(ctx, version)
	if err != nil {
		return t, fmt.Errorf("list what was read: %w", err)
	}
	var ids []string
	for _, c := range codings {
		if newer(c.Coder) {
			t.Newer++
		} else {
			ids = append(ids, c.Report)
		}
	}
	if err := t.read(ctx, l, v, ids, step); err != nil {
		return t, err
	}
	t.Incident, err = Relink(ctx, l, v)
	return t, err
}

// newer reports whether a version is a later one than this program's.
func newer(version string) bool {
	theirs, err1 := strconv.Atoi(version)
	ours, err2 := strconv.Atoi(Version)
	return err1 == nil && err2 == nil && theirs > ours
}

// read codes reports and keeps them, a batch at a time.
func (t *Recoding) read(ctx context.Context, l *ledger.Ledger, v *ledger.View, ids []string, step func(Coded, bool, int)) error {
	var failed error
	var waiting []Coded
	flush := func() error {
		err := t.keep(ctx, l, waiting, len(ids), step)
		waiting = waiting[:0]
		return err
	}
	for c := range Run(ctx, kept(ctx, v, ids, &failed)) {
		if waiting = append(waiting, c); len(waiting) == batch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	if failed != nil {
		return failed
	}
	return ctx.Err()
}

// kept yields kept reports as they came in; the first error ends it.
func kept(ctx context.Context, v *ledger.View, ids []string, failed *error) iter.Seq[ingest.Item] {
	return func(yield func(ingest.Item) bool) {
		for _, id := range ids {
			r, err := v.Report(ctx, id)
			if err != nil {
				*failed = fmt.Errorf("read report %s: %w", id, err)
				return
			}
			if !yield(ingest.Item{Report: r.Report}) {
				return
			}
		}
	}
}

// keep writes one batch.
func (t *Recoding) keep(ctx context.Context, l *ledger.Ledger, cs []Coded, of int, step func(Coded, bool, int)) error {
	var rs []dateline.Reading
	for _, c := range cs {
		if c.Err == nil {
			rs = append(rs, c.Reading)
		}
	}
	changed, err := l.Recode(ctx, rs, Version)
	if err != nil {
		return fmt.Errorf("keep readings: %w", err)
	}
	for _, c := range cs {
		is := false
		if c.Err != nil {
			t.Failed++
		} else {
			is, changed = changed[0], changed[1:]
			t.Read++
		}
		if is {
			t.Changed++
		}
		if step != nil {
			step(c, is, of)
		}
	}
	return nil
}

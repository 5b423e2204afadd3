package pipeline

import (
	"context"
	"time"

	"dateline/internal/ledger"
	"dateline/internal/link"
)

// link brings incidents up to date after rulings, until the context ends.
func (d *Desk) link(ctx context.Context) {
	if d.left(ctx) {
		d.kept.Add(1)
		d.wake()
	}
	for {
		select {
		case <-d.ruled:
		case <-ctx.Done():
			return
		}
		d.settle(ctx)
		for ctx.Err() == nil && !d.linkAll(ctx) {
			pause(ctx, retrying)
		}
	}
}

// left reports whether an earlier Desk left a few reports to link. A ledger that is to be linked from scratch is left
// to 'read' until somebody rules: that takes long.
func (d *Desk) left(ctx context.Context) bool {
	state, err := d.view.Unlinked(ctx)
	return err == nil && state.Whole && state.Version == link.Version() && len(state.Reports) > 0 && len(state.Reports) <= few
}

// settle returns when nobody has ruled for a moment, or people have gone on for long enough.
func (d *Desk) settle(ctx context.Context) {
	enough := time.NewTimer(longest)
	defer enough.Stop()
	for {
		select {
		case <-d.ruled:
		case <-time.After(lull):
			return
		case <-enough.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

// linkAll links what is to be linked. It reports whether that is done, or there is no use in trying again before the
// next ruling.
func (d *Desk) linkAll(ctx context.Context) bool {
	l, err := ledger.Open(d.path, ledger.Options{})
	if ledger.CodeOf(err) == ledger.Busy {
		return false
	}
	if err == nil {
		err = d.linkSome(ctx, l)
		l.Close()
	}
	if err != nil && ctx.Err() == nil {
		d.opts.Log.Error("rulings are kept, but incidents do not have them yet", "error", err)
	}
	return true
}

// linkSome links a few reports at a time until none is left.
func (d *Desk) linkSome(ctx context.Context, l *ledger.Ledger) error {
	for {
		kept := d.kept.Load() // before looking at what is to be linked
		n, err := relinkSome(ctx, l, d.view, linkedAt)
		if err != nil {
			return err
		}
		if n == 0 {
			d.linked.Store(kept)
			return nil
		}
	}
}

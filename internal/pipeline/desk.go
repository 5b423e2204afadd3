package pipeline

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"dateline"
	"dateline/internal/ledger"
)

// Desk is where people's rulings come in while a ledger is served. A ruling is on the disk when Decide returns; those
// that wait at the same time go into one transaction. The incidents that it touches are linked anew afterwards, in the
// background, a few reports at a time, when nobody has ruled for a moment: until then Working says so. No right to write
// is held in between, so 'dateline read' can run at any time, and rulings are kept while it does; linking waits for it.
type Desk struct {
	path    string
	view    *ledger.View
	opts    DeskOptions
	waiting chan errand
	ruled   chan struct{} // has one when something is to be linked
	kept    atomic.Int64  // transactions with rulings
	linked  atomic.Int64  // how many of them the incidents have
	end     context.CancelFunc
	ended   sync.WaitGroup
}

// DeskOptions say how a Desk works. The zero value is what programs use.
type DeskOptions struct {
	Now func() time.Time // nil is time.Now
	Log *slog.Logger     // told of what could not be linked; nil is slog.Default
}

// errand is a ruling on its way to the disk.
type errand struct {
	proposal ledger.Proposal
	done     chan<- outcome // has room for one
}

type outcome struct {
	kept ledger.Kept
	err  error
}

const (
	atOnce   = 64                     // rulings in one transaction
	lull     = 400 * time.Millisecond // without a ruling, before linking begins
	longest  = time.Minute            // that linking is put off because people go on ruling: to keep a large incident holds rulings up
	linkedAt = 16                     // reports at once, so that rulings do not wait long for their turn
	filing   = time.Second            // between two times that the log is written into the ledger
	retrying = time.Second            // after another process had the right to write
)

// NewDesk opens a Desk for the ledger at path, which v reads. It begins by linking what an earlier one left.
func NewDesk(path string, v *ledger.View, opts DeskOptions) *Desk {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Log == nil {
		opts.Log = slog.Default()
	}
	ctx, end := context.WithCancel(context.Background())
	d := &Desk{path: path, view: v, opts: opts, waiting: make(chan errand), ruled: make(chan struct{}, 1), end: end}
	d.ended.Go(func() { d.keep(ctx) })
	d.ended.Go(func() { d.link(ctx) })
	d.ended.Go(func() { d.file(ctx) })
	return d
}

// Close lets what has begun end, and stops. What is not linked yet is linked by the next Desk, 'read' or 'decide'.
func (d *Desk) Close() error {
	d.end()
	d.ended.Wait()
	return nil
}

// Working reports whether incidents do not have all rulings yet.
func (d *Desk) Working() bool { return d.kept.Load() != d.linked.Load() }

// Decide keeps a ruling and says what became of it; a correction of words is read first, so Means need not be
// given. The error is a ledger.Conflict if others ruled on the same since what the author saw, a BadValue, that of the
// ledger, or that of ctx: then it may be kept nevertheless, and asking again says so.
func (d *Desk) Decide(ctx context.Context, p ledger.Proposal) (ledger.Kept, error) {
	if err := d.read(ctx, &p.Decision); err != nil {
		return ledger.Kept{}, err
	}
	done := make(chan outcome, 1)
	select {
	case d.waiting <- errand{p, done}:
	case <-ctx.Done():
		return ledger.Kept{}, context.Cause(ctx)
	}
	select {
	case o := <-done:
		return o.kept, errors.Join(o.err, o.kept.Err)
	case <-ctx.Done():
		return ledger.Kept{}, context.Cause(ctx)
	}
}

// read finds what a corrected value means.
func (d *Desk) read(ctx context.Context, r *dateline.Decision) error {
	if r.Ruling != dateline.Correct || len(r.On) != 1 {
		return nil
	}
	if r.Part == dateline.Whole {
		kind, err := CorrectedKind(r.Value)
		r.Value = string(kind)
		return err
	}
	e, err := d.view.Statement(ctx, r.On[0])
	if err != nil {
		return err
	}
	if r.Part >= len(e.Statement.Parts) || -2-r.Part >= len(e.Statement.Speaker) {
		return &ledger.Error{Code: ledger.Malformed, Msg: fmt.Sprintf("statement %s has no part %d", r.On[0], r.Part)}
	}
	r.Means, err = Corrected(e.Report, &e.Statement, e.Resolutions, r.Part, r.Value)
	return err
}

// keep keeps what waits, until the context ends.
func (d *Desk) keep(ctx context.Context) {
	var pen *ledger.Pen
	defer func() {
		if pen != nil {
			pen.Close()
		}
	}()
	for {
		var batch []errand
		select {
		case e := <-d.waiting:
			batch = append(batch, e)
		case <-ctx.Done():
			return
		}
		batch = append(batch, d.others()...)
		var err error
		if pen == nil {
			pen, err = ledger.OpenPen(d.path)
		}
		d.write(pen, batch, err)
	}
}

// file brings what was kept from the ledger's log into the ledger, aside from those who rule.
func (d *Desk) file(ctx context.Context) {
	var filed int64
	for pause(ctx, filing); ctx.Err() == nil; pause(ctx, filing) {
		kept := d.kept.Load()
		if kept == filed {
			continue
		}
		filed = kept
		if err := ledger.Settle(ctx, d.path); err != nil && ctx.Err() == nil {
			d.opts.Log.Warn("the log beside the ledger grows: it could not be written into it", "error", err)
		}
	}
}

// others takes what else waits already.
func (d *Desk) others() (out []errand) {
	for len(out) < atOnce-1 {
		select {
		case e := <-d.waiting:
			out = append(out, e)
		default:
			return out
		}
	}
	return out
}

// write keeps a batch, unless there is an error already, and tells everybody what became of theirs.
func (d *Desk) write(pen *ledger.Pen, batch []errand, err error) {
	ps := make([]ledger.Proposal, len(batch))
	for i, e := range batch {
		ps[i] = e.proposal
	}
	kept := make([]ledger.Kept, len(batch))
	if err == nil {
		var all []ledger.Kept
		if all, err = pen.Propose(context.Background(), d.opts.Now().UTC(), ps); err == nil {
			kept = all
			d.rule(kept)
		}
	}
	for i, e := range batch {
		e.done <- outcome{kept[i], err}
	}
}

// rule wakes the linking if anything new was kept.
func (d *Desk) rule(kept []ledger.Kept) {
	for _, k := range kept {
		if k.Err == nil && !k.Again {
			d.kept.Add(1)
			d.wake()
			return
		}
	}
}

func (d *Desk) wake() {
	select {
	case d.ruled <- struct{}{}:
	default:
	}
}

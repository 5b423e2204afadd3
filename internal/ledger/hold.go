package ledger

import (
	"context"
	"database/sql"
	"sync"
)

// holdKey is where a context has the moment of a View that it holds.
type holdKey struct{ of *View }

// hold is a moment that several calls share, from the first of them on. They take turns.
type hold struct {
	view *View
	mu   sync.Mutex
	tx   *sql.Tx // nil before the first call
	over bool
}

// Hold returns a context with which all calls to v see one moment of the ledger, that of the first of them, until done is
// called; with a context that is done earlier, a call fails, and not those after it. After done each call sees a
// moment of its own again. Calls of several goroutines take turns, and none may be made from within another.
func (v *View) Hold(ctx context.Context) (held context.Context, done func()) {
	h := &hold{view: v}
	return context.WithValue(ctx, holdKey{v}, h), h.done
}

func (h *hold) at(ctx context.Context, do func(*moment) error) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.over {
		return h.view.alone(ctx, do)
	}
	if h.tx == nil {
		tx, err := h.view.db.BeginTx(context.WithoutCancel(ctx), nil)
		if err != nil {
			return fault(h.view.path, err)
		}
		h.tx = tx
	}
	err := do(&moment{tx: h.tx, found: refuse, view: h.view})
	if err != nil && ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return fault(h.view.path, err)
}

func (h *hold) done() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.over = true; h.tx != nil {
		h.tx.Rollback() // nothing was written
	}
}

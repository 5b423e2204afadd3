package web

import (
	"context"
	"sync/atomic"
)

// outdatedKey is where a context notes that what was made with it is of the ledger as it was a moment ago.
type outdatedKey struct{}

// watchOutdated returns a context that notes it.
func watchOutdated(ctx context.Context) (context.Context, *atomic.Bool) {
	var b atomic.Bool
	return context.WithValue(ctx, outdatedKey{}, &b), &b
}

// noteOutdated notes it, so that nobody keeps the answer as one of the ledger as it stands.
func noteOutdated(ctx context.Context) {
	if b, ok := ctx.Value(outdatedKey{}).(*atomic.Bool); ok {
		b.Store(true)
	}
}

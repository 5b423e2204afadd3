package ledger

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// ready keeps queries as SQLite has planned them, for to plan one often takes longer than to answer it. Its zero value
// is empty and ready; it may be used at the same time.
type ready struct {
	mu      sync.Mutex
	queries map[string]*sql.Stmt
}

// mostReady is how many queries are kept. The code has fewer, but for filters in every combination: what is one too
// many is planned each time.
const mostReady = 256

// get returns a query as it was planned; nil if it is not kept.
func (r *ready) get(query string) *sql.Stmt {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.queries[query]
}

// of returns a query as it was planned, or plans it; nil if as many are kept as may be.
func (r *ready) of(ctx context.Context, db *sql.DB, query string) (*sql.Stmt, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s := r.queries[query]; s != nil || len(r.queries) >= mostReady {
		return s, nil
	}
	s, err := db.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	if r.queries == nil {
		r.queries = map[string]*sql.Stmt{}
	}
	r.queries[query] = s
	return s, nil
}

func (r *ready) close() (err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range r.queries {
		err = errors.Join(err, s.Close())
	}
	r.queries = nil
	return err
}

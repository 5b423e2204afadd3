package ledger

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"sync"
)

// asker is a transaction, as far as queries go.
type asker interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
	StmtContext(ctx context.Context, stmt *sql.Stmt) *sql.Stmt
}

// plans keeps queries of a database with one connection as SQLite has planned them: for short ones that takes longer than
// to answer them. What was asked without a plan is planned before the next transaction, as the connection is not free
// within one. The zero plans is empty and ready; it may be used at the same time.
type plans struct {
	ready  ready
	mu     sync.Mutex
	wanted []string
}

// find returns a query as it was planned; nil if it is not yet.
func (p *plans) find(query string) *sql.Stmt {
	s := p.ready.get(query)
	if s == nil && !strings.Contains(query, ";") {
		p.mu.Lock()
		defer p.mu.Unlock()
		if !slices.Contains(p.wanted, query) {
			p.wanted = append(p.wanted, query)
		}
	}
	return s
}

// make plans what was asked without a plan.
func (p *plans) make(ctx context.Context, db *sql.DB) error {
	p.mu.Lock()
	wanted := p.wanted
	p.wanted = nil
	p.mu.Unlock()
	for _, query := range wanted {
		if _, err := p.ready.of(ctx, db, query); err != nil {
			return err
		}
	}
	return nil
}

func (p *plans) close() error { return p.ready.close() }

// planned is a transaction that asks as planned.
type planned struct {
	*sql.Tx
	plans *plans
}

func (t planned) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if s := t.plans.find(query); s != nil {
		return t.StmtContext(ctx, s).ExecContext(ctx, args...)
	}
	return t.Tx.ExecContext(ctx, query, args...)
}

func (t planned) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if s := t.plans.find(query); s != nil {
		return t.StmtContext(ctx, s).QueryContext(ctx, args...)
	}
	return t.Tx.QueryContext(ctx, query, args...)
}

func (t planned) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if s := t.plans.find(query); s != nil {
		return t.StmtContext(ctx, s).QueryRowContext(ctx, args...)
	}
	return t.Tx.QueryRowContext(ctx, query, args...)
}

package ledger

import (
	"context"
	"database/sql"
)

// Mark keeps a bookmark: how far a stage that computes from the ledger has come, and with which
// version. It replaces the one with the same key.
func (l *Ledger) Mark(ctx context.Context, key, value string) error {
	return l.write(ctx, func(tx *sql.Tx) error { return mark(ctx, tx, key, value) })
}

func mark(ctx context.Context, tx *sql.Tx, key, value string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO marks (key, value) VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`, key, value)
	return err
}

// Mark returns the bookmark with that key, and "" if there is none.
func (v *View) Mark(ctx context.Context, key string) (value string, err error) {
	err = v.at(ctx, func(m *moment) error {
		return m.tx.QueryRowContext(ctx, `SELECT coalesce((SELECT value FROM marks WHERE key = ?), '')`, key).Scan(&value)
	})
	return value, err
}

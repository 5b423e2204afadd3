package ledger

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// View reads a ledger, and cannot write it. Its methods may be called at the same time, and while
// a Ledger writes the same file; each call sees one moment of the ledger. Every Statement that a
// View returns stands in its Report: if the words there are not those that were kept, the call is
// an Error with the code Tampered that names the Statement.
type View struct {
	path    string
	db      *sql.DB
	ready   ready
	lexicon lexicon
}

// OpenView opens the ledger at path for reading. It is an Error, with its code, if there is none,
// or if it is of another version than this program's.
func OpenView(path string) (*View, error) {
	v, err := openView(context.Background(), path)
	if err != nil {
		return nil, fault(path, err)
	}
	return v, nil
}

func openView(ctx context.Context, path string) (*View, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &Error{Code: NotFound, Msg: "there is no ledger"}
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &Error{Code: NotALedger, Msg: "not a ledger, but " + kindOf(info)}
	}
	v, err := tryView(ctx, path, false)
	if CodeOf(fault(path, err)) == ReadOnly && settled(path) {
		return tryView(ctx, path, true)
	}
	return v, err
}

// settled reports whether the file at path holds everything that was written, so that it can be
// read in a directory where not even a reader's lock may be written.
func settled(path string) bool {
	info, err := os.Stat(path + "-wal")
	return errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0
}

func tryView(ctx context.Context, path string, frozen bool) (*View, error) {
	db, err := reading(path, frozen)
	if err != nil {
		return nil, err
	}
	if err := present(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &View{path: path, db: db}, nil
}

// present returns an Error unless db is of the version that this program writes.
func present(ctx context.Context, db *sql.DB) error {
	target, err := latest(migrations())
	if err != nil {
		return err
	}
	v, err := version(ctx, db)
	switch {
	case err != nil:
		return err
	case v == 0:
		return &Error{Code: NotALedger, Msg: "not a ledger, but an empty file"}
	case v < target:
		return &Error{Code: OlderVersion, Msg: fmt.Sprintf(
			"written by an older Dateline: schema version %d, this program reads %d; a 'read' migrates it", v, target)}
	}
	return supported(v, target)
}

// Close ends the reading. The View may not be used afterwards.
func (v *View) Close() error { return fault(v.path, errors.Join(v.ready.close(), v.db.Close())) }

// at does something with one moment of the ledger: the one that ctx holds, if it holds one.
func (v *View) at(ctx context.Context, do func(*moment) error) error {
	if h, ok := ctx.Value(holdKey{v}).(*hold); ok {
		return h.at(ctx, do)
	}
	return v.alone(ctx, do)
}

// alone does something with a moment of its own.
func (v *View) alone(ctx context.Context, do func(*moment) error) error {
	err := transact(ctx, v.db, func(tx *sql.Tx) error { return do(&moment{tx: tx, found: refuse, view: v}) })
	return fault(v.path, err)
}

// moment is the ledger as it stands in one read transaction. found is told of whatever does not
// stand, and its error ends the load.
type moment struct {
	tx      asker
	view    *View // whose moment it is, with its planned queries; nil while a Ledger writes
	found   func(Finding) error
	first   bool      // Statements are as they were first kept, and not as a later reading has them
	changed []Finding // texts that are not those that were kept; told after the words in them
}

func refuse(f Finding) error { return &Error{Code: f.Code, Msg: f.Where + ": " + f.Msg} }

// scan is how a row gives its columns.
type scan func(dest ...any) error

// rows calls row for each row of a query, in the query's order, until it returns an error.
func (m *moment) rows(ctx context.Context, row func(scan) error, query string, args ...any) error {
	rows, err := m.query(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// query asks, by a planned query if there is one.
func (m *moment) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if m.view != nil {
		s, err := m.view.ready.of(ctx, m.view.db, query)
		if err != nil {
			return nil, err
		}
		if s != nil {
			return m.tx.StmtContext(ctx, s).QueryContext(ctx, args...)
		}
	}
	return m.tx.QueryContext(ctx, query, args...)
}

// collect returns what row makes of each row of a query, in the query's order; nil if there are none.
func collect[T any](ctx context.Context, m *moment, row func(scan) (T, error), query string, args ...any) (out []T, err error) {
	err = m.rows(ctx, func(s scan) error {
		t, err := row(s)
		out = append(out, t)
		return err
	}, query, args...)
	return out, err
}

// one is the row of a query with a single column.
func one[T any](s scan) (t T, err error) {
	err = s(&t)
	return t, err
}

// list gives values to SQL's json_each, so that one query fetches many rows.
func list[T any](values []T) string {
	if len(values) == 0 {
		return "[]"
	}
	b, err := json.Marshal(values)
	if err != nil {
		panic(err) // numbers and identifiers only
	}
	return string(b)
}

// words returns strings as a column holds them: a JSON list, and "" for none.
func words(list []string) string {
	if len(list) == 0 {
		return ""
	}
	b, err := json.Marshal(list)
	if err != nil {
		panic(err) // strings always have a form in JSON
	}
	return string(b)
}

// unwords is the inverse of words.
func unwords(s string) (out []string, err error) {
	if s != "" {
		err = json.Unmarshal([]byte(s), &out)
	}
	return out, err
}

package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
)

// applicationID marks a file as a ledger: 'DTLN', as migration 1 writes it.
const applicationID = 0x44544c4e

// settings are given to every connection, whoever opens it: a commit reaches the disk before it is
// acknowledged (synchronous), references hold, and a file from a stranger runs no code of its own.
var settings = url.Values{
	"_synchronous":  {"FULL"},
	"_foreign_keys": {"1"},
	"_defensive":    {"1"},
	"_dqs":          {"0"},
	"_error_rc":     {"1"},
	"_pragma":       {"trusted_schema(0)", "cell_size_check(1)", "mmap_size(0)", "recursive_triggers(1)"},
}

// wait is how long a connection waits for another's lock.
const wait = 5 * time.Second

// writing opens the one connection that writes; the file need not exist.
func writing(path string) (*sql.DB, error) {
	db, err := connect(path, wait, url.Values{"_journal_mode": {"WAL"}, "_txlock": {"immediate"}})
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

// reading opens connections that cannot write. A frozen file is one that nobody can write, so that
// no locks are needed.
func reading(path string, frozen bool) (*sql.DB, error) {
	more := url.Values{"mode": {"ro"}, "_query_only": {"1"}}
	if frozen {
		more.Set("immutable", "1")
	}
	db, err := connect(path, wait, more)
	if err == nil {
		db.SetMaxIdleConns(idle)
	}
	return db, err
}

// idle is how many connections that read are kept while nobody uses them: to open one, and to plan its queries, takes
// longer than most pages. It is more than the pages that are made at a time.
const idle = 48

// connect returns a pool for the file at path; no connection is made yet.
func connect(path string, wait time.Duration, more url.Values) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", path, err)
	}
	more.Set("_busy_timeout", fmt.Sprint(wait.Milliseconds()))
	slashed := "/" + strings.TrimPrefix(filepath.ToSlash(abs), "/") // 'C:/...' gets one
	name := url.URL{Scheme: "file", Path: slashed, RawQuery: settings.Encode() + "&" + more.Encode()}
	c, err := sqlite.NewConnector(name.String())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return sql.OpenDB(c), nil
}

// lock takes the sole right to write the ledger at path, until the process ends or release is
// called; an Error with the code Busy if another has it and keeps it for all of wait. It is an exclusive transaction on an empty
// SQLite file beside the ledger, so it works wherever SQLite does and does not outlive its process.
func lock(ctx context.Context, path string, wait time.Duration) (release func() error, err error) {
	db, err := connect(path+".lock", wait, url.Values{"_txlock": {"exclusive"}})
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	tx, err := db.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return func() error { return errors.Join(tx.Rollback(), db.Close()) }, nil
}

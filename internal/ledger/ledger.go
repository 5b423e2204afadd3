// Package ledger knows SQL: it is where everything that was read is kept. A Ledger writes, a View
// reads; neither knows how a Reading comes about or how Incidents are found.
//
// # What is kept
//
// One SQLite file. Reports, Statements and their Parts and Speakers, Doubts and Decisions are only
// ever added: no code here updates or deletes them, and triggers in the file refuse it to everyone
// else. Resolutions and Incidents are recomputable: SetResolutions and SetIncidents replace what
// differs and leave alone what does not. schema.sql shows the tables; migrations make them.
//
// Beside every offset the file holds the words that stood there, and beside every text its
// SHA-256. They are never shown, only compared: at each load the words must be those that the text
// has at the offsets, or the load is an [Error] with the code Tampered. [Check] does so for the
// whole file.
//
// # Promises
//
// What Keep has acknowledged is on the disk (WAL, synchronous=FULL on every connection), and a
// Report is there with all that was read of it, or not at all, however the process ends. One
// process reads reports in and links at a time; a second is refused with the code Busy. A Pen
// writes rulings meanwhile, in turns with it, and Views read on, each
// call at one moment of the ledger. What a View returns is in an order that the doc comment states
// and that does not depend on the order of arrival. A program never touches a ledger of a newer
// version, and copies one of an older version before it migrates it.
package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"
)

// Options say how a Ledger is opened. The zero value is what programs use.
type Options struct {
	// Migrations are the numbered files that bring a ledger to the present schema; nil means those
	// that the program carries.
	Migrations fs.FS
	// Wait is how long to wait for another process that writes the ledger; 0 is not at all.
	Wait time.Duration
}

// Ledger writes. It is the only one that does, in this process and every other. Its methods may be
// called at the same time; they take turns.
type Ledger struct {
	path    string
	db      *sql.DB
	release func() error
	failed  atomic.Pointer[Error] // after StorageFailed nothing more is written
}

// Open opens the ledger at path for writing, creates it if it is absent and brings it to the
// present version. It is an Error, with its code, if the file is not a ledger, is of a newer
// version, may not be written, or is being written by another process.
func Open(path string, opts Options) (*Ledger, error) {
	l, err := open(context.Background(), path, opts)
	if err != nil {
		return nil, fault(path, err)
	}
	return l, nil
}

func open(ctx context.Context, path string, opts Options) (*Ledger, error) {
	if opts.Migrations == nil {
		opts.Migrations = migrations()
	}
	if err := mayOpen(ctx, path, opts.Migrations); err != nil {
		return nil, err
	}
	release, err := lock(ctx, path, opts.Wait)
	if err != nil {
		return nil, err
	}
	l := &Ledger{path: path, release: release}
	if l.db, err = writing(path); err == nil {
		err = l.prepare(ctx, opts.Migrations)
	}
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// mayOpen looks at path without writing anything: nil if a ledger is there that this program may
// write, or nothing is and its directory exists.
func mayOpen(ctx context.Context, path string, files fs.FS) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return directory(filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission):
		return &Error{Code: ReadOnly, Msg: "the ledger may not be opened", Err: err}
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return &Error{Code: NotALedger, Msg: "not a ledger, but " + kindOf(info)}
	}
	target, err := latest(files)
	if err != nil {
		return err
	}
	db, err := reading(path, false)
	if err != nil {
		return err
	}
	defer db.Close()
	v, err := version(ctx, db)
	if err != nil {
		return err
	}
	return supported(v, target)
}

func directory(dir string) error {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return &Error{Code: NotFound, Msg: "there is no directory " + dir}
	}
	return nil
}

func kindOf(info fs.FileInfo) string {
	if info.IsDir() {
		return "a directory"
	}
	return "a special file"
}

// prepare migrates, and sees that commits will reach the disk and that the file may be written.
func (l *Ledger) prepare(ctx context.Context, files fs.FS) error {
	var synchronous int
	if err := l.db.QueryRowContext(ctx, `PRAGMA synchronous`).Scan(&synchronous); err != nil {
		return err
	}
	if synchronous != 2 {
		return fmt.Errorf("synchronous is %d: commits would not reach the disk", synchronous)
	}
	if err := migrate(ctx, l.db, l.path, files); err != nil {
		return err
	}
	if err := l.fillLines(ctx); err != nil {
		return err
	}
	return l.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM marks WHERE false`) // refused if the file is read-only
		return err
	})
}

// Close ends the writing. The Ledger may not be used afterwards.
func (l *Ledger) Close() error {
	var err error
	if l.db != nil {
		err = l.db.Close()
	}
	return fault(l.path, errors.Join(err, l.release()))
}

// write does something in one transaction: all of it is kept when write returns nil, nothing of it
// otherwise.
func (l *Ledger) write(ctx context.Context, do func(*sql.Tx) error) error {
	if e := l.failed.Load(); e != nil {
		return e
	}
	err := fault(l.path, transact(ctx, l.db, do))
	if e, ok := errors.AsType[*Error](err); ok && e.Code == StorageFailed {
		l.failed.Store(e)
	}
	return err
}

func transact(ctx context.Context, db *sql.DB, do func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err = do(tx); err == nil {
		err = tx.Commit()
	}
	if err != nil && ctx.Err() != nil {
		return context.Cause(ctx) // and not that the transaction ended with it
	}
	return err
}

package ledger

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// The codes of an Error.
const (
	NotALedger    = "not_a_ledger"   // the file is no SQLite file, or another program's
	NewerVersion  = "newer_version"  // written by a newer Dateline
	OlderVersion  = "older_version"  // written by an older Dateline, and opened for reading only
	ReadOnly      = "read_only"      // the file or its directory may not be written
	DiskFull      = "disk_full"      // no room left
	StorageFailed = "storage_failed" // the disk refused; the Ledger writes no more until it is opened again
	Busy          = "ledger_busy"    // another process writes it
	Tampered      = "tampered"       // what is kept is not what was kept
	Malformed     = "malformed"      // what is to be kept contradicts itself
	NotFound      = "not_found"
)

// Error is what went wrong with the ledger at Path. Msg is for people; Err is the cause, or nil.
type Error struct {
	Code, Path, Msg string
	Err             error
}

// Error returns the path, what went wrong and why.
func (e *Error) Error() string {
	s := e.Msg
	if e.Path != "" {
		s = e.Path + ": " + s
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause, or nil.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of the Error in err's chain, and "" if there is none.
func CodeOf(err error) string {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return ""
}

// malformed returns the Error for something that may not be kept.
func malformed(format string, args ...any) error {
	return &Error{Code: Malformed, Msg: fmt.Sprintf(format, args...)}
}

// fault turns what SQLite says about the ledger at path into an Error; nil stays nil, and an error
// that says nothing about the ledger (a context that ended) stays what it is.
func fault(path string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if e, ok := errors.AsType[*Error](err); ok {
		if e.Path == "" {
			e.Path = path
		}
		return err
	}
	code, msg := meaning(err)
	if code == "" {
		return fmt.Errorf("%s: %w", path, err)
	}
	return &Error{Code: code, Path: path, Msg: msg, Err: err}
}

// meaning returns the code and the words for an error of SQLite, by its primary result code
// (sqlite.org/rescode.html), and "" for one that needs no code.
func meaning(err error) (code, msg string) {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return "", ""
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		return DiskFull, "no room left on the disk"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return ReadOnly, "the ledger may not be written"
	case sqlite3.SQLITE_CANTOPEN:
		return ReadOnly, "the ledger or its directory may not be opened"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return Busy, "ledger is being written by another process"
	case sqlite3.SQLITE_NOTADB:
		return NotALedger, "not a ledger"
	case sqlite3.SQLITE_CORRUPT:
		return Tampered, "the file is damaged"
	case sqlite3.SQLITE_IOERR:
		return StorageFailed, "the disk refused"
	}
	return "", ""
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"syscall"

	"dateline/internal/ingest"
	"dateline/internal/ledger"

	"golang.org/x/term"
)

// The exit codes, a promise to scripts.
const (
	exitOK      = 0   // all went well
	exitPartial = 1   // some input could not be read; the rest was
	exitUsage   = 2   // the command line is wrong, or names something that is not there
	exitBroken  = 3   // the ledger is damaged, is no ledger, or does not stand up to the check
	exitFull    = 28  // the disk is full
	exitBusy    = 75  // another process writes the ledger: try again
	exitStopped = 130 // stopped by a signal; what was kept is kept
)

// failure is an error that knows its exit code, and a hint for people.
type failure struct {
	exit int
	err  error
	hint string
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// errSome says that some input failed; each failure has been told already.
var errSome = &failure{exit: exitPartial, err: errors.New("some input could not be read")}

// report tells of err and returns its exit code.
func report(s streams, err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, syscall.EPIPE) {
		return exitOK // the reader of our output has gone: 'dateline code | head'
	}
	exit, hint := exitOf(err)
	if !errors.Is(err, errSome) {
		fmt.Fprintf(s.err, "dateline: %v%s\n", err, codeSuffix(err))
	}
	if hint != "" {
		fmt.Fprintf(s.err, "  %s\n", hint)
	}
	return exit
}

// codeSuffix is the stable code of an error, in brackets.
func codeSuffix(err error) string {
	if c := ledger.CodeOf(err); c != "" {
		return " (" + c + ")"
	}
	return ""
}

// exitOf gives the exit code and a hint for err.
func exitOf(err error) (int, string) {
	var f *failure
	if errors.As(err, &f) {
		return f.exit, f.hint
	}
	if errors.Is(err, context.Canceled) {
		return exitStopped, "stopped; what was kept is kept, and the same command goes on from there"
	}
	switch ledger.CodeOf(err) {
	case ledger.NotALedger, ledger.Tampered, ledger.StorageFailed:
		return exitBroken, "'dateline check' tells what stands and what does not"
	case ledger.NewerVersion:
		return exitBroken, "this ledger wants a newer dateline; it was left as it is"
	case ledger.OlderVersion:
		return exitBroken, ""
	case ledger.DiskFull:
		return exitFull, "make room and run the same command again: nothing that was kept is lost"
	case ledger.Busy:
		return exitBusy, "wait for the other 'dateline read' to end, or name another ledger with --ledger"
	case ledger.NotFound:
		return exitUsage, ""
	case ledger.ReadOnly:
		return exitBroken, "make the file and its directory writable, or name another ledger with --ledger"
	}
	if errors.Is(err, syscall.ENOSPC) {
		return exitFull, "make room and run the same command again"
	}
	var in *ingest.Error
	if errors.As(err, &in) {
		return exitPartial, ""
	}
	return exitPartial, ""
}

// complain tells of one input that could not be read, as text or as a line of JSON.
func complain(s *streams, err *ingest.Error, asJSON bool) {
	if !asJSON {
		fmt.Fprintf(s.err, "dateline: %v\n", err)
		return
	}
	b, _ := json.Marshal(map[string]any{"error": map[string]any{ // strings and a number: it cannot fail
		"code": err.Code, "message": err.Err.Error(), "file": err.File, "line": err.Line}})
	fmt.Fprintf(s.err, "%s\n", b)
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

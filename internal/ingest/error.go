package ingest

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// Code names a reason for which an input gave no report. Codes are stable: scripts may rely on
// them.
type Code string

// The codes.
const (
	NotFound      Code = "not_found"       // no such file or directory
	NoInput       Code = "no_input"        // a directory in which there is no file to read
	Unreadable    Code = "unreadable"      // no permission, an I/O error, not a regular file
	Empty         Code = "empty"           // no bytes, nothing but white space, or a page without text
	TypeUnknown   Code = "type_unknown"    // binary, or a kind of file that is not read
	Encoding      Code = "encoding"        // too much of it is not in the encoding that it should be in
	Malformed     Code = "malformed"       // not the YAML, JSON or gzip that it claims to be; a duplicate key
	Truncated     Code = "truncated"       // it ends in the middle
	BadDate       Code = "bad_date"        // published is no date, a day that does not exist, or before firstYear
	TooLarge      Code = "too_large"       // more bytes, elements or text than Limits allow
	TokenTooLarge Code = "token_too_large" // one HTML tag, or one run of text in it, above Limits
	Depth         Code = "depth"           // nested deeper than Limits allow
	Ratio         Code = "ratio"           // a small compressed file that expands without end
	Timeout       Code = "timeout"         // finding the article took longer than Limits.Time
	Crash         Code = "crash"           // a fault of the reader; worth reporting to its authors
)

// Error says why an input gave no report. Line is counted from 1, for JSON Lines; 0 otherwise.
type Error struct {
	File string
	Line int
	Code Code
	Err  error // what failed, without the name of the file; never nil
}

// Error gives 'FILE:LINE: what failed (code)', without the line where there is none. A name that
// holds control characters is quoted, so that it cannot command a terminal.
func (e *Error) Error() string {
	where := e.File
	if strings.ContainsFunc(where, unicode.IsControl) {
		where = strconv.Quote(where)
	}
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, e.Line)
	}
	return fmt.Sprintf("%s: %v (%s)", where, e.Err, e.Code)
}

// Unwrap gives what failed.
func (e *Error) Unwrap() error { return e.Err }

// failure is an error that knows its Code and does not know yet where it happened.
type failure struct {
	code Code
	err  error
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

func failf(code Code, format string, args ...any) error {
	return &failure{code, fmt.Errorf(format, args...)}
}

// errorAt puts a place to err; what carries no Code could not be read.
func errorAt(file string, line int, err error) *Error {
	var f *failure
	if errors.As(err, &f) {
		return &Error{File: file, Line: line, Code: f.code, Err: f.err}
	}
	return &Error{File: file, Line: line, Code: Unreadable, Err: err}
}

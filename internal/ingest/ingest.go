// Package ingest knows the web and files: it turns what a person points at into Reports, and knows
// nothing of what the Reports say.
//
// The order of work, each step a file: which files are meant (source.go), what kind of file it is
// (sniff.go), its bytes within limits (unit.go), its characters (decode.go), and then by kind plain
// text with front matter (text.go, frontmatter.go), JSON Lines (jsonl.go) or HTML. A page is first
// rewritten token by token into small safe HTML (page.go, clean.go), which is what keeps a hostile
// page from costing more than a kind one; then its metadata are read (meta.go, pagedate.go), the
// article is found in it (article.go) and written out as paragraphs (render.go).
//
// What it promises: one Item for each report, in the order of input, with bounded memory and no
// look at the clock; a bad input costs only its own Item and names itself and a Code; the bytes
// that were read are never executed, fetched or rendered. Reading the same bytes with the same
// Options gives the same Report on any machine.
package ingest

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"time"

	"dateline"
)

// Options say what to assume and how much to accept. The zero Options assume nothing, use the
// default Limits and read os.Stdin for '-'. Published, Publisher, URL and Language fill in what a
// file lacks; they never replace what it says.
type Options struct {
	Published dateline.Date
	Publisher string
	URL       string
	Language  string    // ISO 639-1
	Now       time.Time // becomes Report.Fetched, and nothing else depends on it
	Limits    Limits
	Stdin     io.Reader
}

// Item is what became of one input: a Report, or the Err that says why there is none. Exactly one
// of the two is set: Report.ID is "" where Err is not nil.
type Item struct {
	Report dateline.Report
	Err    *Error
}

// Read yields the reports of the files, directories (sorted, recursive, hidden names skipped) and,
// for '-', of standard input, in the order of paths. It holds one report at a time. When ctx is
// cancelled it stops after the Item in hand; the caller asks ctx.Err() whether all was read. No
// path gives no Item; a path that holds no report gives one with its Err.
func Read(ctx context.Context, paths []string, opts Options) iter.Seq[Item] {
	opts.Limits = opts.Limits.orDefault()
	if opts.Stdin == nil {
		opts.Stdin = os.Stdin
	}
	return func(yield func(Item) bool) {
		for src := range sources(paths) {
			if ctx.Err() != nil || !readSource(ctx, src, opts, yield) {
				return
			}
		}
	}
}

// readSource yields the Items of one file and reports whether to go on.
func readSource(ctx context.Context, src source, opts Options, yield func(Item) bool) bool {
	if src.err != nil {
		return yield(Item{Err: src.err})
	}
	f, err := src.open(opts.Stdin)
	if err != nil {
		return yield(Item{Err: openError(src.path, err)})
	}
	defer f.Close()
	return readStream(ctx, src.path, f, opts, yield)
}

func openError(path string, err error) *Error {
	if errors.Is(err, fs.ErrNotExist) {
		return &Error{File: path, Code: NotFound, Err: errors.New("no such file")}
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err // the path is named already
	}
	return &Error{File: path, Code: Unreadable, Err: err}
}

// readStream yields the Items of one stream of bytes and reports whether to go on.
func readStream(ctx context.Context, path string, r io.Reader, opts Options, yield func(Item) bool) bool {
	u, err := openUnit(r, opts.Limits)
	if err != nil {
		return yield(Item{Err: errorAt(path, 0, err)})
	}
	kind, err := u.kind(path)
	switch {
	case err != nil:
		return yield(Item{Err: errorAt(path, 0, err)})
	case kind == kindLines:
		return readLines(ctx, path, u, opts, yield)
	case kind == kindHTML:
		return yield(guarded(path, 0, func() (dateline.Report, error) { return readPage(path, u, opts) }))
	default:
		return yield(guarded(path, 0, func() (dateline.Report, error) { return readText(path, u, opts) }))
	}
}

// guarded turns what read returns into an Item; a panic in it is an Error with the code Crash, so
// that a fault of ours or of a library costs one report.
func guarded(path string, line int, read func() (dateline.Report, error)) (item Item) {
	defer func() {
		if p := recover(); p != nil {
			item = Item{Err: errorAt(path, line, failf(Crash, "reader failed: %v", p))}
		}
	}()
	r, err := read()
	if err != nil {
		return Item{Err: errorAt(path, line, err)}
	}
	return Item{Report: r}
}

// Count says how many files Read would open and how many bytes they hold as they lie on disk, for
// a progress bar. Standard input counts as one file of no bytes; what cannot be opened counts as
// one of none. A file of JSON Lines is one file.
func Count(paths []string) (n int, size int64) {
	for src := range sources(paths) {
		n++
		size += src.size
	}
	return n, size
}

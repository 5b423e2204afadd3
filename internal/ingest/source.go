package ingest

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// stdinPath is the path that means standard input.
const stdinPath = "-"

// source is one file to be read, or the err that says why a path leads to none.
type source struct {
	path string
	size int64
	err  *Error
}

// sources yields what paths mean: a file itself, a directory's files in the order of their paths.
func sources(paths []string) iter.Seq[source] {
	return func(yield func(source) bool) {
		for _, path := range paths {
			if !expand(path, yield) {
				return
			}
		}
	}
}

func expand(path string, yield func(source) bool) bool {
	if path == stdinPath {
		return yield(source{path: path})
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return yield(source{path: path, err: openError(path, err)})
	case info.IsDir():
		return walk(path, yield)
	default: // a pipe that is named outright is read too
		return yield(source{path: path, size: info.Size()})
	}
}

// walk yields the files below dir in lexical order; where there is none, one source with the code
// NoInput. Links to files are followed, links to directories are not.
func walk(dir string, yield func(source) bool) bool {
	found, goOn := false, true
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		src, use, step := entry(dir, path, d, err)
		if use {
			found = true
			if goOn = yield(src); !goOn {
				return filepath.SkipAll
			}
		}
		return step
	})
	if !found {
		return yield(source{path: dir, err: &Error{File: dir, Code: NoInput, Err: errors.New("directory holds no file to read")}})
	}
	return goOn
}

// entry says what one entry of a directory is worth: a source, or a step for WalkDir.
func entry(dir, path string, d fs.DirEntry, err error) (src source, use bool, step error) {
	if err != nil {
		return source{path: path, err: openError(path, err)}, true, nil
	}
	if path != dir && strings.HasPrefix(d.Name(), ".") {
		if d.IsDir() {
			return source{}, false, filepath.SkipDir
		}
		return source{}, false, nil
	}
	if d.IsDir() {
		return source{}, false, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return source{path: path, err: openError(path, err)}, true, nil
	}
	if !info.Mode().IsRegular() {
		return source{path: path, err: &Error{File: path, Code: Unreadable, Err: errors.New("not a regular file")}}, true, nil
	}
	return source{path: path, size: info.Size()}, true, nil
}

func (s source) open(stdin io.Reader) (io.ReadCloser, error) {
	if s.path == stdinPath {
		return io.NopCloser(stdin), nil
	}
	return os.Open(s.path)
}

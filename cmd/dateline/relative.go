package main

import (
	"iter"
	"path/filepath"

	"dateline/internal/ingest"
)

// relative names the files of reports by their path from dir, so that it does not matter where that
// lies. A file that has none keeps its name.
func relative(items iter.Seq[ingest.Item], dir string) iter.Seq[ingest.Item] {
	return func(yield func(ingest.Item) bool) {
		for it := range items {
			if rel, err := filepath.Rel(dir, it.Report.File); err == nil && it.Err == nil {
				it.Report.File = filepath.ToSlash(rel)
			}
			if !yield(it) {
				return
			}
		}
	}
}

package parse

import (
	"fmt"
	"io/fs"
	"iter"
	"strings"

	"dateline/data"
)

// lexiconLines yields the entries of a list under data/lexicon/language, with their line numbers.
func lexiconLines(name string) iter.Seq2[int, string] {
	return entries(data.Lexicon, "lexicon/language/"+name+".txt")
}

// entries yields what the lines of an embedded list say, remarks left out, with their line numbers. A
// list that cannot be read is a fault of the build and panics; a test reads them all.
func entries(files fs.FS, path string) iter.Seq2[int, string] {
	text, err := fs.ReadFile(files, path)
	if err != nil {
		panic(fmt.Sprintf("word list %s: %v", path, err))
	}
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.Lines(string(text)) {
			n++
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" && !yield(n, line) {
				return
			}
		}
	}
}

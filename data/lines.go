package data

import (
	"fmt"
	"io/fs"
	"iter"
	"strings"
)

// Lines yields what the lines of an embedded file say, remarks ('#' and what follows) and empty lines left
// out, with their numbers from 1. A file that cannot be read is a fault of the build and panics; tests read
// them all.
func Lines(files fs.FS, path string) iter.Seq2[int, string] {
	text, err := fs.ReadFile(files, path)
	if err != nil {
		panic(fmt.Sprintf("embedded %s: %v", path, err))
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

// Words yields the words of a list of the lexicon, each with the '[section]' that it stands in, in their
// order; before the first section that is "". It panics as Lines does. file is a path below data/lexicon.
func Words(file string) iter.Seq2[string, string] {
	lines := Lines(Lexicon, "lexicon/"+file)
	return func(yield func(section, word string) bool) {
		section := ""
		for _, line := range lines {
			if name, ok := strings.CutPrefix(line, "["); ok {
				section = strings.TrimSuffix(name, "]")
				continue
			}
			for w := range strings.FieldsSeq(line) {
				if !yield(section, w) {
					return
				}
			}
		}
	}
}

// Sections are the words of a list by their sections. It panics as Lines does.
func Sections(file string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for section, w := range Words(file) {
		if out[section] == nil {
			out[section] = map[string]bool{}
		}
		out[section][w] = true
	}
	return out
}

// Section is the words of one section of a list; it panics where there is none.
func Section(file, name string) map[string]bool {
	out := Sections(file)[name]
	if out == nil {
		panic("embedded " + file + ": no words in [" + name + "]")
	}
	return out
}

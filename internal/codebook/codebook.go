// Package codebook knows what each kind of Statement means in words: its definition, what counts and
// what does not, examples, the roles that it takes and its equivalents in the code books of others. The
// entries are text that people maintain, data/codebook/*.yaml, one file a kind.
//
// An entry that lacks a field, or has one that this package does not know, does not load. The order is
// that of [dateline.Codebook], whatever the files are called.
package codebook

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"

	"dateline"
	"dateline/data"

	"github.com/goccy/go-yaml"
)

// Entry is what the code book says of one kind.
type Entry struct {
	Kind        dateline.Kind   `yaml:"kind"`
	Family      dateline.Family `yaml:"family"`
	Definition  string          `yaml:"definition"` // a sentence or two
	Counts      []string        `yaml:"counts"`     // what is of this kind
	Not         []string        `yaml:"not"`        // what is not, with the kind that it is in brackets
	Examples    []string        `yaml:"examples"`   // sentences; at least two
	Roles       []dateline.Role `yaml:"roles"`      // that its parts take
	Equivalents Equivalents     `yaml:"equivalents"`
}

// Equivalents are the nearest codes of others; "" where there is none, which is not the same as
// 'other'. A code book may have several, with words between them that say which is meant when.
type Equivalents struct {
	ACLED  string `yaml:"acled"`  // event type / sub-event type
	UCDP   string `yaml:"ucdp"`   // type of violence, or the column that takes it
	GTD    string `yaml:"gtd"`    // attack type, or the column that takes it; no plots and no threats
	MUC    string `yaml:"muc"`    // MUC-4 incident type, or the slot that takes it
	PLOVER string `yaml:"plover"` // event / mode
}

// Book is the whole code book, in the order of [dateline.Codebook].
type Book []Entry

// Load reads the code book that the program carries. Every kind has an entry.
func Load() (Book, error) { return read(data.Codebook) }

// Entry returns the entry of k; false if k is no kind.
func (b Book) Entry(k dateline.Kind) (Entry, bool) {
	for _, e := range b {
		if e.Kind == k {
			return e, true
		}
	}
	return Entry{}, false
}

// read reads codebook/*.yaml of fsys. The error names the file.
func read(fsys fs.FS) (Book, error) {
	names, err := fs.Glob(fsys, "codebook/*.yaml")
	if err != nil {
		return nil, err
	}
	found := map[dateline.Kind]Entry{}
	for _, n := range names {
		e, err := readEntry(fsys, n)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", n, err)
		}
		if _, twice := found[e.Kind]; twice {
			return nil, fmt.Errorf("%s: %q has an entry already", n, e.Kind)
		}
		found[e.Kind] = e
	}
	return inOrder(found)
}

func readEntry(fsys fs.FS, name string) (Entry, error) {
	var e Entry
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return e, err
	}
	if err := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict()).Decode(&e); err != nil {
		return e, err
	}
	return e, e.lacks()
}

// lacks reports the first thing that the entry lacks or has wrong.
func (e Entry) lacks() error {
	switch {
	case e.Kind.Family() == "":
		return fmt.Errorf("%q is no kind", e.Kind)
	case e.Kind.Family() != e.Family:
		return fmt.Errorf("%q is of the family %q", e.Kind, e.Kind.Family())
	case e.Definition == "":
		return fmt.Errorf("no definition")
	case len(e.Counts) == 0 || len(e.Not) == 0 || len(e.Roles) == 0:
		return fmt.Errorf("nothing that counts, that does not, or no roles")
	case len(e.Examples) < 2:
		return fmt.Errorf("fewer than two examples")
	}
	for _, r := range e.Roles {
		if !slices.Contains(dateline.Roles, r) {
			return fmt.Errorf("%q is no role", r)
		}
	}
	return nil
}

func inOrder(found map[dateline.Kind]Entry) (Book, error) {
	var b Book
	for _, f := range dateline.Codebook {
		for _, k := range f.Kinds {
			e, ok := found[k]
			if !ok {
				return nil, fmt.Errorf("codebook: %q has no entry", k)
			}
			b = append(b, e)
		}
	}
	return b, nil
}

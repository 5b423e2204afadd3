// Command compile writes data/actors.tsv from the YAML files of data/actors. It is run by
// `go generate ./internal/resolve/actor` after a record was changed.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/internal/resolve/actor"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: compile FOLDER FILE")
		os.Exit(2)
	}
	if err := compile(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// compile reads folder's *.yaml and writes file, a block a record, in the order of the IDs.
func compile(folder, file string) error {
	ids, err := idsIn(folder)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	for _, id := range ids {
		raw, err := os.ReadFile(filepath.Join(folder, id+".yaml"))
		if err != nil {
			return err
		}
		a, err := actor.Decode(id, raw)
		if err != nil {
			return err
		}
		block, err := actor.Compile(a)
		if err != nil {
			return err
		}
		out.Write(block)
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

// idsIn returns the names of folder's YAML files without their ending, sorted.
func idsIn(folder string) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, path := range paths {
		ids = append(ids, strings.TrimSuffix(filepath.Base(path), ".yaml"))
	}
	slices.Sort(ids)
	return ids, nil
}

package eval

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// eachTableLine hands on the lines of every *.txt of a folder, in the order of names and lines, each with
// where it stands ('names.txt:12') and the kind that the last line behind '== ' told. Blank lines and remarks
// behind '#' are left out. what names the lines in errors; a folder without such a file is fs.ErrNotExist.
// An error of take ends the reading and is returned as it is.
func eachTableLine(fsys fs.FS, what string, take func(where, kind, line string) error) error {
	files, err := fs.Glob(fsys, "*.txt")
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no %s: no file ends in .txt: %w", what, fs.ErrNotExist)
	}
	for _, file := range files {
		raw, err := fs.ReadFile(fsys, file)
		if err != nil {
			return fmt.Errorf("reading %s: %w", what, err)
		}
		n, kind := 0, ""
		for line := range strings.Lines(string(raw)) {
			n++
			line = strings.TrimSpace(line)
			if name, ok := strings.CutPrefix(line, "== "); ok {
				kind = name
				continue
			}
			if line == "" || line[0] == '#' {
				continue
			}
			if err := take(fmt.Sprintf("%s:%d", path.Base(file), n), kind, line); err != nil {
				return err
			}
		}
	}
	return nil
}

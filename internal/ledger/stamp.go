package ledger

import (
	"fmt"
	"os"
)

// Stamp is another after anything was written to the ledger's file: what was computed before may be kept
// as long as it is the same. "" if the file cannot be looked at.
func (v *View) Stamp() string {
	out := ""
	for _, path := range []string{v.path, v.path + "-wal"} {
		info, err := os.Stat(path)
		switch {
		case err == nil:
			out += fmt.Sprintf("%d %d;", info.ModTime().UnixNano(), info.Size())
		case path == v.path:
			return ""
		}
	}
	return out
}

package ledger

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// unprivileged does something with the rights of a user who owns no file.
func unprivileged(t *testing.T, do func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		do()
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // and never unlocked: the thread ends with its goroutine
		if err := syscall.Setfsuid(65534); err != nil {
			t.Error(err)
			return
		}
		do()
	}()
	<-done
}

func TestAFileThatMayNotBeWritten(t *testing.T) {
	for name, modes := range map[string]struct{ dir, file os.FileMode }{
		"the file":      {0o777, 0o444},
		"the directory": {0o555, 0o666},
		"both":          {0o555, 0o444},
	} {
		t.Run(name, func(t *testing.T) {
			l, path := opened(t, samples()...)
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			dir := filepath.Dir(path)
			protect(t, modes.dir, modes.file, dir, path)
			unprivileged(t, func() {
				_, err := Open(path, Options{})
				if CodeOf(err) != ReadOnly {
					t.Errorf("Open: %v", err)
				}
				v, err := OpenView(path)
				if err != nil {
					t.Errorf("OpenView: %v", err)
					return
				}
				defer v.Close()
				if rs, err := v.Reports(t.Context()); len(rs) != 3 || err != nil {
					t.Errorf("%d reports, %v", len(rs), err)
				}
			})
		})
	}
}

// protect sets the modes for the length of the test. The parents of the directory must let others
// pass.
func protect(t *testing.T, dirMode, fileMode os.FileMode, dir, path string) {
	t.Helper()
	os.Remove(path + ".lock")
	for _, change := range []struct {
		path string
		mode os.FileMode
	}{{path, fileMode}, {filepath.Dir(dir), 0o755}, {dir, dirMode}} {
		if err := os.Chmod(change.path, change.mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(dir, 0o755) })
}

//go:build unix

package account

import (
	"syscall"
	"testing"
	"time"
)

// spent is the processor time that this process took so far.
func spent(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestUnknownNamesTakeAsLong compares processor time, which the machine's other work changes little.
func TestUnknownNamesTakeAsLong(t *testing.T) {
	d, c, _ := opened(t)
	d.memory = memory
	if err := d.Add(t.Context(), "Ada", Admin, good, false); err != nil {
		t.Fatal(err)
	}
	took := map[string]time.Duration{"Ada": 0, "Nobody of that name": 0}
	for range 8 {
		c.pass(triesFor)
		for name := range took {
			start := spent(t)
			if _, err := d.Enter(t.Context(), name, "eight quiet herons", "192.0.2.1"); err != ErrWrong {
				t.Fatal(err)
			}
			took[name] += spent(t) - start
		}
	}
	known, unknown := took["Ada"], took["Nobody of that name"]
	if unknown < known/2 || known < unknown/2 {
		t.Errorf("a name that is known takes %v, one that is not %v", known, unknown)
	}
}

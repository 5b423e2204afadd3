package ledger

import (
	"strings"
	"testing"
)

// tamper does what somebody with another program could do to the file.
func tamper(t testing.TB, l *Ledger, changes ...string) {
	t.Helper()
	ctx := t.Context()
	conn, err := l.db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, q := range append([]string{`PRAGMA foreign_keys = OFF`}, append(untriggered, changes...)...) {
		if _, err := conn.ExecContext(ctx, q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
}

var untriggered = func() []string {
	var out []string
	for _, table := range []string{"reports", "statements", "speakers", "parts", "doubts", "decisions", "decision_on"} {
		out = append(out, "DROP TRIGGER IF EXISTS "+table+"_no_update", "DROP TRIGGER IF EXISTS "+table+"_no_delete")
	}
	return out
}()

func wantTampered(t testing.TB, err error, where string) {
	t.Helper()
	wantCode(t, err, Tampered)
	if !strings.Contains(err.Error(), where) {
		t.Errorf("%v does not name %s", err, where)
	}
}

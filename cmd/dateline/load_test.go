package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// The pages of an invented ledger stand readers at a few a second, on whatever machine runs this.
func TestLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "invented.db")
	command(t, "", "invent", "--reports", "300", "--review", "10", "--ledger", path).want(t, exitOK)
	out := command(t, "", "load", "--ledger", path, "--seconds", "1", "--share", "10", "--each", "3", "--rule")
	out.want(t, exitOK, "home", "incident", "pages", "ranked search", "decisions")
	if strings.Contains(out.out, "failed: ") {
		t.Errorf("some pages are none:\n%s", out.out)
	}
}

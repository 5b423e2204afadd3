package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/internal/ledger"
)

// arguments tells a child process of the test which command it is.
const arguments = "DATELINE_TEST_ARGUMENTS"

// TestMain is the child's main function, too.
func TestMain(m *testing.M) {
	if a := os.Getenv(arguments); a != "" {
		os.Exit(run(strings.Fields(a), streams{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now, ctx: context.Background()}))
	}
	os.Exit(m.Run())
}

// TestOrderAndKills: twenty ledgers that come to hold the same reports in other orders, some of them in pieces by
// commands that are killed while they write, have the same incidents and the same exports, byte for byte.
func TestOrderAndKills(t *testing.T) {
	folder(t, nil)
	filled := func(path string, shuffle int) string {
		command(t, "", inventing(path, shuffle)...).want(t, exitOK)
		return stateOf(t, path)
	}
	want := filled("first.db", 0)
	if n := strings.Count(want, `"Copies":[[`); n < 3 {
		t.Fatalf("copies in %d incidents: the test shows nothing", n)
	}
	for i := 1; i <= 20; i++ {
		path := fmt.Sprint(i, ".db")
		if i%10 == 0 {
			killed(t, path, i)
		} else if i%3 == 0 {
			command(t, "", append(inventing(path, 0), "--reports", "30")...).want(t, exitOK)
		}
		if got := filled(path, i); got != want {
			t.Fatalf("order %d gives another ledger", i)
		}
	}
}

// inventing is the command that fills a ledger in some order.
func inventing(path string, shuffle int) []string {
	return []string{"invent", "--seed", "5", "--reports", "80", "--years", "1", "--ledger", path, "--shuffle", fmt.Sprint(shuffle)}
}

// killed kills processes that fill a ledger while they write, in one order after the other.
func killed(t *testing.T, path string, seed int) {
	t.Helper()
	random := rand.New(rand.NewPCG(uint64(seed), 0))
	for k := range 4 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), arguments+"="+strings.Join(inventing(path, seed+k), " "))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		before, more := size(path+"-wal"), int64(1+random.IntN(600_000))
		for running := true; running; {
			select {
			case <-done:
				running = false
			case <-time.After(time.Millisecond):
				if size(path+"-wal") > before+more {
					cmd.Process.Kill()
				}
			}
		}
	}
}

func size(path string) int64 {
	i, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return i.Size()
}

// stateOf is all incidents of a ledger and all files of its export.
func stateOf(t *testing.T, path string) string {
	t.Helper()
	var b strings.Builder
	v, err := ledger.OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	all, err := v.Incidents(t.Context(), ledger.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range all {
		text, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n", text)
	}
	command(t, "", "export", "--ledger", path, "--out", path+".out", "--quotes").want(t, exitOK)
	if err := filepath.WalkDir(path+".out", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(p)
		fmt.Fprintf(&b, "%s\n%s\n", d.Name(), text)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

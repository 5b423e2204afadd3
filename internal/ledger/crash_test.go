package ledger

import (
	"bufio"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"
	"time"
)

// writer and round tell a child process of the test which ledger it writes until it is killed, and
// the seed of its first readings.
const (
	writer = "DATELINE_TEST_WRITER"
	round  = "DATELINE_TEST_ROUND"
)

// TestMain is the child's main function, too.
func TestMain(m *testing.M) {
	if path := os.Getenv(writer); path != "" {
		seed, err := strconv.ParseUint(os.Getenv(round), 10, 64)
		fmt.Fprintln(os.Stderr, err, keepForEver(path, seed))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// keepForEver keeps one reading after the other, alone and in batches, and prints the identifier of
// each when it is acknowledged.
func keepForEver(path string, seed uint64) error {
	l, err := Open(path, Options{})
	if err != nil {
		return err
	}
	ctx := context.Background()
	for ; ; seed++ {
		rs := many(seed, 1+int(seed%3)*4, 4)
		if _, err := l.KeepAll(ctx, rs, "coder/1"); err != nil {
			return err
		}
		for _, r := range rs {
			fmt.Println(r.Report.ID)
		}
	}
}

// TestKilledWhileWriting kills a writer at some point, again and again; what it acknowledged is
// there, and nothing is there in part. While it lives others read and do not write; the next one
// goes on in the same ledger.
func TestKilledWhileWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	rng := rand.New(rand.NewPCG(15, 0))
	acknowledged := map[string]bool{}
	for i := range 15 {
		ids := killed(t, path, i*1000, rng.IntN(25), time.Duration(rng.IntN(8000))*time.Microsecond)
		maps.Copy(acknowledged, seen(ids))
		wantWhole(t, path, acknowledged)
	}
	if findings, err := Check(t.Context(), path); err != nil || len(findings) > 0 {
		t.Errorf("Check = %v, %v", findings, err)
	}
	if len(acknowledged) < 100 {
		t.Errorf("only %d were acknowledged: the test shows nothing", len(acknowledged))
	}
}

// killed runs a writer from a seed on, kills it a while after its nth acknowledgement, and returns what it
// acknowledged.
func killed(t *testing.T, path string, seed, n int, while time.Duration) (ids []string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), writer+"="+path, round+"="+strconv.Itoa(seed))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for len(ids) < n && lines.Scan() {
		ids = append(ids, lines.Text())
	}
	if n > 0 {
		_, err := Open(path, Options{})
		wantCode(t, err, Busy)
		if v, err := OpenView(path); err != nil || v.Close() != nil {
			t.Error(err)
		}
	}
	time.Sleep(while)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
		ids = append(ids, lines.Text())
	}
	if err := cmd.Wait(); cmd.ProcessState.Exited() {
		t.Fatalf("the writer ended by itself: %v", err)
	}
	return whole(ids)
}

func seen(ids []string) map[string]bool {
	out := map[string]bool{}
	for _, id := range ids {
		out[id] = true
	}
	return out
}

// whole leaves out a last line that the kill cut short.
func whole(ids []string) []string {
	if n := len(ids); n > 0 && len(ids[n-1]) != 16 {
		return ids[:n-1]
	}
	return ids
}

// wantWhole fails unless all that was acknowledged is in the ledger, and every reading is as it was
// given.
func wantWhole(t *testing.T, path string, acknowledged map[string]bool) {
	t.Helper()
	v, err := OpenView(path)
	if CodeOf(err) == NotALedger && len(acknowledged) == 0 || CodeOf(err) == NotFound && len(acknowledged) == 0 {
		return // killed before there was one
	}
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	there := 0
	for r, err := range v.Readings(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if acknowledged[r.Report.ID] {
			there++
		}
		if want := given(t, r.Report.Publisher); !reflect.DeepEqual(r, want) {
			t.Fatalf("kept in part: %+v", r)
		}
	}
	if there != len(acknowledged) {
		t.Fatalf("%d were acknowledged, %d of them are there", len(acknowledged), there)
	}
}

// given is the reading that keepForEver made under that name.
func given(t *testing.T, publisher string) any {
	t.Helper()
	var seed uint64
	var i int
	if _, err := fmt.Sscanf(publisher, "p%d-%d", &seed, &i); err != nil {
		t.Fatal(err)
	}
	return many(seed, i+1, 4)[i]
}

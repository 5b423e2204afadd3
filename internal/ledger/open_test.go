package ledger

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// next is a version of the schema that this program does not know yet.
func next(t *testing.T) fs.FS {
	t.Helper()
	files := fstest.MapFS{"00099_next.sql": {Data: []byte("-- +goose Up\nCREATE TABLE later (id TEXT) STRICT;\n")}}
	names, err := fs.Glob(migrations(), "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(migrations(), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

func TestFilesThatAreNoLedger(t *testing.T) {
	foreign := filepath.Join(t.TempDir(), "foreign.db")
	db, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE songs (title TEXT)`); err != nil {
		t.Fatal(err)
	}
	db.Close()
	other, err := os.ReadFile(foreign)
	if err != nil {
		t.Fatal(err)
	}
	for name, contents := range map[string][]byte{
		"a word":        []byte("hello"),
		"a text":        bytes.Repeat([]byte("At least 11 people were killed. "), 500),
		"zeros":         make([]byte, 8192),
		"another's":     other,
		"half of one's": other[:len(other)/2],
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "ledger.db")
			if err := os.WriteFile(path, contents, 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := Open(path, Options{})
			_, viewErr := OpenView(path)
			for _, err := range []error{err, viewErr} {
				if code := CodeOf(err); code != NotALedger && code != Tampered {
					t.Error(err)
				}
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(after, contents) {
				t.Errorf("the file was changed (%v)", err)
			}
			if _, err := os.Stat(path + ".lock"); err == nil {
				t.Error("a lock was left beside it")
			}
		})
	}
}

func TestPlacesWhereNoLedgerCanBe(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(dir, Options{})
	wantCode(t, err, NotALedger)
	_, err = Open(filepath.Join(dir, "absent", "ledger.db"), Options{})
	wantCode(t, err, NotFound)
	_, err = OpenView(filepath.Join(dir, "ledger.db"))
	wantCode(t, err, NotFound)
	_, err = OpenView(dir)
	wantCode(t, err, NotALedger)
	_, err = Check(t.Context(), filepath.Join(dir, "ledger.db"))
	wantCode(t, err, NotFound)
}

func TestALedgerOfANewerVersionIsNotTouched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := Open(path, Options{Migrations: next(t)})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, Options{})
	wantCode(t, err, NewerVersion)
	_, err = OpenView(path)
	wantCode(t, err, NewerVersion)
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
}

func TestALedgerOfAnOlderVersionIsCopiedThenMigrated(t *testing.T) {
	l, path := opened(t, samples()...)
	before := dump(t, viewed(t, path))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second has nothing to do
		l, err := Open(path, Options{Migrations: next(t)})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.db.Exec(`SELECT * FROM later`); err != nil {
			t.Error(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	target, err := latest(migrations())
	if err != nil {
		t.Fatal(err)
	}
	if after := dump(t, viewed(t, fmt.Sprintf("%s.bak-v%d", path, target))); after != before {
		t.Errorf("the copy holds\n%s\nthe ledger held\n%s", after, before)
	}
}

func TestAMigrationThatFailsChangesNothing(t *testing.T) {
	l, path := opened(t, samples()...)
	l.Close()
	files := next(t).(fstest.MapFS)
	files["00099_next.sql"].Data = []byte("-- +goose Up\nCREATE TABLE later (id TEXT) STRICT;\nDROP TABLE nowhere;\n")
	if _, err := Open(path, Options{Migrations: files}); err == nil {
		t.Fatal("it did not fail")
	}
	if findings, err := Check(t.Context(), path); err != nil || len(findings) > 0 {
		t.Errorf("Check = %v, %v", findings, err)
	}
}

func TestALedgerWhoseCreationWasCutOffIsFinished(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now'))); INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1)`); err != nil {
		t.Fatal(err)
	}
	db.Close()
	_, err = OpenView(path)
	wantCode(t, err, NotALedger)
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if added, err := l.Keep(t.Context(), samples()[0], "coder/1"); !added || err != nil {
		t.Errorf("Keep = %v, %v", added, err)
	}
}

func TestOneProcessWritesAtATime(t *testing.T) {
	l, path := opened(t, samples()...)
	_, err := Open(path, Options{})
	wantCode(t, err, Busy)
	if want := "ledger is being written by another process"; !strings.Contains(err.Error(), want) {
		t.Errorf("%v does not say %q", err, want)
	}
	if rs, err := viewed(t, path).Reports(t.Context()); len(rs) != 3 || err != nil {
		t.Errorf("a reader sees %d reports, %v", len(rs), err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	again.Close()
}

// wanted are the settings of every connection; synchronous 2 is FULL.
var wanted = map[string]string{"synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "trusted_schema": "0",
	"cell_size_check": "1", "mmap_size": "0", "recursive_triggers": "1", "journal_mode": "wal"}

func TestSettingsHoldOnEveryConnection(t *testing.T) {
	first, path := opened(t)
	wantSettings(t, "the connection that made it", first.db)
	first.Close()
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	wantSettings(t, "the writer of a file that was there", l.db)
	v := viewed(t, path)
	for i := range 4 {
		conn := wantSettings(t, fmt.Sprintf("reader %d", i), v.db) // held, so that the next is another
		var only string
		if err := conn.QueryRowContext(t.Context(), `PRAGMA query_only`).Scan(&only); err != nil || only != "1" {
			t.Errorf("reader %d: query_only = %s, %v", i, only, err)
		}
	}
	if _, err := v.db.Exec(`INSERT INTO marks VALUES ('a', 'b')`); err == nil {
		t.Error("a reader has written")
	}
}

func wantSettings(t *testing.T, who string, db *sql.DB) *sql.Conn {
	t.Helper()
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	for name, want := range wanted {
		var got string
		if err := conn.QueryRowContext(t.Context(), "PRAGMA "+name).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %s = %s, %v, want %s", who, name, got, err, want)
		}
	}
	return conn
}

func TestADiskThatIsFullLosesNothing(t *testing.T) {
	l, path := opened(t, samples()...)
	v := viewed(t, path)
	before := dump(t, v)
	limit := func(pages string) {
		if _, err := l.db.Exec("PRAGMA max_page_count = " + pages); err != nil {
			t.Fatal(err)
		}
	}
	limit("1") // the present size
	rs := many(1, 50, 20)
	_, err := l.KeepAll(t.Context(), rs, "coder/1")
	wantCode(t, err, DiskFull)
	if after := dump(t, v); after != before {
		t.Errorf("half of it was kept:\n%s", after)
	}
	limit("1000000")
	if added, err := l.KeepAll(t.Context(), rs, "coder/1"); err != nil || len(added) != 50 || !added[49] {
		t.Errorf("with room again: %v, %v", added, err)
	}
}

func TestAfterTheDiskRefusedNothingIsWritten(t *testing.T) {
	l, _ := opened(t)
	l.failed.Store(&Error{Code: StorageFailed, Path: l.path, Msg: "the disk refused"})
	_, err := l.Keep(t.Context(), samples()[0], "coder/1")
	wantCode(t, err, StorageFailed)
}

func TestAViewSeesOneMomentWhileTheLedgerWrites(t *testing.T) {
	l, path := opened(t, many(1, 3, 2)...)
	v := viewed(t, path)
	seen := 0
	for r, err := range v.Readings(t.Context()) {
		if err != nil || len(r.Statements) != 2 {
			t.Fatalf("%d statements, %v", len(r.Statements), err)
		}
		if _, err := l.KeepAll(t.Context(), many(uint64(2+seen), 100, 2), "coder/1"); err != nil {
			t.Fatal(err)
		}
		seen++
	}
	if seen != 3 {
		t.Errorf("a range that began with 3 readings saw %d", seen)
	}
	if rs, err := v.Reports(t.Context()); len(rs) != 303 || err != nil {
		t.Errorf("afterwards %d reports, %v", len(rs), err)
	}
}

func TestManyReadAndWriteAtOnce(t *testing.T) {
	l, path := opened(t)
	v := viewed(t, path)
	ctx, errs := context.WithoutCancel(t.Context()), make(chan error)
	for i := range 4 {
		go func() {
			_, err := l.KeepAll(ctx, many(uint64(i), 20, 3), "coder/1")
			errs <- err
		}()
		go func() { errs <- wholeReadings(ctx, v) }()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if rs, err := v.Reports(ctx); len(rs) != 80 || err != nil {
		t.Errorf("%d reports, %v", len(rs), err)
	}
}

// wholeReadings returns an error if a Reading is there in part.
func wholeReadings(ctx context.Context, v *View) error {
	for range 20 {
		for r, err := range v.Readings(ctx) {
			if err != nil {
				return err
			}
			if len(r.Statements) != 3 || len(r.Resolutions) != 12 || len(r.Doubts) != 1 {
				return fmt.Errorf("report %s: %d statements, %d resolutions, %d doubts",
					r.Report.ID, len(r.Statements), len(r.Resolutions), len(r.Doubts))
			}
		}
	}
	return nil
}

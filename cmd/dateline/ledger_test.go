package main

import (
	"bytes"
	"database/sql"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline"
	"dateline/internal/ledger"
)

func TestALedgerThatIsNone(t *testing.T) {
	folder(t, map[string]string{"a.txt": police, "dateline.db": strings.Repeat("not a ledger\n", 100)})
	before, _ := os.ReadFile("dateline.db")
	for _, args := range [][]string{{"read", "a.txt"}, {"show"}, {"check"}, {"export", "--out", "x"}} {
		command(t, "", args...).want(t, exitBroken, "dateline.db", "(not_a_ledger)")
	}
	if after, _ := os.ReadFile("dateline.db"); !bytes.Equal(before, after) {
		t.Error("it was written to")
	}
}

func TestALedgerOfANewerVersion(t *testing.T) {
	folder(t, map[string]string{"a.txt": police})
	command(t, "", "read", "a.txt").want(t, exitOK)
	change(t, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)`)
	for _, args := range [][]string{{"read", "a.txt"}, {"show"}, {"export", "--out", "x"}} {
		command(t, "", args...).want(t, exitBroken, "(newer_version)", "it was left as it is")
	}
}

func TestALedgerThatWasTamperedWith(t *testing.T) {
	folder(t, map[string]string{"a.txt": police})
	command(t, "", "read", "a.txt").want(t, exitOK)
	change(t, `UPDATE reports SET text = replace(text, '11', '12')`)
	command(t, "", "check").want(t, exitBroken, "tampered", "finding")
	command(t, "", "export", "--out", "x").want(t, exitBroken, "(tampered)")
}

// change does to dateline.db what the program never does. The triggers that refuse it are dropped first.
func change(t *testing.T, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", "dateline.db")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(`SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'reports'`)
	if err != nil {
		t.Fatal(err)
	}
	var drops []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		drops = append(drops, s)
	}
	for _, s := range append(drops, statements...) {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestALedgerThatIsBeingWritten(t *testing.T) {
	folder(t, map[string]string{"a.txt": police})
	l, err := ledger.Open("dateline.db", ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	command(t, "", "read", "a.txt").want(t, exitBusy, "(ledger_busy)", "wait for the other")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	command(t, "", "read", "a.txt").want(t, exitOK, "1 report added")
}

func TestALedgerInAFolderThatIsNotThere(t *testing.T) {
	folder(t, map[string]string{"a.txt": police})
	command(t, "", "read", "a.txt", "--ledger", "nowhere/a.db").want(t, exitUsage, "(not_found)")
}

// What cannot be provoked everywhere is held against what the ledger says of it.
func TestExitCodesOfTheLedgersErrors(t *testing.T) {
	for code, want := range map[string]int{ledger.NotALedger: exitBroken, ledger.NewerVersion: exitBroken, ledger.OlderVersion: exitBroken,
		ledger.ReadOnly: exitBroken, ledger.DiskFull: exitFull, ledger.StorageFailed: exitBroken, ledger.Busy: exitBusy,
		ledger.Tampered: exitBroken, ledger.Malformed: exitPartial, ledger.NotFound: exitUsage} {
		var said bytes.Buffer
		err := &ledger.Error{Code: code, Path: "a.db", Msg: "it went wrong"}
		if got := report(streams{err: &said}, err); got != want || !strings.Contains(said.String(), "a.db: it went wrong ("+code+")") {
			t.Errorf("%s: exit %d, want %d: %s", code, got, want, said.String())
		}
	}
}

// refuses is a disk without room, or a reader that has gone.
type refuses struct{ err error }

func (r refuses) Write([]byte) (int, error) { return 0, r.err }

func TestOutputThatIsRefused(t *testing.T) {
	folder(t, map[string]string{"a.txt": police})
	command(t, "", "read", "a.txt").want(t, exitOK)
	for _, c := range []struct {
		err  error
		exit int
	}{{syscall.ENOSPC, exitFull}, {syscall.EPIPE, exitOK}, {errors.New("it broke"), exitPartial}} {
		for _, args := range [][]string{{"code", "a.txt"}, {"export", "--out", "-", "--format", "jsonl"}} {
			var said bytes.Buffer
			s := streams{in: strings.NewReader(""), out: refuses{c.err}, err: &said, ctx: t.Context(), now: time.Now}
			if got := run(args, s); got != c.exit {
				t.Errorf("%v, %s: exit %d, want %d: %s", c.err, args[0], got, c.exit, said.String())
			}
		}
	}
}

func TestReadingTwiceChangesNothing(t *testing.T) {
	folder(t, map[string]string{"in/a.txt": police, "in/b.txt": claim})
	command(t, "", "read", "in").want(t, exitOK, "2 reports added, 0 kept before")
	before := shown(t)
	command(t, "", "read", "in").want(t, exitOK, "0 reports added, 2 kept before")
	if after := shown(t); !maps.Equal(before, after) {
		t.Errorf("it changed:\n%v\n%v", before, after)
	}
}

func TestTheOrderOfReadingMakesNoDifference(t *testing.T) {
	folder(t, map[string]string{"a.txt": police, "b.txt": claim})
	command(t, "", "read", "a.txt").want(t, exitOK)
	command(t, "", "read", "b.txt").want(t, exitOK)
	one := shown(t)
	if err := os.Rename("dateline.db", "first.db"); err != nil {
		t.Fatal(err)
	}
	command(t, "", "read", "b.txt", "a.txt").want(t, exitOK)
	two := shown(t)
	for what, text := range one {
		if two[what] != text {
			t.Errorf("%s differs:\n%s\n%s", what, text, two[what])
		}
	}
	if !strings.Contains(one["group boko-haram"], `"low":1500`) || len(one) < 6 {
		t.Errorf("too little was shown: %v", slices.Collect(maps.Keys(one)))
	}
}

// shown is everything that show and export tell of dateline.db.
func shown(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, args := range [][]string{{"show", "--json"}, {"show", "group", "boko-haram", "--json"}, {"show", "group", "Boko Haram", "--why"}} {
		o := command(t, "", args...)
		o.want(t, exitOK)
		out[strings.Join(args[1:], " ")] = o.out
	}
	out["group boko-haram"] = out["group boko-haram --json"]
	command(t, "", "export", "--out", "release", "--quotes").want(t, exitOK, "incidents.csv")
	names, _ := filepath.Glob("release/*")
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		out[n] = string(b)
	}
	return out
}

func TestShow(t *testing.T) {
	folder(t, map[string]string{"a.txt": police, "b.txt": claim})
	command(t, "", "read", "a.txt", "b.txt").want(t, exitOK)
	command(t, "", "show").want(t, exitOK, "GROUP", "boko-haram", "Boko Haram")
	for _, name := range []string{"boko-haram", "Boko Haram", "boko haram", "Boko-Haram"} {
		command(t, "", "show", "group", name).want(t, exitOK, "STRENGTH, IN THE ORDER OF TIME", "1,500", "> Boko Haram is estimated")
	}
	command(t, "", "show", "group", "boko-haram", "--at", "2015-06-01", "--rule", "ibc-minmax").want(t, exitOK, "ON 2015-06-01", "by the rule ibc-minmax")
	command(t, "", "show", "group", "boko-haram", "--json", "--at", "2015-06-01").want(t, exitOK, `"dossier":{"rule":"ucdp-blh"`, `"day":"2015-06-01"`)
	command(t, "", "show", "group", "boko-haram", "--only", "set=operations&held=claimed").want(t, exitOK, "1 incident", "Konduga")
	command(t, "", "show", "group", "boko-haram", "--only", "held=claimed", "--json").want(t, exitOK, `"responsibility":"claimed"`)
	command(t, "", "show", "group", "boko-haram", "--only", "set=against").want(t, exitOK, "0 incidents")
	command(t, "", "show", "group", "boko-haram", "--only", "colour=red").want(t, exitUsage, `no field "colour"`)
	command(t, "", "show", "group", "boko-haram", "--at", "yesterday").want(t, exitUsage, "is no day")
	v, err := ledger.OpenView("dateline.db")
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	reports, err := v.Reports(t.Context())
	if err != nil || len(reports) != 2 {
		t.Fatalf("%d reports, %v", len(reports), err)
	}
	command(t, "", "show", "report", reports[0].ID).want(t, exitOK, "Eleven dead", "2024-03-14 (front matter)", "> Gunmen killed at least 11")
	command(t, "", "show", "report", reports[0].ID, "--json").want(t, exitOK, `"review":"unreviewed"`, `"low":11`)
	incidents, err := v.Incidents(t.Context(), ledger.Filter{})
	placed := slices.IndexFunc(incidents, func(in dateline.Incident) bool { return len(in.Places) > 0 && in.Places[0].Value.Inferred == "" })
	if err != nil || placed < 0 {
		t.Fatalf("%d incidents, none with a place, %v", len(incidents), err)
	}
	first := incidents[placed].ID
	command(t, "", "show", "incident", first, "--why").want(t, exitOK, "KILLED", "11 or more", "unreviewed", "[1]")
	command(t, "", "show", "incident", first, "--json").want(t, exitOK, `"id":"`+first+`"`)
}

package main

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/ledger"
	"dateline/internal/pipeline"
)

// Three reports: the first two of one attack, the third of another.
const (
	market = "---\ntitle: A market\npublished: 2024-03-15\n---\nGunmen killed 14 people at a market in Konduga, Nigeria, on March 12, residents said.\n"
	bama   = "---\ntitle: Bama\npublished: 2024-05-03\n---\nA bomb killed 3 people in Bama, Nigeria, on May 2, police said.\n"
)

// statements gives the first statement of each report, by title.
func statements(t *testing.T) map[string]string {
	t.Helper()
	v, err := ledger.OpenView("dateline.db")
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	out := map[string]string{}
	for r, err := range v.Readings(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out[r.Report.Title] = r.Statements[0].ID
	}
	return out
}

// decide rules and gives the decision's identifier.
func decide(t *testing.T, args ...string) string {
	t.Helper()
	o := command(t, "", slices.Concat([]string{"decide"}, args, []string{"--author", "Ada", "--reason", "as I read it", "--json"})...)
	o.want(t, exitOK)
	var d struct{ ID string }
	if err := json.Unmarshal([]byte(o.out), &d); err != nil {
		t.Fatalf("%v: %s%s", err, o.out, o.err)
	}
	return d.ID
}

// release is the bytes of every file of an export, and of the incidents as they are shown.
func release(t *testing.T) map[string]string {
	t.Helper()
	command(t, "", "export", "--out", "release", "--quotes").want(t, exitOK)
	names, err := os.ReadDir("release")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, n := range names {
		b, err := os.ReadFile("release/" + n.Name())
		if err != nil {
			t.Fatal(err)
		}
		out[n.Name()] = string(b)
	}
	return out
}

func TestMergingAndUndoingGivesTheSameBytes(t *testing.T) {
	folder(t, map[string]string{"a.txt": police, "b.txt": market, "c.txt": bama, "d.txt": claim})
	command(t, "", "read", "a.txt", "b.txt", "c.txt").want(t, exitOK)
	s := statements(t)
	a, c := s["Eleven dead"], s["Bama"]
	before := release(t)
	merge := decide(t, "same", a, c)
	fix := decide(t, "correct", c, "--part", "place", "--value", "Konduga")
	kind := decide(t, "correct", a, "--part", "kind", "--value", "clash")
	drop := decide(t, "reject", s["A market"])
	if maps.Equal(before, release(t)) {
		t.Error("the rulings change nothing")
	}
	for _, id := range []string{kind, merge, drop, fix} {
		decide(t, "undo", id)
	}
	after := release(t)
	for name, want := range before {
		if after[name] != want {
			t.Errorf("%s is not as it was:\n%s\n%s", name, want, after[name])
		}
	}
	// Whatever else happens between: a report that is read, and another ruling.
	merge = decide(t, "same", a, c)
	command(t, "", "read", "d.txt").want(t, exitOK)
	accept := decide(t, "accept", c)
	decide(t, "undo", merge)
	with := release(t)
	command(t, "", "read", "a.txt", "b.txt", "c.txt", "d.txt", "--ledger", "other.db").want(t, exitOK)
	command(t, "", "decide", "accept", c, "--author", "Ben", "--reason", "so it is", "--ledger", "other.db").want(t, exitOK)
	command(t, "", "export", "--out", "release", "--quotes", "--ledger", "other.db").want(t, exitOK)
	for name, want := range with {
		if b, err := os.ReadFile("release/" + name); err != nil || string(b) != want {
			t.Errorf("%s is not as if nobody had merged: %v", name, err)
		}
	}
	command(t, "", "decide", "list").want(t, exitOK, merge, "undone by", accept)
}

func TestDecide(t *testing.T) {
	folder(t, map[string]string{"a.txt": police, "b.txt": market, "c.txt": bama})
	command(t, "", "read", "a.txt", "b.txt", "c.txt").want(t, exitOK)
	s := statements(t)
	a, c := s["Eleven dead"], s["Bama"]
	say := func(exit int, words []string, args ...string) {
		t.Helper()
		command(t, "", append([]string{"decide"}, args...)...).want(t, exit, words...)
	}
	by := []string{"--author", "Ada", "--reason", "as I read it"}
	with := func(args ...string) []string { return append(args, by...) }
	say(exitOK, []string{"Ada: same " + a, "(as I read it)", "2 reports", "3 reports"}[:2], with("same", a, c)...)
	say(exitOK, []string{"correct part", "to 11-14", "incident"}, with("correct", a, "--part", "killed", "--value", "11-14")...)
	command(t, "", "show", "incident", dateline.IncidentID(c)).want(t, exitOK, "WHAT PEOPLE RULED", "Ada: same", "3 reports", "corrected", "11–14")
	command(t, "", "show", "incident", dateline.IncidentID(a), "--why").want(t, exitOK, "Ada ruled that they are the same: as I read it", "Ada corrected it: as I read it")
	say(exitOK, []string{"unsure"}, with("unsure", dateline.IncidentID(a), dateline.IncidentID(c))...)
	command(t, "", "show", "incident", dateline.IncidentID(c)).want(t, exitOK, "1 report")
	say(exitOK, []string{`"standing":"overruled"`, `"ruling":"unsure"`}, "list", "--statement", c, "--json")

	say(exitUsage, []string{"needs an author and a reason"}, "accept", a, "--author", " ", "--reason", "x")
	say(exitUsage, []string{"missing flags: --reason"}, "accept", a, "--author", "Ada")
	say(exitUsage, []string{"there is no statement and no incident xyz"}, with("accept", "xyz")...)
	say(exitUsage, []string{"name one statement"}, with("same", a, a)...)
	say(exitUsage, []string{"is an incident, and has several statements"}, with("accept", dateline.IncidentID(a))...)
	say(exitUsage, []string{`has no part "weapon"`, "(killed, “at least 11 people”)", "speaker"}, with("accept", a, "--part", "weapon")...)
	say(exitUsage, []string{"is no place of the gazetteer", "near are: Konduga"}, with("correct", a, "--part", "place", "--value", "Kondugaa")...)
	say(exitUsage, []string{"is no kind of the code book", "near are: bombing"}, with("correct", a, "--part", "kind", "--value", "bombin")...)
	say(exitUsage, []string{"there is no decision xyz"}, with("undo", "xyz")...)
	say(exitUsage, []string{"there is no incident xyz"}, "list", "--incident", "xyz")
	if o := command(t, "", with("decide", "accept", a, "--ledger", "none.db")...); o.exit != exitUsage {
		t.Errorf("a ledger that is not there: %+v", o)
	}
	if _, err := os.Stat("none.db"); err == nil {
		t.Error("a decision made a ledger")
	}
	once := decide(t, "accept", a)
	twice := decide(t, "undo", once)
	say(exitUsage, []string{"is undone already, by " + twice, "decide undo " + twice}, with("undo", once)...)
	decide(t, "undo", twice)
	say(exitOK, []string{once + "  Ada: accept " + a}, "list", "--incident", dateline.IncidentID(a))
	command(t, "", "check").want(t, exitOK)
}

// olderCoder keeps a report as an older version of the coder read it: by another rule.
func olderCoder(t *testing.T, text string) string {
	t.Helper()
	kept := dateline.Report{Title: "Old", Language: "en", Text: text, Published: dateline.Date{EDTF: "2024-03-14", From: "2024-03-14", To: "2024-03-14"}}
	kept.SetID()
	r := pipeline.Code(kept)
	id := r.Statements[0].ID
	r.Statements[0].Rule = "an older rule"
	r.Statements[0].SetID()
	for i := range r.Resolutions {
		if r.Resolutions[i].Statement == id {
			r.Resolutions[i].Statement = r.Statements[0].ID
		}
	}
	l, err := ledger.Open("dateline.db", ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := l.Keep(t.Context(), r, "0"); err != nil {
		t.Fatal(err)
	}
	return r.Statements[0].ID
}

func TestRecode(t *testing.T) {
	folder(t, map[string]string{"b.txt": market})
	old := olderCoder(t, "Gunmen killed at least 11 people in Konduga, Nigeria, on Tuesday, police said.")
	command(t, "", "read", "b.txt").want(t, exitOK)
	accept := decide(t, "accept", old)
	command(t, "", "recode").want(t, exitOK, "1 report read again, 1 say something else now")
	command(t, "", "recode").want(t, exitOK, "0 reports read again")
	command(t, "", "recode", "--all").want(t, exitOK, "2 reports read again, 0 say something else now")
	now := statements(t)["Old"]
	if now == old {
		t.Fatal("the older statement is still the present one")
	}
	command(t, "", "decide", "list", "--orphaned").want(t, exitOK, accept, "orphaned", "there is now: "+now)
	command(t, "", "check").want(t, exitOK, "(orphaned)", now, "every quote stands")
	command(t, "", "show", "incident", dateline.IncidentID(old)).want(t, exitOK, "statement "+now)
	command(t, "", "decide", "reject", old, "--author", "Ada", "--reason", "x").want(t, exitUsage, "not made by the present coder", now)
	fresh := release(t)
	if err := os.Rename("dateline.db", "recoded.db"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(fresh["statements.csv"], old) {
		t.Error("a former statement is exported as a present one")
	}
}

// TestDecidingProcesses has several processes decide at once on one ledger: none is lost.
func TestDecidingProcesses(t *testing.T) {
	if id := os.Getenv("DATELINE_TEST_DECIDE"); id != "" {
		if o := commandIn(t.Context(), "", "decide", "accept", id, "--author", os.Getenv("DATELINE_TEST_AUTHOR"), "--reason", "at once"); o.exit != exitOK {
			t.Fatal(o.err)
		}
		return
	}
	folder(t, map[string]string{"a.txt": police})
	command(t, "", "read", "a.txt").want(t, exitOK)
	id := statements(t)["Eleven dead"]
	var all []*exec.Cmd
	for _, author := range []string{"Ada", "Ben", "Cem"} {
		c := exec.Command(os.Args[0], "-test.run=^TestDecidingProcesses$")
		c.Env = append(os.Environ(), "DATELINE_TEST_DECIDE="+id, "DATELINE_TEST_AUTHOR="+author)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	for _, c := range all {
		if err := c.Wait(); err != nil {
			t.Error(err)
		}
	}
	command(t, "", "decide", "list").want(t, exitOK, "Ada: accept", "Ben: accept", "Cem: accept")
}

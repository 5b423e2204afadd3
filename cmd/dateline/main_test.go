package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// outcome is what a command line did.
type outcome struct {
	exit     int
	out, err string
}

// command runs a command line with the given standard input.
func command(t *testing.T, stdin string, args ...string) outcome {
	t.Helper()
	return commandIn(t.Context(), stdin, args...)
}

func commandIn(ctx context.Context, stdin string, args ...string) outcome {
	var out, err bytes.Buffer
	exit := run(args, streams{in: strings.NewReader(stdin), out: &out, err: &err, ctx: ctx,
		now: func() time.Time { return time.Date(2024, 4, 5, 0, 0, 0, 0, time.UTC) }})
	return outcome{exit, out.String(), err.String()}
}

// want complains unless the command ended with exit and said every one of the words.
func (o outcome) want(t *testing.T, exit int, words ...string) {
	t.Helper()
	if o.exit != exit {
		t.Errorf("exit %d, want %d\n%s%s", o.exit, exit, o.out, o.err)
	}
	for _, w := range words {
		if !strings.Contains(o.out+o.err, w) {
			t.Errorf("%q is not said:\n%s%s", w, o.out, o.err)
		}
	}
}

// The reports of the tests.
const (
	police = "---\ntitle: Eleven dead\npublished: 2024-03-14\n---\nGunmen killed at least 11 people in Konduga, Nigeria, on Tuesday, police said.\n"
	claim  = "---\ntitle: A claim\npublished: 2024-03-15\n---\nBoko Haram claimed responsibility for the attack in Konduga, Nigeria, on Tuesday. " +
		"Gunmen killed 13 people there. Boko Haram is estimated to have 1,500 fighters, a UN report said.\n"
)

// folder writes files, by name, into a folder of their own and makes it the working directory.
func folder(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

func TestEveryCommandHasAnExample(t *testing.T) {
	for _, c := range []string{"code", "read", "recode", "decide", "decide same", "decide not-same", "decide unsure", "decide accept", "decide correct", "decide reject", "decide undo", "decide list", "show", "serve", "account", "check", "export", "actor", "eval", "demo", "train"} {
		o := command(t, "", append(strings.Fields(c), "--help")...)
		o.want(t, exitOK, "Usage: dateline "+c, "Examples:", "dateline "+c)
		if o.err != "" {
			t.Errorf("%s --help writes to standard error: %s", c, o.err)
		}
	}
	command(t, "").want(t, exitOK, "Usage: dateline", "It is not for targeting.", "Read reports and keep")
}

func TestTheVersionNamesTheCodedForm(t *testing.T) {
	command(t, "", "--version").want(t, exitOK, "coded form dateline/1")
}

func TestMistakesInTheCommandLine(t *testing.T) {
	folder(t, map[string]string{"a.txt": police})
	command(t, "", "read", "a.txt").want(t, exitOK)
	for words, args := range map[string][]string{
		"unexpected argument":           {"frobnicate"},
		"unknown flag --colour":         {"code", "--colour", "a.txt"},
		"--published:":                  {"code", "a.txt", "--published", "2024-02-30"},
		"nothing to show called":        {"show", "weather"},
		"which group?":                  {"show", "group"},
		"no group is called":            {"show", "group", "Boku Haram"},
		"near are: Boko Haram":          {"show", "group", "Boku Haram"},
		"there is no incident 0000":     {"show", "incident", "0000"},
		"the ledger has 1 report":       {"show", "report", "x"},
		"there is no ledger":            {"show", "--ledger", "other.db"},
		"make one with 'dateline read":  {"export", "--out", "x", "--ledger", "other.db"},
		"--out - writes one file":       {"export", "--out", "-"},
		"no file of an export":          {"export", "--out", "-", "--file", "x.csv"},
		"name a folder that can be":     {"export", "--out", "a.txt"},
		"nothing to score is called":    {"eval", "poetry"},
		"where is the corpus?":          {"eval", "ud"},
		"name the folder with --corpus": {"eval", "isaf", "--corpus", "nowhere"},
		"no cases":                      {"eval", "cases", "--corpus", "."},
		"--corpus names the folder":     {"train", "parse", "--corpus", "nowhere", "--out", "m"},
		"nobody has an account":         {"serve", "--address", "0.0.0.0:8080"},
		"write it as HOST:PORT":         {"serve", "--address", "8080"},
	} {
		command(t, "", args...).want(t, exitUsage, words)
	}
}

// bad are inputs that cannot be read, with the code that says why.
var bad = map[string]struct{ content, code string }{
	"empty.txt":  {"", "empty"},
	"image.txt":  {"\x89PNG\r\n\x1a\n\x00\x00\x00\x00\x00\x00", "type_unknown"},
	"front.txt":  {"---\ntitle: [unclosed\n---\nText.\n", "malformed"},
	"date.txt":   {"---\npublished: 2024-02-30\n---\nText.\n", "bad_date"},
	"half.jsonl": {`{"text": "Gunmen killed`, "truncated"},
	"zip.txt.gz": {"\x1f\x8b\x08\x00", "truncated"},
}

func TestBadInputCostsOnlyItself(t *testing.T) {
	files := map[string]string{"good/a.txt": police}
	for name, b := range bad {
		files[name] = b.content
	}
	folder(t, files)
	for name, b := range bad {
		command(t, "", "code", name).want(t, exitPartial, name, "("+b.code+")")
		o := command(t, "", "read", name, "good/a.txt", "--ledger", name+".db")
		o.want(t, exitPartial, "("+b.code+")", "1 report added, 0 kept before, 1 could not be read")
		command(t, "", "show", "--ledger", name+".db").want(t, exitOK)
		command(t, "", "check", "--ledger", name+".db").want(t, exitOK, "every quote stands")
	}
	command(t, "", "code", "nowhere.txt").want(t, exitPartial, "nowhere.txt: no such file (not_found)")
	if err := os.Mkdir("bare", 0o755); err != nil {
		t.Fatal(err)
	}
	command(t, "", "code", "bare").want(t, exitPartial, "bare", "(no_input)")
}

func TestErrorsAsJSON(t *testing.T) {
	folder(t, map[string]string{"a.txt": police, "b.txt": ""})
	o := command(t, "", "code", "a.txt", "b.txt", "--json")
	o.want(t, exitPartial)
	var got struct {
		Error struct{ Code, Message, File string }
	}
	if err := json.Unmarshal([]byte(o.err), &got); err != nil || got.Error.Code != "empty" || got.Error.File != "b.txt" || got.Error.Message == "" {
		t.Errorf("%+v, %v in %s", got, err, o.err)
	}
	if strings.Count(o.out, "\n") != 1 {
		t.Errorf("the good report is not told once: %s", o.out)
	}
}

func TestInvalidTextIsKeptAndFlagged(t *testing.T) {
	folder(t, map[string]string{"a.txt": strings.Repeat("Gunmen killed 11 people in the caf\xe9. ", 3)})
	o := command(t, "", "read", "a.txt", "--json")
	o.want(t, exitOK, `"added":true`, `"flags":["encoding_`)
}

func TestCodeFromStandardInput(t *testing.T) {
	o := command(t, police, "code", "-")
	o.want(t, exitOK, `"schema":"dateline/1"`, `"title":"Eleven dead"`, `"low":11`)
	command(t, police, "code", "-", "--explain").want(t, exitOK, "> Gunmen killed at least 11 people", "11 or more", "police")
	command(t, police, "code", "-", "--text").want(t, exitOK, `"text":"Gunmen killed at least 11 people in Konduga`)
}

func TestAStoppedCommandSaysSo(t *testing.T) {
	folder(t, map[string]string{"a.txt": police})
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for _, args := range [][]string{{"code", "a.txt"}, {"read", "a.txt"}} {
		commandIn(ctx, "", args...).want(t, exitStopped, "what was kept is kept")
	}
}

func TestTheDemoReadsItsSamples(t *testing.T) {
	command(t, "", "demo", "--once").want(t, exitOK, "sample reports written for this project", "incidents")
}

package main

import (
	"flag"
	"os"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/export"
	"dateline/internal/pipeline"
)

var update = flag.Bool("update", false, "rewrite the snapshots")

// TestExplain holds what is shown of a report that has some of everything against a snapshot: a fact, an
// account of another, a plan, a denial, a figure of speech, a row, and a line of no interest.
func TestExplain(t *testing.T) {
	day := dateline.Date{EDTF: "2024-03-14", From: "2024-03-14", To: "2024-03-14"}
	r := dateline.Report{File: "report.txt", Title: "Attack on a village", Language: "en", Published: day, Basis: "front matter", Text: `The market stayed closed.

Gunmen killed at least 11 people in Konduga on Tuesday, police said. The army denied that its soldiers had fired on the village.

Residents fear that the gunmen will attack again. The governor came under fire from critics.

2 March 2024 – Mopti – Militants abducted two teachers.`}
	r.SetID()
	var b strings.Builder
	if err := export.Explain(&b, pipeline.Code(r)); err != nil {
		t.Fatal(err)
	}
	const file = "testdata/explain.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	for _, line := range strings.Split(r.Text, "\n") {
		if words := strings.Fields(line); len(words) > 1 && !strings.Contains(b.String(), words[0]+" "+words[1]) {
			t.Errorf("%q is not shown", line)
		}
	}
}

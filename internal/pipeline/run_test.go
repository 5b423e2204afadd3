package pipeline

import (
	"testing"

	"dateline"
	"dateline/internal/ingest"
)

// A fault of ours in one report is an error that names its file, and no end of the batch.
func TestGuarded(t *testing.T) {
	r := dateline.Report{File: "march.jsonl", Line: 3}
	c := guarded(r, func(dateline.Report) dateline.Reading { panic("off the end") })
	if c.Err == nil || c.Err.Code != ingest.Crash || c.Err.Error() != "march.jsonl:3: coder failed: off the end (crash)" {
		t.Errorf("%v", c.Err)
	}
	if c := guarded(r, func(r dateline.Report) dateline.Reading { return dateline.Reading{Report: r} }); c.Err != nil || c.Reading.Report.File != r.File {
		t.Errorf("%+v", c)
	}
}

package pipeline

import (
	"os"
	"testing"

	"dateline"
	"dateline/internal/casefile"
	"dateline/internal/link"
)

// TestLinked holds linking against what several reports tell together, all files at once.
func TestLinked(t *testing.T) {
	cases, err := casefile.LoadLinked(os.DirFS("../../cases/linked"))
	if err != nil {
		t.Fatal(err)
	}
	var rs []dateline.Reading
	for _, c := range cases {
		for _, r := range c.Reports {
			rs = append(rs, Code(r))
		}
	}
	incidents := link.Link(rs, nil)
	for _, c := range cases {
		if err := c.Judge(c.Check(incidents)); err != nil {
			t.Error(err)
		}
	}
}

package casefile

import (
	"os"
	"testing"

	"dateline"
)

// The cases of the repository load, and ask for enough.
func TestTheRepositorysCases(t *testing.T) {
	cases, err := LoadDir(os.DirFS("../../cases"))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[dateline.Kind]bool{}
	quiet := 0 // cases of what must not become an incident
	for _, c := range cases {
		for _, w := range c.says.statements {
			for _, k := range w.kinds {
				kinds[k] = true
			}
		}
		if c.says.nothing > 0 || c.says.count != nil && *c.says.count == 0 {
			quiet++
		}
		if len(c.Check(dateline.Reading{Report: c.Report}, nil)) == 0 && !onlyForbids(c) {
			t.Errorf("%s: passes when nothing is read", c.Name)
		}
	}
	for _, f := range dateline.Codebook {
		for _, k := range f.Kinds {
			if !kinds[k] {
				t.Errorf("no case says %q", k)
			}
		}
	}
	if len(cases) < 90 || quiet < 25 {
		t.Errorf("%d cases, %d of them about what is no incident", len(cases), quiet)
	}
}

// onlyForbids reports whether a case asks only for what must not be read.
func onlyForbids(c Case) bool {
	return len(c.says.statements)+len(c.says.incidents) == 0 && (c.says.count == nil || *c.says.count == 0)
}

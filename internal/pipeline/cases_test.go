package pipeline

import (
	"os"
	"testing"

	"dateline"
	"dateline/internal/casefile"
	"dateline/internal/extract"
	"dateline/internal/link"
)

// TestCases holds the coder against what researchers wrote down that reports say.
func TestCases(t *testing.T) {
	cases, err := casefile.LoadDir(os.DirFS("../../cases"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			r := Code(c.Report)
			if err := c.Judge(c.Check(r, link.All([]dateline.Reading{r}, nil))); err != nil {
				t.Error(err)
			}
			for _, s := range r.Statements {
				again := s
				if again.SetID(); again.ID != s.ID {
					t.Errorf("%s %s: its contents give the identifier %s: check would call it tampered with", s.Kind, s.ID, again.ID)
				}
			}
		})
	}
}

// TestExamples reads the example of every rule: the rule must read it.
func TestExamples(t *testing.T) {
	for _, rule := range extract.Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			if rule.Example == "" || rule.Doc == "" {
				t.Fatal("a rule without example or documentation")
			}
			for _, s := range Code(dateline.Report{ID: "example", Text: rule.Example, Language: "en"}).Statements {
				if s.Rule == rule.Name {
					return
				}
			}
			t.Errorf("%q is not read", rule.Example)
		})
	}
}

package data

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"time"
)

// A sample report has its four fields in order, an address that leads nowhere, a date that its name
// begins with, and the length of a short news story.
func TestSampleReports(t *testing.T) {
	front := regexp.MustCompile(`^---\ntitle: ([^:\n]+)\npublisher: ([^:\n]+)\npublished: (\S+)\nurl: https://example\.org/\S+\n---\n`)
	names, err := fs.Glob(Demo, "demo/*.txt")
	if err != nil || len(names) < 14 {
		t.Fatalf("%d sample reports, %v", len(names), err)
	}
	for _, n := range names {
		text, err := fs.ReadFile(Demo, n)
		if err != nil {
			t.Fatal(err)
		}
		m := front.FindStringSubmatch(string(text))
		if m == nil {
			t.Errorf("%s: front matter is not title, publisher, published, url", n)
			continue
		}
		if _, err := time.Parse(time.DateOnly, m[3]); err != nil || !strings.HasPrefix(n, "demo/"+m[3]+"-") {
			t.Errorf("%s: published %s, %v", n, m[3], err)
		}
		if words := len(strings.Fields(string(text[len(m[0]):]))); words < 120 || words > 300 {
			t.Errorf("%s: %d words", n, words)
		}
	}
}

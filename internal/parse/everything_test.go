package parse

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// news returns the text of news articles, skipping the test where the corpora are not beside the checkout.
func news(tb testing.TB) []string {
	tb.Helper()
	var texts []string
	_ = filepath.WalkDir("../../../shared/corpora/polnear", func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".txt") {
			b, _ := os.ReadFile(path)
			texts = append(texts, string(b))
		}
		return nil
	})
	if len(texts) == 0 {
		tb.Skip("no articles beside the checkout")
	}
	return texts
}

// BenchmarkEverything reads news articles, from raw text to all that the package tells of them, and says how
// many tokens a second pass and how long each stage takes. Run it with -cpu 1.
func BenchmarkEverything(b *testing.B) {
	texts := news(b)
	Parse("Warm.")
	stages := []string{"parse", "clauses", "attributions", "references", "candidates"}
	var spent [5]time.Duration
	tokens := 0
	for i := 0; b.Loop(); i++ {
		last := time.Now()
		lap := func(k int) {
			now := time.Now()
			spent[k] += now.Sub(last)
			last = now
		}
		t := Parse(texts[i%len(texts)])
		lap(0)
		for s := range t.Sentences {
			tokens += len(t.Sentences[s].Tokens)
			t.Clauses(s)
		}
		lap(1)
		t.Attributions()
		lap(2)
		t.References()
		lap(3)
		for s := range t.Sentences {
			t.Candidates(s)
			t.NounPhrases(s)
		}
		lap(4)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	for k, name := range stages {
		b.ReportMetric(float64(spent[k].Nanoseconds())/float64(tokens), "ns/token:"+name)
	}
}

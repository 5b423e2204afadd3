package pipeline

import (
	"context"
	"io/fs"
	"iter"
	"strings"
	"testing"

	"dateline"
	"dateline/data"
	"dateline/internal/ingest"
)

// articles makes n reports of about 600 words from the sample reports, each with its own first line.
func articles(tb testing.TB, n int) []ingest.Item {
	names, err := fs.Glob(data.Demo, "demo/*.txt")
	if err != nil || len(names) < 4 {
		tb.Fatal("no sample reports", err)
	}
	texts := make([]string, len(names))
	for i, name := range names {
		b, err := fs.ReadFile(data.Demo, name)
		if err != nil {
			tb.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(b), "---\n"), "\n---\n")
		texts[i] = body
	}
	day, err := ingest.ParseDate("2024-04-05")
	if err != nil {
		tb.Fatal(err)
	}
	out := make([]ingest.Item, n)
	for i := range out {
		text := words(strings.Join([]string{texts[i%len(texts)], texts[(i*7+1)%len(texts)], texts[(i*5+2)%len(texts)]}, "\n\n"), 600)
		r := dateline.Report{Text: text, Language: "en", Published: day, SHA256: strings.Repeat("0", i%60)}
		r.SetID()
		out[i] = ingest.Item{Report: r}
	}
	return out
}

// words cuts a text after its first n words.
func words(text string, n int) string {
	inside := false
	for i, r := range text {
		space := r == ' ' || r == '\n'
		if inside && space {
			if n--; n == 0 {
				return text[:i]
			}
		}
		inside = !space
	}
	return text
}

// BenchmarkRun codes 1,000 articles of about 600 words on all cores: go test -bench Run ./internal/pipeline
func BenchmarkRun(b *testing.B) {
	items := articles(b, 1000)
	each := func(yield func(ingest.Item) bool) {
		for _, it := range items {
			if !yield(it) {
				return
			}
		}
	}
	for b.Loop() {
		for range Run(context.Background(), iter.Seq[ingest.Item](each)) {
		}
	}
	b.ReportMetric(float64(len(items)*b.N)/b.Elapsed().Seconds(), "articles/s")
}

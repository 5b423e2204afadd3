package pipeline

import (
	"testing"

	"dateline"
	"dateline/internal/extract"
	"dateline/internal/link"
	"dateline/internal/parse"
	"dateline/internal/resolve/actor"
	"dateline/internal/resolve/date"
)

// parsed is a report before extract reads it.
type parsed struct {
	report dateline.Report
	text   *parse.Text
	listed []actor.Match
	input  func() extract.Input // anew each time: a Text keeps what was asked of it
}

func parsedArticles(tb testing.TB, n int) []parsed {
	var out []parsed
	for _, it := range articles(tb, n) {
		r, listed := it.Report, actor.Load().Find(it.Report.Text)
		text := parseRelevant(r.Text, r.Headline(), listed)
		lists, _ := figures(r.Text)
		ms := mentions(text, r.Headline(), listed, date.Read(r.Text, sentences(text), r.Published))
		out = append(out, parsed{r, text, listed, func() extract.Input {
			fresh := *text
			return extract.Input{Report: r.ID, Text: &fresh, Mentions: ms, Figures: lists, Published: r.Published}
		}})
	}
	return out
}

// BenchmarkExtract turns parsed articles of about 600 words about violence into statements, on one core:
// go test -bench Extract -cpu 1 ./internal/pipeline
func BenchmarkExtract(b *testing.B) {
	all, n := parsedArticles(b, 40), 0
	b.ReportAllocs()
	for b.Loop() {
		extract.Read(all[n%len(all)].input())
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkResolveAll resolves every part and speaker of the statements of such articles: actors, places,
// dates and counts.
func BenchmarkResolveAll(b *testing.B) {
	all, n, resolved := parsedArticles(b, 40), 0, 0
	out := make([]extract.Output, len(all))
	for i, p := range all {
		out[i] = extract.Read(p.input())
	}
	b.ReportAllocs()
	for b.Loop() {
		p, got := all[n%len(all)], out[n%len(all)]
		r := dateline.Reading{Report: p.report, Statements: got.Statements}
		resolveAll(&r, p.text, p.listed, nil)
		resolved += len(r.Resolutions)
		n++
	}
	b.ReportMetric(float64(resolved)/b.Elapsed().Seconds(), "resolutions/s")
}

// BenchmarkLinkAll links the statements of one article after another into incidents.
func BenchmarkLinkAll(b *testing.B) {
	var all []dateline.Reading
	for _, it := range articles(b, 40) {
		all = append(all, Code(it.Report))
	}
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		link.All(all[n%len(all):n%len(all)+1], nil)
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkDull codes reports of about 600 words of no interest.
func BenchmarkDull(b *testing.B) {
	r := dull(1)
	Code(r) // models and lists are read once
	b.ReportAllocs()
	for b.Loop() {
		Code(r)
	}
}

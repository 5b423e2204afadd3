package eval

import (
	"context"
	"fmt"
	"path/filepath"

	"dateline/internal/parse"
)

// Attribution scores who says what on the dev part of PolNeAR, in dir/polnear/dev, from raw text.
// A span is right when its first and last token are those that people marked; a role that is in pieces counts as
// so many spans, white space between pieces aside. PolNeAR marks no attribution within another's
// content, so ours that lie there are left out. Where several people marked an article, the first
// by name counts.
func Attribution(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "Attributions, PolNeAR dev, exact spans, per cent", Head: []string{"", "marked", "found", "precision", "recall", "F1"},
		Notes: []string{"published, F1 of source, cue and content: CRF 50.6, 53.4, 28.6; BiLSTM-CRF 69.6, 66.7, 59.0; BERT 83.2, 75.3, 72.9"}}
	articles, err := parse.ReadMarkings(filepath.Join(dir, "polnear", "dev"))
	if err != nil {
		return t, err
	}
	var s parse.AttributionScores
	for i := range articles {
		if err := ctx.Err(); err != nil {
			return t, err
		}
		text := parse.Parse(articles[i].Text)
		s.Add(text, text.Attributions(), articles[i].Marked)
	}
	t.Rows = [][]string{spanRow("source", s.Source), spanRow("cue", s.Cue), spanRow("content", s.Content)}
	return t, nil
}

func spanRow(name string, s parse.SpanScore) []string {
	p := func(f float64) string { return fmt.Sprintf("%.1f", 100*f) }
	return []string{name, fmt.Sprint(s.Marked), fmt.Sprint(s.Found), p(s.Precision()), p(s.Recall()), p(s.F1())}
}

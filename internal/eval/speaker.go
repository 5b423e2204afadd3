package eval

import (
	"context"
	"fmt"
	"path/filepath"

	"dateline"
	"dateline/internal/parse"
)

// Speakers scores whose word statements are told on, on the dev part of PolNeAR, in dir/polnear/dev. A
// statement whose trigger lies in what somebody is marked to say is right when a speaker of its chain and the
// marked source overlap where the head of one is, by its words or by what they stand for (see
// overlapByHead); of statements in no marked content those without a speaker are right. Where several
// people marked an article, the first by name counts.
func Speakers(ctx context.Context, dir string) (Table, error) {
	articles, err := parse.ReadMarkings(filepath.Join(dir, "polnear", "dev"))
	if err != nil {
		return Table{}, err
	}
	reports := make([]dateline.Report, len(articles))
	for i, a := range articles {
		reports[i] = dateline.Report{File: fmt.Sprint(i), Text: a.Text, Language: "en", SHA256: fmt.Sprint(i)}
		reports[i].SetID()
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return Table{}, err
	}
	var s speakerScore
	for i, r := range read {
		for _, st := range r.Statements {
			s.add(articles[i], st)
		}
	}
	return s.table(len(articles)), nil
}

// speakerScore counts statements in the words of a marked source, those among them that name somebody as
// their speaker, and statements in nobody's words.
type speakerScore struct {
	named, chain, nobody share
}

func (s *speakerScore) add(a parse.Marking, st dateline.Statement) {
	source, said := sourceOf(a, st.Trigger)
	if !said {
		s.nobody.add(len(st.Speaker) == 0)
		return
	}
	if len(source) == 0 {
		return
	}
	first := len(st.Speaker) > 0 && speaks(a.Text, st.Speaker[:1], source)
	s.named.add(first)
	s.chain.add(speaks(a.Text, st.Speaker, source))
}

// sourceOf returns the source in whose content the span lies, the innermost; said is false for none.
func sourceOf(a parse.Marking, at dateline.Span) (source []dateline.Span, said bool) {
	size := 0
	for _, m := range a.Marked {
		for _, c := range m.Content {
			if n := c.End - c.Start; c.Contains(at) && (!said || n < size) {
				source, said, size = m.Source, true, n
			}
		}
	}
	return source, said
}

func speaks(text string, chain []dateline.Speaker, source []dateline.Span) bool {
	for _, sp := range chain {
		for _, g := range source {
			if !sp.Span.IsZero() && (relationEnd{sp.Span, sp.Refers}).matches(text, g) {
				return true
			}
		}
	}
	return false
}

func (s speakerScore) table(articles int) Table {
	row := func(name string, x share) []string {
		return []string{name, fmt.Sprint(x.all), fmt.Sprint(x.right), x.percent()}
	}
	return Table{Title: fmt.Sprintf("Whose word a statement is told on, PolNeAR dev, %d articles", articles), Head: []string{"", "statements", "right", "per cent"},
		Rows: [][]string{row("said by a marked source: the first speaker", s.named), row("said by a marked source: any of the chain", s.chain),
			row("said by nobody: no speaker", s.nobody)}}
}

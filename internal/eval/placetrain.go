package eval

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"dateline"
	"dateline/internal/pipeline"
	"dateline/internal/resolve/toponym"
	"dateline/internal/scorer"
)

// TrainNames fits name.model of package toponym on the articles of dir/geoparsing that are not held
// out, and writes it.
func TrainNames(ctx context.Context, dir string, w io.Writer) error {
	return fitPlaces(ctx, dir, w, func(a placeArticle) []scorer.Example {
		gold := map[dateline.Span]bool{}
		for _, g := range a.toponyms {
			gold[g.span] = true
		}
		return toponym.NameExamples(pipeline.ToponymText(a.report()), gold)
	})
}

// TrainSenses fits sense.model of package toponym on the same articles.
func TrainSenses(ctx context.Context, dir string, w io.Writer) error {
	return fitPlaces(ctx, dir, w, func(a placeArticle) []scorer.Example {
		gold := map[dateline.Span]toponym.Gold{}
		for _, g := range a.toponyms {
			if g.located {
				gold[g.span] = toponym.Gold{Lat: g.lat, Lon: g.lon}
			}
		}
		return toponym.SenseExamples(pipeline.ToponymText(a.report()), gold)
	})
}

func fitPlaces(ctx context.Context, dir string, w io.Writer, of func(placeArticle) []scorer.Example) error {
	var examples []scorer.Example
	for _, c := range placeCorpora {
		articles, err := readPlaces(filepath.Join(dir, "geoparsing", c.file))
		if err != nil {
			return err
		}
		for _, a := range articles {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if !a.heldOut() {
				examples = append(examples, of(a)...)
			}
		}
	}
	if m := scorer.Fit(examples, scorer.Options{MinCount: 3, Ridge: 1e-3}); m != nil {
		return m.Write(w)
	}
	return fmt.Errorf("no examples in %s", dir)
}

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
	return trainNames(ctx, dir, true, w)
}

// TrainPlainNames fits plain.model, for reports that the first pass stops, on the same articles.
func TrainPlainNames(ctx context.Context, dir string, w io.Writer) error {
	return trainNames(ctx, dir, false, w)
}

func trainNames(ctx context.Context, dir string, tagged bool, w io.Writer) error {
	var examples []scorer.Example
	err := eachTaught(ctx, dir, func(a placeArticle) {
		gold := map[dateline.Span]bool{}
		for _, g := range a.toponyms {
			gold[g.span] = true
		}
		examples = append(examples, toponym.NameExamples(pipeline.ToponymText(a.report(), tagged), gold)...)
	})
	if err != nil {
		return err
	}
	return writeModel(scorer.Fit(examples, placeOptions), dir, w)
}

// TrainSenses fits sense.model of package toponym on the same articles.
func TrainSenses(ctx context.Context, dir string, w io.Writer) error {
	var races []scorer.Race
	err := eachTaught(ctx, dir, func(a placeArticle) {
		gold := map[dateline.Span]toponym.Gold{}
		for _, g := range a.toponyms {
			if g.located {
				gold[g.span] = toponym.Gold{Lat: g.lat, Lon: g.lon}
			}
		}
		races = append(races, toponym.SenseRaces(pipeline.ToponymText(a.report(), true), gold)...)
	})
	if err != nil {
		return err
	}
	return writeModel(scorer.FitRaces(races, placeOptions), dir, w)
}

var placeOptions = scorer.Options{MinCount: 3, Ridge: 1e-3}

// eachTaught hands on the articles that models may learn from.
func eachTaught(ctx context.Context, dir string, take func(placeArticle)) error {
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
				take(a)
			}
		}
	}
	return nil
}

func writeModel(m *scorer.Model, dir string, w io.Writer) error {
	if m == nil {
		return fmt.Errorf("no examples in %s", dir)
	}
	return m.Write(w)
}

package eval

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"dateline"
	"dateline/internal/invent"
	"dateline/internal/link"
	"dateline/internal/scorer"
)

// TrainAcross fits the model of link that says whether tellings of two reports are of one happening, and writes it. It
// learns from
//
//   - the half of GVA's incidents with even numbers (gvaArticle.fitted): of the pairs of articles that link compares by
//     what each is of, those of one incident are the same and all others apart; and
//   - invented reports on armed groups (package invent), where victims are seldom named and days and towns tell
//     incidents apart: pairs of what their statements tell.
func TrainAcross(ctx context.Context, dir string, out io.Writer) error {
	var reports []dateline.Report
	of := map[string]string{}
	err := eachLine(filepath.Join(dir, "gva", "documents.jsonl"), func(a gvaArticle) error {
		if a.fitted() {
			r := a.published()
			of[r.ID] = a.Incident
			reports = append(reports, r)
		}
		return nil
	})
	if err != nil {
		return err
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return err
	}
	model := scorer.Fit(append(acrossExamples(read, of), inventedExamples()...), acrossOptions)
	if model == nil {
		return fmt.Errorf("no pairs to learn from in %s", dir)
	}
	return model.Write(out)
}

var acrossOptions = scorer.Options{Rounds: 30, MinCount: 20, Ridge: 5e-4}

// acrossExamples are the pairs of readings that link compares by what each is of; of says to which happening each
// report belongs.
func acrossExamples(read []dateline.Reading, of map[string]string) []scorer.Example {
	var out []scorer.Example
	for _, c := range link.Comparisons(read) {
		if c.Whole {
			out = append(out, acrossExample(c, of[c.A] == of[c.B], 1))
		}
	}
	return out
}

func acrossExample(c link.Comparison, same bool, weight float64) scorer.Example {
	x := scorer.Example{Features: c.Features, Class: link.ApartClass, Weight: weight}
	if same {
		x.Class = link.SameClass
	}
	return x
}

// The invented reports that are learned from, and how many pairs at most of one incident or of one and another: an
// incident that hundreds tell is no better known by all their pairs.
const (
	inventedSeed    = 6
	inventedReports = 12000
	mostOfOne       = 4
	inventedWeight  = 0.2
)

// inventedExamples are the pairs of invented tellings that link compares, the first mostOfOne of each pair of incidents.
func inventedExamples() []scorer.Example {
	var read []dateline.Reading
	of := map[string]string{}
	for s := range invent.Stories(invent.Options{Seed: inventedSeed, Reports: inventedReports}) {
		read = append(read, s.Reading)
		for _, t := range s.Tales {
			for _, id := range t.Statements {
				of[id] = t.Incident
			}
		}
	}
	had := map[[2]string]int{}
	var out []scorer.Example
	for _, c := range link.Comparisons(read) {
		x, y := of[c.Heads[0]], of[c.Heads[1]]
		k := [2]string{min(x, y), max(x, y)}
		if had[k]++; had[k] <= mostOfOne && x != "" && y != "" {
			out = append(out, acrossExample(c, x == y, inventedWeight))
		}
	}
	return out
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"dateline/internal/eval"
)

type evalCmd struct {
	Name   string `arg:"" help:"What to score: cases, ud, clauses, attribution, reference, ner, isaf or wikievents."`
	Corpus string `help:"Folder of the cases (cases if not given), or the folder that holds ud/ and isaf/." placeholder:"DIR"`
}

// Help shows examples.
func (evalCmd) Help() string {
	return `cases        the project's cases: what passed, failed or is a known shortfall, by family and kind
ud           the parser on the test parts of Universal Dependencies, in DIR/ud
clauses      who does what to whom, on the same test parts
attribution  who says what, on the dev part of PolNeAR, in DIR/polnear
reference    what stands for what within a document, on GUM, in DIR/ud
ner          names on Universal NER, in DIR/ner, and re3d, in DIR/re3d
isaf         press releases of 2010 to 2012 with coded fields, in DIR/isaf: per cent of releases right
wikievents   events with who takes part, on WikiEvents, in DIR/wikievents: precision, recall, F1

Examples:
  dateline eval cases
  dateline eval ud --corpus corpora`
}

// Run prints a table of scores; low ones are no failure.
func (c *evalCmd) Run(s *streams) error {
	score, ok := map[string]func(context.Context, string) (eval.Table, error){
		"cases": func(ctx context.Context, dir string) (eval.Table, error) { return eval.Cases(ctx, os.DirFS(dir)) },
		"ud":    eval.UD, "clauses": eval.Clauses, "attribution": eval.Attribution, "reference": eval.Reference, "ner": eval.NER, "isaf": eval.ISAF, "wikievents": eval.WikiEvents}[c.Name]
	switch {
	case !ok:
		return &failure{exit: exitUsage, err: fmt.Errorf("nothing to score is called %q", c.Name), hint: "score cases, ud, clauses, attribution, reference, ner, isaf or wikievents"}
	case c.Corpus == "" && c.Name != "cases":
		return &failure{exit: exitUsage, err: errors.New("where is the corpus?"), hint: "name its folder with --corpus"}
	case c.Corpus == "":
		c.Corpus = "cases"
	}
	t, err := score(s.ctx, c.Corpus)
	if errors.Is(err, fs.ErrNotExist) {
		return &failure{exit: exitUsage, err: err, hint: "name the folder with --corpus"}
	}
	if err != nil {
		return err
	}
	return t.Write(s.out)
}

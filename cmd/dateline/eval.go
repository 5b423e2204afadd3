package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"dateline/internal/eval"
)

type evalCmd struct {
	Name   string `arg:"" help:"What to score: one of the names below."`
	Corpus string `help:"Folder of the cases (cases if not given), or the folder that holds ud/, isaf/ and the other corpora." placeholder:"DIR"`
}

// scores lists what can be scored, in the order of the help.
var scores = []struct {
	name, help string
	score      func(ctx context.Context, dir string) (eval.Table, error)
}{
	{"cases", "the project's cases: what passed, failed or is a known shortfall, by family and kind", scoreCases},
	{"ud", "the parser on the test parts of Universal Dependencies, in DIR/ud", eval.UD},
	{"clauses", "who does what to whom, on the same test parts", eval.Clauses},
	{"attribution", "who says what, on the dev part of PolNeAR, in DIR/polnear", eval.Attribution},
	{"reference", "what stands for what within a document, on GUM, in DIR/ud", eval.Reference},
	{"ner", "names on Universal NER, in DIR/ner, and re3d, in DIR/re3d", eval.NER},
	{"gate", "the first pass: how many reports of incidents it keeps, how many others it stops, on six corpora", eval.Gate},
	{"isaf", "press releases of 2010 to 2012 with coded fields, in DIR/isaf: per cent of releases right", eval.ISAF},
	{"hrdsattack", "violations, who did them and to whom, on HRDsAttack, in DIR/hrdsattack: F1 and per cent of articles", eval.HRDsAttack},
	{"wikievents", "events with who takes part, on WikiEvents, in DIR/wikievents: precision, recall, F1", eval.WikiEvents},
	{"re3d", "relations between groups: who fights, joins, leads whom, on re3d, in DIR/re3d", eval.Relations},
	{"muc4", "templates of incidents in wire copy, by the official rules of 1992, in DIR/muc4", eval.MUC4},
	{"gva", "how many were killed and injured, against the final record, on GVA, in DIR/gva", eval.GVA},
	{"conflictwiki", "lists of strengths and losses with rival claims, in DIR/conflictwiki: per cent of 300 read right", eval.ConflictWiki},
	{"plover", "root class with source and target, on PLOVER sentences, in DIR/plover: per cent of sentences right", eval.PLOVER},
}

func scoreCases(ctx context.Context, dir string) (eval.Table, error) {
	return eval.Cases(ctx, os.DirFS(dir))
}

// Help shows what can be scored, and examples.
func (evalCmd) Help() string {
	var b strings.Builder
	for _, s := range scores {
		fmt.Fprintf(&b, "%-13s %s\n", s.name, s.help)
	}
	return b.String() + `
Examples:
  dateline eval cases
  dateline eval ud --corpus corpora`
}

// Run prints a table of scores; low ones are no failure.
func (c *evalCmd) Run(s *streams) error {
	var names []string
	for _, x := range scores {
		names = append(names, x.name)
	}
	i := slices.Index(names, c.Name)
	switch {
	case i < 0:
		return &failure{exit: exitUsage, err: fmt.Errorf("nothing to score is called %q", c.Name), hint: "score one of " + strings.Join(names, ", ")}
	case c.Corpus == "" && c.Name != "cases":
		return &failure{exit: exitUsage, err: errors.New("where is the corpus?"), hint: "name its folder with --corpus"}
	case c.Corpus == "":
		c.Corpus = "cases"
	}
	t, err := scores[i].score(s.ctx, c.Corpus)
	if errors.Is(err, fs.ErrNotExist) {
		return &failure{exit: exitUsage, err: err, hint: "name the folder with --corpus"}
	}
	if err != nil {
		return err
	}
	return t.Write(s.out)
}

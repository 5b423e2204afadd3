package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/internal/eval"
)

type evalCmd struct {
	Name   string `arg:"" help:"What to score: one of the names above."`
	Corpus string `help:"Folder of the cases (cases, cases/actors or cases/counts, if not given), or the folder that holds ud/, isaf/ and the other corpora." placeholder:"DIR"`
	Sizes  []int  `help:"With scale: how many reports." default:"1000,10000,100000" placeholder:"N"`
	Commit string `help:"With all: the commit that is scored, for the title." placeholder:"ID"`
	Date   string `help:"With all: the day, for the title." placeholder:"DATE"`
	Cases  string `help:"With all: folder of the cases." default:"cases" placeholder:"DIR"`
}

// scores lists what can be scored, in the order of the help.
var scores = []struct {
	name, help string
	score      func(ctx context.Context, dir string) (eval.Table, error)
}{
	{"cases", "the project's cases: what passed, failed or is a known shortfall, by family and kind", scoreCases},
	{"actors", "the project's name mentions: whom words mean, by kind, and how many were given to a wrong actor", scoreActors},
	{"dates", "the project's expressions of time, in dates.txt of DIR or else of cases: which days they mean, by kind", scoreDates},
	{"counts", "the project's count expressions: what number words tell, by kind", scoreCounts},
	{"where", "the project's place expressions: where words in sentences are, by kind", scoreWhere},
	{"linked", "the project's incidents told by several reports each: whether all are as the files of cases/linked say", scoreLinked},
	{"ecbplus", "which marked words of several texts tell one event, on ECB+, in DIR/ecbplus", eval.ECBPlus},
	{"gvc", "which marked words of several texts tell one event, on the Gun Violence Corpus, in DIR/gva", eval.GVC},
	{"ud", "the parser on the test parts of Universal Dependencies, in DIR/ud", eval.UD},
	{"clauses", "who does what to whom, on the same test parts", eval.Clauses},
	{"attribution", "who says what, on the dev part of PolNeAR, in DIR/polnear", eval.Attribution},
	{"speakers", "whose word a statement is told on, on the dev part of PolNeAR, in DIR/polnear", eval.Speakers},
	{"reference", "what stands for what within a document, on GUM, in DIR/ud", eval.Reference},
	{"ner", "names on Universal NER, in DIR/ner, and re3d, in DIR/re3d", eval.NER},
	{"gate", "the first pass: how many reports of incidents it keeps, how many others it stops, on six corpora", eval.Gate},
	{"isaf", "press releases of 2010 to 2012 with coded fields, in DIR/isaf: per cent of releases right", eval.ISAF},
	{"hrdsattack", "violations, who did them and to whom, on HRDsAttack, in DIR/hrdsattack: F1 and per cent of articles", eval.HRDsAttack},
	{"wikievents", "events with who takes part, on WikiEvents, in DIR/wikievents: precision, recall, F1", eval.WikiEvents},
	{"re3d", "relations between groups: who fights, joins, leads whom, on re3d, in DIR/re3d", eval.Relations},
	{"muc4", "templates of incidents in wire copy, by the official rules of 1992, in DIR/muc4", eval.MUC4},
	{"gva", "how many were killed and injured, against the final record, on GVA, in DIR/gva", eval.GVA},
	{"linking", "which articles tell one incident, and what the incidents say, on GVA, in DIR/gva", eval.Linking},
	{"conflictwiki", "lists of strengths and losses with rival claims, in DIR/conflictwiki: per cent of 300 read right", eval.ConflictWiki},
	{"places", "names of places found in raw text, and where they are, on LGL and GeoVirus, in DIR/geoparsing", eval.Places},
	{"plover", "root class with source and target, on PLOVER sentences, in DIR/plover: per cent of sentences right", eval.PLOVER},
}

func scoreCases(ctx context.Context, dir string) (eval.Table, error) {
	return eval.Cases(ctx, os.DirFS(dir))
}

func scoreActors(ctx context.Context, dir string) (eval.Table, error) {
	return eval.Actors(ctx, os.DirFS(dir))
}

func scoreCounts(ctx context.Context, dir string) (eval.Table, error) {
	return eval.Counts(ctx, os.DirFS(dir))
}

func scoreWhere(ctx context.Context, dir string) (eval.Table, error) {
	return eval.Where(ctx, os.DirFS(dir))
}

func scoreLinked(ctx context.Context, dir string) (eval.Table, error) {
	return eval.Linked(ctx, os.DirFS(dir))
}

// home gives where the project's own cases lie, for a score that needs no corpus; "" for others.
func (c *evalCmd) home(name string) string {
	switch name {
	case "cases", "dates":
		return c.Cases
	case "actors", "counts", "linked":
		return filepath.Join(c.Cases, name)
	case "where":
		return filepath.Join(c.Cases, "places")
	}
	return ""
}

// scoreDates scores the cases of dates in dir, or, where it is a folder of corpora, those in cases.
func scoreDates(ctx context.Context, dir string) (eval.Table, error) {
	t, err := eval.Dates(ctx, os.DirFS(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return eval.Dates(ctx, os.DirFS("cases"))
	}
	return t, err
}

// Help shows what can be scored, and examples.
func (evalCmd) Help() string {
	var b strings.Builder
	b.WriteString("Names:\n")
	for _, s := range scores {
		fmt.Fprintf(&b, "  %-13s %s\n", s.name, s.help)
	}
	return b.String() + `  scale         linking of invented reports with known truth, and how its cost grows with their number
  all           every figure with its bar, a row each: those of the scores above whose corpus is there

Examples:
  dateline eval cases
  dateline eval actors
  dateline eval counts
  dateline eval scale --sizes 1000,10000
  dateline eval ud --corpus corpora
  dateline eval all --corpus corpora --commit 1a2b3c4 --date 2026-11-22 > docs/scores.txt`
}

// all scores everything.
func (c *evalCmd) all(s *streams) error {
	t, err := eval.All(s.ctx, eval.Stamp{Commit: c.Commit, Date: c.Date}, func(ctx context.Context, name string) (eval.Table, error) {
		for _, x := range scores {
			switch {
			case x.name == name && c.home(name) != "":
				return x.score(ctx, c.home(name))
			case x.name == name:
				return x.score(ctx, c.Corpus)
			}
		}
		return eval.Table{}, fs.ErrNotExist
	})
	if err != nil {
		return err
	}
	return t.Write(s.out)
}

// scale scores the linking of invented reports, and what it costs.
func (c *evalCmd) scale(s *streams) error {
	t, err := eval.Scale(s.ctx, c.Sizes, s.now)
	if err != nil {
		return err
	}
	return t.Write(s.out)
}

// Run prints a table of scores; low ones are no failure.
func (c *evalCmd) Run(s *streams) error {
	switch {
	case c.Name == "all" && c.Corpus != "":
		return c.all(s)
	case c.Name == "scale":
		return c.scale(s)
	}
	names := []string{"scale", "all"}
	for _, x := range scores {
		names = append(names, x.name)
	}
	i := slices.Index(names, c.Name) - 2
	switch {
	case i < -2:
		return &failure{exit: exitUsage, err: fmt.Errorf("nothing to score is called %q", c.Name), hint: "score one of " + strings.Join(names, ", ")}
	case c.Corpus == "" && c.home(c.Name) == "":
		return &failure{exit: exitUsage, err: errors.New("where is the corpus?"), hint: "name its folder with --corpus"}
	case c.Corpus == "":
		c.Corpus = c.home(c.Name)
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

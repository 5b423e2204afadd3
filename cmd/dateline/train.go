package main

import (
	"errors"
	"fmt"
	"io/fs"

	"dateline/internal/parse"
)

type trainCmd struct {
	Model  string `arg:"" enum:"parse" help:"Which model: parse (words, trees and names)."`
	Corpus string `required:"" help:"Folder with the treebanks; the corpora of names lie beside it in ../ner." placeholder:"DIR"`
	Wire   string `help:"File with more trees: those that go run ./train/wire makes." placeholder:"FILE"`
	Out    string `required:"" help:"Model file to write." placeholder:"FILE"`
	Rounds int    `help:"Passes over the treebanks; 0 is the usual number."`
}

// Help shows examples.
func (trainCmd) Help() string {
	return `The same corpora give the same model, byte for byte.

Examples:
  dateline train parse --corpus corpora/ud --wire train/wire/wire.conllu --out internal/parse/english.model
  dateline train parse --corpus corpora/ud --out quick.model --rounds 2`
}

// Run fits the model and writes it.
func (c *trainCmd) Run(s *streams) error {
	err := parse.Train(parse.TrainOptions{Corpus: c.Corpus, Wire: c.Wire, Out: c.Out, Rounds: c.Rounds, Log: s.err})
	if errors.Is(err, fs.ErrNotExist) {
		return &failure{exit: exitUsage, err: err, hint: "--corpus names the folder that holds " + parse.Treebanks[0]}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s written\n", c.Out)
	return nil
}

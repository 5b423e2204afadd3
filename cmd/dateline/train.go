package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"dateline/internal/eval"
	"dateline/internal/parse"
)

type trainCmd struct {
	Model   string `arg:"" enum:"parse,labels,sights,readings,case,attribution,segment,reference,same,told,across,rarity,mentions,names,plain-names,senses,scene,storytime,passages,muc4named,muc4degree" help:"Which model: parse (words and trees), labels (names; sights writes what it is fitted on, readings more sentences for that), case (how a dictionary writes words), attribution (who says what), segment (where sentences end), reference (what stands for what), same (which statements of a report tell one happening), told (which incidents a report tells as such), across (which tellings of two reports are of one happening), rarity (how rare words are, which across looks at), mentions (which marked words tell one event), names, plain-names or senses (which words name places, and which places), scene or storytime (where and when a thing took place whose own words do not say it), passages (which passages tell of violence, for the first pass), muc4named or muc4degree (which organizations a key of MUC-4 names beyond those that are said to have done it, and with which degree; nothing that is shown rests on them)."`
	Corpus  string `help:"Folder with the treebanks, the corpora of names beside it in ../ner; or with the train part of PolNeAR; or, for the last eleven, that holds the corpora. For sights, the file of labelled sentences; for case, that of words." placeholder:"DIR"`
	Network string `help:"File with the weights that train/network fits, which parse and labels need." placeholder:"FILE"`
	Wire    string `help:"File with more trees: those that go run ./train/wire makes." placeholder:"FILE"`
	Out     string `required:"" help:"Model file to write." placeholder:"FILE"`
	Rounds  int    `help:"Passes over the treebanks; 0 is the usual number."`
}

// Help shows examples.
func (trainCmd) Help() string {
	return `The same corpora give the same model, byte for byte.

Examples:
  dateline train parse --corpus corpora/ud --wire train/wire/wire.conllu --network network.safetensors --out internal/parse/english.model
  dateline train case --corpus words.txt --out internal/parse/case.model
  dateline train readings --corpus corpora/ud --out readings.jsonl
  dateline train sights --corpus labels.jsonl --out sights.bin
  dateline train labels --network labels.safetensors --out internal/parse/labels.model
  dateline train segment --corpus corpora/ud --wire train/wire/wire.conllu --out internal/parse/segment.model
  dateline train reference --corpus corpora/ud --out internal/parse/reference.model
  dateline train attribution --corpus corpora/polnear/train --out internal/parse/attribution.model
  dateline train same --corpus corpora --out internal/link/same.model
  dateline train told --corpus corpora --out internal/link/told.model
  dateline train rarity --corpus corpora --out internal/link/rarity.txt
  dateline train across --corpus corpora --out internal/link/across.model
  dateline train scene --corpus corpora --out internal/resolve/scene/scene.model
  dateline train storytime --corpus corpora --out internal/resolve/storytime/storytime.model
  dateline train passages --corpus corpora --out internal/extract/passage.model
  dateline train muc4named --corpus corpora --out internal/eval/muc4named.model
  dateline train muc4degree --corpus corpora --out internal/eval/muc4degree.model`
}

// Run fits the model and writes it.
func (c *trainCmd) Run(s *streams) error {
	if c.Model == "attribution" {
		return c.attribution(s)
	}
	if fit := fits[c.Model]; fit != nil {
		return c.fit(s, fit)
	}
	train := parse.Train
	switch c.Model {
	case "labels":
		train = parse.TrainLabels
	case "sights":
		train = parse.WriteSights
	case "readings":
		train = parse.WriteReadings
	case "case":
		train = parse.TrainCases
	case "segment":
		train = parse.TrainSegments
	case "reference":
		train = parse.TrainReferences
	}
	err := train(parse.TrainOptions{Corpus: c.Corpus, Wire: c.Wire, Network: c.Network, Out: c.Out, Rounds: c.Rounds, Log: s.err})
	if errors.Is(err, fs.ErrNotExist) {
		return &failure{exit: exitUsage, err: err, hint: "--corpus names the folder that holds " + parse.Treebanks[0]}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s written\n", c.Out)
	return nil
}

func (c *trainCmd) attribution(s *streams) error {
	err := parse.TrainAttributions(parse.AttributionTraining{Corpus: c.Corpus, Out: c.Out, Hold: 6, Rounds: c.Rounds, Log: s.err})
	if errors.Is(err, fs.ErrNotExist) {
		return &failure{exit: exitUsage, err: err, hint: "--corpus names the folder that holds text/ and attributions/"}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s written\n", c.Out)
	return nil
}

// fits are the models that packages of eval fit on a folder of corpora.
var fits = map[string]func(ctx context.Context, dir string, w io.Writer) error{
	"same": eval.TrainSame, "told": eval.TrainTold, "rarity": eval.TrainRarity, "across": eval.TrainAcross, "mentions": eval.TrainMentions, "names": eval.TrainNames, "plain-names": eval.TrainPlainNames, "senses": eval.TrainSenses, "scene": eval.TrainScene, "storytime": eval.TrainTime, "passages": eval.TrainPassages,
	"muc4named": eval.TrainMUCNamed, "muc4degree": eval.TrainMUCDegree,
}

func (c *trainCmd) fit(s *streams, fit func(ctx context.Context, dir string, w io.Writer) error) error {
	var model bytes.Buffer
	err := fit(s.ctx, c.Corpus, &model)
	if errors.Is(err, fs.ErrNotExist) {
		return &failure{exit: exitUsage, err: err, hint: "--corpus names the folder that holds the corpora"}
	}
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.Out, model.Bytes(), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s written\n", c.Out)
	return nil
}

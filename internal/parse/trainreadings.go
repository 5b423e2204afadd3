package parse

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// WriteReadings writes what the embedded analyser takes for names in the first treebank of opts.Corpus, sentences without
// case left out, as LabelledSentences to opts.Out: the labeller of blind sentences learns from them without their case.
func WriteReadings(opts TrainOptions) error {
	gold, err := ReadUDFile(filepath.Join(opts.Corpus, Treebanks[0]))
	if err != nil {
		return fmt.Errorf("train readings: %w", err)
	}
	out, err := os.Create(opts.Out)
	if err != nil {
		return err
	}
	defer out.Close()
	w := bufio.NewWriter(out)
	lines := json.NewEncoder(w)
	for len(gold) > 0 {
		n := 1
		for n < len(gold) && !gold[n].Doc {
			n++
		}
		for _, line := range readings(gold[:n]) {
			if err := lines.Encode(line); err != nil {
				return err
			}
		}
		gold = gold[n:]
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return out.Close()
}

// readings reads the names of a document.
func readings(gold []Gold) []LabelledSentence {
	var document [][]string
	for i := range gold {
		if caseless(gold[i].Tokens) < 3 {
			document = append(document, gold[i].forms(nil))
		}
	}
	t := ParseWords(document)
	lines := make([]LabelledSentence, len(t.Sentences))
	for i := range t.Sentences {
		lines[i] = LabelledSentence{Words: make([]string, 0, len(t.Sentences[i].Tokens))}
		for k := range t.Sentences[i].Tokens {
			token := &t.Sentences[i].Tokens[k]
			lines[i].Words = append(lines[i].Words, token.Form)
			lines[i].Labels = append(lines[i].Labels, 0)
			if labelKinds[labelKind(token)] == NameOther {
				lines[i].Labels[k] = labelNumber(token.Entity)
			}
		}
	}
	for _, n := range t.Names {
		kind := map[NameKind]string{NamePerson: "person", NameOrganisation: "organisation", NameLocation: "location", NameFacility: "location"}[n.Kind]
		if kind == "" {
			continue
		}
		for k := n.First; k <= n.Last; k++ {
			lines[n.Sentence].Labels[k] = labelNumber("I-" + kind)
		}
		lines[n.Sentence].Labels[n.First] = labelNumber("B-" + kind)
	}
	return lines
}

func labelNumber(label string) int { return slices.Index(labels().labels, label) }

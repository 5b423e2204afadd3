package eval

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"dateline/internal/parse"
)

// udTests are the test parts of the treebanks: UD English EWT and PUD, and the openly licensed
// documents of GUM, none of which the model learns from.
var udTests = []string{"en_ewt-ud-test.conllu", "en_pud-ud-test.conllu", "gum-free-test.conllu"}

// UD scores the parser on the treebanks in dir/ud, as they are, in capitals as a wire would have
// them, and in lower case. Tags, lemmas and trees are scored on gold words, words and sentences from raw text.
func UD(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "Universal Dependencies, per cent; tags, lemmas and trees on gold words, punctuation included",
		Head: []string{"", "sentences", "words", "UPOS", "XPOS", "lemma", "UAS", "LAS", "word F1", "sentence F1"}}
	for _, name := range udTests {
		gold, err := parse.ReadUDFile(filepath.Join(dir, "ud", name))
		if err != nil {
			return t, err
		}
		if err := ctx.Err(); err != nil {
			return t, err
		}
		t.Rows = append(t.Rows, udRow(name, parse.EvalUD(gold, nil), true),
			udRow(name+", in capitals", parse.EvalUD(gold, strings.ToUpper), false), udRow(name+", in lower case", parse.EvalUD(gold, strings.ToLower), false))
	}
	return t, nil
}

// udRow leaves out the scores on raw text where the case of the words was changed: they are the same.
func udRow(name string, s parse.Scores, raw bool) []string {
	p := func(f float64) string { return fmt.Sprintf("%.2f", 100*f) }
	row := []string{name, fmt.Sprint(s.Sentences), fmt.Sprint(s.Words), p(s.UPOS), p(s.Fine), p(s.Lemma), p(s.UAS), p(s.LAS), "", ""}
	if raw {
		row[8], row[9] = p(s.WordF1), p(s.SentenceF1)
	}
	return row
}

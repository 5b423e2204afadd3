package parse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpora is the folder with treebanks that are no part of the project.
const corpora = "../../../shared/corpora"

func TestScores(t *testing.T) {
	if testing.Short() {
		t.Skip("reads whole treebanks")
	}
	for _, c := range []struct {
		file                                    string
		upper                                   bool
		upos, uas, las, lemma, words, sentences float64
	}{
		{"en_ewt-ud-test.conllu", false, 0.96, 0.878, 0.85, 0.98, 0.985, 0.87},
		{"en_ewt-ud-test.conllu", true, 0.95, 0.87, 0.845, 0.98, 0, 0},
		{"en_pud-ud-test.conllu", false, 0.96, 0.86, 0.83, 0.98, 0.99, 0.99},
		{"gum-free-test.conllu", false, 0.96, 0.87, 0.85, 0.98, 0.99, 0.93},
	} {
		gold, err := ReadUDFile(filepath.Join(corpora, "ud", c.file))
		if os.IsNotExist(err) {
			t.Skip("no treebanks here")
		}
		if err != nil {
			t.Fatal(err)
		}
		recase := map[bool]func(string) string{true: strings.ToUpper}[c.upper]
		s := EvalUD(gold, recase)
		t.Logf("%s upper=%v: UPOS %.4f fine %.4f lemma %.4f UAS %.4f LAS %.4f words %.4f sentences %.4f",
			c.file, c.upper, s.UPOS, s.Fine, s.Lemma, s.UAS, s.LAS, s.WordF1, s.SentenceF1)
		for name, pair := range map[string][2]float64{"UPOS": {s.UPOS, c.upos}, "UAS": {s.UAS, c.uas}, "LAS": {s.LAS, c.las},
			"lemma": {s.Lemma, c.lemma}, "words": {s.WordF1, c.words}, "sentences": {s.SentenceF1, c.sentences}} {
			if pair[0] < pair[1] {
				t.Errorf("%s: %s %.4f is below %.4f", c.file, name, pair[0], pair[1])
			}
		}
	}
}

package parse

import (
	"os"
	"strings"
	"testing"
)

// goldFeats reads the features of a treebank's words, a sentence a slice.
func goldFeats(t testing.TB, path string) [][]string {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Skip("no treebank:", err)
	}
	var all [][]string
	var sentence []string
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		switch {
		case len(f) == 10 && !strings.ContainsAny(f[0], "-."):
			sentence = append(sentence, strings.TrimPrefix(f[5], "_"))
		case len(f) == 1 && f[0] == "" && len(sentence) > 0:
			all, sentence = append(all, sentence), nil
		}
	}
	return all
}

// Features are scored whole: a word's is right if all of it is. EWT also marks misspellings and
// abbreviations, which feats does not try.
func TestFeatsOnTreebanks(t *testing.T) {
	for _, c := range []struct {
		file              string
		gold, bare, drawn float64 // least share right: with the treebank's tags and trees, its tags alone, the parser's both
	}{{"en_ewt-ud-dev.conllu", 0.97, 0.95, 0.93}, {"en_ewt-ud-test.conllu", 0.97, 0.95, 0.93}} {
		path := "../../../shared/corpora/ud/" + c.file
		want := goldFeats(t, path)
		gold, err := ReadUDFile(path)
		if err != nil {
			t.Fatal(err)
		}
		onGold, onDrawn := shareOfFeats(gold, want, false), shareOfFeats(gold, want, true)
		for i := range gold {
			fell(gold[i].Tokens)
		}
		bare := shareOfFeats(gold, want, false)
		t.Logf("%s: features right on given trees %.4f, without trees %.4f, on drawn trees %.4f", c.file, onGold, bare, onDrawn)
		if onGold < c.gold || bare < c.bare || onDrawn < c.drawn {
			t.Errorf("%s: %.4f, %.4f and %.4f right, want %.2f, %.2f and %.2f", c.file, onGold, bare, onDrawn, c.gold, c.bare, c.drawn)
		}
	}
}

// fell takes the tree away.
func fell(tokens []Token) {
	for i := range tokens {
		tokens[i].Head, tokens[i].Rel = -1, ""
	}
}

// shareOfFeats is the share of words whose features are right, on the treebank's trees or the parser's.
func shareOfFeats(gold []Gold, want [][]string, drawn bool) float64 {
	m, work := english(), new(scratch)
	words, right := 0, 0
	for i := range gold {
		tokens := gold[i].Tokens
		if drawn {
			tokens = m.readWords(gold[i].forms(nil), work)
		}
		feats(tokens)
		for j := range tokens {
			words++
			right += one(tokens[j].Feats == want[i][j])
		}
	}
	return float64(right) / float64(words)
}

func BenchmarkFeats(b *testing.B) {
	x := Parse(syntheticArticle())
	tokens := 0
	for s := range x.Sentences {
		tokens += len(x.Sentences[s].Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for s := range x.Sentences {
			feats(x.Sentences[s].Tokens)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}

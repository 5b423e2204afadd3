package parse

import (
	"slices"
	"strings"
	"testing"
)

// TestOutline holds that an outline has the sentences and tokens of a parse.
func TestOutline(t *testing.T) {
	const source = "Police in Paris, Texas, said so. It wasn't the U.S. Army's Gen. Smith.\n\nHe left."
	full := Parse(source)
	var plain [][]Word
	for words := range Outline(source) {
		plain = append(plain, slices.Clone(words))
	}
	if len(full.Sentences) != len(plain) {
		t.Fatalf("%d sentences, want %d", len(plain), len(full.Sentences))
	}
	for i, s := range full.Sentences {
		if len(plain[i]) != len(s.Tokens) {
			t.Fatalf("sentence %d: %+v", i, plain[i])
		}
		for k, w := range plain[i] {
			if w.Span != s.Tokens[k].Span || w.Form != s.Tokens[k].Form {
				t.Errorf("word %d of sentence %d: %+v", k, i, w)
			}
		}
	}
}

func BenchmarkOutline(b *testing.B) {
	source := strings.Repeat("The city council of Lakewood, Ohio, voted on Tuesday to widen the bridge, which carries 40,000 cars a day. ", 30)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		for range Outline(source) {
		}
	}
}

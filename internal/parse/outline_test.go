package parse

import (
	"strings"
	"testing"
)

// TestOutline holds that an outline has the sentences and tokens of a parse.
func TestOutline(t *testing.T) {
	const source = "Police in Paris, Texas, said so. It wasn't the U.S. Army's Gen. Smith.\n\nHe left."
	full, plain := Parse(source), Outline(source)
	if len(full.Sentences) != len(plain.Sentences) {
		t.Fatalf("%d sentences, want %d", len(plain.Sentences), len(full.Sentences))
	}
	for i, s := range full.Sentences {
		o := plain.Sentences[i]
		if o.Span != s.Span || o.Paragraph != s.Paragraph || len(o.Tokens) != len(s.Tokens) || o.Tree {
			t.Fatalf("sentence %d: %+v", i, o)
		}
		for k := range s.Tokens {
			if o.Tokens[k].Span != s.Tokens[k].Span || o.Tokens[k].Form != s.Tokens[k].Form {
				t.Errorf("token %d of sentence %d: %+v", k, i, o.Tokens[k])
			}
		}
	}
}

func BenchmarkOutline(b *testing.B) {
	source := strings.Repeat("The city council of Lakewood, Ohio, voted on Tuesday to widen the bridge, which carries 40,000 cars a day. ", 30)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		Outline(source)
	}
}

package parse

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLongInputs(t *testing.T) {
	for name, source := range map[string]string{
		"20,000 words without a stop":     strings.Repeat("gunmen attacked the village ", 5000),
		"half a megabyte without a space": strings.Repeat("x", 1<<19),
		"dots":                            strings.Repeat("a.", 1<<16),
		"hyphens":                         strings.Repeat("ab-", 1<<15),
		"quotation marks, never closed":   strings.Repeat("\" '", 20000),
		"brackets":                        strings.Repeat("(", 50000),
		"short lines":                     strings.Repeat("x\n", 20000),
		"labels":                          strings.Repeat("aa.", 30000),
		"stops":                           strings.Repeat(". ", 50000),
	} {
		t.Run(name, func(t *testing.T) { sound(t, Parse(source)) })
	}
}

// sound checks what Parse promises of any text.
func sound(t *testing.T, x *Text) {
	t.Helper()
	at := 0
	for i := range x.Sentences {
		s := &x.Sentences[i]
		if len(s.Tokens) == 0 || len(s.Tokens) > longestSentence {
			t.Fatalf("sentence %d has %d tokens", i, len(s.Tokens))
		}
		if !x.Paragraphs[s.Paragraph].Span.Contains(s.Span) {
			t.Fatalf("sentence %d lies outside of its paragraph", i)
		}
		at = soundTokens(t, x.Source, s, at)
	}
	for _, q := range x.Quotes {
		runeBorder(t, x.Source, q.Span.Start, q.Span.End)
	}
	for _, n := range x.Names {
		s := &x.Sentences[n.Sentence]
		if n.First > n.Last || n.Span != s.SpanOf(n.First, n.Last) {
			t.Fatalf("name %q is not tokens %d to %d", n.Span.In(x.Source), n.First, n.Last)
		}
	}
}

func soundTokens(t *testing.T, source string, s *Sentence, at int) int {
	t.Helper()
	roots := 0
	for j := range s.Tokens {
		w := &s.Tokens[j]
		if w.Span.Start < at || w.Span.IsZero() || !s.Span.Contains(w.Span) || visible(w.Span.In(source)) != w.Form {
			t.Fatalf("token %q at %v after byte %d", w.Form, w.Span, at)
		}
		at = w.Span.End
		runeBorder(t, source, w.Span.Start, w.Span.End)
		if w.Tag == "" || w.Rel == "" || w.Lemma == "" || w.Head >= len(s.Tokens) || w.Head == j {
			t.Fatalf("token %q is half read: %+v", w.Form, w)
		}
		roots += one(w.Head < 0)
	}
	if roots != 1 || s.Root() < 0 {
		t.Fatalf("%d roots in %q", roots, s.Span.In(source))
	}
	return at
}

func runeBorder(t *testing.T, source string, offsets ...int) {
	t.Helper()
	for _, o := range offsets {
		if o < 0 || o > len(source) || o < len(source) && !utf8.RuneStart(source[o]) && utf8.ValidString(source) {
			t.Fatalf("offset %d is no border of a rune", o)
		}
	}
}

func TestUnderstands(t *testing.T) {
	x := Parse("On October 23, gunmen stormed the Dubrovka theatre in the Russian capital, killing at least two people.")
	s := &x.Sentences[0]
	verb := s.Root()
	if s.Tokens[verb].Lemma != "storm" {
		t.Fatalf("the root is %q", s.Tokens[verb].Form)
	}
	if subject := s.Child(verb, "nsubj"); subject < 0 || s.Tokens[subject].Form != "gunmen" {
		t.Errorf("subject %d", subject)
	}
	object := s.Child(verb, "obj")
	if object < 0 {
		t.Fatal("no object")
	}
	if first, last := s.Subtree(object); !strings.HasPrefix(s.SpanOf(first, last).In(x.Source), "the Dubrovka theatre") {
		t.Errorf("object %q", s.SpanOf(first, last).In(x.Source))
	}
}

func TestParseFromManyGoroutines(t *testing.T) {
	text := syntheticArticle()
	want := Parse(text)
	got := make(chan *Text)
	for range 8 {
		go func() { got <- Parse(text) }()
	}
	for range 8 {
		if x := <-got; !reflect.DeepEqual(x, want) {
			t.Error("two readings of one text differ")
		}
	}
}

func BenchmarkParse(b *testing.B) {
	article := syntheticArticle()
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(article)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// syntheticArticle has 600 words of news prose.
func syntheticArticle() string {
	const paragraph = `Gunmen attacked a village in the north-eastern region of Harwa late on Tuesday, killing at least 11 people and
burning dozens of houses, residents and a local official said. "They came on motorcycles and shot at everyone," said Musa Adamu,
a farmer who fled to the nearby town of Kelo with his family. The Front for Free Harwa, which has fought the government since 2009, claimed
responsibility for the raid in a statement that was published on Wednesday. Army spokesman Col. Peter Obande denied that soldiers had
left their post before the attack. The group has carried out a string of raids in the area, although analysts say its strength has fallen.

`
	return strings.Repeat(strings.ReplaceAll(paragraph, "\n", " ")+"\n\n", 6)
}

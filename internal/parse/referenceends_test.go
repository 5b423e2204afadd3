package parse

import (
	"slices"
	"testing"
)

// phrasesOf returns the words of the names and nouns that are mentions.
func phrasesOf(text string) []string {
	var got []string
	for _, m := range Parse(text).References().Mentions {
		if m.Kind == MentionName || m.Kind == MentionNominal {
			got = append(got, m.Span.In(text))
		}
	}
	return got
}

// A phrase goes on as far as it would in GUM, which is not always as far as its tree.
func TestEndsOfPhrases(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The council met the mayor of the small town of Arden on Monday.", "the mayor of the small town of Arden"},
		{"The bridge that the engineers built in 1930 fell.", "The bridge that the engineers built in 1930"},
		{"She saw the two old men who had sold the house.", "the two old men who had sold the house"},
		{"Anna Bell (born 1950) was a painter.", "Anna Bell (born 1950)"},
		{"The two old men and his sister sold the house.", "The two old men"},
		{"The two old men and his sister sold the house.", "The two old men and his sister"},
	} {
		if got := phrasesOf(c.text); !slices.Contains(got, c.want) {
			t.Errorf("%q is not among %q", c.want, got)
		}
	}
}

// A phrase never cuts the name that its head stands for, whatever the model has learned.
func TestNamesStayWhole(t *testing.T) {
	x := Parse("Officials of the World Health Organisation met in San Francisco.")
	s, p := &x.Sentences[0], new(phrases)
	p.read(s)
	p.end(s, &referenceModel{ends: make([]int8, 2*endBuckets)}, x.Names)
	for i := range x.Names {
		n := &x.Names[i]
		if got := p.noun[s.nameHead(n)]; n.Last == n.First || int(got[0]) > n.First || int(got[1]) < n.Last {
			t.Errorf("%q: words %d to %d of %d to %d", n.Span.In(x.Source), got[0], got[1], n.First, n.Last)
		}
	}
}

func TestClosingMarks(t *testing.T) {
	s := &Sentence{}
	for _, w := range []string{"the", "\"", "old", "(", "red", ")", "house", "\"", ")"} {
		s.Tokens = append(s.Tokens, Token{Form: w})
	}
	for _, c := range []struct{ first, last, want int }{{0, 6, 7}, {2, 4, 5}, {2, 6, 6}, {0, 7, 7}, {6, 6, 6}} {
		w := endsWalk{s: s, first: c.first, last: c.last}
		w.close()
		if w.last != c.want {
			t.Errorf("from %d to %d goes to %d, not %d", c.first, c.last, w.last, c.want)
		}
	}
}

func TestLikeness(t *testing.T) {
	of := func(word string) *facts {
		f := new(facts)
		f.vector, f.extent = vectorOf(&Token{Form: word})
		return f
	}
	if near, far := likeness(of("town"), of("city")), likeness(of("town"), of("iodine")); near <= far || far < 1 || near >= likenesses {
		t.Errorf("a town is %d like a city, %d like iodine", near, far)
	}
	if got := likeness(of("town"), of("qqqzzzx")); got != 0 {
		t.Errorf("a town is %d like no word at all", got)
	}
}

package parse

import (
	"strings"
	"testing"
)

// What stands on both sides of an insert belongs together: the insert hangs on the word before it.
func TestInsertsAreReadAround(t *testing.T) {
	for _, c := range []struct{ text, before, behind string }{
		{"The army said that NLA [National Liberation Army] rebels killed the mayor.", "NLA", "rebels"},
		{"The police blamed the National Liberation Army (NLA) guerrillas for the murder.", "Army", "guerrillas"},
	} {
		s := &Parse(c.text).Sentences[0]
		at := func(word string) int {
			for i := range s.Tokens {
				if s.Tokens[i].Form == word {
					return i
				}
			}
			t.Fatalf("%q: no %q", c.text, word)
			return -1
		}
		open := at(strings.Fields(c.text[strings.IndexAny(c.text, "[("):])[0][:1])
		if b := at(c.before); !s.Under(b, at(c.behind)) || !s.Under(open, b) {
			t.Errorf("%q: %q is not of %q, or the insert not of %q", c.text, c.before, c.behind, c.before)
		}
	}
}

func TestInserts(t *testing.T) {
	for text, want := range map[string]int{
		"the front ( FLN ) rebels killed six":              1,
		"the front ( who fled ) killed six":                0,
		"the front [ who fled ] killed six":                1,
		"[ TEXT ] rebels killed six people":                0,
		"rebels killed six people [ sic ]":                 0,
		"the [ open bracket killed six":                    0,
		"rebels of [ the ( inner ) front ] killed six men": 0,
	} {
		var tokens []Token
		for _, w := range strings.Fields(text) {
			tokens = append(tokens, Token{Form: w})
		}
		if got := len(inserts(tokens)); got != want {
			t.Errorf("%q: %d inserts, want %d", text, got, want)
		}
	}
}

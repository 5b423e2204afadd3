package extract

import (
	"maps"
	"reflect"
	"testing"
)

// TestLexiconIsReadAlike reads the lexicon several times: what a word is does not hang on the order in which
// a map gives its keys.
func TestLexiconIsReadAlike(t *testing.T) {
	first := load()
	for range 10 {
		again, err := readLexicon()
		if err != nil {
			t.Fatal(err)
		}
		for class, words := range first.nouns.of {
			if !maps.Equal(words, again.nouns.of[class]) {
				t.Fatalf("the nouns of class %q differ from one reading to the next", class)
			}
		}
		if !reflect.DeepEqual(first.dealings.senses, again.dealings.senses) {
			t.Fatal("the senses of verbs differ from one reading to the next")
		}
	}
}

package parse

import "testing"

// A name that the tree tore apart is left so: no word may hang on itself by way of others.
func TestATornNameMakesNoRing(t *testing.T) {
	tokens := tokensOf("Human/ADJ/JJ/4/amod Rights/NOUN/NNS/3/nsubj Watch/VERB/VBP/0/root said/VERB/VBD/2/acl")
	mend(tokens)
	for i := range tokens {
		for h, k := tokens[i].Head, 0; h >= 0; h, k = tokens[h].Head, k+1 {
			if k > len(tokens) {
				t.Fatalf("%s hangs on itself: %+v", tokens[i].Form, tokens)
			}
		}
	}
}

func TestABodyOfCommonWordsIsAName(t *testing.T) {
	s := Parse("Human Rights Watch documented 12 cases of theft by soldiers.").Sentences[0]
	if got := s.Tokens[3]; got.Rel != "root" || s.Tokens[2].Head != 3 || s.Tokens[2].Tag != "PROPN" {
		t.Errorf("'documented' is %s of %d, 'Watch' %s on %d", got.Rel, got.Head, s.Tokens[2].Tag, s.Tokens[2].Head)
	}
}

package parse

import "dateline"

// MentionKind says what sort of words a mention is.
type MentionKind string

// The kinds of mentions. An event is a verb, or a noun for a deed, that 'the attack' may go back to.
const (
	MentionName    MentionKind = "name"    // 'Hafiz Saeed', 'the Soviet Union'
	MentionNominal MentionKind = "nominal" // 'the group', 'a bomb that tore through the market'
	MentionPronoun MentionKind = "pronoun" // 'he', 'their', 'this'
	MentionEvent   MentionKind = "event"   // the verb 'attacked'
)

// Mention is a phrase that stands for something or somebody: tokens First to Last of
// Sentences[Sentence], both included, around the token Head. It holds its modifiers and the clauses
// that hang on it, but neither its preposition nor its apposition.
type Mention struct {
	Span        dateline.Span
	Sentence    int
	First, Last int
	Head        int
	Kind        MentionKind
}

// Reference says that a mention stands for what an earlier one does.
type Reference struct {
	Mention    int     // index in References.Mentions
	Antecedent int     // the mention before it, likewise
	Score      float64 // between 0 and 1
	Why        string  // in words: 'the same name', 'an apposition', 'a pronoun that agrees with it'
}

// References are the mentions of a text and what they stand for. A mention without a Reference
// stands for something new, or it is not clear for what.
type References struct {
	Mentions []Mention   // in the order of the text, the longer of two first that begin together
	Links    []Reference // in the order of their mentions, at most one for each
}

// References reads who and what is spoken of again in the text. It reads what the trees and the
// names say and keeps nothing: call it once. Sentences without a tree give names and pronouns only.
func (t *Text) References() References {
	s := chainRooms.Get().(*chainScratch)
	defer chainRooms.Put(s)
	s.read(t, references())
	return s.resolve(t)
}

// Chains returns the mentions that stand for one thing, for each thing that is mentioned twice or
// more: indexes in Mentions, ascending, the chains in the order of their first mention.
func (r References) Chains() [][]int {
	chain := make([]int, len(r.Mentions))
	var chains [][]int
	for _, l := range r.Links {
		c := chain[l.Antecedent]
		if c == 0 {
			chains = append(chains, []int{l.Antecedent})
			c = len(chains)
			chain[l.Antecedent] = c
		}
		chains[c-1] = append(chains[c-1], l.Mention)
		chain[l.Mention] = c
	}
	return sortedChains(chains)
}

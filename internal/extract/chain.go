package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// chains is what parse reads of who is spoken of again, keyed by the heads of mentions.
type chains struct {
	read     parse.References
	at       map[[2]int]int // sentence and head token -> the longest mention there
	chain    []int          // of each mention, the number of its chain from 1; 0 for none
	mentions [][]int        // of each chain
}

// chains reads the references of the text when they are first asked for.
func (r *reader) chains() *chains {
	if r.spoken == nil {
		r.spoken = newChains(r.in.Text.References())
	}
	return r.spoken
}

func newChains(read parse.References) *chains {
	c := &chains{read: read, at: map[[2]int]int{}, chain: make([]int, len(read.Mentions)), mentions: [][]int{nil}}
	for i, m := range read.Mentions {
		key := [2]int{m.Sentence, m.Head}
		if _, ok := c.at[key]; !ok {
			c.at[key] = i
		}
	}
	for n, list := range read.Chains() {
		c.mentions = append(c.mentions, list)
		for _, i := range list {
			c.chain[i] = n + 1
		}
	}
	return c
}

// named returns the words that token t of a sentence stands for: the name before it that is nearest in
// its chain, else the nearest noun phrase before it; zero if it goes back to nothing.
func (c *chains) named(text *parse.Text, sentence, t int) (s dateline.Span, name bool) {
	i, ok := c.at[[2]int{sentence, t}]
	if !ok {
		return dateline.Span{}, false
	}
	list, noun := c.mentions[c.chain[i]], -1
	for k := len(list) - 1; k >= 0; k-- {
		if list[k] >= i {
			continue
		}
		switch m := c.read.Mentions[list[k]]; {
		case m.Kind == parse.MentionName:
			return bareMention(text, m), true
		case m.Kind == parse.MentionNominal && noun < 0:
			noun = list[k]
		}
	}
	if noun < 0 {
		return dateline.Span{}, false
	}
	return bareMention(text, c.read.Mentions[noun]), false
}

// bareMention is a mention without the clauses that hang on it.
func bareMention(text *parse.Text, m parse.Mention) dateline.Span {
	for _, p := range text.NounPhrases(m.Sentence) {
		if p.Head == m.Head {
			return p.Span
		}
	}
	return m.Span
}

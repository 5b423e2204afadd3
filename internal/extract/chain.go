package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// chains is what parse reads of who is spoken of again, keyed by the heads of mentions.
type chains struct {
	read     parse.References
	from     []int   // by sentence, its first token among all
	at       []int   // by token, one more than the longest mention that it heads
	chain    []int   // of each mention, the number of its chain from 1; 0 for none
	mentions [][]int // of each chain
}

// chains reads the references of the text when they are first asked for.
func (r *reader) chains() *chains {
	if r.spoken == nil {
		r.spoken = newChains(r.in.Text, r.in.Text.References())
	}
	return r.spoken
}

func newChains(text *parse.Text, read parse.References) *chains {
	c := &chains{read: read, from: make([]int, len(text.Sentences)), chain: make([]int, len(read.Mentions)), mentions: [][]int{nil}}
	n := 0
	for i := range text.Sentences {
		c.from[i] = n
		n += len(text.Sentences[i].Tokens)
	}
	c.at = make([]int, n)
	for i, m := range read.Mentions {
		if at := &c.at[c.from[m.Sentence]+m.Head]; *at == 0 {
			*at = i + 1
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
	if t < 0 {
		return dateline.Span{}, false
	}
	i := c.at[c.from[sentence]+t] - 1
	if i < 0 {
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

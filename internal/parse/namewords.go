package parse

import (
	"strings"

	"dateline"
)

// ParseWords is Parse for a document that is cut into sentences and words already, as corpora are:
// its text is the words with a space between two and a line for each sentence. Sentences without
// words are left out. No paragraph is told from another and no quotation is read.
func ParseWords(document [][]string) *Text {
	var b strings.Builder
	t := &Text{}
	m, s := english(), rooms.Get().(*scratch)
	defer rooms.Put(s)
	for _, words := range document {
		if len(words) > 0 {
			t.Sentences = append(t.Sentences, Sentence{Tokens: writeWords(&b, m.readWords(words, s)), Tree: true})
		}
	}
	t.Source = b.String()
	t.Paragraphs = []Paragraph{{Span: dateline.Span{End: len(t.Source)}, Kind: Body}}
	for i := range t.Sentences {
		n := &t.Sentences[i]
		n.Span = n.Tokens[0].Span.Cover(n.Tokens[len(n.Tokens)-1].Span)
	}
	t.Names = names(t)
	return t
}

// writeWords writes the words of a sentence as a line and gives the tokens their spans.
func writeWords(b *strings.Builder, tokens []Token) []Token {
	for i := range tokens {
		tokens[i].Span.Start = b.Len()
		b.WriteString(tokens[i].Form)
		tokens[i].Span.End = b.Len()
		b.WriteByte(" \n"[min(1, (i+1)/len(tokens))])
	}
	return tokens
}

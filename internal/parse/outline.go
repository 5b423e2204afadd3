package parse

import "dateline"

// Outline cuts a report's text into paragraphs, sentences and tokens, and does no more: its tokens have
// a Form and a Span, and neither tags nor heads. It takes a twentieth of the time of Parse.
func Outline(source string) *Text {
	t := &Text{Source: source}
	t.Paragraphs = paragraphs(source)
	s := rooms.Get().(*scratch)
	defer rooms.Put(s)
	for p := range t.Paragraphs {
		s.tokens = tokenize(source, t.Paragraphs[p].Span, s.tokens[:0])
		for _, cut := range sentences(source, s.tokens) {
			t.Sentences = append(t.Sentences, outlined(source, p, s.tokens[cut[0]:cut[1]]))
		}
	}
	return t
}

func outlined(source string, p int, spans []dateline.Span) Sentence {
	tokens := make([]Token, len(spans))
	for i, span := range spans {
		tokens[i] = Token{Span: span, Form: visible(span.In(source)), Head: -1}
	}
	return Sentence{Span: spans[0].Cover(spans[len(spans)-1]), Paragraph: p, Tokens: tokens}
}

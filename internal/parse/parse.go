package parse

import (
	"sync"

	"dateline"
)

// Parse reads a report's text. It may be called from many goroutines at once; the first call reads
// the model, which takes about a tenth of a second.
func Parse(source string) *Text {
	t := &Text{Source: source}
	t.Paragraphs = paragraphs(source)
	m, s := english(), rooms.Get().(*scratch)
	defer rooms.Put(s)
	for i := range t.Paragraphs {
		t.readParagraph(m, s, i)
	}
	t.captions()
	t.Quotes = quotes(t)
	t.Names = names(m, t)
	return t
}

var rooms = sync.Pool{New: func() any { return new(scratch) }}

func (t *Text) readParagraph(m *model, s *scratch, p int) {
	s.tokens = tokenize(t.Source, t.Paragraphs[p].Span, s.tokens[:0])
	for _, cut := range sentences(t.Source, s.tokens) {
		t.Sentences = append(t.Sentences, m.readSentence(t.Source, p, s.tokens[cut[0]:cut[1]], s))
	}
}

func (m *model) readSentence(source string, p int, spans []dateline.Span, s *scratch) Sentence {
	s.forms = s.forms[:0]
	for _, span := range spans {
		s.forms = append(s.forms, span.In(source))
	}
	tokens := m.readWords(s.forms, s)
	for i := range tokens {
		tokens[i].Span = spans[i]
	}
	return Sentence{Span: spans[0].Cover(spans[len(spans)-1]), Paragraph: p, Tokens: tokens}
}

// readWords tags and parses one sentence of words.
func (m *model) readWords(forms []string, s *scratch) []Token {
	s.words = seen(forms, caseless(forms), s.words)
	m.tagWords(s.words, s)
	c := m.draw(s, m.upos)
	tokens := make([]Token, len(forms))
	for i, form := range forms {
		t := m.tags[s.tags[i]]
		n := &c.nodes[i]
		tokens[i] = Token{Form: form, Lemma: m.lemma(form, t), Tag: t.upos, Fine: t.fine,
			Head: int(n.head), Rel: m.rels[n.rel-1]}
		if n.head == c.root() {
			tokens[i].Head = -1
		}
	}
	return tokens
}

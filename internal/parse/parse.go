package parse

import (
	"sync"

	"dateline"
)

// Parse reads a report's text. It may be called from many goroutines at once; the first call reads
// the model, which takes about a tenth of a second.
func Parse(source string) *Text { return ParseWhere(source, nil) }

// ParseWhere is Parse, but draws the trees only of those sentences whose tagged tokens want asks for;
// the others have no Tree. A nil want asks for all. want is called once for each sentence, in the
// order of the text.
func ParseWhere(source string, want func([]Token) bool) *Text {
	t := &Text{Source: source}
	t.Paragraphs = paragraphs(source)
	m, s := english(), rooms.Get().(*scratch)
	defer rooms.Put(s)
	for i := range t.Paragraphs {
		t.readParagraph(m, s, i, want)
	}
	t.captions()
	t.Quotes = quotes(t)
	t.Names = names(t)
	return t
}

var rooms = sync.Pool{New: func() any { return new(scratch) }}

func (t *Text) readParagraph(m *model, s *scratch, p int, want func([]Token) bool) {
	s.tokens = tokenize(t.Source, t.Paragraphs[p].Span, s.tokens[:0])
	for _, cut := range sentences(t.Source, s.tokens) {
		t.Sentences = append(t.Sentences, m.readSentence(t.Source, p, s.tokens[cut[0]:cut[1]], s, want))
	}
}

func (m *model) readSentence(source string, p int, spans []dateline.Span, s *scratch, want func([]Token) bool) Sentence {
	s.forms = s.forms[:0]
	for _, span := range spans {
		s.forms = append(s.forms, visible(span.In(source)))
	}
	tokens := m.tag(s.forms, s)
	for i := range tokens {
		tokens[i].Span = spans[i]
	}
	tree := want == nil || want(tokens)
	if tree {
		m.hang(tokens, s)
		mend(tokens)
	}
	feats(tokens)
	return Sentence{Span: spans[0].Cover(spans[len(spans)-1]), Paragraph: p, Tokens: tokens, Tree: tree}
}

// readWords tags and parses one sentence of words.
func (m *model) readWords(forms []string, s *scratch) []Token {
	tokens := m.tag(forms, s)
	m.hang(tokens, s)
	mend(tokens)
	feats(tokens)
	return tokens
}

// tag makes the tokens of a sentence, tagged, each hanging on nothing yet.
func (m *model) tag(forms []string, s *scratch) []Token {
	m.encode(forms, s)
	tokens := make([]Token, len(forms))
	for i, form := range forms {
		t := m.tagOf(s, i)
		tokens[i] = Token{Form: form, Lemma: m.lemma(form, t), Tag: t.upos, Fine: t.fine, Head: -1}
	}
	if m.labeller != nil {
		m.labeller.label(m, s, tokens)
	}
	return tokens
}

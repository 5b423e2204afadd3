package parse

import "sync"

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
		t.cut(s, i)
		if len(s.spans) >= atOnce {
			t.readWaiting(m, s, want)
		}
	}
	t.readWaiting(m, s, want)
	t.captions()
	t.Quotes = quotes(t)
	t.Names = names(t)
	return t
}

var rooms = sync.Pool{New: func() any { return new(scratch) }}

// atOnce is how many words are tagged at once, to the end of a sentence: the weights of the network are read
// once for all of them.
const atOnce = 128

// waiting is a sentence that was cut and waits to be read; its tokens end at end in scratch.spans.
type waiting struct{ paragraph, end int }

// cut appends the sentences of paragraph p to those that wait.
func (t *Text) cut(s *scratch, p int) {
	s.tokens = tokenize(t.Source, t.Paragraphs[p].Span, s.tokens[:0])
	for _, cut := range sentences(t.Source, s.tokens) {
		s.spans = append(s.spans, s.tokens[cut[0]:cut[1]]...)
		s.waiting = append(s.waiting, waiting{p, len(s.spans)})
	}
}

// readWaiting reads the sentences that wait.
func (t *Text) readWaiting(m *model, s *scratch, want func([]Token) bool) {
	first, start := 0, 0
	for k, w := range s.waiting {
		if w.end-start >= atOnce || k+1 == len(s.waiting) {
			t.readSentences(m, s, s.waiting[first:k+1], start, want)
			first, start = k+1, w.end
		}
	}
	s.waiting, s.spans = s.waiting[:0], s.spans[:0]
}

// readSentences reads some of the sentences that wait, whose tokens begin at start.
func (t *Text) readSentences(m *model, s *scratch, list []waiting, start int, want func([]Token) bool) {
	s.forms, s.ends = s.forms[:0], s.ends[:0]
	for _, w := range list {
		s.ends = append(s.ends, w.end-start)
	}
	spans := s.spans[start:list[len(list)-1].end]
	for _, span := range spans {
		s.forms = append(s.forms, visible(span.In(t.Source)))
	}
	all, from := m.tag(s.forms, s.ends, s), 0
	m.label(s, all, s.ends)
	for i := range all {
		all[i].Span = spans[i]
	}
	for k, to := range s.ends {
		tokens := all[from:to:to]
		tree := want == nil || want(tokens)
		if tree && len(inserts(tokens)) == 0 {
			m.hang(tokens, from, s)
			mend(tokens)
		}
		feats(tokens)
		t.Sentences = append(t.Sentences, Sentence{Span: spans[from].Cover(spans[to-1]), Paragraph: list[k].paragraph, Tokens: tokens, Tree: tree})
		from = to
	}
	for k := len(t.Sentences) - len(list); k < len(t.Sentences); k++ { // last, since they are encoded anew
		if ins := inserts(t.Sentences[k].Tokens); t.Sentences[k].Tree && len(ins) > 0 {
			m.readAround(t.Sentences[k].Tokens, ins, s)
		}
	}
}

// readWords tags and parses one sentence of words.
func (m *model) readWords(forms []string, s *scratch) []Token {
	s.ends = append(s.ends[:0], len(forms))
	tokens := m.tag(forms, s.ends, s)
	m.label(s, tokens, s.ends)
	if ins := inserts(tokens); len(ins) > 0 {
		m.readAround(tokens, ins, s)
		return tokens
	}
	m.hang(tokens, 0, s)
	mend(tokens)
	feats(tokens)
	return tokens
}

// tag makes the tokens of sentences, which end at ends, tagged, each hanging on nothing yet.
func (m *model) tag(forms []string, ends []int, s *scratch) []Token {
	m.encode(forms, ends, s)
	tokens := make([]Token, len(forms))
	for i, form := range forms {
		t := m.tagOf(s, i)
		tokens[i] = Token{Form: form, Tag: t.upos, Fine: t.fine, Head: -1}
		if at := s.order[i]; s.seen[at].form == form {
			tokens[i].seen, tokens[i].Lemma = s.seen[at], m.lemmaAgain(&s.lemmas[at], form, t)
		} else { // 'IS', seen as any other name
			tokens[i].Lemma = m.lemma(form, t)
		}
	}
	return tokens
}

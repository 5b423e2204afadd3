package parse

// A leaf is a token as the scorers of attributions see it. Tokens are numbered through the text, and
// head, first, last, child and next are such numbers.
type leaf struct {
	tok              *Token
	lemma, rel, fine uint32 // hashes
	kinds            cueKinds
	head             int32 // -1 for the root
	first, last      int32 // the ends of what hangs on it
	child, next      int32 // its first dependent, and the next dependent of its head; -1 for none
	sentence         int32
	quote            int32 // the outermost quotation that it stands in, -1 for none
}

// cueReading is a text laid out for finding attributions, with room to work in.
type cueReading struct {
	text     *Text
	scorer   *chooser
	leaves   []leaf
	starts   []int     // the first token of each sentence, and the number of tokens
	quotes   []stretch // of the text's quotations; nowhere for one in another or without a token
	features []uint32
	offers   []offer
	begin    []spot // room for spots.starts, as much as there can be
	finish   []spot // and for spots.ends
}

func newCueReading(t *Text, s *chooser) *cueReading {
	n := 0
	for i := range t.Sentences {
		n += len(t.Sentences[i].Tokens)
	}
	r := &cueReading{text: t, scorer: s, leaves: make([]leaf, 0, n), starts: make([]int, 0, len(t.Sentences)+1), begin: make([]spot, 0, mostSpots), finish: make([]spot, 0, mostSpots)}
	for i := range t.Sentences {
		r.starts = append(r.starts, len(r.leaves))
		r.addSentence(i)
	}
	r.starts = append(r.starts, len(r.leaves))
	r.layQuotes()
	return r
}

func (r *cueReading) addSentence(i int) {
	s, start, lexicon := &r.text.Sentences[i], int32(len(r.leaves)), cueLexicon()
	for k := range s.Tokens {
		tok, at := &s.Tokens[k], start+int32(k)
		l := leaf{tok: tok, lemma: hashWord(tok.Lemma), rel: hashWord(tok.Rel), fine: hashWord(tok.Fine), kinds: lexicon.At(tok.Lemma),
			head: -1, first: at, last: at, child: -1, next: -1, sentence: int32(i), quote: -1}
		if tok.Head >= 0 {
			l.head = start + int32(tok.Head)
		}
		r.leaves = append(r.leaves, l)
	}
	r.hangLeaves(int(start))
}

// hangLeaves fills in dependents and the ends of what hangs on each token, from the tokens that
// nothing hangs on upwards, each once.
func (r *cueReading) hangLeaves(start int) {
	pending := make([]int32, len(r.leaves)-start)
	for i := len(r.leaves) - 1; i >= start; i-- {
		if h := r.leaves[i].head; h >= 0 {
			r.leaves[i].next, r.leaves[h].child = r.leaves[h].child, int32(i)
			pending[int(h)-start]++
		}
	}
	for i := start; i < len(r.leaves); i++ {
		for at := i; pending[at-start] == 0; {
			pending[at-start] = -1
			l := &r.leaves[at]
			if l.head < 0 {
				break
			}
			h := &r.leaves[l.head]
			h.first, h.last = min(h.first, l.first), max(h.last, l.last)
			at = int(l.head)
			pending[at-start]--
		}
	}
}

// layQuotes finds the tokens of each quotation.
func (r *cueReading) layQuotes() {
	at := 0
	for q := range r.text.Quotes {
		span, s := r.text.Quotes[q].Span, nowhere
		if r.text.Quotes[q].Depth > 0 {
			r.quotes = append(r.quotes, s)
			continue
		}
		for at < len(r.leaves) && r.leaves[at].tok.Span.Start < span.Start {
			at++
		}
		for i := at; i < len(r.leaves) && r.leaves[i].tok.Span.Start < span.End; i++ {
			if s.empty() {
				s.first = i
			}
			s.last = i
			r.leaves[i].quote = int32(q)
		}
		r.quotes = append(r.quotes, s)
		if !s.empty() {
			at = s.last + 1
		}
	}
}

// sentenceOf is the stretch of the sentence that holds token i.
func (r *cueReading) sentenceOf(i int) stretch {
	s := r.leaves[i].sentence
	return stretch{r.starts[s], r.starts[s+1] - 1}
}

func (r *cueReading) paragraphOf(i int) int {
	return r.text.Sentences[r.leaves[i].sentence].Paragraph
}

// mostChildren is how many dependents of a token are looked at.
const mostChildren = 40

// childWhere returns the first dependent of i in one of the relations, -1 for none.
func (r *cueReading) childWhere(i int, rels ...string) int {
	n := 0
	for c := r.leaves[i].child; c >= 0 && n < mostChildren; c, n = r.leaves[c].next, n+1 {
		if r.leaves[c].tok.Is(rels...) {
			return int(c)
		}
	}
	return -1
}

// lemmaAt is the hash of the lemma of token i, 1 beyond the text.
func (r *cueReading) lemmaAt(i int) uint32 {
	if i < 0 || i >= len(r.leaves) {
		return 1
	}
	return r.leaves[i].lemma
}

func (r *cueReading) fineAt(i int) uint32 {
	if i < 0 || i >= len(r.leaves) {
		return 1
	}
	return r.leaves[i].fine
}

// mark reports whether token i is punctuation.
func (r *cueReading) mark(i int) bool {
	return i >= 0 && i < len(r.leaves) && r.leaves[i].tok.Tag == "PUNCT"
}

// quoteMark reports whether token i is a mark of quotation.
func (r *cueReading) quoteMark(i int) bool {
	if i < 0 || i >= len(r.leaves) {
		return false
	}
	switch r.leaves[i].tok.Form {
	case `"`, "“", "”", "‘", "’", "'", "``", "''", "«", "»", "„":
		return true
	}
	return false
}

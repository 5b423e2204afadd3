package parse

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"dateline"
)

// Gold is one sentence of a treebank: its text and its words as a person marked them.
type Gold struct {
	Text   string
	Doc    bool    // the first sentence of a document
	Par    bool    // the first sentence of a paragraph
	Tokens []Token // Span is in Text where the words were found there in order
	misc   []string
}

// ReadUD reads sentences in CoNLL-U. Empty nodes are left out, multi-word tokens are their words.
func ReadUD(r io.Reader) ([]Gold, error) {
	var all []Gold
	var g Gold
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case line == "":
			if len(g.Tokens) > 0 {
				g.locate()
				all = append(all, g)
			}
			g = Gold{}
		case line[0] == '#':
			g.comment(line)
		default:
			if err := g.row(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	return all, lines.Err()
}

// ReadUDFile is ReadUD on a file.
func ReadUDFile(path string) ([]Gold, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := ReadUD(f)
	if err != nil {
		return nil, fmt.Errorf("treebank %s: %w", path, err)
	}
	return all, nil
}

func (g *Gold) comment(line string) {
	if text, ok := strings.CutPrefix(line, "# text = "); ok {
		g.Text = text
	}
	g.Doc = g.Doc || strings.HasPrefix(line, "# newdoc")
	g.Par = g.Par || strings.HasPrefix(line, "# newpar")
}

func (g *Gold) row(line string) error {
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d columns, not 10", len(f))
	}
	if strings.ContainsAny(f[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return fmt.Errorf("head %q is no number", f[6])
	}
	g.Tokens = append(g.Tokens, Token{Form: f[1], Lemma: f[2], Tag: f[3], Fine: f[4], Head: head - 1, Rel: f[7]})
	g.misc = append(g.misc, f[9])
	return nil
}

// locate finds each word's span in the text.
func (g *Gold) locate() {
	at := 0
	for i := range g.Tokens {
		t := &g.Tokens[i]
		if j := strings.Index(g.Text[at:], t.Form); j >= 0 && strings.TrimSpace(g.Text[at:at+j]) == "" {
			t.Span.Start, t.Span.End = at+j, at+j+len(t.Form)
			at = t.Span.End
		}
	}
}

// forms returns the words, each put through recase unless that is nil.
func (g *Gold) forms(recase func(string) string) []string {
	forms := make([]string, len(g.Tokens))
	for i, t := range g.Tokens {
		forms[i] = t.Form
		if recase != nil {
			forms[i] = recase(t.Form)
		}
	}
	return forms
}

// Scores are shares between 0 and 1. UPOS, Fine, Lemma, UAS and LAS are over gold words, punctuation
// included, relations with their subtypes; Words and Sentences are F1 from raw text.
type Scores struct {
	Sentences, Words   int
	UPOS, Fine, Lemma  float64
	UAS, LAS           float64
	WordF1, SentenceF1 float64
	Rels               map[string]RelScore
}

// RelScore counts arcs of one relation: in the treebank, drawn, and drawn rightly.
type RelScore struct{ Gold, Drawn, Right int }

// F1 is the harmonic mean of precision and recall.
func (s RelScore) F1() float64 { return harmonic(s.Right, s.Drawn, s.Gold) }

func harmonic(right, drawn, gold int) float64 {
	if right == 0 {
		return 0
	}
	return 2 * float64(right) / float64(drawn+gold)
}

// EvalUD scores the embedded model on a treebank, whose words are put through recase first, strings.ToUpper say,
// unless that is nil.
func EvalUD(gold []Gold, recase func(string) string) Scores { return english().eval(gold, recase) }

func (m *model) eval(gold []Gold, recase func(string) string) Scores {
	s := Scores{Sentences: len(gold), Rels: map[string]RelScore{}}
	var right struct{ upos, fine, lemma, uas, las int }
	work := new(scratch)
	for i := range gold {
		tokens := m.readWords(gold[i].forms(recase), work)
		for j, t := range tokens {
			g := gold[i].Tokens[j]
			s.Words++
			right.upos += one(t.Tag == g.Tag)
			right.fine += one(t.Fine == g.Fine)
			right.lemma += one(strings.EqualFold(t.Lemma, g.Lemma))
			right.uas += one(t.Head == g.Head)
			right.las += one(t.Head == g.Head && t.Rel == g.Rel)
			s.count(t, g)
		}
	}
	all := float64(max(1, s.Words))
	s.UPOS, s.Fine, s.Lemma = float64(right.upos)/all, float64(right.fine)/all, float64(right.lemma)/all
	s.UAS, s.LAS = float64(right.uas)/all, float64(right.las)/all
	s.WordF1, s.SentenceF1 = evalText(gold)
	return s
}

// evalText cuts the raw text of every document and compares it with the treebank's words and
// sentences.
func evalText(gold []Gold) (words, sentences float64) {
	var w, s RelScore
	for len(gold) > 0 {
		n := 1
		for n < len(gold) && !gold[n].Doc {
			n++
		}
		text, goldWords, goldSentences := document(gold[:n])
		ours, oursSentences := cut(text)
		w.compare(goldWords, ours)
		s.compare(goldSentences, oursSentences)
		gold = gold[n:]
	}
	return w.F1(), s.F1()
}

// document puts a document's sentences into one text, paragraphs apart, with the spans of its words
// and sentences.
func document(gold []Gold) (text string, words, sentences []dateline.Span) {
	var b strings.Builder
	for i := range gold {
		if i > 0 && gold[i].Par {
			b.WriteString("\n\n")
		} else if i > 0 {
			b.WriteByte(' ')
		}
		for _, t := range gold[i].Tokens {
			words = append(words, dateline.Span{Start: b.Len() + t.Span.Start, End: b.Len() + t.Span.End})
		}
		sentences = append(sentences, dateline.Span{Start: b.Len(), End: b.Len() + len(gold[i].Text)})
		b.WriteString(gold[i].Text)
	}
	return b.String(), words, sentences
}

// cut cuts a text as Parse does.
func cut(text string) (words, parts []dateline.Span) {
	for _, p := range paragraphs(text) {
		tokens := tokenize(text, p.Span, nil)
		for _, c := range sentences(text, tokens) {
			parts = append(parts, tokens[c[0]].Cover(tokens[c[1]-1]))
		}
		words = append(words, tokens...)
	}
	return words, parts
}

// compare counts spans that both have; both are in order.
func (s *RelScore) compare(gold, ours []dateline.Span) {
	s.Gold += len(gold)
	s.Drawn += len(ours)
	at := map[dateline.Span]bool{}
	for _, g := range gold {
		at[g] = true
	}
	for _, o := range ours {
		s.Right += one(at[o])
	}
}

func (s *Scores) count(drawn, gold Token) {
	d, g := s.Rels[drawn.Rel], s.Rels[gold.Rel]
	d.Drawn++
	s.Rels[drawn.Rel] = d
	g = s.Rels[gold.Rel]
	g.Gold++
	g.Right += one(drawn.Head == gold.Head && drawn.Rel == gold.Rel)
	s.Rels[gold.Rel] = g
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

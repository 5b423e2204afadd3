package parse

import (
	"regexp"
	"strings"
)

// A GoldText is a document of a treebank, read: the analyser's tags and trees on the treebank's
// words, and the chains of mentions that its annotators drew.
type GoldText struct {
	Text     *Text
	Gold     []Gold
	Mentions []Mention // Head is by the treebank's tree, Kind by its tags
	Entities []string  // for each mention the name of what it stands for: equal in one document, equal thing
	Types    []string  // 'person', 'organization', 'event', ...

	scratch *chainScratch // our mentions, in training
	ours    []int         // for each of them that of Mentions, or -1
}

// ReadGoldTexts cuts a treebank with Entity marks, such as GUM, into its documents and analyses them.
func ReadGoldTexts(gold []Gold) []GoldText {
	var list []GoldText
	for len(gold) > 0 {
		n := 1
		for n < len(gold) && !gold[n].Doc {
			n++
		}
		d := GoldText{Gold: gold[:n], Text: analyseGold(gold[:n])}
		d.readEntities()
		list = append(list, d)
		gold = gold[n:]
	}
	return list
}

// analyseGold is Parse on given words, sentences and paragraphs.
func analyseGold(gold []Gold) *Text {
	text, words, sentences := document(gold)
	t := &Text{Source: text}
	work, at := new(scratch), 0
	for i := range gold {
		if i == 0 || gold[i].Par {
			t.Paragraphs = append(t.Paragraphs, Paragraph{Span: sentences[i], Kind: Body})
		}
		p := &t.Paragraphs[len(t.Paragraphs)-1]
		p.Span = p.Span.Cover(sentences[i])
		tokens := english().readWords(gold[i].forms(nil), work)
		for j := range tokens {
			tokens[j].Span = words[at+j]
		}
		at += len(tokens)
		t.Sentences = append(t.Sentences, Sentence{Span: sentences[i], Paragraph: len(t.Paragraphs) - 1, Tokens: tokens, Tree: true})
	}
	t.Names = names(t)
	return t
}

// goldEntity matches what opens a mention, with its number, type and whether it closes at once, or closes one.
var goldEntity = regexp.MustCompile(`\((\d+)-([a-z]+)[^()]*(\)?)|(\d+)\)`)

func (d *GoldText) readEntities() {
	for si := range d.Gold {
		g := &d.Gold[si]
		open := map[string][]int{}
		for i, misc := range g.misc {
			_, marks, _ := strings.Cut("|"+misc, "|Entity=")
			marks, _, _ = strings.Cut(marks, "|")
			for _, m := range goldEntity.FindAllStringSubmatch(marks, -1) {
				if m[4] != "" {
					if o := open[m[4]]; len(o) > 0 {
						d.Mentions[o[len(o)-1]].Last = i
						open[m[4]] = o[:len(o)-1]
					}
					continue
				}
				if m[3] == "" {
					open[m[1]] = append(open[m[1]], len(d.Mentions))
				}
				d.Mentions = append(d.Mentions, Mention{Sentence: si, First: i, Last: i})
				d.Entities, d.Types = append(d.Entities, m[1]), append(d.Types, m[2])
			}
		}
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		m.Head = goldHead(&d.Gold[m.Sentence], m.First, m.Last)
		m.Kind = goldKind(&d.Gold[m.Sentence].Tokens[m.Head])
	}
}

// goldHead is the first word in the span that hangs outside it.
func goldHead(g *Gold, first, last int) int {
	for i := first; i <= last; i++ {
		if h := g.Tokens[i].Head; h < first || h > last {
			return i
		}
	}
	return first
}

func goldKind(t *Token) MentionKind {
	switch t.Tag {
	case "PROPN":
		return MentionName
	case "PRON", "DET":
		return MentionPronoun
	case "VERB", "AUX":
		return MentionEvent
	}
	return MentionNominal
}

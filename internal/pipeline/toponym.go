package pipeline

import (
	"strings"

	"dateline"
	"dateline/internal/parse"
	"dateline/internal/resolve/actor"
	"dateline/internal/resolve/toponym"
)

// wordsFor puts a parsed report into the words that package toponym reads.
func wordsFor(r dateline.Report, t *parse.Text) toponym.Text {
	out := toponym.Text{Source: r.Text, Tagged: true, Page: page(r)}
	names := t.Names
	n := 0
	for i := range t.Sentences {
		n += len(t.Sentences[i].Tokens)
	}
	out.Words = make([]toponym.Word, 0, n)
	for i := range t.Sentences {
		s := &t.Sentences[i]
		for k := range s.Tokens {
			tok := &s.Tokens[k]
			w := toponym.Word{Span: tok.Span, Form: tok.Form, Tag: tok.Tag, Begins: k == 0}
			for len(names) > 0 && (names[0].Sentence < i || names[0].Sentence == i && names[0].Last < k) {
				names = names[1:]
			}
			if len(names) > 0 && names[0].Sentence == i && names[0].First <= k {
				w.Name, w.Starts = kindName(names[0].Kind), names[0].First == k
			}
			out.Words = append(out.Words, w)
		}
	}
	return out
}

func page(r dateline.Report) string { return strings.TrimSpace(r.URL + " " + r.Publisher) }

func kindName(k parse.NameKind) string {
	if k == parse.NameUnknown {
		return "unknown"
	}
	return string(k)
}

// ToponymText is a report in the words that names of places are looked for in, for training: tagged as
// a report that is read, or plain as one that the first pass stops.
func ToponymText(r dateline.Report, tagged bool) toponym.Text {
	if !tagged {
		return plainWords(r)
	}
	return wordsFor(r, parseRelevant(r.Text, r.Headline(), actor.Load().Find(r.Text)))
}

// plainWords cuts a report into words and does no more.
func plainWords(r dateline.Report) toponym.Text {
	out := toponym.Text{Source: r.Text, Page: page(r)}
	sentences, n := parse.Outline(r.Text), 0
	for _, words := range sentences {
		n += len(words)
	}
	out.Words = make([]toponym.Word, 0, n)
	for _, words := range sentences {
		for k, w := range words {
			out.Words = append(out.Words, toponym.Word{Span: w.Span, Form: w.Form, Begins: k == 0})
		}
	}
	return out
}

package pipeline

import (
	"strings"
	"sync"

	"dateline"
	"dateline/internal/parse"
	"dateline/internal/resolve/actor"
	"dateline/internal/resolve/toponym"
)

// wordsFor puts a parsed report into the words that package toponym reads, in the room of words.
func wordsFor(r dateline.Report, t *parse.Text, words []toponym.Word) toponym.Text {
	out := toponym.Text{Source: r.Text, Tagged: true, Page: page(r), Words: words[:0]}
	names := t.Names
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

// page is what a report's page says of where it stands: its address and whose it is.
func page(r dateline.Report) string {
	return strings.TrimSpace(r.URL + " " + r.Publisher + " " + squeezed(siteName(r)))
}

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
		return plainWords(r, nil)
	}
	return wordsFor(r, parseRelevant(r.Text, r.Headline(), actor.Load().Find(r.Text)), nil)
}

// plainWords cuts a report into words and does no more. They are put in the room of words.
func plainWords(r dateline.Report, words []toponym.Word) toponym.Text {
	out := toponym.Text{Source: r.Text, Page: page(r), Words: words[:0]}
	for sentence := range parse.Outline(r.Text) {
		for k, w := range sentence {
			out.Words = append(out.Words, toponym.Word{Span: w.Span, Form: w.Form, Begins: k == 0})
		}
	}
	return out
}

// toponyms finds the names of places in a report, cut into words by in.
func toponyms(in func(room []toponym.Word) toponym.Text) []dateline.Toponym {
	room := wordRooms.Get().(*[]toponym.Word)
	defer wordRooms.Put(room)
	t := in(*room)
	*room = t.Words
	return toponym.Find(t)
}

var wordRooms = sync.Pool{New: func() any { return new([]toponym.Word) }}

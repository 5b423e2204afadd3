package extract

import (
	"strings"

	"dateline"
)

// turns finds who speaks in each paragraph of a transcript: the name before its colon ('GENERAL ADAMU:
// They came at night.'). A text is a transcript if somebody has the word twice; of other texts ('Place:
// Mopti') nil is returned.
func (r *reader) turns() []dateline.Span {
	out := make([]dateline.Span, len(r.in.Text.Paragraphs))
	times, again := map[string]int{}, false
	for i, p := range r.in.Text.Paragraphs {
		n := labelLength(p.Span.In(r.text))
		if n == 0 || p.Row > 0 {
			continue
		}
		out[i] = dateline.Span{Start: p.Span.Start, End: p.Span.Start + n}
		name := out[i].In(r.text)
		times[name]++
		again = again || times[name] > 1
	}
	if !again {
		return nil
	}
	return out
}

// longestLabel is the most bytes of a speaker's name in a transcript.
const longestLabel = 40

// labelLength is the length of the name that a paragraph begins with before ': ' and a sentence; 0 if it
// begins with none. Each word of a name begins with a capital.
func labelLength(text string) int {
	name, rest, ok := strings.Cut(text[:min(len(text), longestLabel+2)], ": ")
	words := strings.Fields(name)
	if !ok || rest == "" || len(words) == 0 || len(words) > 4 {
		return 0
	}
	for _, w := range words {
		if !isUpper(w) || strings.ContainsAny(w, "0123456789,;\"“(") {
			return 0
		}
	}
	return len(name)
}

// turn returns who has the word in sentence i of a transcript.
func (r *reader) turn(i int) (dateline.Speaker, bool) {
	p := r.in.Text.Sentences[i].Paragraph
	if r.speaking == nil || p < 0 || p >= len(r.speaking) || r.speaking[p].IsZero() {
		return dateline.Speaker{}, false
	}
	return dateline.Speaker{Span: r.speaking[p]}, true
}

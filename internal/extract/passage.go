package extract

import (
	_ "embed"
	"iter"
	"strings"

	"dateline"
	"dateline/internal/scorer"
)

//go:embed passage.model
var passageText string

var passageModel = scorer.Embedded("extract/passage.model", passageText)

// The classes of passages: see [Passages].
const (
	Telling = "telling"
	Idle    = "idle"
)

// Passages cuts a text roughly into sentences, each with what the model of passages sees of it: its words in
// small letters and each pair of neighbours, of which numbers and, inside the sentence, words with a capital are alike, so
// that no name speaks for or against a report.
func Passages(text string) iter.Seq2[dateline.Span, iter.Seq[[2]string]] {
	low := lowerASCII(text)
	return func(yield func(dateline.Span, iter.Seq[[2]string]) bool) {
		for start := 0; start < len(text); {
			end := passageEnd(text, start)
			s := dateline.Span{Start: start, End: end}
			if !yield(s, func(yield func([2]string) bool) { passageWords(s.In(text), s.In(low), yield) }) {
				return
			}
			start = end
		}
	}
}

// shortPassage is how many bytes a passage has at least: 'Mr.' ends none.
const shortPassage = 30

// passageEnd is where the passage ends that begins at start.
func passageEnd(text string, start int) int {
	for i := start + shortPassage; i < len(text); i++ {
		switch text[i] {
		case '\n':
			return i + 1
		case '.', '?', '!':
			if i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '"') {
				return i + 1
			}
		}
	}
	return len(text)
}

// passageWords yields the words of a passage, each after the one before: text as it is written, low in small letters.
func passageWords(text, low string, yield func([2]string) bool) {
	before, capitals := "^", shouts(text)
	for i := 0; i < len(text); {
		n, _ := glanceWord(text[i:])
		word := low[i : i+n]
		switch c := text[i]; {
		case n > 0 && before != "^" && !capitals && 'A' <= c && c <= 'Z':
			word = "N"
		case n == 0 && '0' <= c && c <= '9':
			for n = 1; i+n < len(text) && (small[text[i+n]] != 0 || '0' <= text[i+n] && text[i+n] <= '9'); n++ {
			}
			word = "#"
		case n == 0:
			i++
			continue
		}
		if !yield([2]string{before, word}) {
			return
		}
		before = word
		i += n
	}
}

// shouts reports whether words have capitals and no small letters.
func shouts(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return 'a' <= r && r <= 'z' })
}

// lowerASCII writes the letters A to Z small and leaves every other byte where it is.
func lowerASCII(text string) string {
	b := []byte(text)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// passageTells reports whether some passage of a report reads as those do that tell of violence, or many do a little.
func passageTells(text string) bool {
	sum, all, n := passageModel().Sum(), 0.0, 0
	for _, words := range Passages(text) {
		sum.Reset()
		for w := range words {
			sum.Add(w[1])
			sum.Add(w[0], " ", w[1])
		}
		chance := sum.Chance(Telling)
		if chance >= clearly {
			return true
		}
		all += chance
		n++
	}
	return all >= slightly*float64(min(n, long)+5)
}

const (
	clearly  = 0.9   // the chance of one passage
	slightly = 0.008 // the mean chance, of some passages more
	long     = 60    // passages; of a longer report no more is asked, since much of it may be about something else
)

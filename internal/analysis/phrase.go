package analysis

import (
	"fmt"
	"strings"
	"unicode"
)

// phraseBook is a list of words and phrases, each in a section: a file of data/lexicon.
type phraseBook struct {
	section map[string]string
	longest int // words of the longest phrase
}

// phrase is one of the book's that was found in a text.
type phrase struct {
	section    string
	words      string // in small letters
	start, end int    // bytes of the text
}

// readBook reads a file of data/lexicon; it panics if a word stands in two sections, which a test of the package
// rules out.
func readBook(file string) *phraseBook {
	b, err := newBook(mustLexicon(file))
	if err != nil {
		panic("embedded lexicon: " + file + ": " + err.Error())
	}
	return b
}

func newBook(lists []wordList) (*phraseBook, error) {
	b := &phraseBook{section: map[string]string{}}
	for _, l := range lists {
		for _, p := range l.phrases {
			words := strings.Join(p, " ")
			if b.section[words] != "" {
				return nil, fmt.Errorf("%q stands in [%s] and in [%s]", words, b.section[words], l.name)
			}
			b.section[words] = l.name
			b.longest = max(b.longest, len(p))
		}
	}
	return b, nil
}

// word is a word of a text in small letters, with its bytes.
type word struct {
	text       string
	start, end int
}

// find lists the phrases in a text in its order, the longest at each word. What the book does not have, other says;
// nil for nothing.
func (b *phraseBook) find(text string, other func(word string) string) []phrase {
	words := bookWords(text)
	var out []phrase
	for i := 0; i < len(words); {
		n := b.at(words, i)
		switch {
		case n > 0:
			p := spelled(words[i : i+n])
			out = append(out, phrase{b.section[p], p, words[i].start, words[i+n-1].end})
		case other != nil && other(words[i].text) != "":
			out = append(out, phrase{other(words[i].text), words[i].text, words[i].start, words[i].end})
		}
		i += max(n, 1)
	}
	return out
}

// at returns how many words the longest phrase has that begins at word i; 0 if none does.
func (b *phraseBook) at(words []word, i int) int {
	for n := min(b.longest, len(words)-i); n > 0; n-- {
		if b.section[spelled(words[i:i+n])] != "" {
			return n
		}
	}
	return 0
}

func spelled(words []word) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.text
	}
	return strings.Join(out, " ")
}

// bookWords splits a text into words.
func bookWords(text string) []word {
	var out []word
	start := -1
	for i, r := range text + " " {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-'
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			out = append(out, word{strings.ToLower(text[start:i]), start, i})
			start = -1
		}
	}
	return out
}

package analysis

import (
	"fmt"
	"strings"
	"unicode"

	"dateline/data"
)

// wordList is a section of a word list: its words and phrases, each as the words that follow one another.
type wordList struct {
	name    string
	phrases [][]string // a word that ends in '*' takes every ending
}

// mustLexicon reads a file of data/lexicon; a test reads them all.
func mustLexicon(file string) []wordList {
	text, err := data.Lexicon.ReadFile("lexicon/" + file)
	if err == nil {
		var out []wordList
		if out, err = parseLexicon(string(text)); err == nil {
			return out
		}
	}
	panic("embedded lexicon: " + file + ": " + err.Error())
}

// parseLexicon reads sections in their order. A word before the first section, a word that stands
// twice in one, capitals, and a section without words are errors.
func parseLexicon(text string) ([]wordList, error) {
	var out []wordList
	seen := map[string]bool{}
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if head, ok := strings.CutPrefix(strings.TrimSpace(line), "["); ok {
			out = append(out, wordList{name: strings.TrimSuffix(head, "]")})
			continue
		}
		for _, w := range strings.Fields(line) {
			switch key := fmt.Sprint(len(out), w); {
			case len(out) == 0:
				return nil, fmt.Errorf("line %d: %q stands before the first section", n+1, w)
			case seen[key]:
				return nil, fmt.Errorf("line %d: %q stands twice in [%s]", n+1, w, out[len(out)-1].name)
			case w != strings.ToLower(w):
				return nil, fmt.Errorf("line %d: %q has capitals", n+1, w)
			default:
				seen[key] = true
			}
			l := &out[len(out)-1]
			l.phrases = append(l.phrases, strings.Split(w, "_"))
		}
	}
	for _, l := range out {
		if len(l.phrases) == 0 {
			return nil, fmt.Errorf("[%s] has no words", l.name)
		}
	}
	return out, nil
}

// in returns the first phrase of l that stands in words, as it stands there; "" if none does.
func (l *wordList) in(words []string) string {
	for i := range words {
		if found := l.at(words[i:]); found != "" {
			return found
		}
	}
	return ""
}

// at returns the phrase of l with which words begin, as it stands there; "" if with none.
func (l *wordList) at(words []string) string {
	for _, p := range l.phrases {
		if follows(words, p) {
			return strings.Join(words[:len(p)], " ")
		}
	}
	return ""
}

// follows reports whether words begin with phrase.
func follows(words, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, p := range phrase {
		stem, open := strings.CutSuffix(p, "*")
		if words[i] != p && !(open && strings.HasPrefix(words[i], stem)) {
			return false
		}
	}
	return true
}

// wordsOf cuts a text into words of letters, digits and hyphens. The first is put in small letters,
// for a sentence begins with a capital; the others keep theirs, so that a name is no common word
// and 'May' no verb.
func wordsOf(text string) []string {
	out := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' })
	if len(out) > 0 {
		out[0] = strings.ToLower(out[0])
	}
	return out
}

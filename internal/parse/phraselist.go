package parse

import (
	"strings"

	"dateline/internal/sieve"
)

// phraseList is phrases to be looked for all at once, whatever their number.
type phraseList struct {
	phrases []string
	begins  sieve.Sieve // the first three bytes of each
	short   []int       // those that have fewer
}

func newPhraseList(phrases ...string) *phraseList {
	l := &phraseList{phrases: phrases}
	for k, p := range phrases {
		if len(p) < 3 {
			l.short = append(l.short, k)
			continue
		}
		l.begins.Add(sieve.Of(p[:3]))
	}
	return l
}

// in returns the phrase of the list that stands in text, of several the first of the list; "" if none does.
func (l *phraseList) in(text string) string {
	first := len(l.phrases)
	for _, k := range l.short {
		if strings.Contains(text, l.phrases[k]) {
			first = min(first, k)
		}
	}
	for i := 0; i+3 <= len(text); i++ {
		if !l.begins.Has(sieve.Start.Next(text[i]).Next(text[i+1]).Next(text[i+2])) {
			continue
		}
		for k, p := range l.phrases[:first] {
			if strings.HasPrefix(text[i:], p) {
				first = k
				break
			}
		}
	}
	if first == len(l.phrases) {
		return ""
	}
	return l.phrases[first]
}

package date

import (
	"sync"

	"dateline/internal/sieve"
)

// mayTell reports whether a sentence may hold an expression of time, from its letters alone: one needs a
// figure, or a word that starts one and is more than grammar, a part or a number: a month, a weekday, a unit, a
// feast, a day such as 'today'. Most sentences have none and are not read further.
func mayTell(sentence string) bool {
	words := telling()
	for i := 0; i < len(sentence); {
		c := sieve.Lower[sentence[i]]
		if c == 0 {
			i++
			continue
		}
		h := sieve.Start
		for ; c != 0; c = sieve.Lower[sentence[i]] {
			if c <= '9' {
				return true
			}
			h = h.Next(c)
			if i++; i == len(sentence) {
				break
			}
		}
		if words.Has(h) {
			return true
		}
	}
	return false
}

// telling are the words that no expression of time without a figure does without.
var telling = sync.OnceValue(func() *sieve.Sieve {
	s := &sieve.Sieve{}
	for w, e := range lex().words {
		if e.class&cStarts&^(cPart|cNumber|cLead) != 0 {
			s.Add(sieve.Of(w))
		}
	}
	for _, w := range aloneWords {
		s.Add(sieve.Of(w))
	}
	return s
})

// aloneWords are words that tell a time by themselves.
var aloneWords = []string{"today", "yesterday", "tomorrow", "tonight", "overnight", "now", "then", "year", "nineteen", "twenty"}

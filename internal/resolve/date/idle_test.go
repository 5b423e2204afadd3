package date

import "testing"

// What idle passes over, no way of writing a date reads: all words that it looks at, before each word of the lexicon and of
// the grammar of dates.
func TestIdle(t *testing.T) {
	words := []string{"very", "small", "wee", "final", "latter", "closing", "opening", "upcoming", "-", "hours", "weekend", "city", "first", "soldiers", "odd", "m", "or", "of", "and a half", "to", "two", "12", "2019", "'", "nineteen"}
	for w := range lex().words {
		words = append(words, w)
	}
	idle := 0
	for _, lead := range append(leads, "in the", "a", "an", "12", "3,000", "2.5", "two", "several", "twenty", "dozens") {
		if !newParser(lead+" city", false).idle(0) {
			continue
		}
		for _, w := range words {
			for _, rest := range []string{"of March 2019", "hours of Sunday", "early Sunday", "day of the attack", "eighties", "last year", "years ago", "before March", "of the dead", "and fifth of the second", "to nine hundred and ninety-nine"} {
				p := newParser(lead+" "+w+" "+rest, false)
				if !p.idle(0) {
					continue
				}
				idle++
				if e, _ := p.longestPoint(0); e != nil {
					t.Errorf("%q: read as %#v", lead+" "+w+" "+rest, e)
				}
			}
		}
	}
	if idle < 1000 {
		t.Errorf("only %d were passed over", idle)
	}
}

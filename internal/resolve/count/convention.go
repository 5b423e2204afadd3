package count

import (
	"dateline"
	"dateline/internal/resolve/numeral"
)

// Convention names a table of what vague words are taken for ('several', 'dozens'). It decides
// nothing else: 'at least 11' is 11 and open by all of them. The tables and a sentence on each stand in
// data/lexicon/numbers.txt.
type Convention string

// The conventions. The house's own gives every vague word the range that English gives it, and so
// invents no figure; the others are those of the field's four great data sets, under the names of
// their rules for casualties.
const (
	House Convention = "dateline"
	ACLED Convention = "acled-lowest"
	GTD   Convention = "gtd-recent-majority-lowest"
	UCDP  Convention = "ucdp-blh"
	IBC   Convention = "ibc-minmax"
)

// Conventions lists every Convention, the house's own first.
var Conventions = []Convention{House, ACLED, GTD, UCDP, IBC}

// Says is the sentence of the lexicon on what c takes vague words for; "" for no Convention.
func (c Convention) Says() string { return numeral.ConventionSays(string(c)) }

// Vague returns what the Convention takes a vague word for ("dozens"); a bound of -1 is open. ok
// is false for a word that it puts no figure for.
func (c Convention) Vague(word string) (low, high int, ok bool) {
	v, ok := numeral.VagueWord(string(c), word)
	return v.Low, v.High, ok
}

// Of gives a Count that was read by the house's Convention the bounds that c would give it. What was
// told in figures stays as it is. Where c puts no figure for the word, both bounds are open, and the word
// stays. The Count then names c.
func (c Convention) Of(n dateline.Count) dateline.Count {
	house, vague := House.phrase(n.Word)
	if c == House || c == "" || !vague {
		return n
	}
	out := n
	out.Convention, out.Low, out.High = string(c), nil, nil
	if own, ok := c.phrase(n.Word); ok {
		out.Low, out.High = moved(n.Low, house.low, own.low), moved(n.High, house.high, own.high)
	}
	if out.Low != nil && out.High != nil && *out.Low > *out.High {
		out.Low = out.High // 'nearly': a range below the word's
	}
	return out
}

// moved takes a bound from where the word stands by one convention to where it stands by another.
func moved(bound *int, from, to int) *int {
	if bound == nil || to < 0 {
		return nil
	}
	n := max(0, *bound+to-max(from, 0))
	return &n
}

// phrase reads the Word of a Count: 'dozens', 'tens of thousands', 'few hundred'.
func (c Convention) phrase(words string) (quantity, bool) {
	r := newReader(words, c)
	defer r.done()
	low, high, ok := c.Vague(r.word(0))
	if !ok {
		return quantity{}, false
	}
	q, end := r.scaled(quantity{low: low, high: high, word: r.word(0)}, 1)
	return q, end == len(r.toks)
}

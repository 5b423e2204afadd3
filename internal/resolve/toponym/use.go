package toponym

import (
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
)

// use says whether a name stands for a place or for who rules there: a country or a seat of government
// that does what only somebody can do ('Moscow blamed'), and is not where it is done ('in Moscow').
func use(t *Text, c candidate, p dateline.Toponym) dateline.ToponymUse {
	_, seat := place.Government(c.words)
	if !seat && p.Place.Precision != dateline.Country {
		return dateline.AsPlace
	}
	if wherePrepositions[strings.ToLower(t.before(c.first).Form)] {
		return dateline.AsPlace
	}
	next := c.last + 1
	for next < len(t.Words) && !t.Words[next].Begins && helpers[t.Words[next].Form] {
		next++
	}
	if next < len(t.Words) && !t.Words[next].Begins && classOf(t.Words[next].Form).has(actVerb) {
		return dateline.AsGovernment
	}
	return dateline.AsPlace
}

var (
	wherePrepositions = set("in at near from of to outside inside around across throughout into within over for with by ,")
	helpers           = set("has have had also later again repeatedly immediately strongly publicly formally officially not never")
)

package toponym

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/data"
)

// wordClass says what a word may be in a name or beside one; a word may be several things.
type wordClass uint16

const (
	roadNoun  wordClass = 1 << iota // 'Street'
	routeNoun                       // 'Highway', before a number
	frontNoun                       // 'Lake'
	shortNoun                       // 'St.'
	placeNoun                       // 'County'
	siteNoun                        // 'Airport'
	bodyNoun                        // 'Kabul police'
	givenName                       // 'John'
	title                           // 'Mayor'
	organNoun                       // 'University'
	actVerb                         // 'blamed'
)

// nouns holds every listed word in lower case.
var nouns = sync.OnceValue(func() map[string]wordClass {
	out := map[string]wordClass{}
	for _, line := range data.Lines(data.Places, "places/nouns.txt") {
		sort, words, _ := strings.Cut(line, " ")
		for w := range strings.FieldsSeq(words) {
			out[w] |= nounSorts[sort]
		}
	}
	for file, class := range nounFiles {
		for _, line := range data.Lines(data.Lexicon, "lexicon/language/"+file+".txt") {
			out[strings.ToLower(line)] |= class
		}
	}
	return out
})

var nounSorts = map[string]wordClass{"road": roadNoun, "route": routeNoun, "front": frontNoun, "abbreviated": shortNoun,
	"behind": placeNoun, "acts": actVerb, "people": bodyNoun}

var nounFiles = map[string]wordClass{"locations": placeNoun, "facilities": siteNoun, "titles": title, "givennames": givenName,
	"organisations": organNoun}

// classOf looks a form up, without the full stop of an abbreviation.
func classOf(form string) wordClass {
	if len(form) > 30 {
		return 0
	}
	var buffer [96]byte
	lower := buffer[:0]
	for _, r := range form {
		lower = utf8.AppendRune(lower, unicode.ToLower(r))
	}
	return nouns()[string(bytes.TrimSuffix(lower, []byte(".")))]
}

func (c wordClass) has(class wordClass) bool { return c&class != 0 }

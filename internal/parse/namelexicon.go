package parse

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/data"
)

// nameWord says what a word may be in a name or beside one; a word may be several things.
type nameWord uint32

const (
	titleWord        nameWord = 1 << iota // 'President', before a person's name
	organisationWord                      // 'Ministry', 'group'
	locationWord                          // 'Province', 'Lake'
	facilityWord                          // 'Airbase', 'Hall'
	weaponWord                            // 'rifle'
	weaponModifier                        // 'improvised'
	eventWord                             // 'bombings', 'Operation'
	groupNoun                             // 'fighters', behind the name of a body of people
	givenName                             // 'Hafiz'
	nationality                           // 'Syrian', a country's or a people's
	country                               // a country, a capital or a seat of government, of one word
	month
	weekday
	season
	dateUnit    // 'week', 'night', 'evening'
	datePart    // 'early', 'late', 'mid'
	feast       // 'Ramadan', 'Easter'
	numeral     // 'eleven', 'dozen', 'million'
	vague       // 'dozens', 'several'
	humanNoun   // 'soldier', 'minister', in the singular
	dateAdverb  // 'yesterday'
	datePointer // 'last', before 'week'
	knownPlace  // 'Mosul', 'Danube', by itself
	knownBody   // 'Hamas', 'NATO', by itself
	hedge       // 'at', 'least', 'more', before a number
)

// nameLexicon is every word of the lists that names are told by, in lower case.
var nameLexicon = sync.OnceValue(func() map[string]nameWord {
	words := map[string]nameWord{}
	for name, class := range nameLists {
		for _, entry := range lexiconLines(name) {
			words[strings.ToLower(entry)] |= class
		}
	}
	countryWords(words)
	timeWords(words)
	numberWords(words)
	humanWords(words)
	for class, list := range closedWords {
		for _, w := range strings.Fields(list) {
			words[w] |= class
		}
	}
	return words
})

// nameLists are the files of data/lexicon/language that hold one word a line.
var nameLists = map[string]nameWord{"titles": titleWord, "organisations": organisationWord, "locations": locationWord,
	"facilities": facilityWord, "weapons": weaponWord, "weaponwords": weaponModifier, "events": eventWord,
	"givennames": givenName, "groupnouns": groupNoun, "peoples": nationality, "placenames": knownPlace, "knownbodies": knownBody}

// closedWords are the words of grammar in dates and numbers.
var closedWords = map[nameWord]string{
	dateAdverb:  "yesterday today tomorrow tonight",
	datePointer: "last next this past previous following coming recent",
	dateUnit:    "days weeks months years hours decades minutes",
	hedge:       "about around nearly almost over approximately roughly some under below above exactly only least at more less fewer up as an between",
	vague:       "dozens hundreds thousands millions scores tens",
}

// countryWords adds data/places/countries.txt: code | name | other names | adjectives and peoples |
// seats of government. Names of several words are left to the tagger.
func countryWords(words map[string]nameWord) {
	for _, line := range data.Lines(data.Places, "places/countries.txt") {
		for i, column := range strings.Split(line, "|") {
			class := country
			if i == 3 {
				class = nationality
			}
			for name := range strings.SplitSeq(column, ",") {
				if i > 0 && strings.TrimSpace(name) != "" {
					words[strings.ToLower(strings.TrimSpace(name))] |= class
				}
			}
		}
	}
}

// timeWords adds data/lexicon/times.txt: sort, value, words. A feast is known by its words that are
// not 'day' or an article.
func timeWords(words map[string]nameWord) {
	sorts := map[string]nameWord{"month": month, "weekday": weekday, "season": season, "unit": dateUnit, "hour": dateUnit, "part": datePart, "holiday": feast, "hijri-alone": feast}
	for _, line := range data.Lines(data.Lexicon, "lexicon/times.txt") {
		columns := strings.Split(line, "\t")
		if len(columns) < 3 || sorts[columns[0]] == 0 {
			continue
		}
		list := strings.Fields(columns[2])
		if columns[0] == "holiday" && len(list) > 1 {
			continue
		}
		for _, w := range list {
			words[w] |= sorts[columns[0]]
		}
	}
}

// numberWords adds data/lexicon/numbers.txt.
func numberWords(words map[string]nameWord) {
	for _, line := range data.Lines(data.Lexicon, "lexicon/numbers.txt") {
		columns := strings.Split(line, "\t")
		class := map[string]nameWord{"cardinal": numeral, "scale": numeral, "vague": vague}[columns[0]]
		list := strings.Fields(columns[len(columns)-1])
		if class == vague && len(list) != 1 {
			continue
		}
		for _, w := range list {
			words[w] |= class
		}
	}
}

// humanWords adds the nouns for one person, data/lexicon/people.txt: 'man=men' is one noun.
func humanWords(words map[string]nameWord) {
	for _, line := range data.Lines(data.Lexicon, "lexicon/people.txt") {
		for _, w := range strings.Fields(line) {
			w, _, _ = strings.Cut(w, "=")
			words[w] |= humanNoun
		}
	}
}

// nameWordOf looks a form up, also without the full stop of an abbreviation.
func nameWordOf(form string) nameWord {
	if len(form) > 40 {
		return 0
	}
	var buffer [64]byte
	lower := lowered(form, buffer[:0])
	words := nameLexicon()
	if class, ok := words[string(lower)]; ok {
		return class
	}
	if n := len(lower); n > 1 && lower[n-1] == '.' {
		return words[string(lower[:n-1])]
	}
	return 0
}

// lowered appends form in lower case; figures stay.
func lowered(form string, into []byte) []byte {
	for _, r := range form {
		switch {
		case 'A' <= r && r <= 'Z':
			into = append(into, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			into = append(into, byte(r))
		default:
			into = utf8.AppendRune(into, unicode.ToLower(r))
		}
	}
	return into
}

// startsUpper reports whether form begins with a capital.
func startsUpper(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return isUpper(r)
}

// has reports whether w is any of the classes.
func (w nameWord) has(class nameWord) bool { return w&class != 0 }

package parse

import (
	"strings"
)

// stopWhere says where an abbreviation keeps its stop, and what the stop can be besides.
type stopWhere uint8

// The kinds of abbreviations; the first is none.
const (
	titleStop  stopWhere = iota + 1 // before a name: never ends a sentence
	nameStop                        // with a capital; may end a sentence
	anyStop                         // may end a sentence
	numberStop                      // before a figure
)

// abbreviated holds data/lexicon/language/abbreviations.txt.
var abbreviated = readAbbreviations()

func readAbbreviations() map[string]stopWhere {
	names := map[string]stopWhere{"title": titleStop, "name": nameStop, "any": anyStop, "number": numberStop}
	list := map[string]stopWhere{}
	for _, l := range lexiconLines("abbreviations") {
		if f := strings.Fields(l); len(f) == 2 {
			list[f[0]] = names[f[1]]
		}
	}
	return list
}

// starters begin sentences and hardly ever stand, capitalised, behind an abbreviation within one.
var starters = wordSet(`the a an this that these those he she it they we i you his her its their our my in on at
	by for from with after before during since when while as if although though but and or so however meanwhile
	also there here some many most several no not all both each another according despite earlier later
	last what who why how where which one two three four five six seven eight nine ten
	hundreds dozens thousands police officials authorities witnesses residents`)

// opens reports whether form is a mark that opens.
func opens(form string) bool {
	switch form {
	case "“", "‘", "(", "[", `"`, "'", "«", "``", "*":
		return true
	}
	return false
}

var saying = wordSet("said says asked asks told added shouted wrote cried replied yelled declared warned tweeted exclaimed")

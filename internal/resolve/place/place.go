// Package place knows where in the world words mean: it decides what 'the Moscow region', 'near
// Konduga' or 'eastern and northern Afghanistan' stand for, how exactly, and how sure that is.
//
// What it knows lies in two places. The table gazetteer.bin (folder gazetteer; made by folder build
// from GeoNames, CC BY 4.0) holds some 200,000 settlements with their Latin names and all first- and
// second-order areas; it is read where it lies. data/places, written by people, holds countries with
// their peoples and seats of government, continents, regions, more names, and common words.
//
// The order of work, each step a file: words are parted into a phrase (phrase.go: what is named,
// what it is in or near, on which side of it, what it is called besides), names are looked up
// (entry.go, supplement.go; spelling.go where a name may be spelled otherwise), readings are weighed (choose.go), and the best one gets the precision
// that the words allow (answer.go). Borders are read in border.go, countries in country.go.
//
// Promises: the same words and Context give the same Resolution; only a site, a settlement or
// somewhere near one gets a point; a tie or a weak winner is dateline.Ambiguous and its rivals are
// listed; a name that no record carries is kept as it was written.
package place

import (
	_ "embed"
	"strings"
	"sync"

	"dateline"
	"dateline/data"
	"dateline/internal/resolve/place/gazetteer"
)

//go:generate go run ./build -packages $GAZETTEER_PACKAGES -out gazetteer.bin

//go:embed gazetteer.bin
var tableBytes string

// Context is what is known before the words are read. The zero Context is 'nothing'.
type Context struct {
	Countries []string         // ISO codes that the report has fixed, the strongest first
	Near      []dateline.Place // places resolved earlier in the same sentence or report
	Home      []string         // the actor's home countries
}

// Resolve says what place the words of a mention mean. Place is nil only where words holds nothing
// to read. Statement and Part are left for the caller.
func Resolve(words string, ctx Context) dateline.Resolution {
	words = strings.Join(strings.Fields(words), " ")
	if words == "" {
		return dateline.Resolution{State: dateline.Unknown, Why: "no words"}
	}
	if len(words) > maxBytes || strings.Count(words, " ") >= maxWords || gazetteer.MixedScripts(words) {
		return unplaced(words, "letters of more than one script in one name, or too long for a place")
	}
	return world().resolve(read(words), ctx)
}

// What is longer than maxBytes or has more words than maxWords is not read as a place.
const (
	maxBytes = 400
	maxWords = 30
)

func unplaced(words, why string) dateline.Resolution {
	return dateline.Resolution{
		State: dateline.NotListed, Why: why,
		Place: &dateline.Place{Name: words, Precision: dateline.Unplaced},
	}
}

// world opens what is known, once. The data is embedded and linted by a test: it cannot fail.
var world = sync.OnceValue(func() *atlas {
	table, err := gazetteer.Open(tableBytes)
	if err != nil {
		panic(err)
	}
	a, err := newAtlas(table, data.Places)
	if err != nil {
		panic(err)
	}
	return a
})

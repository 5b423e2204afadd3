package count

import (
	"fmt"
	"strings"
	"sync"

	"dateline/data"
	"dateline/internal/sieve"
)

// noun says how a word counts people.
type noun int

const (
	notPerson noun = iota
	onePerson
	manyPeople
)

type lexicon struct {
	nouns    map[string]noun   // for people
	people   *sieve.Map[noun]  // the same
	measures map[string]string // word to section of measures.txt
	labels   map[string]bool
}

var lex = sync.OnceValue(func() *lexicon {
	l := &lexicon{map[string]noun{}, nil, map[string]string{}, map[string]bool{}}
	for _, w := range data.Words("people.txt") {
		must(l.addPerson(w))
	}
	l.people = sieve.NewMap(l.nouns)
	for section, w := range data.Words("measures.txt") {
		must(l.addMeasure(section, w))
	}
	return l
})

// must panics on a fault of an embedded list; a test of the package reads them all.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

func (l *lexicon) addPerson(w string) error {
	one, many, irregular := strings.Cut(w, "=")
	if !irregular {
		many = plural(one)
	}
	if one == "" || many == "" {
		return fmt.Errorf("no such noun: %q", w)
	}
	l.nouns[one] = onePerson
	if many != one {
		l.nouns[many] = manyPeople
	}
	return nil
}

func plural(w string) string {
	last := w[len(w)-1]
	switch {
	case last == 'y' && len(w) > 1 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies"
	case last == 's' || last == 'x' || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch") && w != "monarch":
		return w + "es"
	}
	return w + "s"
}

func (l *lexicon) addMeasure(section, w string) error {
	switch section {
	case "label":
		l.labels[w] = true
		return nil
	case "money", "symbol", "code", "reference", "duration", "measure":
		if l.measures[w] != "" {
			return fmt.Errorf("%q stands twice", w)
		}
		l.measures[w] = section
		return nil
	}
	return fmt.Errorf("no such section: %q", section)
}

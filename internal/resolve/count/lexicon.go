package count

import (
	"fmt"
	"strings"
	"sync"

	"dateline/data"
)

// noun says how a word counts people.
type noun int

const (
	notPerson noun = iota
	onePerson
	manyPeople
)

type lexicon struct {
	people   map[string]noun
	measures map[string]string // word to section of measures.txt
	labels   map[string]bool
}

var lex = sync.OnceValue(func() *lexicon {
	l := &lexicon{map[string]noun{}, map[string]string{}, map[string]bool{}}
	if err := l.read("people.txt", l.addPerson); err != nil {
		panic(err) // the package's test reads the same file
	}
	section := ""
	err := l.read("measures.txt", func(w string) error {
		if strings.HasPrefix(w, "[") {
			section = strings.Trim(w, "[]")
			return nil
		}
		return l.addMeasure(section, w)
	})
	if err != nil {
		panic(err)
	}
	return l
})

// read hands each word of a file to add; '#' starts a comment.
func (l *lexicon) read(name string, add func(string) error) error {
	text, err := data.Lexicon.ReadFile("lexicon/" + name)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(text), "\n") {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			if err := add(w); err != nil {
				return fmt.Errorf("%s:%d: %w", name, n+1, err)
			}
		}
	}
	return nil
}

func (l *lexicon) addPerson(w string) error {
	one, many, irregular := strings.Cut(w, "=")
	if !irregular {
		many = plural(one)
	}
	if one == "" || many == "" {
		return fmt.Errorf("no such noun: %q", w)
	}
	l.people[one] = onePerson
	if many != one {
		l.people[many] = manyPeople
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

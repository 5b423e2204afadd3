package date

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"dateline/data"
	"dateline/internal/resolve/numeral"
	"dateline/internal/sieve"
)

// class says what a word can be in a date; a word may have several.
type class uint32

const (
	cMonth class = 1 << iota
	cWeekday
	cSeason
	cUnit
	cHour
	cPart
	cFeast  // starts a holiday's name
	cNumber // a figure or a number word, 'a', 'an', 'several'
	cTens   // 'eighties'
	cMoon   // starts the name of a month of the Hijri or the Persian calendar
	cNamed  // starts a name of a day: 'September 11' before 'attacks'
	cLead   // a grammar word that a date may start with
)

// The classes of words beside a date that tell what it means: the tense of its clause, and what it is the
// date of. No date starts with them.
const (
	cWill    class = 1 << (iota + 16) // 'will' and what stands for it
	cDue                              // puts what follows into the future: 'scheduled for'
	cAhead                            // does, before 'to': 'vowed to'
	cSeem                             // does not, before 'to be': 'believed to be'
	cOpens                            // in the present, of what is to come: 'opens on Monday'
	cPast                             // a past form that does not end in -ed
	cPut                              // puts off to a day: \'adjourned\'
	cEvent                            // an event that a day may be told by: 'the day of the attack'
	cViolent                          // such an event that is violence
	cOrgan                            // behind a day, in capitals, makes a name of it: 'June 4 Movement'
	cLaw                              // beside a year, in capitals, makes a name of it: 'the 1917 Espionage Act'

	cStarts = cWill - 1 // any class of those above: a date may start with it
)

// tenses are the names of those classes in the file of words.
var tenses = map[string]class{"will": cWill, "due": cDue, "ahead": cAhead, "seem": cSeem, "opens": cOpens, "put": cPut, "past": cPast}

type entry struct {
	class  class
	value  int
	unit   unit
	plural bool
	short  bool   // an abbreviation
	part   string // early, mid, late
}

type feastName struct {
	words []string
	rule  feast
}

type lexicon struct {
	words  map[string]entry
	known  *sieve.Map[*entry]     // of words; nil for none
	feasts map[string][]feastName // by first word, longest name first
	moons  map[string][]moonName  // likewise
	days   map[string][]dayName   // likewise
	named  map[string]partial     // '9/11'
}

// dayName is a day that its month and number name before an event: 'the September 11 attacks'.
type dayName struct {
	words []string
	day   partial
}

var lex = sync.OnceValue(func() *lexicon {
	text, err := data.Lexicon.ReadFile("lexicon/times.txt")
	if err != nil {
		panic(err) // embedded: cannot be missing
	}
	l, err := parseLexicon(string(text))
	if err != nil {
		panic(err) // the package's test reads the same file
	}
	return l
})

func parseLexicon(text string) (*lexicon, error) {
	l := &lexicon{map[string]entry{}, nil, map[string][]feastName{}, map[string][]moonName{}, map[string][]dayName{}, map[string]partial{}}
	for n, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != 3 {
			return nil, fmt.Errorf("times.txt:%d: want three columns, got %d", n+1, len(cols))
		}
		if err := l.add(cols[0], cols[1], strings.Fields(cols[2])); err != nil {
			return nil, fmt.Errorf("times.txt:%d: %w", n+1, err)
		}
	}
	for _, w := range leads {
		l.mark(w, cLead)
	}
	for _, w := range numeral.Openers() {
		l.mark(w, cNumber)
	}
	known := map[string]*entry{}
	for w, e := range l.words {
		known[w] = &e
	}
	l.known = sieve.NewMap(known)
	return l, nil
}

// leads are the words of grammar that a date may start with.
var leads = strings.Fields(`since until till by before after prior between from through around about circa c
	approximately roughly the this that last past next previous following coming same current preceding
	these recent today yesterday tomorrow tonight overnight earlier later more over less nearly almost some
	then as within in first second third fourth q h ' end half up eve no not at`)

func (l *lexicon) mark(word string, c class) {
	e := l.words[word]
	e.class |= c
	l.words[word] = e
}

func (l *lexicon) add(kind, value string, list []string) error {
	switch kind {
	case "month", "weekday", "season":
		return l.addNumbered(kind, value, list)
	case "unit":
		for i, w := range list {
			l.words[w] = entry{class: cUnit, unit: unit(value), plural: i > 0}
		}
	case "hour":
		for _, w := range list {
			l.mark(w, cHour)
		}
	case "decade":
		n, err := strconv.Atoi(value)
		if err != nil || n%10 != 0 || n < 1000 {
			return fmt.Errorf("no such decade: %q", value)
		}
		for _, w := range list {
			l.words[w] = entry{class: cTens, value: n}
		}
	case "event":
		for _, w := range list {
			l.mark(w, cEvent)
			if value == "violent" {
				l.mark(w, cViolent)
			}
		}
	case "organ":
		for _, w := range list {
			l.mark(w, cOrgan)
		}
	case "law":
		for _, w := range list {
			l.mark(w, cLaw)
		}
	case "tense":
		c, ok := tenses[value]
		if !ok {
			return fmt.Errorf("no such tense: %q", value)
		}
		for _, w := range list {
			l.mark(w, c)
		}
	case "part":
		for _, w := range list {
			l.words[w] = entry{class: cPart | l.words[w].class, part: value}
		}
	case "holiday":
		return l.addFeast(value, list)
	case "named":
		return l.addNamed(value, list)
	case "hijri", "hijri-alone", "persian":
		return l.addMoon(kind, value, list)
	default:
		return fmt.Errorf("no such kind of line: %q", kind)
	}
	return nil
}

// split cuts a name into the words that numeral.Split makes of it.
func split(list []string) []string {
	var words []string
	for _, t := range numeral.Split(strings.Join(list, " ")) {
		words = append(words, t.Word)
	}
	return words
}

func (l *lexicon) addNamed(value string, list []string) error {
	p, ok := parsePartial(value)
	if !ok || p.day == 0 || len(list) == 0 {
		return fmt.Errorf("no such day: %q", value)
	}
	if len(list) == 1 {
		l.named[list[0]] = p
		return nil
	}
	words := split(list)
	l.mark(words[0], cNamed)
	l.days[words[0]] = append(l.days[words[0]], dayName{words, p})
	return nil
}

func (l *lexicon) addMoon(kind, value string, list []string) error {
	m, err := strconv.Atoi(value)
	if err != nil || m < 1 || m > 12 || len(list) == 0 {
		return fmt.Errorf("no such month: %q", value)
	}
	words := split(list)
	l.mark(words[0], cMoon)
	l.moons[words[0]] = append(l.moons[words[0]], moonName{words, m, kind == "persian", kind == "hijri-alone"})
	return nil
}

func (l *lexicon) addNumbered(kind, value string, list []string) error {
	c := map[string]class{"month": cMonth, "weekday": cWeekday, "season": cSeason}[kind]
	n, err := strconv.Atoi(value)
	for i, w := range list {
		if _, twice := l.words[w]; twice {
			return fmt.Errorf("%q stands twice", w)
		}
		l.words[w] = entry{class: c, value: n, short: i > 0 && c != cSeason}
	}
	return err
}

// addFeast keeps a name; "new year's day" and "saints' day" are matched as the words that
// numeral.Split makes of them.
func (l *lexicon) addFeast(rule string, list []string) error {
	f, err := parseFeast(rule, l)
	if err != nil {
		return err
	}
	words := split(list)
	l.mark(words[0], cFeast)
	names := append(l.feasts[words[0]], feastName{words, f})
	for i := len(names) - 1; i > 0 && len(names[i].words) > len(names[i-1].words); i-- {
		names[i], names[i-1] = names[i-1], names[i]
	}
	l.feasts[words[0]] = names
	return nil
}

// ShortMonth reports whether word is an abbreviation of a month, in any case.
func ShortMonth(word string) bool {
	e := lex().known.At(strings.ToLower(word))
	return e != nil && e.class&cMonth != 0 && e.short
}

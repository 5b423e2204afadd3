package numeral

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dateline/data"
	"dateline/internal/sieve"
)

type lexicon struct {
	cardinals, ordinals, scales, suffixes, groups, folds map[string]int
	vague                                                map[[2]string]Vague // by convention and word
	opening                                              map[string]bool     // words that a number may start with
	values                                               *sieve.Map[values]  // of cardinals, ordinals, scales and openers
	says                                                 map[string]string   // on each convention
}

// Vague is a word that stands for a number without saying which, and what a Convention takes it
// for; a bound of -1 is open.
type Vague struct {
	Convention string
	Word       string
	Low, High  int
}

// VagueWord returns what a convention takes a word for.
func VagueWord(convention, word string) (Vague, bool) {
	v, ok := words().vague[[2]string{convention, word}]
	return v, ok
}

// Group returns how many a noun says that belong to it ('trio'); 0 for other words.
func Group(word string) int { return words().values.At(word).group }

// Fold returns how many of what follows it a word makes ('double'); 0 for other words.
func Fold(word string) int { return words().folds[word] }

// ConventionSays is the sentence on what a convention takes vague words for; "" for no convention.
func ConventionSays(convention string) string { return words().says[convention] }

// Opens reports whether a number, cardinal or ordinal, or a vague word may start with t.
func Opens(t Token) bool { return t.Digits != "" || words().values.At(t.Word).opens }

// Openers lists the words that a number or a vague word may start with, in the order of letters.
func Openers() []string { return slices.Sorted(maps.Keys(words().opening)) }

var words = sync.OnceValue(func() *lexicon {
	text, err := data.Lexicon.ReadFile("lexicon/numbers.txt")
	if err != nil {
		panic(err) // embedded: cannot be missing
	}
	lex, err := parse(string(text))
	if err != nil {
		panic(err) // the package's test reads the same file
	}
	return lex
})

func parse(text string) (*lexicon, error) {
	lex := &lexicon{
		cardinals: map[string]int{}, ordinals: map[string]int{}, scales: map[string]int{}, suffixes: map[string]int{}, groups: map[string]int{}, folds: map[string]int{},
		vague: map[[2]string]Vague{}, says: map[string]string{}, opening: map[string]bool{"a": true, "an": true, "half": true},
	}
	for n, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cols := strings.Split(line, "\t")
		if err := lex.add(cols); err != nil {
			return nil, fmt.Errorf("numbers.txt:%d: %w", n+1, err)
		}
		if cols[0] == "suffix" || cols[0] == "convention" || cols[0] == "fold" {
			continue
		}
		for _, w := range strings.Fields(cols[len(cols)-1]) {
			lex.opening[w] = true
		}
	}
	lex.values = sieve.NewMap(lex.known())
	return lex, nil
}

// values is what a word says as a number, of several sorts; opens that a number may start with it.
type values struct {
	cardinal, ordinal, scale, group       int
	isCardinal, isOrdinal, isScale, opens bool
}

func (lex *lexicon) known() map[string]values {
	out := map[string]values{}
	add := func(words map[string]int, as func(v *values, n int)) {
		for w, n := range words {
			v := out[w]
			as(&v, n)
			out[w] = v
		}
	}
	add(lex.cardinals, func(v *values, n int) { v.cardinal, v.isCardinal = n, true })
	add(lex.ordinals, func(v *values, n int) { v.ordinal, v.isOrdinal = n, true })
	add(lex.scales, func(v *values, n int) { v.scale, v.isScale = n, true })
	add(lex.groups, func(v *values, n int) { v.group = n })
	for w := range lex.opening {
		v := out[w]
		v.opens = true
		out[w] = v
	}
	return out
}

func (lex *lexicon) add(cols []string) error {
	tables := map[string]map[string]int{
		"cardinal": lex.cardinals, "ordinal": lex.ordinals, "scale": lex.scales, "suffix": lex.suffixes, "group": lex.groups, "fold": lex.folds,
	}
	table, ok := tables[cols[0]]
	switch {
	case ok && len(cols) == 3:
		return addWords(table, cols[1], strings.Fields(cols[2]))
	case cols[0] == "convention" && len(cols) == 3 && lex.says[cols[1]] == "":
		lex.says[cols[1]] = cols[2]
		return nil
	case cols[0] == "vague" && len(cols) == 5 && lex.says[cols[1]] != "":
		return lex.addVague(cols[1:])
	}
	return fmt.Errorf("no such line: %q", strings.Join(cols, "\t"))
}

func addWords(table map[string]int, value string, list []string) error {
	n, err := strconv.Atoi(value)
	if err != nil {
		return err
	}
	for _, w := range list {
		if _, twice := table[w]; twice {
			return fmt.Errorf("%q stands twice", w)
		}
		table[w] = n
	}
	return nil
}

func (lex *lexicon) addVague(cols []string) error {
	v := Vague{Convention: cols[0], Word: cols[3]}
	var err error
	if v.Low, err = bound(cols[1]); err != nil {
		return err
	}
	if v.High, err = bound(cols[2]); err != nil {
		return err
	}
	if v.High >= 0 && v.High < v.Low {
		return fmt.Errorf("%q: high is below low", v.Word)
	}
	lex.vague[[2]string{v.Convention, v.Word}] = v
	return nil
}

func bound(s string) (int, error) {
	if s == "-" {
		return -1, nil
	}
	return strconv.Atoi(s)
}

package count

import (
	"fmt"
	"strings"
	"sync"

	"dateline/data"
)

// sense is what a word says that a figure counts.
type sense struct {
	of   Of
	fate bool // what became of people, or of things: read wherever it stands behind the figure
}

// people reports whether what is counted is people.
func (o Of) people() bool {
	switch o {
	case Vehicles, Aircraft, Vessels, Weapons, Units, Things:
		return false
	}
	return o != ""
}

func (s sense) people() bool { return s.of.people() }

// tallyLexicon is data/lexicon/tallies.txt.
type tallyLexicon struct {
	senses map[string]sense
	claim  map[string]bool
	per    map[string]bool
	noone  map[string]bool
	prose  map[string]bool
	labels map[string]Of
}

var tallyLex = sync.OnceValue(func() *tallyLexicon {
	text, err := data.Lexicon.ReadFile("lexicon/tallies.txt")
	if err != nil {
		panic(err) // embedded: cannot be missing
	}
	l, err := parseTallies(string(text))
	if err != nil {
		panic(err) // the package's test reads the same file
	}
	return l
})

func parseTallies(text string) (*tallyLexicon, error) {
	l := &tallyLexicon{senses: map[string]sense{}, claim: map[string]bool{}, per: map[string]bool{}, noone: map[string]bool{},
		prose: map[string]bool{}, labels: map[string]Of{}}
	section, seen := "", map[string]bool{}
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			if strings.HasPrefix(w, "[") {
				section = strings.Trim(w, "[]")
				continue
			}
			if seen[w] && !strings.HasPrefix(section, "label") {
				return nil, fmt.Errorf("tallies.txt:%d: %q stands twice", n+1, w)
			}
			seen[w] = true
			if err := l.add(section, w); err != nil {
				return nil, fmt.Errorf("tallies.txt:%d: %w", n+1, err)
			}
		}
	}
	return l, nil
}

func (l *tallyLexicon) add(section, w string) error {
	switch section {
	case "claim":
		l.claim[w] = true
	case "per":
		l.per[w] = true
	case "noone":
		l.noone[w] = true
	case "prose":
		l.prose[w] = true
	case "label-strength":
		l.labels[w] = Fighters
	case "label-losses":
		l.labels[w] = Casualties
	case "label-killed":
		l.labels[w] = Killed
	case "label-wounded":
		l.labels[w] = Wounded
	default:
		name, fate := strings.CutSuffix(section, "!")
		of := Of(name)
		if !tallied[of] {
			return fmt.Errorf("no such section: %q", section)
		}
		l.senses[w] = sense{of, fate}
	}
	return nil
}

// tallied are the sections that name what is counted.
var tallied = map[Of]bool{Killed: true, Wounded: true, Captured: true, Missing: true, Surrendered: true, Defected: true, Abducted: true,
	Released: true, Displaced: true, Casualties: true, Vehicles: true, Aircraft: true, Vessels: true, Weapons: true, Units: true, Things: true}

// sense looks up token i, also without the last letter that a lost line break took.
func (l *list) sense(i int) (sense, bool) {
	if i < 0 || i >= len(l.toks) || !l.toks[i].IsWord() {
		return sense{}, false
	}
	w := l.word(i)
	lex := tallyLex()
	if s, ok := lex.senses[w]; ok {
		if len(w) < 3 && !(l.toks[i].Cap && l.word(i+1) == "-") {
			return sense{}, false // 'an' is an aircraft in 'An-26' only
		}
		return s, true
	}
	if w == "shot" && l.word(i+1) == "down" {
		return sense{Aircraft, true}, true
	}
	if len(w) < 4 && !(len(w) == 3 && i+1 < len(l.toks) && l.lost[i+1]) {
		return sense{}, false
	}
	for _, last := range "dsetn" {
		if s, ok := lex.senses[w+string(last)]; ok {
			return s, true
		}
	}
	return lex.run(w)
}

// minRest is how many letters of the next word at least have run into a fate: 'killewounded'.
const minRest = 4

// run returns the fate that a word begins with which has run into the next one, its last letter gone
// or not.
func (x *tallyLexicon) run(w string) (sense, bool) {
	for n := len(w) - minRest; n >= 5; n-- {
		for _, f := range [...]string{w[:n], w[:n] + "d"} {
			if s, ok := x.senses[f]; ok && s.fate && s.people() {
				return s, true
			}
		}
	}
	return sense{}, false
}

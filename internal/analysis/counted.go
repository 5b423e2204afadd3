package analysis

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"dateline"
	"dateline/data"
	"dateline/internal/resolve/count"
	"dateline/internal/resolve/party"
)

// Class is a sort of people whom a figure counts; "" is people, of whom the words say nothing more.
type Class string

// The classes. Attackers, rebels and militants are all fighters: who attacked is another question.
const (
	Civilians  Class = "civilians"
	Forces     Class = "forces" // of a state: soldiers, police, guards
	FightersOf Class = "fighters"
	Members    Class = "members"
	Families   Class = "families"
	Children   Class = "children"
	Women      Class = "women"
	Casualties Class = "casualties" // the hurt with the dead
)

// sides are the classes of which nobody is in two.
var sides = []Class{Civilians, Forces, FightersOf}

// Share is how many of those whom a figure counts are of one class.
type Share struct {
	Of    Class
	Count dateline.Count
	Words string
}

// Counted says whom a figure counts.
type Counted struct {
	Who     Class   // by the noun; "" for people, or where none is told
	With    []Class // who is said to be among them, in the order told
	Without []Class // who is said not to be
	Shares  []Share // how many are of which class, where that is told
}

// NewCounted reads whom the words of a figure count; beside is what else the sentence says of it ('including
// family members').
func NewCounted(words, beside string) Counted {
	var c Counted
	figures := count.Tally(words, count.Killed)
	if len(figures) == 0 {
		c.read(words)
	}
	for i, f := range figures {
		start, end := f.Number.End, len(words)
		if i == 0 {
			start = 0
		}
		if i+1 < len(figures) {
			end = figures[i+1].Number.Start
		}
		c.share(i, words[start:end], f)
	}
	c.read(beside)
	return c
}

// share reads the words of the i-th figure: the first says whom the whole counts, unless it is told side by side with
// others ('two guards and three villagers').
func (c *Counted) share(i int, words string, f count.Figure) {
	own := Counted{}
	own.read(words)
	if i == 0 {
		*c = own
	}
	of := own.Who
	if i > 0 && of == "" && len(own.With) > 0 {
		of = own.With[0]
	}
	if of == "" {
		return
	}
	c.Shares = append(c.Shares, Share{of, f.Count, strings.TrimSpace(words)})
	if i > 0 && c.Who != of {
		c.With = with(c.With, of)
	}
}

// read takes the classes of words: those behind 'including' are among them, those behind 'not counting' are not.
func (c *Counted) read(words string) {
	at := "who"
	for _, w := range countedLex().find(words) {
		switch {
		case w.section == "with" || w.section == "without":
			at = w.section
		case w.section == "overtaken":
		case at == "without":
			c.Without = with(c.Without, w.class())
		case at == "with":
			c.With = with(c.With, w.class())
		case c.Who == "":
			c.Who = w.class()
		}
	}
}

func with(all []Class, c Class) []Class {
	if c == "" || slices.Contains(all, c) {
		return all
	}
	return append(all, c)
}

// countedWord is a word or phrase of the lexicon in a text, or one that has a type of its own.
type countedWord struct {
	section string
	phrase  string
	end     int // the byte behind it
}

func (w countedWord) class() Class {
	if w.section == "people" {
		return ""
	}
	return Class(w.section)
}

// countedLexicon is data/lexicon/counted.txt: the section of each word or phrase.
type countedLexicon struct {
	section map[string]string
	longest int // words of the longest phrase
}

var countedLex = sync.OnceValue(func() *countedLexicon {
	text, err := data.Lexicon.ReadFile("lexicon/counted.txt")
	if err != nil {
		panic(err) // embedded: cannot be missing
	}
	l, err := parseCounted(string(text))
	if err != nil {
		panic(err) // the package's test reads the same file
	}
	return l
})

// countedSections are the lists of the lexicon.
var countedSections = []string{"people", "fighters", "members", "families", "children", "women", "casualties", "with", "without", "overtaken"}

func parseCounted(text string) (*countedLexicon, error) {
	l := &countedLexicon{section: map[string]string{}}
	section := ""
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			if name, ok := strings.CutPrefix(w, "["); ok {
				section = strings.TrimSuffix(name, "]")
				continue
			}
			phrase := strings.ReplaceAll(w, "_", " ")
			if !slices.Contains(countedSections, section) || l.section[phrase] != "" {
				return nil, fmt.Errorf("counted.txt:%d: %q in %q: no such list, or the word stands twice", n+1, phrase, section)
			}
			l.section[phrase] = section
			l.longest = max(l.longest, strings.Count(phrase, " ")+1)
		}
	}
	return l, nil
}

// find lists the words and phrases of text that say who is counted, the longest at each place.
func (l *countedLexicon) find(text string) []countedWord {
	words, ends := wordsOf(text)
	var out []countedWord
	for i := 0; i < len(words); {
		w, n := l.at(words, i)
		if n > 0 {
			w.end = ends[i+n-1]
			out = append(out, w)
		}
		i += max(n, 1)
	}
	return out
}

// at looks up the longest phrase that begins at word i, then the type of the single word.
func (l *countedLexicon) at(words []string, i int) (countedWord, int) {
	for n := min(l.longest, len(words)-i); n > 0; n-- {
		phrase := strings.Join(words[i:i+n], " ")
		if s := l.section[phrase]; s != "" {
			return countedWord{section: s, phrase: phrase}, n
		}
	}
	switch party.Type(dateline.Victim, words[i], "") {
	case "":
		return countedWord{}, 0
	case "active military", "law enforcement", "security guard":
		return countedWord{section: string(Forces), phrase: words[i]}, 1
	case "armed group":
		return countedWord{section: string(FightersOf), phrase: words[i]}, 1
	}
	return countedWord{section: string(Civilians), phrase: words[i]}, 1
}

// wordsOf splits a text into small-letter words, with the byte behind each.
func wordsOf(text string) (words []string, ends []int) {
	start := -1
	for i, r := range text + " " {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-'
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			words, ends = append(words, strings.ToLower(text[start:i])), append(ends, i)
			start = -1
		}
	}
	return words, ends
}

// nearBefore is how far before a figure the words may stand that say it was overtaken, in bytes.
const nearBefore = 40

// overtaken reports whether the sentence says before the figure that another has taken its place: 'an earlier toll of'.
func overtaken(sentence, figure string) bool {
	at := strings.Index(sentence, figure)
	if at < 0 {
		return false
	}
	for _, w := range countedLex().find(sentence[:at]) {
		if w.section == "overtaken" && at-w.end <= nearBefore {
			return true
		}
	}
	return false
}

package analysis

import (
	"slices"
	"strings"
	"sync"

	"dateline"
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

// Portion is how many of those whom a figure counts are of one class.
type Portion struct {
	Of    Class
	Count dateline.Count
	Words string
}

// Counted says whom a figure counts.
type Counted struct {
	Who     Class     // by the noun; "" for people, or where none is told
	With    []Class   // who is said to be among them, in the order told
	Without []Class   // who is said not to be
	Shares  []Portion // how many are of which class, where that is told
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
	c.Shares = append(c.Shares, Portion{of, f.Count, strings.TrimSpace(words)})
	if i > 0 && c.Who != of {
		c.With = with(c.With, of)
	}
}

// read takes the classes of words: those behind 'including' are among them, those behind 'not counting' are not.
func (c *Counted) read(words string) {
	at := "who"
	for _, w := range countedBook().find(words, typeOf) {
		switch {
		case w.section == "with" || w.section == "without":
			at = w.section
		case w.section == "overtaken":
		case at == "without":
			c.Without = with(c.Without, classOf(w))
		case at == "with":
			c.With = with(c.With, classOf(w))
		case c.Who == "":
			c.Who = classOf(w)
		}
	}
}

func with(all []Class, c Class) []Class {
	if c == "" || slices.Contains(all, c) {
		return all
	}
	return append(all, c)
}

func classOf(p phrase) Class {
	if p.section == "people" {
		return ""
	}
	return Class(p.section)
}

// countedBook is data/lexicon/counted.txt.
var countedBook = sync.OnceValue(func() *phraseBook { return readBook("counted.txt") })

// typeOf gives the class of a noun that has a type of its own; "" if it has none.
func typeOf(word string) string {
	switch party.Type(dateline.Victim, word, "") {
	case "":
		return ""
	case "active military", "law enforcement", "security guard":
		return string(Forces)
	case "armed group":
		return string(FightersOf)
	}
	return string(Civilians)
}

// nearBefore is how far before a figure the words may stand that say it was overtaken, in bytes.
const nearBefore = 40

// overtaken reports whether the sentence says before the figure that another has taken its place: 'an earlier toll of'. Of 'revised
// down from 60 to 48' that is 60, and not 48.
func overtaken(sentence, figure string) bool {
	at := strings.Index(sentence, figure)
	if at < 0 {
		return false
	}
	for _, w := range countedBook().find(sentence[:at], nil) {
		if w.section == "overtaken" && at-w.end <= nearBefore && !arrives(sentence[w.end:at]) {
			return true
		}
	}
	return false
}

// arrives reports whether a figure behind the words is the one that another gave way to: 'from 60 to'.
func arrives(words string) bool {
	f := strings.Fields(words)
	return len(f) > 1 && f[len(f)-1] == "to" && f[len(f)-2] != "up"
}

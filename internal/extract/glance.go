package extract

import (
	"slices"
	"strings"
	"sync"

	"dateline"
	"dateline/internal/parse"
	"dateline/internal/sieve"
)

// Glance reports whether a report is worth reading, from its letters alone, before anything is
// parsed. It takes microseconds and lets through too much rather than too little: 'dateline eval gate'
// measures how many reports of incidents it keeps.
//
// The words that it looks for follow from the lexicon: the triggers of the patterns and the event
// words that are telling by themselves (see [plain]), and the words for arms and for people hurt of
// evidence.txt. Each different word has a mark, and marks that add up to [worth] ask for a second look: two deeds
// that only arms do, or one and a word such as 'police' or 'died', or three of those. At the second look a fitted model (MODEL.md)
// says of each sentence how likely it tells of violence: 'attacked her plan', 'shot back' and 'a bombshell' do not. Read without it
// is what says [roll] times that people came to harm, in whichever words: a list may tell each incident in the same ones. A statement that is no violence (a protest, a meeting, aid, a
// group's alliances) has no mark: such a report is read if it is short, names a listed armed group, or tells of arms too. Reports of
// fewer than [short] bytes are always read, since a sentence or two holds too few words to judge by.
func Glance(text string) bool {
	if len(text) < short {
		return true
	}
	g := glances()
	var seen [glanceWords / 64]uint64
	mark, hurt := 0, 0
	for i := 0; i < len(text); {
		n, hash := glanceWord(text[i:])
		if n == 0 {
			i++
			continue
		}
		if g.sieve.Has(hash) {
			w, ok := g.word(text[i : i+n])
			if ok && w.hurt {
				if hurt++; hurt >= roll {
					return true
				}
			}
			if ok && seen[w.id/64]&(1<<(w.id%64)) == 0 {
				seen[w.id/64] |= 1 << (w.id % 64)
				if mark += w.mark; mark >= worth {
					return passageTells(text)
				}
			}
		}
		i += n
	}
	return false
}

const (
	short       = 1500 // bytes
	worth       = 3
	roll        = 8
	glanceWords = 2048 // more than there are
	longestWord = 20   // bytes; no word of the lexicon is longer
)

// glance is a word to look for: its number, for counting it once, what it adds to the mark, and whether it says that people came to harm.
type glance struct {
	id, mark int
	hurt     bool
}

// glanceTable maps the forms of words, in small letters, to what they mean for [Glance].
type glanceTable struct {
	forms map[string]glance
	sieve sieve.Sieve // of the forms
}

var glances = sync.OnceValue(func() *glanceTable { return load().glances() })

// word looks up a word in any case.
func (g *glanceTable) word(w string) (glance, bool) {
	var low [longestWord]byte
	if len(w) > len(low) {
		return glance{}, false
	}
	for i := range len(w) {
		low[i] = small[w[i]]
	}
	out, ok := g.forms[string(low[:len(w)])]
	return out, ok
}

// glanceWord gives the length of the word of Latin letters and inner hyphens that text begins with, 0
// if it begins with none, and the hash of its small letters.
func glanceWord(text string) (int, sieve.Hash) {
	h := sieve.Start
	for n := range len(text) {
		c := small[text[n]]
		if c == 0 || c == '-' && n == 0 {
			return n, h
		}
		h = h.Next(c)
	}
	return len(text), h
}

// small maps letters to small ones, the hyphen to itself and all else to 0.
var small = func() [256]byte {
	t := sieve.Lower
	for c := '0'; c <= '9'; c++ {
		t[c] = 0
	}
	t['-'] = '-'
	return t
}()

// glances makes the table: each word has the highest of its marks, and its forms count as one word.
func (l *lexicon) glances() *glanceTable {
	marks := map[string]int{}
	add := func(word string, mark int) { marks[word] = max(marks[word], mark) }
	for trigger := range l.telling {
		word, _, _ := strings.Cut(trigger, ".")
		for _, p := range l.byTrigger[trigger] {
			add(word, l.triggerMark(word, p.Kind))
		}
	}
	for trigger, kind := range l.events {
		word, _, _ := strings.Cut(trigger, ".")
		add(word, l.triggerMark(word, kind))
	}
	for word := range l.nouns.of["toll"] {
		add(word, 1)
	}
	for word := range l.evidence.of["hurt"] {
		add(word, 1)
	}
	for word := range l.evidence.of["arms"] {
		if l.evidence.has(word, "common") {
			add(word, 1)
		} else {
			add(word, 2)
		}
	}
	return table(marks, l.evidence.of["hurt"])
}

// triggerMark is the mark of a trigger: a deed that arms alone do weighs most, one that words do too
// less, and a statement on a group, an intention or a relation of states nothing.
func (l *lexicon) triggerMark(word string, k dateline.Kind) int {
	if l.evidence.has(word, "everyday") {
		return 0
	}
	switch k.Family() {
	case dateline.Violence, dateline.HumanCost, dateline.CounterMeasures:
		if k.Family() != dateline.HumanCost && !l.evidence.has(word, "wordy", "doubtful", "hurt") {
			return 2
		}
		return 1
	}
	return 0
}

// table spells out the forms of the words, of which some say that people came to harm.
func table(marks map[string]int, hurt map[string]bool) *glanceTable {
	words := make([]string, 0, len(marks))
	for w := range marks {
		words = append(words, w)
	}
	slices.Sort(words)
	out := &glanceTable{forms: map[string]glance{}}
	for id, w := range words {
		for _, form := range slices.Concat(parse.NounForms(w), parse.VerbForms(w)) {
			if had, ok := out.forms[form]; !ok || had.mark < marks[w] {
				out.forms[form] = glance{id, marks[w], hurt[w]}
				out.sieve.Add(sieve.Of(form))
			}
		}
	}
	return out
}

package parse

import (
	"fmt"
	"strings"

	"dateline/internal/sieve"
)

// nominal is the frame of an event noun: the verb that it is made of, and what its possessor and the
// prepositions behind it mark. 'by' marks Who with all of them.
type nominal struct {
	verb  string
	cases []nounCase
}

type nounCase struct {
	word string
	role nounRole
}

type nounRole uint8

const (
	noRole nounRole = iota
	roleWho
	roleWhom
)

// role returns what a preposition marks; "'s" stands for the possessor.
func (n nominal) role(word string) nounRole {
	if word == "by" {
		return roleWho
	}
	for _, c := range n.cases {
		if c.word == word {
			return c.role
		}
	}
	return noRole
}

// loan is what a verb gives the event noun that it goes with. Apart says that the event stands whatever
// becomes of the verb: 'stopped the attack', 'claimed responsibility for the attack'.
type loan struct {
	kind  loanKind
	apart bool
}

type loanKind uint8

const (
	loanNone   loanKind = iota
	loanWho             // the verb's Who does it: carry out
	loanWhom            // it is done to the verb's Who: come under
	loanObject          // the verb's object did it: convict of
	loanBlame           // the verb's object is said to have done it: accuse of
)

// verbClass is a set of the ways in which a verb departs from the usual.
type verbClass uint16

const (
	subjectControl verbClass = 1 << iota // its subject does what follows 'to' although it has an object: promise
	objectControl                        // its object does: force
	recipientVerb                        // 'to' marks who gets it: give
	intransitive                         // its participle is said of who did it: fallen
	negativeVerb                         // what follows 'to' did not happen: fail
	seemVerb                             // what follows 'to' only seems so: appear
	reportVerb                           // in the passive, what follows 'to' is hearsay: be said to
	allegeVerb                           // likewise, an accusation: be alleged to
	befallVerb                           // its past form tells what befell somebody: kill
	countVerb                            // it tells so: reported 10 soldiers killed
	accuseVerb                           // what follows is what its object is said to have done: accuse
	activeVerb                           // its past form tells in headlines what its subject did: die
)

func (c verbClass) has(other verbClass) bool { return c&other != 0 }

var verbClassNames = map[string]verbClass{"subject": subjectControl, "object": objectControl, "recipient": recipientVerb,
	"intransitive": intransitive, "negative": negativeVerb, "seem": seemVerb, "report": reportVerb, "allege": allegeVerb,
	"befall": befallVerb, "count": countVerb, "accuse": accuseVerb, "active": activeVerb}

var loanNames = map[string]loan{"who": {loanWho, false}, "who apart": {loanWho, true}, "whom": {loanWhom, false},
	"whom apart": {loanWhom, true}, "object": {loanObject, true}, "blame": {loanBlame, true}}

var roleNames = map[string]nounRole{"who": roleWho, "whom": roleWhom}

// What data/lexicon/language says of the words that clauses turn on, by lemma; loans by all of their
// words, lenders by the verb alone.
var (
	nominals      = sieve.NewMap(readNominals("nominalisations"))
	loans         = readLoans("light-verbs")
	lenders       = sieve.NewMap(firstWords(loans))
	verbClasses   = sieve.NewMap(readVerbClasses("verb-classes"))
	quantityNouns = sieve.NewMap(readWordSet("quantity-nouns"))
	timeNouns     = sieve.NewMap(readWordSet("time-nouns"))
	modalWords    = readModals("modal-words")
)

// badEntry is the panic of an entry that its list does not know how to read.
func badEntry(list string, line int, entry string) {
	panic(fmt.Sprintf("word list %s, line %d: cannot read %q", list, line, entry))
}

func readWordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range lexiconLines(list) {
		set[word] = true
	}
	return set
}

// readNominals reads 'attack: attack 's=who on=whom'.
func readNominals(list string) map[string]nominal {
	frames := map[string]nominal{}
	for n, entry := range lexiconLines(list) {
		noun, rest, _ := strings.Cut(entry, ": ")
		words := strings.Fields(rest)
		if len(words) == 0 {
			badEntry(list, n, entry)
		}
		frame := nominal{verb: words[0]}
		for _, mark := range words[1:] {
			word, name, _ := strings.Cut(mark, "=")
			role, ok := roleNames[name]
			if !ok {
				badEntry(list, n, entry)
			}
			frame.cases = append(frame.cases, nounCase{word, role})
		}
		frames[noun] = frame
	}
	return frames
}

// readLoans reads 'claim responsibility for: who apart'.
func readLoans(list string) map[string]loan {
	return readNamed(list, loanNames)
}

// readModals reads 'probably: likely'.
func readModals(list string) map[string]Modality {
	names := map[string]Modality{}
	for _, m := range []Modality{ModalCan, ModalMay, ModalMust, ModalWill, ModalWould, ModalShould, ModalLikely,
		ModalPossibly, ModalApparently, ModalReportedly, ModalAllegedly} {
		names[string(m)] = m
	}
	return readNamed(list, names)
}

// readNamed reads entries that name a value behind a colon.
func readNamed[T any](list string, names map[string]T) map[string]T {
	values := map[string]T{}
	for n, entry := range lexiconLines(list) {
		words, name, _ := strings.Cut(entry, ": ")
		value, ok := names[name]
		if !ok {
			badEntry(list, n, entry)
		}
		values[words] = value
	}
	return values
}

// readVerbClasses reads 'order: object report'.
func readVerbClasses(list string) map[string]verbClass {
	classes := map[string]verbClass{}
	for n, entry := range lexiconLines(list) {
		verb, rest, _ := strings.Cut(entry, ": ")
		for _, name := range strings.Fields(rest) {
			class, ok := verbClassNames[name]
			if !ok {
				badEntry(list, n, entry)
			}
			classes[verb] |= class
		}
	}
	return classes
}

func firstWords[T any](entries map[string]T) map[string]bool {
	set := map[string]bool{}
	for words := range entries {
		first, _, _ := strings.Cut(words, " ")
		set[first] = true
	}
	return set
}

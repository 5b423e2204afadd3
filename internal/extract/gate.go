package extract

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"dateline/internal/parse"
	"dateline/internal/sieve"
)

// Gate decides from the tagged words alone which sentences of a text may say something that a rule
// reads, so that the others need no tree. Make one for each text, and ask in the order of the text.
// It lets through too much rather than too little.
type Gate struct {
	lex   *lexicon
	since int // sentences since one named a listed actor or armed people; large if none did
}

// reach is how many sentences back armed people may be named whom speech goes on about.
const reach = 3

// NewGate makes the Gate of one text.
func NewGate() *Gate { return &Gate{lex: load(), since: 1 << 20} }

// Wants reports whether a sentence may be of interest. listed says that a listed actor's name stands
// in it.
func (g *Gate) Wants(tokens []parse.Token, listed bool) bool {
	trigger, strong, armed, speech := listed, false, listed, false
	hit, called := false, false
	for i := range tokens {
		t := &tokens[i]
		speech = speech || isQuoteMark(t.Form)
		l := lowered(t.Lemma)
		if !g.lex.gate.Has(sieve.Of(l)) {
			continue
		}
		for _, pos := range gatePositions(t) {
			if g.lex.byTrigger[l+pos] != nil {
				trigger = true
				strong = strong || g.lex.telling[l+pos]
			}
			strong = strong || g.lex.events[l+pos] != ""
		}
		strong = strong || tollWords[l]
		if _, ok := sufferers[l]; ok {
			hit = true
		}
		called = called || l == "identify" || l == "name" || l == "include"
		speech = speech || l == "identify"
		armed = armed || g.lex.nouns.has(l, "armed", "group", "weapon", "aircraft") || eventNouns[l]
		speech = speech || g.lex.speech.has(l, "say")
	}
	g.since++
	if armed {
		g.since = 0
	}
	return listed || strong || hit && called || armed && trigger || speech && g.since <= reach || g.deals(tokens)
}

// deals reports whether a sentence may tell a dealing of public actors: a verb that can tell one, with the
// noun that it needs for that, and a noun or a name for who deals.
func (g *Gate) deals(tokens []parse.Token) bool {
	var nouns uint64
	party := false
	for i := range tokens {
		t := &tokens[i]
		switch t.Tag {
		case "NOUN", "PROPN", "ADJ", "VERB":
			party = party || t.Tag == "PROPN" || t.Tag == "ADJ" && isUpper(t.Form)
			l := lowered(t.Lemma)
			if !g.lex.gate.Has(sieve.Of(l)) {
				continue
			}
			nouns |= g.lex.dealings.masks[l]
			party = party || g.lex.nouns.has(l, "state", "group") || g.lex.dealings.nouns.has(l, "body", "crowd")
		}
	}
	if !party {
		return false
	}
	for i := range tokens {
		t := &tokens[i]
		switch l := lowered(t.Lemma); t.Tag {
		case "VERB":
			if g.lex.dealings.telling(l, nouns) {
				return true
			}
		case "NOUN":
			if g.lex.dealings.deeds[l] != "" {
				return true
			}
		case "ADJ", "AUX":
			if l == "must" || g.lex.dealings.verbs.has(l, "willing") {
				return true
			}
		}
	}
	return false
}

// gateWords are the lemmas that a Gate asks about: it looks no other up.
func (l *lexicon) gateWords() *sieve.Sieve {
	s := new(sieve.Sieve)
	add := func(lemma string) { s.Add(sieve.Of(lemma)) }
	for _, c := range []classes{l.nouns, l.speech, l.dealings.nouns, l.dealings.verbs} {
		c.each(add)
	}
	for _, lemmas := range []iter.Seq[string]{maps.Keys(tollWords), maps.Keys(sufferers), maps.Keys(eventNouns), maps.Keys(l.dealings.masks),
		maps.Keys(l.dealings.senses), maps.Keys(l.dealings.deeds), slices.Values([]string{"identify", "name", "include", "must"})} {
		for lemma := range lemmas {
			add(lemma)
		}
	}
	for _, triggers := range []iter.Seq[string]{maps.Keys(l.byTrigger), maps.Keys(l.events)} {
		for t := range triggers {
			add(t[:strings.LastIndexByte(t, '.')])
		}
	}
	return s
}

// gatePositions are the parts of speech under which a token may be a trigger.
func gatePositions(t *parse.Token) []string {
	switch t.Tag {
	case "VERB", "AUX":
		return verbal
	case "NOUN", "PROPN":
		return nominals
	case "ADJ":
		return adjectival
	case "ADP", "SCONJ":
		return prepositional
	}
	return nil
}

var verbal, nominals, adjectival, prepositional = []string{".v", ".n"}, []string{".n", ".v"}, []string{".a", ".v"}, []string{".p"}

// tollWords tell of people hurt or held where no pattern has a telling trigger.
var tollWords = set("toll dead wounded injured fatality casualty hostage custody forcibly")

func isQuoteMark(f string) bool {
	return f == "“" || f == "\"" || f == "”" || f == "``" || f == "''"
}

// plain are triggers too common to be telling by themselves: they want armed people or a listed name
// in the sentence.
var plain = set("have make take hold find name go leave set get place plant throw fire hit go call form create lead",
	"head join raise receive earn control lose change focus adopt support back sign reach announce agree number list ban try",
	"stand free fund finance shift base merge unite split break appear emerge establish found support warn plan prepare",
	"report strike point bear believe think charge reject list talk trial agreement blow burn",
	"declare oppose succeed recruit operate active leader chief group branch wing ally rival enemy disappear")

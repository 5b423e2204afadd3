package extract

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"dateline/internal/parse"
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
	hit, called, back := false, false, false
	for i := range tokens {
		t := &tokens[i]
		speech = speech || isQuoteMark(t.Form)
		l := lowered(t.Lemma)
		back = back || l == "it" || l == "its"
		strong = strong || l == "life" && i > 1 && tokens[i-2].Lemma == "lose" // 'lost their lives'
		w, ok := g.lex.gated.Get(l)
		if !ok {
			continue
		}
		as := partsOf(t)
		strong = strong || w.band || w.armed && i > 0 && g.lex.nouns.has(lowered(tokens[i-1].Form), "martial") // see introduced.go
		trigger = trigger || w.trigger&as != 0
		strong = strong || w.strong&as != 0 || w.toll
		hit, called = hit || w.suffers, called || w.calls
		armed, speech = armed || w.armed || i > 0 && fromAbove[l] && tokens[i-1].Lemma == "air", speech || w.speaks
	}
	g.since++
	if armed {
		g.since = 0
	}
	return listed || strong || hit && called || trigger && (armed || back && g.since <= reach) || speech && g.since <= reach || g.deals(tokens)
}

// fromAbove are nouns that tell of arms behind 'air'.
var fromAbove = map[string]bool{"strike": true, "raid": true}

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
			w := g.lex.gated.At(l)
			nouns |= w.nouns
			party = party || w.party
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

// gateWord is what a Gate asks of a lemma.
type gateWord struct {
	trigger, strong                     parts // as which it is a trigger of a pattern, and one that is telling by itself or a word for an event
	toll, suffers, calls, armed, speaks bool
	party                               bool   // it may be who deals
	band                                bool   // an armed group by itself
	nouns                               uint64 // see dealings.masks
}

// parts are parts of speech under which a lemma may be a trigger.
type parts uint8

const (
	asVerb parts = 1 << iota
	asNoun
	asAdjective
	asPreposition
)

var partNames = map[parts]string{asVerb: ".v", asNoun: ".n", asAdjective: ".a", asPreposition: ".p"}

// partsOf are those that a token may have.
func partsOf(t *parse.Token) parts {
	switch t.Tag {
	case "VERB", "AUX", "NOUN", "PROPN":
		return asVerb | asNoun
	case "ADJ":
		return asAdjective | asVerb
	case "ADP", "SCONJ":
		return asPreposition
	}
	return 0
}

// gateWords are the lemmas that a Gate asks about: it looks no other up.
func (l *lexicon) gateWords() map[string]gateWord {
	out := map[string]gateWord{}
	add := func(lemma string) { out[lemma] = l.gateWord(lemma) }
	for _, c := range []classes{l.nouns, l.speech, l.dealings.nouns, l.dealings.verbs} {
		c.each(add)
	}
	for _, lemmas := range []iter.Seq[string]{maps.Keys(sufferers), maps.Keys(l.dealings.masks),
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
	return out
}

func (l *lexicon) gateWord(lemma string) gateWord {
	w := gateWord{toll: l.nouns.has(lemma, "toll"), calls: lemma == "identify" || lemma == "name" || lemma == "include",
		armed:  l.nouns.has(lemma, "armed", "group", "weapon", "aircraft", "event"),
		band:   l.nouns.has(lemma, "band"),
		speaks: lemma == "identify" || l.speech.has(lemma, "say"),
		party:  l.nouns.has(lemma, "state", "group") || l.dealings.nouns.has(lemma, "body", "crowd"), nouns: l.dealings.masks[lemma]}
	_, w.suffers = sufferers[lemma]
	for part, name := range partNames {
		if l.byTrigger[lemma+name] != nil {
			w.trigger |= part
			if l.telling[lemma+name] {
				w.strong |= part
			}
		}
		if l.events[lemma+name] != "" {
			w.strong |= part
		}
	}
	return w
}

func isQuoteMark(f string) bool {
	return f == "“" || f == "\"" || f == "”" || f == "``" || f == "''"
}

// plain are triggers too common to be telling by themselves: they want armed people or a listed name
// in the sentence.
var plain = set("have make take hold find name go leave set get place plant throw fire hit go call form create lead",
	"head join raise receive earn control lose change focus adopt support back sign reach announce agree number list ban try",
	"stand free fund finance shift base merge unite split break appear emerge establish found support warn plan prepare",
	"report strike point bear believe think charge reject list talk trial agreement blow",
	"land step run drive trade send embrace dissolve disband dissolution plough plow",
	"use rely fall expand collect generate maintain add assume tension remain",
	"declare oppose recruit operate active leader chief group branch wing ally rival enemy disappear")

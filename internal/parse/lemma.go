package parse

import (
	"strings"
	"unicode/utf8"
)

// edit turns a folded word into its lemma: cut so many bytes from its end, then add.
type edit struct {
	cut int
	add string
}

// apply leaves a word alone that is too short for the edit or of which nothing would be left.
func (e edit) apply(word string) string {
	if e.cut > len(word) || e.cut == len(word) && e.add == "" {
		return word
	}
	return word[:len(word)-e.cut] + e.add
}

// editOf returns the edit that turns word into lemma.
func editOf(word, lemma string) edit {
	same := 0
	for same < len(word) && same < len(lemma) && word[same] == lemma[same] {
		same++
	}
	for same > 0 && same < len(word) && !utf8.RuneStart(word[same]) {
		same--
	}
	return edit{len(word) - same, lemma[same:]}
}

// longestEnding is the most letters of a word's end that the lemma rules look at.
const longestEnding = 6

// strong are past forms of verbs that the treebanks hold seldom or wrongly, and that no ending tells.
var strong = map[string]string{"fled": "flee", "slew": "slay", "slain": "slay", "overran": "overrun", "bled": "bleed", "strode": "stride",
	"clung": "cling", "flung": "fling", "slung": "sling", "wept": "weep", "sped": "speed", "trod": "tread", "forbade": "forbid", "withdrew": "withdraw"}

// lemma returns the dictionary form of a word with its tag: names keep their letters, everything
// else is in lower case.
func (m *model) lemma(form string, t tag) string {
	if t.upos == "PROPN" || t.upos == "X" || t.upos == "PUNCT" || t.upos == "SYM" || t.upos == "NUM" {
		return form
	}
	lower := strings.ReplaceAll(strings.ToLower(form), "’", "'")
	if verb, ok := strong[lower]; ok && t.upos == "VERB" {
		return verb
	}
	var buffer [80]byte
	key := append(append(append(append(buffer[:0], t.upos...), '|'), t.fine...), ' ')
	if e, ok := m.lemmas[string(append(append(key, '^'), lower...))]; ok {
		return e.apply(lower)
	}
	for n := min(longestEnding, len(lower)); n >= 0; n-- {
		if e, ok := m.lemmas[string(append(key, lower[len(lower)-n:]...))]; ok {
			return e.apply(lower)
		}
	}
	return lower
}

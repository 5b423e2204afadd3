package parse

import (
	"slices"
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

// verbForms are the forms of the verbs of data/lexicon/language/verb-forms.txt but the bare one, which
// the endings that the model learned tell wrongly or not at all.
var verbForms = readVerbForms("verb-forms")

// readVerbForms reads 'flee: fled' and 'blockade' and makes the forms that are not there.
func readVerbForms(list string) map[string]string {
	verbs := map[string]string{}
	for _, entry := range lexiconLines(list) {
		verb, listed, _ := strings.Cut(entry, ":")
		past, ing := false, false
		for _, form := range strings.Fields(listed) {
			verbs[form] = verb
			if strings.HasSuffix(form, "ing") && len(form) > len(verb) {
				ing = true
			} else {
				past = true
			}
		}
		verbs[regularS(verb)] = verb
		if !ing {
			verbs[regularIng(verb)] = verb
		}
		if !past {
			verbs[regularEd(verb)] = verb
		}
	}
	return verbs
}

func regularS(verb string) string {
	switch {
	case endsIn(verb, "s", "sh", "ch", "x", "z", "go", "do"):
		return verb + "es"
	case endsInConsonantY(verb):
		return verb[:len(verb)-1] + "ies"
	}
	return verb + "s"
}

func regularIng(verb string) string {
	if endsIn(verb, "e") && !endsIn(verb, "ee", "ye", "oe") {
		return verb[:len(verb)-1] + "ing"
	}
	return verb + "ing"
}

func regularEd(verb string) string {
	switch {
	case endsIn(verb, "e"):
		return verb + "d"
	case endsInConsonantY(verb):
		return verb[:len(verb)-1] + "ied"
	}
	return verb + "ed"
}

func endsInConsonantY(word string) bool {
	return endsIn(word, "y") && !endsIn(word, "ay", "ey", "oy", "uy")
}

func endsIn(word string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// lemmaOf is the lemma that a word had last, and the tag that it had then.
type lemmaOf struct {
	tag   tag
	lemma string
}

// lemmaAgain is lemma for a word that had the lemma last: most words come again with the same tag.
func (m *model) lemmaAgain(last *lemmaOf, form string, t tag) string {
	if last.tag != t {
		*last = lemmaOf{t, strings.Clone(m.lemma(form, t))}
	}
	return last.lemma
}

// lemma returns the dictionary form of a word with its tag: names keep their letters, but those in the
// plural (Palestinians) are put in the singular; figures lose their commas; everything else is in lower
// case.
func (m *model) lemma(form string, t tag) string {
	switch t.upos {
	case "X", "PUNCT", "SYM":
		return form
	case "PROPN":
		if t.fine == "NNPS" {
			return oneOf(form)
		}
		return form
	case "NUM":
		return strings.ToLower(strings.ReplaceAll(form, ",", ""))
	}
	lower := strings.ToLower(form)
	if strings.Contains(lower, "’") {
		lower = strings.ReplaceAll(lower, "’", "'")
	}
	if t.upos == "VERB" && t.fine != "VB" && t.fine != "VBP" {
		if verb, ok := verbForms[lower]; ok {
			return verb
		}
	}
	return m.lemmaByEnding(lower, t)
}

// isBare reports whether words with a tag are their own lemmas, but for those that the model learned one
// by one.
func isBare(t tag) bool {
	switch t.fine {
	case "NN", "JJ", "RB", "IN", "VB", "CC", "TO", "RP":
		return true
	}
	return false
}

// lemmaByEnding applies what the model learned for the word itself or for its longest known ending.
func (m *model) lemmaByEnding(lower string, t tag) string {
	var buffer [80]byte
	key := append(append(append(append(buffer[:0], t.upos...), '|'), t.fine...), ' ')
	if e, ok := m.lemmas[string(append(append(key, '^'), lower...))]; ok {
		return e.apply(lower)
	}
	if isBare(t) {
		return lower
	}
	for n := min(longestEnding, len(lower)); n >= 0; n-- {
		if e, ok := m.lemmas[string(append(key, lower[len(lower)-n:]...))]; ok {
			return e.apply(lower)
		}
	}
	return lower
}

// oneOf returns the singular of a name in the plural; names that are always plural stay as they are.
func oneOf(name string) string {
	var buffer [16]byte
	lower := lowerASCII(name[max(0, len(name)-cap(buffer)):], buffer[:0])
	n := len(lower)
	switch {
	case n < 4 || lower[n-1] != 's' || pluralNames[string(lower)]:
		return name
	case lower[n-2] == 's' || lower[n-2] == 'u' || lower[n-2] == 'c' && lower[n-3] == 'i' || lower[n-2] == '\'':
		return name
	case lower[n-2] == 'e' && lower[n-3] == 'i' && n > 5:
		return name[:len(name)-3] + map[bool]string{true: "Y", false: "y"}[name[len(name)-1] == 'S']
	case lower[n-2] == 'e' && (lower[n-3] == 'h' && (lower[n-4] == 'c' || lower[n-4] == 's') || lower[n-3] == 'x' || lower[n-3] == 's' && lower[n-4] == 's'):
		return name[:len(name)-2]
	}
	return name[:len(name)-1]
}

// pluralNames have no singular.
var pluralNames = wordSet("philippines netherlands maldives bahamas falls beatles commons works balkans pyrenees")

// VerbForms lists the forms of a verb, itself first: those of data/lexicon/language/verb-forms.txt, and
// regular ones for what is not there.
func VerbForms(verb string) []string {
	out := []string{verb, regularS(verb)}
	for form, of := range verbForms {
		if of == verb {
			out = append(out, form)
		}
	}
	out = append(out, regularIng(verb), regularEd(verb))
	slices.Sort(out[1:])
	return slices.Compact(out)
}

// NounForms lists a noun and its plural.
func NounForms(noun string) []string {
	if stem, ok := strings.CutSuffix(noun, "man"); ok {
		return []string{noun, stem + "men"}
	}
	return []string{noun, regularS(noun)}
}

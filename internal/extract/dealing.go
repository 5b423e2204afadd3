package extract

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline"
	"dateline/data"
	"dateline/internal/sieve"
)

// dealings is data/lexicon/interactions.txt: what the words for dealings between collective actors mean.
type dealings struct {
	verbs  classes                  // list -> lemma
	nouns  classes                  // list -> lemma
	senses map[string][]sense       // by the lemma of a verb
	deeds  map[string]dateline.Kind // by the lemma of a noun that tells a deed by itself
	rules  []Rule                   // a line of senses each, with its example
	masks  map[string]uint64        // by noun, a bit for each list that a sense names; see Gate
	bits   map[string]uint64        // by list, its bit

	tellers *sieve.Map[bool] // see tellings
}

// sense is one reading of a verb: its kind, and what must stand with it.
type sense struct {
	kind  dateline.Kind
	nouns []string // the object is of one of these lists, or one of these lemmas; nil for any object or none
	word  string   // a word that must stand with the verb; "" for none
	mask  uint64   // the bits of nouns
	rule  string   // the name of the line; "" for what is only a content
}

// readDealings reads data/lexicon/interactions.txt.
func readDealings() (*dealings, error) {
	x := &dealings{verbs: classes{of: map[string]map[string]bool{}}, nouns: classes{of: map[string]map[string]bool{}}, senses: map[string][]sense{}, deeds: map[string]dateline.Kind{},
		masks: map[string]uint64{}, bits: map[string]uint64{}}
	section, list := "", ""
	const name = "lexicon/interactions.txt"
	for n, line := range data.Lines(data.Lexicon, name) {
		var err error
		if strings.HasPrefix(line, "[") {
			section, list, _ = strings.Cut(strings.Trim(line, "[] "), " ")
			err = x.open(section, list)
		} else if ex, ok := strings.CutPrefix(line, ">"); ok {
			err = x.example(strings.TrimSpace(ex))
		} else {
			err = x.line(section, list, line)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	x.misread()
	x.tellers = sieve.NewMap(x.tellings())
	return x, nil
}

// tellings are the lemmas that can tell a dealing: as verbs, or as nouns that are deeds.
func (x *dealings) tellings() map[string]bool {
	out := map[string]bool{"must": true}
	for lemma := range x.senses {
		out[lemma] = true
	}
	for lemma := range x.deeds {
		out[lemma] = true
	}
	for _, list := range []string{"commit", "threaten", "refuse", "ask", "willing"} {
		maps.Copy(out, x.verbs.of[list])
	}
	return out
}

// example gives the line of senses before it its example.
func (x *dealings) example(sentence string) error {
	if len(x.rules) == 0 || x.rules[len(x.rules)-1].Example != "" {
		return fmt.Errorf("an example without a line of senses")
	}
	x.rules[len(x.rules)-1].Example = sentence
	return nil
}

// open begins a section.
func (x *dealings) open(section, list string) error {
	if x.verbs.of[list] != nil && section == "verbs" || x.nouns.of[list] != nil && section == "nouns" {
		return fmt.Errorf("section [%s %s] stands twice", section, list)
	}
	switch section {
	case "verbs":
		x.verbs.of[list] = map[string]bool{}
	case "nouns":
		x.nouns.of[list] = map[string]bool{}
	case "deeds", "contents", "senses":
	default:
		return fmt.Errorf("no section %q", section)
	}
	return nil
}

// line reads one line of a section.
func (x *dealings) line(section, list, line string) error {
	switch section {
	case "verbs", "nouns":
		into := x.verbs
		if section == "nouns" {
			into = x.nouns
		}
		for _, w := range strings.Fields(line) {
			into.of[list][w] = true
		}
		return nil
	}
	k, words, ok := strings.Cut(line, " = ")
	kind := dateline.Kind(strings.TrimSpace(k))
	if !ok || kind.Family() == "" {
		return fmt.Errorf("no kind %q", k)
	}
	if section == "deeds" {
		for _, w := range strings.Fields(words) {
			for noun := range x.nouns.of[w] {
				x.deeds[noun] = kind
			}
		}
		return nil
	}
	rule := ""
	if section == "senses" {
		rule = fmt.Sprintf("%s/dealing#%d", kind, len(x.rules)+1)
		x.rules = append(x.rules, Rule{Name: rule, Kinds: []dateline.Kind{kind}, Doc: "The lexicon of dealings: " + words + "."})
	}
	for _, w := range strings.Fields(words) {
		if err := x.sense(kind, rule, w); err != nil {
			return err
		}
	}
	return nil
}

// sense adds one word of the line of senses that rule names.
func (x *dealings) sense(kind dateline.Kind, rule, w string) error {
	verb, nouns, _ := strings.Cut(w, ":")
	verb, word, _ := strings.Cut(verb, "+")
	s := sense{kind: kind, word: word, rule: rule}
	if nouns != "" {
		s.nouns = strings.Split(nouns, ",")
	}
	for _, list := range s.nouns {
		if list == "*" || list == "-" {
			continue
		}
		b, err := x.bit(list)
		if err != nil {
			return err
		}
		s.mask |= b
	}
	verbs := []string{verb}
	if l, ok := strings.CutPrefix(verb, "@"); ok {
		if verbs = nil; x.verbs.of[l] == nil {
			return fmt.Errorf("no list of verbs %q", l)
		}
		for v := range x.verbs.of[l] {
			verbs = append(verbs, v)
		}
	}
	for _, v := range verbs {
		x.senses[v] = append(x.senses[v], s)
	}
	return nil
}

// misread adds, for each verb, the forms that a lemma made by rule may have taken: 'boycot', 'conced', 'riote'.
func (x *dealings) misread() {
	for name, list := range x.verbs.of {
		for w := range maps.Clone(list) {
			for _, f := range lemmaMisread(w) {
				x.verbs.of[name][f] = true
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(x.senses)) {
		for _, f := range lemmaMisread(w) {
			if x.senses[f] == nil {
				x.senses[f] = x.senses[w]
			}
		}
	}
}

// lemmaMisread lists a verb without its silent e, without the second of a double consonant, and with an e too much.
func lemmaMisread(verb string) []string {
	n := len(verb)
	switch {
	case n < 4:
		return nil
	case verb[n-1] == 'e':
		return []string{verb[:n-1]}
	case verb[n-1] == verb[n-2]:
		return []string{verb[:n-1]}
	}
	return []string{verb + "e"}
}

// bit returns the bit of a list of nouns, or of a noun that is no list.
func (x *dealings) bit(list string) (uint64, error) {
	if b := x.bits[list]; b != 0 {
		return b, nil
	}
	if len(x.bits) == 64 {
		return 0, fmt.Errorf("more than 64 lists of nouns")
	}
	b := uint64(1) << len(x.bits)
	x.bits[list] = b
	x.masks[list] |= b
	for noun := range x.nouns.of[list] {
		x.masks[noun] |= b
	}
	return b, nil
}

// telling reports whether a verb may tell a dealing in a sentence whose nouns have these bits.
func (x *dealings) telling(lemma string, nouns uint64) bool {
	for _, s := range x.senses[lemma] {
		if s.mask == 0 || s.mask&nouns != 0 {
			return true
		}
	}
	return x.verbs.has(lemma, "commit", "threaten", "refuse", "ask")
}

// tells reports whether a lemma can tell a dealing.
func (x *dealings) tells(lemma string) bool {
	return x.tellers.At(lemma)
}

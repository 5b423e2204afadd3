package parse

import (
	"slices"
	"strings"
	"sync"

	"dateline/internal/sieve"
)

// genders are the nouns, titles and given names that say whether 'he' or 'she' takes them up, in
// lower case: data/lexicon/language/gender.txt.
var genders = sync.OnceValue(func() map[string]uint8 {
	m := map[string]uint8{}
	for _, line := range lexiconLines("gender") {
		word, g, _ := strings.Cut(line, " ")
		m[word] = map[string]uint8{"he": genderHe, "she": genderShe}[g]
	}
	return m
})

func genderOf(form string) uint8 {
	var buffer [48]byte
	return genders()[string(fold(form, buffer[:0]))]
}

// deeds are the nouns for what a verb does that no ending gives away, each with the verb:
// data/lexicon/language/deeds.txt.
var deeds = sync.OnceValue(func() *sieve.Map[string] {
	m := map[string]string{}
	for _, line := range lexiconLines("deeds") {
		noun, verb, _ := strings.Cut(line, " ")
		m[noun] = verb
	}
	return sieve.NewMap(m)
})

// kin are the numbers, from 1, of the sets of nouns that may take up one another, three at most for
// each: data/lexicon/language/kin.txt.
var kin = sync.OnceValue(func() *sieve.Map[[3]uint16] {
	m, number := map[string][3]uint16{}, uint16(0)
	for _, line := range lexiconLines("kin") {
		number++
		for _, w := range strings.Fields(line) {
			sets := m[w]
			if at := slices.Index(sets[:], 0); at >= 0 {
				sets[at] = number
				m[w] = sets
			}
		}
	}
	return sieve.NewMap(m)
})

// nounEndings turn a verb into a noun for the deed, the longest first.
var nounEndings = []string{"ification", "ation", "ition", "ment", "ance", "ence", "ing", "ion", "al"}

// verbEndings are taken from a verb to leave what nouns are made from.
var verbEndings = []string{"ify", "ate", "e"}

// verbStem returns the hash of what a verb shares with the nouns made from it.
func verbStem(verb string) uint32 { return stem(verb, verbEndings) }

// nounStem is verbStem of the verb that a noun may be made from; 'attack' is its own.
func nounStem(noun string) uint32 {
	if verb, ok := deeds().Get(noun); ok {
		return verbStem(verb)
	}
	for _, e := range nounEndings {
		if len(noun) >= len(e)+3 && strings.HasSuffix(noun, e) {
			return stem(noun[:len(noun)-len(e)], verbEndings[1:])
		}
	}
	return verbStem(noun)
}

func stem(word string, endings []string) uint32 {
	for _, e := range endings {
		if len(word) >= len(e)+3 && strings.HasSuffix(word, e) {
			word = word[:len(word)-len(e)]
			break
		}
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] {
		word = word[:n-1]
	}
	return tokenHash(word)
}

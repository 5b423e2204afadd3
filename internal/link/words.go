package link

import (
	"sort"
	"strings"
)

var dull = map[string]bool{"the": true, "and": true, "its": true, "their": true, "his": true, "her": true, "this": true,
	"that": true, "people": true, "some": true, "many": true, "least": true, "more": true, "than": true, "least.": true,
	"other": true, "others": true, "city": true, "town": true, "area": true, "region": true, "province": true, "state": true,
	"near": true, "outside": true, "killed": true, "least,": true, "at": true, "of": true, "in": true, "on": true, "a": true, "an": true}

func addWords(into map[string]bool, words string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !letter(r) }) {
		if len(w) > 2 && !dull[w] {
			into[strings.TrimSuffix(w, "s")] = true
		}
	}
}

func letter(r rune) bool { return r >= 'a' && r <= 'z' || r > 127 }

// shared returns the keys that both hold, sorted.
func shared[V any](a, b map[string]V) []string {
	var out []string
	for w := range a {
		if _, ok := b[w]; ok {
			out = append(out, w)
		}
	}
	sort.Strings(out)
	return out
}

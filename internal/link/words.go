package link

import (
	"sort"
	"strings"
)

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

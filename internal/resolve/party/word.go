package party

import (
	"strings"
	"unicode"
)

// split cuts words into small-letter words, a comma or bracket among them as ",". A possessive mark goes.
func split(text string) []string {
	var out []string
	for _, f := range strings.FieldsFunc(strings.ToLower(text), unicode.IsSpace) {
		f = strings.TrimLeft(f, "\"'“”‘([")
		cut := strings.TrimRight(f, ".\"”’)];:")
		w := strings.TrimRight(cut, ",")
		comma := w != cut || strings.ContainsAny(f[len(w):], ",;:)")
		if strings.Count(w, ".") > 0 && len(w) <= 4 {
			w += "." // 'u.s.'
		}
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w != "" {
			out = append(out, w)
		}
		if comma && w != "" {
			out = append(out, ",")
		}
	}
	return out
}

// singulars lists what the last word of p can be the plural of, p itself first.
func singulars(p string) []string {
	out := []string{p}
	head, last := "", p
	if i := strings.LastIndexByte(p, '_'); i >= 0 {
		head, last = p[:i+1], p[i+1:]
	}
	add := func(cut, put string) {
		if s, ok := strings.CutSuffix(last, cut); ok && len(s) > 1 {
			out = append(out, head+s+put)
		}
	}
	add("men", "man")
	add("wives", "wife")
	add("children", "child")
	add("ies", "y")
	add("es", "")
	add("s", "")
	if first, rest, ok := strings.Cut(p, "_"); ok && strings.HasPrefix(rest, "of_") && strings.HasSuffix(first, "s") {
		out = append(out, first[:len(first)-1]+"_"+rest) // 'sticks of dynamite'
	}
	return out
}

// singularIn returns the form of p that stands in words, or "".
func singularIn(words map[string]bool, p string) string {
	for _, s := range singulars(p) {
		if words[s] {
			return s
		}
	}
	return ""
}

package ledger

import (
	"bytes"
	"slices"
)

// only is a JSON object with no more than those of its own members that have these names. Of text that is no object
// without spaces between its members it returns all.
func only(text []byte, names []string) []byte {
	out := make([]byte, 0, len(text)/2)
	rest, open := bytes.CutPrefix(text, []byte("{"))
	for open && len(rest) > 0 && rest[0] == '"' {
		name := valueEnd(rest)
		if name >= len(rest) || rest[name] != ':' {
			return text
		}
		end := name + 1 + valueEnd(rest[name+1:])
		if end >= len(rest) {
			return text
		}
		if slices.Contains(names, string(rest[1:name-1])) {
			out = append(append(out, ','), rest[:end]...)
		}
		if rest[end] == '}' && len(rest) == end+1 && len(out) > 0 {
			out[0] = '{'
			return append(out, '}')
		}
		rest = rest[end+1:]
	}
	return text
}

// valueEnd is how long the JSON value is with which text begins.
func valueEnd(text []byte) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			if depth == 0 {
				return min(i+1, len(text))
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth <= 0 {
				return i + 1 + depth // of what closes around the value, nothing
			}
		case ',':
			if depth == 0 {
				return i
			}
		}
	}
	return len(text)
}

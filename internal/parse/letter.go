package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The shapes of words.
const (
	shapeNone uint32 = iota
	shapeLower
	shapeTitle
	shapeCaps
	shapeMixed
	shapeDigits
	shapeDigitMixed
	shapeMark
	shapeInitial
)

// fold returns the lower-case letters of form, its quotation marks and dashes made plain, with every
// digit as 0.
func fold(form string, into []byte) []byte {
	into = lowerCase(form, into)
	noFigures(into)
	return into
}

// noFigures makes every digit 0.
func noFigures(word []byte) {
	for i, c := range word {
		if '0' <= c && c <= '9' {
			word[i] = '0'
		}
	}
}

// lowerCase is fold that leaves digits as they are.
func lowerCase(form string, into []byte) []byte {
	into = into[:0]
	for _, r := range form {
		switch {
		case r < utf8.RuneSelf && 'A' <= r && r <= 'Z':
			into = append(into, byte(r)+'a'-'A')
		case r == '’' || r == '‘' || r == '`':
			into = append(into, '\'')
		case r == '“' || r == '”':
			into = append(into, '"')
		case r == '–' || r == '—':
			into = append(into, '-')
		case r < utf8.RuneSelf:
			into = append(into, byte(r))
		default:
			into = utf8.AppendRune(into, unicode.ToLower(r))
		}
	}
	return into
}

// hashBytes is 32-bit FNV-1a.
func hashBytes(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// shapeOf looks at the letters and digits of form.
func shapeOf(form string) uint32 {
	var upper, lower, digits, letters int
	first := false
	for i, r := range form {
		switch {
		case '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r):
			digits++
		case isUpper(r):
			upper++
			first = first || i == 0
		case isLetter(r):
			lower++
		}
	}
	letters = upper + lower
	switch {
	case letters == 0 && digits == 0:
		return shapeMark
	case letters == 0:
		return shapeDigits
	case digits > 0:
		return shapeDigitMixed
	case upper == 0:
		return shapeLower
	case upper == 1 && lower == 0:
		return shapeInitial
	case lower == 0:
		return shapeCaps
	case upper == 1 && first:
		return shapeTitle
	}
	return shapeMixed
}

func isUpper(r rune) bool {
	return 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)
}

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r) || invisible(r))
}

// invisible reports whether r shows nothing: a soft hyphen, a joiner, a space without width. Inside words such
// letters hide them from readers that compare bytes.
func invisible(r rune) bool {
	switch r {
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		return true
	}
	return false
}

// visible is a word of Latin letters without its invisible ones; any other word as it is, since joiners
// mean something in emoji and in other scripts.
func visible(word string) string {
	if plain(word) {
		return word
	}
	if !strings.ContainsFunc(word, invisible) || !strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
		return word
	}
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, word)
}

// plain reports whether all of s is ASCII.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

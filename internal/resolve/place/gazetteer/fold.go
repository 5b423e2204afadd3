package gazetteer

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form of a name under which it is looked up: lower case, without accents, dots,
// apostrophes and marks that nobody sees, with one blank for each run of blanks, hyphens and other marks. Letters of
// other scripts are kept as they are, so that a look-alike letter never matches.
func Fold(name string) string {
	if isFolded(name) {
		return name
	}
	var room [64]byte
	return string(AppendFold(room[:0], name))
}

// isFolded reports whether a name of one word is plainly in the form that Fold gives.
func isFolded(name string) bool {
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// AppendFold is Fold into room that the caller has: out must be empty.
func AppendFold(out []byte, name string) []byte {
	if !isASCII(name) {
		name = norm.NFD.String(name)
	}
	for _, r := range name {
		out = foldRune(out, r)
	}
	return bytes.TrimSuffix(out, []byte{' '})
}

// foldRune appends what r becomes; a blank is never first, nor next to another.
func foldRune(out []byte, r rune) []byte {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		return append(out, byte(r))
	case 'A' <= r && r <= 'Z':
		return append(out, byte(r)+'a'-'A')
	case r == '.' || r == '\u00ad' || r == '\u200b' || isApostrophe(r) || unicode.Is(unicode.Mn, r):
		return out
	}
	if plain, ok := plainLetter[unicode.ToLower(r)]; ok {
		return append(out, plain...)
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return utf8.AppendRune(out, unicode.ToLower(r))
	}
	if len(out) > 0 && out[len(out)-1] != ' ' {
		out = append(out, ' ')
	}
	return out
}

// plainLetter holds the Latin letters that do not decompose.
var plainLetter = map[rune]string{
	'ø': "o", 'ł': "l", 'ß': "ss", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'æ': "ae", 'œ': "oe",
	'ħ': "h", 'ŧ': "t", 'ŋ': "ng", 'ə': "a", 'ɛ': "e", 'ɔ': "o", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ƴ': "y", 'ɲ': "ny",
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ʹ':
		return true
	}
	return false
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// MixedScripts reports whether name has letters of Latin and of a script whose letters look like
// Latin ones, as 'Mоscow' with a Cyrillic о has.
func MixedScripts(name string) bool {
	if isASCII(name) {
		return false
	}
	latin, alike := false, false
	for _, r := range name {
		latin = latin || unicode.Is(unicode.Latin, r)
		alike = alike || unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee, unicode.Lisu)
	}
	return latin && alike
}

// IsLatin reports whether every letter of name is Latin and there is at least one.
func IsLatin(name string) bool {
	some := false
	for _, r := range name {
		if unicode.IsLetter(r) && !isApostrophe(r) {
			if !unicode.Is(unicode.Latin, r) {
				return false
			}
			some = true
		}
	}
	return some
}

package parse

import (
	"unicode"
	"unicode/utf8"
)

// word is what the tagger and the parser see of a token. All of it is folded to lower case but
// shape, and shape says nothing in a sentence whose case means nothing.
type word struct {
	form           uint32 // the folded word, its digits as one
	shape          uint32
	prefix, middle uint32 // first letter, first three letters
	suffix         [4]uint32
	plain          bool // only lower-case letters
	caps           bool // two or more letters, all upper-case, where case means something
}

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

// fold returns the lower-case letters of form, with every digit as 0.
func fold(form string, into []byte) []byte {
	into = into[:0]
	for _, r := range form {
		switch {
		case r < utf8.RuneSelf && 'A' <= r && r <= 'Z':
			into = append(into, byte(r)+'a'-'A')
		case '0' <= r && r <= '9':
			into = append(into, '0')
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

// seen fills words with what can be seen of the tokens; blind says that case means nothing.
func seen(forms []string, blind bool, words []word) []word {
	words = words[:0]
	var buffer [64]byte
	for _, form := range forms {
		words = append(words, seeWord(form, fold(form, buffer[:0]), blind))
	}
	return words
}

func seeWord(form string, folded []byte, blind bool) word {
	w := word{form: hashBytes(folded), shape: shapeOf(form)}
	w.plain = w.shape == shapeLower
	w.caps = w.shape == shapeCaps && !blind
	if blind && w.shape <= shapeMixed || blind && w.shape == shapeInitial {
		w.shape = shapeNone
	}
	w.prefix, w.middle = hashBytes(folded[:min(1, len(folded))]), hashBytes(folded[:min(3, len(folded))])
	for i := range w.suffix {
		w.suffix[i] = hashBytes(folded[max(0, len(folded)-i-1):])
	}
	return w
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
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// caseless reports whether the case of the words says nothing: no lower-case letter at all, no
// capital in four words or more, or a headline where nearly every long word has its capital.
func caseless(forms []string) bool {
	var words, lower, capital, long, longCapital int
	for _, form := range forms {
		s := shapeOf(form)
		if s == shapeNone || s >= shapeDigits && s != shapeInitial {
			continue
		}
		words++
		if s == shapeLower {
			lower++
		}
		if s != shapeLower {
			capital++
		}
		if len(form) > 3 {
			long++
			if s != shapeLower {
				longCapital++
			}
		}
	}
	switch {
	case words >= 3 && allUpper(forms):
		return true
	case words >= 4 && capital == 0:
		return true
	}
	return long >= 4 && longCapital*10 >= long*9
}

func allUpper(forms []string) bool {
	for _, form := range forms {
		for _, r := range form {
			if isLetter(r) && !isUpper(r) && unicode.ToUpper(r) != r {
				return false
			}
		}
	}
	return true
}

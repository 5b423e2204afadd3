package account

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName is how many characters a name may have.
const longestName = 40

// CheckName returns why nobody can have this name: it is empty or too long, has space around it or two of them
// together, or anything but letters, figures, spaces and . - _ ' in it.
func CheckName(name string) error {
	switch n := utf8.RuneCountInString(name); {
	case n == 0:
		return errors.New("a name is needed")
	case n > longestName:
		return errors.New("a name has up to 40 characters")
	case name != strings.Join(strings.Fields(name), " "):
		return errors.New("a name has no space around it, and one at a time in it")
	case !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" .-_'’", r)
	}):
		return errors.New("a name has letters, figures, spaces and . - _ ' in it, and nothing else")
	}
	return nil
}

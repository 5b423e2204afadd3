package place

import "strings"

// form is how a name must be written to count.
type form uint8

const (
	anyForm form = iota
	shouted      // in capitals alone: 'US', 'CAR'
	dotted       // with its full stop: 'Ill.', 'Mass.'
)

// formOf reads off a listed name how it must be written.
func formOf(name string) form {
	switch {
	case isShout(name):
		return shouted
	case len(name) <= 6 && strings.Index(name, ".") == len(name)-1:
		return dotted
	}
	return anyForm
}

// fits reports whether a name of this form may be written so.
func (f form) fits(written string) bool {
	switch f {
	case shouted:
		return isShout(written)
	case dotted:
		return strings.HasSuffix(written, ".") && strings.Count(written, ".") == 1
	}
	return true
}

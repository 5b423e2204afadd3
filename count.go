package dateline

import "fmt"

// Count is a number of people or things as it was told. Low and High are the bounds; nil is open
// ('at least 11' has no High). A part without a Count has no number: not reported, which is not zero.
type Count struct {
	Low    *int
	High   *int
	Approx bool   // 'about', 'some', 'around'
	Word   string // the word that a range was read from, for vague ones: "dozens"; "" for figures
	// Convention is the one by which Word was taken for the bounds; "" is Dateline's own.
	Convention string
	// Attackers says whether attackers are among those counted; nil is 'not said'.
	Attackers *bool
}

// Exactly returns the Count of n and no more.
func Exactly(n int) Count { return Count{Low: &n, High: &n} }

// Between returns the Count from low to high; a negative bound is open.
func Between(low, high int) Count {
	var c Count
	if low >= 0 {
		c.Low = &low
	}
	if high >= 0 {
		c.High = &high
	}
	return c
}

// Equal reports whether c and d have the same bounds.
func (c Count) Equal(d Count) bool { return same(c.Low, d.Low) && same(c.High, d.High) }

func same(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// Meets reports whether some number lies in both ranges.
func (c Count) Meets(d Count) bool {
	return !below(c.High, d.Low) && !below(d.High, c.Low)
}

func below(high, low *int) bool { return high != nil && low != nil && *high < *low }

// String writes the range the way the field does: "11", "11 or more", "up to 20", "30–40".
func (c Count) String() string {
	switch {
	case c.Low == nil && c.High == nil:
		return "no figure"
	case c.High == nil:
		return fmt.Sprintf("%s or more", group(*c.Low))
	case c.Low == nil:
		return fmt.Sprintf("up to %s", group(*c.High))
	case *c.Low == *c.High:
		return group(*c.Low)
	default:
		return group(*c.Low) + "–" + group(*c.High)
	}
}

// group writes n with a comma between groups of three digits.
func group(n int) string {
	s := itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

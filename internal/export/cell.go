package export

import (
	"strconv"
	"unicode/utf8"

	"dateline"
	"dateline/internal/tabular"
)

// excerpt is words cut at MostQuoted characters.
func excerpt(text string) string {
	if utf8.RuneCountInString(text) <= MostQuoted {
		return text
	}
	return string([]rune(text)[:MostQuoted-1]) + "…"
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func integer(n int) string { return strconv.Itoa(n) }

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// limit is one end of a number; an open one is not applicable.
func limit(n *int) string {
	if n == nil {
		return tabular.NotApplicable
	}
	return integer(*n)
}

// lowOf, highOf and boundOf are the cells of a number: all NR if nothing tells it, NA if it was told
// without a figure.
func lowOf(told bool, c *dateline.Count) string {
	return number(told, c, func() string { return limit(c.Low) })
}

func highOf(told bool, c *dateline.Count) string {
	return number(told, c, func() string { return limit(c.High) })
}

func boundOf(told bool, c *dateline.Count) string {
	return number(told, c, func() string { return bound(*c) })
}

func number(told bool, c *dateline.Count, is func() string) string {
	switch {
	case !told:
		return tabular.NotReported
	case c == nil || c.Low == nil && c.High == nil:
		return tabular.Unknown
	}
	return is()
}

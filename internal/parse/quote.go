package parse

import (
	"strings"
	"unicode/utf8"

	"dateline"
)

// quotes finds the quotations of every paragraph but furniture, in the order of their beginnings.
// Straight and curly, double and single marks count; an apostrophe is no mark. A quotation whose
// closing mark is missing ends with its paragraph and is Open. One within another is told apart by
// marks of another shape, and its Depth is the number of quotations around it.
func quotes(t *Text) []Quote {
	var list []Quote
	for _, p := range t.Paragraphs {
		if p.Kind != Furniture {
			list = append(list, quotesIn(t.Source, p.Span)...)
		}
	}
	return list
}

// deepest is how many quotations may stand around each other; marks further in count for nothing.
const deepest = 4

// quotesIn finds the quotations of a stretch of text, each mark looked at once.
func quotesIn(text string, in dateline.Span) []Quote {
	var list []Quote // in the order of opening marks; a span without an end is not closed yet
	var open []mark
	for i := in.Start; i < in.End; {
		m, width := markAt(text, in, i)
		if m == noMark {
			i += width
			continue
		}
		if k := closedBy(open, m); k >= 0 && closes(text, in, i, width, m) {
			list[open[k].quote].Span.End = i + width
			open = open[:k]
		} else if k < 0 && len(open) < deepest && m.opens() && begins(text, in, i, m) {
			open = append(open, mark{m, len(list)})
			list = append(list, Quote{Span: dateline.Span{Start: i}})
		}
		i += width
	}
	for _, m := range open {
		if m.kind != singleStraight && m.kind != singleLeft {
			list[m.quote].Span.End, list[m.quote].Open = in.End, true
			break
		}
	}
	return nestQuotes(list)
}

// closedBy returns which of the open marks m closes, the innermost that it can; -1 for none.
func closedBy(open []mark, m markKind) int {
	for k := len(open) - 1; k >= 0; k-- {
		if open[k].kind.closedBy(m) {
			return k
		}
	}
	return -1
}

// begins reports whether a straight mark at i can open a quotation: no letter or digit stands before it.
func begins(text string, in dateline.Span, i int, m markKind) bool {
	if m != singleStraight && m != doubleStraight {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[in.Start:i])
	return i == in.Start || !isLetter(before) && !isDigit(before)
}

// nestQuotes leaves out what was never closed and fills in depths.
func nestQuotes(list []Quote) []Quote {
	kept, ends := list[:0], []int(nil)
	for _, q := range list {
		if q.Span.End == 0 {
			continue
		}
		for len(ends) > 0 && ends[len(ends)-1] <= q.Span.Start {
			ends = ends[:len(ends)-1]
		}
		q.Depth = len(ends)
		kept, ends = append(kept, q), append(ends, q.Span.End)
	}
	return kept
}

// mark is an opening quotation mark and the number of the quotation that it opens.
type mark struct {
	kind  markKind
	quote int
}

type markKind uint8

const (
	noMark markKind = iota
	doubleStraight
	doubleLeft
	doubleRight
	singleStraight
	singleLeft
	singleRight
	guillemetLeft
	guillemetRight
)

func (m markKind) opens() bool { return m != doubleRight && m != singleRight && m != guillemetRight }

func (m markKind) closedBy(n markKind) bool {
	switch m {
	case doubleStraight:
		return n == doubleStraight || n == doubleRight
	case doubleLeft:
		return n == doubleRight || n == doubleStraight
	case singleStraight:
		return n == singleStraight || n == singleRight
	case singleLeft:
		return n == singleRight || n == singleStraight
	case guillemetLeft:
		return n == guillemetRight
	}
	return false
}

// markAt returns the kind of quotation mark at i and its width; apostrophes are no marks.
func markAt(text string, in dateline.Span, i int) (markKind, int) {
	if c := text[i]; c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
		return noMark, 1
	}
	r, width := utf8.DecodeRuneInString(text[i:in.End])
	switch r {
	case '"':
		return doubleStraight, width
	case '“', '„':
		return doubleLeft, width
	case '”':
		return doubleRight, width
	case '«':
		return guillemetLeft, width
	case '»':
		return guillemetRight, width
	case '`':
		return pair(text, in, i, "``", doubleLeft)
	case '\'':
		if strings.HasPrefix(text[i:in.End], "''") {
			return doubleStraight, 2
		}
		return single(text, in, i, width, singleStraight), width
	case '‘':
		return singleLeft, width
	case '’':
		return single(text, in, i, width, singleRight), width
	}
	return noMark, width
}

func pair(text string, in dateline.Span, i int, both string, kind markKind) (markKind, int) {
	if strings.HasPrefix(text[i:in.End], both) {
		return kind, len(both)
	}
	return noMark, 1
}

// single tells a quotation mark from an apostrophe: between letters it is an apostrophe, before a
// word it opens, after one it may close.
func single(text string, in dateline.Span, i, width int, kind markKind) markKind {
	before, _ := utf8.DecodeLastRuneInString(text[in.Start:i])
	after, _ := utf8.DecodeRuneInString(text[i+width : in.End])
	left, right := i > in.Start && (isLetter(before) || isDigit(before)), i+width < in.End && (isLetter(after) || isDigit(after))
	switch {
	case left && right, right && isDigit(after):
		return noMark
	case right && kind == singleRight:
		return noMark
	case !right && !left && i == in.Start:
		return noMark
	}
	return kind
}

// closes reports whether the mark at i closes a quotation rather than opening another or being the apostrophe of a
// plural: nothing but space, a stop or a bracket stands behind it.
func closes(text string, in dateline.Span, i, width int, kind markKind) bool {
	after, _ := utf8.DecodeRuneInString(text[i+width : in.End])
	before, _ := utf8.DecodeLastRuneInString(text[in.Start:i])
	if kind == doubleRight || kind == guillemetRight {
		return true
	}
	if i+width < in.End && (isLetter(after) || isDigit(after)) {
		return false
	}
	if isSpace(before) {
		return false
	}
	if kind == doubleStraight {
		return true
	}
	return !possessive(text, in, i, width, before) && !strings.HasSuffix(text[:i], "'n") && !strings.HasSuffix(text[:i], "’n")
}

// possessive reports whether a single mark behind an s reads as the apostrophe of a plural, 'the
// fighters' weapons': another single mark closes the quotation later in the paragraph.
func possessive(text string, in dateline.Span, i, width int, before rune) bool {
	if before != 's' && before != 'S' || i+width >= in.End || text[i+width] != ' ' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+width+1 : in.End])
	if !isLetter(next) || isUpper(next) {
		return false
	}
	rest := text[i+width : min(in.End, i+width+400)]
	for j := 0; j < len(rest); {
		r, w := utf8.DecodeRuneInString(rest[j:])
		if r == '\'' || r == '’' {
			b, _ := utf8.DecodeLastRuneInString(rest[:j])
			a, _ := utf8.DecodeRuneInString(rest[j+w:])
			if !isSpace(b) && !isLetter(a) && !isDigit(a) {
				return true
			}
		}
		j += w
	}
	return false
}

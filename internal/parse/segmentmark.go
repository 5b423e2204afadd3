package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark reads a sign that is not a word: an emoticon, a run of stops or of one sign, a line drawn with
// signs, an emoji with what modifies it, or one rune with its combining marks.
func (x *lexer) mark(i int, r rune, width int) int {
	end := i + width
	switch {
	case r >= utf8.RuneSelf:
		end = x.sign(r, i, end)
	case x.emoticon(i) > i:
		end = x.emoticon(i)
	case strings.HasPrefix(x.text[i:x.end], ".."):
		end = x.run(i, ".")
	case strings.IndexByte(".!?", byte(r)) >= 0:
		end = x.run(i, ".!?")
	case strings.IndexByte("-=*_~+<>#|^", byte(r)) >= 0:
		end = x.run(i, "-=*_~+<>#|^")
	case strings.IndexByte("'`,$/\\:", byte(r)) >= 0:
		end = x.run(i, x.text[i:i+1])
	}
	x.emit(i, x.combining(end))
	return x.combining(end)
}

// run returns the end of the run of signs from i.
func (x *lexer) run(i int, signs string) int {
	end := i + 1
	for end < x.end && end-i < longestWord && strings.IndexByte(signs, x.text[end]) >= 0 {
		end++
	}
	return end
}

// combining returns the end of the combining marks at i: they belong to the sign before.
func (x *lexer) combining(i int) int {
	for start := i; i < x.end && i-start < longestWord && x.text[i] >= utf8.RuneSelf; {
		r, width := x.rune(i)
		if !unicode.IsMark(r) {
			break
		}
		i += width
	}
	return i
}

// sign returns the end of the sign r, beyond ASCII, that stands from i to end: with its like for
// dashes, quotation marks and ellipses, and with what modifies it for an emoji.
func (x *lexer) sign(r rune, i, end int) int {
	if r < 0x2600 {
		if r == '‘' && x.peek(end) == '’' {
			return end + utf8.RuneLen(r)
		}
		for repeats(r) && end-i < longestWord && x.peek(end) == r {
			end += utf8.RuneLen(r)
		}
		return end
	}
	for end-i < longestWord {
		next, width := x.rune(end)
		_, more := x.rune(end + width)
		switch {
		case next == 0x200d && more > 0 && x.peek(end+width) >= 0x2600: // a joiner ties two emoji
			end += width + more
		case next == 0xfe0f || 0x1f3fb <= next && next <= 0x1f3ff: // as a picture, of a colour
			end += width
		case regional(r) && regional(next) && end-i == utf8.RuneLen(r): // two letters of a flag
			end += width
		default:
			return end
		}
	}
	return end
}

func repeats(r rune) bool { return r == '—' || r == '–' || r == '…' || r == '’' || r == '‘' }

func regional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

// emoticon returns the end of a face drawn with signs, eyes then mouth (:-) ;) =D) or the other way
// round, and i where there is none. No word may stand right before it, nor behind one that is no sign.
func (x *lexer) emoticon(i int) int {
	const eyes, noses, mouths = ":;=", "-'^o", ")(DPpOo/\\|]["
	before, end := x.before(i), i
	switch c := x.text[i]; {
	case strings.IndexByte(eyes, c) >= 0:
		end = i + 1
		if strings.IndexByte(noses, byteAt(x.text, end, x.end)) >= 0 && strings.IndexByte(mouths, byteAt(x.text, end+1, x.end)) >= 0 {
			end++
		}
		if mouth := byteAt(x.text, end, x.end); mouth == 0 || strings.IndexByte(mouths, mouth) < 0 {
			return i
		}
		end++
	case c == '(' && strings.IndexByte(":;=", byteAt(x.text, i+1, x.end)) >= 0:
		end = i + 2
	case c == '<' && byteAt(x.text, i+1, x.end) == '3':
		end = i + 2
	case i+3 <= x.end && (x.text[i:i+3] == "^_^" || x.text[i:i+3] == "-_-" || x.text[i:i+3] == ">:("):
		end = i + 3
	default:
		return i
	}
	after := x.peek(end)
	if isLetter(after) || isDigit(after) || after == '/' {
		return i
	}
	smile := x.text[end-1] == ')' || x.text[end-1] == '('
	if before != 0 && !isSpace(before) && (!smile || isDigit(before) || before == '(') {
		return i
	}
	return end
}

// byteAt returns s[i], 0 from end on.
func byteAt(s string, i, end int) byte {
	if i >= end {
		return 0
	}
	return s[i]
}

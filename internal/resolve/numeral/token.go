// Package numeral knows how English writes numbers: figures, words and what mixes the two. It cuts
// a phrase into tokens and reads the cardinal or ordinal number that starts at one of them; what
// the number is a number of, others know (date, count).
//
// The word list is data/lexicon/numbers.txt. Reading never fails and takes time linear in the
// number of tokens that it uses.
package numeral

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word, a figure or a mark of a phrase, Text[Start:End].
type Token struct {
	Start, End int
	Word       string // lower case; curly marks made straight; '-' for a dash of one en or less
	Digits     string // of a figure: its digits without marks; "" for a word or a mark
	Decimals   int    // how many of Digits stand behind the decimal point
	Grouped    bool   // the figure has marks between its thousands
	Cap        bool   // starts with a capital letter
	Upper      bool   // has two capital letters or more and no small one
	Gap        bool   // white space, or the start of the text, stands before it
}

// IsWord reports whether t is made of letters.
func (t Token) IsWord() bool {
	r, _ := utf8.DecodeRuneInString(t.Word)
	return t.Digits == "" && unicode.IsLetter(r)
}

// IsFigure reports whether t is a figure without decimals.
func (t Token) IsFigure() bool { return t.Digits != "" && t.Decimals == 0 }

// Split cuts text into tokens, in the order of the text. White space is in none of them. "year's"
// makes two tokens, "o'clock" one; "a.m." and "U.S." make one, without their points.
func Split(text string) []Token { return Append(nil, text) }

// Append appends the tokens that [Split] cuts text into to toks.
func Append(toks []Token, text string) []Token {
	toks = slices.Grow(toks, len(text)/5+4)
	gap := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		var t Token
		switch {
		case unicode.IsSpace(r):
			gap = true
			i += size
			continue
		case r >= '0' && r <= '9':
			t = figure(text, i)
		case unicode.IsLetter(r):
			t = word(text, i)
		default:
			t = Token{Start: i, End: i + size, Word: mark(text[i:i+size], r)}
			if clitic(text, i, r) {
				t.End, t.Word = t.End+1, "'s"
			}
		}
		t.Gap, gap = gap, false
		toks = append(toks, t)
		i = t.End
	}
	return toks
}

// clitic reports whether the mark r at i and the letter behind it are a possessive "'s".
func clitic(text string, i int, r rune) bool {
	if !apostrophe(r) {
		return false
	}
	rest := text[i+utf8.RuneLen(r):]
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[1:])
	return !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func mark(s string, r rune) string {
	switch r {
	case '’', '‘', 'ʼ':
		return "'"
	case '–', '‐', '‑', '‒', '−':
		return "-"
	}
	return s
}

// word reads the letters at i, with apostrophes inside and the points of an abbreviation.
func word(text string, i int) Token {
	if end := initials(text, i); end > i {
		w := strings.ToLower(strings.ReplaceAll(text[i:end], ".", ""))
		return Token{Start: i, End: end, Word: w, Cap: upperAt(text, i), Upper: upperAt(text, i)}
	}
	end, upper, lower, marks := i, 0, 0, 0
	for end < len(text) {
		if c := text[end]; c >= 'a' && c <= 'z' {
			lower++
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLetter(r), unicode.Is(unicode.Mn, r):
			lower++
		case apostrophe(r) && inside(text, end, r):
			marks++
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		end += size
	}
	w := text[i:end]
	if upper > 0 {
		w = strings.ToLower(w)
	}
	if marks > 0 {
		w = strings.ReplaceAll(w, "’", "'")
	}
	return Token{Start: i, End: end, Word: w, Cap: upperAt(text, i), Upper: upper > 1 && lower == 0}
}

// inside reports whether the apostrophe r at i stands before a letter and is no possessive.
func inside(text string, i int, r rune) bool {
	next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
	return unicode.IsLetter(next) && !clitic(text, i, r)
}

// initials returns the end of an abbreviation of single letters with points, two at least, and i
// where there is none.
func initials(text string, i int) int {
	end, n := i, 0
	for end+1 < len(text) && ascii(text[end]) && text[end+1] == '.' {
		end, n = end+2, n+1
	}
	if n < 2 || end < len(text) && ascii(text[end]) {
		return i
	}
	return end
}

func ascii(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func upperAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r)
}

// figure reads the digits at i with the marks between thousands ("4,000", "1,50,000", or a narrow
// or no-break space) and one decimal point. "22.03.2024" and "10.30.5" are figures without either.
func figure(text string, i int) Token {
	end := digits(text, i)
	t := Token{Start: i, Digits: text[i:end]}
	for end-i <= 3 || t.Grouped {
		more, next := group(text, end)
		if more == "" {
			break
		}
		if len(t.Digits) <= mostDigits {
			t.Digits += more
		}
		end, t.Grouped = next, true
	}
	if point := end; point+1 < len(text) && text[point] == '.' && digit(text[point+1]) {
		last := digits(text, point+1)
		if !(last+1 < len(text) && text[last] == '.' && digit(text[last+1])) && !dotted(text, i) {
			t.Digits += text[point+1 : last]
			t.Decimals, end = last-point-1, last
		}
	}
	t.End, t.Word = end, text[i:end]
	return t
}

// mostDigits is how many digits a number has at most. What has more is none, and of its groups no more are kept.
const mostDigits = 15

// group returns the digits and the end of a group of thousands that starts with the mark at i, ""
// if none does: a mark and three digits, or (South Asia) a comma, two digits, a comma and three.
func group(text string, i int) (string, int) {
	for _, sep := range [...]string{",", "\u00a0", "\u202f", "\u2009"} {
		if !strings.HasPrefix(text[i:], sep) {
			continue
		}
		start := i + len(sep)
		switch end := digits(text, start); {
		case end-start == 3:
			return text[start:end], end
		case sep == "," && end-start == 2 && end < len(text) && text[end] == ',' && digits(text, end+1)-end == 4:
			return text[start:end] + text[end+1:end+4], end + 4
		}
	}
	return "", i
}

// dotted reports whether the figure at i follows a figure and a point: a later part of "22.03.24".
func dotted(text string, i int) bool { return i > 1 && text[i-1] == '.' && digit(text[i-2]) }

func digits(text string, i int) int {
	for i < len(text) && digit(text[i]) {
		i++
	}
	return i
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

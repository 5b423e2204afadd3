package count

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/resolve/numeral"
)

// tallyReader cuts a list into tokens at its lost line breaks, without addresses, tags and what
// markup left.
func tallyReader(text string) *reader {
	r := &reader{text: text, words: House}
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		piece := text[start:end]
		toks := numeral.Split(piece)
		for k := range toks {
			toks[k].Start += start
			toks[k].End += start
		}
		lost := start > 0
		for _, t := range r.plain(toks) {
			t.Gap = t.Gap || len(r.toks) > 0 && r.opensItem(t)
			r.toks = append(r.toks, t)
			r.lost = append(r.lost, lost || t.Gap && len(r.toks) > 1 && glueAt(text, t.Start, r.toks[len(r.toks)-2].Word))
			lost = false
		}
		start = end
	}
	return r
}

// opensItem reports whether a new item of a list starts with t, though no white space stands before
// it: behind a colon or a bracket, behind the point of a sentence, behind '100+'.
func (r *reader) opensItem(t numeral.Token) bool {
	switch n := len(r.toks); r.word(n - 1) {
	case ":", "*", ")", ";", ">", "|", "]":
		return true
	case "+":
		return t.IsWord()
	case ".":
		return n > 1 && r.toks[n-2].IsWord() && len(r.toks[n-2].Word) > 3
	}
	return false
}

// glueAt reports whether the token at i follows a closing bracket without white space: a line break
// was lost there.
func glueAt(text string, i int, before string) bool {
	return before == ")" && i > 0 && text[i-1] == ')'
}

// plain drops what is no text: addresses and the ends of comments ('-->').
func (r *reader) plain(toks []numeral.Token) []numeral.Token {
	var out []numeral.Token
	for i := 0; i < len(toks); i++ {
		switch t := toks[i]; {
		case strings.HasPrefix(t.Word, "http") || t.Word == "www":
			for i+1 < len(toks) && !toks[i+1].Gap {
				i++
			}
		case i+2 < len(toks) && t.Word == "-" && toks[i+1].Word == "-" && toks[i+2].Word == ">":
			i += 2
		default:
			out = append(out, t)
		}
	}
	return out
}

// lineEnd returns where the line that starts at start ends: at the next lost line break. One is lost
// between a word and a figure that stands against it ('killed20'), between a small letter and a
// capital ('RussiaTotal'), and behind a figure of thousands that has digits to spare ('5,00060').
func lineEnd(text string, start int) int {
	letters, small := 0, 0 // of the word in hand: all, and the small ones at its end
	for i := start; i < len(text); {
		c := text[i]
		if c >= '0' && c <= '9' {
			if i > start && (small >= 2 || letters >= 4) && letters > 0 {
				return i
			}
			end := figureEnd(text, i)
			if end < len(text) && text[end] >= '0' && text[end] <= '9' {
				return end
			}
			i, letters, small = end, 0, 0
			continue
		}
		if strings.HasPrefix(text[i:], "http") {
			if letters > 0 {
				return i
			}
			i = addressEnd(text, i)
			letters, small = 0, 0
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case i > start && text[i-1] >= '0' && text[i-1] <= '9' && capitalised(text[i:]):
			return i
		case unicode.IsUpper(r) && small >= 3:
			return i
		case unicode.IsUpper(r):
			letters, small = letters+1, 0
		case unicode.IsLetter(r):
			letters, small = letters+1, small+1
		default:
			letters, small = 0, 0
		}
		i += size
	}
	return len(text)
}

// capitalised reports whether s starts with a capital and two small letters.
func capitalised(s string) bool {
	return len(s) > 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'a' && s[1] <= 'z' && s[2] >= 'a' && s[2] <= 'z'
}

func addressEnd(text string, i int) int {
	for i < len(text) && text[i] != ' ' && text[i] != '\n' {
		i++
	}
	return i
}

// figureEnd returns the end of the figure at i: digits, and groups of three behind commas.
func figureEnd(text string, i int) int {
	end := i
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	if end-i > 3 {
		return end
	}
	for end+3 < len(text) && text[end] == ',' && threeDigits(text[end+1:]) {
		end += 4
	}
	return end
}

func threeDigits(s string) bool {
	for k := range 3 {
		if s[k] < '0' || s[k] > '9' {
			return false
		}
	}
	return true
}

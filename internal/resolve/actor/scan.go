package actor

import (
	"unicode"
	"unicode/utf8"

	"dateline/internal/sieve"

	"golang.org/x/text/unicode/norm"
)

// shape says how a word is written.
type shape uint8

const (
	initial    shape = 1 << iota // its first letter is a capital
	capitals                     // all its letters are capitals
	inner                        // a capital stands after its first letter, and a small letter too
	cased                        // it has a letter with case
	possessed                    // 's followed it
	mixed                        // its letters are of two scripts
	scriptless                   // no letters at all: a number
)

// word is a word of a text: text[start:end] without a possessive 's.
type word struct {
	start, end int
	shape      shape
}

func (w word) is(s shape) bool { return w.shape&s != 0 }

// scanner gives the words of a text one by one, each folded: small letters, no accents, no
// apostrophes, 'el' for 'al'. Hyphens and spaces part words alike, so that all spellings of a
// name that differ in them are one sequence. 'U.S.' and 'F.A.R.C.' are one word.
type scanner struct {
	text string
	pos  int
	fold []byte // of the word last given; overwritten by the next
}

// next gives the next word, and false at the end of the text.
func (s *scanner) next() (word, bool) {
	for s.pos < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if letter(r) {
			return s.word(), true
		}
		s.pos += n
	}
	return word{}, false
}

func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʾ', 'ʿ', '`', '´':
		return true
	}
	return false
}

func (s *scanner) word() word {
	if w, ok := s.plainWord(); ok {
		return w
	}
	w := word{start: s.pos, shape: scriptless}
	s.fold = s.fold[:0]
	var f former
	for s.pos < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		switch {
		case letter(r) || unicode.Is(unicode.M, r):
			f.add(r)
			s.fold = appendFold(s.fold, r)
		case apostrophe(r) && s.possessive(n):
			w.end = s.pos
			s.pos += n + 1
			return s.finish(w, f, possessed)
		case apostrophe(r) && s.letterAt(s.pos+n):
		case r == '.' && s.dotted(w.start):
		default:
			w.end = s.pos
			return s.finish(w, f, 0)
		}
		s.pos += n
	}
	w.end = s.pos
	return s.finish(w, f, 0)
}

// plainWord reads the word at pos if it is of plain letters and digits only; it moves nothing if not.
func (s *scanner) plainWord() (word, bool) {
	s.fold = s.fold[:0]
	end := s.pos
	var f former
	for ; end < len(s.text); end++ {
		c := s.text[end]
		low := sieve.Lower[c]
		if low == 0 {
			break
		}
		f.plain(c, low)
		s.fold = append(s.fold, low)
	}
	if end == s.pos || end < len(s.text) && s.mayGoOn(end) {
		return word{}, false
	}
	w := word{start: s.pos, end: end}
	s.pos = end
	return s.finish(w, f, 0), true
}

// mayGoOn reports whether what stands at i behind plain letters may belong to the word at pos.
func (s *scanner) mayGoOn(i int) bool {
	switch c := s.text[i]; {
	case c >= utf8.RuneSelf:
		r, _ := utf8.DecodeRuneInString(s.text[i:])
		return letter(r) || unicode.Is(unicode.Mn, r) || apostrophe(r)
	case c == '.':
		return i == s.pos+1
	default:
		return apostrophe(rune(c))
	}
}

func (s *scanner) finish(w word, f former, more shape) word {
	w.shape = f.shape() | more
	if string(s.fold) == "el" {
		s.fold[0] = 'a'
	}
	return w
}

func (s *scanner) letterAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[min(i, len(s.text)):])
	return r != utf8.RuneError && letter(r)
}

// possessive reports whether the apostrophe of n bytes at pos begins a closing 's.
func (s *scanner) possessive(n int) bool {
	i := s.pos + n
	return i < len(s.text) && (s.text[i] == 's' || s.text[i] == 'S') && !s.letterAt(i+1)
}

// dotted reports whether the full stop at pos belongs to capitals that are parted by full stops
// since start: 'U.S.'; not the one that ends 'Mr.' or a sentence.
func (s *scanner) dotted(start int) bool {
	so := s.text[start:s.pos]
	if len(so) > longestDotted {
		return false
	}
	capital := func(b byte) bool { return 'A' <= b && b <= 'Z' }
	for i := range len(so) {
		if i%2 == 0 && !capital(so[i]) || i%2 == 1 && so[i] != '.' {
			return false
		}
	}
	after := s.text[s.pos+1:]
	again := len(after) > 1 && capital(after[0]) && after[1] == '.'
	return again || len(so) >= 3
}

// longestDotted is how many bytes of capitals and full stops are one word at most.
const longestDotted = 32

// former watches the letters of a word.
type former struct {
	letters, upper, lower int
	first, late           bool
	script                *unicode.RangeTable
	mixed                 bool
}

var scripts = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Armenian, unicode.Cherokee}

func (f *former) add(r rune) {
	if !unicode.IsLetter(r) {
		return
	}
	f.letters++
	if unicode.IsUpper(r) {
		f.upper++
		f.first = f.first || f.letters == 1
		f.late = f.late || f.letters > 1
	} else if unicode.IsLower(r) {
		f.lower++
	}
	f.watch(r)
}

// plain is add for a plain letter or digit; low is c as a small letter.
func (f *former) plain(c, low byte) {
	if c <= '9' {
		return
	}
	f.letters++
	if c != low {
		f.upper++
		f.first = f.first || f.letters == 1
		f.late = f.late || f.letters > 1
	} else {
		f.lower++
	}
}

func (f *former) watch(r rune) {
	if r < utf8.RuneSelf {
		f.mixed = f.mixed || f.script != nil && f.script != unicode.Latin
		f.script = unicode.Latin
		return
	}
	for _, t := range scripts {
		if unicode.Is(t, r) {
			f.mixed = f.mixed || f.script != nil && f.script != t
			f.script = t
			return
		}
	}
}

func (f *former) shape() shape {
	if f.upper == 0 && f.lower == f.letters && f.letters > 0 && !f.mixed {
		return cased
	}
	var s shape
	set := func(ok bool, bit shape) {
		if ok {
			s |= bit
		}
	}
	set(f.letters == 0, scriptless)
	set(f.upper+f.lower > 0, cased)
	set(f.first, initial)
	set(f.upper > 0 && f.lower == 0, capitals)
	set(f.late && f.lower > 0, inner)
	set(f.mixed, mixed)
	return s
}

// appendFold adds r folded.
func appendFold(b []byte, r rune) []byte {
	switch {
	case 'A' <= r && r <= 'Z':
		return append(b, byte(r)+'a'-'A')
	case r < utf8.RuneSelf:
		return append(b, byte(r))
	case r == 'ـ' || unicode.Is(unicode.Mn, r): // Arabic lengthening, marks
		return b
	}
	if s, ok := plain[r]; ok {
		return append(b, s...)
	}
	for _, d := range norm.NFD.String(string(unicode.ToLower(r))) {
		if !unicode.Is(unicode.Mn, d) {
			b = utf8.AppendRune(b, d)
		}
	}
	return b
}

// plain spells letters that have no decomposition.
var plain = map[rune]string{'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ı': "i", 'İ': "i",
	'ß': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ى': "ي", 'ٱ': "ا", 'ی': "ي", 'ک': "ك"}

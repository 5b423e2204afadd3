package ingest

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// The flags that a Report may carry. Besides them there is 'unknown_field:KEY' for a key of front
// matter or of a JSON line that means nothing here, at most eight for a report.
const (
	FlagBOM      = "bom"                // a byte order mark was removed
	FlagReplaced = "encoding_replaced"  // bytes that are no UTF-8 became U+FFFD
	FlagUTF16    = "encoding_utf16"     // decoded from UTF-16
	FlagDeclared = "encoding_declared"  // decoded from the encoding that the page declares
	FlagGuess    = "encoding_guess"     // decoded from windows-1252, as browsers do, because nothing was declared
	FlagControls = "control_characters" // some were found, and kept
	FlagUnseen   = "invisible_text"     // characters that nobody sees were found, and kept
	FlagFallback = "fallback"           // no article was found: this is all text of the page
	FlagDateText = "date_text"          // Published was read from the page's words, not its metadata
	FlagTitle    = "title_text"         // Title is the first line of the text, which reads as one
	FlagDates    = "date_conflict"      // the page's metadata name two days; the first of them was taken
	FlagBadDate  = "bad_date"           // the page's metadata name a day that does not exist, or before firstYear; it was not taken
	FlagLanguage = "bad_language"       // the file's language is no language code; it was not taken
)

var utf8Mark = []byte("\xef\xbb\xbf")

// flags is a set of flags.
type flags []string

func (f *flags) add(flag string) {
	if !slices.Contains(*f, flag) {
		*f = append(*f, flag)
	}
}

// sorted gives the flags in order, nil if there are none.
func (f flags) sorted() []string {
	slices.Sort(f)
	return []string(f)
}

// utf16Mark recognises the mark at the start of UTF-16, which has two bytes.
func utf16Mark(raw []byte) (order unicode.Endianness, rest []byte, ok bool) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, raw[2:], true
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return unicode.BigEndian, raw[2:], true
	}
	return unicode.BigEndian, raw, false
}

// decode gives raw as valid UTF-8, which it is but for its mark and, seldom, a broken byte.
func decode(raw []byte, f *flags) (string, error) {
	order, rest, wide := utf16Mark(raw)
	if wide {
		f.add(FlagUTF16)
		return decodeAs(unicode.UTF16(order, unicode.IgnoreBOM), rest, f)
	}
	if after, ok := bytes.CutPrefix(raw, utf8Mark); ok {
		f.add(FlagBOM)
		raw = after
	}
	return valid(raw, f)
}

// decodePage is decode for HTML, which may declare another encoding in its first 1,024 bytes.
func decodePage(raw []byte, f *flags) (string, error) {
	if _, _, wide := utf16Mark(raw); wide || bytes.HasPrefix(raw, utf8Mark) || utf8.Valid(raw) {
		return decode(raw, f)
	}
	enc, name, _ := charset.DetermineEncoding(raw, "")
	switch {
	case name == "utf-8":
		return decode(raw, f)
	case bytes.Contains(bytes.ToLower(raw[:min(len(raw), 1024)]), []byte("charset")):
		f.add(FlagDeclared)
	default:
		f.add(FlagGuess)
	}
	return decodeAs(enc, raw, f)
}

func decodeAs(enc encoding.Encoding, raw []byte, f *flags) (string, error) {
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", failf(Encoding, "decode: %w", err)
	}
	return checked(string(out), strings.Count(string(out), "\uFFFD"), f)
}

// valid replaces each run of invalid bytes in raw by one U+FFFD.
func valid(raw []byte, f *flags) (string, error) {
	if utf8.Valid(raw) {
		return checked(string(raw), 0, f)
	}
	return checked(strings.ToValidUTF8(string(raw), "\uFFFD"), invalid(raw), f)
}

// invalid counts the bytes of raw that belong to no character.
func invalid(raw []byte) int {
	n := 0
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		raw = raw[size:]
	}
	return n
}

// checked refuses text of which more than a tenth was broken, and flags what was noticed.
func checked(text string, broken int, f *flags) (string, error) {
	if broken*10 > utf8.RuneCountInString(text) {
		return "", failf(Encoding, "not in UTF-8, nor in an encoding that it declares")
	}
	if broken > 0 {
		f.add(FlagReplaced)
	}
	if why := controls([]byte(text[:min(len(text), peekSize)])); why != "" {
		return "", failf(TypeUnknown, "not text: %s", why)
	}
	if strings.IndexFunc(text, func(r rune) bool { return r < utf8.RuneSelf && isControl(byte(r)) }) >= 0 {
		f.add(FlagControls)
	}
	return text, nil
}

// unseen flags a text with characters that show nothing, or turn the direction of others.
func (f *flags) unseen(text string) {
	if strings.ContainsFunc(text, isUnseen) {
		f.add(FlagUnseen)
	}
}

// isUnseen reports whether c shows nothing: a soft hyphen, a mark without width, a mark of direction, a tag. Joiners are
// letters of some scripts.
func isUnseen(c rune) bool {
	switch {
	case c < 0xad:
		return false
	case c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff:
		return true
	}
	return '\u202a' <= c && c <= '\u202e' || '\u2066' <= c && c <= '\u2069' || 0xe0000 <= c && c <= 0xe007f
}

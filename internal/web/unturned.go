package web

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// unturned is a page in which each character that nobody sees, and that shows what follows in another order than it stands in, is
// its number, such as [U+202E]: what is shown is what was read. Within tags it stays, since forms send that back as it is.
func unturned(page []byte) []byte {
	if !turns(page) {
		return page
	}
	var out []byte
	for tag := false; len(page) > 0; {
		r, n := utf8.DecodeRune(page)
		if r == '<' || r == '>' {
			tag = r == '<'
		}
		if turning(r) && !tag {
			out = fmt.Appendf(out, "[U+%04X]", r)
		} else {
			out = append(out, page[:n]...)
		}
		page = page[n:]
	}
	return out
}

// turning reports whether r begins or ends an embedding, an override or an isolate of direction (UAX #9).
func turning(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// turns reports whether a turning character is in b, whose UTF-8 begins with 0xE2 for all of them.
func turns(b []byte) bool {
	for i := bytes.IndexByte(b, 0xE2); i >= 0; {
		if r, _ := utf8.DecodeRune(b[i:]); turning(r) {
			return true
		}
		next := bytes.IndexByte(b[i+1:], 0xE2)
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

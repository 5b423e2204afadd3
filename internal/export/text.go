package export

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// lineWidth is how many characters a line of text for people has at most, long words aside.
const lineWidth = 100

// sheet is text for people: lines that wrap under their own beginning, columns that align. The
// first error ends the writing and is kept.
type sheet struct {
	w   *bufio.Writer
	err error
}

func newSheet(w io.Writer) *sheet { return &sheet{w: bufio.NewWriter(w)} }

// end writes out what is left and returns the first error.
func (s *sheet) end() error {
	if err := s.w.Flush(); s.err == nil {
		s.err = err
	}
	return s.err
}

func (s *sheet) put(text string) {
	if _, err := s.w.WriteString(text); err != nil && s.err == nil {
		s.err = err
	}
}

func (s *sheet) blank() { s.put("\n") }

// title is a line with a line under it.
func (s *sheet) title(words string) {
	words = oneLine(words)
	s.line(0, words)
	s.put(strings.Repeat("=", min(lineWidth, width(words))) + "\n")
}

// heading is a line between two empty ones.
func (s *sheet) heading(words string) {
	s.blank()
	s.line(0, strings.ToUpper(words))
}

// line writes words from the given column on, wrapped under their beginning.
func (s *sheet) line(indent int, words string) { s.wrapped(strings.Repeat(" ", indent), indent, words) }

// item is a line whose wrapped rest stands two columns further in.
func (s *sheet) item(indent int, words string) {
	s.wrapped(strings.Repeat(" ", indent), indent+2, words)
}

// wrapped writes words after first, and what does not fit on lines that begin at indent.
func (s *sheet) wrapped(first string, indent int, words string) {
	at := width(first)
	s.put(first)
	for i, word := range strings.Fields(clean(words)) {
		switch {
		case i == 0:
		case at+1+width(word) > lineWidth:
			s.put("\n" + strings.Repeat(" ", indent))
			at = indent
		default:
			s.put(" ")
			at++
		}
		s.put(word)
		at += width(word)
	}
	s.put("\n")
}

// rows writes lines of columns, each as wide as its widest cell up to a limit; the last one wraps.
func (s *sheet) rows(indent int, rows [][]string) {
	const widest = 34
	if len(rows) == 0 {
		return
	}
	wide := make([]int, len(rows[0])-1)
	for _, r := range rows {
		for i := range wide {
			wide[i] = max(wide[i], min(widest, width(oneLine(r[i]))))
		}
	}
	for _, r := range rows {
		first, rest := strings.Repeat(" ", indent), indent
		for i, n := range wide {
			if n == 0 {
				continue // nothing in the whole column
			}
			cell := oneLine(r[i])
			first += cell + strings.Repeat(" ", max(0, n-width(cell))+2)
			rest += n + 2
		}
		s.wrapped(strings.TrimRight(first, " ")+gap(first, r), rest, r[len(r)-1])
	}
}

// gap is the space before the last cell; none where that is empty.
func gap(first string, r []string) string {
	if strings.TrimSpace(r[len(r)-1]) == "" {
		return ""
	}
	return first[len(strings.TrimRight(first, " ")):]
}

func width(s string) int { return utf8.RuneCountInString(s) }

// oneLine puts words on one line, without anything that could command a terminal.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// clean replaces what could command a terminal: control characters, and those that turn the
// direction of writing.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case r < ' ' || 0x7f <= r && r < 0xa0:
			return utf8.RuneError
		case 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069:
			return utf8.RuneError
		}
		return r
	}, s)
}

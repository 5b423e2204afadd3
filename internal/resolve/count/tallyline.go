package count

import (
	"regexp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/numeral"
)

// Line is a line of a text that is a list of figures, with the figures.
type Line struct {
	Span    dateline.Span
	Figures []Figure // offsets into the text
}

// Lines finds the lines of a text that are lists of figures, as in a table or box that was pasted as
// text, in order: those with a label ('Strength: 3,000 (rebel claim)', 'Casualties and losses | 12
// killed'), and those that are nothing but figures, what they count and whose word it is. A line of
// prose is none, whatever it begins with. It takes time linear in the length of text.
func Lines(text string) []Line {
	var out []Line
	for start := 0; start < len(text); {
		end := len(text)
		if k := strings.IndexByte(text[start:], '\n'); k >= 0 {
			end = start + k
		}
		if l, ok := listLine(text[start:end]); ok {
			out = append(out, l.shifted(start))
		}
		start = end + 1
	}
	return out
}

// shifted moves a Line of one line's text to where that line begins.
func (l Line) shifted(by int) Line {
	move := func(s *dateline.Span) { s.Start, s.End = s.Start+by, s.End+by }
	move(&l.Span)
	for i := range l.Figures {
		f := &l.Figures[i]
		move(&f.Number)
		move(&f.Words)
		if !f.Speaker.IsZero() {
			move(&f.Speaker)
		}
	}
	return l
}

// listLine reads one line; false where it is no list of figures.
func listLine(line string) (Line, bool) {
	if len(line) > longestLine {
		return Line{}, false
	}
	of, at := label(line)
	if at == 0 && !figured(line) {
		return Line{}, false
	}
	if of == "" {
		of = Casualties
	}
	l := &list{reader: tallyReader(line[at:]), of: of}
	if l.prose() {
		return Line{}, false
	}
	l.readAll()
	if len(l.found) == 0 || at == 0 && !l.bare() {
		return Line{}, false
	}
	out := Line{Figures: l.figures()}.shifted(at)
	out.Span = dateline.Span{End: len(line)}
	return out, true
}

// longestLine is how long a list of figures may be, in bytes: each of its figures is quoted with the whole of it.
const longestLine = 4000

// clock is what stands around the colon of a time of day.
var clock = regexp.MustCompile(`^\d:\d`)

// maxLabel is how long the label of a line may be, in bytes.
const maxLabel = 60

// label returns what a line with a label counts, and where the list behind the label starts; 0 where
// the line has none.
func label(line string) (Of, int) {
	end := strings.IndexAny(line[:min(len(line), maxLabel)], ":|\t")
	if end < 0 || clock.MatchString(line[max(0, end-1):min(end+2, len(line))]) {
		return "", 0 // '3:55 p.m.'
	}
	words := strings.Fields(strings.ToLower(line[:end]))
	if len(words) == 0 || len(words) > 6 || slices.ContainsFunc(words, func(w string) bool { return tallyLex().prose[w] || numeral.Opens(numeral.Split(w)[0]) }) {
		return "", 0
	}
	for _, w := range words {
		if of, ok := tallyLex().labels[strings.Trim(w, "*•-")]; ok {
			return of, end + 1
		}
	}
	return "", 0
}

// figured reports whether a line without a label starts with a figure.
func figured(line string) bool {
	line = strings.TrimLeft(line, " *•~+≈-")
	return line != "" && line[0] >= '0' && line[0] <= '9'
}

// prose reports whether the list has the words of a sentence in it, outside brackets.
func (l *list) prose() bool {
	depth := 0
	for i := range l.toks {
		switch w := l.word(i); {
		case w == "(":
			depth++
		case w == ")":
			depth--
		case l.lost[i] && i > 0:
			return false
		case depth <= 0 && tallyLex().prose[w]:
			return true
		}
	}
	return false
}

// bare reports whether the list is nothing but figures that say what they count, in two ways or
// more, or with a speaker.
func (l *list) bare() bool {
	told := len(l.found) > 1 && l.hasLost()
	for _, f := range l.found {
		if !f.own {
			return false
		}
		told = told || !f.Speaker.IsZero()
	}
	return told
}

func (l *list) hasLost() bool {
	for i, lost := range l.lost {
		if lost && i > 0 {
			return true
		}
	}
	return false
}

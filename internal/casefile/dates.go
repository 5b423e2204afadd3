package casefile

import (
	"fmt"
	"strings"
	"time"

	"dateline"
)

// DateCase is a text with the expressions of time in it and what each means: a line of cases/dates.txt,
// whose head says how it is written.
type DateCase struct {
	Line      int
	Kind      string
	Text      string
	Published dateline.Date // zero if unknown
	Wants     []DateWant    // in the order of the text
}

// DateWant is what words of a text mean. EDTF is "?" where nothing fixes them, and "none" where they are no
// date; Anchor is 'not said' for both.
type DateWant struct {
	Span   dateline.Span
	EDTF   string
	Anchor string // "text", "published" or "none"
}

const (
	unfixed = "?"
	noDate  = "none"
)

// LoadDates reads the lines of a file of date cases. The error names the line: words that do not stand
// in their text, a kind without rows, a date without an anchor.
func LoadDates(text string) ([]DateCase, error) {
	var out []DateCase
	kind, anchor := "", ""
	for n, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "== ") {
			kind, anchor, _ = strings.Cut(line[3:], " @")
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		c, err := dateCase(line, anchor)
		if err == nil && kind == "" {
			err = fmt.Errorf("no kind stands above it")
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		c.Line, c.Kind = n+1, kind
		out = append(out, c)
	}
	return out, nil
}

func dateCase(line, anchor string) (DateCase, error) {
	cols := strings.Split(line, " | ")
	if len(cols) != 3 {
		return DateCase{}, fmt.Errorf("want three columns, got %d", len(cols))
	}
	c := DateCase{Text: cols[1]}
	if cols[0] != "-" {
		var err error
		if c.Published, err = publishedOn(cols[0]); err != nil {
			return c, err
		}
	}
	at := 0
	for _, says := range strings.Split(cols[2], " ; ") {
		w, err := dateWant(c.Text, at, says, anchor)
		if err != nil {
			return c, err
		}
		c.Wants = append(c.Wants, w)
		at = w.Span.End
	}
	return c, nil
}

// publishedOn reads the day, the month or the year of publication.
func publishedOn(s string) (dateline.Date, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		first, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		last := first
		switch layout {
		case "2006-01":
			last = first.AddDate(0, 1, -1)
		case "2006":
			last = first.AddDate(1, 0, -1)
		}
		return dateline.Date{EDTF: s, From: first.Format(time.DateOnly), To: last.Format(time.DateOnly)}, nil
	}
	return dateline.Date{}, fmt.Errorf("no day of publication: %q", s)
}

// dateWant reads 'words = EDTF @anchor'.
func dateWant(text string, at int, says, anchor string) (DateWant, error) {
	k := strings.LastIndex(says, " = ")
	if k < 0 {
		return DateWant{}, fmt.Errorf("no ' = ' in %q", says)
	}
	words, means := says[:k], says[k+3:]
	w := DateWant{Anchor: anchor}
	if m, a, own := strings.Cut(means, " @"); own {
		means, w.Anchor = m, a
	}
	start := strings.Index(text[at:], words)
	if start < 0 {
		return w, fmt.Errorf("%q does not stand in the text, or not behind the words before", words)
	}
	w.Span = dateline.Span{Start: at + start, End: at + start + len(words)}
	w.EDTF = means
	switch {
	case means == unfixed || means == noDate:
		w.Anchor = ""
	case w.Anchor != "text" && w.Anchor != "published" && w.Anchor != "none":
		return w, fmt.Errorf("%q: no anchor", says)
	}
	return w, nil
}

// Check returns what is wrong with the dates that were read of the text, "" for each want that is met.
// A want of words is met by the date that overlaps them.
func (c DateCase) Check(read []dateline.Dated) []string {
	out := make([]string, len(c.Wants))
	for i, w := range c.Wants {
		out[i] = w.check(c.Text, read)
	}
	return out
}

func (w DateWant) check(text string, read []dateline.Dated) string {
	got := w.find(read)
	switch {
	case got == nil && w.EDTF == noDate:
		return ""
	case got == nil:
		return "not read"
	case w.EDTF == noDate:
		return fmt.Sprintf("%q is read as %s", got.Span.In(text), edtfOf(got))
	case edtfOf(got) != w.EDTF:
		return fmt.Sprintf("%q is read as %s (%s)", got.Span.In(text), edtfOf(got), got.Why)
	case got.Date != nil && anchorOf(got) != w.Anchor:
		return fmt.Sprintf("anchor %s", anchorOf(got))
	}
	return ""
}

// find returns the date whose words overlap w's: the one that shares most, of as many the first.
func (w DateWant) find(read []dateline.Dated) *dateline.Dated {
	var best *dateline.Dated
	most := 0
	for i := range read {
		s := read[i].Span
		if n := min(s.End, w.Span.End) - max(s.Start, w.Span.Start); n > most {
			best, most = &read[i], n
		}
	}
	return best
}

func edtfOf(d *dateline.Dated) string {
	if d.Date == nil {
		return unfixed
	}
	return d.Date.EDTF
}

func anchorOf(d *dateline.Dated) string {
	if d.Date.Anchor == dateline.AnchorNone {
		return "none"
	}
	return string(d.Date.Anchor)
}

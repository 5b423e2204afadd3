package parse

import (
	"strings"

	"dateline"
)

// parted cuts the paragraphs that are rows of a table or entries of a list into their cells, each a
// body paragraph of its own with the number of its row. A row is a line
//
//   - with two tabs or two upright strokes: '2 March | Mopti | Gunmen killed four farmers';
//   - with three semicolons, beside another with as many;
//   - with two commas behind which no space stands, beside another with as many;
//   - that begins with a day and a place: '2 March – Mopti – gunmen ...', '- 2 March, Mopti: gunmen ...', '2 March: Mopti, Mali: gunmen ...';
//   - that begins with a day or a year: '2 March 2024: gunmen ...', '2014 – the group ...';
//   - that begins with the mark of a list and a place: '- Mopti: gunmen ...', '2. Mopti, Mali: gunmen ...'.
func parted(source string, list []Paragraph) []Paragraph {
	var out []Paragraph
	row := 0
	for i, p := range list {
		cut := cellsOf(source, list, i)
		if cut == nil {
			out = append(out, p)
			continue
		}
		row++
		for _, c := range cut {
			out = append(out, Paragraph{Span: c, Kind: Body, Row: row})
		}
	}
	return out
}

// cellsOf returns the cells of paragraph i, none of them empty; nil if it is no row.
func cellsOf(source string, list []Paragraph, i int) []dateline.Span {
	span := list[i].Span
	text := span.In(source)
	switch {
	case strings.Count(text, "\t") >= 2:
		return cellsBy(source, span, "\t")
	case strings.Count(text, "|") >= 2:
		return cellsBy(source, span, "|")
	case semicolons(text) >= 3 && (i > 0 && semicolons(list[i-1].Span.In(source)) == semicolons(text) ||
		i+1 < len(list) && semicolons(list[i+1].Span.In(source)) == semicolons(text)):
		return cellsBy(source, span, ";")
	case bareCommas(text) >= 2 && (i > 0 && bareCommas(list[i-1].Span.In(source)) == bareCommas(text) ||
		i+1 < len(list) && bareCommas(list[i+1].Span.In(source)) == bareCommas(text)):
		return cellsBy(source, span, ",")
	}
	return entryCells(source, span)
}

// cellsBy returns the cells between the marks, nil if they are fewer than three.
func cellsBy(source string, span dateline.Span, mark string) []dateline.Span {
	if out := splitCells(source, span, mark); len(out) >= 3 {
		return out
	}
	return nil
}

func semicolons(text string) int { return strings.Count(text, ";") }

// bareCommas counts the commas of a line behind which a letter stands at once; 0 if it has any with a
// space behind it.
func bareCommas(text string) int {
	if strings.Contains(text, ", ") {
		return 0
	}
	n := 0
	for i := 1; i+1 < len(text); i++ {
		if c := text[i+1] | 0x20; text[i] == ',' && c >= 'a' && c <= 'z' {
			n++
		}
	}
	return n
}

// splitCells cuts a span at each mark and leaves out empty cells and rules ('---'); '-' is a cell that says nothing.
func splitCells(source string, span dateline.Span, mark string) []dateline.Span {
	var out []dateline.Span
	for at := span.Start; at <= span.End; {
		end := span.End
		if k := strings.Index(source[at:span.End], mark); k >= 0 {
			end = at + k
		}
		if c := squeezed(source, dateline.Span{Start: at, End: end}); c.End > c.Start && (c.In(source) == "-" || strings.Trim(c.In(source), "-:=") != "") {
			out = append(out, c)
		}
		at = end + len(mark)
	}
	return out
}

// squeezed is a span without the white space at its ends.
func squeezed(source string, s dateline.Span) dateline.Span {
	for s.Start < s.End && spaceAt(source, s.Start) {
		s.Start++
	}
	for s.End > s.Start && spaceAt(source, s.End-1) {
		s.End--
	}
	return s
}

// entryCells cuts an entry that begins with a day, a place or both; nil if it is none.
func entryCells(source string, span dateline.Span) []dateline.Span {
	listed := bullet(span.In(source))
	if text := span.In(source); listed {
		if k := strings.IndexByte(text, ' '); k > 0 {
			span = squeezed(source, dateline.Span{Start: span.Start + k, End: span.End})
		}
	}
	for _, dash := range []string{" – ", " — ", " - "} {
		if out := splitCells(source, span, dash); len(out) >= 3 && isDay(out[0].In(source)) && isLabel(out[1].In(source)) {
			return out
		}
	}
	head, _, ok := strings.Cut(span.In(source), ": ")
	if !ok || len(head) > 60 {
		return datedCells(source, span)
	}
	if place, told, ok := cutLabel(source, span, ": "); ok && listed && isLabel(place.In(source)) && !strings.ContainsAny(head, "0123456789") {
		return []dateline.Span{place, told}
	}
	out := splitCells(source, dateline.Span{Start: span.Start, End: span.Start + len(head)}, ",")
	if len(out) < 2 || !isDay(out[0].In(source)) || !isLabel(out[1].In(source)) || isDay(out[1].In(source)) || calendarWords(head) {
		return datedCells(source, span)
	}
	return append(out, squeezed(source, dateline.Span{Start: span.Start + len(head) + 1, End: span.End}))
}

// datedCells cuts an entry that begins with nothing but a day, a month or a year and a mark behind it, and with a place
// between two colons if it has one; nil if it does not.
func datedCells(source string, span dateline.Span) []dateline.Span {
	day, rest, ok := cutLabel(source, span, ": ", " – ", " — ", " - ")
	if !ok || !calendarWords(day.In(source)) {
		return nil
	}
	if place, told, ok := cutLabel(source, rest, ": "); ok && isLabel(place.In(source)) {
		return []dateline.Span{day, place, told}
	}
	return []dateline.Span{day, rest}
}

// cutLabel cuts a span at the first of the marks that stands near its beginning.
func cutLabel(source string, span dateline.Span, marks ...string) (label, rest dateline.Span, ok bool) {
	for _, m := range marks {
		k := strings.Index(span.In(source), m)
		if k <= 0 || k > 60 {
			continue
		}
		label = squeezed(source, dateline.Span{Start: span.Start, End: span.Start + k})
		rest = squeezed(source, dateline.Span{Start: span.Start + k + len(m), End: span.End})
		if label.End > label.Start && rest.End > rest.Start {
			return label, rest, true
		}
	}
	return label, rest, false
}

// calendarWords reports whether all words are numbers and names of days and months, a number among them.
func calendarWords(cell string) bool {
	number := false
	for _, w := range strings.Fields(cell) {
		w = strings.Trim(w, ".,")
		switch digits := strings.TrimRight(w, "dhnrst"); {
		case digits != "" && len(digits) <= 4 && strings.Trim(digits, "0123456789") == "":
			number = true
		case nameWordOf(w)&(month|weekday) == 0:
			return false
		}
	}
	return number
}

// isDay reports whether a cell is short and holds a number: '2 March 2024', '2024-03-02'.
func isDay(cell string) bool {
	return len(strings.Fields(cell)) <= 4 && strings.ContainsAny(cell, "0123456789")
}

// isLabel reports whether a cell is a few words that begin with a capital.
func isLabel(cell string) bool {
	return len(strings.Fields(cell)) <= 5 && cell[0] >= 'A' && cell[0] <= 'Z' || cell[0] >= 0x80
}

// isRow reports whether a line has the marks of a row by itself, so that it is not joined with others.
func isRow(text string) bool {
	return strings.Count(text, "\t") >= 2 || strings.Count(text, "|") >= 2 || semicolons(text) >= 3
}

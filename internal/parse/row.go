package parse

import (
	"strings"

	"dateline"
)

// parted cuts the paragraphs that are rows of a table or entries of a list into their cells, each a
// body paragraph of its own with the number of its row. A row is a line
//
//   - with two tabs or two upright strokes: '2 March | Mopti | Gunmen killed four farmers';
//   - with two commas behind which no space stands, beside another with as many;
//   - that begins with a day and a place: '2 March – Mopti – gunmen ...', '- 2 March, Mopti: gunmen ...'.
func parted(source string, list []Paragraph) []Paragraph {
	var out []Paragraph
	row := 0
	for i, p := range list {
		cut := cellsOf(source, list, i)
		if len(cut) < 3 {
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

// cellsOf returns the cells of paragraph i, none of them empty; fewer than three if it is no row.
func cellsOf(source string, list []Paragraph, i int) []dateline.Span {
	span := list[i].Span
	text := span.In(source)
	switch {
	case strings.Count(text, "\t") >= 2:
		return splitCells(source, span, "\t")
	case strings.Count(text, "|") >= 2:
		return splitCells(source, span, "|")
	case bareCommas(text) >= 2 && (i > 0 && bareCommas(list[i-1].Span.In(source)) == bareCommas(text) ||
		i+1 < len(list) && bareCommas(list[i+1].Span.In(source)) == bareCommas(text)):
		return splitCells(source, span, ",")
	}
	return entryCells(source, span)
}

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

// splitCells cuts a span at each mark and leaves out empty cells and rules ('---').
func splitCells(source string, span dateline.Span, mark string) []dateline.Span {
	var out []dateline.Span
	for at := span.Start; at <= span.End; {
		end := span.End
		if k := strings.Index(source[at:span.End], mark); k >= 0 {
			end = at + k
		}
		if c := squeezed(source, dateline.Span{Start: at, End: end}); c.End > c.Start && strings.Trim(c.In(source), "-:=") != "" {
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

// entryCells cuts an entry that begins with a day and a place; nil if it is none.
func entryCells(source string, span dateline.Span) []dateline.Span {
	if text := span.In(source); bullet(text) {
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
		return nil
	}
	out := splitCells(source, dateline.Span{Start: span.Start, End: span.Start + len(head)}, ",")
	if len(out) < 2 || !isDay(out[0].In(source)) || !isLabel(out[1].In(source)) {
		return nil
	}
	return append(out, squeezed(source, dateline.Span{Start: span.Start + len(head) + 1, End: span.End}))
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
func isRow(text string) bool { return strings.Count(text, "\t") >= 2 || strings.Count(text, "|") >= 2 }

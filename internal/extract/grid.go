package extract

import (
	"slices"
	"sort"
	"strings"

	"dateline"
)

// grid says what the cells of the rows of a text stand for, where the first row of their table names its columns:
// 'Date | Place | Incident | Killed | Injured'.
type grid struct {
	cells [][]dateline.Span // by row, from 1
	roles [][]dateline.Role // of those cells, "" for columns that are read as words; nil where no row names them
}

// columns are the roles of columns by the words that head them.
var columns = []struct {
	class string
	role  dateline.Role
}{{"dead", dateline.KilledRole}, {"hurt", dateline.Wounded}, {"taken", dateline.Abducted}, {"doer", dateline.Perpetrator}}

// tables reads the rows of the text.
func (r *reader) tables() *grid {
	if r.grid != nil {
		return r.grid
	}
	t := &grid{cells: [][]dateline.Span{nil}, roles: [][]dateline.Role{nil}}
	var heads []dateline.Role
	var at []int // the columns of the heads
	last := -1
	for i, p := range r.in.Text.Paragraphs {
		if p.Row == 0 {
			if last == i-1 && strings.Trim(p.Span.In(r.text), "|-:=+ ") == "" {
				last = i // the rule below the heads
			}
			continue
		}
		if p.Row == len(t.cells) { // a row begins
			t.cells = append(t.cells, nil)
			t.roles = append(t.roles, nil)
			if last != i-1 {
				heads = nil
			}
		}
		t.cells[p.Row] = append(t.cells[p.Row], p.Span)
		last = i
		if next := i + 1; next < len(r.in.Text.Paragraphs) && r.in.Text.Paragraphs[next].Row == p.Row {
			continue
		}
		cells := t.cells[p.Row]
		if h := r.heads(cells); h != nil {
			heads, at = h, r.columnsOf(cells)
			continue
		}
		if heads == nil {
			continue
		}
		t.roles[p.Row] = make([]dateline.Role, len(cells))
		for k, c := range r.columnsOf(cells) {
			if h := slices.Index(at, c); h >= 0 {
				t.roles[p.Row][k] = heads[h]
			}
		}
	}
	r.grid = t
	return t
}

// columnsOf says in which column each cell of a row stands: empty cells are no cells, but take a column.
func (r *reader) columnsOf(cells []dateline.Span) []int {
	line := r.text[strings.LastIndexByte(r.text[:cells[0].Start], '\n')+1 : cells[len(cells)-1].End]
	start := cells[len(cells)-1].End - len(line)
	mark := ""
	for _, m := range []string{"\t", "|", ";"} {
		if mark == "" && strings.Count(line, m) >= 2 {
			mark = m
		}
	}
	out := make([]int, len(cells))
	n := 0
	for i, c := range cells {
		if out[i] = i; mark != "" {
			n += strings.Count(line[:c.Start-start], mark)
			out[i] = n
			line, start = line[c.Start-start:], c.Start
		}
	}
	return out
}

// heads returns the roles of columns that a row heads, nil if it is a row like others: one that names none, or has figures.
func (r *reader) heads(cells []dateline.Span) []dateline.Role {
	out, some := make([]dateline.Role, len(cells)), false
	for i, c := range cells {
		words := strings.ToLower(c.In(r.text))
		if strings.ContainsAny(words, "0123456789") || len(strings.Fields(words)) > 4 {
			return nil
		}
		for _, column := range columns {
			if slices.ContainsFunc(strings.Fields(words), func(w string) bool { return r.lex.acts.has(w, "column-"+column.class) }) {
				out[i], some = column.role, true
			}
		}
	}
	if !some {
		return nil
	}
	return out
}

// fromColumns gives the first event of violence told in row number how many it killed and who did it, as the columns of its table say.
func (r *reader) fromColumns(number int, ds []*draft) {
	t := r.tables()
	i := slices.IndexFunc(ds, func(d *draft) bool { return d.violent() && d.reality.Counts() })
	if i < 0 || t.roles[number] == nil {
		return
	}
	for k, role := range t.roles[number] {
		cell := t.cells[number][k]
		figure := strings.ContainsAny(cell.In(r.text)[:1], "0123456789")
		if role == "" || cell.Overlaps(ds[i].v.s.Span) || slices.ContainsFunc(ds, func(d *draft) bool { return d.has(role) }) {
			continue
		}
		if role.IsToll() == figure && (figure || r.named(cell)) {
			ds[i].infer(role, cell, "from another cell of the row")
		}
	}
}

// named reports whether a cell names somebody, by a name or a noun for who is armed: not 'unknown', not '-'.
func (r *reader) named(cell dateline.Span) bool {
	at := sort.Search(len(r.in.Mentions), func(i int) bool { return r.in.Mentions[i].Span.Start >= cell.Start })
	for _, m := range r.in.Mentions[at:] {
		if m.Span.Start >= cell.End {
			break
		}
		if m.Kind == dateline.Somebody {
			return true
		}
	}
	return slices.ContainsFunc(strings.Fields(strings.ToLower(cell.In(r.text))), func(w string) bool {
		if plural, ok := strings.CutSuffix(w, "men"); ok {
			w = plural + "man"
		}
		return r.lex.nouns.has(strings.TrimSuffix(w, "s"), "armed", "state", "group") || r.lex.nouns.has(w, "armed", "state", "group")
	})
}

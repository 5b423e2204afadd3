package web

import "dateline/internal/analysis"

// block is a part of a section: a drawing and a table that says the same in numbers.
type block struct {
	Title   string // "" for none
	Lead    string
	Columns columns
	Spans   spans
	Grid    grid
	Folded  string // the table stands folded under these words; "" for open
	None    string // what is missing; "" if there is something
}

// grid is a table whose first column heads its rows.
type grid struct {
	Head []string
	Rows [][]cell
}

// cell is what a table has in one place. A number of incidents leads to just these.
type cell struct {
	shown
	Label string // of its column, where the table is narrow
	Num   bool
}

func word(s string) cell { return cell{shown: shown{Text: s}} }

func noted(s, note string) cell { return cell{shown: shown{Text: s, Note: note}} }

// number makes a cell of n that leads to its incidents; 0 leads nowhere.
func (l linker) number(n analysis.Number) cell {
	c := cell{shown: shown{Text: number(n.N())}, Num: true}
	if n.N() > 0 {
		c.Link = l.to(n.Cut)
	}
	return c
}

// row adds a line; each cell has the heading of its column.
func (g *grid) row(cells ...cell) {
	for i := range cells {
		if i < len(g.Head) {
			cells[i].Label = g.Head[i]
		}
	}
	g.Rows = append(g.Rows, cells)
}

// linker makes addresses of lists of one group's incidents.
type linker struct {
	group string
	rule  analysis.Rule
}

func (l linker) to(c analysis.Cut) string {
	q := c.Query()
	if c.Killed != "" && l.rule != analysis.Rules[0] {
		q.Set("rule", string(l.rule))
	}
	return groupLink(l.group) + "/incidents?" + q.Encode()
}

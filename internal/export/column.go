package export

import (
	"encoding/csv"
	"io"
)

// column is one column of a table: what it is called, what it holds and how a row gives it.
type column[R any] struct {
	name string
	doc  string
	cell func(R) string
}

// Column is what a table's documentation says of a column.
type Column struct{ Name, Doc string }

// Table is the documentation of one CSV file.
type Table struct {
	File    string
	Doc     string
	Key     string // the columns that name a row, parted by a space
	Columns []Column
}

// Tables documents the CSV files, in the order in which they are written.
func Tables() []Table {
	return []Table{
		{"incidents.csv", "One row for each incident, with the best supported account of each field.", "incident_id", columns(incidentColumns)},
		{"accounts.csv", "One row for each account of a field of an incident.", "incident_id field rank", columns(accountColumns)},
		{"headlines.csv", "One row for each toll of an incident by each rule that makes one number of many accounts.", "incident_id toll rule", columns(headlineColumns)},
		{"statements.csv", "One row for each statement: one thing that one report says, and on whose word.", "statement_id", columns(statementColumns)},
		{"parts.csv", "One row for each part of a statement: words in a role, and what they mean.", "statement_id part", columns(partColumns)},
		{"reports.csv", "One row for each report.", "report_id", columns(reportColumns)},
	}
}

func columns[R any](of []column[R]) []Column {
	var out []Column
	for _, c := range of {
		out = append(out, Column{c.name, c.doc})
	}
	return out
}

// table writes rows of one kind as CSV after RFC 4180.
type table[R any] struct {
	csv     *csv.Writer
	columns []column[R]
}

// newTable writes the names of the columns.
func newTable[R any](w io.Writer, of []column[R]) (*table[R], error) {
	t := &table[R]{csv.NewWriter(w), of}
	t.csv.UseCRLF = true
	names := make([]string, len(of))
	for i, c := range of {
		names[i] = c.name
	}
	return t, t.csv.Write(names)
}

func (t *table[R]) row(r R) error {
	cells := make([]string, len(t.columns))
	for i, c := range t.columns {
		cells[i] = c.cell(r)
	}
	return t.csv.Write(cells)
}

func (t *table[R]) end() error {
	t.csv.Flush()
	return t.csv.Error()
}

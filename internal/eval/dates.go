package eval

import (
	"context"
	"fmt"
	"io/fs"

	"dateline"
	"dateline/internal/casefile"
)

// The project's cases of dates, in dates.txt of a folder: each expression of time counts once. It is right if
// the list of dates in the coded form has a date over its words with the same EDTF and the same anchor; where
// nothing fixes it, if the list has it without a date; where the words are no date, if the list has nothing
// over them.
//
// Bar: 95 per cent, aim 99.

// Dates scores the coder on the cases of dates of a folder, by kind. The notes say what failed.
func Dates(ctx context.Context, fsys fs.FS) (Table, error) {
	text, err := fs.ReadFile(fsys, "dates.txt")
	if err != nil {
		return Table{}, err
	}
	cases, err := casefile.LoadDates(string(text))
	if err != nil {
		return Table{}, fmt.Errorf("dates.txt: %w", err)
	}
	reports := make([]dateline.Report, len(cases))
	for i, c := range cases {
		reports[i] = dateline.Report{Text: c.Text, Language: "en", Published: c.Published, SHA256: fmt.Sprint(c.Line)}
		reports[i].SetID()
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return Table{}, err
	}
	return dateTable(cases, read), nil
}

func dateTable(cases []casefile.DateCase, read []dateline.Reading) Table {
	t := Table{Title: "Expressions of time, by kind", Head: []string{"", "cases", "right", "per cent"}}
	var shares kindShares
	for i, c := range cases {
		for k, wrong := range c.Check(read[i].Dates) {
			shares.add(c.Kind, wrong == "")
			if wrong != "" {
				w := c.Wants[k]
				t.Notes = append(t.Notes, fmt.Sprintf("line %d, %s: %q is %s: %s", c.Line, c.Kind, w.Span.In(c.Text), w.EDTF, wrong))
			}
		}
	}
	t.Rows = shares.rows()
	return t
}

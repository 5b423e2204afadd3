package eval

import (
	"context"
	"fmt"
	"io/fs"

	"dateline"
	"dateline/internal/casefile"
	"dateline/internal/link"
)

// Linked codes the reports of all files of a folder, links them together, and counts the files whose
// incidents are all as they say, and none besides; those that are known not to be are counted apart. The notes say what failed.
func Linked(ctx context.Context, fsys fs.FS) (Table, error) {
	cases, err := casefile.LoadLinked(fsys)
	if err != nil {
		return Table{}, err
	}
	if len(cases) == 0 {
		return Table{}, fmt.Errorf("no cases: no file ends in .txtar: %w", fs.ErrNotExist)
	}
	var reports []dateline.Report
	for _, c := range cases {
		reports = append(reports, c.Reports...)
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return Table{}, err
	}
	incidents := link.Link(read, nil)
	right, short, failed := share{}, 0, 0
	t := Table{Title: "Incidents told by several reports", Head: []string{"", "files", "reports", "all right", "per cent", "known shortfall", "failed"}}
	for _, c := range cases {
		found := c.Check(incidents)
		right.add(len(found) == 0)
		switch {
		case len(found) > 0 && c.Shortfall != "":
			short++
		case len(found) > 0:
			failed++
		}
		for _, m := range found {
			t.Notes = append(t.Notes, m.String())
		}
	}
	t.Rows = [][]string{{"all", fmt.Sprint(len(cases)), fmt.Sprint(len(reports)), fmt.Sprint(right.right), right.percent(), fmt.Sprint(short), fmt.Sprint(failed)}}
	return t, nil
}

package eval

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"dateline"
	"dateline/internal/casefile"
	"dateline/internal/link"
)

// tally counts cases by how they ended.
type tally struct{ passed, failed, short, better int }

func (t *tally) add(c casefile.Case, faults int) {
	switch {
	case c.Shortfall == "" && faults == 0:
		t.passed++
	case c.Shortfall == "":
		t.failed++
	case faults > 0:
		t.short++
	default:
		t.better++
	}
}

func (t *tally) row(name string) []string {
	all := t.passed + t.failed + t.short + t.better
	return []string{name, fmt.Sprint(all), fmt.Sprint(t.passed), fmt.Sprint(t.failed), fmt.Sprint(t.short), fmt.Sprint(t.better)}
}

// Cases codes every case of a folder and counts how they end, by family and kind. A case counts
// once under each kind, and once under each family, of which it asks for a statement; under 'none' if
// it asks for none. The notes say what failed: the first mismatch of each case.
func Cases(ctx context.Context, fsys fs.FS) (Table, error) {
	cases, err := casefile.LoadDir(fsys)
	if err != nil {
		return Table{}, err
	}
	if len(cases) == 0 {
		return Table{}, fmt.Errorf("no cases: no file ends in .txtar: %w", fs.ErrNotExist)
	}
	reports := make([]dateline.Report, len(cases))
	for i, c := range cases {
		reports[i] = c.Report
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return Table{}, err
	}
	all, by := tally{}, map[string]*tally{}
	t := Table{Title: "Cases", Head: []string{"", "cases", "passed", "failed", "known shortfall", "shortfall that passes"}}
	for i, c := range cases {
		found := c.Check(read[i], link.All([]dateline.Reading{read[i]}, nil))
		all.add(c, len(found))
		for _, name := range append(groups(c), probes(c)...) {
			if by[name] == nil {
				by[name] = &tally{}
			}
			by[name].add(c, len(found))
		}
		t.Notes = append(t.Notes, note(c, found)...)
	}
	t.Rows = caseRows(by, &all)
	return t, nil
}

// probes is the row of the twenty sentences on which other event coders were compared; nil for other cases.
func probes(c casefile.Case) []string {
	if strings.HasPrefix(c.Name, "probe-") {
		return []string{"probes"}
	}
	return nil
}

// kindIndent sets a kind apart from its family.
const kindIndent = "  "

// groups lists the rows under which a case counts.
func groups(c casefile.Case) []string {
	kinds := c.Kinds()
	if len(kinds) == 0 {
		return []string{"none"}
	}
	var out []string
	seen := map[dateline.Family]bool{}
	for _, k := range kinds {
		if f := k.Family(); !seen[f] {
			seen[f] = true
			out = append(out, string(f))
		}
		out = append(out, kindIndent+string(k))
	}
	return out
}

// caseRows are the rows in the order of the code book.
func caseRows(by map[string]*tally, all *tally) [][]string {
	var out [][]string
	add := func(name string) {
		if t := by[name]; t != nil {
			out = append(out, t.row(name))
		}
	}
	for _, f := range dateline.Codebook {
		add(string(f.Family))
		for _, k := range f.Kinds {
			add(kindIndent + string(k))
		}
	}
	add("none")
	add("probes")
	return append(out, all.row("all"))
}

func note(c casefile.Case, found []casefile.Mismatch) []string {
	switch {
	case c.Shortfall == "" && len(found) > 0:
		return []string{"failed: " + found[0].String()}
	case c.Shortfall != "" && len(found) == 0:
		return []string{"passes now: " + c.Name}
	}
	return nil
}

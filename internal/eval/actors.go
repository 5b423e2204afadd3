package eval

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/pipeline"
)

// Name mentions: cases/actors/*.txt, in the form that its README.md describes. A line is coded as a report
// of its own, and the words in brackets are resolved in it on the way that `dateline code` takes
// (pipeline.Who). It is right if
//
//	an identifier         the words mean that actor
//	identifiers with /    they are ambiguous, and each of these is among the readings
//	unnamed, unknown,
//	not listed            that is their state
//	none                  they are neither of an actor nor ambiguous
//
// A false merge is a mention that was given to one actor and is not that actor, here or as a part of a
// statement of the coded form.

// nameMention is a line of a file.
type nameMention struct {
	where  string // file and line
	kind   string
	report dateline.Report
	span   dateline.Span
	want   []string // identifiers, or one of the words of the README
}

// Actors scores name mentions by kind. The notes are the mentions that were not right.
func Actors(ctx context.Context, fsys fs.FS) (Table, error) {
	all, err := nameMentions(fsys)
	if err != nil {
		return Table{}, err
	}
	t := Table{Title: fmt.Sprintf("Name mentions: %d", len(all)), Head: []string{"", "mentions", "right", "per cent", "false merges"}}
	by, total := map[string]*mentionScore{}, &mentionScore{}
	var kinds []string
	for _, m := range all {
		if ctx.Err() != nil {
			return Table{}, ctx.Err()
		}
		if by[m.kind] == nil {
			by[m.kind] = &mentionScore{}
			kinds = append(kinds, m.kind)
		}
		r := pipeline.Who(m.report, m.span)
		right, merged := m.right(r), m.merged(r.Actor) || m.mergedInCode(pipeline.Code(m.report))
		for _, s := range []*mentionScore{by[m.kind], total} {
			s.add(right)
			if merged {
				s.merges++
			}
		}
		if !right || merged {
			t.Notes = append(t.Notes, m.fault(r, merged))
		}
	}
	for _, k := range kinds {
		t.Rows = append(t.Rows, by[k].row(k))
	}
	t.Rows = append(t.Rows, total.row("all"))
	return t, nil
}

type mentionScore struct {
	share
	merges int
}

func (s *mentionScore) row(name string) []string {
	return []string{name, fmt.Sprint(s.all), fmt.Sprint(s.right), s.percent(), fmt.Sprint(s.merges)}
}

func (m nameMention) right(r dateline.Resolution) bool {
	switch want := m.want[0]; {
	case len(m.want) > 1:
		missing := slices.ContainsFunc(m.want, func(id string) bool { return !slices.Contains(r.Others, id) })
		return r.State == dateline.Ambiguous && !missing
	case want == "none":
		return r.State != dateline.Known && r.State != dateline.Ambiguous
	case isState(want):
		return string(r.State) == want
	default:
		return r.State == dateline.Known && r.Actor == want
	}
}

// isState reports whether what is expected is a state and no actor.
func isState(want string) bool {
	return want == string(dateline.Unidentified) || want == string(dateline.Unknown) || want == string(dateline.NotListed)
}

// merged reports whether an actor is a wrong one for the mention; none is not.
func (m nameMention) merged(actor string) bool {
	return actor != "" && (len(m.want) > 1 || m.want[0] != actor)
}

// mergedInCode reports whether a statement has the mention as a part and gives it to a wrong actor.
func (m nameMention) mergedInCode(r dateline.Reading) bool {
	at := map[string]*dateline.Statement{}
	for i := range r.Statements {
		at[r.Statements[i].ID] = &r.Statements[i]
	}
	return slices.ContainsFunc(r.Resolutions, func(x dateline.Resolution) bool {
		return x.Part >= 0 && at[x.Statement].Parts[x.Part].Span == m.span && m.merged(x.Actor)
	})
}

// fault says what is wrong with a mention, in a line.
func (m nameMention) fault(r dateline.Resolution, merged bool) string {
	got := string(r.State)
	if r.Actor != "" {
		got = r.Actor
	}
	if r.State == dateline.Ambiguous {
		got = strings.Join(r.Others, " / ")
	}
	mark := ""
	if merged {
		mark = "FALSE MERGE "
	}
	return fmt.Sprintf("%s%s: %s in %q: %s, not %s (%s)", mark, m.where, m.span.In(m.report.Text), m.report.Text, got, strings.Join(m.want, " / "), r.Why)
}

// nameMentions reads every *.txt of a folder, in the order of names and lines.
func nameMentions(fsys fs.FS) ([]nameMention, error) {
	var out []nameMention
	err := eachTableLine(fsys, "name mentions", func(where, kind, line string) error {
		m, err := readNameMention(line)
		if err != nil {
			return fmt.Errorf("%s: %w", where, err)
		}
		m.where, m.kind = where, kind
		out = append(out, m)
		return nil
	})
	return out, err
}

// readNameMention reads 'day | sentence with [words] | expected'.
func readNameMention(line string) (nameMention, error) {
	cells := strings.Split(line, " | ")
	if len(cells) != 3 {
		return nameMention{}, fmt.Errorf("%d cells, want 'day | sentence | expected'", len(cells))
	}
	open, end := strings.Index(cells[1], "["), strings.Index(cells[1], "]")
	if open < 0 || end < open+2 || strings.Count(cells[1], "[") != 1 || strings.Count(cells[1], "]") != 1 {
		return nameMention{}, fmt.Errorf("no words, or more than one, in brackets: %s", cells[1])
	}
	m := nameMention{span: dateline.Span{Start: open, End: end - 1}, want: strings.Split(strings.TrimSpace(cells[2]), " / ")}
	m.report.Text = cells[1][:open] + cells[1][open+1:end] + cells[1][end+1:]
	if day := strings.TrimSpace(cells[0]); day != "-" {
		if len(day) != len("2006-01-02") {
			return nameMention{}, fmt.Errorf("%q is no day", day)
		}
		m.report.Published = dateline.Date{EDTF: day, From: day, To: day}
	}
	return m, nil
}

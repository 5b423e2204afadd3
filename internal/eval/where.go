package eval

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/pipeline"
	"dateline/internal/resolve/place/gazetteer"
)

// Place expressions: cases/places/*.txt, in the form that its README.md describes. A line is coded as a
// report of its own, of 14 March 2024. It is right if a place that a statement tells in the words in brackets is the one
// that the line expects; where no statement tells one there, if the list of places has it. Words that are no place are right
// if neither has a place there.

// placeLine is a line of a file.
type placeLine struct {
	where, kind string
	report      dateline.Report
	span        dateline.Span
	want        []string // precisions, countries and names, or 'none', 'government', 'people'; see the README
}

// Where scores place expressions by kind. The notes are those that were not right.
func Where(ctx context.Context, fsys fs.FS) (Table, error) {
	var all []placeLine
	err := eachTableLine(fsys, "place expressions", func(where, kind, line string) error {
		m, err := readNameMention("2024-03-14 | " + line)
		if err != nil {
			return fmt.Errorf("%s: %w", where, err)
		}
		want := strings.SplitN(strings.Join(m.want, " / "), " ", 3)
		if len(want) != 3 && want[0] != "none" && !(len(want) == 2 && (want[0] == "government" || want[0] == "people")) {
			return fmt.Errorf("%s: want 'PRECISION COUNTRY NAME', 'government COUNTRY', 'people COUNTRY' or 'none'", where)
		}
		all = append(all, placeLine{where, kind, m.report, m.span, want})
		return nil
	})
	if err != nil {
		return Table{}, err
	}
	t := Table{Title: fmt.Sprintf("Place expressions: %d", len(all)), Head: []string{"", "expressions", "right", "per cent"}}
	var shares kindShares
	for _, l := range all {
		if ctx.Err() != nil {
			return Table{}, ctx.Err()
		}
		got, right := l.check(pipeline.Code(l.report))
		shares.add(l.kind, right)
		if !right {
			t.Notes = append(t.Notes, fmt.Sprintf("%s: %s in %q: %s, not %s", l.where, l.span.In(l.report.Text), l.report.Text, got, strings.Join(l.want, " ")))
		}
	}
	t.Rows = shares.rows()
	return t, nil
}

// check says what is read in the words, and whether it is right.
func (l placeLine) check(r dateline.Reading) (got string, right bool) {
	told, listed := l.told(r), l.listed(r)
	switch l.want[0] {
	case "none":
		right = len(told)+len(listed) == 0
	case "government", "people":
		right = slices.ContainsFunc(r.Toponyms, func(n dateline.Toponym) bool {
			return n.Span.Overlaps(l.span) && string(n.As) == l.want[0] && n.Place.Country == l.want[1]
		})
	default:
		some := told
		if len(some) == 0 {
			some = listed
		}
		right = slices.ContainsFunc(some, l.fits)
	}
	for _, p := range append(told, listed...) {
		got += fmt.Sprintf("%s %s %s; ", p.Precision, p.Country, p.Name)
	}
	return strings.TrimSuffix(got, "; "), right
}

// told are the places that statements tell in the words.
func (l placeLine) told(r dateline.Reading) (out []dateline.Place) {
	at := map[string]*dateline.Statement{}
	for i := range r.Statements {
		at[r.Statements[i].ID] = &r.Statements[i]
	}
	for _, x := range r.Resolutions {
		if x.Part >= 0 && x.Place != nil && at[x.Statement].Parts[x.Part].Span.Overlaps(l.span) {
			out = append(out, *x.Place)
		}
	}
	return out
}

// listed are the places that the report's list has in the words.
func (l placeLine) listed(r dateline.Reading) (out []dateline.Place) {
	for _, n := range r.Toponyms {
		if n.As == dateline.AsPlace && n.Span.Overlaps(l.span) {
			out = append(out, *n.Place)
		}
	}
	return out
}

// fits reports whether a place is of one of the precisions, in one of the countries, and has one of the names in its own.
func (l placeLine) fits(p dateline.Place) bool {
	name := gazetteer.Fold(p.Name)
	return slices.Contains(strings.Split(l.want[0], ","), string(p.Precision)) &&
		(l.want[1] == "-" || p.Country == "" || slices.Contains(strings.Split(l.want[1], ","), p.Country)) &&
		slices.ContainsFunc(strings.Split(l.want[2], ","), func(n string) bool { return strings.Contains(name, gazetteer.Fold(n)) })
}

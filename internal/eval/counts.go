package eval

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/count"
)

// Count expressions: cases/counts/*.txt, in the form that its README.md describes. A line is a sentence with
// words in brackets. Where a number of people or things is expected, it is right if count.Parse reads the
// words as that number (what becomes of them as a part of a statement), count.Find finds an amount in
// them in the sentence, and count.Attackers says what is said there of attackers. Where another kind is
// expected, Find has to find that kind in the words and no amount; where none is, one of the two has to
// find no amount, which is enough to keep a number out of the coded form.

// countLine is a line of a file.
type countLine struct {
	where                 string // file and line
	kind                  string
	before, words, behind string
	want                  string
}

// Counts scores count expressions by kind. The notes are those that were not right.
func Counts(ctx context.Context, fsys fs.FS) (Table, error) {
	all, err := countLines(fsys)
	if err != nil {
		return Table{}, err
	}
	t := Table{Title: fmt.Sprintf("Count expressions: %d", len(all)), Head: []string{"", "expressions", "right", "per cent"}}
	var shares kindShares
	for _, l := range all {
		if ctx.Err() != nil {
			return Table{}, ctx.Err()
		}
		got := l.told()
		shares.add(l.kind, got == l.want)
		if got != l.want {
			t.Notes = append(t.Notes, fmt.Sprintf("%s: [%s]: %s, not %s", l.where, l.words, got, l.want))
		}
	}
	t.Rows = shares.rows()
	return t, nil
}

// told says what is read in the words, as a file says what is expected.
func (l countLine) told() string {
	kind := l.found()
	n, ok := count.Parse(l.words)
	switch {
	case ok && kind == count.Amount:
		return rangeTold(n) + attackersTold(count.Attackers(l.before, l.words, l.behind))
	case kind == "" || kind == count.Amount || l.want == "none":
		return "none"
	}
	return string(kind)
}

// found is the kind of the numbers that lie in the words in their sentence, Amount before others; "" for none.
func (l countLine) found() count.Kind {
	in := dateline.Span{Start: len(l.before), End: len(l.before) + len(l.words)}
	var kinds []count.Kind
	for _, m := range count.Find(l.before + l.words + l.behind) {
		if m.Span.Overlaps(in) && (m.Kind != count.Amount || m.Count.Low != nil || m.Count.High != nil) {
			kinds = append(kinds, m.Kind)
		}
	}
	switch {
	case len(kinds) == 0:
		return ""
	case slices.Contains(kinds, count.Amount):
		return count.Amount
	}
	return kinds[0]
}

// rangeTold writes a Count as the files do: '11', '11-', '-20', '30-40', '~' behind one that is approximate.
func rangeTold(n dateline.Count) string {
	var s string
	switch {
	case n.Low == nil && n.High == nil:
		return "no bounds"
	case n.High == nil:
		s = fmt.Sprintf("%d-", *n.Low)
	case n.Low == nil:
		s = fmt.Sprintf("-%d", *n.High)
	case *n.Low == *n.High:
		s = fmt.Sprint(*n.Low)
	default:
		s = fmt.Sprintf("%d-%d", *n.Low, *n.High)
	}
	if n.Approx {
		s += "~"
	}
	return s
}

func attackersTold(counted *bool) string {
	switch {
	case counted == nil:
		return ""
	case *counted:
		return " + attackers"
	}
	return " - attackers"
}

// countLines reads every *.txt of a folder, in the order of names and lines.
func countLines(fsys fs.FS) ([]countLine, error) {
	var out []countLine
	err := eachTableLine(fsys, "count expressions", func(where, kind, line string) error {
		l, ok := countLineOf(line)
		if !ok {
			return fmt.Errorf("reading count expressions: %s: not 'SENTENCE with [WORDS] | EXPECTED'", where)
		}
		l.where, l.kind = where, kind
		out = append(out, l)
		return nil
	})
	return out, err
}

func countLineOf(line string) (l countLine, ok bool) {
	sentence, want, ok := strings.Cut(line, " | ")
	before, rest, open := strings.Cut(sentence, "[")
	words, behind, closed := strings.Cut(rest, "]")
	return countLine{before: before, words: words, behind: behind, want: want}, ok && open && closed && words != "" && want != ""
}

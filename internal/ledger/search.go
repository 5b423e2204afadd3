package ledger

import (
	"context"
	"strings"
)

// Hit is a Report that a search found, with some of the words around.
type Hit struct {
	Summary
	Snippet string
}

// Search returns the reports whose title or text has all the words of q, the best match first, then
// by ID; at most limit. Words are compared without case and accents, and mean nothing but
// themselves. nil if q has no words or nothing is found.
func (v *View) Search(ctx context.Context, q string, limit int) (out []Hit, err error) {
	match := phrase(q)
	if match == "" || limit <= 0 {
		return nil, nil
	}
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (h Hit, err error) {
			h.Summary, err = summary(func(dest ...any) error { return s(append(dest, &h.Snippet)...) })
			return h, err
		}, `SELECT `+summaryColumns+`, snippet(report_words, -1, '', '', '…', 24)
			FROM report_words JOIN reports ON reports.seq = report_words.rowid
			WHERE report_words MATCH ? ORDER BY rank, reports.id LIMIT ?`, match, limit)
		return err
	})
	return out, err
}

// phrase quotes each word of q, so that FTS5 takes none for an operator.
func phrase(q string) string {
	fields := strings.Fields(strings.ReplaceAll(q, "\x00", " "))
	for i, f := range fields {
		fields[i] = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
	}
	return strings.Join(fields, " ")
}

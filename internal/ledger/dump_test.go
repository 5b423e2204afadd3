package ledger

import (
	"fmt"
	"strings"
	"testing"
)

// dumps show every table by what identifies its rows to people, without the order of arrival.
var dumps = []string{
	`SELECT id, file, line, url, title, publisher, language, published_edtf, published_from, published_to, published_anchor,
		published_why, basis, fetched, sha256, flags, coder, hex(text_sha256), text FROM reports ORDER BY id`,
	`SELECT s.id, r.id, n, kind, reality, stance, background, quote_start, quote_end, quote_text, trigger_start, trigger_end,
		trigger_text, refers, why, rule, score FROM statements s JOIN reports r ON r.seq = report ORDER BY s.id`,
	`SELECT s.id, x.* FROM speakers x JOIN statements s ON s.seq = statement ORDER BY s.id, x.n`,
	`SELECT s.id, x.* FROM parts x JOIN statements s ON s.seq = statement ORDER BY s.id, x.n`,
	`SELECT s.id, x.* FROM resolutions x JOIN statements s ON s.seq = statement ORDER BY s.id, x.part`,
	`SELECT r.id, x.* FROM doubts x JOIN reports r ON r.seq = report ORDER BY r.id, n`,
	`SELECT * FROM decisions ORDER BY id`,
	`SELECT decision, n, statement AS "on" FROM decision_on ORDER BY decision, n`,
	`SELECT * FROM decision_undoes ORDER BY decision`,
	`SELECT s.id, part, actor FROM overruled_actors x JOIN statements s ON s.seq = statement ORDER BY s.id, part`,
	`SELECT * FROM incidents ORDER BY id`,
	`SELECT incident, x.n, s.id FROM incident_statements x JOIN statements s ON s.seq = statement ORDER BY incident, x.n`,
	`SELECT * FROM incident_redirects ORDER BY id`,
	`SELECT * FROM incident_actors ORDER BY incident, actor`,
	`SELECT * FROM incident_countries ORDER BY incident, country`,
	`SELECT incident, json FROM incident_lines ORDER BY incident`,
	`SELECT r.id FROM unlinked JOIN reports r ON r.seq = report ORDER BY r.id`,
	`SELECT id, json, account FROM tellings ORDER BY id`,
	`SELECT key, open, telling FROM telling_keys ORDER BY telling, key`,
	`SELECT a, b, score FROM telling_ties ORDER BY a, b`,
	`SELECT r.id, x.coder, x.changed FROM codings x JOIN reports r ON r.seq = report ORDER BY r.id, x.seq`,
	`SELECT r.id, x.n, s.id, hex(x.sum), x.json FROM coding_statements x JOIN codings c ON c.seq = coding JOIN reports r ON r.seq = c.report
		JOIN statements s ON s.seq = x.statement ORDER BY r.id, c.seq, x.n`,
	`SELECT * FROM marks ORDER BY key`,
}

// dump writes everything that the ledger holds.
func dump(t testing.TB, v *View) string {
	t.Helper()
	var b strings.Builder
	for _, q := range dumps {
		dumpRows(t, &b, v, q)
	}
	return b.String()
}

func dumpRows(t testing.TB, b *strings.Builder, v *View, query string) {
	t.Helper()
	rows, err := v.db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	for rows.Next() {
		values := make([]any, len(names))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		for i, value := range values {
			if names[i] != "statement" && names[i] != "report" { // numbers of arrival
				fmt.Fprintf(b, "%s=%v ", names[i], *value.(*any))
			}
		}
		fmt.Fprintln(b)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

package ledger

import (
	"context"
	"slices"
)

// Sample is a few of what a ledger holds, spread evenly over it in the order in which it was kept.
type Sample struct {
	Reports    []Summary // ID and Title alone
	Statements []string  // Statement.ID
	Unruled    []string  // Statement.ID of others, on which nobody ruled
	Incidents  []SampledIncident
}

// SampledIncident is what narrows lists of incidents: of one of them. What it has none of is "".
type SampledIncident struct {
	ID, Kind, Day  string // the day YYYY-MM-DD
	Actor, Country string // the first of those held responsible, and of where
}

// Sample returns at most n reports, statements and incidents each.
func (v *View) Sample(ctx context.Context, n int) (out Sample, err error) {
	err = v.at(ctx, func(m *moment) (err error) {
		out.Reports, err = sampled(ctx, m, n, "reports", "seq", func(s scan) (r Summary, err error) {
			err = s(&r.ID, &r.Title)
			return r, err
		}, `SELECT id, title FROM reports WHERE seq = ?`)
		if err == nil {
			out.Statements, err = sampled(ctx, m, n, "statements", "seq", one[string], `SELECT id FROM statements
				WHERE seq = ? AND NOT EXISTS (SELECT 1 FROM former_statements WHERE statement = seq)`)
		}
		if err == nil {
			out.Unruled, err = sampled(ctx, m, n, "statements", "seq", one[string], `SELECT id FROM statements WHERE seq = ? + 1
				AND NOT EXISTS (SELECT 1 FROM former_statements WHERE statement = seq) AND NOT EXISTS (SELECT 1 FROM decision_on WHERE statement = id)`)
		}
		if err == nil {
			out.Incidents, err = sampled(ctx, m, n, "incidents", "rowid", func(s scan) (i SampledIncident, err error) {
				err = s(&i.ID, &i.Kind, &i.Day, &i.Actor, &i.Country)
				return i, err
			}, `SELECT id, kind, date_from, coalesce((SELECT min(actor) FROM incident_actors WHERE incident = id), ''),
				coalesce((SELECT min(country) FROM incident_countries WHERE incident = id), '') FROM incidents WHERE rowid = ?`)
		}
		return err
	})
	return out, err
}

// sampled returns what row makes of the rows of a table whose numbers are spread evenly; those that are missing are
// left out.
func sampled[T any](ctx context.Context, m *moment, n int, table, number string, row func(scan) (T, error), query string) (out []T, err error) {
	var first, last int64
	if err := m.tx.QueryRowContext(ctx, `SELECT coalesce(min(`+number+`), 1), coalesce(max(`+number+`), 0) FROM `+table).Scan(&first, &last); err != nil {
		return nil, err
	}
	step := max(1, (last-first+1)/int64(max(n, 1)))
	for at := first; at <= last && len(out) < n; at += step {
		found, err := collect(ctx, m, row, query, at)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return slices.Clip(out), nil
}

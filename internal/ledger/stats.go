package ledger

import (
	"context"

	"dateline"
)

// Stats says how much a ledger holds.
type Stats struct {
	Reports    int
	Statements int
	Doubts     int
	Decisions  int
	Incidents  int
	Counted    int         // incidents, as Filter.Counted has them
	Undated    int         // reports whose day of publication is not known
	First      string      // the first possible day of publication, YYYY-MM-DD; "" if none is known
	Last       string      // the last one
	Kinds      []KindCount // in the order of the code book, then by name; none with 0 statements
	Version    int64       // of the schema
}

// KindCount is how many Statements are of a Kind.
type KindCount struct {
	Kind       dateline.Kind
	Statements int
}

// Stats counts what the ledger holds.
func (v *View) Stats(ctx context.Context) (out Stats, err error) {
	err = v.at(ctx, func(m *moment) error {
		if err := m.tx.QueryRowContext(ctx, `SELECT
			(SELECT count(*) FROM reports), (SELECT count(*) FROM present_statements), (SELECT count(*) FROM present_doubts),
			(SELECT count(*) FROM decisions), (SELECT count(*) FROM incidents),
			(SELECT count(*) FROM incidents WHERE `+counted+`),
			(SELECT count(*) FROM reports WHERE published_from = ''),
			(SELECT coalesce(min(published_from), '') FROM reports WHERE published_from <> ''),
			(SELECT coalesce(max(published_to), '') FROM reports),
			(SELECT max(version_id) FROM goose_db_version WHERE is_applied)`).Scan(
			&out.Reports, &out.Statements, &out.Doubts, &out.Decisions, &out.Incidents, &out.Counted,
			&out.Undated, &out.First, &out.Last, &out.Version); err != nil {
			return err
		}
		kinds, err := collect(ctx, m, func(s scan) (k KindCount, err error) {
			err = s(&k.Kind, &k.Statements)
			return k, err
		}, `SELECT kind, count(*) FROM present_statements GROUP BY kind ORDER BY kind`)
		out.Kinds = inCodebookOrder(kinds)
		return err
	})
	return out, err
}

// inCodebookOrder puts the kinds of the code book first, in its order.
func inCodebookOrder(kinds []KindCount) []KindCount {
	left := make(map[dateline.Kind]int, len(kinds))
	for _, k := range kinds {
		left[k.Kind] = k.Statements
	}
	var out []KindCount
	for _, f := range dateline.Codebook {
		for _, k := range f.Kinds {
			if left[k] > 0 {
				out = append(out, KindCount{k, left[k]})
				delete(left, k)
			}
		}
	}
	for _, k := range kinds {
		if left[k.Kind] > 0 {
			out = append(out, k)
		}
	}
	return out
}

package ledger

import "context"

// LatestReports returns at most limit reports after the first skip: the latest first by the first possible day of
// publication, of one day the highest ID first; then those without one, by ID.
func (v *View) LatestReports(ctx context.Context, skip, limit int) (out []Summary, err error) {
	err = v.at(ctx, func(m *moment) error {
		var dated int
		if err := m.tx.QueryRowContext(ctx, `SELECT count(*) FROM reports WHERE published_from <> ''`).Scan(&dated); err != nil {
			return err
		}
		if skip < dated {
			if out, err = collect(ctx, m, summary, latestDated, limit, skip); err != nil {
				return err
			}
		}
		if left := limit - len(out); left > 0 {
			more, err := collect(ctx, m, summary, latestUndated, left, max(0, skip-dated))
			out = append(out, more...)
			return err
		}
		return nil
	})
	return out, err
}

// The two are by the index of reports by date: it is read backwards for the first, and no further than to the last
// that is wanted.
const (
	latestDated = `SELECT ` + summaryColumns + ` FROM (SELECT seq AS wanted FROM reports WHERE (published_from = '') = 0
		ORDER BY published_from DESC, id DESC LIMIT ? OFFSET ?) JOIN reports ON seq = wanted ORDER BY published_from DESC, id DESC`
	latestUndated = `SELECT ` + summaryColumns + ` FROM (SELECT seq AS wanted FROM reports WHERE (published_from = '') = 1
		ORDER BY published_from, id LIMIT ? OFFSET ?) JOIN reports ON seq = wanted ORDER BY id`
)

package ledger

import "context"

// Publisher is what the ledger has of one source.
type Publisher struct {
	Name        string // "" for reports whose publisher is not known
	Reports     int
	Undated     int    // of them, those whose day of publication is not known
	First, Last string // the first and the last day of publication, YYYY-MM-DD; "" if none is known
}

// Publishers returns all, those of most reports first, then by name.
func (v *View) Publishers(ctx context.Context) (out []Publisher, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (p Publisher, err error) {
			err = s(&p.Name, &p.Reports, &p.Undated, &p.First, &p.Last)
			return p, err
		}, `SELECT publisher, count(*) AS n, sum(published_from = ''), coalesce(min(nullif(published_from, '')), ''), max(published_to)
			FROM reports GROUP BY publisher ORDER BY n DESC, publisher`)
		return err
	})
	return out, err
}

// Published is what one source said, and what people made of it.
type Published struct {
	Reports    []string // dateline.Report.ID, in the order of Reports
	Statements int
	Ruled      []string // those on which there is a ruling, undone or not, by ID
}

// PublishedBy returns what a source, by its Publisher.Name, said.
func (v *View) PublishedBy(ctx context.Context, publisher string) (out Published, err error) {
	err = v.at(ctx, func(m *moment) error {
		if out.Reports, err = collect(ctx, m, one[string], `SELECT id FROM reports WHERE publisher = ? ORDER BY `+byDate, publisher); err != nil {
			return err
		}
		if err := m.tx.QueryRowContext(ctx, `SELECT count(*) FROM reports JOIN statements ON statements.report = reports.seq WHERE publisher = ?
			AND NOT EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = statements.seq)`, publisher).Scan(&out.Statements); err != nil {
			return err
		}
		out.Ruled, err = collect(ctx, m, one[string], `SELECT DISTINCT s.id FROM decision_on AS d CROSS JOIN statements AS s ON s.id = d.statement
			CROSS JOIN reports ON reports.seq = s.report WHERE publisher = ? ORDER BY s.id`, publisher)
		return err
	})
	return out, err
}

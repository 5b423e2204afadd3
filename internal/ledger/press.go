package ledger

import (
	"context"

	"dateline"
)

// Source is a Report by who published it and when.
type Source struct {
	Report    string // dateline.Report.ID
	Publisher string // "" if unknown
	Published dateline.Date
}

// Sources returns the reports with those identifiers, in the order of Reports. Those that are not
// kept are left out.
func (v *View) Sources(ctx context.Context, ids []string) (out []Source, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (r Source, err error) {
			err = s(&r.Report, &r.Publisher, &r.Published.EDTF, &r.Published.From, &r.Published.To, &r.Published.Anchor, &r.Published.Why)
			return r, err
		}, `SELECT id, publisher, published_edtf, published_from, published_to, published_anchor, published_why
			FROM reports WHERE id IN (SELECT value FROM json_each(?)) ORDER BY `+byDate, list(ids))
		return err
	})
	return out, err
}

// Press is how many reports of one publisher are from one month.
type Press struct {
	Publisher string // "" for those whose publisher is not known
	Month     string // YYYY-MM
	Reports   int
}

// Presses counts the reports whose month of publication is known, by publisher, then by month.
func (v *View) Presses(ctx context.Context) (out []Press, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (p Press, err error) {
			err = s(&p.Publisher, &p.Month, &p.Reports)
			return p, err
		}, `SELECT publisher, substr(published_from, 1, 7) AS month, count(*) FROM reports
			WHERE length(published_from) = 10 AND month = substr(published_to, 1, 7)
			GROUP BY publisher, month ORDER BY publisher, month`)
		return err
	})
	return out, err
}

package ledger

import "context"

// FormerRuled returns the IDs of the Statements of a Report that its last reading does not make any more and on which there are
// Decisions, in the order in which they were kept; nil if there are none.
func (v *View) FormerRuled(ctx context.Context, report string) (out []string, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, one[string], formerRuled, report)
		return err
	})
	return out, err
}

const formerRuled = `SELECT s.id FROM reports AS r CROSS JOIN statements AS s ON s.report = r.seq
	WHERE r.id = ? AND EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = s.seq)
	AND EXISTS (SELECT 1 FROM decision_on AS d WHERE d.statement = s.id) ORDER BY s.seq`

package ledger

import (
	"context"

	"dateline"
)

// Contested returns, of these incidents, those of which a Statement takes back or denies who did it, or tells what a court
// found, in that order: what was claimed or said of somebody there may not stand alone.
func (v *View) Contested(ctx context.Context, incidents []string) (out []string, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, one[string], contested, list(incidents), string(dateline.Retraction), string(dateline.Denial), string(dateline.Verdict), string(dateline.Denied))
		return err
	})
	return out, err
}

const contested = `SELECT wanted.value FROM json_each(?1) AS wanted WHERE EXISTS (SELECT 1 FROM incident_statements AS i
		CROSS JOIN statements AS s ON s.seq = i.statement WHERE i.incident = wanted.value AND (s.kind IN (?2, ?3, ?4) OR s.stance = ?5))
	OR EXISTS (SELECT 1 FROM incident_statements AS i CROSS JOIN coding_statements AS c ON c.statement = i.statement
		WHERE i.incident = wanted.value AND c.json IS NOT NULL)
	OR EXISTS (SELECT 1 FROM incident_statements AS i CROSS JOIN statements AS s ON s.seq = i.statement
		CROSS JOIN decision_on AS d ON d.statement = s.id CROSS JOIN decisions ON decisions.id = d.decision
		WHERE i.incident = wanted.value AND decisions.ruling = 'correct' AND decisions.part = -1) ORDER BY wanted.key`

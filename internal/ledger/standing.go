package ledger

import "context"

// Standing is where a Statement of an Incident stands, without its words: enough to choose what to read of thousands.
type Standing struct {
	ID        string
	Report    string // dateline.Report.ID
	Publisher string // of Report
	// Says is the same for Statements of one Kind, Reality, Stance and Background; and, where one takes something back or tells
	// of a court, of one sentence.
	Says  string
	Ruled bool // there is a Decision on it, or a later reading of it
}

// Standings returns one Standing for each Statement of an Incident, in the Incident's order; nil if there is no such
// Incident.
func (v *View) Standings(ctx context.Context, incident string) (out []Standing, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (x Standing, err error) {
			err = s(&x.ID, &x.Report, &x.Publisher, &x.Says, &x.Ruled)
			return x, err
		}, standings, incident)
		return err
	})
	return out, err
}

const standings = `SELECT s.id, r.id, r.publisher, s.kind || ' ' || s.reality || ' ' || s.stance || ' ' || s.background ||
			CASE WHEN s.kind IN ('retraction', 'denial', 'charge', 'trial', 'verdict') THEN ' ' || s.quote_text ELSE '' END,
		EXISTS (SELECT 1 FROM decision_on AS d WHERE d.statement = s.id)
			OR EXISTS (SELECT 1 FROM coding_statements AS c WHERE c.statement = s.seq AND c.json IS NOT NULL)
	FROM incident_statements AS i CROSS JOIN statements AS s ON s.seq = i.statement
	CROSS JOIN reports AS r ON r.seq = s.report WHERE i.incident = ? ORDER BY i.n`

// NthStatement returns the ID of the nth Statement of an Incident, from 0 on, alone; nil if there is none.
func (v *View) NthStatement(ctx context.Context, incident string, n int) (out []string, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, one[string], `SELECT s.id FROM incident_statements AS i CROSS JOIN statements AS s ON s.seq = i.statement
			WHERE i.incident = ? AND i.n = ?`, incident, n)
		return err
	})
	return out, err
}

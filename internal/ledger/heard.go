package ledger

import (
	"context"

	"dateline"
	"dateline/internal/review"
)

// decisionsOn names the rulings on Statements, and the Undos of them.
const decisionsOn = `WITH RECURSIVE wanted (id) AS (
	SELECT decision FROM decision_on WHERE statement IN (SELECT value FROM json_each(?1))
	UNION SELECT decision FROM decision_undoes JOIN wanted ON undone = wanted.id)`

// AsRead returns Statements as the machine read them, whatever people ruled; else it is as Statements.
func (v *View) AsRead(ctx context.Context, ids []string) (out []Entry, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = m.asRead(ctx, ids)
		return err
	})
	return out, err
}

// Reads returns, by Statement.ID, what the machine read of every Statement on which people ruled.
func (v *View) Reads(ctx context.Context) (map[string]review.Read, error) {
	bySeq := map[int64]*review.Read{}
	err := v.at(ctx, func(m *moment) error {
		for _, load := range []func(context.Context, map[int64]*review.Read) error{m.readKinds, m.readRoles, m.readMeanings} {
			if err := load(ctx, bySeq); err != nil {
				return err
			}
		}
		return nil
	})
	out := make(map[string]review.Read, len(bySeq))
	for _, r := range bySeq {
		out[r.Statement] = *r
	}
	return out, err
}

const ruledOn = `SELECT seq FROM statements WHERE id IN (SELECT statement FROM decision_on)`

func (m *moment) readKinds(ctx context.Context, bySeq map[int64]*review.Read) error {
	return m.rows(ctx, func(s scan) error {
		var seq int64
		var r review.Read
		err := s(&seq, &r.Statement, &r.Kind, &r.Incident)
		bySeq[seq] = &r
		return err
	}, `SELECT seq, id, kind, coalesce((SELECT min(incident) FROM incident_statements WHERE statement = seq), '') FROM statements WHERE seq IN (`+ruledOn+`)`)
}

func (m *moment) readRoles(ctx context.Context, bySeq map[int64]*review.Read) error {
	return m.rows(ctx, func(s scan) error {
		var seq int64
		var role dateline.Role
		err := s(&seq, &role)
		bySeq[seq].Roles = append(bySeq[seq].Roles, role)
		return err
	}, `SELECT statement, role FROM parts WHERE statement IN (`+ruledOn+`) ORDER BY statement, n`)
}

func (m *moment) readMeanings(ctx context.Context, bySeq map[int64]*review.Read) error {
	return m.rows(ctx, func(s scan) error {
		seq, r, err := resolution(s)
		if err == nil {
			r.Statement = bySeq[seq].Statement
			bySeq[seq].Means = append(bySeq[seq].Means, r)
		}
		return err
	}, resolutionColumns+` WHERE statement IN (`+ruledOn+`) ORDER BY statement, n`)
}

// DoubtsIn returns what the last readings of Reports did not understand, by Report.ID, in the order of the text.
func (v *View) DoubtsIn(ctx context.Context, reports []string) (map[string][]dateline.Span, error) {
	out := map[string][]dateline.Span{}
	return out, v.at(ctx, func(m *moment) error {
		return m.rows(ctx, func(s scan) error {
			var id string
			var d dateline.Span
			err := s(&id, &d.Start, &d.End)
			out[id] = append(out[id], d)
			return err
		}, `SELECT reports.id, start_byte, end_byte FROM reports JOIN present_doubts ON report = reports.seq
			WHERE reports.id IN (SELECT value FROM json_each(?)) ORDER BY reports.seq, n`, list(reports))
	})
}

// IncidentsNamed returns the incidents that have these IDs now, in the order of Incidents; what is none is left out.
func (v *View) IncidentsNamed(ctx context.Context, ids []string) ([]dateline.Incident, error) {
	return v.incidents(ctx, `WHERE incidents.id IN (SELECT value FROM json_each(?))`+oldestFirst, list(ids))
}

// LastBy returns the last ruling on Statements that an author made and that is not undone, of the last thousand that anybody made;
// nil if there is none.
func (v *View) LastBy(ctx context.Context, author string) (*dateline.Decision, error) {
	var ds []dateline.Decision
	err := v.at(ctx, func(m *moment) (err error) {
		ds, err = m.decisions(ctx, `WITH wanted (id) AS (SELECT id FROM (SELECT id, author, ruling, at FROM decisions ORDER BY at DESC, id DESC LIMIT 1000) AS late
			WHERE author = ? AND ruling <> 'undo' AND NOT EXISTS (SELECT 1 FROM decision_undoes AS u WHERE u.undone = late.id
				AND NOT EXISTS (SELECT 1 FROM decision_undoes AS again WHERE again.undone = u.decision))
			ORDER BY at DESC, id DESC LIMIT 1)`, author)
		return err
	})
	if err != nil || len(ds) == 0 {
		return nil, err
	}
	return &ds[0], nil
}

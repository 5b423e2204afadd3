package ledger

import (
	"context"
	"database/sql"
	"slices"

	"dateline"
)

// Decide keeps a ruling. One whose identifier is kept already changes nothing. It is an Error with
// the code Malformed if it rules nothing that there is, and NotFound if it is on a Statement that is
// not kept.
func (l *Ledger) Decide(ctx context.Context, d dateline.Decision) error {
	if err := ruled(d); err != nil {
		return fault(l.path, err)
	}
	return l.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO decisions (id, ruling, part, value, author, at, reason)
			VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
			d.ID, string(d.Ruling), d.Part, d.Value, d.Author, stamp(d.At), d.Reason)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return err
		}
		return decideOn(ctx, tx, d)
	})
}

func decideOn(ctx context.Context, tx *sql.Tx, d dateline.Decision) error {
	for i, id := range d.On {
		res, err := tx.ExecContext(ctx, `INSERT INTO decision_on (decision, n, statement)
			SELECT ?, ?, id FROM statements WHERE id = ?`, d.ID, i, id)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return &Error{Code: NotFound, Msg: "there is no statement " + id, Err: err}
		}
	}
	return nil
}

// onTwo are the rulings on two Statements; the others are on one.
var onTwo = []dateline.Ruling{dateline.Same, dateline.NotSame}

// ruled returns an Error unless d says who ruled what, when and on what.
func ruled(d dateline.Decision) error {
	known := []dateline.Ruling{dateline.Accept, dateline.Correct, dateline.Reject, dateline.Same, dateline.NotSame, dateline.Unsure}
	two := slices.Contains(onTwo, d.Ruling)
	switch {
	case d.ID == "" || d.Author == "" || d.At.IsZero():
		return malformed("a decision needs an identifier, an author and a time")
	case !slices.Contains(known, d.Ruling):
		return malformed("decision %s: there is no ruling %q", d.ID, d.Ruling)
	case two && len(d.On) != 2, len(d.On) < 1, len(d.On) > 2, !two && d.Ruling != dateline.Unsure && len(d.On) != 1:
		return malformed("decision %s: %q on %d statements", d.ID, d.Ruling, len(d.On))
	}
	return nil
}

// Decisions returns all rulings, the oldest first; of one moment by ID.
func (v *View) Decisions(ctx context.Context) (out []dateline.Decision, err error) {
	err = v.at(ctx, func(m *moment) error {
		if out, err = collect(ctx, m, decision,
			`SELECT id, ruling, part, value, author, at, reason FROM decisions ORDER BY at, id`); err != nil {
			return err
		}
		index := make(map[string]*dateline.Decision, len(out))
		for i := range out {
			index[out[i].ID] = &out[i]
		}
		return m.rows(ctx, func(s scan) error {
			var id, on string
			if err := s(&id, &on); err != nil {
				return err
			}
			index[id].On = append(index[id].On, on)
			return nil
		}, `SELECT decision, statement FROM decision_on ORDER BY decision, n`)
	})
	return out, err
}

func decision(s scan) (d dateline.Decision, err error) {
	var at string
	if err = s(&d.ID, &d.Ruling, &d.Part, &d.Value, &d.Author, &at, &d.Reason); err == nil {
		d.At, err = untime(at)
	}
	return d, err
}

// states says where a ruling leaves the Statement that it is on.
var states = map[dateline.Ruling]dateline.ReviewState{
	dateline.Accept: dateline.Accepted, dateline.Correct: dateline.Corrected, dateline.Reject: dateline.Rejected,
	dateline.Unsure: dateline.Unreviewed,
}

// reviews fills in where each Statement stands after the last ruling on it alone.
func (m *moment) reviews(ctx context.Context, index map[int64]*Entry, numbers string) error {
	return m.rows(ctx, func(s scan) error {
		var seq int64
		var ruling dateline.Ruling
		if err := s(&seq, &ruling); err != nil {
			return err
		}
		if state, ok := states[ruling]; ok {
			index[seq].Review = state
		}
		return nil
	}, `SELECT statements.seq, ruling FROM statements JOIN decision_on ON statement = statements.id
		JOIN decisions ON decisions.id = decision
		WHERE statements.seq IN (SELECT value FROM json_each(?))
		AND (SELECT count(*) FROM decision_on AS other WHERE other.decision = decisions.id) = 1
		ORDER BY at, decisions.id`, numbers)
}

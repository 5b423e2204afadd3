package ledger

import (
	"context"
	"database/sql"
)

// Telling is what one report tells as one happening, as package link keeps it. Text and Account are JSON that
// nobody looks into here.
type Telling struct {
	ID      string
	Report  string // dateline.Report.ID
	Text    []byte // what is compared
	Account []byte // what an incident shows of it; nil where it was not asked for
	Keys    []TellingKey
}

// TellingKey is a key under which a Telling meets others.
type TellingKey struct {
	Hash int64
	Open bool
}

// Tie is two tellings that may be one happening; A is less than B.
type Tie struct {
	A, B  string // Telling.ID
	Score float64
}

// EachTelling calls do with the Text of every Telling, in the order of their IDs, until it returns an error.
func (v *View) EachTelling(ctx context.Context, do func(text []byte) error) error {
	return v.at(ctx, func(m *moment) error { return m.texts(ctx, do, `SELECT json FROM tellings ORDER BY id`) })
}

func (m *moment) texts(ctx context.Context, do func([]byte) error, query string, args ...any) error {
	return m.rows(ctx, func(s scan) error {
		var text sql.RawBytes
		if err := s(&text); err != nil {
			return err
		}
		return do(text)
	}, query, args...)
}

// Tellings calls do with the Text of each Telling with one of these IDs, in no promised order; do may not keep it.
func (v *View) Tellings(ctx context.Context, ids []string, do func(text []byte) error) error {
	return v.at(ctx, func(m *moment) error {
		return m.texts(ctx, do, `SELECT json FROM tellings WHERE id IN (SELECT value FROM json_each(?))`, list(ids))
	})
}

// TellingsOf is Tellings of the reports with these IDs.
func (v *View) TellingsOf(ctx context.Context, reports []string, do func(text []byte) error) error {
	return v.at(ctx, func(m *moment) error {
		return m.texts(ctx, do, `SELECT json FROM tellings WHERE report IN
			(SELECT seq FROM reports WHERE id IN (SELECT value FROM json_each(?)))`, list(reports))
	})
}

// TellingsBeside is Tellings of the reports of these Statements.
func (v *View) TellingsBeside(ctx context.Context, statements []string, do func(text []byte) error) error {
	return v.at(ctx, func(m *moment) error {
		return m.texts(ctx, do, `SELECT json FROM tellings WHERE report IN
			(SELECT report FROM statements WHERE id IN (SELECT value FROM json_each(?)))`, list(statements))
	})
}

// Accounts calls do with the ID and the Account of each Telling with one of these IDs, in no promised order.
func (v *View) Accounts(ctx context.Context, ids []string, do func(id string, account []byte) error) error {
	return v.at(ctx, func(m *moment) error {
		return m.rows(ctx, func(s scan) error {
			var id string
			var account sql.RawBytes
			if err := s(&id, &account); err != nil {
				return err
			}
			return do(id, account)
		}, `SELECT id, account FROM tellings WHERE id IN (SELECT value FROM json_each(?))`, list(ids))
	})
}

// KeyLeaders returns the first n open members of each key, in the order of ID; a key without any is not there.
func (v *View) KeyLeaders(ctx context.Context, keys []int64, n int) (map[int64][]string, error) {
	out := map[int64][]string{}
	err := v.at(ctx, func(m *moment) error {
		find, err := m.tx.PrepareContext(ctx, keyLeaders)
		if err != nil {
			return err
		}
		defer find.Close()
		for _, k := range keys {
			if out[k], err = column(ctx, find, k, n); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

const keyLeaders = `SELECT telling FROM telling_keys WHERE key = ? AND open = 1 ORDER BY telling LIMIT ?`

// column returns the only column of a query.
func column(ctx context.Context, find *sql.Stmt, args ...any) (out []string, err error) {
	rows, err := find.QueryContext(ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// KeyMembers returns all members of a key.
func (v *View) KeyMembers(ctx context.Context, key int64) (out []string, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, one[string], `SELECT telling FROM telling_keys WHERE key = ? ORDER BY telling`, key)
		return err
	})
	return out, err
}

// Ties returns all ties in which one of these tellings is, in order.
func (v *View) Ties(ctx context.Context, ids []string) (out []Tie, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (t Tie, err error) {
			err = s(&t.A, &t.B, &t.Score)
			return t, err
		}, tiesOf, list(ids))
		return err
	})
	return out, err
}

const tiesOf = `SELECT a, b, score FROM telling_ties WHERE a IN (SELECT value FROM json_each(?1))
	UNION SELECT a, b, score FROM telling_ties WHERE b IN (SELECT value FROM json_each(?1)) ORDER BY a, b`

// Beside returns all Statements of the incidents that hold one of these, sorted.
func (v *View) Beside(ctx context.Context, statements []string) (out []string, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, one[string], `SELECT DISTINCT statements.id FROM incident_statements
			JOIN statements ON statements.seq = statement WHERE incident IN (`+incidentsHolding+`) ORDER BY 1`, list(statements))
		return err
	})
	return out, err
}

const incidentsHolding = `SELECT incident FROM incident_statements JOIN statements ON statements.seq = statement
	WHERE statements.id IN (SELECT value FROM json_each(?))`

// teller writes tellings in one transaction.
type teller struct{ telling, key, unkey *sql.Stmt }

func newTeller(ctx context.Context, tx *sql.Tx) (*teller, error) {
	var t teller
	err := prepare(ctx, tx, map[**sql.Stmt]string{
		&t.telling: `INSERT INTO tellings (id, report, json, account) SELECT ?, seq, ?, ? FROM reports WHERE id = ?`,
		&t.key:     `INSERT INTO telling_keys (key, open, telling) VALUES (?, ?, ?)`,
		&t.unkey:   `DELETE FROM telling_keys WHERE key = ? AND open = ? AND telling = ?`,
	})
	return &t, err
}

// drop deletes tellings, of which it looks at ID and Keys, with their ties.
func (t *teller) drop(ctx context.Context, tx *sql.Tx, gone []Telling) error {
	ids := make([]string, len(gone))
	for i, g := range gone {
		ids[i] = g.ID
		for _, k := range g.Keys {
			if _, err := t.unkey.ExecContext(ctx, k.Hash, k.Open, g.ID); err != nil {
				return err
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	for _, q := range []string{
		`DELETE FROM tellings WHERE id IN (SELECT value FROM json_each(?))`,
		`DELETE FROM telling_ties WHERE a IN (SELECT value FROM json_each(?))`,
		`DELETE FROM telling_ties WHERE b IN (SELECT value FROM json_each(?))`,
	} {
		if _, err := tx.ExecContext(ctx, q, list(ids)); err != nil {
			return err
		}
	}
	return nil
}

func (t *teller) add(ctx context.Context, all []Telling) error {
	ctx = context.WithoutCancel(ctx) // the transaction ends with ctx; to watch it at every row is slow
	for _, x := range all {
		res, err := t.telling.ExecContext(ctx, x.ID, string(x.Text), string(x.Account), x.Report)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return &Error{Code: NotFound, Msg: "there is no report " + x.Report, Err: err}
		}
		for _, k := range x.Keys {
			if _, err := t.key.ExecContext(ctx, k.Hash, k.Open, x.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

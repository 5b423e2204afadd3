package ledger

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"reflect"

	"dateline"
)

// SetResolutions puts the Resolutions of each Reading in place of those that are kept for the present
// Statements of its Report; all of them, or on an error none. Of a Reading only Report.ID and
// Resolutions are looked at. What is the same already is not touched. It is an Error with the code
// NotFound for a Report that is not kept, and Malformed for a Resolution that is not of its Report.
func (l *Ledger) SetResolutions(ctx context.Context, rs []dateline.Reading) error {
	return l.write(ctx, func(tx *sql.Tx) error {
		r := resolver{}
		if err := prepare(ctx, tx, map[**sql.Stmt]string{&r.insert: insertResolution}); err != nil {
			return err
		}
		for _, reading := range rs {
			if err := r.replace(ctx, tx, reading.Report.ID, reading.Resolutions); err != nil {
				return err
			}
		}
		return nil
	})
}

const insertResolution = `INSERT INTO resolutions (statement, part, n, state, actor, others, place, date_edtf, date_from,
	date_to, date_anchor, date_why, count_low, count_high, count_approx, count_word, count_attackers, type, score, why)
	VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// resolver writes Resolutions in one transaction.
type resolver struct{ insert *sql.Stmt }

// replace puts rs in place of the Resolutions of a Report's Statements, if they differ.
func (r *resolver) replace(ctx context.Context, tx *sql.Tx, report string, rs []dateline.Resolution) error {
	m := &moment{tx: tx, found: refuse}
	seq, err := m.numberOf(ctx, report)
	if err != nil {
		return err
	}
	keys, err := collect(ctx, m, keyRow, `SELECT seq, report FROM present_statements WHERE report = ? ORDER BY n`, seq)
	if err != nil {
		return err
	}
	entries, err := m.entries(ctx, keys)
	if err != nil {
		return err
	}
	var kept []dateline.Resolution
	statements, seqs := map[string]*dateline.Statement{}, map[string]int64{}
	for i := range entries {
		s := &entries[i].Statement
		statements[s.ID], seqs[s.ID] = s, keys[i].seq
		kept = append(kept, entries[i].Resolutions...)
	}
	if err := apt(statements, rs); err != nil || same(kept, rs) {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM resolutions WHERE statement IN
		(SELECT seq FROM present_statements WHERE report = ?)`, seq); err != nil {
		return err
	}
	if err := unlink(ctx, tx, seq); err != nil {
		return err
	}
	return r.addResolutions(ctx, seqs, rs)
}

// same reports whether two lists of Resolutions would be kept alike.
func same(a, b []dateline.Resolution) bool {
	return len(a) == len(b) && (len(a) == 0 || reflect.DeepEqual(a, b))
}

// addResolutions adds rs; seqs gives the number of each Statement.
func (r *resolver) addResolutions(ctx context.Context, seqs map[string]int64, rs []dateline.Resolution) error {
	next := make(map[string]int, len(seqs))
	for _, res := range rs {
		row, err := resolutionRow(res)
		if err != nil {
			return err
		}
		if _, err := r.insert.ExecContext(ctx, append([]any{seqs[res.Statement], res.Part, next[res.Statement]}, row...)...); err != nil {
			return err
		}
		next[res.Statement]++
	}
	return nil
}

// resolutionRow returns the columns of r from state on.
func resolutionRow(r dateline.Resolution) ([]any, error) {
	var place any
	if r.Place != nil {
		b, err := json.Marshal(r.Place)
		if err != nil {
			return nil, fmt.Errorf("place of part %d of statement %s: %w", r.Part, r.Statement, err)
		}
		place = string(b)
	}
	row := append([]any{string(r.State), r.Actor, words(r.Others), place}, make([]any, 10)...)
	if d := r.Date; d != nil {
		copy(row[4:], []any{d.EDTF, d.From, d.To, string(d.Anchor), d.Why})
	}
	if c := r.Count; c != nil {
		copy(row[9:], []any{nullable(c.Low), nullable(c.High), c.Approx, c.Word, nullable(c.Attackers)})
	}
	return append(row, string(r.Type), r.Score, r.Why), nil
}

func nullable[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

func (m *moment) resolutions(ctx context.Context, index map[int64]*Entry, numbers string) error {
	return m.rows(ctx, func(s scan) error {
		seq, r, err := resolution(s)
		if err != nil {
			return err
		}
		e := index[seq]
		r.Statement = e.Statement.ID
		e.Resolutions = append(e.Resolutions, r)
		if r.Part >= len(e.Statement.Parts) || -1-r.Part >= len(e.Statement.Speaker) {
			return m.found(Finding{Tampered, "statement " + r.Statement, fmt.Sprintf("part %d is resolved and not there", r.Part)})
		}
		return nil
	}, resolutionColumns+` WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, n`, numbers)
}

// resolutionColumns are what resolution scans.
const resolutionColumns = `SELECT statement, part, state, actor, coalesce(others, ''), place, date_edtf, date_from, date_to, date_anchor, date_why,
	count_low, count_high, count_approx, count_word, count_attackers, type, score, why FROM resolutions`

func resolution(s scan) (seq int64, r dateline.Resolution, err error) {
	var others string
	var place, edtf, from, to, anchor, why, word *string
	var low, high *int
	var approx, attackers *bool
	if err = s(&seq, &r.Part, &r.State, &r.Actor, &others, &place, &edtf, &from, &to, &anchor, &why,
		&low, &high, &approx, &word, &attackers, &r.Type, &r.Score, &r.Why); err != nil {
		return 0, r, err
	}
	if edtf != nil {
		r.Date = &dateline.Date{EDTF: *edtf, From: *from, To: *to, Anchor: dateline.Anchor(*anchor), Why: *why}
	}
	if approx != nil {
		r.Count = &dateline.Count{Low: low, High: high, Approx: *approx, Word: *word, Attackers: attackers}
	}
	if place != nil {
		err = json.Unmarshal([]byte(*place), &r.Place)
	}
	if err == nil {
		r.Others, err = unwords(others)
	}
	return seq, r, err
}

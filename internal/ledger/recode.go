package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"dateline"
)

// Recode keeps what a later version of the coder reads in Reports that are kept, all of rs or on an error none, and
// says of each whether it is anything new. Nothing of the older readings is deleted: a Statement that the new one
// does not make any more is kept as a former one, of which no Incident is made; one that it makes again is present
// again. It is an Error with the code NotFound for a Report that is not kept, and Malformed if a Reading contradicts
// itself.
func (l *Ledger) Recode(ctx context.Context, rs []dateline.Reading, version string) (changed []bool, err error) {
	changed = make([]bool, len(rs))
	for _, r := range rs {
		if err := sound(r); err != nil {
			return nil, fault(l.path, err)
		}
	}
	err = l.write(ctx, func(tx *sql.Tx) error {
		k, err := newKeeper(ctx, tx)
		for i := 0; err == nil && i < len(rs); i++ {
			changed[i], err = k.recode(tx, rs[i], version)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return changed, nil
}

// recode keeps a later reading of one report.
func (k *keeper) recode(tx *sql.Tx, r dateline.Reading, version string) (changed bool, err error) {
	m := &moment{tx: tx, found: refuse}
	report, err := m.numberOf(k.ctx, r.Report.ID)
	if err != nil {
		return false, err
	}
	before, err := m.readings(k.ctx, []int64{report})
	if err != nil {
		return false, err
	}
	changed = !sameList(before[0].Statements, r.Statements) || !sameList(before[0].Doubts, r.Doubts)
	res, err := tx.ExecContext(k.ctx, `INSERT INTO codings (report, coder, changed) VALUES (?, ?, ?)`, report, version, changed)
	if err != nil {
		return false, err
	}
	if changed {
		coding, err := res.LastInsertId()
		if err == nil {
			err = k.present(tx, report, coding, r)
		}
		if err != nil {
			return false, err
		}
	}
	return changed || !same(before[0].Resolutions, r.Resolutions), k.replace(k.ctx, tx, r.Report.ID, r.Resolutions)
}

func sameList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || reflect.DeepEqual(a, b))
}

// present makes the Statements and Doubts of r the present ones of a report.
func (k *keeper) present(tx *sql.Tx, report, coding int64, r dateline.Reading) error {
	seqs := make([]int64, len(r.Statements))
	for n := range r.Statements {
		s := &r.Statements[n]
		seq, text, err := k.firstKept(tx, report, s, r.Report.Text)
		if err != nil {
			return err
		}
		var sum, row any
		if text != "" {
			hash := sha256.Sum256([]byte(text))
			sum, row = hash[:], text
		}
		if _, err := tx.ExecContext(k.ctx, `INSERT INTO coding_statements (coding, n, statement, sum, json) VALUES (?, ?, ?, ?, ?)`,
			coding, n, seq, sum, row); err != nil {
			return err
		}
		seqs[n] = seq
	}
	for i, d := range r.Doubts {
		if _, err := tx.ExecContext(k.ctx, `INSERT INTO coding_doubts (coding, n, start_byte, end_byte, text, why) VALUES (?, ?, ?, ?, ?, ?)`,
			coding, i, d.Span.Start, d.Span.End, d.Span.In(r.Report.Text), d.Why); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(k.ctx, `DELETE FROM former_statements WHERE statement IN (SELECT seq FROM statements WHERE report = ?)`, report); err != nil {
		return err
	}
	if _, err := tx.ExecContext(k.ctx, `INSERT INTO former_statements SELECT seq FROM statements WHERE report = ?
		AND seq NOT IN (SELECT value FROM json_each(?))`, report, list(seqs)); err != nil {
		return err
	}
	_, err := tx.ExecContext(k.ctx, `INSERT INTO unlinked (report) VALUES (?) ON CONFLICT (report) DO NOTHING`, report)
	return err
}

// firstKept returns the number of a Statement, which it adds if it is new, and s as JSON if that is not as it was
// first kept: what its identifier does not depend on can be read otherwise.
func (k *keeper) firstKept(tx *sql.Tx, report int64, s *dateline.Statement, text string) (seq int64, differs string, err error) {
	err = tx.QueryRowContext(k.ctx, `SELECT seq FROM statements WHERE id = ?`, s.ID).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		var n int
		if err = tx.QueryRowContext(k.ctx, `SELECT coalesce(max(n), -1) + 1 FROM statements WHERE report = ?`, report).Scan(&n); err == nil {
			seq, err = k.addStatement(report, n, s, text)
		}
		return seq, "", err
	}
	if err != nil {
		return 0, "", err
	}
	m := &moment{tx: tx, found: refuse, first: true}
	first, err := m.entries(k.ctx, []key{{seq, report}})
	if err != nil || reflect.DeepEqual(first[0].Statement, *s) {
		return seq, "", err
	}
	b, err := json.Marshal(s)
	return seq, string(b), err
}

// reread puts Statements as the present reading of their report has them, where that is not as they were first kept.
func (m *moment) reread(ctx context.Context, index map[int64]*Entry, numbers string) error {
	if m.first {
		return nil
	}
	return m.rows(ctx, func(s scan) error {
		var seq int64
		var sum []byte
		var text string
		if err := s(&seq, &sum, &text); err != nil {
			return err
		}
		e := index[seq]
		if now := sha256.Sum256([]byte(text)); string(now[:]) != string(sum) {
			if err := m.found(Finding{Tampered, "statement " + e.Statement.ID, "its later reading is not as it was kept"}); err != nil {
				return err
			}
		}
		var now dateline.Statement
		if err := json.Unmarshal([]byte(text), &now); err != nil || now.ID != e.Statement.ID || now.Report != e.Statement.Report || !allLie(&now, e.Report.Text) {
			return m.found(Finding{Tampered, "statement " + e.Statement.ID, fmt.Sprintf("its later reading cannot be read: %v", err)})
		}
		e.Statement = now
		return nil
	}, `SELECT statement, sum, json FROM coding_statements WHERE statement IN (SELECT value FROM json_each(?)) AND json IS NOT NULL
		AND coding = (SELECT max(codings.seq) FROM codings JOIN statements ON statements.report = codings.report
			WHERE statements.seq = coding_statements.statement AND changed = 1)`, numbers)
}

func allLie(s *dateline.Statement, text string) bool {
	return !slices.ContainsFunc(spans(s), func(x dateline.Span) bool { return !lies(x, text) })
}

// Coding is which version of the coder read a Report last.
type Coding struct{ Report, Coder string }

// Codings returns the reports that another version of the coder read last, in the order of Reports; with "" all of
// them. nil if there are none.
func (v *View) Codings(ctx context.Context, other string) (out []Coding, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (c Coding, err error) {
			err = s(&c.Report, &c.Coder)
			return c, err
		}, `SELECT id, last FROM (SELECT reports.*, coalesce((SELECT coder FROM codings WHERE report = reports.seq ORDER BY codings.seq DESC LIMIT 1), coder) AS last
			FROM reports) AS reports WHERE last <> ? ORDER BY `+byDate, other)
		return err
	})
	return out, err
}

// Instead returns the present Statements of the same Kind that stand where a former one stood: those over the same
// words first, then in the order of the text; nil if there are none.
func (v *View) Instead(ctx context.Context, statement string) (out []string, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = m.instead(ctx, statement)
		return err
	})
	return out, err
}

func (m *moment) instead(ctx context.Context, statement string) ([]string, error) {
	return collect(ctx, m, one[string], `SELECT now.id FROM statements AS old JOIN present_statements AS now ON now.report = old.report AND now.kind = old.kind
		JOIN statements AS at ON at.seq = now.seq
		WHERE old.id = ?1 AND now.id <> ?1 AND (at.trigger_start = old.trigger_start AND at.trigger_end = old.trigger_end
			OR at.trigger_start < old.trigger_end AND old.trigger_start < at.trigger_end)
		ORDER BY at.trigger_start <> old.trigger_start OR at.trigger_end <> old.trigger_end, now.n`, statement)
}

// Orphans returns the former Statements on which people ruled, by ID; nil if there are none.
func (v *View) Orphans(ctx context.Context) (out []string, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = m.orphans(ctx)
		return err
	})
	return out, err
}

func (m *moment) orphans(ctx context.Context) ([]string, error) {
	return collect(ctx, m, one[string], `SELECT DISTINCT statements.id FROM decision_on JOIN statements ON statements.id = decision_on.statement
		JOIN former_statements ON former_statements.statement = statements.seq ORDER BY 1`)
}

package ledger

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"time"

	"dateline"
)

// How incidents are kept up. A Report that is added, or that a Decision is on, is unlinked from the same transaction
// on. Linking a few of them is one transaction (Link): what they tell, the ties, the incidents that change, and that
// they are linked. Linking many is a series: what they tell, chunk by chunk (Tell), then all keys, ties and incidents
// (LinkAll). Until that is done the ledger says that it is not whole, so that after a run that is cut short the next
// one does LinkAll. What is left in the end is the same either way.

// markLinked is the bookmark of the version of package link that the tellings are of; markWhole says, by the same
// version, that ties and incidents are those of all tellings.
const (
	markLinked = "linked"
	markWhole  = "linked whole"
)

// Unlinked is what is to be linked in a ledger.
type Unlinked struct {
	Reports []string  // dateline.Report.ID, in the order of Reports
	Version string    // of package link, whose the tellings are; "" if there are none yet
	Whole   bool      // all that is linked is linked with one another
	Ruled   time.Time // when the last Decision was made, of those that somebody who now reads them finds at least; zero if there is none
}

// Unlinked says what is to be linked.
func (v *View) Unlinked(ctx context.Context) (out Unlinked, err error) {
	err = v.at(ctx, func(m *moment) error {
		out.Reports, err = collect(ctx, m, one[string], unlinkedReports)
		if err != nil {
			return err
		}
		if out.Ruled, err = lastRuled(ctx, m.tx); err != nil {
			return err
		}
		return m.tx.QueryRowContext(ctx, `SELECT coalesce((SELECT value FROM marks WHERE key = ?1), ''),
			coalesce((SELECT value FROM marks WHERE key = ?1), '') = coalesce((SELECT value FROM marks WHERE key = ?2), '')`,
			markLinked, markWhole).Scan(&out.Version, &out.Whole)
	})
	return out, err
}

// unlinkedReports begins with unlinked, which is short, whatever the planner thinks: nothing tells it so.
const unlinkedReports = `SELECT reports.id FROM unlinked CROSS JOIN reports ON seq = report ORDER BY ` + byDate

// unlink notes that a report is to be linked again.
func unlink(ctx context.Context, tx *sql.Tx, report int64) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO unlinked (report) VALUES (?) ON CONFLICT (report) DO NOTHING`, report)
	return err
}

// CountIncidents says how many incidents there are.
func (v *View) CountIncidents(ctx context.Context) (n int, err error) {
	err = v.at(ctx, func(m *moment) error {
		return m.tx.QueryRowContext(ctx, `SELECT count(*) FROM incidents`).Scan(&n)
	})
	return n, err
}

// ReadingsOf calls do with the Readings of the reports with these IDs, a few at a time and in their order, until it
// returns an error.
func (v *View) ReadingsOf(ctx context.Context, reports []string, do func([]dateline.Reading) error) error {
	return v.at(ctx, func(m *moment) error {
		for len(reports) > 0 {
			n := min(batch, len(reports))
			seqs, err := collect(ctx, m, one[int64], `SELECT seq FROM json_each(?) AS wanted JOIN reports ON reports.id = wanted.value ORDER BY wanted.key`,
				list(reports[:n]))
			if err != nil {
				return err
			}
			rs, err := m.readings(ctx, seqs)
			if err != nil {
				return err
			}
			if err := do(rs); err != nil {
				return err
			}
			reports = reports[n:]
		}
		return nil
	})
}

// unlinkRuled unlinks the reports of all Statements that rulings on two tie, one way or another, to those that a
// Decision is on in the end.
func unlinkRuled(ctx context.Context, tx asker, decision string) error {
	_, err := tx.ExecContext(ctx, ruledTogether+`
		INSERT INTO unlinked SELECT DISTINCT report FROM ruled CROSS JOIN statements ON statements.id = ruled.statement
		WHERE true ON CONFLICT (report) DO NOTHING`, decision)
	return err
}

const ruledTogether = `WITH RECURSIVE root (id) AS (SELECT ?1
		UNION SELECT undone FROM root CROSS JOIN decision_undoes ON decision = root.id),
	ruled (statement) AS (SELECT statement FROM root CROSS JOIN decision_on ON decision = root.id
		UNION SELECT other.statement FROM ruled CROSS JOIN decision_on AS one ON one.statement = ruled.statement
			CROSS JOIN decision_on AS other ON other.decision = one.decision)`

// Forget unlinks all reports and drops all tellings: for another version of package link than made them.
func (l *Ledger) Forget(ctx context.Context, version string) error {
	return l.write(ctx, func(tx *sql.Tx) error {
		for _, q := range []string{`DELETE FROM tellings`, `DELETE FROM telling_keys`, `DELETE FROM telling_ties`,
			`INSERT INTO unlinked SELECT seq FROM reports WHERE true ON CONFLICT (report) DO NOTHING`} {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				return err
			}
		}
		if err := mark(ctx, tx, markWhole, ""); err != nil {
			return err
		}
		return mark(ctx, tx, markLinked, version)
	})
}

// Tell replaces some tellings, of reports that stay unlinked until LinkAll, which writes the keys of all in one go:
// one by one they would lie scattered over the file.
func (l *Ledger) Tell(ctx context.Context, gone, come []Telling) error {
	return l.write(ctx, func(tx *sql.Tx) error {
		if err := mark(ctx, tx, markWhole, ""); err != nil {
			return err
		}
		return tellIn(ctx, tx, bare(gone), bare(come))
	})
}

// bare is tellings without their keys.
func bare(ts []Telling) []Telling {
	out := slices.Clone(ts)
	for i := range out {
		out[i].Keys = nil
	}
	return out
}

func tellIn(ctx context.Context, tx *sql.Tx, gone, come []Telling) error {
	t, err := newTeller(ctx, tx)
	if err == nil {
		err = t.drop(ctx, tx, gone)
	}
	if err == nil {
		err = t.add(ctx, come)
	}
	return err
}

// Change is what linking a few reports changes, as link.Change.
type Change struct {
	Reports    []string  // dateline.Report.ID: linked by it
	Ruled      time.Time // Unlinked.Ruled, from before the Decisions were read that it rests on
	Dropped    []Telling
	Untied     []Tie
	Added      []Telling
	Tied       []Tie
	Statements []string // of all incidents that are replaced
	Incidents  []dateline.Incident
}

// Link makes a Change, all of it or on an error nothing. Incidents that are the same already are not touched.
func (l *Ledger) Link(ctx context.Context, c Change) error {
	return l.write(ctx, func(tx *sql.Tx) error {
		if err := tellIn(ctx, tx, c.Dropped, c.Added); err != nil {
			return err
		}
		for _, t := range c.Untied {
			if _, err := tx.ExecContext(ctx, `DELETE FROM telling_ties WHERE a = ? AND b = ?`, t.A, t.B); err != nil {
				return err
			}
		}
		if err := addTies(ctx, tx, c.Tied); err != nil {
			return err
		}
		old, err := collect(ctx, &moment{tx: tx}, one[string], incidentsHolding+` GROUP BY incident`, list(c.Statements))
		if err != nil {
			return err
		}
		if err := replaceIncidents(ctx, tx, old, each(c.Incidents)); err != nil {
			return err
		}
		if _, err = tx.ExecContext(ctx, `DELETE FROM unlinked WHERE report IN
			(SELECT seq FROM reports WHERE id IN (SELECT value FROM json_each(?)))`, list(c.Reports)); err != nil {
			return err
		}
		return unlinkSince(ctx, tx, c.Ruled)
	})
}

// unlinkSince unlinks again what later Decisions are on, which a Pen kept while others were linked.
func unlinkSince(ctx context.Context, tx *sql.Tx, ruled time.Time) error {
	late, err := collect(ctx, &moment{tx: tx}, one[string], `SELECT id FROM decisions WHERE at > ?`, stamp(ruled))
	for i := 0; err == nil && i < len(late); i++ {
		err = unlinkRuled(ctx, tx, late[i])
	}
	return err
}

// Member is a Telling under one of its keys.
type Member struct {
	TellingKey
	Telling string // its ID
}

// LinkAll makes the keys, the ties and the incidents of the ledger those that are given, in any order, and marks every
// report as linked but for those on which Decisions were made after ruled (Unlinked.Ruled); or on an error does nothing.
// What is the same already is not touched.
func (l *Ledger) LinkAll(ctx context.Context, ruled time.Time, keys []Member, ties []Tie, incidents iter.Seq2[dateline.Incident, error]) error {
	return l.write(ctx, func(tx *sql.Tx) error {
		if err := setKeys(ctx, tx, keys); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM telling_ties`); err != nil {
			return err
		}
		if err := addTies(ctx, tx, ties); err != nil {
			return err
		}
		old, err := collect(ctx, &moment{tx: tx}, one[string], `SELECT id FROM incidents`)
		if err != nil {
			return err
		}
		if err := replaceIncidents(ctx, tx, old, incidents); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM unlinked`); err != nil {
			return err
		}
		if err := unlinkSince(ctx, tx, ruled); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO marks (key, value) SELECT ?, value FROM marks WHERE key = ?
			ON CONFLICT (key) DO UPDATE SET value = excluded.value`, markWhole, markLinked)
		return err
	})
}

// setKeys puts keys in place of all that there are, in the order of the table.
func setKeys(ctx context.Context, tx *sql.Tx, keys []Member) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM telling_keys`); err != nil {
		return err
	}
	t, err := newTeller(ctx, tx)
	if err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	slices.SortFunc(keys, func(a, b Member) int {
		return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(boolInt(a.Open), boolInt(b.Open)), cmp.Compare(a.Telling, b.Telling))
	})
	for _, k := range keys {
		if _, err := t.key.ExecContext(ctx, k.Hash, k.Open, k.Telling); err != nil {
			return err
		}
	}
	return nil
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func addTies(ctx context.Context, tx *sql.Tx, ties []Tie) error {
	ctx = context.WithoutCancel(ctx)
	add, err := tx.PrepareContext(ctx, `INSERT INTO telling_ties (a, b, score) VALUES (?, ?, ?) ON CONFLICT (a, b) DO NOTHING`)
	if err != nil {
		return err
	}
	for _, t := range ties {
		if _, err := add.ExecContext(ctx, t.A, t.B, t.Score); err != nil {
			return err
		}
	}
	return nil
}

func each(all []dateline.Incident) iter.Seq2[dateline.Incident, error] {
	return func(yield func(dateline.Incident, error) bool) {
		for _, in := range all {
			if !yield(in, nil) {
				return
			}
		}
	}
}

// replaceIncidents puts incidents in the place of the old ones, given by ID. It is an Error with the code Malformed
// if an Incident has a value without Statements, or one that is not kept, or an identifier is there twice.
func replaceIncidents(ctx context.Context, tx *sql.Tx, old []string, come iter.Seq2[dateline.Incident, error]) error {
	a, err := newIncidentAdder(ctx, tx)
	if err != nil {
		return err
	}
	r := replacer{a, tx, map[string]bool{}, nil}
	for in, err := range come {
		if err == nil {
			err = r.put(ctx, &in)
		}
		if err != nil {
			return err
		}
	}
	for _, id := range old {
		if !r.seen[id] {
			if err := r.drop(ctx, id); err != nil {
				return err
			}
		}
	}
	return r.remember(ctx)
}

// replacer puts incidents in the place of others.
type replacer struct {
	*incidentAdder
	tx    *sql.Tx
	seen  map[string]bool
	names []formerName // of those that were dropped
}

// formerName is an identifier that an incident had, and the number of the Statement that gave it.
type formerName struct {
	id        string
	statement int64
}

// put adds an incident in place of the one of its ID, unless it is the same.
func (r *replacer) put(ctx context.Context, in *dateline.Incident) error {
	if f := unfounded(in); len(f) > 0 {
		return malformed("%s: %s", f[0].Where, f[0].Msg)
	}
	if r.seen[in.ID] {
		return malformed("incident %s is there twice", in.ID)
	}
	r.seen[in.ID] = true
	b, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("incident %s: %w", in.ID, err)
	}
	sum := sha256.Sum256(b)
	var kept []byte
	switch err := r.sum.QueryRowContext(ctx, in.ID).Scan(&kept); {
	case err == sql.ErrNoRows:
	case err != nil:
		return err
	case string(kept) == string(sum[:]):
		return nil
	default:
		if err := r.drop(ctx, in.ID); err != nil {
			return err
		}
	}
	return r.add(ctx, in, b, sum)
}

// drop deletes an incident and notes the identifiers that it had.
func (r *replacer) drop(ctx context.Context, id string) error {
	names, err := collect(ctx, &moment{tx: r.tx}, func(s scan) (n formerName, err error) {
		var statement string
		err = s(&n.statement, &statement)
		n.id = dateline.IncidentID(statement)
		return n, err
	}, `SELECT statements.seq, statements.id FROM incident_statements JOIN statements ON statements.seq = statement
		WHERE incident = ? ORDER BY 1`, id)
	if err != nil {
		return err
	}
	for _, n := range names {
		var had bool
		if err := r.had.QueryRowContext(ctx, n.id).Scan(&had); err != nil {
			return err
		}
		if had {
			r.names = append(r.names, n)
		}
	}
	_, err = r.delete.ExecContext(ctx, id)
	return err
}

// remember keeps those identifiers of what was dropped that lead to nothing that is there now.
func (r *replacer) remember(ctx context.Context) error {
	for _, n := range r.names {
		var has bool
		if err := r.had.QueryRowContext(ctx, n.id).Scan(&has); err != nil {
			return err
		}
		if has {
			continue
		}
		if _, err := r.tx.ExecContext(ctx, `INSERT INTO former_incidents (id, statement) VALUES (?, ?)
			ON CONFLICT (id) DO NOTHING`, n.id, n.statement); err != nil {
			return err
		}
	}
	return nil
}

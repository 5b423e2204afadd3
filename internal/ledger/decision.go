package ledger

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"dateline"
	"dateline/internal/review"
)

// Decide keeps a ruling; see DecideAll.
func (l *Ledger) Decide(ctx context.Context, d dateline.Decision) error {
	return l.DecideAll(ctx, []dateline.Decision{d})
}

// DecideAll keeps rulings, all of them or on an error none. One whose identifier is kept already changes
// nothing. It is an Error with the code Malformed if one rules nothing that there is, and NotFound if one is
// on a Statement, or undoes a Decision, that is not kept. What it acknowledges is on the disk.
func (l *Ledger) DecideAll(ctx context.Context, ds []dateline.Decision) error {
	for _, d := range ds {
		if err := ruled(d); err != nil {
			return fault(l.path, err)
		}
	}
	return l.write(ctx, func(tx *sql.Tx) error {
		for _, d := range ds {
			if err := decide(ctx, tx, d); err != nil {
				return err
			}
		}
		return nil
	})
}

func decide(ctx context.Context, tx asker, d dateline.Decision) error {
	means := ""
	if d.Means != nil {
		b, err := json.Marshal(d.Means)
		if err != nil {
			return fmt.Errorf("decision %s: %w", d.ID, err)
		}
		means = string(b)
	}
	res, err := tx.ExecContext(ctx, `INSERT INTO decisions (id, ruling, part, value, means, author, at, reason)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		d.ID, string(d.Ruling), d.Part, d.Value, means, d.Author, stamp(d.At), d.Reason)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err
	}
	if d.Ruling == dateline.Undo {
		err = undo(ctx, tx, d)
	} else {
		err = decideOn(ctx, tx, d)
	}
	if err != nil {
		return err
	}
	if err := unlinkRuled(ctx, tx, d.ID); err != nil {
		return err
	}
	return overrule(ctx, tx, d)
}

func decideOn(ctx context.Context, tx asker, d dateline.Decision) error {
	for i, id := range d.On {
		var parts, speakers int
		if err := tx.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM parts WHERE statement = statements.seq),
			(SELECT count(*) FROM speakers WHERE statement = statements.seq) FROM statements WHERE id = ?`, id).Scan(&parts, &speakers); err == sql.ErrNoRows {
			return &Error{Code: NotFound, Msg: "there is no statement " + id}
		} else if err != nil {
			return err
		}
		if d.Part >= parts || -2-d.Part >= speakers {
			return malformed("decision %s: statement %s has no part %d", d.ID, id, d.Part)
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO decision_on (decision, n, statement) VALUES (?, ?, ?)`, d.ID, i, id); err != nil {
			return err
		}
	}
	return nil
}

func undo(ctx context.Context, tx asker, d dateline.Decision) error {
	res, err := tx.ExecContext(ctx, `INSERT INTO decision_undoes (decision, undone) SELECT ?, id FROM decisions WHERE id = ? AND id <> ?`,
		d.ID, d.On[0], d.ID)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return &Error{Code: NotFound, Msg: "there is no decision " + d.On[0], Err: err}
	}
	return nil
}

// overrule brings overruled_actors to what the rulings on d's Statements now say.
func overrule(ctx context.Context, tx asker, d dateline.Decision) error {
	m := &moment{tx: tx, found: refuse}
	ds, err := m.decisions(ctx, `WITH RECURSIVE root (id) AS (SELECT ?1
			UNION SELECT undone FROM decision_undoes JOIN root ON decision = root.id),
		wanted (id) AS (SELECT decision FROM decision_on WHERE statement IN (SELECT statement FROM decision_on JOIN root ON decision = root.id)
			UNION SELECT decision FROM decision_undoes JOIN wanted ON undone = wanted.id)`, d.ID)
	if err != nil {
		return err
	}
	docket := review.New(ds)
	for id, actors := range docket.Actors() {
		if _, err := tx.ExecContext(ctx, `DELETE FROM overruled_actors WHERE statement = (SELECT seq FROM statements WHERE id = ?)`, id); err != nil {
			return err
		}
		for part, actor := range actors {
			if _, err := tx.ExecContext(ctx, `INSERT INTO overruled_actors (statement, part, actor)
				SELECT seq, ?, ? FROM statements WHERE id = ?`, part, actor, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// ruled returns an Error unless d says who ruled what, when and on what.
func ruled(d dateline.Decision) error {
	one := len(d.On) == 1
	switch {
	case d.ID == "" || d.Author == "" || d.At.IsZero():
		return malformed("a decision needs an identifier, an author and a time")
	case !slices.Contains(dateline.Rulings, d.Ruling):
		return malformed("decision %s: there is no ruling %q", d.ID, d.Ruling)
	}
	switch d.Ruling {
	case dateline.Same, dateline.NotSame:
		if len(d.On) != 2 {
			return malformed("decision %s: %q on %d statements", d.ID, d.Ruling, len(d.On))
		}
	case dateline.Unsure:
		if len(d.On) != 2 && !one {
			return malformed("decision %s: %q on %d statements", d.ID, d.Ruling, len(d.On))
		}
	default:
		if !one {
			return malformed("decision %s: %q on %d things", d.ID, d.Ruling, len(d.On))
		}
	}
	switch {
	case len(d.On) == 2 && d.On[0] == d.On[1]:
		return malformed("decision %s: %q on one statement twice", d.ID, d.Ruling)
	case (!one || d.Ruling == dateline.Undo) && d.Part != dateline.Whole:
		return malformed("decision %s: %q is on no part", d.ID, d.Ruling)
	case d.Ruling == dateline.Correct && (d.Value == "" || (d.Part == dateline.Whole) != (d.Means == nil)):
		return malformed("decision %s: a correction needs a value, and what it means where it is of a part", d.ID)
	case d.Ruling != dateline.Correct && (d.Value != "" || d.Means != nil):
		return malformed("decision %s: %q has no value", d.ID, d.Ruling)
	}
	return nil
}

// Decisions returns all rulings, the oldest first; of one moment by ID.
func (v *View) Decisions(ctx context.Context) (out []dateline.Decision, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = m.decisions(ctx, `WITH wanted (id) AS (SELECT id FROM decisions)`)
		return err
	})
	return out, err
}

// Author returns who made a Decision. It is an Error with the code NotFound if there is none.
func (v *View) Author(ctx context.Context, decision string) (author string, err error) {
	err = v.at(ctx, func(m *moment) error {
		err := m.tx.QueryRowContext(ctx, `SELECT author FROM decisions WHERE id = ?`, decision).Scan(&author)
		if err == sql.ErrNoRows {
			return &Error{Code: NotFound, Msg: "there is no decision " + decision}
		}
		return err
	})
	return author, err
}

// Docket returns all rulings and what became of each.
func (v *View) Docket(ctx context.Context) (*review.Docket, error) {
	ds, err := v.Decisions(ctx)
	return review.New(ds), err
}

// DocketOf returns the rulings on some Statements and what became of each: those on Statements that rulings on two tie to
// them, one way or another, and the Undos of all these are in it, for they have a say in that.
func (v *View) DocketOf(ctx context.Context, statements []string) (out *review.Docket, err error) {
	err = v.at(ctx, func(m *moment) error {
		ds, err := m.decisions(ctx, decisionsAbout, list(statements))
		out = review.New(ds)
		return err
	})
	return out, err
}

const decisionsAbout = `WITH RECURSIVE ruled (statement) AS (SELECT value FROM json_each(?1)
		UNION SELECT other.statement FROM ruled CROSS JOIN decision_on AS one ON one.statement = ruled.statement
			CROSS JOIN decision_on AS other ON other.decision = one.decision),
	wanted (id) AS (SELECT decision FROM ruled CROSS JOIN decision_on USING (statement)
		UNION SELECT decision FROM decision_undoes JOIN wanted ON undone = wanted.id)`

// decisions returns the rulings that with, which fills 'wanted', names: the oldest first; of one moment by ID.
func (m *moment) decisions(ctx context.Context, with string, args ...any) ([]dateline.Decision, error) {
	return collect(ctx, m, decision, with+whatDecisionsSay, args...)
}

const whatDecisionsSay = `
	SELECT id, ruling, part, value, means, author, at, reason, coalesce((SELECT json_array(undone) FROM decision_undoes WHERE decision = id),
		(SELECT json_group_array(statement) FROM (SELECT statement FROM decision_on WHERE decision = id ORDER BY n)))
	FROM decisions WHERE id IN (SELECT id FROM wanted) ORDER BY at, id`

func decision(s scan) (d dateline.Decision, err error) {
	var at, means, on string
	if err = s(&d.ID, &d.Ruling, &d.Part, &d.Value, &means, &d.Author, &at, &d.Reason, &on); err != nil {
		return d, err
	}
	if means != "" {
		if err := json.Unmarshal([]byte(means), &d.Means); err != nil {
			return d, fmt.Errorf("decision %s: %w", d.ID, err)
		}
	}
	if d.On, err = unwords(on); err != nil {
		return d, fmt.Errorf("decision %s: %w", d.ID, err)
	}
	if len(d.On) == 0 {
		d.On = nil
	}
	d.At, err = untime(at)
	return d, err
}

// rule lets people's rulings stand in entries: in what their words mean, and in where they stand. It returns those that
// with names, which are the rulings on the entries at least.
func (m *moment) rule(ctx context.Context, all []Entry, with string) (*review.Docket, error) {
	var ids []string
	for i := range all {
		if all[i].ruled {
			ids = append(ids, all[i].Statement.ID)
		}
	}
	if ids == nil {
		return review.New(nil), nil
	}
	ds, err := m.decisions(ctx, with, list(ids))
	if err != nil {
		return nil, err
	}
	docket := review.New(ds)
	for i := range all {
		e := &all[i]
		if !e.ruled {
			continue
		}
		r := docket.Apply(dateline.Reading{Statements: []dateline.Statement{e.Statement}, Resolutions: e.Resolutions})
		e.Statement, e.Resolutions, e.Review = r.Statements[0], r.Resolutions, docket.State(e.Statement.ID)
	}
	return docket, nil
}

// ruledOf names those of some Statements on which there is a Decision.
const ruledOf = `SELECT value FROM json_each(?) AS wanted WHERE EXISTS (SELECT 1 FROM decision_on WHERE statement = wanted.value)`

// States says where Statements stand after what people ruled on them; one that nobody ruled on is not there.
func (v *View) States(ctx context.Context, ids []string) (map[string]dateline.ReviewState, error) {
	out := map[string]dateline.ReviewState{}
	if len(ids) == 0 {
		return out, nil
	}
	return out, v.at(ctx, func(m *moment) error {
		ruled, err := collect(ctx, m, one[string], ruledOf, list(ids))
		if err != nil || ruled == nil {
			return err
		}
		ds, err := m.decisions(ctx, decisionsOn, list(ruled))
		if err != nil {
			return err
		}
		docket := review.New(ds)
		for _, id := range ruled {
			if s := docket.State(id); s != dateline.Unreviewed {
				out[id] = s
			}
		}
		return nil
	})
}

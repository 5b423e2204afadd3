package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"dateline"
)

// SetIncidents makes the incidents of the ledger those that are given, in any order. What is the
// same already is not touched. It is an Error with the code Malformed, and changes nothing, if an
// Incident has a value without Statements, or one that is not kept, or an identifier is there twice.
func (l *Ledger) SetIncidents(ctx context.Context, all []dateline.Incident) error {
	sums := make(map[string][32]byte, len(all))
	for i := range all {
		if f := unfounded(&all[i]); len(f) > 0 {
			return fault(l.path, malformed("%s: %s", f[0].Where, f[0].Msg))
		}
		b, err := json.Marshal(&all[i])
		if err != nil {
			return fmt.Errorf("incident %s: %w", all[i].ID, err)
		}
		if _, twice := sums[all[i].ID]; twice {
			return fault(l.path, malformed("incident %s is there twice", all[i].ID))
		}
		sums[all[i].ID] = sha256.Sum256(b)
	}
	return l.write(ctx, func(tx *sql.Tx) error {
		kept, err := dropIncidents(ctx, tx, sums)
		if err != nil {
			return err
		}
		return addIncidents(ctx, tx, all, kept)
	})
}

// dropIncidents deletes the incidents that are not as sums has them, and returns the others.
func dropIncidents(ctx context.Context, tx *sql.Tx, sums map[string][32]byte) (kept map[string]bool, err error) {
	var stale []string
	kept = map[string]bool{}
	err = (&moment{tx: tx}).rows(ctx, func(s scan) error {
		var id string
		var sum []byte
		if err := s(&id, &sum); err != nil {
			return err
		}
		if want, ok := sums[id]; ok && string(want[:]) == string(sum) {
			kept[id] = true
		} else {
			stale = append(stale, id)
		}
		return nil
	}, `SELECT id, sum FROM incidents`)
	if err == nil {
		err = forget(ctx, tx, stale)
	}
	return kept, err
}

// forget deletes incidents. Their identifiers are kept, with the statements that gave them.
func forget(ctx context.Context, tx *sql.Tx, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	type named struct {
		id  string
		seq int64
	}
	names, err := collect(ctx, &moment{tx: tx}, func(s scan) (n named, err error) {
		var statement string
		err = s(&n.seq, &statement)
		n.id = dateline.IncidentID(statement)
		return n, err
	}, `SELECT DISTINCT statements.seq, statements.id FROM incident_statements JOIN statements ON statements.seq = statement
		WHERE incident IN (SELECT value FROM json_each(?)) ORDER BY 1`, list(ids))
	if err != nil {
		return err
	}
	for _, n := range names {
		if _, err := tx.ExecContext(ctx, `INSERT INTO former_incidents (id, statement)
			SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM incidents WHERE id = ?1) OR EXISTS (SELECT 1 FROM incident_redirects WHERE id = ?1)
			ON CONFLICT (id) DO NOTHING`, n.id, n.seq); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM incidents WHERE id IN (SELECT value FROM json_each(?))`, list(ids))
	return err
}

// addIncidents adds all but those that are kept.
func addIncidents(ctx context.Context, tx *sql.Tx, all []dateline.Incident, kept map[string]bool) error {
	var a incidentAdder
	err := prepare(ctx, tx, map[**sql.Stmt]string{
		&a.incident: `INSERT INTO incidents (id, kind, reality, background, date_from, date_to, sum, json)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		&a.statement: `INSERT INTO incident_statements (incident, n, statement) SELECT ?, ?, seq FROM statements WHERE id = ?`,
		&a.redirect:  `INSERT INTO incident_redirects (incident, id) VALUES (?, ?)`,
		&a.actor:     `INSERT INTO incident_actors (incident, actor) VALUES (?, ?)`,
		&a.country:   `INSERT INTO incident_countries (incident, country) VALUES (?, ?)`,
	})
	for i := 0; err == nil && i < len(all); i++ {
		if !kept[all[i].ID] {
			err = a.add(ctx, &all[i])
		}
	}
	return err
}

type incidentAdder struct{ incident, statement, redirect, actor, country *sql.Stmt }

func (a *incidentAdder) add(ctx context.Context, in *dateline.Incident) error {
	b, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("incident %s: %w", in.ID, err)
	}
	sum, when := sha256.Sum256(b), firstFixed(in.Dates)
	if _, err := a.incident.ExecContext(ctx, in.ID, string(in.Kind), string(in.Reality), in.Background,
		when.From, when.To, sum[:], string(b)); err != nil {
		return err
	}
	for i, id := range in.Statements {
		res, err := a.statement.ExecContext(ctx, in.ID, i, id)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return malformed("incident %s names statement %s, which is not kept", in.ID, id)
		}
	}
	for _, of := range []struct {
		insert *sql.Stmt
		values []string
	}{{a.redirect, in.Redirects}, {a.actor, actorsOf(in)}, {a.country, countriesOf(in)}} {
		for _, value := range of.values {
			if _, err := of.insert.ExecContext(ctx, in.ID, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// firstFixed returns the best supported Date of which both ends are known; zero if there is none.
func firstFixed(dates []dateline.Told[dateline.Date]) dateline.Date {
	for _, d := range dates {
		if d.Value.Fixed() {
			return d.Value
		}
	}
	return dateline.Date{}
}

// actorsOf returns the actors of all accounts of who did it, sorted.
func actorsOf(in *dateline.Incident) []string {
	var out []string
	for _, p := range in.Perpetrators {
		out = append(out, p.Value.Actor)
	}
	return distinct(out)
}

// countriesOf returns the countries of all accounts of where, sorted.
func countriesOf(in *dateline.Incident) []string {
	var out []string
	for _, p := range in.Places {
		out = append(out, p.Value.Country)
	}
	return distinct(out)
}

// distinct sorts values and leaves out "" and what is there twice.
func distinct(values []string) []string {
	slices.Sort(values)
	values = slices.Compact(values)
	if len(values) > 0 && values[0] == "" {
		values = values[1:]
	}
	return values
}

// unfounded tells of each value of in that names no Statement, or one that in does not list.
func unfounded(in *dateline.Incident) (out []Finding) {
	listed := make(map[string]bool, len(in.Statements))
	for _, id := range in.Statements {
		listed[id] = true
	}
	say := func(msg string) { out = append(out, Finding{Unfounded, "incident " + in.ID, msg}) }
	if in.ID == "" || len(in.Statements) == 0 {
		say("it has no identifier or no statements")
	}
	for _, t := range tellings(in) {
		if len(t.statements) == 0 {
			say("a value of " + t.field + " names no statement")
		}
		for _, id := range t.statements {
			if !listed[id] {
				say("a value of " + t.field + " names statement " + id + ", which is not the incident's")
			}
		}
	}
	return out
}

// telling is what one value of an Incident rests on.
type telling struct {
	field      string
	statements []string
}

func tellings(in *dateline.Incident) []telling {
	var out []telling
	out = told(out, "kinds", in.Kinds)
	out = told(out, "dates", in.Dates)
	out = told(out, "places", in.Places)
	out = told(out, "perpetrators", in.Perpetrators)
	out = told(out, "targets", in.Targets)
	out = told(out, "victims", in.Victims)
	out = told(out, "weapons", in.Weapons)
	return told(out, "tolls", in.Tolls)
}

func told[T any](out []telling, field string, values []dateline.Told[T]) []telling {
	for _, v := range values {
		out = append(out, telling{field, v.Statements})
	}
	return out
}

package ledger

import (
	"context"
	"database/sql"
	"slices"

	"dateline"
)

// SetIncidents makes the incidents of the ledger those that are given, in any order. What is the
// same already is not touched. It is an Error with the code Malformed, and changes nothing, if an
// Incident has a value without Statements, or one that is not kept, or an identifier is there twice.
func (l *Ledger) SetIncidents(ctx context.Context, all []dateline.Incident) error {
	return l.write(ctx, func(tx *sql.Tx) error {
		old, err := collect(ctx, &moment{tx: tx}, one[string], `SELECT id FROM incidents`)
		if err != nil {
			return err
		}
		return replaceIncidents(ctx, tx, old, each(all))
	})
}

// incidentAdder writes incidents in one transaction.
type incidentAdder struct {
	incident, statement, redirect, actor, country, sum, had, delete *sql.Stmt

	lines *lineAdder
}

func newIncidentAdder(ctx context.Context, tx *sql.Tx) (*incidentAdder, error) {
	var a incidentAdder
	err := prepare(ctx, tx, map[**sql.Stmt]string{
		&a.incident: `INSERT INTO incidents (id, kind, reality, background, date_from, date_to, sum, json)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		&a.statement: `INSERT INTO incident_statements (incident, n, statement) SELECT ?, ?, seq FROM statements WHERE id = ?`,
		// An identifier may still be that of an incident that is about to be dropped.
		&a.redirect: `INSERT INTO incident_redirects (incident, id) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET incident = excluded.incident`,
		&a.actor:    `INSERT INTO incident_actors (incident, actor) VALUES (?, ?)`,
		&a.country:  `INSERT INTO incident_countries (incident, country) VALUES (?, ?)`,
		&a.sum:      `SELECT sum FROM incidents WHERE id = ?`,
		&a.had:      `SELECT EXISTS (SELECT 1 FROM incidents WHERE id = ?1) OR EXISTS (SELECT 1 FROM incident_redirects WHERE id = ?1)`,
		&a.delete:   `DELETE FROM incidents WHERE id = ?`,
	})
	if err == nil {
		a.lines, err = newLineAdder(ctx, tx)
	}
	return &a, err
}

func (a *incidentAdder) add(ctx context.Context, in *dateline.Incident, json []byte, sum [32]byte) error {
	when := firstFixed(in.Dates)
	if _, err := a.incident.ExecContext(ctx, in.ID, string(in.Kind), string(in.Reality), in.Background,
		when.From, when.To, sum[:], string(json)); err != nil {
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
	return a.lines.add(ctx, in)
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

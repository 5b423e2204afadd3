package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"dateline"
)

// Filter says which incidents are wanted. The zero Filter is all of them; every field that is set
// narrows it.
type Filter struct {
	// Actor is held responsible by an account, or is a Part of a Statement, of the incident. To
	// speak about it is not enough.
	Actor   string
	Country string // ISO 3166-1 alpha-2 of any account of where
	Kind    dateline.Kind
	Reality dateline.Reality
	// From and To are days, YYYY-MM-DD: the best supported date can lie between them. An incident
	// without a fixed date is then left out.
	From, To string
	// Counted leaves out background and what did not take place (Reality.Counts).
	Counted bool
	// Newest turns the order by date round; incidents without a fixed date stay last.
	Newest bool
	Limit  int // 0 is no limit
	Offset int // how many to skip
}

// Incident returns the Incident with that identifier, or to which it leads: the identifier by which to call
// it is in the answer. One that was seen once leads to the incident that now holds the statement which gave
// it. It is an Error with the code NotFound if there is none, which says what became of that statement.
func (v *View) Incident(ctx context.Context, id string) (out dateline.Incident, err error) {
	err = v.at(ctx, func(m *moment) error {
		all, err := collect(ctx, m, m.incident, `SELECT id, sum, json FROM incidents `+incidentByID, id)
		if err == nil && len(all) == 0 {
			all, err = m.led(ctx, id)
		}
		if err == nil {
			out = all[0]
		}
		return err
	})
	return out, err
}

// incidentByID finds an identifier among those of incidents, then their redirects, then those of old.
const incidentByID = `WHERE incidents.id = coalesce((SELECT id FROM incidents WHERE id = ?1),
	(SELECT incident FROM incident_redirects WHERE id = ?1),
	(SELECT incident FROM former_incidents JOIN incident_statements USING (statement) WHERE former_incidents.id = ?1))`

// led finds the incident of the Statement that now stands where the one stood which gave an identifier; the error
// says that there never was such an incident, or what became of it.
func (m *moment) led(ctx context.Context, id string) ([]dateline.Incident, error) {
	named, err := collect(ctx, m, one[string], `SELECT statements.id FROM former_incidents
		JOIN statements ON statements.seq = statement WHERE former_incidents.id = ?`, id)
	if err != nil {
		return nil, err
	}
	if len(named) == 0 {
		return nil, &Error{Code: NotFound, Msg: "there is no incident " + id}
	}
	now, err := m.instead(ctx, named[0])
	for _, s := range now {
		all, err := collect(ctx, m, m.incident, `SELECT id, sum, json FROM incidents `+incidentsOfStatement, s)
		if err != nil || len(all) > 0 {
			return all, err
		}
	}
	if err == nil {
		err = &Error{Code: NotFound, Msg: "there is no incident " + id + " any more: statement " + named[0] + ", which gave it, tells none now"}
	}
	return nil, err
}

// NamedBy returns the Statement.ID that gave an identifier of an incident, and "" if that was never one.
func (v *View) NamedBy(ctx context.Context, id string) (statement string, err error) {
	in, err := v.Incident(ctx, id)
	if err == nil {
		for _, s := range in.Statements {
			if dateline.IncidentID(s) == id {
				return s, nil
			}
		}
	}
	if err != nil && CodeOf(err) != NotFound {
		return "", err
	}
	err = v.at(ctx, func(m *moment) error {
		return m.tx.QueryRowContext(ctx, `SELECT coalesce((SELECT statements.id FROM former_incidents
			JOIN statements ON statements.seq = statement WHERE former_incidents.id = ?), '')`, id).Scan(&statement)
	})
	return statement, err
}

// Incidents returns the incidents that f lets through: by the first day of the best supported fixed
// date, those without one last; then by ID. nil if there are none.
func (v *View) Incidents(ctx context.Context, f Filter) ([]dateline.Incident, error) {
	where, args := f.where()
	order := oldestFirst
	if f.Newest {
		order = newestFirst
	}
	limit := -1
	if f.Limit > 0 {
		limit = f.Limit
	}
	return v.incidents(ctx, where+order+` LIMIT ? OFFSET ?`, append(args, limit, f.Offset)...)
}

// IncidentsByID returns the incidents with these identifiers, in that order; those that are not there are left out.
func (v *View) IncidentsByID(ctx context.Context, ids []string) ([]dateline.Incident, error) {
	return v.byID(ctx, ids, (*moment).incident)
}

// Heads is IncidentsByID as far as a list shows an incident: without Redirects, Kinds, Targets, Victims, Weapons,
// Statements, Copies and Links, which take longest to read.
func (v *View) Heads(ctx context.Context, ids []string) ([]dateline.Incident, error) {
	return v.byID(ctx, ids, (*moment).head)
}

func (v *View) byID(ctx context.Context, ids []string, row func(*moment, scan) (dateline.Incident, error)) (out []dateline.Incident, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (dateline.Incident, error) { return row(m, s) }, `SELECT incidents.id, sum, incidents.json
			FROM json_each(?) AS wanted CROSS JOIN incidents ON incidents.id = wanted.value ORDER BY wanted.key`, list(ids))
		return err
	})
	return out, err
}

// Counting returns, of the Statements of these incidents, those that have a Part in a Role, take something back, or may do so
// by a later reading or a ruling; in the order of the incidents, without repetition.
func (v *View) Counting(ctx context.Context, incidents []string, role dateline.Role) (out []string, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, one[string], counting, list(incidents), string(role), string(dateline.Retraction))
		return err
	})
	return out, err
}

const counting = `SELECT s.id FROM json_each(?1) AS wanted CROSS JOIN incident_statements AS i ON i.incident = wanted.value
	CROSS JOIN statements AS s ON s.seq = i.statement WHERE s.kind = ?3
		OR EXISTS (SELECT 1 FROM parts AS p WHERE p.statement = s.seq AND p.role = ?2)
		OR EXISTS (SELECT 1 FROM coding_statements AS c WHERE c.statement = s.seq AND c.json IS NOT NULL)
		OR EXISTS (SELECT 1 FROM decision_on AS d WHERE d.statement = s.id) GROUP BY s.seq ORDER BY min(wanted.key), min(i.n)`

// IncidentsOf returns the incidents of an actor, as Filter.Actor has it, in the order of Incidents.
func (v *View) IncidentsOf(ctx context.Context, actor string) ([]dateline.Incident, error) {
	return v.Incidents(ctx, Filter{Actor: actor})
}

// IncidentsIn returns the incidents that Statements of a Report tell, in the order of Incidents; nil
// if there are none.
func (v *View) IncidentsIn(ctx context.Context, report string) ([]dateline.Incident, error) {
	return v.incidents(ctx, incidentsInReport+oldestFirst, report)
}

// IncidentsOfStatement returns the incidents that a Statement is of, in the order of Incidents; nil if there are
// none.
func (v *View) IncidentsOfStatement(ctx context.Context, statement string) ([]dateline.Incident, error) {
	return v.incidents(ctx, incidentsOfStatement+oldestFirst, statement)
}

// BriefIn is IncidentsIn as far as a page that leads to an incident says what it is: Kind, Dates, Places, Reports, and Copies
// and Links, which say why it is one.
func (v *View) BriefIn(ctx context.Context, report string) ([]dateline.Incident, error) {
	return v.read(ctx, (*moment).brief, incidentsInReport+oldestFirst, report)
}

// BriefOfStatement is IncidentsOfStatement, as BriefIn has them.
func (v *View) BriefOfStatement(ctx context.Context, statement string) ([]dateline.Incident, error) {
	return v.read(ctx, (*moment).brief, incidentsOfStatement+oldestFirst, statement)
}

const (
	incidentsOfStatement = `WHERE incidents.id IN (SELECT incident FROM incident_statements
		JOIN statements ON statements.seq = statement WHERE statements.id = ?)`
	incidentsInReport = `WHERE incidents.id IN (SELECT incident FROM incident_statements
		JOIN statements ON statements.seq = statement JOIN reports ON reports.seq = report WHERE reports.id = ?)`
	oldestFirst = ` ORDER BY incidents.date_from = '', incidents.date_from, incidents.id`
	newestFirst = ` ORDER BY incidents.date_from = '', incidents.date_from DESC, incidents.id`
)

// where returns f as SQL, and its arguments.
func (f Filter) where() (string, []any) {
	var terms []string
	var args []any
	add := func(set bool, term string, values ...any) {
		if set {
			terms, args = append(terms, term), append(args, values...)
		}
	}
	add(f.Actor != "", `incidents.id IN (`+incidentsOfActor+`)`, f.Actor, f.Actor)
	add(f.Country != "", `incidents.id IN (SELECT incident FROM incident_countries WHERE country = ?)`, f.Country)
	add(f.Kind != "", `incidents.kind = ?`, string(f.Kind))
	add(f.Reality != "", `incidents.reality = ?`, string(f.Reality))
	add(f.From != "", `incidents.date_to >= ?`, f.From)
	add(f.To != "", `(incidents.date_from <> '' AND incidents.date_from <= ?)`, f.To)
	add(f.Counted, counted)
	if len(terms) == 0 {
		return "", nil
	}
	return `WHERE ` + strings.Join(terms, ` AND `), args
}

const incidentsOfActor = `SELECT incident FROM incident_actors WHERE actor = ?
	UNION SELECT incident FROM meant_actors JOIN incident_statements USING (statement)
	WHERE actor = ? AND actor <> '' AND part >= 0`

// counted is dateline.Reality.Counts and 'not background', in SQL.
const counted = `(NOT incidents.background AND incidents.reality IN ('happened', 'ongoing', 'attempted'))`

// incidents returns the incidents of a query, given from WHERE on.
func (v *View) incidents(ctx context.Context, rest string, args ...any) ([]dateline.Incident, error) {
	return v.read(ctx, (*moment).incident, rest, args...)
}

// read returns what row makes of the incidents of a query.
func (v *View) read(ctx context.Context, row func(*moment, scan) (dateline.Incident, error), rest string, args ...any) (out []dateline.Incident, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (dateline.Incident, error) { return row(m, s) }, `SELECT id, sum, json FROM incidents `+rest, args...)
		return err
	})
	return out, err
}

func (m *moment) incident(s scan) (in dateline.Incident, err error) {
	err = m.keptIn(s, &in, nil)
	return in, err
}

// headFields are what Heads reads of an incident.
var headFields = []string{"ID", "Kind", "Reality", "Background", "Score", "Dates", "Places", "Perpetrators", "Tolls", "Reports", "Independent", "Series", "Whole"}

func (m *moment) head(s scan) (in dateline.Incident, err error) {
	err = m.keptIn(s, &in, headFields)
	return in, err
}

// briefFields are what BriefIn reads of an incident.
var briefFields = []string{"ID", "Kind", "Dates", "Places", "Reports", "Copies", "Links"}

func (m *moment) brief(s scan) (in dateline.Incident, err error) {
	err = m.keptIn(s, &in, briefFields)
	return in, err
}

// keptIn reads fields of an incident, or all of it for none, from a row of identifier, sum and JSON.
func (m *moment) keptIn(s scan, in *dateline.Incident, fields []string) error {
	var id string
	var sum, text sql.RawBytes
	if err := s(&id, &sum, &text); err != nil {
		return err
	}
	if now := sha256.Sum256(text); string(now[:]) != string(sum) {
		if err := m.found(Finding{Tampered, "incident " + id, "it is not as it was computed; compute it again"}); err != nil {
			return err
		}
	}
	if fields != nil {
		text = only(text, fields)
	}
	if err := json.Unmarshal(text, in); err != nil {
		return m.found(Finding{Tampered, "incident " + id, fmt.Sprintf("it cannot be read: %v", err)})
	}
	return nil
}

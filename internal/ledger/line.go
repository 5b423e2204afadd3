package ledger

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// linesVersion changes when what newLine makes of an incident does.
const linesVersion = "1"

const markLines = "lines"

// lineAdder writes the Line of an incident, and the words that it is found by, in one transaction.
type lineAdder struct{ line, words, voices, sources, actors *sql.Stmt }

func newLineAdder(ctx context.Context, tx *sql.Tx) (*lineAdder, error) {
	var a lineAdder
	err := prepare(ctx, tx, map[**sql.Stmt]string{
		&a.line: `INSERT INTO incident_lines (incident, json) VALUES (?, ?)`,
		&a.words: `INSERT INTO incident_words (rowid, title, said, place) VALUES (?1,
			(SELECT group_concat(title, char(10)) FROM (SELECT DISTINCT title FROM incident_statements JOIN statements ON statements.seq = statement
				JOIN reports ON reports.seq = report WHERE incident = ?2)),
			(SELECT group_concat(quote_text, char(10)) FROM (SELECT DISTINCT quote_text FROM incident_statements
				JOIN statements ON statements.seq = statement WHERE incident = ?2)), ?3)`,
		&a.voices: `SELECT DISTINCT coalesce(class, ''), stance FROM incident_statements JOIN statements ON statements.seq = incident_statements.statement
			LEFT JOIN speakers ON speakers.statement = statements.seq AND speakers.n = 0 WHERE incident = ? ORDER BY 1, 2`,
		&a.sources: `SELECT DISTINCT publisher FROM incident_statements JOIN statements ON statements.seq = statement
			JOIN reports ON reports.seq = report WHERE incident = ? ORDER BY 1`,
		&a.actors: actorsMeant,
	})
	return &a, err
}

// actorsMeant is meant_actors of the Statements of an incident, by index: of the view SQLite would make the whole first.
const actorsMeant = `SELECT actor FROM incident_statements CROSS JOIN resolutions AS r USING (statement) WHERE incident = ?1 AND part >= 0 AND actor <> ''
		AND NOT EXISTS (SELECT 1 FROM overruled_actors AS o WHERE o.statement = r.statement AND o.part = r.part)
		AND NOT EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = r.statement)
	UNION SELECT actor FROM incident_statements CROSS JOIN overruled_actors AS o USING (statement) WHERE incident = ?1 AND part >= 0 AND actor <> ''
		AND NOT EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = o.statement)`

// add writes the line of an incident that is written already.
func (a *lineAdder) add(ctx context.Context, in *dateline.Incident) error {
	l := newLine(in)
	var err error
	if l.Voices, err = ask(ctx, a.voices, func(s scan) (v dateline.Voice, err error) {
		err = s(&v.Class, &v.Stance)
		return v, err
	}, in.ID); err != nil {
		return err
	}
	if l.Sources, err = ask(ctx, a.sources, one[string], in.ID); err != nil {
		return err
	}
	parties, err := ask(ctx, a.actors, one[string], in.ID)
	if err != nil {
		return err
	}
	l.Groups = distinct(append(parties, l.Groups...))
	b, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("incident %s: %w", in.ID, err)
	}
	res, err := a.line.ExecContext(ctx, in.ID, string(b))
	if err != nil {
		return err
	}
	seq, err := res.LastInsertId()
	if err != nil {
		return err
	}
	_, err = a.words.ExecContext(ctx, seq, in.ID, strings.Join(placeNames(in), "\n"))
	return err
}

// ask returns what row makes of each row of a prepared query; nil if there are none.
func ask[T any](ctx context.Context, q *sql.Stmt, row func(scan) (T, error), args ...any) (out []T, err error) {
	rows, err := q.QueryContext(ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		t, err := row(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, rows.Err()
}

// newLine is the Line of an incident as far as the incident itself goes.
func newLine(in *dateline.Incident) dateline.Line {
	l := dateline.Line{ID: in.ID, Kind: in.Kind, Reality: in.Reality, Background: in.Background, Dates: len(in.Dates), Places: len(in.Places),
		Series: in.Series, Whole: in.Whole, Groups: actorsOf(in), Countries: countriesOf(in),
		Statements: len(in.Statements), Reports: len(in.Reports), Independent: in.Independent}
	if l.Dates > 0 {
		l.Date = in.Dates[0].Value
	}
	if l.Places > 0 {
		l.Place = in.Places[0].Value
	}
	for _, t := range in.Tolls {
		if t.Value.Of == dateline.KilledRole {
			l.Killed = &t.Value.Count
			break
		}
	}
	for _, p := range in.Places {
		l.PlaceIDs = append(l.PlaceIDs, p.Value.ID)
	}
	l.PlaceIDs = distinct(l.PlaceIDs)
	for _, p := range in.Perpetrators {
		if p.Value.Actor != "" {
			l.Held = append(l.Held, dateline.Held{Actor: p.Value.Actor, Degree: p.Value.Degree})
		}
	}
	slices.SortFunc(l.Held, func(a, b dateline.Held) int {
		return cmp.Or(cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Degree, b.Degree))
	})
	l.Held = slices.Compact(l.Held)
	return l
}

// placeNames are the names of an incident's places and of the areas that they are in.
func placeNames(in *dateline.Incident) []string {
	var out []string
	for _, p := range in.Places {
		out = append(out, p.Value.Name, p.Value.Admin1)
	}
	return distinct(out)
}

// fillLines writes the lines of all incidents anew if they are of another version.
func (l *Ledger) fillLines(ctx context.Context) error {
	var of string
	err := l.db.QueryRowContext(ctx, `SELECT coalesce((SELECT value FROM marks WHERE key = ?), '')`, markLines).Scan(&of)
	if err != nil || of == linesVersion {
		return err
	}
	return l.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM incident_lines`); err != nil {
			return err
		}
		if err := addLines(ctx, tx); err != nil {
			return err
		}
		return mark(ctx, tx, markLines, linesVersion)
	})
}

// addLines writes the lines of all incidents.
func addLines(ctx context.Context, tx *sql.Tx) error {
	a, err := newLineAdder(ctx, tx)
	if err != nil {
		return err
	}
	ids, err := collect(ctx, &moment{tx: tx}, one[string], `SELECT id FROM incidents ORDER BY id`)
	if err != nil {
		return err
	}
	for _, id := range ids {
		all, err := collect(ctx, &moment{tx: tx, found: refuse}, (&moment{found: refuse}).incident, `SELECT id, sum, json FROM incidents WHERE id = ?`, id)
		if err != nil {
			return err
		}
		for i := range all {
			if err := a.add(ctx, &all[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// LineSum says by what an incident's Line can be told from an older one of the same incident.
type LineSum struct {
	ID       string
	Sum      [32]byte // of the incident
	Reviewed int      // its Statements that a person ruled on
}

// LineSums returns one LineSum for each incident, sorted by ID.
func (v *View) LineSums(ctx context.Context) (out []LineSum, err error) {
	err = v.at(ctx, func(m *moment) error {
		reviewed, err := m.reviewed(ctx)
		if err != nil {
			return err
		}
		out, err = collect(ctx, m, func(s scan) (l LineSum, err error) {
			var sum []byte
			err = s(&l.ID, &sum)
			copy(l.Sum[:], sum)
			l.Reviewed = reviewed[l.ID]
			return l, err
		}, `SELECT id, sum FROM incidents ORDER BY id`)
		return err
	})
	return out, err
}

// Lines returns the Lines of the incidents with these IDs, in no order; of all if ids is nil.
func (v *View) Lines(ctx context.Context, ids []string) (out []dateline.Line, err error) {
	err = v.at(ctx, func(m *moment) error {
		reviewed, err := m.reviewed(ctx)
		if err != nil {
			return err
		}
		query, args := `SELECT incident_lines.json FROM incident_lines`, []any(nil)
		if ids != nil {
			query, args = `SELECT incident_lines.json FROM json_each(?) AS wanted CROSS JOIN incident_lines ON incident = wanted.value`, []any{list(ids)}
		}
		once := once{}
		out, err = collect(ctx, m, func(s scan) (l dateline.Line, err error) {
			var text sql.RawBytes
			if err := s(&text); err != nil {
				return l, err
			}
			err = json.Unmarshal(text, &l)
			l.Reviewed = reviewed[l.ID]
			once.line(&l)
			return l, err
		}, query, args...)
		return err
	})
	return out, err
}

// once keeps one copy of each string: lines have the same few names, places and days again and again.
type once map[string]string

func share[S ~string](o once, all ...*S) {
	for _, s := range all {
		kept, ok := o[string(*s)]
		if !ok {
			kept = string(*s)
			o[kept] = kept
		}
		*s = S(kept)
	}
}

func (o once) line(l *dateline.Line) {
	share(o, &l.Kind)
	share(o, &l.Reality)
	share(o, &l.Series, &l.Date.EDTF, &l.Date.From, &l.Date.To, &l.Date.Why, &l.Place.ID, &l.Place.Name, &l.Place.Country, &l.Place.Admin1)
	share(o, &l.Date.Anchor)
	share(o, &l.Place.Precision)
	for i := range l.Held {
		share(o, &l.Held[i].Actor)
		share(o, &l.Held[i].Degree)
	}
	for i := range l.Voices {
		share(o, &l.Voices[i].Class)
		share(o, &l.Voices[i].Stance)
	}
	for _, list := range [][]string{l.Groups, l.Countries, l.PlaceIDs, l.Sources} {
		for i := range list {
			share(o, &list[i])
		}
	}
}

// reviewed counts, for each incident with any, the Statements that decisions which were not undone are on.
func (m *moment) reviewed(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	return out, m.rows(ctx, func(s scan) error {
		var id string
		var n int
		err := s(&id, &n)
		out[id] = n
		return err
	}, `SELECT incident, count(DISTINCT incident_statements.statement) FROM decision_on CROSS JOIN statements ON statements.id = decision_on.statement
		CROSS JOIN incident_statements ON incident_statements.statement = statements.seq
		WHERE NOT EXISTS (SELECT 1 FROM decision_undoes AS u WHERE u.undone = decision_on.decision
			AND NOT EXISTS (SELECT 1 FROM decision_undoes AS again WHERE again.undone = u.decision)) GROUP BY incident`)
}

package ledger

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"dateline"
)

// Dealings returns every Dealing as people have ruled, by Statement; those that were rejected are among them.
func (v *View) Dealings(ctx context.Context) (out []dateline.Dealing, err error) {
	err = v.at(ctx, func(m *moment) error {
		dealt, err := collect(ctx, m, one[int64], `SELECT statement FROM meant_actors GROUP BY statement
			HAVING min(actor) <> max(actor) AND max(actor NOT LIKE 'state:%')`)
		if err != nil {
			return err
		}
		numbers := list(dealt)
		if out, err = collect(ctx, m, dealing, dealings, numbers); err != nil {
			return err
		}
		index := make(map[string]*dateline.Dealing, len(out))
		for i := range out {
			index[out[i].Statement] = &out[i]
		}
		if err := m.sides(ctx, index, numbers); err != nil {
			return err
		}
		return m.amend(ctx, index, numbers)
	})
	return out, err
}

// dealings reads Dealings without their sides, as the machine read them.
const dealings = `SELECT s.id, coalesce((SELECT min(incident) FROM incident_statements AS i WHERE i.statement = s.seq), ''),
		r.id, r.publisher, r.published_from, s.kind, s.reality, s.stance, s.background,
		coalesce((SELECT actor FROM resolutions AS x WHERE x.statement = s.seq AND x.part = -1), ''),
		coalesce((SELECT class FROM speakers AS p WHERE p.statement = s.seq AND p.n = 0), ''),
		coalesce((SELECT x.date_from || x.date_to FROM parts AS p JOIN resolutions AS x ON x.statement = p.statement AND x.part = p.n
			WHERE p.statement = s.seq AND p.role = 'date' AND x.date_from <> '' AND x.date_to <> '' ORDER BY p.n LIMIT 1), '')
	FROM json_each(?) AS dealt CROSS JOIN statements AS s ON s.seq = dealt.value CROSS JOIN reports AS r ON r.seq = s.report ORDER BY s.id`

func dealing(s scan) (d dateline.Dealing, err error) {
	var when string
	err = s(&d.Statement, &d.Incident, &d.Report, &d.Publisher, &d.Published, &d.Kind, &d.Reality, &d.Stance, &d.Background, &d.By, &d.Class, &when)
	if n := len("2006-01-02"); len(when) == 2*n {
		d.From, d.To = when[:n], when[n:]
	}
	d.Review = dateline.Unreviewed
	return d, err
}

func (m *moment) sides(ctx context.Context, index map[string]*dateline.Dealing, numbers string) error {
	return m.rows(ctx, func(s scan) error {
		var id string
		var side dateline.Side
		if err := s(&id, &side.Actor, &side.Role); err != nil {
			return err
		}
		d := index[id]
		d.Sides = append(d.Sides, side)
		return nil
	}, `SELECT s.id, x.actor, p.role FROM json_each(?) AS dealt CROSS JOIN statements AS s ON s.seq = dealt.value
		CROSS JOIN parts AS p ON p.statement = s.seq CROSS JOIN resolutions AS x ON x.statement = s.seq AND x.part = p.n
		WHERE x.actor <> '' ORDER BY s.id, p.n`, numbers)
}

// amend brings the Dealings that a later reading or a person changed to what they are now.
func (m *moment) amend(ctx context.Context, index map[string]*dateline.Dealing, numbers string) error {
	keys, err := collect(ctx, m, keyRow, `SELECT s.seq, s.report FROM json_each(?) AS dealt CROSS JOIN statements AS s ON s.seq = dealt.value
		WHERE EXISTS (SELECT 1 FROM decision_on AS d WHERE d.statement = s.id)
			OR EXISTS (SELECT 1 FROM coding_statements AS c WHERE c.statement = s.seq AND c.json IS NOT NULL) ORDER BY s.seq`, numbers)
	if err != nil || len(keys) == 0 {
		return err
	}
	entries, err := m.entries(ctx, keys)
	if err != nil {
		return err
	}
	if _, err := m.rule(ctx, entries, decisionsOn); err != nil {
		return err
	}
	for i := range entries {
		become(index[entries[i].Statement.ID], &entries[i])
	}
	return nil
}

// become gives d what a reader sees of its Statement now.
func become(d *dateline.Dealing, e *Entry) {
	st := &e.Statement
	d.Kind, d.Reality, d.Stance, d.Background, d.Review = st.Kind, st.Reality, st.Stance, st.Background, e.Review
	d.By, d.Class, d.From, d.To, d.Sides = "", "", "", "", nil
	if len(st.Speaker) > 0 {
		d.Class = st.Speaker[0].Class
	}
	if r := e.Resolution(-1); r != nil {
		d.By = r.Actor
	}
	for i, p := range st.Parts {
		r := e.Resolution(i)
		switch {
		case r == nil:
		case r.Actor != "":
			d.Sides = append(d.Sides, dateline.Side{Actor: r.Actor, Role: p.Role})
		case p.Role == dateline.DateRole && d.From == "" && r.Date != nil && r.Date.Fixed():
			d.From, d.To = r.Date.From, r.Date.To
		}
	}
}

// Copies leads from each report that is a copy or a retelling, by any incident, to the first report of its account; one
// that leads nowhere is an account of its own, or the first.
func (v *View) Copies(ctx context.Context) (map[string]string, error) {
	out := map[string]string{}
	return out, v.at(ctx, func(m *moment) error {
		return m.rows(ctx, func(s scan) error {
			var copies sql.RawBytes
			if err := s(&copies); err != nil {
				return err
			}
			return firstOf(copies, out)
		}, `SELECT json_extract(json, '$.Copies') FROM incidents WHERE instr(json, '"Copies":[[') > 0 ORDER BY id`)
	})
}

// firstOf notes the first report of each group of copies for the others, unless one leads elsewhere already.
func firstOf(copies []byte, out map[string]string) error {
	var groups [][]string
	if err := json.Unmarshal(copies, &groups); err != nil {
		return fmt.Errorf("the copies of an incident: %w", err)
	}
	for _, g := range groups {
		for _, r := range g[1:] {
			if _, led := out[r]; !led && r != g[0] {
				out[r] = g[0]
			}
		}
	}
	return nil
}

package ledger

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/review"
)

// The codes of a Finding, beside Tampered.
const (
	Damaged   = "damaged"   // SQLite finds the file inconsistent
	Dangling  = "dangling"  // something names something that is not there
	Unfounded = "unfounded" // a value of an incident names no statement of it
	Orphaned  = "orphaned"  // a decision is on a statement that is not made any more: kept, and no fault
)

// Finding is something in a ledger that is not as it should be.
type Finding struct {
	Code  string // Tampered, Damaged, Dangling, Unfounded or Orphaned
	Where string // "statement 0123456789abcdef", "report ...", "incident ...", "table ..."
	Msg   string
}

// String returns the finding on one line.
func (f Finding) String() string { return f.Where + ": " + f.Msg + " (" + f.Code + ")" }

// Findings are what Check found, by Where, Code and Msg. None is a ledger in which all is well.
type Findings []Finding

// Check looks through the whole ledger at path: the file is sound, every reference holds, every
// text is the one that was kept, every quote, part and speaker stands in it, every Report and Statement has
// the identifier that its contents give, and every value of an Incident names Statements that there
// are. The error is that of OpenView, or of a file that cannot be read on.
func Check(ctx context.Context, path string) (Findings, error) {
	v, err := OpenView(path)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	var out Findings
	err = v.at(ctx, func(m *moment) error {
		m.found = func(f Finding) error {
			out = append(out, f)
			return nil
		}
		for _, check := range []func(context.Context) error{m.checkFile, m.checkReferences, m.checkReadings, m.checkFormer, m.checkIncidents, m.checkDecisions} {
			if err := check(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Where, b.Where), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Msg, b.Msg))
	})
	return out, err
}

// checkFile asks SQLite about its own structures.
func (m *moment) checkFile(ctx context.Context) error {
	msgs, err := collect(ctx, m, one[string], `PRAGMA integrity_check`)
	for _, msg := range msgs {
		if msg != "ok" && err == nil {
			err = m.found(Finding{Damaged, "file", msg})
		}
	}
	return err
}

// checkReferences finds rows that name rows that are not there.
func (m *moment) checkReferences(ctx context.Context) error {
	return m.rows(ctx, func(s scan) error {
		var table, parent string
		var row *int64
		var key int
		if err := s(&table, &row, &parent, &key); err != nil {
			return err
		}
		return m.found(Finding{Dangling, "table " + table, fmt.Sprintf("row %s names a row of %s that is not there", number(row), parent)})
	}, `SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check ORDER BY 1, 2, 3, 4`)
}

// number writes a row's number; tables without them have none.
func number(row *int64) string {
	if row == nil {
		return "without number"
	}
	return fmt.Sprint(*row)
}

// checkReadings loads everything, which compares the words, and computes identifiers again.
func (m *moment) checkReadings(ctx context.Context) error {
	return m.each(ctx, func(r dateline.Reading) error {
		again := r.Report
		if again.SetID(); again.ID != r.Report.ID {
			if err := m.found(Finding{Tampered, "report " + r.Report.ID, "its title, publisher, address, date and sum give the identifier " + again.ID}); err != nil {
				return err
			}
		}
		for _, s := range r.Statements {
			if err := m.checkID(s); err != nil {
				return err
			}
		}
		return nil
	})
}

// checkID computes an identifier again.
func (m *moment) checkID(s dateline.Statement) error {
	again := s
	again.SetID()
	if again.ID == s.ID {
		return nil
	}
	return m.found(Finding{Tampered, "statement " + s.ID, "its contents give the identifier " + again.ID})
}

// checkFormer does for Statements that are not made any more what checkReadings does for the others.
func (m *moment) checkFormer(ctx context.Context) error {
	keys, err := collect(ctx, m, keyRow, `SELECT statements.seq, statements.report FROM former_statements
		JOIN statements ON statements.seq = former_statements.statement ORDER BY statements.report, statements.n`)
	for err == nil && len(keys) > 0 {
		n := min(batch, len(keys))
		var all []Entry
		all, err = m.entries(ctx, keys[:n])
		for i := 0; err == nil && i < len(all); i++ {
			err = m.checkID(all[i].Statement)
		}
		keys = keys[n:]
	}
	return err
}

// checkDecisions tells of decisions in force on Statements that are not made any more, and what stands there now.
func (m *moment) checkDecisions(ctx context.Context) error {
	orphans, err := m.orphans(ctx)
	if err != nil || len(orphans) == 0 {
		return err
	}
	ds, err := m.decisions(ctx, `WITH wanted (id) AS (SELECT id FROM decisions)`)
	if err != nil {
		return err
	}
	for _, d := range review.New(ds).OnAny(orphans) {
		for _, id := range d.On {
			if !d.InForce() || !slices.Contains(orphans, id) {
				continue
			}
			now, err := m.instead(ctx, id)
			if err != nil {
				return err
			}
			msg := "it is on statement " + id + ", which the last reading of its report does not make any more"
			if len(now) > 0 {
				msg += "; there is now " + strings.Join(now, ", ")
			}
			if err := m.found(Finding{Orphaned, "decision " + d.ID, msg}); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkIncidents sees that each value rests on Statements that are the incident's and are there.
func (m *moment) checkIncidents(ctx context.Context) error {
	listed := map[string][]string{}
	if err := m.rows(ctx, func(s scan) error {
		var incident, statement string
		err := s(&incident, &statement)
		listed[incident] = append(listed[incident], statement)
		return err
	}, `SELECT incident, statements.id FROM incident_statements JOIN statements ON statements.seq = statement
		ORDER BY incident, incident_statements.n`); err != nil {
		return err
	}
	return m.rows(ctx, func(s scan) error {
		in, err := m.incident(s)
		if err != nil {
			return err
		}
		for _, f := range unfounded(&in) {
			err = m.found(f)
		}
		if !slices.Equal(listed[in.ID], in.Statements) {
			err = m.found(Finding{Dangling, "incident " + in.ID, "its statements are not those that the ledger lists for it"})
		}
		return err
	}, `SELECT id, sum, json FROM incidents ORDER BY id`)
}

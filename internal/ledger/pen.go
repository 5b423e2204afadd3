package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	"dateline"
	"dateline/internal/review"
)

// Pen writes Decisions, and nothing else. It needs no sole right to write: it takes turns with a Ledger that another
// process has open, transaction by transaction, so that people can rule while reports are read in. What it keeps is
// linked by whoever has the Ledger next. Its methods may be called at the same time; they take turns.
type Pen struct {
	ledger Ledger
	plans  plans
}

// Proposal is a ruling that somebody wants kept, and what they had before their eyes when they made it.
type Proposal struct {
	Decision dateline.Decision // without ID and At, which it is given
	// Seen is the Decision.ID of the last ruling on the same matter (review.Docket.Last) that its author saw; "" if they
	// saw none.
	Seen string
}

// Kept is what became of a Proposal.
type Kept struct {
	Decision dateline.Decision // as it is kept; empty on an error
	Again    bool              // it was proposed before by the same author, who had seen no more, and is kept from then
	Err      error             // a Conflict, or an Error with the code Malformed or NotFound; nil if it is kept
}

// Conflict is why a Proposal is not kept: others ruled on the same matter after what its author saw.
type Conflict struct {
	Since []dateline.Decision // the oldest first, never none
}

// Error says how many rulings came in between.
func (c *Conflict) Error() string {
	return fmt.Sprintf("%d other decisions were made since; the last is %s", len(c.Since), c.Since[len(c.Since)-1].ID)
}

// OpenPen opens the ledger at path for rulings. It is an Error, with its code, if there is none, if it may not be
// written, or if it is of another version than this program's: a Pen never migrates.
func OpenPen(path string) (*Pen, error) {
	v, err := OpenView(path) // which writes nothing to what may be another program's file
	if err != nil {
		return nil, err
	}
	if err := v.Close(); err != nil {
		return nil, err
	}
	db, err := writing(path)
	if err != nil {
		return nil, fault(path, err)
	}
	if _, err := db.Exec(unsettled); err != nil {
		return nil, fault(path, errors.Join(err, db.Close()))
	}
	return &Pen{ledger: Ledger{path: path, db: db, release: func() error { return nil }}}, nil
}

// unsettled lets the log grow to 128 MB before a Pen settles it by itself.
const unsettled = `PRAGMA wal_autocheckpoint = 32768`

// Close ends the writing. The Pen may not be used afterwards.
func (p *Pen) Close() error {
	return fault(p.ledger.path, errors.Join(p.plans.close(), p.ledger.Close()))
}

// Settle writes what was kept from the log beside the ledger at path into its file, as far as nobody reads it there, while
// others write on. Without it a Pen does so itself when the log is long, and rulings wait for the disk.
func Settle(ctx context.Context, path string) error {
	db, err := connect(path, 0, url.Values{"mode": {"rw"}})
	if err != nil {
		return fault(path, err)
	}
	_, err = db.ExecContext(ctx, `PRAGMA wal_checkpoint(PASSIVE)`)
	return fault(path, errors.Join(err, db.Close()))
}

// Propose keeps those of ps that nothing speaks against, all in one transaction, and says what became of each, in their
// order: what it says to be kept is on the disk. Each is ruled at the time now, or right after the last Decision that is kept
// if that is later, and sees those before it. The error is that of the ledger; nothing is kept then.
func (p *Pen) Propose(ctx context.Context, now time.Time, ps []Proposal) ([]Kept, error) {
	out := make([]Kept, len(ps))
	if err := p.plans.make(ctx, p.ledger.db); err != nil {
		return nil, fault(p.ledger.path, err)
	}
	err := p.ledger.write(ctx, func(plain *sql.Tx) error {
		tx := planned{plain, &p.plans}
		if err := presentIn(ctx, tx); err != nil {
			return err
		}
		last, err := lastRuled(ctx, tx)
		for i := 0; err == nil && i < len(ps); i++ {
			if !now.After(last) {
				now = last.Add(1)
			}
			if out[i], err = p.propose(ctx, tx, now, ps[i]); out[i].Err == nil {
				last = now
			}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// lastRuled is the time of the last Decision; the zero time if there is none.
func lastRuled(ctx context.Context, tx asker) (time.Time, error) {
	var at string
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(at), '') FROM decisions`).Scan(&at); err != nil {
		return time.Time{}, err
	}
	return untime(at)
}

// propose keeps one Proposal, or leaves everything as it was; the error is that of the ledger.
func (p *Pen) propose(ctx context.Context, tx asker, now time.Time, o Proposal) (k Kept, err error) {
	d := o.Decision
	d.At = now
	d.SetID()
	if _, err := tx.ExecContext(ctx, `SAVEPOINT proposal`); err != nil {
		return k, err
	}
	k.Decision, k.Again, k.Err = p.admit(ctx, tx, d, o.Seen)
	end := `RELEASE proposal`
	if k.Err != nil {
		if !refused(k.Err) {
			return k, k.Err
		}
		end = `ROLLBACK TO proposal; RELEASE proposal`
		k.Decision, k.Err = dateline.Decision{}, fault(p.ledger.path, k.Err)
	}
	_, err = tx.ExecContext(ctx, end)
	return k, err
}

// refused reports whether err is about a Proposal, and not about the ledger.
func refused(err error) bool {
	if _, ok := errors.AsType[*Conflict](err); ok {
		return true
	}
	return CodeOf(err) == NotFound || CodeOf(err) == Malformed
}

// admit keeps d if nothing was ruled on its matter since seen, or returns what is kept of it already.
func (p *Pen) admit(ctx context.Context, tx asker, d dateline.Decision, seen string) (_ dateline.Decision, again bool, err error) {
	if err := ruled(d); err != nil {
		return d, false, err
	}
	since, err := rulingsSince(ctx, tx, d, seen)
	if err != nil {
		return d, false, err
	}
	for _, s := range since {
		if repeats(s, d) {
			return s, true, nil
		}
	}
	if len(since) > 0 {
		return d, false, &Conflict{since}
	}
	if err := allPresent(ctx, tx, d); err != nil {
		return d, false, err
	}
	return d, false, decide(ctx, tx, d)
}

// rulingsSince lists the Decisions on the matter of d after the one seen; all of them if seen is "" or is not among
// them.
func rulingsSince(ctx context.Context, tx asker, d dateline.Decision, seen string) (out []dateline.Decision, err error) {
	docket, err := docketOf(ctx, tx, d)
	if err != nil {
		return nil, err
	}
	on := docket.MatterOf(d)
	if on == nil {
		return nil, &Error{Code: NotFound, Msg: "there is no decision " + d.On[0]}
	}
	for _, r := range docket.Matter(on...) {
		if out = append(out, r.Decision); r.ID == seen {
			out = nil
		}
	}
	return out, nil
}

// docketOf reads the Decisions that touch what d is on in the end.
func docketOf(ctx context.Context, tx asker, d dateline.Decision) (*review.Docket, error) {
	m := &moment{tx: tx, found: refuse}
	ds, err := m.decisions(ctx, decisionsTouching, list(d.On))
	return review.New(ds), err
}

// decisionsTouching begins with what a ruling names, Statements or a Decision.
const decisionsTouching = `WITH RECURSIVE root (id) AS (SELECT value FROM json_each(?1)
		UNION SELECT undone FROM root CROSS JOIN decision_undoes ON decision = root.id),
	about (statement) AS (SELECT value FROM json_each(?1) UNION SELECT statement FROM root CROSS JOIN decision_on ON decision = root.id),
	wanted (id) AS (SELECT decision FROM about CROSS JOIN decision_on USING (statement)
		UNION SELECT decision FROM wanted CROSS JOIN decision_undoes ON undone = wanted.id)`

// repeats reports whether d says what s says.
func repeats(s, d dateline.Decision) bool {
	return s.Ruling == d.Ruling && s.Part == d.Part && s.Value == d.Value && s.Author == d.Author && s.Reason == d.Reason &&
		slices.Equal(s.On, d.On)
}

// allPresent is an Error if d is on a Statement that the last reading of its Report does not make.
func allPresent(ctx context.Context, tx asker, d dateline.Decision) error {
	former, err := collect(ctx, &moment{tx: tx}, one[string], `SELECT id FROM former_statements JOIN statements ON seq = statement
		WHERE id IN (SELECT value FROM json_each(?))`, list(d.On))
	if err == nil && len(former) > 0 && d.Ruling != dateline.Undo {
		err = &Error{Code: NotFound, Msg: "the present reading of its report does not make statement " + former[0] + " any more"}
	}
	return err
}

// presentIn is present for a transaction: another program may have migrated the ledger since it was opened.
func presentIn(ctx context.Context, tx asker) error {
	target, err := latest(migrations())
	if err != nil {
		return err
	}
	var v int64
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&v); err != nil {
		return err
	}
	if v < target {
		return &Error{Code: OlderVersion, Msg: fmt.Sprintf("written by an older Dateline: schema version %d, this program writes %d", v, target)}
	}
	return supported(v, target)
}

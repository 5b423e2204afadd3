package ledger

import (
	"cmp"
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
)

// Roll is the list of who has an account, and of the sessions that are open: a SQLite file of its own, which nobody
// but its owner may read. Several processes may have it open and write it, in turns. What it acknowledges is on the disk.
// It knows nothing of passwords and roles beyond their text.
type Roll struct {
	path string
	db   *sql.DB
}

// Person is somebody who has an account. No two have names that differ in capitals alone.
type Person struct {
	Name      string
	Role      string
	Disabled  bool
	Temporary bool   // the password was given by another, and has to be changed
	Secret    string // what the password is checked with
	Made      time.Time
}

// Session is a browser that somebody has logged in with.
type Session struct {
	ID          string // of what the browser holds, a sum: it opens nothing
	Begun, Used time.Time
}

// rollID marks a file as a Roll: 'DTLR'; rollVersion is the version that roll.sql makes.
const (
	rollID      = 0x44544c52
	rollVersion = 1
)

//go:embed roll.sql
var rollSchema string

// OpenRoll opens the Roll at path, and makes an empty one if there is none. It is an Error with the code NotALedger for
// another program's file, and NewerVersion for one of a newer program.
func OpenRoll(path string) (*Roll, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return nil, &Error{Code: ReadOnly, Path: path, Msg: "the list of accounts may not be opened", Err: err}
	case err != nil:
		return nil, fmt.Errorf("open the list of accounts: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("open the list of accounts: %w", err)
	}
	db, err := connect(path, wait, map[string][]string{"_journal_mode": {"WAL"}, "_txlock": {"immediate"}})
	if err != nil {
		return nil, fault(path, err)
	}
	db.SetMaxOpenConns(4)
	r := &Roll{path, db}
	if err := r.write(context.Background(), func(tx *sql.Tx) error { return makeRoll(context.Background(), tx) }); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return r, nil
}

// makeRoll makes the tables of an empty file, and refuses one of another sort.
func makeRoll(ctx context.Context, tx *sql.Tx) error {
	var id, version, tables int64
	if err := tx.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&id, &version, &tables); err != nil {
		return err
	}
	switch {
	case id == rollID && version == rollVersion:
		return nil
	case id == rollID && version > rollVersion:
		return &Error{Code: NewerVersion, Msg: fmt.Sprintf("written by a newer Dateline: accounts version %d, this program knows %d", version, rollVersion)}
	case tables > 0:
		return &Error{Code: NotALedger, Msg: "not a list of accounts, but another database"}
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf("%s; PRAGMA application_id = %d; PRAGMA user_version = %d", rollSchema, rollID, rollVersion))
	return err
}

// Close ends the use of the Roll.
func (r *Roll) Close() error { return fault(r.path, r.db.Close()) }

func (r *Roll) write(ctx context.Context, do func(*sql.Tx) error) error {
	return fault(r.path, transact(ctx, r.db, do))
}

func folded(name string) string { return strings.ToLower(name) }

const personColumns = `SELECT name, role, disabled, temporary, secret, people.made FROM people`

func personRow(s scan) (p Person, err error) {
	var made string
	if err = s(&p.Name, &p.Role, &p.Disabled, &p.Temporary, &p.Secret, &made); err == nil {
		p.Made, err = untime(made)
	}
	return p, err
}

// People returns everybody who has an account, by name.
func (r *Roll) People(ctx context.Context) (out []Person, err error) {
	err = r.write(ctx, func(tx *sql.Tx) error {
		out, err = people(ctx, tx)
		return err
	})
	return out, err
}

func people(ctx context.Context, tx *sql.Tx) ([]Person, error) {
	out, err := collect(ctx, &moment{tx: tx}, personRow, personColumns)
	slices.SortFunc(out, func(a, b Person) int { return cmp.Compare(folded(a.Name), folded(b.Name)) })
	return out, err
}

// Person returns who has that name, in whatever capitals. It is an Error with the code NotFound if nobody has.
func (r *Roll) Person(ctx context.Context, name string) (Person, error) {
	p, err := personRow(r.db.QueryRowContext(ctx, personColumns+` WHERE folded = ?`, folded(name)).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		err = &Error{Code: NotFound, Msg: "nobody has an account of that name"}
	}
	return p, fault(r.path, err)
}

// Add keeps somebody new. It is an Error with the code Malformed if somebody has that name.
func (r *Roll) Add(ctx context.Context, p Person) error {
	return r.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO people (folded, name, role, disabled, temporary, secret, made) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (folded) DO NOTHING`, folded(p.Name), p.Name, p.Role, p.Disabled, p.Temporary, p.Secret, stamp(p.Made))
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n > 0 {
			return err
		}
		return malformed("somebody has an account of that name")
	})
}

// Change changes what is kept of somebody, but for the name, and ends their sessions, all but one if keep is its ID. change
// is given them and everybody, before; its error leaves everything as it was.
func (r *Roll) Change(ctx context.Context, name, keep string, change func(p *Person, all []Person) error) error {
	return r.write(ctx, func(tx *sql.Tx) error {
		all, err := people(ctx, tx)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(p Person) bool { return folded(p.Name) == folded(name) })
		if i < 0 {
			return &Error{Code: NotFound, Msg: "nobody has an account of that name"}
		}
		p := all[i]
		if err := change(&p, all); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE people SET role = ?, disabled = ?, temporary = ?, secret = ? WHERE folded = ?`,
			p.Role, p.Disabled, p.Temporary, p.Secret, folded(name)); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM sessions WHERE person = ? AND id <> ?`, folded(name), keep)
		return err
	})
}

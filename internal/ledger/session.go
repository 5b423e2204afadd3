package ledger

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Begin keeps a new session of somebody, and forgets those of everybody that began before old.
func (r *Roll) Begin(ctx context.Context, name, id string, now, old time.Time) error {
	return r.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM sessions WHERE begun < ?`, stamp(old)); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO sessions (id, person, begun, used) VALUES (?, ?, ?, ?)`, id, folded(name), stamp(now), stamp(now))
		return err
	})
}

// Session returns a session and whose it is. It is an Error with the code NotFound if there is none.
func (r *Roll) Session(ctx context.Context, id string) (s Session, p Person, err error) {
	var begun, used, made string
	err = r.db.QueryRowContext(ctx, `SELECT id, begun, used, name, role, disabled, temporary, secret, people.made
		FROM sessions JOIN people ON folded = person WHERE id = ?`, id).Scan(
		&s.ID, &begun, &used, &p.Name, &p.Role, &p.Disabled, &p.Temporary, &p.Secret, &made)
	if errors.Is(err, sql.ErrNoRows) {
		err = &Error{Code: NotFound, Msg: "there is no such session"}
	}
	if err == nil {
		p.Made, err = untime(made)
	}
	if err == nil {
		err = s.times(begun, used)
	}
	return s, p, fault(r.path, err)
}

func (s *Session) times(begun, used string) (err error) {
	if s.Begun, err = untime(begun); err == nil {
		s.Used, err = untime(used)
	}
	return err
}

// Sessions returns somebody's sessions, the last used first.
func (r *Roll) Sessions(ctx context.Context, name string) (out []Session, err error) {
	err = r.write(ctx, func(tx *sql.Tx) error {
		out, err = collect(ctx, &moment{tx: tx}, func(row scan) (s Session, err error) {
			var begun, used string
			if err = row(&s.ID, &begun, &used); err == nil {
				err = s.times(begun, used)
			}
			return s, err
		}, `SELECT id, begun, used FROM sessions WHERE person = ? ORDER BY used DESC, id`, folded(name))
		return err
	})
	return out, err
}

// Use notes that a session was used.
func (r *Roll) Use(ctx context.Context, id string, now time.Time) error {
	_, err := r.db.ExecContext(ctx, `UPDATE sessions SET used = ? WHERE id = ?`, stamp(now), id)
	return fault(r.path, err)
}

// End ends one session of somebody, and says whether there was one.
func (r *Roll) End(ctx context.Context, name, id string) (bool, error) {
	res, err := r.db.ExecContext(ctx, `DELETE FROM sessions WHERE id = ? AND person = ?`, id, folded(name))
	if err != nil {
		return false, fault(r.path, err)
	}
	n, err := res.RowsAffected()
	return n > 0, fault(r.path, err)
}

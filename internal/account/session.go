package account

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"dateline/internal/ledger"
)

// How long a session lasts.
const (
	idle     = 8 * time.Hour
	absolute = 7 * 24 * time.Hour
	noted    = time.Minute // between two notes that it was used
)

// ErrWrong is that nobody of that name has that password, or may not come in: which of them is not said.
var ErrWrong = errors.New("the name or the password is wrong")

// TooMany is that there were too many failures for a name or from an address.
type TooMany struct{ Wait time.Duration }

// Error says how long to wait.
func (t *TooMany) Error() string {
	return fmt.Sprintf("there were too many failures; try again in %d minutes", 1+int(t.Wait/time.Minute))
}

// Session is a browser that somebody has logged in with.
type Session struct {
	ID          string // names it among its owner's, and opens nothing
	Begun, Used time.Time
}

// Visitor is somebody who is logged in, by a session.
type Visitor struct {
	Person
	Session string // Session.ID
}

// Enter begins a session for whoever has that name and password, and returns what their browser is to hold. address is
// where they come from. The error is ErrWrong, a TooMany, or that of the file.
func (d *Door) Enter(ctx context.Context, name, password, address string) (token string, err error) {
	p, err := d.prove(ctx, name, password, address)
	if err != nil {
		return "", err
	}
	r, err := d.list()
	if err != nil {
		return "", err
	}
	var bits [32]byte
	rand.Read(bits[:]) // never fails
	token = base64.RawURLEncoding.EncodeToString(bits[:])
	now := d.now().UTC()
	return token, r.Begin(ctx, p.Name, sumOf(token), now, now.Add(-absolute))
}

// Prove is nil if somebody who is logged in has that password; the error is as that of Enter.
func (d *Door) Prove(ctx context.Context, name, password, address string) error {
	_, err := d.prove(ctx, name, password, address)
	return err
}

// prove finds who has that name and password, in the same time whether there is anybody or not.
func (d *Door) prove(ctx context.Context, name, password, address string) (ledger.Person, error) {
	name = norm.NFC.String(strings.TrimSpace(name))
	if len(name) > 4*longestName || len(password) > 4*longest {
		return ledger.Person{}, ErrWrong
	}
	now, keys := d.now(), []string{"name " + strings.ToLower(name), "address " + place(address)}
	if wait := d.tries.begin(now, keys...); wait > 0 {
		return ledger.Person{}, &TooMany{wait}
	}
	r, err := d.list()
	if err != nil {
		return ledger.Person{}, err
	}
	p, err := r.Person(ctx, name)
	nobody := ledger.CodeOf(err) == ledger.NotFound
	if nobody {
		p.Secret = d.nobody()
	} else if err != nil {
		return p, err
	}
	fits, err := d.fits(ctx, password, p.Secret)
	switch {
	case err != nil:
		return p, err
	case !fits || nobody || p.Disabled:
		return p, ErrWrong
	}
	d.tries.back(now, keys...)
	return p, nil
}

// Who says whose session a browser holds. It is false for none, one that has ended, and one whose owner is disabled.
func (d *Door) Who(ctx context.Context, token string) (Visitor, bool, error) {
	if len(token) != 43 {
		return Visitor{}, false, nil
	}
	r, err := d.list()
	if err != nil {
		return Visitor{}, false, err
	}
	id := sumOf(token)
	s, p, err := r.Session(ctx, id)
	if ledger.CodeOf(err) == ledger.NotFound {
		return Visitor{}, false, nil
	} else if err != nil {
		return Visitor{}, false, err
	}
	now := d.now().UTC()
	if p.Disabled || now.Sub(s.Used) >= idle || now.Sub(s.Begun) >= absolute {
		_, err := r.End(ctx, p.Name, id)
		return Visitor{}, false, err
	}
	if now.Sub(s.Used) >= noted {
		err = r.Use(ctx, id, now)
	}
	return Visitor{personOf(p), id}, true, err
}

// Sessions returns somebody's open sessions, the last used first.
func (d *Door) Sessions(ctx context.Context, name string) (out []Session, err error) {
	r, err := d.list()
	if err != nil {
		return nil, err
	}
	all, err := r.Sessions(ctx, name)
	now := d.now()
	for _, s := range all {
		if now.Sub(s.Used) < idle && now.Sub(s.Begun) < absolute {
			out = append(out, Session(s))
		}
	}
	return out, err
}

// End ends one of somebody's sessions, and says whether there was one.
func (d *Door) End(ctx context.Context, name, session string) (bool, error) {
	r, err := d.list()
	if err != nil {
		return false, err
	}
	return r.End(ctx, name, session)
}

// sumOf is what is kept of what a browser holds.
func sumOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

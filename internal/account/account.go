// Package account knows who may come in: people with a name, a password and a role, and the sessions that they have
// open. What is kept of them lies in a file beside the ledger and apart from it (ledger.Roll), so that a copy of the ledger
// carries no list of people.
//
// # Without accounts
//
// As long as nobody has an account the ledger is its owner's alone: pages are served to this machine only, and whoever sits
// at it may do everything. There is no default account. From the moment that somebody has one, everybody has to log in.
//
// # Promises
//
// A password is kept as its argon2id sum (t=1, m=46 MiB, p=1), has 12 characters or more and is not a common one. At most
// two sums are made at once. An unknown name, a wrong password and a disabled account take the same time and are answered
// with the same words. After 10 failures in 15 minutes for one name, or from one address, more tries are refused, while open
// sessions go on.
//
// A session is 256 random bits in a browser's cookie, of which only the SHA-256 is kept. It ends 8 hours after it was last
// used, 7 days after it began, and at once when its owner logs out, is disabled, or gets another role or password. Addresses
// and browsers are not kept.
package account

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/unicode/norm"

	"dateline/internal/ledger"
)

// Options say how a Door works. The zero value is what programs use.
type Options struct {
	Now    func() time.Time // nil is time.Now
	Memory uint32           // that a password's sum takes, in KiB; 0 is 46 MiB, as it should be, and tests take less
}

// Door lets people in. Its methods may be called at the same time.
type Door struct {
	path   string
	now    func() time.Time
	mu     sync.Mutex
	roll   *ledger.Roll  // nil while there is no file
	closed bool          // somebody has an account: it stays so while this program runs
	sums   chan struct{} // has as many as are being made
	memory uint32        // that a sum takes, in KiB
	tries  tries
}

// Person is somebody who has an account.
type Person struct {
	Name      string
	Role      Role
	Disabled  bool
	Temporary bool // the password was given by another: it has to be changed before anything else
	Made      time.Time
}

// PathBeside returns where the accounts for the ledger at path are.
func PathBeside(path string) string { return path + ".accounts" }

// Open opens the accounts at path; there need be none.
func Open(path string, opts Options) (*Door, error) {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Memory == 0 {
		opts.Memory = memory
	}
	d := &Door{path: path, now: opts.Now, sums: make(chan struct{}, sumsAtOnce), memory: opts.Memory, tries: newTries()}
	_, err := d.Closed(context.Background())
	return d, err
}

// Close ends the use of the accounts.
func (d *Door) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.roll == nil {
		return nil
	}
	return d.roll.Close()
}

// Closed reports whether people have to log in: somebody has an account. If that cannot be told they have to.
func (d *Door) Closed(ctx context.Context) (bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return true, nil
	}
	if d.roll == nil {
		if _, err := os.Stat(d.path); errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
	}
	all, err := d.people(ctx)
	d.closed = err == nil && len(all) > 0
	return d.closed || err != nil, err
}

// people reads everybody; the lock is held.
func (d *Door) people(ctx context.Context) ([]ledger.Person, error) {
	if err := d.open(); err != nil {
		return nil, err
	}
	return d.roll.People(ctx)
}

func (d *Door) open() (err error) {
	if d.roll == nil {
		d.roll, err = ledger.OpenRoll(d.path)
	}
	return err
}

// list returns the file, which is made if there is none.
func (d *Door) list() (*ledger.Roll, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.roll, d.open()
}

// People returns everybody who has an account, by name.
func (d *Door) People(ctx context.Context) ([]Person, error) {
	if closed, err := d.Closed(ctx); err != nil || !closed {
		return nil, err // and no file is made
	}
	r, err := d.list()
	if err != nil {
		return nil, err
	}
	all, err := r.People(ctx)
	var out []Person
	for _, p := range all {
		out = append(out, personOf(p))
	}
	return out, err
}

// personOf reads what is kept; a role that this program does not know is Nobody.
func personOf(p ledger.Person) Person {
	role, _ := RoleOf(p.Role)
	return Person{p.Name, role, p.Disabled, p.Temporary, p.Made}
}

// Add gives somebody an account, of whom the first is an admin. The error says what is wrong with name, role or password, or
// that the name is taken.
func (d *Door) Add(ctx context.Context, name string, role Role, password string, temporary bool) error {
	name = norm.NFC.String(name)
	if err := CheckName(name); err != nil {
		return wrong(err)
	}
	if !slices.Contains(Roles, role) {
		return wrong(errors.New("an account has a role"))
	}
	all, err := d.People(ctx)
	if err != nil {
		return err
	}
	if role != Admin && !slices.ContainsFunc(all, func(p Person) bool { return p.Role == Admin && !p.Disabled }) {
		return wrong(errors.New("the first account has to be an admin's"))
	}
	secret, err := d.secret(ctx, name, password)
	if err != nil {
		return err
	}
	r, err := d.list()
	if err != nil {
		return err
	}
	err = r.Add(ctx, ledger.Person{Name: name, Role: role.String(), Temporary: temporary, Secret: secret, Made: d.now().UTC()})
	if ledger.CodeOf(err) == ledger.Malformed {
		return wrong(errors.New("somebody has an account of that name"))
	}
	return err
}

// SetRole gives somebody another role and ends their sessions. The last admin stays one.
func (d *Door) SetRole(ctx context.Context, name string, role Role) error {
	if !slices.Contains(Roles, role) {
		return wrong(errors.New("an account has a role"))
	}
	return d.change(ctx, name, "", func(p *ledger.Person) {
		p.Role = role.String()
	})
}

// SetDisabled shuts somebody out and ends their sessions, or lets them in again. The last admin stays.
func (d *Door) SetDisabled(ctx context.Context, name string, disabled bool) error {
	return d.change(ctx, name, "", func(p *ledger.Person) {
		p.Disabled = disabled
	})
}

// SetPassword gives somebody another password, which they have to change if it is temporary, and ends their sessions but
// for the one that keep names.
func (d *Door) SetPassword(ctx context.Context, name, password string, temporary bool, keep string) error {
	secret, err := d.secret(ctx, name, password)
	if err != nil {
		return err
	}
	return d.change(ctx, name, keep, func(p *ledger.Person) {
		p.Secret, p.Temporary = secret, temporary
	})
}

func (d *Door) change(ctx context.Context, name, keep string, change func(*ledger.Person)) error {
	if closed, err := d.Closed(ctx); err != nil || !closed {
		return cmp.Or(err, error(wrong(fmt.Errorf("nobody has an account named %q", name))))
	}
	r, err := d.list()
	if err != nil {
		return err
	}
	err = r.Change(ctx, norm.NFC.String(name), keep, func(p *ledger.Person, all []ledger.Person) error {
		was := *p
		change(p)
		if ruling(was) && !ruling(*p) && !slices.ContainsFunc(all, func(o ledger.Person) bool { return o.Name != p.Name && ruling(o) }) {
			return wrong(errors.New("there has to be an admin, and this is the last one"))
		}
		return nil
	})
	if ledger.CodeOf(err) == ledger.NotFound {
		return wrong(fmt.Errorf("nobody has an account named %q", name))
	}
	return err
}

// ruling reports whether somebody can say who has an account.
func ruling(p ledger.Person) bool { return !p.Disabled && p.Role == Admin.String() }

// Wrong is what somebody asked for that cannot be, in words for them.
type Wrong struct{ err error }

func wrong(err error) *Wrong { return &Wrong{err} }

// Error says what is wrong.
func (w *Wrong) Error() string { return w.err.Error() }

// Sentence is Error as a sentence.
func (w *Wrong) Sentence() string {
	s := w.err.Error()
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

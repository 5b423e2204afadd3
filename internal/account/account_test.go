package account

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// clock is a time that tests move.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

const good = "seven quiet herons"

func opened(t testing.TB) (*Door, *clock, string) {
	t.Helper()
	c := &clock{at: time.Date(2024, 3, 4, 5, 6, 7, 0, time.UTC)}
	path := filepath.Join(t.TempDir(), "ledger.db.accounts")
	d, err := Open(path, Options{Now: c.now, Memory: 64})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d, c, path
}

func peopled(t testing.TB) (*Door, *clock, string) {
	d, c, path := opened(t)
	wantWrong(t, d.Add(t.Context(), "Rea", Reader, good, false), "an admin's")
	for _, p := range []Person{{Name: "Ada", Role: Admin}, {Name: "Rea", Role: Reader}, {Name: "Rev", Role: Reviewer}} {
		if err := d.Add(t.Context(), p.Name, p.Role, good, false); err != nil {
			t.Fatal(err)
		}
	}
	return d, c, path
}

func enter(t testing.TB, d *Door, name string) string {
	t.Helper()
	token, err := d.Enter(t.Context(), name, good, "192.0.2.1")
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func in(t testing.TB, d *Door, token string) bool {
	t.Helper()
	_, ok, err := d.Who(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	return ok
}

func TestTheDoorIsOpenUntilSomebodyHasAnAccount(t *testing.T) {
	d, _, path := opened(t)
	closed, err := d.Closed(t.Context())
	if _, there := os.Stat(path); closed || err != nil || !errors.Is(there, os.ErrNotExist) {
		t.Errorf("closed %v, %v; the file: %v", closed, err, there)
	}
	other, err := Open(path, Options{}) // another process
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if err := other.Add(t.Context(), "Ada", Admin, good, false); err != nil {
		t.Fatal(err)
	}
	if closed, err := d.Closed(t.Context()); !closed || err != nil {
		t.Errorf("after the first account: closed %v, %v", closed, err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
}

func TestAFileThatIsNoListOfAccountsClosesTheDoor(t *testing.T) {
	d, _, path := opened(t)
	if err := os.WriteFile(path, []byte("this is no database, and longer than a header of a hundred bytes would be: "+strings.Repeat("x", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	if closed, err := d.Closed(t.Context()); !closed || err == nil {
		t.Errorf("closed %v, %v", closed, err)
	}
}

func TestEnter(t *testing.T) {
	d, _, _ := peopled(t)
	token := enter(t, d, "ada") // in small letters
	v, ok, err := d.Who(t.Context(), token)
	if !ok || err != nil || v.Name != "Ada" || v.Role != Admin {
		t.Errorf("%+v, %v, %v", v, ok, err)
	}
	if again := enter(t, d, "Ada"); again == token || len(again) != 43 {
		t.Errorf("two sessions are %q and %q", token, again)
	}
	for _, c := range []struct{ name, password string }{{"Ada", "eight quiet herons"}, {"Bo", good}, {"", good}, {"Ada", ""}, {strings.Repeat("a", 1<<20), good}, {"Ada", strings.Repeat("a", 1<<20)}} {
		if _, err := d.Enter(t.Context(), c.name, c.password, "192.0.2.2"); err != ErrWrong {
			t.Errorf("%.20q with %.20q: %v", c.name, c.password, err)
		}
	}
	for _, token := range []string{"", "x", token[:42] + "!", strings.Repeat("A", 43), sumOf(token)} {
		if in(t, d, token) {
			t.Errorf("%q is let in", token)
		}
	}
}

func TestNoTokenOrPasswordIsKept(t *testing.T) {
	d, _, path := peopled(t)
	token := enter(t, d, "Ada")
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(b), token) || strings.Contains(string(b), good) || strings.Contains(string(b), "192.0.2") {
			t.Errorf("%s has what it may not have", path+end)
		}
	}
}

func TestSessionsEnd(t *testing.T) {
	for name, c := range map[string]struct {
		do  func(d *Door, c *clock, token string) error
		end bool
	}{
		"used in time": {func(d *Door, c *clock, token string) error {
			for range 20 {
				c.pass(7 * time.Hour)
				if _, ok, err := d.Who(t.Context(), token); !ok || err != nil {
					return fmt.Errorf("%v, %v", ok, err)
				}
			}
			return nil
		}, false},
		"idle":     {func(d *Door, c *clock, _ string) error { c.pass(idle); return nil }, true},
		"not idle": {func(d *Door, c *clock, _ string) error { c.pass(idle - time.Second); return nil }, false},
		"old": {func(d *Door, c *clock, token string) error {
			for range 24 {
				c.pass(7 * time.Hour)
				d.Who(t.Context(), token)
			}
			return nil
		}, true},
		"disabled":           {func(d *Door, _ *clock, _ string) error { return d.SetDisabled(t.Context(), "rev", true) }, true},
		"another's disabled": {func(d *Door, _ *clock, _ string) error { return d.SetDisabled(t.Context(), "Rea", true) }, false},
		"another role":       {func(d *Door, _ *clock, _ string) error { return d.SetRole(t.Context(), "Rev", Editor) }, true},
		"another password": {func(d *Door, _ *clock, _ string) error {
			return d.SetPassword(t.Context(), "Rev", "eight quiet herons", true, "")
		}, true},
		"changed the password": {func(d *Door, _ *clock, token string) error {
			return d.SetPassword(t.Context(), "Rev", "eight quiet herons", false, sumOf(token))
		}, false},
		"logged out": {func(d *Door, _ *clock, token string) error {
			_, err := d.End(t.Context(), "Rev", sumOf(token))
			return err
		}, true},
		"another's session": {func(d *Door, _ *clock, token string) error {
			_, err := d.End(t.Context(), "Rea", sumOf(token))
			return err
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			d, clock, _ := peopled(t)
			token := enter(t, d, "Rev")
			if err := c.do(d, clock, token); err != nil {
				t.Fatal(err)
			}
			if in(t, d, token) == c.end {
				t.Errorf("let in: %v", !c.end)
			}
		})
	}
}

func TestADisabledAccountIsLetInAgainWhenItIsEnabled(t *testing.T) {
	d, _, _ := peopled(t)
	token := enter(t, d, "Rev")
	for _, disabled := range []bool{true, false} {
		if err := d.SetDisabled(t.Context(), "Rev", disabled); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Enter(t.Context(), "Rev", good, "192.0.2.1"); (err == ErrWrong) != disabled {
			t.Errorf("disabled %v: %v", disabled, err)
		}
	}
	if in(t, d, token) {
		t.Error("the session from before is back")
	}
}

func TestThereIsAlwaysAnAdmin(t *testing.T) {
	d, _, _ := peopled(t)
	wantWrong(t, d.SetRole(t.Context(), "Ada", Reader), "the last one")
	wantWrong(t, d.SetDisabled(t.Context(), "Ada", true), "the last one")
	if err := d.SetRole(t.Context(), "Rev", Admin); err != nil {
		t.Fatal(err)
	}
	if err := d.SetRole(t.Context(), "Ada", Reader); err != nil {
		t.Error(err)
	}
	wantWrong(t, d.SetDisabled(t.Context(), "Rev", true), "the last one")
}

func wantWrong(t testing.TB, err error, says string) {
	t.Helper()
	var w *Wrong
	if !errors.As(err, &w) || !strings.Contains(err.Error(), says) {
		t.Errorf("%v does not say %q", err, says)
	}
}

func TestNamesAndPasswordsThatAreNoGood(t *testing.T) {
	d, _, _ := peopled(t)
	for _, c := range []struct{ name, password, says string }{
		{"", good, "name is needed"}, {" Bo", good, "no space"}, {"B\no", good, "no space"}, {"<b>", good, "letters"}, {"B\u202eo", good, "letters"},
		{strings.Repeat("a", 41), good, "40"}, {"ADA", good, "somebody has"},
		{"Bo", "elevenchars", "12"}, {"Bo", strings.Repeat("a", 257), "256"}, {"Bo", "Password1234", "common"}, {"Bo", "aaaabbbbaaaabbbb", "common"},
		{"Bo", "1234dateline", "common"}, {"Bo", "\xff\xfe23456789012", "text"}, {"Bettina", "my name is bettina", "name in it"},
	} {
		wantWrong(t, d.Add(t.Context(), c.name, Reader, c.password, false), c.says)
	}
	wantWrong(t, d.Add(t.Context(), "Bo", Nobody, good, false), "role")
	wantWrong(t, d.SetRole(t.Context(), "Bo", Reader), "nobody has")
	if len(common) < 200 {
		t.Errorf("only %d common passwords are known", len(common))
	}
	if p := NewPassword(); CheckPassword("Bo", p) != nil || p == NewPassword() || len(p) != 23 {
		t.Errorf("made up: %q", p)
	}
}

// TestNamesAreOneInEveryForm has a password typed on two systems, one of which takes letters and accents apart.
func TestPasswordsAreOneInEveryForm(t *testing.T) {
	d, _, _ := opened(t)
	if err := d.Add(t.Context(), "Zoe\u0308", Admin, "caf\u00e9 de la gare", false); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Enter(t.Context(), "zo\u00eb", "cafe\u0301 de la gare", "192.0.2.1"); err != nil {
		t.Error(err)
	}
}

func TestTooManyFailures(t *testing.T) {
	d, c, _ := peopled(t)
	token := enter(t, d, "Ada")
	fail := func(name, from string) error {
		_, err := d.Enter(t.Context(), name, "eight quiet herons", from)
		return err
	}
	for i := range mostTries {
		if err := fail("Ada", fmt.Sprintf("192.0.2.%d", i+2)); err != ErrWrong {
			t.Fatalf("try %d: %v", i, err)
		}
	}
	var many *TooMany
	if _, err := d.Enter(t.Context(), "ADA", good, "192.0.2.99"); !errors.As(err, &many) || many.Wait != triesFor {
		t.Errorf("with the right password: %v", err)
	}
	if !in(t, d, token) {
		t.Error("the owner is locked out of a session")
	}
	c.pass(triesFor)
	enter(t, d, "Ada")
	for i := range mostTries {
		if err := fail(fmt.Sprint("nobody ", i), fmt.Sprintf("2001:db8::%d", i)); err != ErrWrong {
			t.Fatalf("try %d: %v", i, err)
		}
	}
	if _, err := d.Enter(t.Context(), "Ada", good, "2001:db8::ffff"); !errors.As(err, &many) {
		t.Errorf("from the same network: %v", err)
	}
	enter(t, d, "Ada") // from elsewhere
}

func TestSuccessesAreNoFailures(t *testing.T) {
	d, _, _ := peopled(t)
	for range mostTries + 2 {
		enter(t, d, "Ada")
	}
}

// TestManyAtOnce has more try at once than may, in vain: no more than ten sums are made.
func TestManyAtOnce(t *testing.T) {
	d, _, _ := peopled(t)
	var wg sync.WaitGroup
	var mu sync.Mutex
	said := map[string]int{}
	for range 50 {
		wg.Go(func() {
			_, err := d.Enter(t.Context(), "Ada", "eight quiet herons", "192.0.2.1")
			mu.Lock()
			defer mu.Unlock()
			said[fmt.Sprintf("%T", err)]++
		})
	}
	wg.Wait()
	if said["*errors.errorString"] != mostTries || said["*account.TooMany"] != 50-mostTries {
		t.Errorf("%v", said)
	}
}

func TestFailuresAreForgotten(t *testing.T) {
	tr, at := newTries(), time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range mostKept + 100 {
		tr.begin(at, fmt.Sprint(i))
	}
	if len(tr.of) != mostKept || len(tr.age) != mostKept {
		t.Errorf("%d keys, %d ages", len(tr.of), len(tr.age))
	}
}

func TestTheSumIsMadeAsItShould(t *testing.T) {
	d, err := Open(filepath.Join(t.TempDir(), "a"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := d.form(); got != "$argon2id$v=19$m=47104,t=1,p=1$" || cap(d.sums) != 2 {
		t.Errorf("%s, %d at once", got, cap(d.sums))
	}
}

package ledger

import (
	"errors"
	"path/filepath"
	"testing"
	"time"
)

func rolled(t *testing.T) (*Roll, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a ledger.db.accounts")
	r, err := OpenRoll(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	if err := r.Add(t.Context(), Person{Name: "Ada", Role: "admin", Secret: "s", Made: noon}); err != nil {
		t.Fatal(err)
	}
	return r, path
}

func TestARollIsKept(t *testing.T) {
	r, path := rolled(t)
	if err := r.Begin(t.Context(), "ada", "one", noon, noon.Add(-time.Hour)); err != nil {
		t.Fatal(err)
	}
	other, err := OpenRoll(path) // another process
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	s, p, err := other.Session(t.Context(), "one")
	if err != nil || p != (Person{Name: "Ada", Role: "admin", Secret: "s", Made: noon}) || s != (Session{"one", noon, noon}) {
		t.Errorf("%+v, %+v, %v", s, p, err)
	}
	if err := other.Use(t.Context(), "one", noon.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if all, err := r.Sessions(t.Context(), "ADA"); err != nil || len(all) != 1 || !all[0].Used.Equal(noon.Add(time.Minute)) {
		t.Errorf("%+v, %v", all, err)
	}
	wantCode(t, r.Add(t.Context(), Person{Name: "ADA"}), Malformed)
	wantCode(t, r.Change(t.Context(), "Ben", "", nil), NotFound)
	if ended, err := r.End(t.Context(), "Ben", "one"); ended || err != nil {
		t.Errorf("another's session: %v, %v", ended, err)
	}
}

func TestAChangeThatFailsChangesNothing(t *testing.T) {
	r, _ := rolled(t)
	if err := r.Begin(t.Context(), "Ada", "one", noon, noon); err != nil {
		t.Fatal(err)
	}
	no := errors.New("no")
	if err := r.Change(t.Context(), "Ada", "", func(p *Person, _ []Person) error { p.Role = "reader"; return no }); !errors.Is(err, no) {
		t.Error(err)
	}
	if _, p, err := r.Session(t.Context(), "one"); err != nil || p.Role != "admin" {
		t.Errorf("%+v, %v", p, err)
	}
	if err := r.Change(t.Context(), "Ada", "", func(p *Person, _ []Person) error { p.Role = "reader"; return nil }); err != nil {
		t.Error(err)
	}
	_, _, err := r.Session(t.Context(), "one")
	wantCode(t, err, NotFound)
}

func TestOldSessionsAreForgotten(t *testing.T) {
	r, _ := rolled(t)
	for i, id := range []string{"one", "two"} {
		at := noon.Add(time.Duration(i) * time.Hour)
		if err := r.Begin(t.Context(), "Ada", id, at, at.Add(-time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	_, _, err := r.Session(t.Context(), "one")
	wantCode(t, err, NotFound)
}

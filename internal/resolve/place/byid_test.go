package place

import "testing"

// Every record is found by the identifier that it has as an Entry.
func TestByIDFindsEveryRecord(t *testing.T) {
	a := world()
	missed := 0
	for i := range a.table.Len() {
		want := a.entry(i)
		if got, ok := ByID(want.ID); !ok || got.ID != want.ID || got.Name != want.Name {
			if missed++; missed < 10 {
				t.Errorf("%s is %+v, %v, want %s", want.ID, got, ok, want.Name)
			}
		}
	}
	for _, e := range a.entries {
		if got, ok := ByID(e.ID); !ok || got.Name != e.Name {
			t.Errorf("%s is %+v, %v", e.ID, got, ok)
		}
	}
	for _, id := range []string{"", "geonames:", "geonames:0", "geonames:x", "geonames:99999999999", "geonames:-1", "admin1:XX.0", "iso:XX", "nothing"} {
		if e, ok := ByID(id); ok {
			t.Errorf("%q is %+v", id, e)
		}
	}
}

package place

import "testing"

// TestTownOfAQuarter holds that a quarter knows the town that it is of, and a town of its own is of none.
func TestTownOfAQuarter(t *testing.T) {
	for name, want := range map[string]string{"West Englewood": "Chicago", "Portage Park": "Chicago", "Tulsa": "", "Chicago": ""} {
		if r := Resolve(name, Context{Countries: []string{"US"}}); r.Place == nil || r.Place.Town != want {
			t.Errorf("%s: %+v, want of %q", name, r.Place, want)
		}
	}
}

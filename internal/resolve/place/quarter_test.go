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

func TestOneTownOfTwoRecords(t *testing.T) {
	for _, e := range Lookup("Lexington") {
		if e.Name == "Lexington-Fayette" {
			t.Errorf("Lexington is also %s", e.Name)
		}
	}
	if len(Lookup("Lexington-Fayette")) == 0 {
		t.Error("Lexington-Fayette is not known by its own name")
	}
}

func TestBeside(t *testing.T) {
	chicago := Resolve("Chicago", Context{}).Place
	if p := Beside("Bridgeport", *chicago); p == nil || p.Town != "Chicago" {
		t.Errorf("Bridgeport beside Chicago: %+v", p)
	}
	for _, name := range []string{"Chicago", "Memphis"} {
		if p := Beside(name, *chicago); p != nil {
			t.Errorf("%s beside Chicago: %+v", name, p)
		}
	}
}

package eval

import (
	"strconv"
	"strings"
	"testing"

	"dateline"
)

func TestGVAScene(t *testing.T) {
	in := dateline.Incident{Places: []dateline.Told[dateline.Place]{{Value: dateline.Place{Name: "Kern County", Admin1: "California"}}},
		Dates: []dateline.Told[dateline.Date]{{Value: dateline.Date{From: "2014-01-27", To: "2014-01-27"}}}}
	var s gvaScene
	s.add(gvaRecord{State: "California", City: "Kern (county)", Date: "January 27, 2014"}, in)
	s.add(gvaRecord{State: "Nevada", City: "Reno", Date: "January 26, 2014"}, in)
	s.add(gvaRecord{State: "Nevada", City: "Reno", Date: "January 26, 2014"}, dateline.Incident{})
	if one := (share{1, 3}); s.state != one || s.town != one || s.day != one {
		t.Errorf("%+v", s)
	}
}

func TestGVATowns(t *testing.T) {
	for city, want := range map[string]string{"Pittsburgh (Wilkinsburg)": "Pittsburgh,Wilkinsburg", "Saint Louis": "Saint Louis,St. Louis", "Kern (county)": "Kern", "Reno": "Reno"} {
		if got := strings.Join(gvaTowns(city), ","); got != want {
			t.Errorf("%s: %s", city, got)
		}
	}
}

// Half of the incidents, more or less, teach; which ones hangs on their numbers alone.
func TestGVATaught(t *testing.T) {
	n := 0
	for i := range 1000 {
		if gvaTaught(strconv.Itoa(100_000 + 7*i)) {
			n++
		}
	}
	if n < 400 || n > 600 {
		t.Errorf("%d of 1000 incidents teach", n)
	}
}

package eval

import (
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

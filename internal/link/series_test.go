package link

import (
	"testing"

	"dateline"
)

// A report that tells three bombings in two towns at once is a whole; those that tell one each are its parts, none of
// them joined, all of one series.
func TestSeries(t *testing.T) {
	one := telling{kind: dateline.Bombing, date: "2024-03-12", place: "Konduga/NG", target: "a church", killed: 4}
	two := telling{kind: dateline.Bombing, date: "2024-03-12", place: "Maiduguri/NG", target: "a mosque", killed: 3}
	whole := telling{kind: dateline.Bombing, date: "2024-03-12", place: "Konduga/NG", target: "places of worship", killed: 9}
	r := read("c", whole)
	r.Report.Text += "three bombings "
	at := len(r.Report.Text) - len("bombings ")
	s := &r.Statements[0]
	s.Trigger, s.Quote.End = dateline.Span{Start: at, End: at + len("bombings")}, len(r.Report.Text)
	s.SetID()
	for i := range r.Resolutions {
		r.Resolutions[i].Statement = s.ID
	}
	got := Link([]dateline.Reading{read("a", one), read("b", two), r}, nil)
	if len(got) != 3 {
		t.Fatalf("%d incidents, want the whole, its part and a stranger", len(got))
	}
	var parts, wholes int
	for _, in := range got {
		if in.Series != "" {
			parts++
		}
		if in.Whole {
			wholes++
		}
	}
	if parts != 2 || wholes != 1 {
		t.Errorf("%d of a series, %d wholes; want 2 and 1: the mosque is in a town that the whole does not name", parts, wholes)
	}
}

func TestNothingTellsOfWhatWasToCome(t *testing.T) {
	early := telling{kind: dateline.Attack, place: "Konduga/NG", target: "a market", killed: 11, pub: "2024-03-04"}
	late := telling{kind: dateline.Attack, date: "2024-03-12", place: "Konduga/NG", target: "a market", killed: 11, pub: "2024-03-13"}
	if n := len(Link([]dateline.Reading{read("a", early), read("b", late)}, nil)); n != 2 {
		t.Errorf("%d incidents: a report of the 4th tells of the 12th", n)
	}
}

// TestManyDeadInOneCountryAreOneHappening: of about as many dead on one day in one country, not of few, of half as
// many, or of two days.
func TestManyDeadInOneCountryAreOneHappening(t *testing.T) {
	telling := func(day string, dead int) *Telling {
		return &Telling{Kinds: []dateline.Kind{dateline.Bombing}, Dates: []dateline.Date{{From: day, To: day}},
			Places: []dateline.Place{{Country: "LK", Precision: dateline.Country}},
			Tolls:  map[dateline.Role][]dateline.Count{dateline.KilledRole: {{Low: &dead, High: &dead}}}}
	}
	for _, c := range []struct {
		day        string
		one, other int
		want       int
	}{
		{"2019-04-21", 290, 321, 290},
		{"2019-04-21", 290, 140, 0},
		{"2019-04-22", 290, 321, 0},
		{"2019-04-21", 6, 6, 6},
	} {
		a, b := telling("2019-04-21", c.one), telling(c.day, c.other)
		if got := greatAlike(a, b); got != c.want || greatAlike(b, a) != got {
			t.Errorf("%d dead and, on %s, %d: %d, want %d", c.one, c.day, c.other, got, c.want)
		}
		if v := sceneOf(a, b); (v.score >= sceneFrom) != (c.want >= 50) {
			t.Errorf("%d dead and, on %s, %d: score %.2f", c.one, c.day, c.other, v.score)
		}
	}
}

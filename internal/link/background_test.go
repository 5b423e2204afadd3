package link

import (
	"testing"
	"time"

	"dateline"
)

// recalled is a report that tells an event as one of old.
func recalled(id string, w telling) dateline.Reading {
	r := read(id, w)
	r.Statements[0].Background = true
	return r
}

// TestWhatIsRecalledJoinsAndMovesNothing: a report of a later year that recalls an attack is of its incident, which
// stays news of its day, also where more reports recall another day.
func TestWhatIsRecalledJoinsAndMovesNothing(t *testing.T) {
	news := read("a", telling{kind: dateline.Attack, date: "2024-03-12", place: "Konduga/NG", target: "a market", killed: 11, pub: "2024-03-13"})
	year := recalled("b", telling{kind: dateline.Attack, date: "2024", place: "Konduga/NG", target: "a market", killed: 11, pub: "2025-03-12"})
	for i, m := range year.Resolutions {
		if m.Date != nil {
			year.Resolutions[i].Date = &dateline.Date{EDTF: "2024", From: "2024-01-01", To: "2024-12-31"}
		}
	}
	wrong := []dateline.Reading{
		recalled("c", telling{kind: dateline.Attack, date: "2024-03-14", place: "Konduga/NG", killed: 11, pub: "2025-03-14"}),
		recalled("d", telling{kind: dateline.Attack, date: "2024-03-14", place: "Konduga/NG", killed: 11, pub: "2026-03-14"})}
	all := append([]dateline.Reading{news, year}, wrong...)
	same := dateline.Decision{ID: "1", Ruling: dateline.Same, Part: dateline.Whole, Author: "x", At: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC),
		On: []string{news.Statements[0].ID, wrong[0].Statements[0].ID}}
	again := same
	again.ID, again.On = "2", []string{news.Statements[0].ID, wrong[1].Statements[0].ID}
	got := Link(all, []dateline.Decision{same, again})
	if len(got) != 1 {
		t.Fatalf("%d incidents, want 1", len(got))
	}
	in := got[0]
	if in.Background || in.ID != dateline.IncidentID(news.Statements[0].ID) || in.Dates[0].Value.EDTF != "2024-03-12" {
		t.Errorf("background %v, identifier %s, first date %v", in.Background, in.ID, in.Dates[0].Value)
	}
	if alone := Link([]dateline.Reading{news, year}, nil); len(alone) != 1 {
		t.Errorf("what is recalled is another incident: %d", len(alone))
	}
}

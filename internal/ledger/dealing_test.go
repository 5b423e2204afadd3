package ledger

import (
	"reflect"
	"testing"

	"dateline"
)

// ofTwoGroups tells of an attack of one group on another, in the words of nobody who is known.
func ofTwoGroups() dateline.Reading {
	r := coded("Two", "2024-04-06", "Insurgents killed 11 people in Konduga, police said")
	r.Resolutions[1] = dateline.Resolution{Statement: r.Statements[0].ID, Part: 1, State: dateline.Known, Actor: "ansaru"}
	r.Resolutions[2].Date = &dateline.Date{EDTF: "2024-03", From: "2024-03-01", To: "2024-03-31"}
	r.Statements[0].Parts[2].Role = dateline.DateRole
	return r
}

func TestDealingsAreOfTwoActors(t *testing.T) {
	r := ofTwoGroups()
	l, path := opened(t, append(samples(), r)...)
	v := viewed(t, path)
	id := r.Statements[0].ID
	want := dateline.Dealing{Statement: id, Report: r.Report.ID, Publisher: "Two", Published: "2024-04-06", Kind: dateline.Attack,
		Reality: dateline.Happened, Stance: dateline.Asserted, By: "ng-police", Class: dateline.Authorities,
		From: "2024-03-01", To: "2024-03-31", Sides: []dateline.Side{{Actor: "boko-haram", Role: dateline.Perpetrator}, {Actor: "ansaru", Role: dateline.PlaceRole}}, Review: dateline.Unreviewed}
	dealt := func() dateline.Dealing {
		t.Helper()
		all, err := v.Dealings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range all {
			if d.Statement == id {
				return d
			}
		}
		t.Fatalf("it is not among %v", all)
		return dateline.Dealing{}
	}
	if got := dealt(); !reflect.DeepEqual(got, want) {
		t.Errorf("dealt\n%+v, want\n%+v", got, want)
	}
	if err := l.SetIncidents(t.Context(), []dateline.Incident{incident(r)}); err != nil {
		t.Fatal(err)
	}
	if got := dealt().Incident; got != incident(r).ID {
		t.Errorf("it is of incident %q", got)
	}
	ruled := ruling("d", dateline.Correct, 1, id)
	ruled.Part, ruled.Value, ruled.Means = 1, "iswap", &dateline.Resolution{Actor: "iswap"}
	for _, d := range []dateline.Decision{ruled, ruling("e", dateline.Reject, 2, id)} {
		if err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	want.Incident, want.Sides[1].Actor, want.Review = incident(r).ID, "iswap", dateline.Rejected
	if got := dealt(); !reflect.DeepEqual(got, want) {
		t.Errorf("after a ruling\n%+v, want\n%+v", got, want)
	}
}

func TestCopiesLeadToTheFirst(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	in := incident(rs[0], rs[1], rs[2])
	in.Copies = [][]string{{rs[2].Report.ID, rs[0].Report.ID}}
	if err := l.SetIncidents(t.Context(), []dateline.Incident{in}); err != nil {
		t.Fatal(err)
	}
	got, err := viewed(t, path).Copies(t.Context())
	if want := map[string]string{rs[0].Report.ID: rs[2].Report.ID}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
}

package analysis

import (
	"reflect"
	"testing"

	"dateline"
)

// The last figure of a source is compared with the best one of all; what nobody else tells is no comparison.
func TestTollRecord(t *testing.T) {
	var all []dateline.Incident
	said := map[string]Account{}
	n := 0
	tell := func(publisher, day string, killed int) Account {
		n++
		c := dateline.Exactly(killed)
		a := Account{ID: dateline.NewID("s", publisher, day), Kind: dateline.KilledKind, Reality: dateline.Happened, Stance: dateline.Asserted,
			Report: &dateline.Report{ID: dateline.NewID("r", publisher, day), Publisher: publisher, Published: dateline.Date{EDTF: day, From: day, To: day}},
			Parts:  []Value{{Role: dateline.KilledRole, Words: c.String() + " people", Meaning: &dateline.Resolution{Count: &c}}}}
		return a
	}
	happen := func(id string, told ...Account) {
		in := dateline.Incident{ID: id}
		for _, a := range told {
			a.ID += id
			said[a.ID] = a
			in.Statements = append(in.Statements, a.ID)
			in.Reports = append(in.Reports, a.Report.ID)
		}
		all = append(all, in)
	}
	happen("same", tell("A", "2024-01-02", 5), tell("B", "2024-01-03", 5))
	happen("above", tell("A", "2024-01-02", 9), tell("B", "2024-01-03", 5), tell("C", "2024-01-03", 5))
	happen("revised", tell("A", "2024-01-02", 9), tell("B", "2024-01-03", 5), tell("A", "2024-01-04", 5))
	happen("alone", tell("A", "2024-01-02", 9))
	happen("not its own", tell("B", "2024-01-02", 9), tell("C", "2024-01-02", 9))
	got := NewTollRecord("A", all, said, UCDP)
	want := TollRecord{Rule: UCDP, Same: []string{"same", "revised"}, Above: []string{"above"}, Revised: []string{"revised"}}
	if !reflect.DeepEqual(got, want) || got.N() != 3 {
		t.Errorf("it is %+v, want %+v", got, want)
	}
}

package ledger

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestReportsAreInTheOrderOfPublication(t *testing.T) {
	_, path := opened(t, samples()...)
	v := viewed(t, path)
	all, err := v.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range all {
		got = append(got, fmt.Sprintf("%s %s %d %d", s.Publisher, s.Published.From, s.Statements, s.Doubts))
	}
	if want := []string{"Early 2024-03-23 1 1", "Late 2024-04-05 2 1", "Undated  1 1"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	i := 0
	for r, err := range v.Readings(t.Context()) {
		if err != nil || r.Report.ID != all[i].ID {
			t.Errorf("reading %d is of %s, %v, want %s", i, r.Report.ID, err, all[i].ID)
		}
		i++
	}
	for range v.Readings(t.Context()) {
		break // ends without a fault
	}
}

func TestStatementsAreInTheOrderAskedFor(t *testing.T) {
	_, path := opened(t, samples()...)
	v, rs := viewed(t, path), samples()
	ids := []string{rs[2].Statements[0].ID, rs[0].Statements[1].ID, rs[0].Statements[0].ID, rs[0].Statements[1].ID}
	got, err := v.Statements(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range got {
		if e.Statement.ID != ids[i] || e.Report.ID != e.Statement.Report || len(e.Resolutions) != 4 {
			t.Errorf("entry %d is %+v", i, e)
		}
	}
	if p := got[0].Resolution(1); p == nil || p.Place.Name != "Konduga" {
		t.Errorf("the place is %+v", p)
	}
	if p := got[0].Resolution(-1); p == nil || p.Actor != "ng-police" {
		t.Errorf("the speaker is %+v", p)
	}
	if p := got[0].Resolution(7); p != nil {
		t.Errorf("part 7 is %+v", p)
	}
	_, err = v.Statements(t.Context(), append(ids, "none"))
	wantCode(t, err, NotFound)
	if none, err := v.Statements(t.Context(), nil); none != nil || err != nil {
		t.Errorf("no identifiers give %v, %v", none, err)
	}
	_, err = v.Statement(t.Context(), "none")
	wantCode(t, err, NotFound)
	_, err = v.Report(t.Context(), "none")
	wantCode(t, err, NotFound)
}

// ledgerOfTwo is a ledger with an attack that two readings tell, and a plan that one does.
func ledgerOfTwo(t *testing.T) (*Ledger, *View) {
	t.Helper()
	rs := samples()
	rs[1].Resolutions = nil
	l, path := opened(t, rs...)
	if err := l.SetIncidents(t.Context(), []dateline.Incident{plan(rs[2]), incident(rs[0], rs[1])}); err != nil {
		t.Fatal(err)
	}
	return l, viewed(t, path)
}

// plan makes one thing that did not take place, by nobody, nowhere and at no time, of a reading.
func plan(r dateline.Reading) dateline.Incident {
	in := incident(r)
	in.Kind, in.Reality = dateline.Plan, dateline.Planned
	in.Dates, in.Places, in.Perpetrators = nil, nil, nil
	return in
}

// kinds is how the tests call incidents.
func kinds(t *testing.T, is []dateline.Incident, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, in := range is {
		out = append(out, string(in.Kind))
	}
	return strings.Join(out, " ")
}

func TestWhatTheLedgerTellsOfAnActor(t *testing.T) {
	_, v := ledgerOfTwo(t)
	for actor, want := range map[string][2]string{ // publishers of statements, incidents
		"boko-haram": {"Early Late Late", "attack plan"}, // as a part
		"ng-police":  {"Early Late Late", ""},            // as a speaker
		"claimant":   {"", "attack"},                     // by an account of the incident
		"nobody":     {"", ""},
	} {
		es, err := v.StatementsOf(t.Context(), actor)
		if err != nil {
			t.Fatal(err)
		}
		var publishers []string
		for _, e := range es {
			publishers = append(publishers, e.Report.Publisher)
		}
		is, err := v.IncidentsOf(t.Context(), actor)
		if got := [2]string{strings.Join(publishers, " "), kinds(t, is, err)}; got != want {
			t.Errorf("%s: %q, want %q", actor, got, want)
		}
	}
	if es, err := v.StatementsOf(t.Context(), ""); es != nil || err != nil {
		t.Errorf("of no actor: %v, %v", es, err)
	}
	got, err := v.Actors(t.Context())
	want := []ActorCount{{"boko-haram", 3, 2, 1}, {"claimant", 0, 1, 1}, {"ng-police", 3, 0, 0}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("actors %v, %v, want %v", got, err, want)
	}
}

func TestFilters(t *testing.T) {
	_, v := ledgerOfTwo(t)
	for _, c := range []struct {
		want string
		f    Filter
	}{
		{"attack plan", Filter{}},
		{"attack plan", Filter{Newest: true}}, // without a date is last
		{"attack", Filter{Limit: 1}},
		{"plan", Filter{Offset: 1}},
		{"plan", Filter{Limit: 1, Offset: 1}},
		{"", Filter{Offset: 2}},
		{"attack", Filter{Country: "NG"}},
		{"", Filter{Country: "IR"}},
		{"plan", Filter{Kind: dateline.Plan}},
		{"plan", Filter{Reality: dateline.Planned}},
		{"attack", Filter{Counted: true}},
		{"attack", Filter{From: "2024-03-22", To: "2024-03-22"}},
		{"attack", Filter{From: "2024-03-01"}},
		{"attack", Filter{To: "2024-04-01"}},
		{"", Filter{From: "2024-03-23"}},
		{"", Filter{To: "2024-03-21"}},
		{"attack", Filter{Actor: "boko-haram", Country: "NG", Kind: dateline.Attack, Reality: dateline.Happened,
			From: "2024-01-01", To: "2024-12-31", Counted: true, Limit: 5}},
	} {
		is, err := v.Incidents(t.Context(), c.f)
		if got := kinds(t, is, err); got != c.want {
			t.Errorf("%+v gives %q, want %q", c.f, got, c.want)
		}
	}
}

func TestCountedIsWhatTheVocabularyCounts(t *testing.T) {
	r := samples()[0]
	for _, reality := range dateline.Realities {
		for _, background := range []bool{false, true} {
			l, path := opened(t, r)
			in := incident(r)
			in.Reality, in.Background = reality, background
			if err := l.SetIncidents(t.Context(), []dateline.Incident{in}); err != nil {
				t.Fatal(err)
			}
			is, err := viewed(t, path).Incidents(t.Context(), Filter{Counted: true})
			if got, want := len(is) == 1, reality.Counts() && !background; got != want || err != nil {
				t.Errorf("%s, background %v: counted %v, %v", reality, background, got, err)
			}
		}
	}
}

func TestAnIdentifierOnceSeenLeadsToItsIncident(t *testing.T) {
	_, v := ledgerOfTwo(t)
	rs := samples()
	want := incident(rs[0], rs[1])
	for _, id := range append(want.Redirects, want.ID) {
		if got, err := v.Incident(t.Context(), id); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s leads to %+v, %v", id, got, err)
		}
	}
	_, err := v.Incident(t.Context(), "none")
	wantCode(t, err, NotFound)
	is, err := v.IncidentsIn(t.Context(), rs[1].Report.ID)
	if got := kinds(t, is, err); got != "attack" {
		t.Errorf("the report tells %q", got)
	}
}

func TestStats(t *testing.T) {
	l, v := ledgerOfTwo(t)
	if err := l.Decide(t.Context(), ruling("d", dateline.Accept, 0, samples()[0].Statements[0].ID)); err != nil {
		t.Fatal(err)
	}
	target, err := latest(migrations())
	if err != nil {
		t.Fatal(err)
	}
	got, err := v.Stats(t.Context())
	want := Stats{Reports: 3, Statements: 4, Doubts: 3, Decisions: 1, Incidents: 2, Counted: 1, Undated: 1,
		First: "2024-03-23", Last: "2024-04-05", Kinds: []KindCount{{dateline.Attack, 4}}, Version: target}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
}

func TestKindsAreInTheOrderOfTheCodebook(t *testing.T) {
	got := inCodebookOrder([]KindCount{{dateline.Arrest, 1}, {dateline.Attack, 2}, {"unheard of", 3}, {dateline.Claim, 4}})
	want := []KindCount{{dateline.Attack, 2}, {dateline.Claim, 4}, {dateline.Arrest, 1}, {"unheard of", 3}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMarks(t *testing.T) {
	l, path := opened(t)
	v := viewed(t, path)
	for _, want := range []string{"", "1", "2"} {
		if want != "" {
			if err := l.Mark(t.Context(), "link", want); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := v.Mark(t.Context(), "link"); got != want || err != nil {
			t.Errorf("mark %q, %v, want %q", got, err, want)
		}
	}
}

// ruling is a decision of the given minute.
func ruling(id string, r dateline.Ruling, minute int, on ...string) dateline.Decision {
	d := dateline.Decision{ID: id, Ruling: r, On: on, Part: dateline.Whole, Author: "a reader", Reason: "as it says",
		At: time.Date(2024, 5, 1, 12, minute, 0, 0, time.UTC)}
	if r == dateline.Correct {
		d.Value = "bombing"
	}
	return d
}

package review

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"dateline"
)

func lineOf(id string, killed int, accounts int) *dateline.Line {
	l := &dateline.Line{ID: id, Reality: dateline.Happened, Statements: 3, Independent: accounts}
	if killed >= 0 {
		n := dateline.Exactly(killed)
		l.Killed = &n
	}
	return l
}

func TestConsequence(t *testing.T) {
	held := lineOf("h", 9, 1)
	held.Held = []dateline.Held{{Actor: "x", Degree: dateline.ClaimedBy}}
	denied := lineOf("d", 9, 1)
	denied.Held = []dateline.Held{{Actor: "x", Degree: dateline.DeniedBy}}
	retold := lineOf("r", 9, 1)
	retold.Background = true
	for want, l := range map[float64]*dateline.Line{2: lineOf("a", -1, 1), 4: denied, 6: held, 1: retold, 3: lineOf("b", 9, 2), 1.1: lineOf("c", 0, 10)} {
		if got := Consequence(l); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", l.ID, got, want)
		}
	}
}

// what is told of an incident with a rival place, a date from elsewhere and a toll on which accounts differ.
func sampleCase() Case {
	toll := func(id string, n int) Told {
		c := dateline.Exactly(n)
		return Told{Statement: dateline.Statement{ID: id, Report: "of " + id, Score: .9, Parts: []dateline.Part{{Role: dateline.KilledRole}}},
			Means: []dateline.Resolution{{Statement: id, Part: 0, State: dateline.Known, Count: &c, Score: 1}}}
	}
	where := Told{Statement: dateline.Statement{ID: "c", Report: "of c", Score: .8, Parts: []dateline.Part{{Role: dateline.PlaceRole}, {Role: dateline.DateRole, Inferred: dateline.Elsewhere + "the first sentence"}, {Role: dateline.Weapon}}},
		Means: []dateline.Resolution{
			{Statement: "c", Part: -1, State: dateline.NotListed},
			{Statement: "c", Part: 0, State: dateline.Ambiguous, Others: []string{"p", "q"}, Place: &dateline.Place{ID: "o"}, Score: .6},
			{Statement: "c", Part: 1, State: dateline.Known, Date: &dateline.Date{EDTF: "2020", From: "2020-01-01", To: "2020-12-31"}, Score: 1},
			{Statement: "c", Part: 2, State: dateline.Unidentified}}, DoubtNearby: true}
	return Case{Line: lineOf("i", 9, 1), Told: []Told{toll("a", 3), toll("b", 4), where},
		Links: []dateline.Link{{A: "a", B: "b", Score: .94}, {A: "a", B: "c", Score: .62}, {A: "b", B: "c", Score: 1}, {A: "a", B: "a", Score: .6}}, Twins: []Twin{{"a", "z", true}}}
}

func TestItems(t *testing.T) {
	var got []string
	for _, i := range Items(sampleCase()) {
		got = append(got, fmt.Sprintf("%s %s %.2f: %s", i.Thing, i.Field, i.Weight(), strings.Join(i.Why, "; ")))
	}
	want := []string{
		"a+c same happening 3.80: the link scores 0.62, the threshold is 0.60 (0.95)",
		"a+z same happening 2.00: one day, one settlement, one kind, and not linked (0.50)",
		"c.0 place 2.00: 2 rival meanings stand (0.50)",
		"c.-2 speaker 1.60: a name that no record has (0.40)",
		"c kind 1.44: the reading scores 0.80 (0.20); words nearby were not understood (0.20)",
		"a.0 count 1.20: accounts differ on the count (0.30)",
		"b.0 count 1.20: accounts differ on the count (0.30)",
		"c.1 date 1.20: taken from elsewhere in the report (0.30)",
		"a+b same happening 0.60: the link scores 0.94, the threshold is 0.60 (0.15)",
		"a kind 0.40: the reading scores 0.90 (0.10)",
		"b kind 0.40: the reading scores 0.90 (0.10)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What is certain of the pile is what all cases give.
func TestPileIsCertainOfWhatAllGive(t *testing.T) {
	var lines []*dateline.Line
	items := func(l *dateline.Line) []Item {
		id := l.ID
		return []Item{{Thing{id, "", -1}, OfKind, id, Consequence(l), float64(mix(uint64(id[0]))%100) / 100, nil}}
	}
	for i := range 26 {
		lines = append(lines, lineOf(string(rune('a'+i)), i*i, 1+i%3))
	}
	all, some := Pile{Want: 5}, Pile{Want: 5}
	every := func(Item) bool { return true }
	read := 0
	for _, l := range Heaviest(lines, 26) {
		all.Add(items(l), every)
		if !some.Certain(Consequence(l)) {
			some.Add(items(l), every)
			read++
		}
	}
	a, b := fmt.Sprint(all.Top()), fmt.Sprint(some.Top())
	if a != b || read == len(lines) {
		t.Errorf("of %d cases, %d read\n%s\n%s", len(lines), read, a, b)
	}
}

func TestTwins(t *testing.T) {
	at := func(id, day, place string, killed int) *dateline.Line {
		l := lineOf(id, killed, 1)
		l.Date, l.Place = dateline.Date{EDTF: day, From: day, To: day}, dateline.Place{ID: place, Precision: dateline.Settlement}
		return l
	}
	far := at("e", "2020-01-01", "p", 1)
	far.Place.Precision = dateline.Province
	part, whole := at("s", "2020-01-02", "p", 1), at("t", "2020-01-02", "p", 1)
	part.Series, whole.Series = "x", "x"
	lines := []*dateline.Line{at("a", "2020-01-01", "p", 1), at("b", "2020-01-01", "p", 5), at("c", "2020-01-01", "q", 5), far, part, whole}
	got := Twins(lines, lines)
	if len(got) != 1 || len(got["b"]) != 1 || got["b"][0].ID != "a" {
		t.Errorf("%v", got)
	}
}

// The heaviest few are the first of all, however many are asked for.
func TestHeaviest(t *testing.T) {
	var lines []*dateline.Line
	for i := range 100 {
		lines = append(lines, lineOf(dateline.NewID("incident", fmt.Sprint(i)), i%17, 1+i%3))
	}
	all := Heaviest(lines, 1000)
	if len(all) != 100 || Consequence(all[0]) < Consequence(all[99]) {
		t.Fatalf("%d lines", len(all))
	}
	for _, n := range []int{1, 7, 50, 99} {
		if !slices.Equal(Heaviest(lines, n), all[:n]) {
			t.Errorf("the first %d differ", n)
		}
	}
}

func TestSample(t *testing.T) {
	var lines []*dateline.Line
	for i := range 200 {
		l := lineOf(dateline.NewID("incident", fmt.Sprint(i)), 1, 1)
		l.Statements = 1 + i%5
		lines = append(lines, l)
	}
	a := Sample(lines, 7, 100)
	slices.Reverse(lines)
	if b := Sample(lines, 7, 100); !slices.Equal(a, b) {
		t.Error("the order of lines makes a difference")
	}
	if b := Sample(lines, 8, 100); slices.Equal(a, b) {
		t.Error("another seed draws the same")
	}
	if b := Sample(lines, 7, 40); !slices.Equal(a[:40], b) {
		t.Error("a smaller sample is not the beginning of a larger one")
	}
	if b := Sample(lines, 7, 1000); len(b) != 600 {
		t.Errorf("%d drawn of 600", len(b))
	}
	// Half of all Statements are in incidents of four and more: 100 drawn have some 60 of them.
	large := 0
	for _, d := range a {
		i := slices.IndexFunc(lines, func(l *dateline.Line) bool { return l.ID == d.Incident })
		if lines[i].Statements > 3 {
			large++
		}
	}
	if large < 45 || large > 75 {
		t.Errorf("%d of 100 are in large incidents, where 60 %% of all Statements are", large)
	}
}

func BenchmarkSample(b *testing.B) {
	var lines []*dateline.Line
	for i := range 100000 {
		l := lineOf(dateline.NewID("incident", fmt.Sprint(i)), 1, 1)
		l.Statements = 10
		lines = append(lines, l)
	}
	for b.Loop() {
		Sample(lines, 7, 500)
	}
}

func BenchmarkHeaviest(b *testing.B) {
	var lines []*dateline.Line
	for i := range 100000 {
		lines = append(lines, lineOf(dateline.NewID("incident", fmt.Sprint(i)), i%300, 1+i%4))
	}
	for b.Loop() {
		Twins(Heaviest(lines, 360), lines)
	}
}

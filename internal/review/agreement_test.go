package review

import (
	"fmt"
	"math"
	"testing"

	"dateline"
)

// read tells of a statement with a place, a date and a number killed.
func read(id string) Read {
	n := dateline.Exactly(10)
	return Read{Statement: id, Kind: dateline.Bombing, Roles: []dateline.Role{dateline.PlaceRole, dateline.DateRole, dateline.KilledRole},
		Means: []dateline.Resolution{
			{Part: 0, State: dateline.Known, Place: &dateline.Place{ID: "p", Admin1: "A", Country: "NG"}},
			{Part: 1, State: dateline.Known, Date: &dateline.Date{EDTF: "2020-01-01", From: "2020-01-01", To: "2020-01-01"}},
			{Part: 2, State: dateline.Known, Count: &n}}}
}

func TestAgree(t *testing.T) {
	reads := map[string]Read{}
	var ds []dateline.Decision
	say := func(author, id string, r dateline.Ruling, part int, means *dateline.Resolution) {
		d := dateline.Decision{ID: fmt.Sprint(len(ds)), Ruling: r, On: []string{id}, Part: part, Author: author, At: rule("", r, len(ds)).At, Means: means}
		if means != nil {
			d.Value = "as corrected"
		}
		ds = append(ds, d)
	}
	for i := range 4 {
		id := fmt.Sprint("s", i)
		reads[id] = read(id)
		for part := range 3 {
			say("Ada", id, dateline.Accept, part, nil)
			if i > 0 {
				say("Ben", id, dateline.Accept, part, nil)
			}
		}
		say("Ada", id, dateline.Accept, dateline.Whole, nil)
	}
	twenty := dateline.Exactly(20)
	say("Ben", "s0", dateline.Correct, 0, &dateline.Resolution{Place: &dateline.Place{ID: "q", Admin1: "A", Country: "NG"}})
	say("Ben", "s0", dateline.Correct, 1, &dateline.Resolution{Date: &dateline.Date{EDTF: "2020-01-03", From: "2020-01-03", To: "2020-01-03"}})
	say("Ben", "s0", dateline.Correct, 2, &dateline.Resolution{Count: &twenty})
	say("Ben", "gone", dateline.Accept, 0, nil)
	// Of eight values seven are one and one is another: the alpha is 0 whatever their distance (1 - 7*2/(2*7)).
	for _, a := range Agree(New(ds).Hearing(), reads) {
		switch {
		case a.Field == OfKind:
			if a.Read != 4 || a.Value.Units != 0 || a.Value.Defined() || a.Readers != nil {
				t.Errorf("one reader alone: %+v", a)
			}
		case a.Read != 4 || a.Value.Units != 4 || len(a.Readers) != 2 || len(a.Differ) != 1 || a.Differ[0].Statement != "s0":
			t.Errorf("%s: %+v", a.Field, a)
		case math.Abs(a.Value.Value) > 1e-9 || math.Abs(a.Verdict.Value) > 1e-9:
			t.Errorf("%s: %v and %v", a.Field, a.Value.Value, a.Verdict.Value)
		}
	}
	if open := Open(New(ds).Hearing(), reads); len(open) != 3 {
		t.Errorf("%d are open", len(open))
	}
	if left := Unseconded(New(ds).Hearing(), "Ben"); len(left) != 4 {
		t.Errorf("%d are left to a second reader", len(left))
	}
}

func TestHowValuesDiffer(t *testing.T) {
	for _, c := range []struct{ got, want float64 }{
		{placesApart(area{"p", "A", "NG"}, area{"p", "A", "NG"}), 0},
		{placesApart(area{"p", "A", "NG"}, area{"q", "A", "NG"}), 1. / 9},
		{placesApart(area{"p", "A", "NG"}, area{"q", "B", "NG"}), 4. / 9},
		{placesApart(area{"p", "A", "NG"}, area{"q", "A", "ML"}), 1},
		{daysApart(days{10, 10}, days{12, 12}), 4},
		{daysApart(days{10, 10}, days{10, 12}), 2},
		{countsApart(bounds{0, 0}, bounds{0, 0}), 0},
		{countsApart(bounds{1, 1}, bounds{3, 3}), .25},
		{countsApart(bounds{11, -1}, bounds{11, 11}), .5},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%v, want %v", c.got, c.want)
		}
	}
}

func TestWilson(t *testing.T) {
	// Of 10, none and all: 0 to 0.278, and its mirror; of 100, half: 0.404 to 0.596.
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{{0, 10, 0, .278}, {10, 10, .722, 1}, {50, 100, .404, .596}} {
		if low, high := Wilson(c.k, c.n); math.Abs(low-c.low) > .0005 || math.Abs(high-c.high) > .0005 {
			t.Errorf("%d of %d: %.4f to %.4f", c.k, c.n, low, high)
		}
	}
}

func TestJudge(t *testing.T) {
	reads := map[string]Read{"x": readX}
	ds := []dateline.Decision{by("Ada", "a", dateline.Correct, 1, "n"), by("Ben", "b", dateline.Reject, 2, ""), rule("c", dateline.Accept, 3, "x")}
	a := Judge(New(ds).Hearing(), reads, func(Thing) bool { return true })
	if fmt.Sprint(a.Kinds) != "[{bombing 1 0 0}]" || fmt.Sprint(a.Fields) != "[{kind 1 0 0} {actor 0 0 1}]" || a.All.N() != 1 {
		t.Errorf("%+v", a)
	}
	if a := Judge(New(ds).Hearing(), reads, func(t Thing) bool { return t.Part == 0 }); len(a.Kinds) != 0 || len(a.Fields) != 1 {
		t.Errorf("of part 0: %+v", a)
	}
}

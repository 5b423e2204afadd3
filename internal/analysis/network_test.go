package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// dealt is a Dealing of a group with another one, told on the day of what it tells.
func dealt(n int, kind dateline.Kind, day string, sides ...dateline.Side) dateline.Dealing {
	return dateline.Dealing{Statement: fmt.Sprintf("s%02d", n), Report: fmt.Sprintf("r%02d", n), Published: day, Kind: kind,
		Reality: dateline.Happened, Stance: dateline.Asserted, Sides: sides}
}

func side(role dateline.Role, actor string) dateline.Side {
	return dateline.Side{Actor: actor, Role: role}
}

var (
	alphaGroup = side(dateline.Group, "alpha")
	betaOther  = side(dateline.Other, "beta")
)

// standingWords says what stands on a day: 'A between B: evidence'.
func standingWords(n *Network, day string, copies map[string]string) string {
	var out []string
	now, _ := n.At(day, copies)
	for _, s := range now {
		out = append(out, fmt.Sprintf("%s %s %s: %s", s.A, s.Between, s.B, s.Backing))
	}
	return strings.Join(out, "; ")
}

func anybody(string) bool { return true }

// What is between two groups on a day, and on what evidence.
func TestNetworkAtADay(t *testing.T) {
	by := func(d dateline.Dealing, actor string) dateline.Dealing { d.By = actor; return d }
	with := func(d dateline.Dealing, stance dateline.Stance) dateline.Dealing { d.Stance = stance; return d }
	allied := dealt(1, dateline.Alliance, "2010-05-01", alphaGroup, betaOther)
	rules := []dateline.Actor{{ID: "alpha", Relations: []dateline.Relation{{Kind: "rival of", Actor: "gamma", From: "2008", To: "2012-06-30"}}},
		{ID: "gamma", Relations: []dateline.Relation{{Kind: "rival of", Actor: "alpha", From: "2008", To: "2012-06-30"}}}}
	for _, c := range []struct {
		name   string
		told   []dateline.Dealing
		record []dateline.Actor
		day    string
		copies map[string]string
		want   string
	}{
		{"not yet", []dateline.Dealing{allied}, nil, "2010-04-30", nil, ""},
		{"one account", []dateline.Dealing{allied}, nil, "2010-05-01", nil, "alpha allied with beta: reported"},
		{"how long it held nobody says", []dateline.Dealing{allied}, nil, "2016-05-01", nil, "alpha allied with beta: reported"},
		{"two accounts", []dateline.Dealing{allied, dealt(2, dateline.Alliance, "2010-05-03", side(dateline.Group, "beta"), side(dateline.Other, "alpha"))}, nil, "2010-06-01", nil,
			"alpha allied with beta: several independent accounts"},
		{"copies are one", []dateline.Dealing{allied, dealt(2, dateline.Alliance, "2010-05-03", alphaGroup, betaOther)}, nil, "2010-06-01",
			map[string]string{"r02": "r01"}, "alpha allied with beta: reported"},
		{"one side, twice", []dateline.Dealing{by(allied, "alpha"), by(dealt(2, dateline.Alliance, "2010-05-03", alphaGroup, betaOther), "beta")}, nil, "2010-06-01", nil,
			"alpha allied with beta: claimed by one side"},
		{"denied", []dateline.Dealing{allied, with(dealt(2, dateline.Alliance, "2010-05-03", alphaGroup, betaOther), dateline.Denied)}, nil, "2010-06-01", nil,
			"alpha allied with beta: denied or doubted"},
		{"ended", []dateline.Dealing{allied, dealt(2, dateline.RelationsCut, "2011-05-03", alphaGroup, betaOther)}, nil, "2013-06-01", nil,
			"alpha allied with beta: told as ended"},
		{"what happens passes", []dateline.Dealing{dealt(1, dateline.Clash, "2010-05-01", side(dateline.Perpetrator, "alpha"), side(dateline.Perpetrator, "beta"))}, nil, "2011-05-03", nil, ""},
		{"within the year", []dateline.Dealing{dealt(1, dateline.Clash, "2010-05-01", side(dateline.Perpetrator, "beta"), side(dateline.Perpetrator, "alpha"))}, nil, "2011-05-01", nil, "alpha fights beta: reported"},
		{"an attack", []dateline.Dealing{dealt(1, dateline.Bombing, "2010-05-01", side(dateline.Perpetrator, "beta"), side(dateline.Victim, "alpha"))}, nil, "2010-05-01", nil, "alpha fights beta: reported"},
		{"two that attacked together are not tied", []dateline.Dealing{dealt(1, dateline.Bombing, "2010-05-01", side(dateline.Perpetrator, "beta"), side(dateline.Perpetrator, "alpha"))}, nil, "2010-05-01", nil, ""},
		{"blamed", []dateline.Dealing{with(by(dealt(1, dateline.Bombing, "2010-05-01", side(dateline.Perpetrator, "beta"), side(dateline.Weapon, "alpha")), "gamma"), dateline.Blamed)}, nil, "2010-05-01", nil,
			"gamma accuses beta: claimed by one side"},
		{"a plan is nothing that stands", []dateline.Dealing{planned(allied)}, nil, "2012-01-01", nil, ""},
		{"what was rejected is out", []dateline.Dealing{rejected(allied)}, nil, "2012-01-01", nil, ""},
		{"before the record", nil, rules, "2007-12-31", nil, ""},
		{"in the record", nil, rules, "2008-01-01", nil, "alpha rival of gamma: in the record"},
		{"on its last day", nil, rules, "2012-06-30", nil, "alpha rival of gamma: in the record"},
		{"after the record", nil, rules, "2012-07-01", nil, ""},
		{"told and in the record, and over", []dateline.Dealing{dealt(1, dateline.Rivalry, "2010-05-01", alphaGroup, side(dateline.Other, "gamma"))}, rules, "2013-01-01", nil, ""},
		{"told after the record's end", []dateline.Dealing{dealt(1, dateline.Rivalry, "2012-12-01", alphaGroup, side(dateline.Other, "gamma"))}, rules, "2013-01-01", nil, "alpha rival of gamma: reported"},
	} {
		if got := standingWords(NewNetwork(c.told, c.record, anybody), c.day, c.copies); got != c.want {
			t.Errorf("%s: on %s %q, want %q", c.name, c.day, got, c.want)
		}
	}
}

func planned(d dateline.Dealing) dateline.Dealing {
	d.Reality = dateline.Planned
	return d
}

func rejected(d dateline.Dealing) dateline.Dealing {
	d.Review = dateline.Rejected
	return d
}

// busyWeb is a network of many sorts of ties over ten years.
func busyWeb() ([]dateline.Dealing, []dateline.Actor) {
	kinds := []dateline.Kind{dateline.Alliance, dateline.Clash, dateline.Rivalry, dateline.Split, dateline.Meeting, dateline.RelationsCut, dateline.Accusation}
	var all []dateline.Dealing
	var records []dateline.Actor
	for i := range 400 {
		d := dealt(i, kinds[i%len(kinds)], fmt.Sprintf("20%02d-%02d-%02d", i*7%10, 1+i*5%12, 1+i*11%28),
			side(dateline.Group, fmt.Sprint("g", i%13)), side(dateline.Other, fmt.Sprint("g", i*3%17)))
		d.Statement, d.Stance = fmt.Sprintf("s%03d", i), []dateline.Stance{dateline.Asserted, dateline.Claimed, dateline.Denied}[i%3]
		all = append(all, d)
	}
	for i := range 17 {
		records = append(records, dateline.Actor{ID: fmt.Sprint("g", i), Relations: []dateline.Relation{
			{Kind: "ally of", Actor: fmt.Sprint("g", (i+5)%17), From: fmt.Sprintf("200%d", i%5), To: fmt.Sprintf("200%d-03", 5+i%5)}}})
	}
	return all, records
}

// Each edge names its Statements or its record; nothing is there before it began; between two of the Days nothing changes;
// and only those who are let through are in it.
func TestNetworkProperties(t *testing.T) {
	all, records := busyWeb()
	few := func(a string) bool { return a != "g3" }
	n := NewNetwork(all, records, few)
	days := n.Days()
	if len(days) < 100 || !slices.IsSorted(days) {
		t.Fatalf("%d days", len(days))
	}
	for i := 0; i < len(days); i += 9 {
		day := days[i]
		now, over := n.At(day, nil)
		for _, s := range append(slices.Clone(now), over...) {
			if s.Told == nil && s.Denied == nil && s.Record == nil {
				t.Errorf("%s: %s %s %s stands on nothing", day, s.A, s.Between, s.B)
			}
			if s.A == "g3" || s.B == "g3" || s.A == s.B {
				t.Errorf("%s: %s %s %s", day, s.A, s.Between, s.B)
			}
			for _, d := range append(slices.Clone(s.Told), s.Denied...) {
				if d.Day() > day {
					t.Errorf("%s has %s of %s", day, d.Statement, d.Day())
				}
			}
		}
		for _, s := range now {
			if s.Told == nil && s.Denied == nil && s.Fit == Outside {
				t.Errorf("%s: %s %s %s is drawn out of its dates", day, s.A, s.Between, s.B)
			}
		}
		if i+1 < len(days) {
			last := daysAfter(days[i+1], -1)
			if a, b := standingWords(n, day, nil), standingWords(n, last, nil); a != b {
				t.Errorf("between %s and %s\n%s\nbecomes\n%s", day, last, a, b)
			}
		}
	}
	turned, other := slices.Clone(all), slices.Clone(records)
	slices.Reverse(turned)
	slices.Reverse(other)
	if a, b := standingWords(n, days[60], nil), standingWords(NewNetwork(turned, other, few), days[60], nil); a != b {
		t.Errorf("in another order it is\n%s, not\n%s", b, a)
	}
}

func TestDaysAfter(t *testing.T) {
	for _, c := range []struct {
		day  string
		n    int
		want string
	}{{"2012-02-28", 1, "2012-02-29"}, {"2012-01-01", -365, "2011-01-01"}, {"2011-02-31", 1, "2011-03-04"}, {"", 3, ""}, {"2011", 1, ""}} {
		if got := daysAfter(c.day, c.n); got != c.want {
			t.Errorf("%d days after %q is %q, want %q", c.n, c.day, got, c.want)
		}
	}
}

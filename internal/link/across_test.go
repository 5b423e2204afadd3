package link

import (
	"slices"
	"strings"
	"testing"

	"dateline"
)

func TestCapitalsAreNames(t *testing.T) {
	got := capitals("Police said Ana Kovacic was shot on Elm Street. She knew Dr. Petra Novakova, of the Zellwood Inn.")
	for _, want := range []string{"Ana Kovacic", "Elm Street", "Dr Petra Novakova", "Zellwood Inn"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
	for _, never := range []string{"Police", "She"} {
		if slices.Contains(got, never) {
			t.Errorf("%q is taken for a name", never)
		}
	}
}

func TestATraceHasPersonsStreetsAndAges(t *testing.T) {
	r := &dateline.Report{Text: "Ana Kovacic, 34, died on Elm Avenue. A 12-year-old was hurt.", URL: "http://web.archive.org/web/2016/http://www.dailyelm.example/a", Publisher: "web.archive.org"}
	x := traceOf(r, r.Text, true)
	if !slices.Equal(x.Persons, []string{"ana kovacic"}) || !slices.Equal(x.Streets, []string{"elm ave"}) || !slices.Equal(x.Ages, []string{"12", "34"}) {
		t.Errorf("%q, %q, %q", x.Persons, x.Streets, x.Ages)
	}
	if x.Outlet != "dailyelm.example" {
		t.Errorf("outlet %q", x.Outlet)
	}
}

func TestWordingIsAlikeByRareWords(t *testing.T) {
	a := wordingOf("The mechanic Kovacic was shot at Zellwood Inn")
	near, far := wordingOf("Kovacic, a mechanic, was shot dead at the Zellwood Inn"), wordingOf("The police said that a man was shot in the town")
	if x, y := a.cosine(near), a.cosine(far); x < 0.5 || y > 0.3 || a.cosine(a) < 0.99 {
		t.Errorf("near %.2f, far %.2f, itself %.2f", x, y, a.cosine(a))
	}
	text, _ := a.MarshalText()
	var back Wording
	if err := back.UnmarshalText(text); err != nil || !slices.Equal(a, back) {
		t.Errorf("written and read: %v, %v", back, err)
	}
	if err := back.UnmarshalText([]byte("AAA=")); err == nil {
		t.Error("half a word is read")
	}
}

func onDay(d string) []dateline.Date { return []dateline.Date{{EDTF: d, From: d, To: d}} }

func town(name string, lat, lon float64) []dateline.Place {
	return []dateline.Place{{ID: name, Name: name, Country: "US", Lat: lat, Lon: lon, Precision: dateline.Settlement}}
}

func TestWhatExcludesEachOther(t *testing.T) {
	one := func(d []dateline.Date, p []dateline.Place, persons ...string) *Telling {
		return &Telling{Kinds: []dateline.Kind{dateline.ArmedAssault}, Dates: d, Places: p, Trace: &Trace{Persons: persons}}
	}
	here, there := town("Elmwood", 40, -80), town("Oakdale", 45, -90)
	for _, c := range []struct {
		why   string
		a, b  *Telling
		apart bool
	}{
		{"one day and town", one(onDay("2016-05-01"), here), one(onDay("2016-05-01"), here), false},
		{"two days", one(onDay("2016-05-01"), here), one(onDay("2016-05-03"), here), true},
		{"two towns", one(onDay("2016-05-01"), here), one(onDay("2016-05-01"), there), true},
		{"two days, of one person", one(onDay("2016-05-01"), here, "ana kovacic"), one(onDay("2016-05-03"), here, "ana kovacic"), false},
		{"two days and towns, of one person", one(onDay("2016-05-01"), here, "ana kovacic"), one(onDay("2016-05-03"), there, "ana kovacic"), true},
		{"no day and no town", one(nil, nil), one(onDay("2016-05-03"), there), false},
	} {
		if apart(c.a, c.b) != c.apart {
			t.Errorf("%s: apart is %v", c.why, !c.apart)
		}
	}
}

// Where nothing says when a telling was, a kind and a town alone do not make it one with a dated one.
func TestAPlaceAndAKindAloneLinkNothing(t *testing.T) {
	kabul, told := town("Kabul", 34.5, 69.2), onDay("2021-11-02")
	dated := &Telling{Heads: []string{"a"}, Kinds: []dateline.Kind{dateline.Attack}, Dates: told, Places: kabul, Hit: []string{"hospital"}, Actors: []Named{{"red-army", "the Red Army"}}}
	for _, c := range []struct {
		why string
		t   Telling
		can bool
	}{
		{"another thing hit, no day of publication", Telling{Hit: []string{"embassy"}}, false},
		{"background of a later report", Telling{Hit: []string{"embassy"}, Background: true, Published: onDay("2024-03-25")[0]}, false},
		{"news of a known day", Telling{Hit: []string{"embassy"}, Published: onDay("2021-11-03")[0]}, true},
		{"one thing hit", Telling{Hit: []string{"hospital"}}, true},
		{"one group", Telling{Actors: []Named{{"red-army", "the army"}}}, true},
	} {
		c.t.Heads, c.t.Kinds, c.t.Places = []string{"b"}, dated.Kinds, kabul
		for _, v := range []verdict{across(&c.t, dated), across(dated, &c.t)} {
			if v.blocked == c.can {
				t.Errorf("%s: kept apart is %v", c.why, v.blocked)
			}
		}
	}
}

func TestOneWrongDayDoesNotKeepTheOthersApart(t *testing.T) {
	days := []int{1, 1, 2, 1} // the third is wrong
	g := &group{ids: []string{"a", "b", "c", "d"}, dated: []bool{true, true, true, true}, alike: []int{0, 1, 2, 3},
		votes: func(i, j int) ballot {
			if days[i] == days[j] {
				return ballot{day: 1}
			}
			return ballot{day: -1}
		},
		why: func(int, int) (float64, string) { return 1, "" }}
	of := []*cluster{{members: []int{0, 1, 2}, sorts: []ofScene{{0, 1}, {1, 1}, {2, 1}}}, nil, nil, {members: []int{3}, sorts: []ofScene{{3, 1}}}}
	of[1], of[2] = of[0], of[0]
	if g.blocked(of, 0, 3) {
		t.Error("two for it and one against keep it out")
	}
	if of = []*cluster{{sorts: []ofScene{{0, 1}}}, nil, {sorts: []ofScene{{2, 1}}}, nil}; !g.blocked(of, 0, 2) {
		t.Error("two days alone do not keep two apart")
	}
}

func TestALinkSaysWhyInWords(t *testing.T) {
	tell := func(id, published, text string) *Telling {
		r := &dateline.Report{ID: id, Text: text, Title: "Mechanic shot in Elmwood", Publisher: id}
		return &Telling{ID: id, Report: id, Published: onDay(published)[0], Kinds: []dateline.Kind{dateline.ArmedAssault}, Dates: onDay("2016-05-01"),
			Places: town("Elmwood", 40, -80), Trace: traceOf(r, text, true)}
	}
	a := tell("a", "2016-05-01", "Ana Kovacic, 34, a mechanic, was shot on Elm Avenue in Elmwood, police said.")
	b := tell("b", "2016-05-03", "A vigil was held for mechanic Ana Kovacic, 34, who was shot on Elm Avenue in Elmwood.")
	chance, why := because(a, b)
	back, same := because(b, a)
	if same != why || back != chance {
		t.Errorf("the other way round %q and %.2f, not %q and %.2f", same, back, why, chance)
	}
	for _, want := range []string{"same day, 2016-05-01", "same place, Elmwood", "both armed assault", "both name Ana Kovacic, elm ave", "published 2 days apart"} {
		if !strings.Contains(why, want) {
			t.Errorf("%q is not in %q", want, why)
		}
	}
	if chance < 0.9 {
		t.Errorf("chance %.2f", chance)
	}
}

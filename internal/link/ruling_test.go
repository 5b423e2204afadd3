package link

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

// rule is a person's ruling at an hour of one day.
func rule(r dateline.Ruling, hour int, on ...string) dateline.Decision {
	d := dateline.Decision{Ruling: r, On: on, Part: dateline.Whole, Author: "Ada", Reason: "as I read it",
		At: time.Date(2024, 6, 1, hour, 0, 0, 0, time.UTC)}
	d.SetID()
	return d
}

// ruledOn is four reports: a and b tell one attack, as does c of the day after; d tells another far away, e one of no day.
func ruledOn() []dateline.Reading {
	konduga := telling{kind: dateline.Attack, date: "2024-03-12", place: "Konduga/NG", target: "a market", killed: 11}
	after := konduga
	after.date = "2024-03-13"
	return []dateline.Reading{read("a", konduga), read("b", konduga), read("c", after),
		read("d", telling{kind: dateline.Attack, date: "2024-05-01", place: "Mosul/IQ", claimed: "isil"})}
}

// reportsOf writes incidents as the reports of each: 'ab c d'.
func reportsOf(is []dateline.Incident) string {
	var out []string
	for _, in := range is {
		out = append(out, strings.Join(in.Reports, ""))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestPeopleRule(t *testing.T) {
	rs := ruledOn()
	id := func(i int) string { return rs[i].Statements[0].ID }
	a, b, c, d, claim := id(0), id(1), id(2), id(3), rs[3].Statements[1].ID
	same, apart, unsure := dateline.Same, dateline.NotSame, dateline.Unsure
	for name, x := range map[string]struct {
		ds   []dateline.Decision
		want string
	}{
		"nothing ruled":                             {nil, "ab c d"},
		"not the same":                              {[]dateline.Decision{rule(apart, 1, a, b)}, "a b c d"},
		"the same, though the days differ":          {[]dateline.Decision{rule(same, 1, b, c)}, "abc d"},
		"the same takes nothing from either side":   {[]dateline.Decision{rule(same, 1, a, c), rule(same, 2, c, d)}, "abcd"},
		"rejected":                                  {[]dateline.Decision{rule(dateline.Reject, 1, d)}, "ab c"},
		"accepted after a rejection":                {[]dateline.Decision{rule(dateline.Reject, 1, d), rule(dateline.Accept, 2, d)}, "ab c d"},
		"the later rules":                           {[]dateline.Decision{rule(same, 2, a, c), rule(apart, 1, a, c)}, "abc d"},
		"unsure takes the machine's joining away":   {[]dateline.Decision{rule(unsure, 1, a, b)}, "a b c d"},
		"unsure overrules an older ruling":          {[]dateline.Decision{rule(same, 1, b, c), rule(unsure, 2, b, c)}, "ab c d"},
		"unsure keeps nothing apart":                {[]dateline.Decision{rule(unsure, 1, a, b), rule(same, 1, a, c), rule(same, 1, b, c)}, "abc d"},
		"same carries over, and the older yields":   {[]dateline.Decision{rule(apart, 1, a, c), rule(same, 2, a, d), rule(same, 3, d, c)}, "abcd"},
		"the older same yields":                     {[]dateline.Decision{rule(same, 1, a, d), rule(same, 2, d, c), rule(apart, 3, a, c)}, "ab cd"},
		"not same holds against the machine's join": {[]dateline.Decision{rule(same, 1, a, d), rule(apart, 2, b, d)}, "ad b c"},
		"on a statement that points back":           {[]dateline.Decision{rule(same, 1, a, claim)}, "abd c"},
		"undone":                                    {[]dateline.Decision{rule(same, 1, b, c), rule(dateline.Undo, 2, rule(same, 1, b, c).ID)}, "ab c d"},
		"the undoing undone": {[]dateline.Decision{rule(same, 1, b, c), rule(dateline.Undo, 2, rule(same, 1, b, c).ID),
			rule(dateline.Undo, 3, rule(dateline.Undo, 2, rule(same, 1, b, c).ID).ID)}, "abc d"},
	} {
		if got := reportsOf(Link(rs, x.ds)); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
		slices.Reverse(x.ds)
		if got := reportsOf(Link(rs, x.ds)); got != x.want {
			t.Errorf("%s, told backwards: %q, want %q", name, got, x.want)
		}
	}
}

func TestAStatementIsTakenOffItsEvent(t *testing.T) {
	rs := ruledOn()
	event, claim := rs[3].Statements[0].ID, rs[3].Statements[1].ID
	for _, r := range []dateline.Ruling{dateline.NotSame, dateline.Unsure} {
		for _, in := range Link(rs, []dateline.Decision{rule(r, 1, event, claim)}) {
			if slices.Contains(in.Statements, claim) {
				t.Errorf("%s: the claim is still of %v", r, in.Statements)
			}
		}
	}
	own := rs[0]
	claimOf(&own, "isil") // points to nothing
	lone := own.Statements[1].ID
	rs[0] = own
	if in := of(Link(rs, []dateline.Decision{rule(dateline.Same, 1, own.Statements[0].ID, lone)}), own.Statements[0].ID); !slices.Contains(in.Statements, lone) {
		t.Error("a claim that is ruled to be the same as an event of its report is not told of it")
	}
}

func claimOf(r *dateline.Reading, actor string) { claim(r, "", actor) }

func of(is []dateline.Incident, statement string) *dateline.Incident {
	for i := range is {
		if slices.Contains(is[i].Statements, statement) {
			return &is[i]
		}
	}
	return &dateline.Incident{}
}

func TestWhatIsUndoneLeavesNoTrace(t *testing.T) {
	rs := ruledOn()
	a, c := rs[0].Statements[0].ID, rs[2].Statements[0].ID
	fix := rule(dateline.Correct, 3, a)
	fix.Part, fix.Means = 1, &dateline.Resolution{Place: &dateline.Place{ID: "geonames:3", Name: "Mosul", Country: "IQ", Precision: dateline.Settlement}}
	all := []dateline.Decision{rule(dateline.Same, 1, a, c), rule(dateline.Reject, 2, c), fix, rule(dateline.NotSame, 4, a, rs[1].Statements[0].ID)}
	ds := slices.Clone(all)
	for i, d := range all {
		if reflect.DeepEqual(Link(rs, all[i:i+1]), Link(rs, nil)) {
			t.Errorf("%s changes nothing", d.Ruling)
		}
		ds = append(ds, rule(dateline.Undo, 10+i, d.ID))
	}
	if got, want := Link(rs, ds), Link(rs, nil); !reflect.DeepEqual(got, want) {
		t.Errorf("what was undone leaves a trace:\n%+v\n%+v", got, want)
	}
}

func TestACorrectionIsWhatIsTold(t *testing.T) {
	rs := ruledOn()
	a := rs[0].Statements[0].ID
	place := rule(dateline.Correct, 1, a)
	mosul := spots["Mosul/IQ"]
	place.Part, place.Value, place.Means = 1, "Mosul", &dateline.Resolution{Place: &mosul}
	kind := rule(dateline.Correct, 2, a)
	kind.Value = string(dateline.Bombing)
	toll := rule(dateline.Reject, 3, a)
	toll.Part = 3
	in := of(Link(rs, []dateline.Decision{place, kind, toll}), a)
	if in.Kind != dateline.Bombing || len(in.Places) != 1 || in.Places[0].Value.Name != "Mosul" || len(in.Tolls) != 0 || len(in.Reports) != 1 {
		t.Errorf("%+v", in)
	}
	if rs[0].Statements[0].Kind != dateline.Attack || rs[0].Resolutions[1].Place.Name != "Konduga" || len(rs[0].Statements[0].Parts) != 4 {
		t.Error("the reading itself was changed")
	}
}

func TestALinkSaysWhoRuled(t *testing.T) {
	rs := ruledOn()
	a, c := rs[0].Statements[0].ID, rs[2].Statements[0].ID
	in := of(Link(rs, []dateline.Decision{rule(dateline.Same, 1, a, c)}), a)
	want := dateline.Link{A: min(a, c), B: max(a, c), Score: 1, Why: "Ada ruled that they are the same: as I read it"}
	if !slices.Contains(in.Links, want) {
		t.Errorf("%+v lacks %+v", in.Links, want)
	}
	third := "a statement that is not here"
	in = of(Link(rs, []dateline.Decision{rule(dateline.Same, 1, a, third), rule(dateline.Same, 2, third, c)}), a)
	if got := strings.Join(in.Reports, ""); got != "abc" {
		t.Errorf("by way of a third that is gone: %s", got)
	}
}

// After a merge an identifier leads to the whole; after a split to the part that its statement is in, and the
// incident's own to the part with the oldest statement.
func TestOldIdentifiersAfterASplit(t *testing.T) {
	rs := ruledOn()
	for i, day := range []string{"2024-03-14", "2024-03-13", "2024-03-15", "2024-05-02"} {
		rs[i].Report.Published = dateline.Date{EDTF: day, From: day, To: day}
	}
	a, b := rs[0].Statements[0].ID, rs[1].Statements[0].ID
	whole := of(Link(rs, nil), a)
	if whole.ID != dateline.IncidentID(b) || !slices.Equal(whole.Redirects, []string{dateline.IncidentID(a)}) {
		t.Errorf("the incident is %s, with %v; the oldest statement gives %s", whole.ID, whole.Redirects, dateline.IncidentID(b))
	}
	split := Link(rs, []dateline.Decision{rule(dateline.NotSame, 1, a, b)})
	if of(split, b).ID != whole.ID || of(split, a).ID != whole.Redirects[0] {
		t.Error("after the split the identifiers are not with their statements")
	}
}

package analysis

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline"
)

// words are one part or speaker of a Statement: a role and words, with the actor or count meant.
type words struct {
	role  dateline.Role // "" for a speaker
	text  string
	actor string
	count *dateline.Count
}

func exactly(low, high int) *dateline.Count {
	c := dateline.Between(low, high)
	return &c
}

// said makes a Statement that stands on the whole of text.
func said(id string, k dateline.Kind, text string, with ...words) Said {
	s := Said{Report: &dateline.Report{ID: "report of " + id, Text: text}, Statement: dateline.Statement{ID: id, Kind: k,
		Reality: dateline.Happened, Stance: dateline.Asserted, Quote: dateline.Span{End: len(text)}}}
	for _, w := range with {
		i := strings.Index(text, w.text)
		if i < 0 {
			panic(w.text)
		}
		span, part := dateline.Span{Start: i, End: i + len(w.text)}, len(s.Statement.Parts)
		if w.role == "" {
			part = -1 - len(s.Statement.Speaker)
			s.Statement.Speaker = append(s.Statement.Speaker, dateline.Speaker{Span: span})
		} else {
			s.Statement.Parts = append(s.Statement.Parts, dateline.Part{Role: w.role, Span: span})
		}
		if w.actor != "" || w.count != nil {
			s.Resolutions = append(s.Resolutions, dateline.Resolution{Statement: id, Part: part, Actor: w.actor, Count: w.count})
		}
	}
	return s
}

func group(text string) words { return words{role: dateline.Group, text: text, actor: "us"} }

func TestEveryStatementStandsUnderItsQuestion(t *testing.T) {
	real := func(s Said, r dateline.Reality) Said { s.Statement.Reality = r; return s }
	them := words{role: dateline.Other, text: "them", actor: "them"}
	p := NewProfile(Subject{
		Actor: dateline.Actor{ID: "us", Names: []dateline.ActorName{{Name: "Us"}}},
		Said: []Said{
			said("founding", dateline.Founding, "Us was founded", group("Us")),
			said("leader", dateline.Leadership, "Us is led by A", group("Us")),
			said("strength", dateline.Strength, "Us has 5 men", group("Us"), words{role: dateline.Fighters, text: "5 men", count: exactly(5, 5)}),
			said("strength of others", dateline.Strength, "Us said they have 5 men", words{text: "Us", actor: "us"}),
			said("gained", dateline.TerritoryGained, "Us took the town", group("Us")),
			said("taken from us", dateline.TerritoryGained, "it took the town from them", words{role: dateline.Other, text: "them", actor: "us"}),
			said("members", dateline.Membership, "Us is made up of men", group("Us")),
			said("branch", dateline.Membership, "Us is a branch of them", group("Us"), them),
			said("rivals", dateline.Rivalry, "Us is a rival of them", group("Us"), them),
			said("threat", dateline.Threat, "Us threatened", group("Us")),
			real(said("threatened", dateline.Attack, "Us would attack", words{role: dateline.Perpetrator, text: "Us", actor: "us"}), dateline.Threatened),
			real(said("planned", dateline.Attack, "Us would attack", words{role: dateline.Perpetrator, text: "Us", actor: "us"}), dateline.Planned),
			said("foiled", dateline.PlotFoiled, "a plot of Us was foiled", group("Us")),
			said("arrest", dateline.Arrest, "men of Us were arrested", group("Us")),
			said("listed", dateline.Designation, "Us was listed", group("Us")),
			said("judged", dateline.Assessment, "Us is strong", words{role: dateline.About, text: "Us", actor: "us"}),
			said("attack", dateline.Attack, "Us attacked", words{role: dateline.Perpetrator, text: "Us", actor: "us"}),
			said("another attack", dateline.Attack, "Us attacked", words{role: dateline.Perpetrator, text: "Us", actor: "us"}),
			{Report: &dateline.Report{Text: "Us fled"}, Statement: dateline.Statement{ID: "misread", Kind: dateline.Founding}, Review: dateline.Rejected},
		},
		Incidents: []dateline.Incident{{ID: "i", Statements: []string{"attack"}}},
	})
	for section, got := range map[string][]Account{
		"founding": p.Founding, "leader": p.Leaders, "gained": p.Territory, "members": p.Members, "threat threatened": p.Threats,
		"planned foiled": p.Plots, "arrest": p.Measures, "listed": p.Listings, "judged": p.Judged,
		"strength of others": p.Voiced, "taken from us another attack": p.Rest, "misread": p.Rejected,
	} {
		var ids []string
		for _, a := range got {
			ids = append(ids, a.ID)
		}
		if strings.Join(ids, " ") != section {
			t.Errorf("got %q, want %q", ids, section)
		}
	}
	if len(p.Strength) != 1 || p.Strength[0].Accounts[0].ID != "strength" {
		t.Errorf("strength %+v", p.Strength)
	}
	if len(p.Parents) != 1 || p.Parents[0].Word != "branch of" || len(p.Relations) != 1 || p.Relations[0].Word != "rival of" {
		t.Errorf("parents %+v, relations %+v", p.Parents, p.Relations)
	}
}

func TestFiguresStandInOrder(t *testing.T) {
	var all []Figure
	for _, f := range []struct {
		id, text  string
		low, high int
	}{{"no figure", "much lower", -1, -1}, {"c", "at least 7,000", 7000, -1}, {"a", "4,000 to 6,000", 4000, 6000},
		{"d", "7,000", 7000, 7000}, {"b", "between 4,000 and 6,000 fighters", 4000, 6000}, {"up", "up to 9,000", -1, 9000}} {
		c := exactly(f.low, f.high)
		if f.low < 0 && f.high < 0 {
			c = nil
		}
		all = addFigure(all, NewAccount(said(f.id, dateline.Strength, f.text, words{role: dateline.Fighters, text: f.text, count: c})))
	}
	var got []string
	for _, f := range all {
		line := "no figure:"
		if f.Count != nil {
			line = f.Count.String() + ":"
		}
		for _, a := range f.Accounts {
			line += " " + a.ID
		}
		got = append(got, line)
	}
	want := []string{"up to 9,000: up", "4,000–6,000: a b", "7,000: d", "7,000 or more: c", "no figure: no figure"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNamesAreThoseThatReportsUse(t *testing.T) {
	actor := dateline.Actor{ID: "us", Names: []dateline.ActorName{{Name: "IS"}, {Name: "IS-K"}, {Name: "Islamic State-Khorasan"}, {Name: "ISKP"}, {Name: "the Branch"}}}
	p := NewProfile(Subject{Actor: actor, Said: []Said{
		said("1", dateline.Attack, "the Islamic State-Khorasan (IS-K) group struck", group("the Islamic State-Khorasan (IS-K) group")),
		said("2", dateline.Attack, "IS-K struck", group("IS-K")),
		said("3", dateline.Alias, "IS-K, known as the Province", group("IS-K"), words{role: dateline.Name, text: "the Province"}),
		said("5", dateline.Attack, "The Branch struck", group("The Branch")),
		said("4", dateline.Attack, "ISKP of others struck", words{role: dateline.Group, text: "ISKP", actor: "others"}),
	}})
	var got []string
	for _, n := range p.Names {
		got = append(got, fmt.Sprintf("%s %v %v", n.Name, n.Curated != nil, n.Statements))
	}
	want := []string{"IS-K true [1 2 3]", "Islamic State-Khorasan true [1]", "the Province false [3]", "the Branch true [5]", "IS true []", "ISKP true []"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTiesJoinTheRecordAndTheReports(t *testing.T) {
	rel := func(kind, other string) dateline.Relation { return dateline.Relation{Kind: kind, Actor: other} }
	p := NewProfile(Subject{
		Actor:   dateline.Actor{ID: "us", Relations: []dateline.Relation{rel("branch of", "parent"), rel("rival of", "them")}},
		Inverse: []dateline.Relation{rel("rival of", "them"), rel("split from", "young")},
		Said: []Said{
			said("1", dateline.Rivalry, "they target us", words{role: dateline.Group, text: "they", actor: "them"}, words{role: dateline.Other, text: "us", actor: "us"}),
			said("2", dateline.Allegiance, "we swore to the caliph", group("we"), words{role: dateline.Other, text: "the caliph"}),
			said("3", dateline.Split, "the young left us", words{role: dateline.Group, text: "the young", actor: "young"}, words{role: dateline.Other, text: "us", actor: "us"}),
		},
	})
	var got []string
	for _, ties := range [][]Tie{p.Parents, p.Relations} {
		for _, x := range ties {
			got = append(got, fmt.Sprintf("%s %s%s, record %v, told %d", x.Word, x.Other, map[bool]string{true: x.Words}[x.Other == ""], x.Curated != nil, len(x.Accounts)))
		}
	}
	want := []string{"branch of parent, record true, told 0", "rival of them, record true, told 1", "split off from it young, record true, told 1",
		"pledged allegiance to the caliph, record false, told 1"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDegreesCountIncidentsAndNotAccounts(t *testing.T) {
	held := func(actor string, d dateline.Degree) dateline.Told[dateline.Responsible] {
		return dateline.Told[dateline.Responsible]{Value: dateline.Responsible{Actor: actor, Degree: d}, Statements: []string{"s"}}
	}
	p := NewProfile(Subject{Actor: dateline.Actor{ID: "us"}, Incidents: []dateline.Incident{
		{ID: "1", Perpetrators: []dateline.Told[dateline.Responsible]{held("us", dateline.BlamedBy), held("us", dateline.BlamedBy), held("us", dateline.DeniedBy)}},
		{ID: "2", Perpetrators: []dateline.Told[dateline.Responsible]{held("parent", dateline.ClaimedBy), held("us", dateline.BlamedBy)}},
		{ID: "3"},
	}})
	want := []DegreeCount{{dateline.BlamedBy, 2}, {dateline.DeniedBy, 1}}
	if !reflect.DeepEqual(p.Degrees, want) {
		t.Errorf("got %v, want %v", p.Degrees, want)
	}
	if len(p.Incidents) != 3 || len(p.Incidents[1].Held) != 1 || p.Incidents[2].Held != nil {
		t.Errorf("incidents %+v", p.Incidents)
	}
}

func dated(id, from, to string) dateline.Incident {
	in := dateline.Incident{ID: id, Reality: dateline.Happened}
	if from != "" {
		in.Dates = []dateline.Told[dateline.Date]{{Value: dateline.Date{EDTF: from, From: from, To: to}, Statements: []string{"s"}}}
	}
	return in
}

func TestTimelineHasNoGap(t *testing.T) {
	retold := dated("old", "2023-12-31", "2023-12-31")
	retold.Background = true
	plan := dated("plan", "2024-01-05", "2024-01-05")
	plan.Reality = dateline.Planned
	got := NewTimeline([]dateline.Incident{retold, dated("a", "2024-02-01", "2024-02-29"), plan, dated("season", "2024-01-01", "2024-03-31"), dated("never", "", "")})
	want := Timeline{Bins: []Bin{{Time: "2023-12", Retold: []string{"old"}}, {Time: "2024-01"}, {Time: "2024-02", News: []string{"a"}}}, Loose: []string{"season", "never"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	got = NewTimeline([]dateline.Incident{dated("then", "2001-09-11", "2001-09-11"), dated("now", "2024-02-01", "2024-02-01"), dated("season", "2024-01-01", "2024-03-31")})
	if !got.Yearly || len(got.Bins) != 24 || got.Bins[0].News[0] != "then" || got.Bins[23].Time != "2024" || got.Loose != nil {
		t.Errorf("got %+v", got)
	}
	if empty := NewTimeline(nil); empty.Bins != nil || empty.Loose != nil {
		t.Errorf("of nothing: %+v", empty)
	}
}

func TestAccountsAreLikeOrUnlike(t *testing.T) {
	day := func(edtf, from, to string) dateline.Date { return dateline.Date{EDTF: edtf, From: from, To: to} }
	in := func(name, country, admin1 string, p dateline.Precision) dateline.Place {
		return dateline.Place{ID: name, Name: name, Country: country, Admin1: admin1, Precision: p}
	}
	toll := func(low, high int) dateline.Toll { return dateline.Toll{Count: dateline.Between(low, high)} }
	may := day("2014-05", "2014-05-01", "2014-05-31")
	chibok := in("Chibok", "NG", "Borno", dateline.Settlement)
	for _, c := range []struct {
		what      string
		got, want Likeness
	}{
		{"the same day", likeDates(may, may), Alike},
		{"a day in the month", likeDates(may, day("2014-05-02", "2014-05-02", "2014-05-02")), Looser},
		{"another month", likeDates(may, day("2014-06", "2014-06-01", "2014-06-30")), Differs},
		{"a day without a year", likeDates(may, day("XXXX-06-02", "", "")), Looser},
		{"its province", likePlaces(chibok, in("Borno", "NG", "Borno", dateline.Province)), Looser},
		{"another town", likePlaces(chibok, in("Gwoza", "NG", "Borno", dateline.Settlement)), Differs},
		{"another province", likePlaces(chibok, in("Kano", "NG", "Kano", dateline.Province)), Differs},
		{"another country", likePlaces(chibok, in("Niger", "NE", "", dateline.Country)), Differs},
		{"near a town over the border of a province", likePlaces(chibok, in("Mubi", "NG", "Adamawa", dateline.Near)), Looser},
		{"no gazetteer has it", likePlaces(chibok, in("the village", "", "", dateline.Unplaced)), Looser},
		{"the same number", likeTolls(toll(12, 12), toll(12, 12)), Alike},
		{"at least less", likeTolls(toll(12, 12), toll(10, -1)), Looser},
		{"at least more", likeTolls(toll(12, 12), toll(13, -1)), Differs},
		{"an attack, more closely", likeKinds(dateline.Bombing, dateline.Attack), Looser},
		{"another kind", likeKinds(dateline.Bombing, dateline.ArmedAssault), Differs},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

func TestAccountsStandUnderTheirReports(t *testing.T) {
	kinds := []dateline.Told[dateline.Kind]{{Value: dateline.Attack, Statements: []string{"1", "2"}}, {Value: dateline.Bombing, Statements: []string{"3"}}}
	in := dateline.Incident{Kind: dateline.Bombing, Kinds: kinds, Reports: []string{"report of 1", "report of 2", "report of 3"},
		Tolls: []dateline.Told[dateline.Toll]{{Value: dateline.Toll{Of: dateline.KilledRole, Count: dateline.Exactly(3)}, Statements: []string{"2"}},
			{Value: dateline.Toll{Of: dateline.KilledRole, Count: dateline.Exactly(5)}, Statements: []string{"3"}}}}
	var all []Account
	for _, id := range []string{"1", "2", "3"} {
		all = append(all, NewAccount(said(id, dateline.Attack, "It struck")))
	}
	c := Compare(in, all)
	if got := c.Kinds.Cells; got[2][0].Likeness != Alike || got[0][0].Likeness != Looser || !reflect.DeepEqual(got[1][0].Statements, []string{"2"}) {
		t.Errorf("kinds %+v", got)
	}
	if len(c.Tolls) != 1 || !c.Tolls[0].Split || c.Tolls[0].Cells[0] != nil || c.Tolls[0].Cells[2][0].Likeness != Differs {
		t.Errorf("tolls %+v", c.Tolls)
	}
	if c.Dates.Cells[0] != nil || c.Dates.Split {
		t.Errorf("dates %+v", c.Dates)
	}
}

package analysis

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// deed makes an incident of its own report, on a day in a country; who are the accounts of who did it.
func deed(id, day, country string, who ...dateline.Responsible) dateline.Incident {
	in := dated(id, day, day)
	in.Kind, in.Independent = dateline.Bombing, 1
	in.Reports, in.Statements = []string{"report of " + id}, []string{"s" + id}
	tell := []string{"s" + id}
	if country != "" {
		in.Places = []dateline.Told[dateline.Place]{{Value: dateline.Place{Country: country}, Statements: tell}}
	}
	for _, w := range who {
		in.Perpetrators = append(in.Perpetrators, dateline.Told[dateline.Responsible]{Value: w, Statements: tell})
	}
	return in
}

func heldBy(actor string, d dateline.Degree) dateline.Responsible {
	return dateline.Responsible{Actor: actor, Degree: d}
}

// killing is the account by which an incident's statement tells how many were killed; with no text it
// tells nothing of it.
func killing(in dateline.Incident, text string, c *dateline.Count) Account {
	var with []words
	if text != "" {
		with = []words{{role: dateline.KilledRole, text: text, count: c}}
	}
	s := said(in.Statements[0], dateline.KilledKind, "It killed "+text, with...)
	s.Report.ID = in.Reports[0]
	return NewAccount(s)
}

// sampleDossier is a group with an incident of each sort.
func sampleDossier() Dossier {
	us, them := "us", "them"
	in := []dateline.Incident{
		deed("1", "2024-01-05", "AF", heldBy(us, dateline.ClaimedBy)),
		deed("2", "2024-01-09", "IR", heldBy(us, dateline.BlamedByAuthorities), heldBy(us, dateline.DeniedBy), heldBy(them, dateline.ClaimedBy)),
		deed("3", "2024-02-09", "", heldBy(us, dateline.SuspectedOf)),
		deed("4", "2024-02-10", "AF", heldBy(us, dateline.DeniedBy)),
		deed("5", "2024-02-11", "AF", heldBy(them, dateline.AsFact)),
		deed("6", "2023-02-11", "AF", heldBy(us, dateline.AsFact)),
		deed("7", "2024-03-01", "AF", heldBy(us, dateline.BlamedBy)),
		deed("8", "2024-03-01", "AF", heldBy(us, dateline.AsFact)),
	}
	in[5].Background = true
	in[6].Reality = dateline.Foiled
	in[0].Targets = []dateline.Told[dateline.Party]{{Value: dateline.Party{Type: "school"}}, {Value: dateline.Party{Text: "it"}}}
	ev := Evidence{Rule: UCDP, Cited: map[string]Account{}, Presses: []Press{
		{"A", "2024-01", 1}, {"A", "2024-02", 1}, {"A", "2024-03", 1}, {"B", "2024-01", 3}, {"", "2024-02", 1}}}
	for i, c := range []*dateline.Count{exactly(3, 3), exactly(5, -1), nil, nil, nil, nil, nil, exactly(0, 0)} {
		text := fmt.Sprint(i, " people")
		if i == 3 {
			text = ""
		}
		ev.Cited[in[i].Statements[0]] = killing(in[i], text, c)
		ev.Sources = append(ev.Sources, Source{Report: in[i].Reports[0], Publisher: []string{"A", "B", ""}[i%3]})
	}
	struck := said("s5", dateline.Attack, "they hit us", words{role: dateline.Victim, text: "us", actor: us})
	subject := Subject{Actor: dateline.Actor{ID: us, Home: []string{"AF", "PK"}}, Said: []Said{struck}, Incidents: in}
	return NewDossier(subject, NewProfile(subject), ev)
}

func TestOperationsAreWhatItIsHeldResponsibleFor(t *testing.T) {
	d := sampleDossier()
	for what, got := range map[string]Number{
		"operations 1 2 3 8": d.Total.Number, "retold 6": d.Retold, "against 5": d.Against, "held apart 4": d.HeldApart, "plotted 7": d.Plotted,
		"otherwise": d.Otherwise, "figure 1 2": d.Total.Figure, "zero 8": d.Total.Zero, "unknown 3": d.Total.Unknown, "not reported": d.Total.NotReported,
		"own claim 1": d.Claims.Own, "other claim 2": d.Claims.Other, "no claim 3 8": d.Claims.None, "denied 2": d.Claims.Denied,
		"at home 1 8": d.Places[0].Home, "abroad 2": d.Places[0].Abroad, "nowhere 3": d.Places[0].Unknown,
	} {
		name := strings.TrimRight(what, " 0123456789")
		if want := strings.Fields(what[len(name):]); !slices.Equal(got.Incidents, want) {
			t.Errorf("%s: %v, want %v", name, got.Incidents, want)
		}
	}
	if d.Total.Low == nil || *d.Total.Low != 8 || *d.Total.Best != 8 || *d.Total.High != 8 || d.Total.Open != 1 {
		t.Errorf("killed %+v", d.Total)
	}
	var degrees []string
	for _, g := range d.Degrees {
		degrees = append(degrees, fmt.Sprint(g.Degree, g.News.Incidents, g.Retold.Incidents))
	}
	if got := strings.Join(degrees, " "); got != "fact[8] [6] claimed[1] [] blamed by authorities[2] [] suspected[3] [] denied[2] []" {
		t.Errorf("degrees %s", got)
	}
	if len(d.Claims.By) != 1 || d.Claims.By[0].Actor != "them" {
		t.Errorf("claimants %+v", d.Claims.By)
	}
}

// Every number of a dossier opens just its incidents.
func TestEveryNumberOpensItsIncidents(t *testing.T) {
	d := sampleDossier()
	n := 0
	walk(reflect.ValueOf(d), func(num Number) {
		n++
		var got []string
		for _, e := range Pick(d.Entries, CutOf(num.Cut.Query())) {
			got = append(got, e.Incident.ID)
		}
		if !slices.Equal(got, num.Incidents) {
			t.Errorf("%+v opens %v, want %v", num.Cut, got, num.Incidents)
		}
	})
	if n < 100 {
		t.Errorf("only %d numbers", n)
	}
}

// walk calls do for every Number within v.
func walk(v reflect.Value, do func(Number)) {
	if num, ok := v.Interface().(Number); ok {
		do(num)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				walk(v.Field(i), do)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), do)
		}
	}
}

func TestNoPercentageUnderFiveEvents(t *testing.T) {
	ids := func(n int) []string { return make([]string, n) }
	for _, c := range []struct {
		part, of int
		want     string
	}{{4, 4, "4 of 4"}, {0, 0, "0 of 0"}, {1, 5, "20 % (1 of 5)"}, {2, 3, "2 of 3"}, {2, 6, "33 % (2 of 6)"}} {
		if got := ShareOf(ids(c.part), ids(c.of)).String(); got != c.want {
			t.Errorf("%d of %d: %q, want %q", c.part, c.of, got, c.want)
		}
	}
	for _, c := range []struct {
		Change
		want string
	}{{Change{12, 36, 6}, "12, baseline 6.0, +100 %"}, {Change{4, 36, 6}, "4, baseline 6.0"}, {Change{12, 24, 6}, "12, baseline 4.0"},
		{Change{5, 30, 3}, "5, baseline 10.0, -50 %"}, {Change{9, 9, 2}, "9, no baseline yet"}} {
		if got := c.String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.Change, got, c.want)
		}
	}
}

func TestPanelIsWhoPublishesInEveryPeriod(t *testing.T) {
	d := sampleDossier()
	months := d.Trends[0]
	if months.From != "2024-01" || months.To != "2024-03" || !slices.Equal(months.Publishers, []string{"A"}) || months.Others != 1 {
		t.Errorf("panel %+v", months.Panel)
	}
	var got []string
	for _, p := range months.Points {
		got = append(got, fmt.Sprintf("%s %v %v", p.Time, p.All.Incidents, p.OfPanel.Incidents))
	}
	if want := []string{"2024-01 [1 2] [1]", "2024-02 [3] []", "2024-03 [8] []"}; !slices.Equal(got, want) {
		t.Errorf("points %q, want %q", got, want)
	}
	if years := d.Trends[1]; !slices.Equal(years.Publishers, []string{"A", "B"}) || len(years.Points) != 1 || years.Points[0].OfPanel.N() != 3 {
		t.Errorf("by year %+v", d.Trends[1])
	}
}

func TestLexiconsLoad(t *testing.T) {
	for file, sections := range map[string]int{"themes.txt": 12, "tenures.txt": 3, "hedges.txt": 2} {
		if got := mustLexicon(file); len(got) != sections {
			t.Errorf("%s has %d sections, want %d", file, len(got), sections)
		}
	}
	for _, bad := range []string{"word\n[a]\nb", "[a]\nb b", "[a]\nB", "[a]\n[b]\nc"} {
		if _, err := parseLexicon(bad); err == nil {
			t.Errorf("%q is no error", bad)
		}
	}
}

func TestAssessmentsStandUnderTheirThemes(t *testing.T) {
	var judged []Account
	for id, text := range []string{"It has the money to recruit fighters", "Its ransom income fell in May", "It is a riddle", "It may return"} {
		judged = append(judged, NewAccount(said(fmt.Sprint(id), dateline.Assessment, text)))
	}
	var got []string
	for _, th := range themes(judged) {
		line := th.Name + ":"
		for _, a := range th.Accounts {
			line += " " + a.ID
		}
		got = append(got, line)
	}
	if want := []string{"recruitment: 0", "funding: 0 1", "outlook: 3", ": 2"}; !slices.Equal(got, want) {
		t.Errorf("themes %q, want %q", got, want)
	}
}

// A month from which there is no report is no month without an operation.
func TestASilentPeriodIsNoZero(t *testing.T) {
	us := func(id, day string) dateline.Incident { return deed(id, day, "AF", heldBy("us", dateline.AsFact)) }
	s := Subject{Actor: dateline.Actor{ID: "us"}, Incidents: []dateline.Incident{us("1", "2020-01-05"), us("2", "2020-02-05"), us("3", "2020-05-05")}}
	ev := Evidence{Rule: UCDP}
	for _, m := range []string{"2020-01", "2020-02", "2020-04", "2020-05", "2029-01"} {
		ev.Presses = append(ev.Presses, Press{"", m, 1})
	}
	months := NewDossier(s, NewProfile(s), ev).Trends[0]
	if months.From != "2020-01" || months.To != "2021-05" || months.Publishers != nil {
		t.Errorf("window %+v", months.Panel)
	}
	for i, silent := range []bool{false, false, true, false, false, true} {
		if months.Points[i].Silent != silent {
			t.Errorf("%s is silent: %v", months.Points[i].Time, months.Points[i].Silent)
		}
	}
	if got := months.Points[4].Change.String(); got != "1, baseline 0.7" {
		t.Errorf("change %q", got)
	}
}

// of dates a statement by its own words.
func of(s Said, words, edtf, from, to string) Said {
	i := strings.Index(s.Report.Text, words)
	s.Statement.Parts = append(s.Statement.Parts, dateline.Part{Role: dateline.DateRole, Span: dateline.Span{Start: i, End: i + len(words)}})
	s.Resolutions = append(s.Resolutions, dateline.Resolution{Statement: s.Statement.ID, Part: len(s.Statement.Parts) - 1,
		Date: &dateline.Date{EDTF: edtf, From: from, To: to}})
	return s
}

func published(s Said, day string) Said {
	s.Report.Published = dateline.Date{EDTF: day, From: day, To: day}
	return s
}

func TestStrengthIsASeries(t *testing.T) {
	men := func(text string, low, high int) words {
		return words{role: dateline.Fighters, text: text, count: exactly(low, high)}
	}
	p := NewProfile(Subject{Actor: dateline.Actor{ID: "us"}, Said: []Said{
		published(said("b", dateline.Strength, "Us has a reported strength of at least 900 fighters", group("Us"), men("at least 900 fighters", 900, -1)), "2020-01-01"),
		published(of(said("a", dateline.Strength, "Us had 500 men in 2018", group("Us"), men("500 men", 500, 500)), "2018", "2018", "2018-01-01", "2018-12-31"), "2021-01-01"),
		said("c", dateline.Strength, "Us has 7 men", group("Us"), men("7 men", 7, 7)),
	}})
	var got []string
	for _, e := range estimates(p.Strength) {
		got = append(got, fmt.Sprintf("%s %s of %q said %q, %s, %v", e.Account.ID, e.Count, e.At.Of.EDTF, e.At.Said.EDTF, e.Counted, e.Hedges))
	}
	want := []string{`a 500 of "2018" said "2021-01-01", men, []`, `b 900 or more of "" said "2020-01-01", fighters, [at least reported]`, `c 7 of "" said "", men, []`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLeadersHaveTheirTimes(t *testing.T) {
	led := func(id, text, trigger, name string) Said {
		s := said(id, dateline.Leadership, text, words{role: dateline.Leader, text: name})
		i := strings.Index(text, trigger)
		s.Statement.Trigger = dateline.Span{Start: i, End: i + len(trigger)}
		return s
	}
	var all []Account
	for _, s := range []Said{of(led("1", "Us named Ali Khan as its emir in 2019", "named", "Ali Khan"), "2019", "2019", "2019-01-01", "2019-12-31"),
		led("2", "the former leader of Us, Omar Aziz", "leader", "Omar Aziz"), led("3", "Khan leads Us", "leads", "Khan"), led("4", "the leader", "leader", "the leader")} {
		all = append(all, NewAccount(s))
	}
	var got []string
	for _, l := range leaders(all) {
		line := l.Name
		for _, x := range l.Terms {
			line += fmt.Sprintf("; %s %s", x.Tenure, x.Account.ID)
		}
		if from := l.From(); from != nil {
			line += "; from " + from[0].Value.EDTF
		}
		got = append(got, line)
	}
	if want := []string{"Ali Khan; begins 1; leads 3; from 2019", "Omar Aziz; led 2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSnapshotHoldsWhatStandsOnTheDay(t *testing.T) {
	rel := func(kind, other, from, to string) dateline.Relation {
		return dateline.Relation{Kind: kind, Actor: other, From: from, To: to}
	}
	s := Subject{
		Actor: dateline.Actor{ID: "us", Relations: []dateline.Relation{rel("ally of", "them", "2014", "2016"), rel("branch of", "parent", "2015-06", "")},
			Designations: []dateline.DesignationBy{{By: "X", From: "2016-01-14"}}},
		Said: []Said{published(said("1", dateline.Rivalry, "they fight us", words{role: dateline.Group, text: "they", actor: "them"}, words{role: dateline.Other, text: "us", actor: "us"}), "2015-03-01")},
	}
	p := NewProfile(s)
	d := NewDossier(s, p, Evidence{Rule: UCDP})
	for day, want := range map[string]string{
		"2013-01-01": "; listed 0", "2014-06-01": "them ally of edge; listed 0", "2015-05-01": "them ally of inside, rival of  told, contested; listed 0",
		"2016-02-01": "parent branch of inside; them ally of edge, rival of  told, contested; listed 1",
		"2018-01-01": "parent branch of inside; them rival of  told; listed 1",
	} {
		snap := At(p, d, day)
		var bonds []string
		for _, b := range append(slices.Clone(snap.Parents), snap.Relations...) {
			var readings []string
			for _, r := range b.Readings {
				line := r.Word + " " + string(r.Record)
				if r.Told != nil {
					line += " told"
				}
				readings = append(readings, line)
			}
			if b.Contested {
				readings = append(readings, "contested")
			}
			bonds = append(bonds, b.Other+" "+strings.Join(readings, ", "))
		}
		if got := fmt.Sprintf("%s; listed %d", strings.Join(bonds, "; "), len(snap.Listings)); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}

// manyIncidents is a group with n operations over ten years.
func manyIncidents(n int) (Subject, Evidence) {
	ev := Evidence{Rule: UCDP, Cited: map[string]Account{}}
	s := Subject{Actor: dateline.Actor{ID: "us", Home: []string{"AF"}}}
	kinds := dateline.Codebook[0].Kinds
	for i := range n {
		day := fmt.Sprintf("%04d-%02d-%02d", 2010+i%10, 1+i/10%12, 1+i%28)
		in := deed(fmt.Sprintf("%05d", i), day, []string{"AF", "PK", "IR", ""}[i%4], heldBy("us", dateline.Degrees[i%5]))
		in.Kind = kinds[i%len(kinds)]
		ev.Cited[in.Statements[0]] = killing(in, fmt.Sprint(i%7, " people"), exactly(i%7, i%7))
		ev.Sources = append(ev.Sources, Source{Report: in.Reports[0], Publisher: fmt.Sprint("publisher ", i%50)})
		s.Incidents = append(s.Incidents, in)
	}
	for i := range 50 * 120 {
		ev.Presses = append(ev.Presses, Press{fmt.Sprint("publisher ", i%50), fmt.Sprintf("%04d-%02d", 2010+i/50%10, 1+i/500), 1})
	}
	return s, ev
}

func BenchmarkDossierOf10000(b *testing.B) {
	s, ev := manyIncidents(10000)
	for b.Loop() {
		NewDossier(s, NewProfile(s), ev)
	}
}

package link

import (
	"math"
	"strings"
	"testing"

	"dateline"
)

// lentTo is a telling to which its report lends a day and a town.
func lentTo(id, published, day string, at []dateline.Place) *Telling {
	t := &Telling{ID: id, Report: id, Heads: []string{id}, Published: onDay(published)[0], Kinds: []dateline.Kind{dateline.Abduction},
		Words: []string{"girl"}, Lent: &Lent{Place: &at[0]}}
	if day != "" {
		t.Lent.Date = &onDay(day)[0]
	}
	return t
}

func TestWhatIsLentBringsTellingsTogether(t *testing.T) {
	here := town("Elmwood", 40, -80)
	a, b := lentTo("a", "2014-04-18", "2014-04-14", here), lentTo("b", "2014-05-03", "2014-04-14", here)
	ts := []*Telling{a, b}
	if ps := candidates(ts); len(ps) != 1 {
		t.Fatalf("%d pairs, want one", len(ps))
	}
	_, why := because(a, b)
	for _, want := range []string{"same day, 2014-04-14, by what the report says elsewhere", "same place, Elmwood, by what the report says elsewhere"} {
		if !strings.Contains(why, want) {
			t.Errorf("%q is not in %q", want, why)
		}
	}
	told := sceneOf(&Telling{Kinds: a.Kinds, Dates: onDay("2014-04-14"), Places: here}, &Telling{Kinds: a.Kinds, Dates: onDay("2014-04-14"), Places: here})
	if lent := sceneOf(a, b); lent.score >= told.score {
		t.Errorf("what is lent speaks with %.2f, what is told with %.2f", lent.score, told.score)
	}
}

func TestWhatIsLentKeepsNothingApart(t *testing.T) {
	a, b := lentTo("a", "2014-04-18", "2014-04-14", town("Elmwood", 40, -80)), lentTo("b", "2014-05-03", "2014-04-29", town("Oakdale", 45, -90))
	if apart(a, b) {
		t.Error("lent days and towns block")
	}
}

func TestWhatIsLentMovesTheScoreWithinAReport(t *testing.T) {
	r := &dateline.Report{Text: "Shots. A shooting."}
	at := func(told, lentDay string, there, lentThere []dateline.Place) *event {
		e := tellsIn(r, dateline.Span{End: 6}, dateline.Span{End: 5}, dateline.Span{}, dateline.ArmedAssault)
		e.places = there
		if told != "" {
			e.dates = onDay(told)
		}
		if lentDay != "" {
			e.lent.add(&dateline.Resolution{Date: &onDay(lentDay)[0], Score: 0.9})
		}
		if lentThere != nil {
			e.lent.add(&dateline.Resolution{Place: &lentThere[0], Score: 0.9})
		}
		return e
	}
	here, there := town("Elmwood", 40, -80), town("Oakdale", 45, -90)
	for _, c := range []struct {
		name string
		a, b *event
		want float64
	}{
		{"told and lent one day", at("2014-04-14", "", nil, nil), at("", "2014-04-14", nil, nil), 0.09},
		{"told and lent two days", at("2014-04-14", "", nil, nil), at("", "2013-04-14", nil, nil), -0.54},
		{"lent one day", at("", "2014-04-14", nil, nil), at("", "2014-04-14", nil, nil), 0.081},
		{"lent two days", at("", "2014-04-14", nil, nil), at("", "2013-04-14", nil, nil), 0},
		{"both told", at("2014-04-14", "", nil, nil), at("2014-04-14", "2013-04-14", nil, nil), 0},
		{"told and lent two towns", at("", "", here, nil), at("", "", nil, there), -0.54},
		{"told and lent one town", at("", "", here, nil), at("", "", nil, here), 0},
		{"lent two towns", at("", "", nil, here), at("", "", nil, there), 0},
	} {
		var v verdict
		if v.lent(c.a, c.b); math.Abs(v.score-c.want) > 1e-9 || v.blocked {
			t.Errorf("%s: %.3f, want %.3f", c.name, v.score, c.want)
		}
	}
}

func TestTheLikeliestIsLentWhereNothingIsTold(t *testing.T) {
	var l lent
	for _, m := range []dateline.Resolution{{Date: &onDay("2014-04-14")[0], Score: 0.4}, {Date: &onDay("2014-04-18")[0], Score: 0.6}, {Date: &onDay("2014-04-14")[0], Score: 0.5}} {
		l.add(&m)
	}
	if got := l.best(false, true); got == nil || got.Date.From != "2014-04-14" || got.Place != nil {
		t.Errorf("lent %+v", got)
	}
	if got := l.best(true, true); got != nil {
		t.Errorf("%+v is lent to one that tells its own", got)
	}
}

func TestTheDayBehindAClaimedIncidentIsTheIncidents(t *testing.T) {
	text := "On Monday the leader claimed the raid on Chibok on April 14."
	span := func(words string) dateline.Span {
		at := strings.Index(text, words)
		return dateline.Span{Start: at, End: at + len(words)}
	}
	claim := &dateline.Statement{Kind: dateline.Claim, Parts: []dateline.Part{{Role: dateline.Incidental, Span: span("the raid on Chibok")}}}
	if !claim.OfIncident(dateline.Part{Role: dateline.DateRole, Span: span("April 14")}) {
		t.Error("April 14 is not that of the raid")
	}
	if claim.OfIncident(dateline.Part{Role: dateline.DateRole, Span: span("Monday")}) {
		t.Error("the day of the claim is taken for that of the raid")
	}
}

func TestATimeWithoutAnEndReachesToPublication(t *testing.T) {
	since := dateline.Date{EDTF: "2008-11-26/..", From: "2008-11-26"}
	if got := untilPublished(since, onDay("2008-11-28")[0]); got.To != "2008-11-28" {
		t.Errorf("to %q", got.To)
	}
	if got := untilPublished(since, dateline.Date{}); got.To != "" {
		t.Errorf("to %q, though nobody knows when it was published", got.To)
	}
}

func TestWhatIsToldAtLargeIsLentNothing(t *testing.T) {
	at := func(text, word string) *event {
		k := strings.Index(text, word)
		return &event{told: told{report: &dateline.Report{Text: text}, s: &dateline.Statement{Quote: dateline.Span{End: len(text)}, Trigger: dateline.Span{Start: k, End: k + len(word)}}}}
	}
	if !at("Ansaru has abducted foreigners.", "abducted").atLarge() {
		t.Error("a habit is told as a deed")
	}
	if at("Gunmen abducted foreigners.", "abducted").atLarge() {
		t.Error("a deed is told as a habit")
	}
}

func TestASiegeMayBeTheAssaultOfAnotherReport(t *testing.T) {
	if !anyKindsMeet([]dateline.Kind{dateline.ArmedAssault}, []dateline.Kind{dateline.HostageTaking}) || anyKindsMeet([]dateline.Kind{dateline.Bombing}, []dateline.Kind{dateline.HostageTaking}) {
		t.Error("an assault meets a siege, a bombing does not")
	}
}

package storytime

import (
	"reflect"
	"strings"
	"testing"

	"dateline"
)

func day(d string) dateline.Date {
	return dateline.Date{EDTF: d, From: d, To: d, Anchor: dateline.AnchorPublished}
}

// on makes an expression of a day in a sentence of 100 bytes, with the verb that it goes with.
func on(sentence int, words, d, verb string) Expression {
	return Expression{Span: dateline.Span{Start: 100*sentence + 10, End: 100*sentence + 16}, Sentence: sentence, Date: day(d),
		Words: words, Before: "on", After: ".", Verb: verb, Head: 100 * sentence, Length: 20}
}

func event(sentence int, told ...dateline.Date) Event {
	return Event{At: 100*sentence + 50, Sentence: sentence, Lemma: "shoot", Kind: dateline.ArmedAssault, Told: told}
}

// under puts a word in a clause of its own, which another one may hold.
func under(clauses ...Clause) Standing { return Standing{Clauses: clauses} }

// likened is an expression of what something is likened to.
func likened(x Expression) Expression {
	x.Standing = under(Clause{Head: x.Head, Lemma: "attack", Marker: "unlike", Nominal: true})
	return x
}

// arrested is an expression of when somebody was arrested.
func arrested(x Expression) Expression {
	x.Part, x.Standing = dateline.Arrest, under(Clause{Head: x.Head, Lemma: "arrest", Tense: "past"})
	return x
}

var published = day("2024-03-13")

func TestWhen(t *testing.T) {
	monday := on(0, "monday night", "2024-03-11", "happen")
	for name, x := range map[string]struct {
		report Report
		want   string
	}{
		"the night of the sentence before": {Report{Published: published, Sentences: 3, Expressions: []Expression{monday}, Events: []Event{event(1)}}, "0:2024-03-11"},
		"not the day of court": {Report{Published: published, Sentences: 3, Expressions: []Expression{monday, on(2, "april 2", "2024-04-02", "appear")},
			Events: []Event{event(1)}}, "0:2024-03-11"},
		"the day of what it is likened to": {Report{Published: published, Sentences: 3, Expressions: []Expression{likened(monday)}, Events: []Event{event(1)}}, ""},
		"the day of an arrest after it": {Report{Published: published, Sentences: 1, Expressions: []Expression{arrested(monday)},
			Events: []Event{{At: 50, Lemma: "bombing", Kind: dateline.Bombing, Standing: under(Clause{Head: 50, Marker: "after", Link: "obl", Nominal: true}, Clause{Head: 0})}}}, ""},
		"no time is named":         {Report{Published: published, Sentences: 3, Events: []Event{event(1)}}, ""},
		"the words themselves say": {Report{Published: published, Sentences: 3, Expressions: []Expression{monday}, Events: []Event{event(1, day("2024-03-10"))}}, ""},
		"only what is to come":     {Report{Published: published, Sentences: 3, Expressions: []Expression{on(0, "friday", "2024-03-15", "appear")}, Events: []Event{event(1)}}, ""},
		"another town, by both words": {Report{Published: published, Sentences: 2, Expressions: []Expression{monday},
			Events: []Event{{At: 20, Kind: dateline.ArmedAssault, Told: []dateline.Date{monday.Date}, Places: []string{"a"}}, {At: 150, Sentence: 1, Kind: dateline.ArmedAssault, Places: []string{"b"}}}}, ""},
	} {
		var got []string
		for _, a := range When(x.report) {
			got = append(got, few(a.Event, 9)+":"+x.report.Expressions[a.Expression].Date.EDTF)
			if a.Why == "" || a.Chance <= 0 || a.Chance > 1 {
				t.Errorf("%s: %+v", name, a)
			}
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
		if a, b := When(x.report), When(x.report); !reflect.DeepEqual(a, b) {
			t.Errorf("%s: two answers, %v and %v", name, a, b)
		}
	}
}

func TestLevelOf(t *testing.T) {
	for d, want := range map[[2]string]level{{"2024-03-11", "2024-03-11"}: oneDay, {"2024-03-11", "2024-03-17"}: fewDays, {"2024-03-01", "2024-03-31"}: month,
		{"2024-01-01", "2024-12-31"}: year, {"2020-01-01", "2024-12-31"}: "", {"", "2024-12-31"}: "", {"2024-03-11", "2024-03-10"}: ""} {
		if got := levelOf(dateline.Date{From: d[0], To: d[1]}); got != want {
			t.Errorf("%v: %q", d, got)
		}
	}
}

func TestShape(t *testing.T) {
	for words, want := range map[string]string{"monday night": "weekday night", "jan. 27": "month number", "march 3, 2024": "month number year",
		"last week": "last week", "": "", "the second monday": "the second weekday"} {
		if got := shape(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

// Nothing that Choices weighs is a date, and the first choice of an event is none.
func TestNoDatesAsFeatures(t *testing.T) {
	r := Report{Published: published, Sentences: 3, Expressions: []Expression{on(0, "march 11, 2024", "2024-03-11", "shoot"), on(2, "2019", "2019-01-01", "")}, Events: []Event{event(0)}}
	all := Choices(r)
	if len(all) != 3 || !all[0].Date.IsZero() {
		t.Fatalf("%d choices, the first %v", len(all), all[0].Date)
	}
	for _, c := range all {
		for _, f := range c.Features {
			if strings.Contains(f, "2024") || strings.Contains(f, "2019") || strings.Contains(f, "march") {
				t.Errorf("feature %q", f)
			}
		}
	}
}

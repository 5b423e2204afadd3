package scene

import (
	"reflect"
	"strings"
	"testing"

	"dateline"
)

var (
	mali  = dateline.Place{ID: "iso:ML", Name: "Mali", Country: "ML", Precision: dateline.Country}
	niger = dateline.Place{ID: "iso:NE", Name: "Niger", Country: "NE", Precision: dateline.Country}
	mopti = dateline.Place{ID: "geonames:1", Name: "Mopti", Country: "ML", Admin1: "Mopti", Precision: dateline.Settlement}
	paris = dateline.Place{ID: "geonames:2", Name: "Paris", Country: "FR", Precision: dateline.Settlement}
)

// at makes the naming of a place in a sentence of 100 bytes.
func at(sentence int, p dateline.Place, before string) Mention {
	return Mention{Span: dateline.Span{Start: 100*sentence + 10, End: 100*sentence + 15}, Place: p, Sentence: sentence, Before: before}
}

func event(sentence int, told ...dateline.Place) Event {
	return Event{At: 100*sentence + 50, Sentence: sentence, Kind: dateline.ArmedAssault, Told: told}
}

func TestWhere(t *testing.T) {
	for name, x := range map[string]struct {
		report Report
		want   string
	}{
		"the place of the sentence before": {Report{Title: "Mopti market hit", Sentences: 3, Mentions: []Mention{at(0, mopti, "in"), at(0, mali, "")},
			Events: []Event{event(0, mopti), event(1)}}, "1:Mopti"},
		"no more than the country": {Report{Title: "Mali holds a reporter", Sentences: 9, Mentions: []Mention{at(0, mali, "in"), at(1, mali, ""), at(2, paris, "to"), at(5, mali, "in")},
			Events: []Event{event(4)}}, "0:Mali"},
		"nothing is named":         {Report{Sentences: 3, Events: []Event{event(1)}}, ""},
		"the words themselves say": {Report{Sentences: 3, Mentions: []Mention{at(0, mali, "in"), at(1, niger, "in")}, Events: []Event{event(1, niger)}}, ""},
	} {
		var got []string
		for _, a := range Where(x.report) {
			got = append(got, few(a.Event, 9)+":"+x.report.Mentions[a.Mention].Place.Name)
			if a.Why == "" || a.Chance <= 0 || a.Level == "" {
				t.Errorf("%s: %+v", name, a)
			}
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
		if a, b := Where(x.report), Where(x.report); !reflect.DeepEqual(a, b) {
			t.Errorf("%s: two answers, %v and %v", name, a, b)
		}
	}
}

func TestLevelOf(t *testing.T) {
	for p, want := range map[dateline.Precision]Level{dateline.Site: Town, dateline.Near: Town, dateline.District: Area, dateline.Region: Area,
		dateline.Country: Country, dateline.Continent: "", dateline.Unplaced: ""} {
		if got := LevelOf(dateline.Place{Precision: p, Country: "ML"}); got != want {
			t.Errorf("%s: %q", p, got)
		}
	}
	if got := LevelOf(dateline.Place{Precision: dateline.Region}); got != "" {
		t.Errorf("a region of no one country: %q", got)
	}
}

// Nothing that Choices weighs names a place.
func TestNoNamesAsFeatures(t *testing.T) {
	r := Report{Title: "Mopti", Sentences: 2, Mentions: []Mention{at(0, mopti, "in"), at(1, mali, "of")}, Events: []Event{event(1)}}
	all := Choices(r)
	if len(all) != 2 {
		t.Fatalf("%d choices", len(all))
	}
	for _, c := range all {
		for _, f := range c.Features {
			if strings.Contains(f, "Mopti") || strings.Contains(f, "Mali") {
				t.Errorf("feature %q", f)
			}
		}
	}
}

package casefile

import (
	"os"
	"strings"
	"testing"

	"dateline"
)

const linkedCase = `Two reports of one bombing.

-- report a --
---
published: 2024-03-12
---
A bomb killed 11 people in Konduga on Tuesday.
-- report b --
---
published: 2024-03-13
---
A bomb killed 12 people in Konduga on Tuesday.
-- incidents --
incident bombing, news
  reports: a b
  independent: 2
  killed: 11 people = 11
  killed!: 12 people = 12
`

func TestLinkedChecks(t *testing.T) {
	l, err := ParseLinked("two", []byte(linkedCase))
	if err != nil {
		t.Fatal(err)
	}
	toll := func(n int, text string) dateline.Told[dateline.Toll] {
		return dateline.Told[dateline.Toll]{Value: dateline.Toll{Of: dateline.KilledRole, Count: dateline.Exactly(n), Text: text}}
	}
	right := dateline.Incident{ID: "i", Kind: dateline.Bombing, Reality: dateline.Happened, Independent: 2,
		Reports: []string{l.Reports[0].ID, l.Reports[1].ID}, Tolls: []dateline.Told[dateline.Toll]{toll(11, "11 people")}}
	for name, c := range map[string]struct {
		change func(*dateline.Incident)
		want   string
	}{
		"as it is":             {func(in *dateline.Incident) {}, ""},
		"of one report":        {func(in *dateline.Incident) { in.Reports = in.Reports[:1] }, "told by 1 reports"},
		"as background":        {func(in *dateline.Incident) { in.Background = true }, "background is true"},
		"one account":          {func(in *dateline.Incident) { in.Independent = 1 }, "1 independent accounts"},
		"another kind":         {func(in *dateline.Incident) { in.Kind = dateline.Arson }, "the kind is arson"},
		"what it must not say": {func(in *dateline.Incident) { in.Tolls = append(in.Tolls, toll(12, "12 people")) }, "an account 'killed!"},
		"of a series":          {func(in *dateline.Incident) { in.Series = "x" }, `part of the series "x"`},
	} {
		in := right
		c.change(&in)
		var got []string
		for _, m := range l.Check([]dateline.Incident{in}) {
			got = append(got, m.Why)
		}
		if s := strings.Join(got, "; "); !strings.Contains(s, c.want) || c.want == "" && s != "" {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
	if found := l.Check(nil); len(found) != 1 {
		t.Errorf("nothing linked: %v", found)
	}
}

func TestLinkedRefuses(t *testing.T) {
	for bad, want := range map[string]string{
		strings.Replace(linkedCase, "reports: a b", "reports: a c", 1):   `no report "c"`,
		strings.Replace(linkedCase, "11 people =", "13 people =", 1):     `no report says "13 people"`,
		strings.Replace(linkedCase, "incident bombing", "bombing", 1):    "is no incident",
		strings.Replace(linkedCase, "-- incidents --", "-- other --", 1): "unknown section",
		strings.Replace(linkedCase, "  reports: a b\n", "", 1):           "which reports",
	} {
		if _, err := ParseLinked("two", []byte(bad)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// The repository's files are as many as were promised, and all load.
func TestTheRepositorysLinked(t *testing.T) {
	all, err := LoadLinked(os.DirFS("../../cases/linked"))
	if err != nil {
		t.Fatal(err)
	}
	reports := 0
	for _, l := range all {
		reports += len(l.Reports)
	}
	if len(all) < 20 || reports < 80 {
		t.Errorf("%d files, %d reports", len(all), reports)
	}
}

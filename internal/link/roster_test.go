package link

import (
	"testing"

	"dateline"
)

// one is a mention of a single person.
func one(words string, e dateline.Effect, sentence int) mention {
	return mention{Statement: words, Report: "r", Sentence: dateline.Span{Start: sentence, End: sentence + 1}, Words: words, Age: -1, Count: dateline.Exactly(1), Effect: e}
}

func TestRosterCountsPersons(t *testing.T) {
	named := func(m mention, name ...string) mention { m.Name = name; return m }
	aged := func(m mention, age int) mention { m.Age = age; return m }
	back := func(m mention) mention { m.Back = true; return m }
	several := one("four people", dateline.Hit, 1)
	several.Count = dateline.Exactly(4)
	for name, c := range map[string]struct {
		mentions        []mention
		killed, wounded string
	}{
		"two names":                {[]mention{named(one("ana kovac", dateline.Death, 1), "ana", "kovac"), named(one("omar haddad", dateline.Death, 1), "omar", "haddad")}, "2", ""},
		"a name in short":          {[]mention{named(one("ana kovac", dateline.Death, 1), "ana", "kovac"), named(one("kovac", dateline.Death, 2), "kovac")}, "1", ""},
		"wounded, then dead":       {[]mention{one("a man", dateline.Injury, 1), back(one("the man", dateline.Death, 2))}, "1", "0"},
		"two ages":                 {[]mention{aged(one("a man", dateline.Injury, 1), 20), aged(one("a man", dateline.Injury, 2), 40)}, "", "2"},
		"perhaps one, perhaps two": {[]mention{one("a man", dateline.Death, 1), one("a resident", dateline.Death, 9)}, "1–2", ""},
		"hit and no more":          {[]mention{one("a man", dateline.Hit, 1)}, "0–1", "0–1"},
		"one of four died":         {[]mention{several, one("one", dateline.Death, 1)}, "1", "0–3"},
	} {
		got := map[dateline.Role]string{}
		for _, x := range censusOf(c.mentions, false).tolls() {
			got[x.Value.Of] = x.Value.Count.String()
		}
		if got[dateline.KilledRole] != c.killed || got[dateline.Wounded] != c.wounded {
			t.Errorf("%s: killed %s, wounded %s; want %s, %s", name, got[dateline.KilledRole], got[dateline.Wounded], c.killed, c.wounded)
		}
	}
}

// TestRivalTollsAreNoSum holds that what two say in one sentence, or one says twice of the whole, is not added up.
func TestRivalTollsAreNoSum(t *testing.T) {
	told := func(words string, n int, voice string) mention {
		m := one(words, dateline.Death, 1)
		m.Statement, m.Count, m.Voice, m.Whole = words+voice, dateline.Exactly(n), voice, true
		return m
	}
	women := told("four women", 4, "police")
	women.Whole = false
	share := one("one", dateline.Death, 1)
	share.Share = true
	for name, c := range map[string]struct {
		mentions []mention
		high     int
	}{
		"on the word of two":    {[]mention{told("137 people", 137, "residents"), told("54", 54, "the governor")}, 137},
		"corrected":             {[]mention{told("26 people", 26, "police"), told("19 people", 19, "police")}, 26},
		"side by side":          {[]mention{told("26 people", 26, "police"), women}, 30},
		"one of them seriously": {[]mention{told("three people", 3, "police"), share}, 3},
	} {
		if got := censusOf(c.mentions, true).high[dateline.Death]; got != c.high {
			t.Errorf("%s: at most %d, want %d", name, got, c.high)
		}
	}
}

func TestCountedTollIsOnlyAddedWhereNothingTellsIt(t *testing.T) {
	toll := func(c dateline.Count, counted bool) dateline.Told[dateline.Toll] {
		return dateline.Told[dateline.Toll]{Value: dateline.Toll{Of: dateline.KilledRole, Count: c, Counted: counted}, Statements: []string{"s"}}
	}
	if got := withCounted([]dateline.Told[dateline.Toll]{toll(dateline.Between(11, -1), false)}, []dateline.Told[dateline.Toll]{toll(dateline.Exactly(12), true)}); len(got) != 1 {
		t.Errorf("12 are counted beside 'at least 11': %v", got)
	}
	if got := withCounted(nil, []dateline.Told[dateline.Toll]{toll(dateline.Exactly(0), true)}); len(got) != 0 {
		t.Errorf("none are counted where nobody is told killed: %v", got)
	}
	if got := withCounted(nil, []dateline.Told[dateline.Toll]{toll(dateline.Exactly(2), true)}); len(got) != 1 {
		t.Errorf("two are told dead one by one, and not counted")
	}
}

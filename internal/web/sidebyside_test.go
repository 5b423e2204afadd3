package web

import (
	"strings"
	"testing"

	"dateline"
	"dateline/internal/analysis"
)

func TestCopiesStandUnderTheirAccount(t *testing.T) {
	in := dateline.Incident{Reports: []string{"a", "b", "c", "d"}, Copies: [][]string{{"a", "c"}}}
	var got []string
	for _, g := range byAccount(&in) {
		got = append(got, strings.Join(g, "+"))
	}
	if want := "a+c b d"; strings.Join(got, " ") != want {
		t.Errorf("accounts %q, want %q", got, want)
	}
}

func TestACopySaysOnlyWhatItsAccountDoesNot(t *testing.T) {
	first := []sideCell{{"Killed", []shown{{Text: "4"}}}, {"Also told", []shown{{Label: "Target", Text: "a bus"}}}}
	of := []sideCell{{"Killed", []shown{{Text: "4"}, {Text: "6", Like: analysis.Differs}}}, {"Also told", []shown{{Label: "Weapon", Text: "a bus"}}}}
	got := otherThan(first, of)
	if len(got) != 2 || len(got[0].Of) != 1 || got[0].Of[0].Text != "6" || got[1].Of[0].Label != "Weapon" {
		t.Errorf("%+v", got)
	}
	if otherThan(first, first) != nil {
		t.Error("a copy that says the same says something else")
	}
}

func TestWhyReportsAreOneAccount(t *testing.T) {
	for want, c := range map[string]analysis.Copied{
		"80 % of the runs":              {Shared: 80, Third: "the Wire"},
		"told on the word of The Post":  {Shared: 10, Credits: []string{"s"}, Of: &dateline.Report{Publisher: "The Post"}},
		"both tell it on the word of W": {Shared: 10, Third: "W"},
		"share their words; 10 % of":    {Shared: 10},
	} {
		if got := copyWords(c); !strings.Contains(got, want) {
			t.Errorf("%+v: %q, want %q", c, got, want)
		}
	}
}

func TestTheRuleIsASwitchThatKeepsTheQuery(t *testing.T) {
	f := newFixture(t)
	page := f.get(t, "/incidents/"+f.incident.ID+"?order=oldest&rule=acled-lowest")
	if !strings.Contains(page, `?order=oldest&amp;rule=ucdp-blh#side"`) || !strings.Contains(page, `tabindex="-1">acled-lowest</b>`) {
		t.Error(between(page, `<nav class="rules"`, "</nav>"))
	}
	foot := between(page, "<tfoot>", "</tfoot>")
	if !strings.Contains(foot, "figures by acled-lowest") || !strings.Contains(foot, "no headline is made of who did it") {
		t.Error(foot)
	}
	if w := f.do("GET", "/incidents/"+f.incident.ID+"?rule=greatest"); w.Code != 400 {
		t.Errorf("a rule that there is not: %d", w.Code)
	}
}

func TestANumberThatTheWordsTellIsNotToldAgain(t *testing.T) {
	one, two, forty := 1, 2, 40
	for _, row := range []struct {
		text  string
		count dateline.Count
		want  string
	}{
		{"a kiosk", dateline.Count{Low: &one, High: &one, Word: "singular"}, ""},
		{"farmers", dateline.Count{Low: &two, Word: "plural"}, ""},
		{"40 farmers", dateline.Count{Low: &forty, High: &forty}, ""},
		{"two buses", dateline.Count{Low: &two, High: &two}, "read as 2"},
	} {
		if got := partyWords(dateline.Party{Text: row.text, Count: &row.count}).Note; got != row.want {
			t.Errorf("%s: %q, want %q", row.text, got, row.want)
		}
	}
}

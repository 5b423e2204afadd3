package analysis

import (
	"strings"
	"testing"

	"dateline"
)

// drifted writes the steps of chains: from which telling to which, and what changed.
func drifted(all []Chain) string {
	var out []string
	for _, c := range all {
		for _, s := range c.Steps {
			var changes []string
			for _, a := range s.Changes {
				changes = append(changes, string(a.Drift))
			}
			out = append(out, s.From.Statements[0]+"->"+s.To.Statements[0]+" "+strings.Join(changes, ", "))
		}
	}
	return strings.Join(out, "; ")
}

func TestDriftOfATollOrARevision(t *testing.T) {
	const mon, tue, wed, later = "2024-03-11", "2024-03-12", "2024-03-13", "2025-03-11"
	about := func(x telling) telling { x.words = "about " + x.words; x.approx = true; return x }
	background := func(x telling) telling { x.background = true; return x }
	for name, c := range map[string]struct {
		told []telling
		want string
	}{
		"a lost hedge and a lost speaker":    {[]telling{saidBy("police", atLeast(mon, "at least 11 people", 11)), figure(tue, "11 people", 11)}, "0->1 lost hedge, lost speaker"},
		"one after the other":                {[]telling{saidBy("police", atLeast(mon, "at least 11", 11)), saidBy("Police", figure(tue, "11", 11)), figure(wed, "11", 11)}, "0->1 lost hedge; 1->2 lost speaker"},
		"more than 90 as 90":                 {[]telling{atLeast(mon, "more than 90", 91), figure(later, "90 people", 90)}, "0->1 lost hedge"},
		"up to 20 as 20":                     {[]telling{{on: mon, words: "up to 20", low: -1, high: 20}, figure(tue, "20", 20)}, "0->1 lost hedge"},
		"up to 20 as more than 20":           {[]telling{{on: mon, words: "up to 20", low: -1, high: 20}, atLeast(tue, "more than 20", 21)}, "0->1 swelled"},
		"the top of a range":                 {[]telling{{on: mon, words: "30 to 40", low: 30, high: 40}, figure(tue, "40", 40)}, "0->1 swelled"},
		"the bottom of a range":              {[]telling{{on: mon, words: "30 to 40", low: 30, high: 40}, figure(tue, "30", 30)}, "0->1 lost hedge"},
		"rounded with a word":                {[]telling{figure(mon, "139 people", 139), about(figure(later, "140", 140))}, "0->1 rounded"},
		"rounded down to more than":          {[]telling{figure(mon, "139 people", 139), atLeast(later, "more than 130", 131)}, "0->1 rounded"},
		"rounded to the hundred":             {[]telling{figure(mon, "1,247 people", 1247), figure(later, "1,200 people", 1200)}, "0->1 rounded"},
		"people who were soldiers":           {[]telling{figure(mon, "14 civilians", 14), figure(tue, "14 militants", 14)}, "0->1 changed meaning"},
		"the attackers among them forgotten": {[]telling{figure(mon, "14 people, among them the two attackers", 14), figure(tue, "14 civilians", 14)}, "0->1 changed meaning"},
		"swollen in the retelling":           {[]telling{saidBy("police", figure(mon, "139", 139)), background(figure(later, "300", 300))}, "0->1 swelled, lost speaker"},

		"one more, told by another":          {[]telling{saidBy("police", atLeast(mon, "at least 11", 11)), saidBy("a doctor", figure(tue, "12", 12))}, ""},
		"risen by the same voice":            {[]telling{saidBy("police", atLeast(mon, "at least 11", 11)), saidBy("police", figure(tue, "14", 14))}, ""},
		"risen as news, on nobody's word":    {[]telling{atLeast(mon, "at least 11", 11), figure(tue, "14", 14)}, ""},
		"one more is no rounding":            {[]telling{figure(mon, "139", 139), figure(tue, "140", 140)}, ""},
		"the same number by another voice":   {[]telling{saidBy("police", atLeast(mon, "at least 11", 11)), saidBy("a doctor", figure(tue, "11", 11))}, ""},
		"narrowed by the same voice":         {[]telling{saidBy("police", telling{on: mon, words: "30 to 40", low: 30, high: 40}), saidBy("police", figure(tue, "40", 40))}, ""},
		"on the same day":                    {[]telling{saidBy("police", atLeast(mon, "at least 11", 11)), figure(mon, "11", 11)}, ""},
		"nobody knows which came first":      {[]telling{saidBy("police", atLeast("", "at least 11", 11)), figure("", "11", 11)}, ""},
		"told with more care than before":    {[]telling{figure(mon, "11", 11), saidBy("police", atLeast(tue, "at least 11", 11))}, ""},
		"people who turn out to be soldiers": {[]telling{figure(mon, "11 people", 11), figure(tue, "11 soldiers", 11)}, ""},
		"told again as it was":               {[]telling{saidBy("police", figure(mon, "11", 11)), saidBy("police", figure(tue, "11", 11))}, ""},
		"an older figure, told later":        {[]telling{figure(tue, "14", 14), background(figure(later, "11", 11))}, ""},
	} {
		in, said := incidentOf(c.told...)
		if got := drifted(NewFigures(in, said).Drift()); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// strengthIn is a report that tells how strong a group is; said is when that was first said, "" if not told.
func strengthIn(published, said, by, words, beside string, low, high int) Account {
	c := dateline.Between(low, high)
	sentence := strings.TrimSpace(words + " " + beside)
	a := Account{ID: published + by, Kind: dateline.Strength, Reality: dateline.Happened, Stance: dateline.Asserted, Quote: sentence,
		Report: &dateline.Report{ID: "report " + published + by},
		Parts:  []Value{{Role: dateline.Fighters, Words: words, Meaning: &dateline.Resolution{Count: &c}}}}
	if published != "" {
		a.Report.Published = dateline.Date{EDTF: published, From: published, To: published}
	}
	if said != "" {
		a.Parts = append(a.Parts, Value{Role: dateline.DateRole, Words: said, Meaning: &dateline.Resolution{Date: &dateline.Date{EDTF: said, From: said, To: said}}})
	}
	if beside != "" {
		a.Parts = append(a.Parts, Value{Role: dateline.Amount, Words: beside})
	}
	if by != "" {
		a.By = []Voice{{Words: by}}
	}
	return a
}

func TestDriftOfAStrength(t *testing.T) {
	un := strengthIn("", "2023-06-01", "the UN", "from 4,000 to 6,000", "including family members", 4000, 6000)
	old := strengthIn("2023-06-20", "2023-06-01", "the UN", "from 4,000 to 6,000", "including family members", 4000, 6000)
	for name, c := range map[string]struct {
		told []Account
		want string
	}{
		"families became fighters": {[]Account{strengthIn("", "", "", "4,000 to 6,000 fighters", "", 4000, 6000), un}, "the UN-> changed meaning, lost speaker"},
		"and the top of the range the least": {[]Account{un, strengthIn("2024-01-01", "", "", "4,000 to 6,000 fighters", "", 4000, 6000),
			strengthIn("2024-05-01", "", "", "more than 6,000 fighters", "", 6001, -1)}, "the UN->2024-01-01 changed meaning, lost speaker; 2024-01-01->2024-05-01 swelled"},
		"the same voice of the same day": {[]Account{old, strengthIn("2024-05-01", "2023-06-01", "the UN", "10,000 fighters", "", 10000, 10000)},
			"2023-06-20the UN->2024-05-01the UN changed meaning, swelled"},
		"members became fighters":                 {[]Account{strengthIn("2023-01-01", "", "", "2,000 members", "", 2000, 2000), strengthIn("2024-01-01", "", "", "2,000 fighters", "", 2000, 2000)}, "2023-01-01->2024-01-01 changed meaning"},
		"a new estimate of the same voice":        {[]Account{un, strengthIn("2024-05-01", "2024-01-20", "the UN", "6,000 fighters", "", 6000, 6000)}, ""},
		"another's estimate":                      {[]Account{un, strengthIn("2024-05-01", "", "the army", "2,000 fighters", "", 2000, 2000)}, ""},
		"a number that nothing ties to the first": {[]Account{un, strengthIn("2024-05-01", "", "", "2,500 fighters", "", 2500, 2500)}, ""},
	} {
		if got := drifted(StrengthDrift(c.told)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

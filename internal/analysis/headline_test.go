package analysis

import (
	"fmt"
	"strings"
	"testing"

	"dateline"
)

// telling is a report that tells how many were killed.
type telling struct {
	report  string // "" is a report of its own
	on      string // the day of publication; "" if unknown
	by      string // who says so; "" is the report itself
	words   string // of the toll
	low     int    // -1 is open; both open is no figure
	high    int
	vague   string
	stance  dateline.Stance
	reality dateline.Reality
	group   bool   // the speaker is of an armed group
	actor   string // of the speaker
	review  dateline.ReviewState
	kind    dateline.Kind

	approx, background bool
}

func figure(on, words string, n int) telling {
	return telling{on: on, words: words, low: n, high: n}
}

func atLeast(on, words string, n int) telling {
	return telling{on: on, words: words, low: n, high: -1}
}

func saidBy(who string, t telling) telling { t.by = who; return t }

func claimedBy(who string, t telling) telling { t.by, t.group = who, true; return t }

// incidentOf makes an incident whose reports tell so; "attackers" are said to have done it.
func incidentOf(all ...telling) (dateline.Incident, []Account) {
	in := dateline.Incident{ID: "incident", Perpetrators: []dateline.Told[dateline.Responsible]{
		{Value: dateline.Responsible{Text: "the Front", Actor: "front", Degree: dateline.ClaimedBy}, Statements: []string{"0"}}}}
	var accounts []Account
	for i, t := range all {
		id := fmt.Sprint(i)
		if t.report == "" {
			t.report = "report " + id
		}
		r := &dateline.Report{ID: t.report, Publisher: strings.TrimLeft(t.report, "0123456789")}
		if t.on != "" {
			r.Published = dateline.Date{EDTF: t.on, From: t.on, To: t.on}
		}
		a := Account{ID: id, Report: r, Kind: dateline.Bombing, Reality: dateline.Happened, Stance: dateline.Asserted, Quote: t.words, Review: t.review,
			Background: t.background}
		if t.kind != "" {
			a.Kind = t.kind
		}
		if t.reality != "" {
			a.Reality = t.reality
		}
		if t.stance != "" {
			a.Stance = t.stance
		}
		if t.by != "" {
			a.By = []Voice{{Words: t.by, Actor: t.actor}}
			if t.group {
				a.By[0].Class = dateline.GroupVoice
			}
		}
		if t.words != "" {
			if _, figure, ok := strings.Cut(t.words, "toll of "); ok {
				t.words = figure
			}
			c := dateline.Between(t.low, t.high)
			c.Word, c.Approx = t.vague, t.approx
			a.Parts = []Value{{Role: dateline.KilledRole, Words: t.words, Meaning: &dateline.Resolution{Count: &c}}}
		}
		accounts = append(accounts, a)
		in.Statements = append(in.Statements, id)
		if n := len(in.Reports); n == 0 || in.Reports[n-1] != t.report {
			in.Reports = append(in.Reports, t.report)
		}
	}
	return in, accounts
}

// short writes a headline as 'answer: low best high from statements', a dash for no figure and a plus for more.
func short(h Headline) string {
	if h.Answer == NotReported {
		return string(h.Answer)
	}
	n := func(n *int) string {
		if n == nil {
			return "-"
		}
		return fmt.Sprint(*n)
	}
	out := fmt.Sprintf("%s: %s %s %s", h.Answer, n(h.Low), n(h.Best), n(h.High))
	if h.Open {
		out += "+"
	}
	return out + " from " + strings.Join(h.Statements, " ")
}

func TestHeadlinesByEachRule(t *testing.T) {
	vague := func(word string, low, high int, x telling) telling {
		x.vague, x.low, x.high = word, low, high
		return x
	}
	stance := func(s dateline.Stance, x telling) telling { x.stance = s; return x }
	in := func(report string, x telling) telling { x.report = report; return x }
	const mon, tue, wed = "2024-03-11", "2024-03-12", "2024-03-13"
	for _, c := range []struct {
		name                  string
		told                  []telling
		copies                [][]string
		ucdp, acled, gtd, ibc string
	}{
		{name: "nobody tells", told: []telling{{on: mon}},
			ucdp: "not reported", acled: "not reported", gtd: "not reported", ibc: "not reported"},
		{name: "one figure", told: []telling{figure(mon, "11 people", 11)},
			ucdp: "figure: 11 11 11 from 0", acled: "figure: - 11 - from 0", gtd: "figure: - 11 - from 0", ibc: "figure: 11 - 11 from 0"},
		{name: "at least 11 is 11, and open", told: []telling{atLeast(mon, "at least 11", 11)},
			ucdp: "figure: 11 11 11+ from 0", acled: "figure: - 11 -+ from 0", gtd: "figure: - 11 -+ from 0", ibc: "figure: 11 - 11+ from 0"},
		{name: "up to 20 is 20, and no low", told: []telling{{on: mon, words: "up to 20", low: -1, high: 20}},
			ucdp: "figure: - 20 20 from 0", acled: "figure: - 20 - from 0", gtd: "figure: - 20 - from 0", ibc: "figure: - - 20 from 0"},
		{name: "a ceiling below another's figure", told: []telling{figure(mon, "276", 276), {on: tue, words: "up to 230", low: -1, high: 230}},
			ucdp: "figure: 230 230 276 from 0 1", acled: "figure: - 230 - from 1", gtd: "figure: - 230 - from 1", ibc: "figure: 230 - 276 from 0 1"},
		{name: "a range is its lower bound where one number is asked for", told: []telling{{on: mon, words: "30 to 40", low: 30, high: 40}},
			ucdp: "figure: 30 30 40 from 0", acled: "figure: - 30 - from 0", gtd: "figure: - 30 - from 0", ibc: "figure: 30 - 40 from 0"},
		{name: "nobody was killed", told: []telling{{on: mon, words: "no one", low: 0, high: 0, reality: dateline.NotHappened}},
			ucdp: "zero: 0 0 0 from 0", acled: "zero: - 0 - from 0", gtd: "zero: - 0 - from 0", ibc: "zero: 0 - 0 from 0"},
		{name: "people died, nobody says how many", told: []telling{{on: mon, words: "villagers", low: -1, high: -1}},
			ucdp: "unknown: - - - from 0", acled: "unknown: - - - from 0", gtd: "unknown: - - - from 0", ibc: "unknown: - - - from 0"},
		{name: "none is no answer where people died", told: []telling{figure(mon, "none", 0), {on: tue, words: "villagers", low: -1, high: -1}},
			ucdp: "unknown: - - - from 0 1", acled: "unknown: - - - from 0 1", gtd: "unknown: - - - from 0 1", ibc: "unknown: - - - from 0 1"},
		{name: "several has no figure by any rule", told: []telling{vague("several", 3, 9, figure(mon, "several", 0))},
			ucdp: "unknown: - - - from 0", acled: "unknown: - - - from 0", gtd: "unknown: - - - from 0", ibc: "unknown: - - - from 0"},
		{name: "dozens are 12 by ACLED's convention alone", told: []telling{vague("dozens", 24, 99, figure(mon, "dozens", 0))},
			ucdp: "unknown: - - - from 0", acled: "figure: - 12 - from 0", gtd: "unknown: - - - from 0", ibc: "unknown: - - - from 0"},
		{name: "the most recent", told: []telling{figure(mon, "11", 11), figure(tue, "19", 19), figure(wed, "23", 23)},
			ucdp: "figure: 11 23 23 from 0 2", acled: "figure: - 11 - from 0", gtd: "figure: - 23 - from 2", ibc: "figure: 11 - 23 from 0 2"},
		{name: "an unknown day is never the most recent", told: []telling{figure("", "40", 40), figure(mon, "11", 11)},
			ucdp: "figure: 11 11 40 from 1 0", acled: "figure: - 11 - from 1", gtd: "figure: - 11 - from 1", ibc: "figure: 11 - 40 from 1 0"},
		{name: "as recent: the majority", told: []telling{figure(tue, "9", 9), figure(tue, "14", 14), figure(tue, "14", 14)},
			ucdp: "figure: 9 14 14 from 0 1 2", acled: "figure: - 9 - from 0", gtd: "figure: - 14 - from 1 2", ibc: "figure: 9 - 14 from 0 1 2"},
		{name: "as recent, no majority: the lowest", told: []telling{figure(tue, "9", 9), figure(tue, "14", 14), figure(tue, "12", 12)},
			ucdp: "figure: 9 9 14 from 0 1", acled: "figure: - 9 - from 0", gtd: "figure: - 9 - from 0", ibc: "figure: 9 - 14 from 0 1"},
		{name: "at least 11 three times lets a later 23 be true", told: []telling{atLeast(mon, "at least 11", 11), atLeast(mon, "at least 11", 11), figure(tue, "23", 23)},
			ucdp: "figure: 11 23 23 from 0 1 2", acled: "figure: - 11 -+ from 0 1", gtd: "figure: - 23 - from 2", ibc: "figure: 11 - 23 from 0 1 2"},
		{name: "copies have one vote", told: []telling{in("a", figure(tue, "14", 14)), in("b", figure(tue, "14", 14)), in("c", figure(tue, "9", 9))}, copies: [][]string{{"a", "b"}},
			ucdp: "figure: 9 9 14 from 0 2", acled: "figure: - 9 - from 2", gtd: "figure: - 9 - from 2", ibc: "figure: 9 - 14 from 0 2"},
		{name: "a copy is as old as the first of its like", told: []telling{in("a", figure(mon, "14", 14)), in("b", figure(wed, "14", 14)), in("c", figure(tue, "9", 9))}, copies: [][]string{{"a", "b"}},
			ucdp: "figure: 9 9 14 from 0 2", acled: "figure: - 9 - from 2", gtd: "figure: - 9 - from 2", ibc: "figure: 9 - 14 from 0 2"},
		{name: "two voices in one report", told: []telling{in("a", saidBy("the Red Cross", figure(tue, "62", 62))), in("a", saidBy("the ministry", figure(tue, "59", 59)))},
			ucdp: "figure: 59 59 62 from 0 1", acled: "figure: - 59 - from 1", gtd: "figure: - 59 - from 1", ibc: "figure: 59 - 62 from 0 1"},
		{name: "what one voice tells twice in one report is one, with the greater figure", told: []telling{in("a", figure(tue, "3 guards", 3)), in("a", figure(tue, "5 people", 5))},
			ucdp: "figure: 5 5 5 from 1", acled: "figure: - 5 - from 1", gtd: "figure: - 5 - from 1", ibc: "figure: 5 - 5 from 1"},
		{name: "one voice tells the dead of both sides: their sum", told: []telling{in("a", figure(tue, "2 guards", 2)), in("a", atLeast(tue, "at least 3 gunmen", 3))},
			ucdp: "figure: 5 5 5+ from 1 0", acled: "figure: - 5 -+ from 1 0", gtd: "figure: - 5 -+ from 1 0", ibc: "figure: 5 - 5+ from 1 0"},
		{name: "soldiers among the dead are no further dead", told: []telling{in("a", figure(tue, "7 people", 7)), in("a", figure(tue, "5 soldiers", 5))},
			ucdp: "figure: 7 7 7 from 0", acled: "figure: - 7 - from 0", gtd: "figure: - 7 - from 0", ibc: "figure: 7 - 7 from 0"},
		{name: "a figure that the text says was overtaken", told: []telling{in("a", figure(tue, "an earlier toll of 9", 9)), in("a", figure(tue, "5", 5))},
			ucdp: "figure: 5 5 5 from 1", acled: "figure: - 5 - from 1", gtd: "figure: - 5 - from 1", ibc: "figure: 5 - 5 from 1"},
		{name: "the perpetrator's own claim", told: []telling{saidBy("police", figure(mon, "3", 3)), claimedBy("the Front", figure(tue, "40", 40))},
			ucdp: "figure: 3 3 40 from 0 1", acled: "figure: - 3 - from 0", gtd: "figure: - 3 - from 0", ibc: "figure: 3 - 40 from 0 1"},
		{name: "nothing but the perpetrator's own claim", told: []telling{claimedBy("the Front", figure(tue, "40", 40))},
			ucdp: "figure: 40 40 40 from 0", acled: "figure: - 40 - from 0", gtd: "unknown: - - - from 0", ibc: "figure: 40 - 40 from 0"},
		{name: "the word of another group is not the perpetrator's", told: []telling{{on: tue, words: "40", low: 40, high: 40, by: "the League", actor: "league", group: true}},
			ucdp: "figure: 40 40 40 from 0", acled: "figure: - 40 - from 0", gtd: "figure: - 40 - from 0", ibc: "figure: 40 - 40 from 0"},
		{name: "a state's force is believed of its own deed no more", told: []telling{{on: tue, words: "40", low: 40, high: 40, by: "the army", actor: "front"}, saidBy("a doctor", figure(mon, "6", 6))},
			ucdp: "figure: 6 6 40 from 1 0", acled: "figure: - 6 - from 1", gtd: "figure: - 6 - from 1", ibc: "figure: 6 - 40 from 1 0"},
		{name: "doubted", told: []telling{figure(mon, "11", 11), stance(dateline.Doubted, figure(tue, "100", 100))},
			ucdp: "figure: 11 11 11 from 0", acled: "figure: - 11 - from 0", gtd: "figure: - 11 - from 0", ibc: "figure: 11 - 100 from 0 1"},
		{name: "denied", told: []telling{figure(mon, "11", 11), stance(dateline.Denied, figure(tue, "5", 5))},
			ucdp: "figure: 11 11 11 from 0", acled: "figure: - 11 - from 0", gtd: "figure: - 11 - from 0", ibc: "figure: 11 - 11 from 0"},
		{name: "nothing but what is denied", told: []telling{stance(dateline.Denied, figure(tue, "5", 5))},
			ucdp: "not reported", acled: "not reported", gtd: "not reported", ibc: "not reported"},
		{name: "retracted", told: []telling{saidBy("the ministry", figure(mon, "80", 80)), saidBy("police", figure(mon, "30", 30)), {on: tue, by: "The ministry", kind: dateline.Retraction}},
			ucdp: "figure: 30 30 30 from 1", acled: "figure: - 30 - from 1", gtd: "figure: - 30 - from 1", ibc: "figure: 30 - 30 from 1"},
		{name: "revised by the same voice", told: []telling{saidBy("police", figure(mon, "11", 11)), saidBy("the police", figure(tue, "14", 14))},
			ucdp: "figure: 14 14 14 from 1", acled: "figure: - 14 - from 1", gtd: "figure: - 14 - from 1", ibc: "figure: 11 - 14 from 0 1"},
		{name: "revised downwards", told: []telling{saidBy("police", figure(mon, "80", 80)), saidBy("police", figure(tue, "30", 30))},
			ucdp: "figure: 30 30 30 from 1", acled: "figure: - 30 - from 1", gtd: "figure: - 30 - from 1", ibc: "figure: 30 - 80 from 0 1"},
		{name: "somebody who is not said is no voice that can revise", told: []telling{{on: mon, by: " ", words: "11", low: 11, high: 11}, {on: tue, by: " ", words: "14", low: 14, high: 14}},
			ucdp: "figure: 11 14 14 from 0 1", acled: "figure: - 11 - from 0", gtd: "figure: - 14 - from 1", ibc: "figure: 11 - 14 from 0 1"},
		{name: "rejected in review, threatened, foiled", told: []telling{figure(mon, "11", 11), {on: tue, words: "7", low: 7, high: 7, review: dateline.Rejected},
			{on: tue, words: "100", low: 100, high: 100, reality: dateline.Threatened}, {on: tue, words: "90", low: 90, high: 90, reality: dateline.Foiled}},
			ucdp: "figure: 11 11 11 from 0", acled: "figure: - 11 - from 0", gtd: "figure: - 11 - from 0", ibc: "figure: 11 - 11 from 0"},
		{name: "dead whom the police shot later belong to a counter-measure", told: []telling{figure(mon, "11", 11), {on: tue, words: "4", low: 4, high: 4, kind: dateline.Raid}},
			ucdp: "figure: 11 11 11 from 0", acled: "figure: - 11 - from 0", gtd: "figure: - 11 - from 0", ibc: "figure: 11 - 11 from 0"},
	} {
		in, said := incidentOf(c.told...)
		in.Copies = c.copies
		for rule, want := range map[Rule]string{UCDP: c.ucdp, ACLED: c.acled, GTD: c.gtd, IBC: c.ibc} {
			all := NewFigures(in, said).Headlines(rule)
			if got := short(all[0]); got != want {
				t.Errorf("%s, by %s: got %q, want %q", c.name, rule, got, want)
			}
			if all[1].Of != dateline.Wounded || all[1].Answer != NotReported {
				t.Errorf("%s: wounded are %q", c.name, short(all[1]))
			}
		}
	}
}

func TestEveryReckoningIsTakenOrSetAsideWithAReason(t *testing.T) {
	in, said := incidentOf(saidBy("police", figure("2024-03-11", "11", 11)), saidBy("police", figure("2024-03-12", "14", 14)),
		claimedBy("the Front", figure("2024-03-12", "40", 40)), telling{on: "2024-03-12", words: "people", low: -1, high: -1},
		telling{on: "2024-03-12", by: "a doctor", words: "9", low: 9, high: 9, stance: dateline.Doubted})
	for _, rule := range Rules {
		if rule.Says() == "" {
			t.Errorf("%s says nothing", rule)
		}
		h := NewFigures(in, said).Headlines(rule)[0]
		if len(h.From)+len(h.Aside) != len(said) {
			t.Errorf("%s: %d taken, %d aside", rule, len(h.From), len(h.Aside))
		}
		for _, a := range h.Aside {
			if a.Why == "" {
				t.Errorf("%s: no reason for %q", rule, a.Words)
			}
		}
	}
}

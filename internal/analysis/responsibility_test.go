package analysis

import (
	"strings"
	"testing"

	"dateline"
)

// holding is a Statement that holds somebody responsible, or says that nobody is.
type holding struct {
	on     string
	kind   dateline.Kind
	who    string // "" for nobody
	actor  string
	degree dateline.Degree // of a Statement that is an account of who did it
	by     string
	real   dateline.Reality
	quote  string
	report string // "" is one of its own
}

// lived tells the life of responsibility that Statements tell.
func lived(all ...holding) string {
	in := dateline.Incident{}
	var said []Account
	for i, h := range all {
		id := string(rune('a' + i))
		a := Account{ID: id, Kind: h.kind, Reality: dateline.Happened, Quote: h.quote, Report: &dateline.Report{ID: "report " + id,
			Published: dateline.Date{EDTF: h.on, From: h.on, To: h.on}}}
		if h.report != "" {
			a.Report.ID = h.report
		}
		if h.real != "" {
			a.Reality = h.real
		}
		if h.by != "" {
			a.By = []Voice{{Words: h.by}}
		}
		role := dateline.Perpetrator
		if h.kind == dateline.Retraction {
			role = dateline.Group
		} else if inCourt(h.kind) {
			role = dateline.Arrested
		}
		if h.who != "" {
			a.Parts = []Value{{Role: role, Words: h.who, Meaning: &dateline.Resolution{Actor: h.actor}}}
		}
		if h.degree != "" {
			state := dateline.Known
			if h.actor == "" {
				state = dateline.Unidentified
			}
			in.Perpetrators = append(in.Perpetrators, dateline.Told[dateline.Responsible]{Statements: []string{id},
				Value: dateline.Responsible{Text: h.who, Actor: h.actor, Degree: h.degree, By: h.by, State: state}})
		}
		said = append(said, a)
		in.Statements = append(in.Statements, id)
	}
	var out []string
	for _, t := range Responsibility(in, said) {
		line := strings.TrimSpace(string(t.Status) + " " + t.Who)
		if len(t.By) > 0 {
			line += " by " + t.By[0].Words
		}
		if t.Way != "" {
			line += " (" + strings.TrimSpace(t.Way+" "+t.Where) + ")"
		}
		if t.Rival {
			line += " rival"
		}
		if t.Later != nil {
			line += ", later " + string(t.Later.Status)
		}
		out = append(out, line+" "+strings.Join(t.Statements, ""))
	}
	return strings.Join(out, "; ")
}

func TestTheLifeOfResponsibility(t *testing.T) {
	const mon, tue, wed, later = "2024-03-11", "2024-03-12", "2024-03-13", "2024-09-01"
	none := holding{on: mon, kind: dateline.Claim, real: dateline.NotHappened, who: "No group", by: "No group"}
	claim := func(on, who, quote string) holding {
		return holding{on: on, kind: dateline.Claim, who: who, actor: who, degree: dateline.ClaimedBy, by: who, quote: quote}
	}
	for _, c := range []struct {
		name string
		told []holding
		want string
	}{
		{"nobody is said to have done it", nil, ""},
		{"words for the attackers are no turn", []holding{{on: mon, kind: dateline.Attack, who: "Gunmen", degree: dateline.AsFact}}, ""},
		{"in the order of time, whatever the order of reports", []holding{claim(wed, "the Front", ""), none},
			"no claim, later claimed b; claimed the Front by the Front a"},
		{"rival claims, and one taken back", []holding{claim(tue, "the Front", ""), claim(wed, "the League", ""),
			{on: later, kind: dateline.Retraction, who: "the Front", actor: "the Front", by: "the Front"}},
			"claimed the Front by the Front rival, later claim retracted a; claimed the League by the League rival b; claim retracted the Front by the Front c"},
		{"told again is one turn", []holding{claim(tue, "the Front", ""), claim(wed, "the Front", "")}, "claimed the Front by the Front ab"},
		{"blamed, suspected and denied stay what they are", []holding{
			{on: mon, kind: dateline.Blame, who: "the Front", actor: "front", degree: dateline.BlamedByAuthorities, by: "the minister"},
			{on: mon, kind: dateline.Suspicion, who: "the League", actor: "league", degree: dateline.SuspectedOf, by: "officials"},
			{on: tue, kind: dateline.Denial, who: "the Front", actor: "front", degree: dateline.DeniedBy, by: "the Front"}},
			"blamed by authorities the Front by the minister, later denied a; suspected the League by officials b; denied the Front by the Front c"},
		{"who says it of itself claims it", []holding{{on: mon, kind: dateline.Blame, who: "The group", degree: dateline.BlamedBy, by: "the group"}}, "claimed The group by the group a"},
		{"an acquittal goes where the charge went", []holding{
			{on: tue, kind: dateline.Charge, who: "two men", quote: "Two men were charged with the bombing"},
			{on: later, kind: dateline.Verdict, who: "the two men", quote: "A court acquitted the two men", by: "a court"}, {on: wed, kind: dateline.Trial, who: "two others"}},
			"charged two men, later acquitted a; on trial two others c; acquitted the two men by a court b"},
		{"the same man", []holding{{on: tue, kind: dateline.Charge, who: "A. Khan"}, {on: wed, kind: dateline.Verdict, who: "A. Khan", quote: "A. Khan was convicted"},
			{on: later, kind: dateline.Verdict, who: "A. Khan", quote: "The conviction of A. Khan was overturned"}},
			"charged A. Khan a; convicted A. Khan, later conviction overturned b; conviction overturned A. Khan c"},
		{"the sentence of a charge is told once", []holding{{on: tue, kind: dateline.Charge, who: "A. Khan", quote: "q"}, {on: tue, kind: dateline.Bombing, who: "A. Khan", actor: "x", degree: dateline.BlamedBy, quote: "q", report: "report a"}},
			"charged A. Khan a"},
		{"where it was published", []holding{claim(tue, "the Front", "The Front claimed it in a video posted on Telegram."),
			claim(tue, "the League", "The League claimed it through its Dawn news agency."), claim(tue, "the Band", "The Band said so in a letter to a newspaper."),
			claim(tue, "the Club", "The Club claimed the attack in a statement.")},
			"claimed the Front by the Front (video Telegram) rival a; claimed the League by the League (media Dawn news agency) rival b; " +
				"claimed the Band by the Band (letter) rival c; claimed the Club by the Club (statement) rival d"},
	} {
		if got := lived(c.told...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAGroupsWordOnItsOwnPeopleIsAClaim(t *testing.T) {
	for words, want := range map[string]string{"its fighters": "claimed the Front", "gunmen": ""} {
		in := dateline.Incident{Statements: []string{"a"}, Perpetrators: []dateline.Told[dateline.Responsible]{{Statements: []string{"a"},
			Value: dateline.Responsible{Text: words, Degree: dateline.AsFact, By: "the Front", State: dateline.Unidentified}}}}
		a := Account{ID: "a", Kind: dateline.Bombing, Reality: dateline.Happened, Report: &dateline.Report{}, By: []Voice{{Words: "the Front", Class: dateline.GroupVoice}}}
		got := ""
		for _, turn := range Responsibility(in, []Account{a}) {
			got += string(turn.Status) + " " + turn.Who
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", words, got, want)
		}
	}
}

func TestTheCourtSpeaksInAVerdict(t *testing.T) {
	a := Account{ID: "a", Kind: dateline.Verdict, Reality: dateline.Happened, Report: &dateline.Report{}, Quote: "A court cleared two men.",
		Parts: []Value{{Role: dateline.Arrested, Words: "two men"}, {Role: dateline.Authority, Words: "A court"}}}
	all := Responsibility(dateline.Incident{Statements: []string{"a"}}, []Account{a})
	if len(all) != 1 || all[0].Status != Acquitted || len(all[0].By) != 1 || all[0].By[0].Words != "A court" {
		t.Errorf("got %+v", all)
	}
}

// One sentence may tell of two findings: each of its Statements tells its own.
func TestWhatACourtFound(t *testing.T) {
	both := "A court convicted two men of conspiracy and acquitted a third."
	for _, c := range []struct {
		trigger, quote string
		want           Status
	}{
		{"convicted", both, Convicted},
		{"acquitted", both, Acquitted},
		{"", both, Judged},
		{"found", "They were found guilty of conspiracy.", Convicted},
		{"found", "She was found not guilty, but he was jailed.", Acquitted},
		{"conviction", "His conviction was overturned on appeal.", Overturned},
		{"verdict", "The verdict is due.", Judged},
		{"ruled", "Jailed in May, he was freed when judges ruled again.", Convicted},
	} {
		if got := found(&Account{Kind: dateline.Verdict, Trigger: c.trigger, Quote: c.quote}); got != c.want {
			t.Errorf("%q in %q: %s, want %s", c.trigger, c.quote, got, c.want)
		}
	}
}

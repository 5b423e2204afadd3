package casefile

import (
	"strings"
	"testing"
	"testing/fstest"

	"dateline"
)

const konduga = `Deaths with a lower bound, on the word of the police.

-- report --
---
published: 2024-03-14
publisher: A Paper
---
Gunmen killed at least 11 people in Konduga on Tuesday, police said.
-- says --
armed assault happened, news
  perpetrator: Gunmen (unnamed)
  killed: at least 11 people = 11..
  place: Konduga = NG settlement
  date: Tuesday = 2024-03-12
  no weapon
  speaker: police [authorities]
  stance: asserted
  quote: Gunmen killed
incidents: 1
only
incident armed assault
  perpetrator: Gunmen [fact] by police
  killed: = 11.. by police
  date: = 2024-03-12
`

func parse(t *testing.T, text string) Case {
	t.Helper()
	c, err := Parse("x.txtar", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// span finds words in a text.
func span(text, words string) dateline.Span {
	i := strings.Index(text, words)
	return dateline.Span{Start: i, End: i + len(words)}
}

// told is a statement in the making: parts and speaker are given by their words.
type told struct {
	dateline.Statement
	r     *dateline.Reading
	index int
}

func (x *told) part(role dateline.Role, words string, res dateline.Resolution) *told {
	s := &x.r.Statements[x.index]
	res.Statement, res.Part = s.ID, len(s.Parts)
	s.Parts = append(s.Parts, dateline.Part{Role: role, Span: span(x.r.Report.Text, words)})
	x.r.Resolutions = append(x.r.Resolutions, res)
	return x
}

func (x *told) by(words string, class dateline.SpeakerClass) *told {
	s := &x.r.Statements[x.index]
	s.Speaker = append(s.Speaker, dateline.Speaker{Span: span(x.r.Report.Text, words), Class: class})
	return x
}

func tell(r *dateline.Reading, id string, k dateline.Kind, re dateline.Reality, st dateline.Stance) *told {
	r.Statements = append(r.Statements, dateline.Statement{ID: id, Kind: k, Reality: re, Stance: st,
		Quote: dateline.Span{End: len(r.Report.Text)}})
	return &told{r: r, index: len(r.Statements) - 1}
}

// kondugaRead is what a perfect coder reads of the case above.
func kondugaRead(c Case) (*dateline.Reading, []dateline.Incident) {
	r := &dateline.Reading{Report: c.Report}
	count := dateline.Between(11, -1)
	date := dateline.Date{EDTF: "2024-03-12", From: "2024-03-12", To: "2024-03-12"}
	tell(r, "s1", dateline.ArmedAssault, dateline.Happened, dateline.Asserted).
		part(dateline.Perpetrator, "Gunmen", dateline.Resolution{State: dateline.Unidentified}).
		part(dateline.KilledRole, "11 people", dateline.Resolution{Count: &count}).
		part(dateline.PlaceRole, "Konduga", dateline.Resolution{Place: &dateline.Place{Country: "NG", Precision: dateline.Settlement}}).
		part(dateline.DateRole, "Tuesday", dateline.Resolution{Date: &date}).
		by("police", dateline.Authorities)
	inc := dateline.Incident{Kind: dateline.ArmedAssault, Reality: dateline.Happened, Statements: []string{"s1"},
		Dates:        []dateline.Told[dateline.Date]{{Value: date}},
		Perpetrators: []dateline.Told[dateline.Responsible]{{Value: dateline.Responsible{Text: "Gunmen", Degree: dateline.AsFact, By: "police"}}},
		Tolls:        []dateline.Told[dateline.Toll]{{Value: dateline.Toll{Of: dateline.KilledRole, Count: count, By: "police"}}},
	}
	return r, []dateline.Incident{inc}
}

func TestWhatIsSaidPasses(t *testing.T) {
	c := parse(t, konduga)
	r, incidents := kondugaRead(c)
	if err := c.Judge(c.Check(*r, incidents)); err != nil {
		t.Fatal(err)
	}
	if c.Report.Published.From != "2024-03-14" || c.Report.Publisher != "A Paper" {
		t.Errorf("front matter read as %+v", c.Report)
	}
	if !strings.HasPrefix(c.Report.Text, "Gunmen") || !strings.HasSuffix(c.Report.Text, "said.") {
		t.Errorf("text read as %q", c.Report.Text)
	}
}

func TestWhatIsReadOtherwiseFails(t *testing.T) {
	eleven, day := 11, "2024-03-13"
	tests := map[string]struct {
		spoil func(r *dateline.Reading, inc []dateline.Incident)
		line  int
		why   string
	}{
		"nothing read":    {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements = nil }, 10, "nothing was read"},
		"count":           {func(r *dateline.Reading, _ []dateline.Incident) { r.Resolutions[1].Count.High = &eleven }, 10, "the count 11)"},
		"no count":        {func(r *dateline.Reading, _ []dateline.Incident) { r.Resolutions[1].Count = nil }, 10, "killed: at least"},
		"other number":    {func(r *dateline.Reading, _ []dateline.Incident) { n := 12; r.Resolutions[1].Count.Low = &n }, 10, "12 or more"},
		"speaker":         {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Speaker = nil }, 10, `no speaker "police"`},
		"other speaker":   {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Speaker[0].Span.Start -= 9 }, 10, "the speaker is"},
		"speaker's class": {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Speaker[0].Class = "group" }, 10, "[group]"},
		"reality":         {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Reality = dateline.Planned }, 10, "the reality is planned"},
		"stance":          {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Stance = dateline.Claimed }, 10, "the stance is claimed"},
		"kind":            {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Kind = dateline.Bombing }, 10, "no such statement"},
		"background":      {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Background = true }, 10, "background is true"},
		"place":           {func(r *dateline.Reading, _ []dateline.Incident) { r.Resolutions[2].Place.Country = "ML" }, 10, "place: Konduga"},
		"precision":       {func(r *dateline.Reading, _ []dateline.Incident) { r.Resolutions[2].Place.Precision = "country" }, 10, "place: Konduga"},
		"date": {func(r *dateline.Reading, _ []dateline.Incident) {
			r.Resolutions[3].Date = &dateline.Date{EDTF: day, From: day, To: day}
		}, 10, "the date 2024-03-13"},
		"state":       {func(r *dateline.Reading, _ []dateline.Incident) { r.Resolutions[0].State = dateline.Known }, 10, "perpetrator: Gunmen"},
		"role":        {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Parts[0].Role = dateline.Victim }, 10, "perpetrator: Gunmen"},
		"part unsaid": {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Parts[0].Role = dateline.Weapon }, 10, "there is a part weapon"},
		"quote":       {func(r *dateline.Reading, _ []dateline.Incident) { r.Statements[0].Quote.Start = 10 }, 10, "not among the words"},
		"incident left out": {func(_ *dateline.Reading, inc []dateline.Incident) {
			inc[0].Background = true
		}, 19, "0: "},
		"incident not real":      {func(_ *dateline.Reading, inc []dateline.Incident) { inc[0].Reality = dateline.Foiled }, 19, "0: "},
		"incident's toll":        {func(_ *dateline.Reading, inc []dateline.Incident) { inc[0].Tolls[0].Value.By = "" }, 21, "killed: = 11.."},
		"incident's degree":      {func(_ *dateline.Reading, inc []dateline.Incident) { inc[0].Perpetrators[0].Value.Degree = "claimed" }, 21, "[fact]"},
		"incident's date":        {func(_ *dateline.Reading, inc []dateline.Incident) { inc[0].Dates = nil }, 21, "date: ="},
		"incident not asked for": {func(_ *dateline.Reading, inc []dateline.Incident) { inc[0].Statements = nil }, 20, "incident armed assault"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			c := parse(t, konduga)
			r, incidents := kondugaRead(c)
			test.spoil(r, incidents)
			found := c.Check(*r, incidents)
			if len(found) == 0 || found[0].Line != test.line || !strings.Contains(found[0].String(), test.why) {
				t.Errorf("got %v, want line %d with %q", found, test.line, test.why)
			}
			if c.Judge(found) == nil {
				t.Error("the case may stand")
			}
		})
	}
}

func TestMoreThanAskedFor(t *testing.T) {
	c := parse(t, konduga)
	r, incidents := kondugaRead(c)
	tell(r, "s2", dateline.Strength, dateline.Happened, dateline.Asserted)
	if found := c.Check(*r, incidents); len(found) > 0 {
		t.Errorf("a statement of strength is no violence: %v", found)
	}
	tell(r, "s3", dateline.Bombing, dateline.Happened, dateline.Asserted)
	if found := c.Check(*r, incidents); len(found) != 1 || found[0].Want != "only" {
		t.Errorf("'only' let violence through that was not asked for: %v", found)
	}
}

func TestNegativeExpectations(t *testing.T) {
	tests := []struct {
		says    string
		kind    dateline.Kind
		reality dateline.Reality
		passes  bool
	}{
		{"no attack", dateline.Attack, dateline.NotHappened, false},
		{"no attack", dateline.Bombing, dateline.Happened, true},
		{"no attack happened", dateline.Attack, dateline.Planned, true},
		{"no attack happened", dateline.Attack, dateline.Happened, false},
		{"no violence", dateline.Shelling, dateline.Planned, false},
		{"no violence", dateline.Arrest, dateline.Happened, true},
		{"no violence happened", dateline.Shelling, dateline.Happened, false},
		{"no human cost", dateline.KilledKind, dateline.Happened, false},
		{"nothing", dateline.Assessment, dateline.Happened, false},
		{"strength", dateline.Strength, dateline.Happened, true},
		{"strength", dateline.Strength, dateline.Ongoing, true},
		{"strength", dateline.Strength, dateline.Hypothetical, false},
		{"attack any reality", dateline.Attack, dateline.Hypothetical, true},
		{"plot foiled", dateline.PlotFoiled, dateline.Happened, true},
		{"plot foiled happened", dateline.PlotFoiled, dateline.Foiled, false},
		{"attack any reality", dateline.Bombing, dateline.Happened, false},
		{"attack happened\n  stance: claimed or asserted", dateline.Attack, dateline.Happened, true},
		{"attack happened\n  stance: claimed or doubted", dateline.Attack, dateline.Happened, false},
		{"no attack any reality", dateline.Attack, dateline.Planned, false},
		{"attack or bombing planned", dateline.Bombing, dateline.Planned, true},
		{"attack or bombing planned", dateline.Shelling, dateline.Planned, false},
	}
	for _, test := range tests {
		c := parse(t, "Prose.\n-- report --\nWords.\n-- says --\n"+test.says+"\n")
		r := &dateline.Reading{Report: c.Report}
		tell(r, "s1", test.kind, test.reality, dateline.Asserted)
		if got := len(c.Check(*r, nil)) == 0; got != test.passes {
			t.Errorf("%q of %s %s passes: %v", test.says, test.kind, test.reality, got)
		}
	}
}

func TestTwoLinesNeedTwoStatements(t *testing.T) {
	c := parse(t, "Prose.\n-- report --\nThe army said five died; rebels said 20 died.\n-- says --\n"+
		"killed\n  killed: 20\nkilled\n  killed: five\n  speaker: army -> some-army\nkilled\n")
	r := &dateline.Reading{Report: c.Report}
	tell(r, "s1", dateline.KilledKind, dateline.Happened, dateline.Asserted).
		part(dateline.KilledRole, "five", dateline.Resolution{}).by("army", dateline.Authorities)
	tell(r, "s2", dateline.KilledKind, dateline.Happened, dateline.Asserted).part(dateline.KilledRole, "20", dateline.Resolution{})
	found := c.Check(*r, nil)
	if len(found) != 1 || !strings.Contains(found[0].Why, "the speaker is not resolved") {
		t.Fatalf("want the actor to miss, got %v", found)
	}
	r.Resolutions = append(r.Resolutions, dateline.Resolution{Statement: "s1", Part: -1, Actor: "some-army"})
	if found = c.Check(*r, nil); len(found) != 1 || !strings.Contains(found[0].Why, "taken by another") {
		t.Errorf("want the third to miss, got %v", found)
	}
}

func TestPronounMatchesByWhatItRefersTo(t *testing.T) {
	c := parse(t, "Prose.\n-- report --\nBoko Haram said it killed 20.\n-- says --\nattack happened\n  perpetrator: Boko Haram\n")
	r := &dateline.Reading{Report: c.Report}
	x := tell(r, "s1", dateline.Attack, dateline.Happened, dateline.Claimed)
	x.part(dateline.Perpetrator, "it", dateline.Resolution{})
	if len(c.Check(*r, nil)) == 0 {
		t.Error("'it' alone matched")
	}
	r.Statements[0].Parts[0].Refers = span(c.Report.Text, "Boko Haram")
	if found := c.Check(*r, nil); len(found) > 0 {
		t.Error(found)
	}
}

func TestKnownShortfall(t *testing.T) {
	c := parse(t, "Prose.\n-- report --\nWords.\n-- says --\nnothing\n-- known shortfall --\nToo hard.\n")
	r := dateline.Reading{Report: c.Report}
	if err := c.Judge(c.Check(r, nil)); err == nil || !strings.Contains(err.Error(), "Too hard.") {
		t.Errorf("a shortfall that passes does not complain: %v", err)
	}
	r.Statements = []dateline.Statement{{Kind: dateline.Attack}}
	if err := c.Judge(c.Check(r, nil)); err != nil {
		t.Errorf("a shortfall that fails complains: %v", err)
	}
}

func TestCasesThatDoNotLoad(t *testing.T) {
	report := "Prose.\n-- report --\nGunmen killed 11 people, police said.\n-- says --\n"
	tests := map[string]string{
		"":                               "x.txtar:1: no prose",
		"Prose.\n-- report --\nWords.\n": `no section "says"`,
		"Prose.\n-- says --\nnothing\n":  `no section "report"`,
		"Prose.\n-- report --\n\n-- says --\nnothing\n":                                    "the report is empty",
		"Prose.\n-- report --\n---\ndate: x\n---\nW.\n-- says --\nnothing\n":               `x.txtar:4: unknown field "date"`,
		"Prose.\n-- report --\n---\npublished: 2024-02-30\n---\nW.\n-- says --\nnothing\n": `x.txtar:4: "2024-02-30" is no date`,
		"Prose.\n-- report --\n---\npublished: 2024\nW.\n-- says --\nnothing\n":            "x.txtar:3: front matter without an end",
		report:                                                        "the case asks for nothing",
		report + "-- says --\nnothing\n":                              `x.txtar:5: section "says" a second time`,
		report + "nothing\n-- notes --\n":                             `x.txtar:6: unknown section "notes"`,
		report + "nothing\n-- known shortfall --\n\n":                 "x.txtar:7: a known shortfall needs a reason",
		report + "attack happened\n  perpetrator: Soldiers\n":         `x.txtar:6: "Soldiers" is not in the report`,
		report + "attack happened\n  perpetrator: Gun\n":              `"Gun" is not in the report`,
		report + "attack happened\n  perpetrator: gunmen\n":           `"gunmen" is not in the report`,
		report + "attack happened\n  speaker: army\n":                 `x.txtar:6: "army" is not in the report`,
		report + "attack happened\n  quote: killed 12\n":              `"killed 12" is not in the report`,
		report + "incident attack\n  killed: = 11 by medics\n":        `"medics" is not in the report`,
		report + "attack\n":                                           "does not say its reality",
		report + "ambush happened\n":                                  `"ambush" is no kind`,
		report + "attack happened, old\n":                             "neither background nor news",
		report + "no ambush\n":                                        "is no kind and no family",
		report + "  killed: 11 people\n":                              "x.txtar:5: an indented line without",
		report + "nothing\n  killed: 11 people\n":                     "x.txtar:6: an indented line without",
		report + "attack happened\n  dead: 11 people\n":               `"dead" is no role`,
		report + "attack happened\n  killed\n":                        "is not 'role: words'",
		report + "attack happened\n  no dead\n":                       `"dead" is no role`,
		report + "attack happened\n  killed: 11 people = about 11\n":  `"about 11" is no value of a killed`,
		report + "attack happened\n  place: people = Nigeria\n":       "is no value of a place",
		report + "attack happened\n  date: people = Tuesday\n":        "is no value of a date",
		report + "attack happened\n  victim or dead: people\n":        `"victim or dead" is no role`,
		report + "attack happened\n  stance: sure\n":                  `"sure" is no stance`,
		report + "attack happened\n  speaker: police [policemen]\n":   "no class of speaker",
		report + "incident attack\n  perpetrator: Gunmen [certain]\n": "no degree of responsibility",
		report + "incident attack\n  speaker: police\n":               `"speaker" is no role`,
		report + "incidents: some\n":                                  `"some" is no number`,
		report + "no incident\nincidents: 1\n":                        "x.txtar:6: the number of incidents a second time",
	}
	for text, want := range tests {
		if _, err := Parse("x.txtar", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q\ngave %v\nwant %s", text, err, want)
		}
	}
}

func TestWordsMatch(t *testing.T) {
	tests := []struct {
		role      dateline.Role
		want, got string
		match     bool
	}{
		{"target", "the Crocus City Hall", "Crocus City Hall", true},
		{"target", "concert venue", "the Crocus City Hall concert venue", true},
		{"target", "Crocus City Hall", "concert hall", false},
		{"victim", "soldiers", "five Nigerian soldiers", true},
		{"victim", "five Nigerian soldiers", "soldiers", true},
		{"victim", "Nigerian soldiers", "five soldiers", false},
		{"victim", "soldiers", "at least five soldiers in a convoy", true},
		{"victim", "soldiers", "a convoy of soldiers", false},
		{"victim", "villagers", "gunmen on motorbikes who shot dead four villagers", false},
		{"perpetrator", "Taliban militants", "Taliban", false},
		{"perpetrator", "the Taliban", "Taliban", true},
		{"perpetrator", "Islamic State", "Islamic State West Africa Province", false},
		{"perpetrator", "Gunmen", "gunmen", true},
		{"perpetrator", `"Gunmen"`, "Gunmen", true},
		{"perpetrator", `"Gunmen"`, "Gunmen on motorbikes", false},
		{"", "Nigeria’s army", "Nigeria's army", true},
		{"", "police", "Afghan police", true},
		{"", "police", "Afghan police spokesman", false},
		{"place", "Borno state", "Borno", true},
		{"place", "the town of Konduga", "Konduga", true},
		{"place", "Konduga", "Konduga, Borno state", true},
		{"place", "Konduga", "Borno", false},
		{"killed", "at least 11 people", "11", true},
		{"killed", "20", "20 Nigerian soldiers", true},
		{"killed", "11 people", "12 people", false},
	}
	for _, test := range tests {
		if got := newPhrase(test.want, 1).matches(test.role, test.got); got != test.match {
			t.Errorf("%s %q matches %q: %v", test.role, test.want, test.got, got)
		}
	}
}

func TestDatesOfACase(t *testing.T) {
	tests := map[string][2]string{
		"2024": {"2024-01-01", "2024-12-31"}, "2024-02": {"2024-02-01", "2024-02-29"},
		"2024-03-12": {"2024-03-12", "2024-03-12"}, "2024-03-12/2024-04": {"2024-03-12", "2024-04-30"},
		"XXXX-03-22": {"", ""}, "201X": {"", ""}, "../2019": {"", "2019-12-31"},
	}
	for text, want := range tests {
		if d, ok := parseDate(text); !ok || d.From != want[0] || d.To != want[1] {
			t.Errorf("%s is %s to %s, %v", text, d.From, d.To, ok)
		}
	}
	for _, text := range []string{"", "March", "2024-13", "2024-02-30", "2024-03/2024-02", "24-01-01"} {
		if _, ok := parseDate(text); ok {
			t.Errorf("%q is a date", text)
		}
	}
}

func TestLoadDir(t *testing.T) {
	good := &fstest.MapFile{Data: []byte(konduga)}
	cases, err := LoadDir(fstest.MapFS{"b.txtar": good, "a.txtar": good, "README.md": {}, "more/c.txtar": good})
	if err != nil || len(cases) != 2 || cases[0].Name != "a.txtar" {
		t.Errorf("got %d cases, %v", len(cases), err)
	}
	_, err = LoadDir(fstest.MapFS{"a.txtar": good, "b.txtar": {Data: []byte("Prose.\n")}})
	if err == nil || !strings.HasPrefix(err.Error(), "b.txtar: no section") {
		t.Errorf("got %v", err)
	}
}

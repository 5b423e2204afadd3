package eval

import "testing"

// key is an invented key of two messages.
const inventedKey = `0.  MESSAGE: ID                     TST9-MUC4-0001 (X)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  (- 12 MAR 91) / 11 MAR 91
3.  INCIDENT: LOCATION              PERU: JUNIN (DEPARTMENT): TARMA (CITY)
4.  INCIDENT: TYPE                  BOMBING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED / ATTEMPTED
6.  INCIDENT: INSTRUMENT ID         "CAR BOMB" / "BOMB"
                                    ? "DYNAMITE"
7.  INCIDENT: INSTRUMENT TYPE       VEHICLE BOMB: "CAR BOMB" / "BOMB"
12. PHYS TGT: ID                    "\"EL SOL\" MILL" / "MILL"
14. PHYS TGT: NUMBER                1: "\"EL SOL\" MILL" / "MILL"
18. HUM TGT: NAME                   "ANA RUIZ PAZ"
19. HUM TGT: DESCRIPTION            "MILLER": "ANA RUIZ PAZ"
23. HUM TGT: EFFECT OF INCIDENT     NO INJURY OR DEATH: "-"

0.  MESSAGE: ID                     TST9-MUC4-0002
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
`

func TestMUCKeys(t *testing.T) {
	keys, err := mucKeys(inventedKey)
	if err != nil {
		t.Fatal(err)
	}
	if len(keys) != 1 || len(keys["TST9-MUC4-0001"]) != 1 {
		t.Fatalf("keys: %v", keys)
	}
	k := keys["TST9-MUC4-0001"][0]
	if d := k.slots[mucDate][0].values; len(d) != 2 || d[0] != "- 12 MAR 91" || d[1] != "11 MAR 91" {
		t.Errorf("date: %q", d)
	}
	if f := k.slots[mucInstrumentID]; len(f) != 2 || f[0].optional || !f[1].optional || f[0].values[1] != "BOMB" {
		t.Errorf("instruments: %v", f)
	}
	if f := k.slots[mucTargetNumber][0]; f.values[0] != "1" || f.refs[0] != `"EL SOL" MILL` || f.refs[1] != "MILL" {
		t.Errorf("number: %v", f)
	}
	if f := k.slots[mucHumanEffect][0]; f.values[0] != "NO INJURY OR DEATH" || len(f.refs) != 0 {
		t.Errorf("effect: %v", f)
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		slot      mucSlot
		key, resp string
		want      grade
	}{
		{mucType, "BOMBING", "ATTACK", mucPartial},
		{mucType, "ATTACK", "BOMBING", mucWrong},
		{mucDate, "11 MAR 91", "11 MAR 91", mucCorrect},
		{mucDate, "- 12 MAR 91", "- 12 MAR 91", mucCorrect},
		{mucDate, "- 12 MAR 91", "10 MAR 91", mucPartial},
		{mucDate, "- 12 MAR 91", "10 MAR 90", mucWrong},
		{mucDate, "12 MAR 91", "- 12 MAR 91", mucPartial},
		{mucDate, "11 MAR 91", "- 12 MAR 91", mucWrong},
		{mucDate, "10 MAR 91 - 12 MAR 91", "11 MAR 91", mucPartial},
		{mucDate, "10 MAR 91 - 12 MAR 91", "- 12 MAR 91", mucPartial},
		{mucLocation, "PERU: TARMA (CITY)", "PERU: TARMA (CITY)", mucCorrect},
		{mucLocation, "PERU: JUNIN (DEPARTMENT): TARMA (TOWN)", "PERU: TARMA (CITY)", mucCorrect},
		{mucLocation, "PERU: JUNIN (DEPARTMENT)", "PERU: JUNIN (CITY)", mucPartial},
		{mucLocation, "PERU: TARMA (CITY)", "PERU", mucPartial},
		{mucLocation, "PERU: TARMA (CITY)", "CHILE: TARMA (CITY)", mucPartial},
		{mucLocation, "PERU: TARMA (CITY)", "CHILE", mucWrong},
		{mucLocation, "PERU: TARMA (CITY) - JAUJA (CITY)", "PERU: TARMA (CITY)", mucPartial},
		{mucHumanNumber, "7", "7", mucCorrect},
		{mucHumanNumber, "5 - 7", "7", mucPartial},
		{mucHumanNumber, "~7", "7", mucPartial},
		{mucHumanNumber, "PLURAL", "7", mucWrong},
		{mucInstrumentType, "VEHICLE BOMB", "BOMB", mucPartial},
		{mucInstrumentType, "BOMB", "VEHICLE BOMB", mucWrong},
		{mucHumanDescription, "PEASANTS", "THE 3 PEASANTS", mucCorrect},
		{mucHumanDescription, "PEASANTS", "OLD PEASANTS WHO WERE WITNESSES", mucCorrect},
		{mucHumanDescription, "PEASANTS", "PEASANT", mucPartial},
		{mucHumanDescription, "PEASANTS", "TEACHERS", mucWrong},
		{mucHumanName, "ANA RUIZ PAZ", "RUIZ", mucPartial},
		{mucTarget, "OIL PIPELINE", "PIPELINE", mucPartial},
		{mucTarget, "MILL", "WORKERS OF THE MILL", mucPartial},
		{mucOrganization, "ELN", "ARMY OF NATIONAL LIBERATION (ELN)", mucCorrect},
	} {
		if got := matchValue(c.slot, c.key, c.resp); got != c.want {
			t.Errorf("%s: key %q, response %q: %d, want %d", mucSlotNames[c.slot], c.key, c.resp, got, c.want)
		}
	}
}

// General words for perpetrators are one; of victims they are not.
func TestGeneralWords(t *testing.T) {
	for _, c := range []struct {
		slot      mucSlot
		key, resp string
		want      grade
	}{
		{mucIndividual, "URBAN GUERRILLAS", "URBAN TERRORISTS", mucCorrect},
		{mucIndividual, "GUERRILLAS", "THE REBELS", mucCorrect},
		{mucIndividual, "GUERRILLAS", "SOLDIERS", mucWrong},
		{mucHumanDescription, "GUERRILLAS", "REBELS", mucWrong},
	} {
		if got := matchValue(c.slot, c.key, c.resp); got != c.want {
			t.Errorf("%s: %q against %q is %d, want %d", mucSlotNames[c.slot], c.resp, c.key, got, c.want)
		}
	}
}

// A tag that is wrong halves a value that is right and leaves one that is half right.
func TestTag(t *testing.T) {
	key := mucFill{values: []string{"2"}, refs: []string{"PEASANTS"}}
	for _, c := range []struct {
		value, tag string
		want       grade
	}{{"2", "PEASANTS", mucCorrect}, {"2", "TEACHERS", mucPartial}, {"3", "PEASANTS", mucWrong}} {
		if got := matchFill(mucHumanNumber, key, mucFill{values: []string{c.value}, refs: []string{c.tag}}); got != c.want {
			t.Errorf("%s: %s: %d, want %d", c.value, c.tag, got, c.want)
		}
	}
}

func TestScoreSlot(t *testing.T) {
	keys := []mucFill{{values: []string{"MILL"}}, {values: []string{"BRIDGE"}}, {optional: true, values: []string{"ROAD"}}}
	got := scoreSlot(mucTarget, keys, []mucFill{{values: []string{"CHURCH"}}, {values: []string{"BRIDGE"}}, {values: []string{"HOUSE"}}})
	if want := (mucCount{cor: 1, inc: 1, spu: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got, want := scoreSlot(mucTarget, keys, nil), (mucCount{mis: 2}); got != want {
		t.Errorf("nothing: got %+v, want %+v", got, want)
	}
}

// template makes one of slots and values in turn.
func template(kind, target, person string) mucTemplate {
	var t mucTemplate
	t.add(mucType, kind, "")
	t.add(mucTarget, target, "")
	t.add(mucHumanName, person, "")
	return t
}

func TestSheet(t *testing.T) {
	var s mucSheet
	optional := template("ARSON", "SHOP", "")
	optional.optional = true
	keys := []mucTemplate{template("BOMBING", "MILL", "ANA RUIZ"), template("KIDNAPPING", "", "JUAN PAZ"), optional}
	s.text(keys, []mucTemplate{template("BOMBING", "MILL", ""), template("BOMBING", "JAIL", "")})
	if want := (mucCount{cor: 1, mis: 1, spu: 1}); s.templates != want {
		t.Errorf("templates: %+v, want %+v", s.templates, want)
	}
	if got, want := s.row(true, true), (mucCount{cor: 2, mis: 3, spu: 2}); got != want {
		t.Errorf("all templates: %+v, want %+v", got, want)
	}
	if got, want := s.row(false, false), (mucCount{cor: 2, mis: 1}); got != want {
		t.Errorf("matched only: %+v, want %+v", got, want)
	}
	if r, p, f := s.row(true, true).rates(); r != 40 || p != 50 || int(f*10) != 444 {
		t.Errorf("rates: %v %v %v", r, p, f)
	}
}

// Templates of two types are no pair, whatever else they share.
func TestMappable(t *testing.T) {
	key, other := template("KIDNAPPING", "", "ANA RUIZ"), template("BOMBING", "", "ANA RUIZ")
	if mappable(&key, &other) {
		t.Error("a kidnapping and a bombing are a pair")
	}
	attack, bare := template("ATTACK", "", "ANA RUIZ"), template("KIDNAPPING", "", "")
	if !mappable(&key, &attack) || mappable(&key, &bare) {
		t.Error("half a type with a shared victim is a pair; a type alone is none")
	}
}

func TestReduced(t *testing.T) {
	var s reducedSheet
	key := template("ATTACK", "", "ANA RUIZ")
	key.add(mucHumanDescription, "MILLER", "ANA RUIZ")
	resp := template("ATTACK", "MILL", "")
	resp.add(mucHumanDescription, "THE MILLER", "")
	s.text([]mucTemplate{key}, []mucTemplate{resp})
	if want := (reducedSheet{right: 2, key: 2, resp: 3}); s != want {
		t.Errorf("got %+v, want %+v", s, want)
	}
}

func TestPairing(t *testing.T) {
	got := pairing([][]float64{{3, 2}, {2, 0}, {0, 0}})
	if want := []int{1, 0, -1}; len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPeopleBehindAName(t *testing.T) {
	for text, want := range map[string]string{
		"THE ELM PATH GUERRILLAS":    "ELM PATH",
		"FPX FORCES":                 "FPX",
		"FPX URBAN COMMANDOS":        "FPX",
		"POPULAR LIBERATION FORCES":  "",
		"ELM PATH":                   "",
		"THE SINISTER ELM GROUP":     "",
		"POPULAR FRONT ELM SAPPERS ": "POPULAR FRONT ELM",
	} {
		if got := beforePeople(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Who did it goes to the slot of persons or of organizations, as the documents part them.
func TestPerpetrators(t *testing.T) {
	for _, c := range []struct {
		p             codedResponsible
		members, body string
	}{
		{codedResponsible{Text: "members", Of: "Elm Path", Class: "individual"}, "MEMBERS OF ELM PATH", ""},
		{codedResponsible{Text: "an army patrol", Class: "state"}, "AN ARMY PATROL", "ARMY"},
		{codedResponsible{Text: "the Elm Battalion soldiers", Class: "individual"}, "THE ELM BATTALION SOLDIERS", "ELM BATTALION"},
		{codedResponsible{Text: "an unidentified armed group", Class: "group"}, "AN UNIDENTIFIED ARMED GROUP", ""},
		{codedResponsible{Text: "FPX sappers", Class: "group"}, "FPX SAPPERS", "FPX"},
		{codedResponsible{Text: "the drug mafia", Class: "group"}, "", "THE DRUG MAFIA"},
	} {
		if members, body := membersOf(c.p); members != c.members || body != c.body {
			t.Errorf("%+v: %q and %q, want %q and %q", c.p, members, body, c.members, c.body)
		}
	}
}

// 'The attackers' takes up those who were told by other words.
func TestTakenUp(t *testing.T) {
	var m mucTemplate
	m.perpetrators(codedForm{}, []codedResponsible{{Text: "the attackers", Class: "individual"}, {Text: "five men", Class: "individual"}})
	if got := m.slots[mucIndividual]; len(got) != 1 || got[0].values[0] != "FIVE MEN" {
		t.Errorf("got %v", got)
	}
}

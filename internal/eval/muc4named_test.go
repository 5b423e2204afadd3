package eval

import (
	"slices"
	"testing"

	"dateline"
)

// The organizations of a text: each once under all its names, a people's army not a state's.
func TestMUCBodies(t *testing.T) {
	var f codedForm
	f.Report.Text = "LIMA, 3 MAY 91 -- THE NPA ATTACKED A BASE OF THE ARMY.  THE PERUVIAN ARMY SAID THAT THE NEW PEOPLE'S ARMY DID IT."
	f.Report.Actors = []codedActor{{Text: "NPA", Start: 22, End: 25, Actor: "npa"}, {Text: "NEW PEOPLE'S ARMY", Start: 89, End: 106, Actor: "npa"}}
	bs := mucTextOf(f).bodies
	if len(bs) != 2 || !slices.Equal(bs[0].names, []string{"NPA", "NEW PEOPLE'S ARMY"}) || bs[0].state || len(bs[1].at) != 2 || !bs[1].state {
		t.Errorf("bodies: %+v", bs)
	}
}

// A group that the text names beside a murder by nobody is named for the key, and one that is held responsible only once.
func TestMUCNamed(t *testing.T) {
	var f codedForm
	f.Report.Text = "LIMA, 3 MAY 91 -- A MAYOR WAS MURDERED TODAY.  THE POLICE BELIEVE THAT THE SHINING PATH IS RESPONSIBLE FOR THE MURDER."
	f.Report.Actors = []codedActor{{Text: "SHINING PATH", Start: 76, End: 88, Actor: "shining-path"}}
	f.Statements = []codedStatement{{ID: "s", Kind: dateline.Attack, Trigger: codedWords{Text: "MURDERED", Start: 30, End: 38}}}
	in := codedIncident{ID: "i", Kind: dateline.Attack, Statements: []string{"s"}, Victims: []codedParty{{Text: "A MAYOR", Type: "government official"}}}
	text := mucTextOf(f)
	var got mucTemplate
	text.name(&in, &got)
	if len(got.slots[mucOrganization]) != 1 || got.slots[mucOrganization][0].values[0] != "SHINING PATH" || len(got.slots[mucConfidence]) != 1 {
		t.Errorf("organizations: %v, degrees %v", got.slots[mucOrganization], got.slots[mucConfidence])
	}
	text.name(&in, &got)
	if len(got.slots[mucOrganization]) != 1 {
		t.Errorf("named again: %v", got.slots[mucOrganization])
	}
}

// What the models learn from a key: whom it names, with the degree, and whom it does not.
func TestMUCTeaches(t *testing.T) {
	keys, err := mucKeys(`0.  MESSAGE: ID                     TST9-MUC4-0003
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  ATTACK
10. PERP: ORGANIZATION ID           "SHINING PATH"
11. PERP: ORGANIZATION CONFIDENCE   (POSSIBLE / ACQUITTED): "SHINING PATH"
`)
	if err != nil {
		t.Fatal(err)
	}
	key := &keys["TST9-MUC4-0003"][0]
	for _, c := range []struct{ name, want string }{{"SHINING PATH", "POSSIBLE"}, {"ARMY", ""}} {
		b := mucBody{names: []string{c.name}}
		if got, _ := b.degreeIn(key); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

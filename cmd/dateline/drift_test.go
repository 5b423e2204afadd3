package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// dated writes a report with its day and publisher.
func dated(day, publisher, text string) string {
	return "---\npublished: " + day + "\npublisher: " + publisher + "\n---\n" + text + "\n"
}

func TestTheStrengthOfAGroupDriftsAsItIsRetold(t *testing.T) {
	folder(t, map[string]string{
		"a.txt": dated("2023-06-20", "One", "In a report published in June 2023, the United Nations said Boko Haram had between 3,000 and 5,000 fighters, including family members."),
		"b.txt": dated("2023-09-02", "Two", "Boko Haram has 3,000 to 5,000 fighters. The group is active in the north-east of Nigeria."),
		"c.txt": dated("2024-02-11", "Three", "Boko Haram has more than 5,000 fighters."),
		"d.txt": dated("2024-05-11", "Four", "In May 2024 the army said Boko Haram had 1,200 fighters."),
	})
	command(t, "", "read", "a.txt", "b.txt", "c.txt", "d.txt").want(t, exitOK)
	want := []string{"between 3,000 and 5,000 fighters -> 3,000 to 5,000 fighters: changed meaning, lost speaker", "3,000 to 5,000 fighters -> more than 5,000 fighters: swelled"}
	var g struct {
		Dossier struct {
			Drift []chain `json:"strength_drift"`
		}
	}
	read(t, &g, "show", "group", "boko-haram", "--json")
	if got := steps(g.Dossier.Drift); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	command(t, "", "show", "group", "boko-haram").want(t, exitOK, "DRIFT", "said 2023-06", "families were counted")
}

func TestATollDriftsOrIsRevised(t *testing.T) {
	first := dated("2024-03-08", "One", "A bomb exploded in a market in Peshawar on Friday, killing at least 137 people, police said.")
	for name, c := range map[string]struct {
		then []string
		want []string
	}{
		"the hedge and the speaker are lost, then it is rounded": {[]string{
			dated("2024-03-10", "Two", "On Friday, 8 March 2024, a bomb killed 137 people in a market in Peshawar."),
			dated("2024-06-01", "Three", "A bomb killed about 140 people in a market in Peshawar on 8 March 2024.")},
			[]string{"at least 137 people -> 137 people: lost hedge, lost speaker", "137 people -> about 140 people: rounded"}},
		"a new day and a new source": {[]string{
			dated("2024-03-09", "Two", "The bomb in a market in Peshawar on Friday killed 141 people, a hospital spokesman said."),
			dated("2024-03-10", "One", "The bombing of a market in Peshawar on Friday killed at least 150 people, police said.")}, nil},
	} {
		files := map[string]string{"0.txt": first}
		args := []string{"read", "0.txt"}
		for i, text := range c.then {
			f := fmt.Sprint(i+1, ".txt")
			files[f], args = text, append(args, f)
		}
		folder(t, files)
		command(t, "", args...).want(t, exitOK)
		command(t, "", "export", "--out", "release").want(t, exitOK)
		var in struct{ Drift []chain }
		read(t, &in, "show", "incident", readTable(t, "release/headlines.csv")["killed ucdp-blh"]["incident_id"], "--json")
		if got := steps(in.Drift); !slices.Equal(got, c.want) {
			t.Errorf("%s: got  %q\nwant %q", name, got, c.want)
		}
	}
}

// chain is a drift as show prints it.
type chain struct {
	Steps []struct {
		From, To struct{ Text string }
		Changes  []struct{ Change string }
	}
}

func steps(all []chain) []string {
	var out []string
	for _, c := range all {
		for _, s := range c.Steps {
			var changes []string
			for _, x := range s.Changes {
				changes = append(changes, x.Change)
			}
			out = append(out, s.From.Text+" -> "+s.To.Text+": "+strings.Join(changes, ", "))
		}
	}
	return out
}

// read reads what a command prints as JSON.
func read(t *testing.T, into any, args ...string) {
	t.Helper()
	if err := json.Unmarshal([]byte(command(t, "", args...).out), into); err != nil {
		t.Fatal(err)
	}
}

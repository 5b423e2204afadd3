package count

import (
	"strings"
	"testing"
)

func TestAttackers(t *testing.T) {
	for text, want := range map[string]string{
		"[Fourteen people, including the two attackers,] were killed":       "counted",
		"The blast killed [14 people], including the bomber.":               "counted",
		"It left [12 dead], among them four gunmen, police said.":           "counted",
		"[Eleven people] died in the assault, three of them attackers.":     "counted",
		"[Five soldiers and three attackers] were killed.":                  "counted",
		"[Nine people as well as the two bombers] died.":                    "counted",
		"[Six people], including two officers and the gunman, died.":        "counted",
		"[At least 30 people, not including the two suicide bombers,] died": "not",
		"[Ten people] were killed, excluding the attackers.":                "not",
		"[Ten people] were killed besides the attacker.":                    "not",
		"The bombing killed [nine people] as well as the two bombers.":      "not",
		"A bomber killed himself and [three soldiers] at a checkpoint.":     "not",
		"[Three people] were killed, and the gunman was arrested.":          "",
		"The toll of [40] does not include the attackers.":                  "not",
		"[Three people] were killed.":                                       "",
		"[Three people], including a child, were killed by gunmen.":         "",
		"[12 gunmen] were killed.":                                          "",
		"[Seven] died. The attackers fled.":                                 "",
		"[Seven people] were killed and 12 wounded, including an attacker.": "",
		"[Three people] were killed, including the bomber's wife.":          "",
		"[Three guards] were killed; the attackers fled.":                   "",
		"": "",
	} {
		before, rest, _ := strings.Cut(text, "[")
		words, behind, _ := strings.Cut(rest, "]")
		got := ""
		if a := Attackers(before, words, behind); a != nil {
			got = map[bool]string{true: "counted", false: "not"}[*a]
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
	for section, words := range attackerWords() {
		if len(words) == 0 || section == "" {
			t.Errorf("section %q is empty", section)
		}
	}
}

func FuzzAttackers(f *testing.F) {
	f.Add("killed himself and ", "three soldiers", ", including the attackers")
	f.Add("", "14 people", "; not including\x00 the 2 of whom bombers's")
	f.Fuzz(func(t *testing.T, before, words, behind string) {
		a, again := Attackers(before, words, behind), Attackers(before, words, behind)
		if (a == nil) != (again == nil) || a != nil && *a != *again {
			t.Error("twice asked, two answers")
		}
	})
}

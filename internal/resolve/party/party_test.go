package party

import (
	"strings"
	"testing"

	"dateline"
	"dateline/data"
)

func TestLexicon(t *testing.T) {
	text, err := data.Lexicon.ReadFile("lexicon/types.txt")
	if err != nil {
		t.Fatal(err)
	}
	l, err := read(string(text))
	if err != nil {
		t.Fatal(err)
	}
	for role, x := range l.roles {
		held := map[dateline.PartyType]bool{}
		for w, c := range x.words {
			held[c] = true
			if w != strings.ToLower(w) {
				t.Errorf("%s %q is not in small letters", role, w)
			}
		}
		for _, c := range Types(role) {
			if !held[c] && !strings.HasPrefix(string(c), "former ") {
				t.Errorf("%s %q has no words", role, c)
			}
		}
	}
}

func TestBrokenLexicon(t *testing.T) {
	for _, text := range []string{"bus", "[target castle]\nkeep", "[generic nobody]\nx", "[weapon gun]\ngun gun"} {
		if _, err := read(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

func TestType(t *testing.T) {
	for _, c := range []struct {
		role               dateline.Role
		words, about, want string
	}{
		{"target", "a police station", "", "law enforcement facility"},
		{"target", "THE U.S. EMBASSY", "", "diplomat office"},
		{"target", "the home of the provincial governor", "", "government office"},
		{"target", "the governor's residence", "", "government office"},
		{"target", "two houses", "", "residence"},
		{"target", "the telephone company's building", "", "communications"},
		{"target", "a building", "", ""},
		{"target", "the Liberal Party headquarters", "", "political office"},
		{"target", "buses and trucks", "", "transport vehicle"},
		{"target", "three high-voltage pylons", "", "energy"},
		{"target", "the Riverside power station", "", "energy"},
		{"victim", "Judge Ana Kovac", "", "legal or judicial"},
		{"victim", "Ana Kovac", "the deputy mayor of the town", "government official"},
		{"victim", "a former defence minister", "", "former government official"},
		{"victim", "a retired army colonel", "", "former military"},
		{"victim", "police Colonel Horvat", "", "law enforcement"},
		{"victim", "four policemen", "", "law enforcement"},
		{"victim", "a union leader", "", "labour"},
		{"victim", "the leader of the opposition party", "", "political figure"},
		{"victim", "11 people", "", "civilian"},
		{"victim", "Ana Kovac", "", ""},
		{"victim", "bodyguards of the minister", "", "security guard"},
		{"weapon", "a car bomb", "", "vehicle bomb"},
		{"weapon", "a truck loaded with 300 kg of dynamite", "", "vehicle bomb"},
		{"weapon", "sticks of dynamite", "", "dynamite"},
		{"weapon", "AK-47 rifles", "", "rifle"},
		{"weapon", "something", "", ""},
		{"place", "a bus", "", ""},
	} {
		if got := Type(c.role, c.words, c.about); string(got) != c.want {
			t.Errorf("%s %q, %q: %q, want %q", c.role, c.words, c.about, got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		role              dateline.Role
		words, name, want string
	}{
		{"victim", "the judge", "", "1"},
		{"victim", "Judge Ana Kovac", "Ana Kovac", "1"},
		{"victim", "Ana Kovac", "Ana Kovac", "1"},
		{"victim", "peasants", "", "2 or more"},
		{"victim", "people", "", "2 or more"},
		{"victim", "the mayor and his wife", "", "2 or more"},
		{"victim", "the members of a commission", "", "2 or more"},
		{"target", "the bridge", "", "1"},
		{"target", "offices", "", "2 or more"},
		{"victim", "police", "", ""},
		{"target", "something", "", ""},
		{"weapon", "grenades", "", ""},
	} {
		got := ""
		if n := Count(c.role, c.words, c.name); n != nil {
			got = n.String()
		}
		if got != c.want {
			t.Errorf("%s %q %q: %q, want %q", c.role, c.words, c.name, got, c.want)
		}
	}
}

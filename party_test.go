package dateline

import "testing"

func TestDescription(t *testing.T) {
	for _, c := range []struct{ text, name, about, want string }{
		{"Judge Ana Kovac", "Ana Kovac", "", "Judge"},
		{"Ana Kovac", "Ana Kovac", "", ""},
		{"Ana Kovac", "Ana Kovac", "mayor of the town", "mayor of the town"},
		{"two policemen", "", "", "two policemen"},
		{"the judge, Ana Kovac", "Ana Kovac", "", "the judge"},
	} {
		if got := (Party{Text: c.text, Name: c.name, About: c.about}).Description(); got != c.want {
			t.Errorf("%q named %q: %q, want %q", c.text, c.name, got, c.want)
		}
	}
}

func TestMembers(t *testing.T) {
	for _, c := range []struct{ text, name, want string }{
		{"fighters of the Blue Front", "Blue Front", "fighters"},
		{"two Blue Front fighters", "Blue Front", "fighters"},
		{"members of a group called the Blue Front", "Blue Front", "members"},
		{"members of the armed group \"Blue Front", "Blue Front", "members"},
		{"the Blue Front (BF) fighters", "Blue Front", "fighters"},
		{"the Blue Front [BF]", "Blue Front", ""},
		{"Blue Front", "Blue Front", ""},
	} {
		if got := (Responsible{Text: c.text, Name: c.name}).Members(); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestGraver(t *testing.T) {
	if !Death.Graver(Injury) || Injury.Graver(Death) || !Damaged.Graver("") || Effect("").Graver(Damaged) {
		t.Error("the order of gravity")
	}
}

package export

import (
	"testing"

	"dateline"
	"dateline/internal/tabular"
)

func TestMasked(t *testing.T) {
	for _, c := range []struct {
		role  dateline.Role
		words string
		held  bool // the words stay
	}{
		{dateline.Victim, "Amina Yusuf, a teacher", false},
		{dateline.Victim, "a teacher, Amina Yusuf", false},
		{dateline.KilledRole, "Yusuf", false},
		{dateline.Arrested, "Mr Okoro", false},
		{dateline.Perpetrator, "Karim Dostov", false},
		{dateline.Victim, "eleven people", true},
		{dateline.Victim, "At least 19 people", true},
		{dateline.Victim, "Nigerian soldiers", true},
		{dateline.Target, "the Crocus City Hall concert venue", true},
		{dateline.Target, "the Swedish parliament", true},
		{dateline.Arrested, "two suspected IS-K supporters", true},
		{dateline.Perpetrator, "Boko Haram gunmen", true},
		{dateline.Leader, "Hafiz Saeed", true},
	} {
		if got := masked(c.role, c.words) != tabular.Withheld; got != c.held {
			t.Errorf("%s %q: stays %v, want %v", c.role, c.words, got, c.held)
		}
	}
}

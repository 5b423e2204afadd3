package date

import (
	"strings"
	"testing"
)

// TestMayTell holds the first look at a sentence against the reading of it: what has a date is never
// passed over, and ordinary sentences are.
func TestMayTell(t *testing.T) {
	for _, s := range []string{"on Tuesday", "LAST WEEK", "Since then", "by now", "9/11", "late ’90s", "in mid-May", "the day after", "Christmas Eve",
		"overnight", "at dawn", "the eighties", "before Ramadan", "in the spring", "nineteen eighty-four", "two years ago", "tomorrow"} {
		if !mayTell(s) {
			t.Errorf("%q may tell a time", s)
		}
	}
	for _, s := range []string{"", "The army denied that its soldiers had fired on the village.", "since the attack", "\xff\xfe"} {
		if mayTell(s) {
			t.Errorf("%q tells no time", s)
		}
	}
	for w, e := range lex().words {
		for _, before := range []string{"", "on ", "the ", "by ", "since ", "before "} {
			if found := newParser(before+w, true).find(); len(found) > 0 && !mayTell(before+w) {
				t.Errorf("%q is read as a date and is passed over: %+v", before+w, e)
			}
		}
	}
	if !mayTell(strings.Repeat("a", 1<<20) + " today") {
		t.Error("a long word hides what follows")
	}
}

package data

import "testing"

// TestWordsStandInSections reads the lists of the lexicon that are words under sections: no word stands
// before the first, and none twice in one.
func TestWordsStandInSections(t *testing.T) {
	for _, file := range []string{"acts", "attackers", "evidence", "eventwords", "linking", "measures", "nouns", "parties", "setting", "speakers", "speech", "standing",
		"ties", "topics", "types"} {
		seen := map[[2]string]bool{}
		for section, word := range Words(file + ".txt") {
			if section == "" || seen[[2]string{section, word}] {
				t.Errorf("%s: %q stands twice in [%s], or in none", file, word, section)
			}
			seen[[2]string{section, word}] = true
		}
		if len(seen) == 0 {
			t.Errorf("%s has no words", file)
		}
	}
}

func TestLinesLeaveRemarksOut(t *testing.T) {
	var got []string
	for n, line := range Lines(Lexicon, "lexicon/acts.txt") {
		if n == 1 || line == "" || line[0] == '#' {
			t.Errorf("line %d is a remark or empty: %q", n, line)
		}
		got = append(got, line)
	}
	if len(got) < 10 {
		t.Errorf("%d lines", len(got))
	}
	defer func() {
		if recover() == nil {
			t.Error("a file that is not there was read")
		}
	}()
	Lines(Lexicon, "lexicon/none.txt")
}

package parse

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"dateline/data"
)

// A list has one word a line, sorted, once, without blanks at its ends.
func TestNameLists(t *testing.T) {
	for name := range nameLists {
		text, err := fs.ReadFile(data.Lexicon, "lexicon/language/"+name+".txt")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), "# ") {
			t.Errorf("%s: no remark says what the list is", name)
		}
		var entries []string
		for _, e := range lexiconLines(name) {
			entries = append(entries, e)
		}
		if len(entries) < 20 || !slices.IsSorted(entries) || len(slices.Compact(slices.Clone(entries))) != len(entries) {
			t.Errorf("%s: %d entries, not sorted or some twice", name, len(entries))
		}
		for _, e := range entries {
			if strings.ContainsAny(e, " \t.,") {
				t.Errorf("%s: %q is no single word", name, e)
			}
		}
	}
}

func TestNameWords(t *testing.T) {
	for word, class := range map[string]nameWord{"Gen.": titleWord, "MINISTRY": organisationWord, "Mosul": knownPlace, "NATO": knownBody, "table": 0, "Iraq": country, "iraqi": nationality,
		"Kurds": nationality, "AK-47": weaponWord, "Thursday": weekday, "Ramadan": feast, "eleven": numeral, "dozens": vague, "soldier": humanNoun,
		"": 0, strings.Repeat("x", 9000): 0} {
		if got := nameWordOf(word); class != 0 && !got.has(class) || class == 0 && got != 0 {
			t.Errorf("%.20q: %b, want %b", word, got, class)
		}
	}
}

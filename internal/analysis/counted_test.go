package analysis

import (
	"fmt"
	"testing"
)

func TestWhomAFigureCounts(t *testing.T) {
	for _, c := range []struct{ words, beside, want string }{
		{"11 people", "", "{ [] [] []}"},
		{"at least 11", "", "{ [] [] []}"},
		{"4,000 to 6,000 fighters", "", "{fighters [] [] [fighters 4,000–6,000]}"},
		{"from 4,000 to 6,000", "including family members", "{ [families] [] []}"},
		{"6,000 militants", "not counting their families", "{fighters [] [families] [fighters 6,000]}"},
		{"Five people, including three soldiers", "", "{ [forces] [] [forces 3]}"},
		{"Two civilians and three policemen", "", "{civilians [forces] [] [civilians 2 forces 3]}"},
		{"11 people, seven of them children", "", "{ [children] [] [children 7]}"},
		{"14 people, among them the two attackers", "", "{ [fighters] [] [fighters 2]}"},
		{"2,000 followers", "", "{members [] [] [members 2,000]}"},
		{"50 killed and wounded", "", "{casualties [] [] [casualties 50]}"},
	} {
		got := NewCounted(c.words, c.beside)
		var shares []string
		for _, s := range got.Shares {
			shares = append(shares, fmt.Sprintf("%s %s", s.Of, s.Count))
		}
		if out := fmt.Sprint("{", got.Who, " ", got.With, " ", got.Without, " ", shares, "}"); out != c.want {
			t.Errorf("%q, %q: got %s, want %s", c.words, c.beside, out, c.want)
		}
	}
}

func TestTheLexicons(t *testing.T) {
	if countedBook().section["family members"] != "families" || claimBook().section["telegram"] != "online" {
		t.Error("the lists are not read")
	}
	if _, err := newBook([]wordList{{"people", [][]string{{"man"}}}, {"women", [][]string{{"man"}}}}); err == nil {
		t.Error("a word stands in two sections")
	}
}

func TestAFigureThatWasOvertaken(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Earlier, police had put the toll at 3.":             true,
		"An earlier toll of 3 was given by police.":          true,
		"The toll is now 7, up from 3.":                      true,
		"Earlier in the day a bomb killed 3 in another town": false,
		"Police put the toll at 3, down from 7.":             false,
		"The toll was revised down from 7 to 3.":             false,
		"The toll was revised down from 3 to 1.":             true,
		"Police initially put the toll at up to 3.":          true,
	} {
		if overtaken(sentence, "3") != want {
			t.Errorf("%q: got %v", sentence, !want)
		}
	}
}

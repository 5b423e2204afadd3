package parse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBlindTokens(t *testing.T) {
	for sentence, want := range map[string]bool{
		"GUNMEN KILLED 11 MEN IN KONDUGA .": true, "gunmen killed 11 men in konduga .": true, "3 rebels of the m23 died": true, "RIDGELAND , S.C. ( WTOC ) -": false,
		"Gunmen killed 11 in Konduga .": false, "eleven died in Konduga": false, "ISWAP said": false, "NATO , EU": false, "11 , 12 , 13": false, "": false} {
		var tokens []Token
		for _, form := range strings.Fields(sentence) {
			tokens = append(tokens, Token{Form: form})
		}
		if got := blindTokens(tokens); got != want {
			t.Errorf("%q: %v", sentence, got)
		}
	}
}

// The same names are found whether or not the letters tell which words are names.
func TestNamesWithoutCase(t *testing.T) {
	for sentence, want := range map[string]string{
		"She met Angela Merkel in Nairobi and flew to Papua New Guinea on Tuesday .":              "Angela Merkel person, Nairobi location, Papua New Guinea location",
		"Rebels attacked a village in the state of New York and fled across the Black Sea .":      "New York location, Black Sea location",
		"Thousands fled postwar Belgium for the Philippines and northern Norway , she wrote .":    "Belgium location, Philippines location, Norway location",
		"He was born in the Kingdom of France and died near the Suez Canal in north-west Egypt .": "Kingdom of France location, Suez Canal location, Egypt location",
		"The treasurer of the league left the republic with a diesel engine and two jets .":       "",
		"Pope John Paul II spoke in Anbar province about the European Union .":                    "John Paul II person, Anbar location, European Union organisation"} {
		for _, form := range []string{sentence, strings.ToUpper(sentence), strings.ToLower(sentence)} {
			text := ParseWords([][]string{strings.Fields(strings.ReplaceAll(form, "-", " - "))})
			var got []string
			for _, n := range text.Names {
				if n.Kind != NameDate {
					got = append(got, strings.ToLower(n.Span.In(text.Source))+" "+string(n.Kind))
				}
			}
			if strings.Join(got, ", ") != strings.ToLower(want) {
				t.Errorf("%s: %s, want %s", form, strings.Join(got, ", "), want)
			}
		}
	}
}

// Words stand in the lists of case as they are written, and each is found however it is written.
func TestWordCases(t *testing.T) {
	for word, want := range map[string]nameWord{"Nile": capitalWord, "NILE": capitalWord, "jets": smallWord, "JETS": smallWord, "Turkey": smallWord | capitalWord, "nato": capitalsWord, "Danevirke": 0, "": 0} {
		if got := caseOf(word); got != want {
			t.Errorf("%q: %b, want %b", word, got>>listClasses, want>>listClasses)
		}
	}
	for n := 0; n < len(embeddedCases); n += 9973 {
		if _, err := readCases(embeddedCases[:n]); err == nil {
			t.Errorf("%d bytes of the model were read without a complaint", n)
		}
	}
}

func TestTrainCases(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "case.model")
	if err := TrainCases(TrainOptions{Corpus: write(t, dir, "words", []byte("jet\nTurkey\nturkey\nUN\nA\nturkey\n")), Out: out}); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	cases, err := readCases(file)
	if err != nil || len(cases[0]) != 2 || len(cases[1]) != 2 || len(cases[2]) != 1 {
		t.Errorf("%d, %d and %d words, %v; want 2, 2 and 1", len(cases[0]), len(cases[1]), len(cases[2]), err)
	}
	if err := TrainCases(TrainOptions{Corpus: filepath.Join(dir, "none"), Out: out}); err == nil {
		t.Error("no complaint of a file that is not there")
	}
}

// What is read in a treebank is a sentence a line with a label for each word; sentences without case are left out.
func TestWriteReadings(t *testing.T) {
	dir := t.TempDir()
	tree := ""
	for _, sentence := range []string{"Angela Merkel left Nairobi", "ANGELA MERKEL LEFT NAIROBI"} {
		for i, word := range strings.Fields(sentence) {
			tree += strings.Join([]string{string(rune('1' + i)), word, "_", "X", "X", "_", "0", "root", "_", "_"}, "\t") + "\n"
		}
		tree += "\n"
	}
	write(t, dir, Treebanks[0], []byte(tree))
	out := filepath.Join(dir, "readings")
	if err := WriteReadings(TrainOptions{Corpus: dir, Out: out}); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(out)
	if want := `{"words":["Angela","Merkel","left","Nairobi"],"labels":[1,2,0,5],"source":0}` + "\n"; err != nil || string(file) != want {
		t.Errorf("%s, %v; want %s", file, err, want)
	}
}

func TestCaseLists(t *testing.T) {
	for list, least := range map[string]int{"place-case": 50, "whole-names": 100} {
		last, n := "", 0
		for line, entry := range lexiconLines(list) {
			name, _, _ := strings.Cut(entry, ":")
			if name <= last || name != strings.ToLower(name) {
				t.Errorf("%s, line %d: %q stands after %q or is not in lower case", list, line, name, last)
			}
			last, n = name, n+1
		}
		if n < least {
			t.Errorf("%s has %d entries, want %d at least", list, n, least)
		}
	}
	if len(placeCases()) == 0 || len(wholeNames().All()) == 0 {
		t.Error("a list is empty")
	}
}

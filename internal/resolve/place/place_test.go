package place

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline"
)

// TestPhrases reads testdata/phrases.txt, which says what phrases mean.
func TestPhrases(t *testing.T) {
	rows := phraseRows(t)
	if len(rows) < 120 {
		t.Fatalf("%d phrases", len(rows))
	}
	for _, f := range rows {
		got := Resolve(f[0], Context{Countries: strings.Fields(f[1])})
		if told := tell(got); told != strings.Join(f[2:], " | ") {
			t.Errorf("%s [%s]\n got %s\nwant %s\n why %s %v", f[0], f[1], told, strings.Join(f[2:], " | "), got.Why, got.Others)
		}
	}
}

func phraseRows(t testing.TB) [][]string {
	f, err := os.Open("testdata/phrases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out [][]string
	for in := bufio.NewScanner(f); in.Scan(); {
		if row := in.Text(); row != "" && row[0] != '#' {
			fields := split(row, "|")
			for i := range fields {
				if fields[i] == "-" {
					fields[i] = ""
				}
			}
			out = append(out, fields)
		}
	}
	return out
}

func tell(r dateline.Resolution) string {
	p := r.Place
	return fmt.Sprintf("%s | %s | %s | %s | %s", r.State, p.Country, p.Admin1, p.Precision, p.Name)
}

// In words in capitals alone, the common words are no part of the name.
func TestCapitals(t *testing.T) {
	for words, want := range map[string]string{
		"A SMALL VILLAGE NEAR HUANCAYO CITY": "Huancayo PE near",
		"THE PERUVIAN PORT OF CALLAO":        "Callao PE settlement",
		"DOWNTOWN SAN SALVADOR":              "San Salvador SV settlement",
		"GUATEMALA CITY":                     "Guatemala City GT settlement",
		"THE CENTRAL AMERICAN INSTITUTE":     "THE CENTRAL AMERICAN INSTITUTE  unplaced",
	} {
		r := Resolve(words, Context{})
		if r.Place == nil {
			t.Errorf("%s: no place", words)
			continue
		}
		if got := r.Place.Name + " " + r.Place.Country + " " + string(r.Place.Precision); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}

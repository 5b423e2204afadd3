package parse

import (
	"strings"
	"testing"
)

func TestQuotes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`He said "we won" and left.`, `"we won"`},
		{"“It’s over,” he said. “The fighters’ camp fell.”", "“It’s over,” | “The fighters’ camp fell.”"},
		{"“One. Two. Three.” Four.", "“One. Two. Three.”"},
		{"“It is not over, he said.", "“It is not over, he said. (open)"},
		{"“First part.\n“Second part,” he said.", "“First part. (open) | “Second part,”"},
		{"The ‘caliphate’ fell.", "‘caliphate’"},
		{"The so-called 'caliphate' fell in '19, the group's enemies said.", "'caliphate'"},
		{"The fighters' camps weren't empty.", ""},
		{"He called it 'the fighters' last stand' and left.", "'the fighters' last stand'"},
		{"Rock 'n' roll.", ""},
		{"It was ``a massacre'' to him.", "``a massacre''"},
		{`5' 3" tall`, ""},
	} {
		var got []string
		for _, q := range Parse(c.text).Quotes {
			open := ""
			if q.Open {
				open = " (open)"
			}
			got = append(got, q.Span.In(c.text)+open)
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("\n got %s\nwant %s", s, c.want)
		}
	}
}

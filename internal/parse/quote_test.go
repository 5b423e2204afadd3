package parse

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline"
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
		{"''We won,'' he said. ''They ran.''", "''We won,'' | ''They ran.''"},
		{`5' 3" tall`, ""},
		{"“They told us ‘leave now’ and we left,” he said.", "“They told us ‘leave now’ and we left,” | 1 ‘leave now’"},
		{`"My son asked 'why us?' and I wept," she said.`, `"My son asked 'why us?' and I wept," | 1 'why us?'`},
		{`'He shouted "run" and ran,' she said.`, `'He shouted "run" and ran,' | 1 "run"`},
		{`The fighters' camp fell. "We won," he said.`, `"We won,"`},
		{"“It read: ‘never again.", "“It read: ‘never again. (open)"},
	} {
		var got []string
		for _, q := range Parse(c.text).Quotes {
			open, depth := "", ""
			if q.Depth > 0 {
				depth = fmt.Sprint(q.Depth) + " "
			}
			if q.Open {
				open = " (open)"
			}
			got = append(got, depth+q.Span.In(c.text)+open)
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("\n got %s\nwant %s", s, c.want)
		}
	}
}

// Marks that open and never close take time in step with their number.
func TestQuotesNeverClosed(t *testing.T) {
	for _, m := range []string{"“", "‘", "\"", " '", "«", "“‘«", "``"} {
		text := "He said " + strings.Repeat(m+"a ", 200_000)
		start := time.Now()
		for _, q := range quotesIn(text, dateline.Span{End: len(text)}) {
			if q.Depth > deepest {
				t.Errorf("%s: a quotation of depth %d", m, q.Depth)
			}
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s: %v", m, d)
		}
	}
}

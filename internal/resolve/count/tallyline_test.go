package count

import (
	"strings"
	"testing"
	"time"
)

func TestLines(t *testing.T) {
	text := strings.Join([]string{
		"Casualties and losses: 12 killed (rebel claim)",
		"A sentence on 3 tanks.",
		"  Strength | 3,000",
		"Casualties: 12 people were killed on Friday.",
		"12 killed (rebel claim)40 killed (army claim)",
		"12 killed, 40 wounded in the town",
		"Points: 12",
		"Killed: none",
	}, "\n")
	var got []string
	for _, l := range Lines(text) {
		for _, f := range l.Figures {
			if !l.Span.Contains(f.Words) || !f.Words.Contains(f.Number) {
				t.Errorf("%v and %v outside %v", f.Number, f.Words, l.Span)
			}
		}
		got = append(got, l.Span.In(text)+" = "+told(text, l.Figures))
	}
	want := []string{
		"Casualties and losses: 12 killed (rebel claim) = 12 killed by rebel",
		"  Strength | 3,000 = 3000 fighters",
		"12 killed (rebel claim)40 killed (army claim) = 12 killed by rebel, 40 killed by army",
		"Killed: none = 0 killed",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Each figure of a list is quoted with its line: what is longer than any box is no list.
func TestALineOfThousandsOfFiguresIsNoList(t *testing.T) {
	row := "Killed: 12 (rebel claim)"
	if got := Lines(row); len(got) != 1 {
		t.Errorf("%d lists in %q", len(got), row)
	}
	if got := Lines(row + strings.Repeat(", 9 (army claim)", longestLine/10)); len(got) != 0 {
		t.Errorf("%d lists, with %d figures", len(got), len(got[0].Figures))
	}
}

// A line without an end takes time in step with its length.
func TestListTakesLinearTime(t *testing.T) {
	took := func(n int) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			Tally(strings.Repeat("rebels claim 4 dead, (5 (army claim), ", n), Casualties)
			best = min(best, time.Since(start))
		}
		return best
	}
	if small, big := took(500), took(8000); big > 100*small {
		t.Errorf("16 times the text took %.0f times as long", float64(big)/float64(small))
	}
}

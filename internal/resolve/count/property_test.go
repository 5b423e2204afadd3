package count

import (
	"fmt"
	"testing"

	"dateline"
)

// frames are words around a number, and what they make of it.
var frames = []struct {
	words string
	of    func(n int) dateline.Count
}{
	{"%s", dateline.Exactly},
	{"exactly %s", dateline.Exactly},
	{"another %s", dateline.Exactly},
	{"all %s", dateline.Exactly},
	{"about %s", dateline.Exactly},
	{"at least %s", func(n int) dateline.Count { return dateline.Between(n, -1) }},
	{"no fewer than %s", func(n int) dateline.Count { return dateline.Between(n, -1) }},
	{"%s or more", func(n int) dateline.Count { return dateline.Between(n, -1) }},
	{"more than %s", func(n int) dateline.Count { return dateline.Between(n+1, -1) }},
	{"over %s", func(n int) dateline.Count { return dateline.Between(n+1, -1) }},
	{"up to %s", func(n int) dateline.Count { return dateline.Between(-1, n) }},
	{"as many as %s", func(n int) dateline.Count { return dateline.Between(-1, n) }},
	{"no more than %s", func(n int) dateline.Count { return dateline.Between(-1, n) }},
	{"fewer than %s", func(n int) dateline.Count { return dateline.Between(-1, n-1) }},
	{"nearly %s", func(n int) dateline.Count { return dateline.Between(n-n/10, n) }},
}

// forms are ways to write numbers.
func forms() map[string]int {
	out := map[string]int{"twelve": 12, "twenty-one": 21, "a hundred": 100, "two dozen": 24, "three hundred and five": 305,
		"1.5 million": 1_500_000, "two hundred thousand": 200_000}
	for n := 2; n < 3_000_000; n = n*3 + 1 {
		out[fmt.Sprint(n)] = n
		if n > 999 {
			out[grouped(n)] = n
		}
	}
	return out
}

func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return grouped(n/1000) + fmt.Sprintf(",%03d", n%1000)
}

// Every way of bounding every way of writing a number gives the range that the words have, with or
// without the noun, and in a list of figures, too.
func TestEveryFrameOfEveryNumber(t *testing.T) {
	for form, n := range forms() {
		for _, f := range frames {
			words, want := fmt.Sprintf(f.words, form), f.of(n)
			for _, phrase := range []string{words, words + " people", words + " people, including two children"} {
				if got, ok := Parse(phrase); !ok || !got.Equal(want) {
					t.Errorf("%q: got %s, want %s", phrase, got, want)
				}
			}
			list := "Killed: " + words + " soldiers"
			if got := Tally(list, Casualties); len(got) != 1 || !got[0].Count.Equal(want) || got[0].Of != Killed {
				t.Errorf("%q: got %s, want %s", list, told(list, got), want)
			}
		}
	}
}

// Two numbers side by side add up; a number within another does not change it.
func TestSidesAddUp(t *testing.T) {
	for a, n := range forms() {
		for _, m := range []int{3, 40, 1200} {
			b := grouped(m)
			if got, ok := Parse(a + " soldiers and " + b + " civilians"); !ok || !got.Equal(dateline.Exactly(n+m)) {
				t.Errorf("%s soldiers and %s civilians: got %s", a, b, got)
			}
			if got, ok := Parse(a + " soldiers, among them " + b + " officers"); !ok || !got.Equal(dateline.Exactly(n)) {
				t.Errorf("%s soldiers, among them %s officers: got %s", a, b, got)
			}
		}
	}
}

// What is written like a number and counts neither people nor things is no amount.
func TestNoAmounts(t *testing.T) {
	for _, frame := range []string{"%d km from the city", "a %d-year-old boy", "%d per cent of the seats", "a %dmm mortar", "Flight %d", "the %dth Brigade",
		"Highway %d", "an AK-%d", "$%d million", "%d hours later", "%d degrees", "page %d of the report", "a ransom of %d dollars"} {
		for _, n := range []int{4, 12, 47, 82, 155} {
			s := fmt.Sprintf(frame, n)
			for _, m := range Find(s) {
				if m.Kind == Amount && m.Count.Low != nil && *m.Count.Low == n {
					t.Errorf("%q: %s is an amount", s, m.Span.In(s))
				}
			}
		}
	}
}

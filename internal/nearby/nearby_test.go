package nearby

import (
	"slices"
	"testing"
)

func TestNames(t *testing.T) {
	names := []string{"Konduga", "Kondoa", "Bama", "Al-Shabaab", "al-Shabaab al-Mumineen", "Boko Haram", "Bamako"}
	for words, want := range map[string][]string{
		"Kunduga":   {"Konduga"},
		"konduga":   {"Konduga", "Kondoa"},
		"al shabab": {"Al-Shabaab"},
		"bam":       {"Bama", "Bamako"},
		"Mosul":     nil,
		"--":        nil,
	} {
		if got := Names(words, names); !slices.Equal(got, want) {
			t.Errorf("%q is near %v, want %v", words, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"señor", "senor", 1}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("%q to %q is %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

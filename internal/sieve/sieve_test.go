package sieve

import (
	"strconv"
	"testing"
)

func TestSieve(t *testing.T) {
	var s Sieve
	for i := range 4000 {
		s.Add(Of("word" + strconv.Itoa(i)))
	}
	for i := range 4000 {
		if !s.Has(Of("word" + strconv.Itoa(i))) {
			t.Fatalf("word%d was added and does not pass", i)
		}
	}
	passed := 0
	for i := range 10000 {
		if s.Has(Of(strconv.Itoa(i) + "other")) {
			passed++
		}
	}
	if passed > 1000 {
		t.Errorf("%d of 10,000 other words pass", passed)
	}
	if (&Sieve{}).Has(Of("")) {
		t.Error("an empty sieve lets a word through")
	}
}

func TestLower(t *testing.T) {
	for c, want := range map[byte]byte{'A': 'a', 'Z': 'z', 'q': 'q', '7': '7', ' ': 0, '\'': 0, 0xc3: 0, '@': 0, '[': 0} {
		if got := Lower[c]; got != want {
			t.Errorf("%q: %q, want %q", c, got, want)
		}
	}
}

package sieve

import (
	"strconv"
	"testing"
)

func TestMap(t *testing.T) {
	var none Map[int]
	if _, ok := none.Get("word"); ok || none.At("") != 0 {
		t.Error("an empty map has words")
	}
	of := map[string]int{"": -1, "a": 1, "ab": 2}
	for i := range 3000 {
		of["word"+strconv.Itoa(i)] = i
	}
	m := NewMap(of)
	for w, want := range of {
		if v, ok := m.Get(w); !ok || v != want || m.At(w) != want {
			t.Fatalf("%q: %d, %v", w, v, ok)
		}
	}
	if _, ok := m.Get("word3000"); ok || m.At("wort1") != 0 {
		t.Error("it has words that were not put in")
	}
}

var words = []string{"the", "attack", "in", "town", "was", "claimed", "by", "militants", "who", "said", "government", "forces", "burned", "village"}

func BenchmarkMap(b *testing.B) {
	of := map[string]int{}
	for i := range 200 {
		of["word"+strconv.Itoa(i)] = i
	}
	m, n := NewMap(of), 0
	b.Run("map", func(b *testing.B) {
		for i := range b.N {
			n += of[words[i%len(words)]]
		}
	})
	b.Run("sieve", func(b *testing.B) {
		for i := range b.N {
			n += m.At(words[i%len(words)])
		}
	})
}

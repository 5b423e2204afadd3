package web

import (
	"testing"

	"dateline/internal/resolve/actor"
)

func TestASearchNamesGroupsByWholeWords(t *testing.T) {
	var names groupNames
	book := actor.Load()
	for q, want := range map[string]string{"boko": "Boko Haram", "BOKO haram": "Boko Haram", "shabaab": "al-Shabaab"} {
		found := false
		for _, s := range names.named(book, q) {
			found = found || s.Text == want
		}
		if !found {
			t.Errorf("%q does not find %s: %v", q, want, names.named(book, q))
		}
	}
	for _, q := range []string{"", "easter", "haram boko", "bok", "\"\""} {
		if got := names.named(book, q); len(got) > 0 {
			t.Errorf("%q finds %v", q, got)
		}
	}
	if got := names.named(book, "front"); len(got) != mostNamed {
		t.Errorf("%d groups are named, want %d", len(got), mostNamed)
	}
}

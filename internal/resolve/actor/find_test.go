package actor

import (
	"slices"
	"strings"
	"testing"

	"dateline"
)

// TestFindIsTheWalkFromEveryWord holds the sieves of Find against the plain walk that looks at every word.
func TestFindIsTheWalkFromEveryWord(t *testing.T) {
	b := Load()
	var all []string
	for _, a := range b.All() {
		for _, n := range a.Names {
			all = append(all, n.Name, strings.ToUpper(n.Name), strings.ToLower(n.Name), n.Name+"'s men", "El "+n.Name)
		}
	}
	text := strings.Join(all, ". ")
	var want []dateline.Span
	for _, h := range b.names.find(text, b.names.tokens(text)) {
		want = append(want, h.span)
	}
	var got []dateline.Span
	for _, m := range b.Find(text) {
		got = append(got, m.Span)
	}
	if len(got) < len(b.All()) || !slices.Equal(got, want) {
		t.Errorf("%d names found, the walk from every word finds %d", len(got), len(want))
	}
}

// TestFindTakesLinearTime finds names in texts that were written to keep a finder busy.
func TestFindTakesLinearTime(t *testing.T) {
	for _, s := range []string{"A.", "the ", "Islamic ", "al-", "’s", "é", "Front for the Liberation of the ", "\u0301"} {
		if ms := Load().Find(strings.Repeat(s, 1_000_000/len(s))); len(ms) > 0 && !strings.Contains(s, "Front") {
			t.Errorf("%q: %d names", s, len(ms))
		}
	}
}

func BenchmarkFindNothing(b *testing.B) {
	text := strings.Repeat("The city council voted on Tuesday to widen the bridge over the river. Shares rose by four percent, the bank's head said.\n", 27)
	book := Load()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		book.Find(text)
	}
}

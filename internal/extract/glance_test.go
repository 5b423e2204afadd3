package extract

import (
	"strings"
	"testing"
)

// filler is text of no interest, long enough to be judged.
var filler = strings.Repeat("The council met in the old hall and spoke about the new bridge, the price of bread and the school year. ", 20)

// campaign is text of a candidate, in whose news many words of arms stand for others.
var campaign = strings.Repeat("The candidate told voters at a rally that her plan would cut taxes, and polls gave her a narrow lead before the debate. ", 20)

func TestGlance(t *testing.T) {
	for text, want := range map[string]bool{
		"":     true, // too short to judge
		filler: false,
		filler + "Gunmen killed two farmers near the river.":                                              true,
		filler + "SUSPECTED MILITANTS ABDUCTED A TEACHER.":                                                true,
		filler + "A car bomb exploded outside the bank.":                                                  true,
		filler + "The bakers attacked the mayor's plan.":                                                  false,
		filler + "She died at home, aged 90.":                                                             false,
		filler + "Gunmen opened fire on a bus, and at least nine people died.":                            true,
		campaign + "She shot down his plan, he fought back, and aides feared that the row would explode.": false,
		campaign + "A gunman opened fire on a bus and killed two people.":                                 true,
		filler + strings.Repeat("Unknown men killed a farmer in the hills.\n", 300):                       true,
	} {
		if got := Glance(text); got != want {
			t.Errorf("%q: %v", text[max(0, len(text)-60):], got)
		}
	}
}

// TestGlanceKnowsEveryTrigger holds the table against the lexicon, so that a pattern that somebody adds
// is looked for at once.
func TestGlanceKnowsEveryTrigger(t *testing.T) {
	l, g := load(), glances()
	for trigger := range l.telling {
		word, _, _ := strings.Cut(trigger, ".")
		if _, ok := g.word(word); !ok {
			t.Errorf("%q is not looked for", word)
		}
	}
	for form, w := range g.forms {
		if len(form) > longestWord || w.id >= glanceWords {
			t.Errorf("%q does not fit", form)
		}
	}
	for _, form := range []string{"shot", "kidnapped", "gunmen", "ambushes", "seized", "stabbing"} {
		if _, ok := g.word(form); !ok {
			t.Errorf("%q is not looked for", form)
		}
	}
}

func BenchmarkGlance(b *testing.B) {
	b.SetBytes(int64(len(filler)))
	for b.Loop() {
		if Glance(filler) {
			b.Fatal("opened")
		}
	}
}

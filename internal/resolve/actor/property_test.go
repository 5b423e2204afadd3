package actor

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

// alive is a day in the life of a and of its name n; none if nothing bounds it.
func alive(a dateline.Actor, n dateline.ActorName) dateline.Date {
	from, to := span(n.From, n.To), span(a.Founded, a.Ended)
	day := max(from.from, to.from)
	for _, end := range []string{from.to, to.to} {
		if day == "" && end != "" {
			day = end
		}
	}
	if day == "" {
		return dateline.Date{}
	}
	return published(day)
}

// Another group's name in a sentence changes nothing but the name: whatever group's own name stands in it, the
// words mean that group, and say why.
func TestEveryOwnNameMeansItsActor(t *testing.T) {
	b := Load()
	n := 0
	for _, a := range b.All() {
		for _, name := range a.Names {
			if name.Weak || name.Script != "" {
				continue
			}
			ms := b.Find(name.Name)
			if len(ms) != 1 || len(ms[0].Actors) != 1 || ms[0].Span.End != len(name.Name) || ms[0].Weak {
				continue // one spelling holds another, or is shared
			}
			n++
			before, after := "Fighters of ", " attacked a post on Monday and killed two soldiers."
			r := b.Resolve(name.Name, Context{Sentence: before + name.Name + after, At: len(before), Published: alive(a, name)})
			if r.Actor != a.ID || !strings.Contains(r.Why, a.Name) {
				t.Errorf("%q: %s, want %s (%s)", name.Name, shorthand(r), a.ID, r.Why)
			}
		}
	}
	if n < 2000 {
		t.Errorf("%d names", n)
	}
}

// A shared name is never one actor's where nothing but the name is told.
func TestNoSharedNameIsOneActorsByItself(t *testing.T) {
	b := Load()
	for _, a := range b.All() {
		for _, name := range a.Names {
			ms := b.Find(name.Name)
			if len(ms) != 1 || !ms[0].Weak || len(ms[0].Actors) < 2 || ms[0].Span.End != len(name.Name) {
				continue
			}
			if r := b.Resolve(name.Name, Context{}); r.State == dateline.Known {
				t.Errorf("%q: %s (%s)", name.Name, shorthand(r), r.Why)
			}
		}
	}
}

// The order of the records makes no difference, nor does that of what a report has told.
func TestOrderMakesNoDifference(t *testing.T) {
	all := slices.Clone(Load().All())
	slices.Reverse(all)
	back := New(all, Load().countries)
	ctx := Context{Countries: []string{"LY", "SD", "PK"}, Actors: []string{"al-qaeda", "hamas", "boko-haram"}}
	xtc := ctx
	xtc.Countries, xtc.Actors = slices.Clone(ctx.Countries), slices.Clone(ctx.Actors)
	slices.Reverse(xtc.Countries)
	slices.Reverse(xtc.Actors)
	for line := range strings.Lines(mentions) {
		words, _, ok := strings.Cut(line, " => ")
		if !ok {
			continue
		}
		x, y := Load().Resolve(words, ctx), back.Resolve(words, xtc)
		if shorthand(x) != shorthand(y) || x.Score != y.Score {
			t.Errorf("%q: %s %v, and in another order %s %v", words, shorthand(x), x.Score, shorthand(y), y.Score)
		}
	}
}

// Marks of direction and letters that show nothing part words and hide nothing; letters of another script are no match.
func TestMarksAndLookAlikes(t *testing.T) {
	for words, want := range map[string]string{
		"\u200fحزب\u200cالله\u200f": "hezbollah", "\u202bBoko Haram\u202c": "boko-haram", "Boko\u200bHaram": "boko-haram",
		"Bоko Haram": "! boko-haram", "Boko Нaram": "! boko-haram", "Hаmas fighters": "! hamas", "حزب": "!",
	} {
		r := Load().Resolve(words, Context{})
		if shorthand(r) != want {
			t.Errorf("%q: %s, want %s (%s)", words, shorthand(r), want, r.Why)
		}
		if strings.HasPrefix(want, "! ") && !strings.Contains(r.Why, "two scripts") {
			t.Errorf("%q: %s", words, r.Why)
		}
	}
}

// A name of thousands of letters or words is somebody's that no record has, and takes no long time.
func TestEndlessNames(t *testing.T) {
	for _, s := range []string{strings.Repeat("A", 5000), strings.Repeat("Army of ", 5000), strings.Repeat("Al-", 5000), strings.Repeat("Front for the Liberation of ", 2000)} {
		start := time.Now()
		r := Load().Resolve(s, Context{Sentence: s})
		if r.State == dateline.Known || r.Why == "" {
			t.Errorf("%.20q...: %+v", s, r)
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%.20q...: %v", s, d)
		}
	}
}

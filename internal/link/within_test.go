package link

import (
	"strings"
	"testing"

	"dateline"
)

// The figures of a list are triggers of several words, which may overlap.
func TestEventsWithOverlappingTriggers(t *testing.T) {
	r := &dateline.Report{Text: "3 dead 4 hurt after a blast"}
	at := func(start, end int, hit string) *event {
		s := &dateline.Statement{Quote: dateline.Span{Start: 0, End: len(r.Text)}, Trigger: dateline.Span{Start: start, End: end}}
		return &event{told: told{s: s, report: r}, hit: map[string]bool{hit: true}}
	}
	if toldAfter(at(0, 13, "guard"), at(7, 13, "clerk")) {
		t.Error("words that overlap are told one after the other")
	}
	if !toldAfter(at(0, 6, "guard"), at(22, 27, "clerk")) {
		t.Error("'after a' is no word of time")
	}
}

// Nouns side by side, each with what it hit, are two events; two verbs may be one.
func TestEventsListedSideBySide(t *testing.T) {
	at := func(text, trigger, rule, hit string) *event {
		r := &dateline.Report{Text: text}
		from := strings.Index(text, trigger)
		s := &dateline.Statement{Quote: dateline.Span{End: len(text)}, Trigger: dateline.Span{Start: from, End: from + len(trigger)}, Rule: rule}
		return &event{told: told{s: s, report: r}, hit: map[string]bool{hit: true}}
	}
	const nouns, verbs = "the bombing of a jet and assaults on the embassy", "gunmen stormed the mosque and killed the imam"
	if a, b := at(nouns, "bombing", "bombing/bombing.n#1", "jet"), at(nouns, "assaults", "attack/assault.n#2", "embassy"); !listed(a, b) || !listed(b, a) {
		t.Error("a jet and an embassy were hit at once")
	}
	if listed(at(nouns, "bombing", "bombing/bombing.n#1", "jet"), at(nouns, "assaults", "attack/assault.n#2", "jet")) {
		t.Error("one thing hit is of two")
	}
	if listed(at(verbs, "stormed", "armed assault/storm.v#1", "mosque"), at(verbs, "killed", "killed/kill.v#1", "imam")) {
		t.Error("two verbs of one assault are two events")
	}
}

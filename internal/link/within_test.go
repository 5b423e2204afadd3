package link

import (
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

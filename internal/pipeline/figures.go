package pipeline

import (
	"dateline"
	"dateline/internal/extract"
	"dateline/internal/resolve/count"
)

// figureRoles are what figures count, as roles.
var figureRoles = map[count.Of]dateline.Role{count.Killed: dateline.KilledRole, count.Wounded: dateline.Wounded,
	count.Captured: dateline.Arrested, count.Missing: dateline.Missing, count.Abducted: dateline.Abducted,
	count.Released: dateline.Released, count.Displaced: dateline.Displaced, count.Fighters: dateline.Fighters}

// figures gives the lists of figures of a text the form that extract reads, and the count of each by
// the words that tell it.
func figures(text string) ([]extract.Figure, map[dateline.Span]dateline.Count) {
	var out []extract.Figure
	counts := map[dateline.Span]dateline.Count{}
	for _, l := range count.Lines(text) {
		for _, f := range l.Figures {
			out = append(out, extract.Figure{Line: l.Span, Words: f.Words, Role: figureRoles[f.Of], Of: string(f.Of), Speaker: f.Speaker})
			counts[f.Words] = f.Count
		}
	}
	return out, counts
}

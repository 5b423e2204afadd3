package web

import (
	"strings"

	"dateline/internal/analysis"
)

// turnLine is one turn of who is held responsible, as a list in time shows it.
type turnLine struct {
	Day    string
	Status string
	Who    shown
	By     string // "" where it is nobody's word
	How    string // how it came to be known
	Notes  []string
}

func (s *site) turnLines(all []analysis.Turn, r *refs) []turnLine {
	var out []turnLine
	for _, t := range all {
		l := turnLine{Day: dayWords(t.Since), Status: string(t.Status), Who: shown{Text: tidy(t.Who), Link: groupLink(t.Actor), Refs: r.of(t.Statements...)}}
		if !t.Said.IsZero() {
			l.Day = dateWords(t.Said)
		}
		if t.Actor != "" && s.book.Name(t.Actor) != l.Who.Text {
			l.Who.Note = s.book.Name(t.Actor)
		}
		if len(t.By) > 0 {
			l.By = voiceWords(t.By[0])
		}
		if t.Way != "" {
			l.How = strings.TrimSpace(t.Way + " " + tidy(t.Where))
		}
		if t.Rival {
			l.Notes = append(l.Notes, "others claim it, too")
		}
		if t.Later != nil {
			l.Notes = append(l.Notes, "later: "+string(t.Later.Status))
		}
		out = append(out, l)
	}
	return out
}

package web

import (
	"context"
	"time"

	"dateline"
)

// wentTo is an incident that a statement went to, and why.
type wentTo struct {
	Incident shown
	Why      []joinLine // nil where nothing had to be joined to it
	More     int        // reasons that are not listed
}

// joinLine is why a statement is of one incident with another.
type joinLine struct {
	With  shown
	Why   string
	Score string
}

// mostJoins is how many reasons a page lists for each incident.
const mostJoins = 6

// wentTo lists the incidents that a statement is of, with what joins it to the others there.
func (s *site) wentTo(ctx context.Context, statement string) ([]wentTo, error) {
	all, err := s.view.BriefOfStatement(ctx, statement)
	if err != nil {
		return nil, err
	}
	var out []wentTo
	for i := range all {
		t := wentTo{Incident: incidentShown(&all[i])}
		if t.Why, t.More, err = s.joins(ctx, &all[i], statement); err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// joins are the links of in that a statement is of, and how many more there are.
func (s *site) joins(ctx context.Context, in *dateline.Incident, statement string) (out []joinLine, more int, err error) {
	var ids []string
	for _, l := range in.Links {
		other := l.B
		if l.B == statement {
			other = l.A
		}
		switch {
		case l.A != statement && l.B != statement:
		case len(out) == mostJoins:
			more++
		default:
			ids = append(ids, other)
			out = append(out, joinLine{Why: upper(l.Why), Score: score(l.Score)})
		}
	}
	if ids == nil {
		return nil, 0, nil
	}
	entries, err := s.view.Statements(ctx, ids)
	if err != nil {
		return nil, 0, err
	}
	for i := range out {
		out[i].With = shown{Text: quoteOf(&entries[i], ids[i]), Note: reportWords(entries[i].Report), Link: "/statements/" + ids[i]}
	}
	return out, more, nil
}

// incidentShown leads to an incident.
func incidentShown(in *dateline.Incident) shown {
	return shown{Text: incidentTitle(in), Link: "/incidents/" + in.ID, Note: plural(len(in.Reports), "report")}
}

// fetchedWords says when a report was read.
func fetchedWords(t time.Time) string {
	if t.IsZero() {
		return "not known"
	}
	return t.UTC().Format("2 January 2006, 15:04 UTC")
}

package web

import (
	"context"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/ledger"
	ruling "dateline/internal/review"
)

// decisionLine is a ruling in the history of a statement or an incident.
type decisionLine struct {
	ID     string
	At     string
	Author string
	Did    string
	On     []shown // the statements
	Reason string
	Fate   string // "" while it is in force
}

// decisions words the rulings on statements, undone and overruled ones too, the oldest first. What they are on besides those
// statements is asked of the ledger.
func (s *site) decisions(ctx context.Context, docket *ruling.Docket, entries []ledger.Entry) ([]decisionLine, error) {
	ids, at := make([]string, len(entries)), byStatement(entries)
	for i := range entries {
		ids[i] = entries[i].Statement.ID
	}
	all := docket.OnAny(ids)
	var others []string
	for _, d := range all {
		for _, on := range d.On {
			if d.Ruling != dateline.Undo && at[on] == nil {
				others = append(others, on)
			}
		}
	}
	if others != nil {
		more, err := s.view.Statements(ctx, unique(others))
		if err != nil {
			return nil, err
		}
		for i := range more {
			at[more[i].Statement.ID] = &more[i]
		}
	}
	var out []decisionLine
	for _, d := range all {
		out = append(out, lineOf(d, at))
	}
	return out, nil
}

// withFormer adds the statements of a report that its last reading does not make any more and that people ruled on, and
// returns the docket of all.
func (s *site) withFormer(ctx context.Context, report string, entries []ledger.Entry, docket *ruling.Docket) ([]ledger.Entry, *ruling.Docket, error) {
	ids, err := s.view.FormerRuled(ctx, report)
	if err != nil || ids == nil {
		return entries, docket, err
	}
	former, err := s.view.Statements(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	for i := range entries {
		ids = append(ids, entries[i].Statement.ID)
	}
	docket, err = s.view.DocketOf(ctx, ids)
	return append(slices.Clip(entries), former...), docket, err
}

// lineOf words one ruling; at has the statements that are at hand.
func lineOf(d ruling.Ruled, at map[string]*ledger.Entry) decisionLine {
	l := decisionLine{ID: d.ID, At: d.At.UTC().Format("2 January 2006, 15:04 UTC"), Author: d.Author, Did: did(d, at), Reason: tidy(d.Reason), Fate: fate(d, at)}
	for _, on := range d.On {
		if d.Ruling == dateline.Undo {
			l.On = append(l.On, shown{Text: "decision " + on})
		} else {
			l.On = append(l.On, shown{Text: quoteOf(at[on], on), Link: "/statements/" + on})
		}
	}
	return l
}

// quoteOf is how a page calls a statement: its words, or what else is known of it.
func quoteOf(e *ledger.Entry, id string) string {
	if e == nil {
		return "statement " + id
	}
	return "“" + tidy(e.Statement.Quote.In(e.Report.Text)) + "”"
}

// did says what a ruling does.
func did(d ruling.Ruled, at map[string]*ledger.Entry) string {
	words := map[dateline.Ruling]string{dateline.Accept: "accepted", dateline.Correct: "corrected", dateline.Reject: "rejected", dateline.Unsure: "is unsure of",
		dateline.Same: "ruled one happening", dateline.NotSame: "ruled two happenings", dateline.Undo: "undid"}[d.Ruling]
	if d.Pair() && d.Ruling == dateline.Unsure {
		words = "is unsure whether these are one happening"
	}
	if d.Ruling == dateline.Undo {
		return words
	}
	if part := partWords(d, at[d.On[0]]); part != "" {
		words += " " + part
	}
	if d.Value != "" {
		words += " to " + d.Value
	}
	return words
}

// partWords names the part of its statement that a ruling is on; "" for the whole, or for the kind.
func partWords(d ruling.Ruled, e *ledger.Entry) string {
	switch {
	case d.Part == dateline.Whole && d.Ruling == dateline.Correct:
		return "the kind"
	case d.Part == dateline.Whole:
		return ""
	case d.Part < dateline.Whole:
		return "the speaker"
	case e == nil || d.Part >= len(e.Statement.Parts):
		return "a part"
	}
	p := e.Statement.Parts[d.Part]
	return "the " + string(p.Role) + " “" + tidy(p.Span.In(e.Report.Text)) + "”"
}

// fate says what became of a ruling that does not count; "" of one that does.
func fate(d ruling.Ruled, at map[string]*ledger.Entry) string {
	switch {
	case d.UndoneBy != "":
		return "undone by decision " + d.UndoneBy
	case len(d.OverruledBy) > 0:
		return "overruled by decision " + strings.Join(d.OverruledBy, ", ")
	case d.Ruling != dateline.Undo && slices.ContainsFunc(d.On, func(id string) bool { return at[id] != nil && at[id].Former }):
		return "orphaned: the last reading of the report does not make this statement any more"
	}
	return ""
}

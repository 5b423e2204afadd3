package web

import "dateline/internal/analysis"

// driftLine is the drift of one figure: where it is first told, and each retelling that altered it.
type driftLine struct {
	Of    string
	First retoldLine
	Steps []retoldLine
}

// retoldLine is a figure as one report tells it.
type retoldLine struct {
	Day     string
	Is      shown // the figure, with the words for it
	Quote   string
	By      string
	From    []ref // the statement that it retells
	Changes []string
}

func driftLines(all []analysis.Chain, r *refs) []driftLine {
	var out []driftLine
	for _, c := range all {
		l := driftLine{Of: upper(c.Of), First: newRetoldLine(c.First, r)}
		for _, s := range c.Steps {
			x := newRetoldLine(s.To, r)
			x.From = r.of(s.From.Statements...)
			for _, a := range s.Changes {
				x.Changes = append(x.Changes, string(a.Drift)+": "+tidy(a.Why))
			}
			l.Steps = append(l.Steps, x)
		}
		out = append(out, l)
	}
	return out
}

func newRetoldLine(t analysis.Retelling, r *refs) retoldLine {
	return retoldLine{Day: dayWords(t.Report.Published.From), Quote: tidy(t.Quote), By: whoWords(t.By),
		Is: shown{Text: tidy(t.Words), Note: reportWords(t.Report), Link: "/reports/" + t.Report.ID, Refs: r.of(t.Statements...)}}
}

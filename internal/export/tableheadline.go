package export

import (
	"io"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/tabular"
)

// headlineRow is a row of headlines.csv.
type headlineRow struct {
	analysis.Headline
	incident string
	reviews  Reviews
}

var headlineColumns = []column[headlineRow]{
	{"incident_id", "The incident.", func(r headlineRow) string { return r.incident }},
	{"toll", "killed, wounded, or another toll that is told.", func(r headlineRow) string { return string(r.Of) }},
	{"rule", "ucdp-blh, acled-lowest, gtd-recent-majority-lowest or ibc-minmax.", func(r headlineRow) string { return string(r.Rule) }},
	{"answer", "figure, zero, unknown or not reported.", func(r headlineRow) string { return string(r.Answer) }},
	{"low", "Least number; empty where the rule has none.", func(r headlineRow) string { return r.cell(r.Low) }},
	{"best", "The number of the rule; empty where it chooses none.", func(r headlineRow) string { return r.cell(r.Best) }},
	{"high", "Greatest number; empty where the rule has none.", func(r headlineRow) string { return r.cell(r.High) }},
	{"bound", "at least where the greatest figure that it rests on is a least one; exact where it is not; empty where there is no figure.", headlineRow.bound},
	{"set_aside", "How many figures the rule leaves out.", func(r headlineRow) string { return integer(len(r.Aside)) }},
	{"statement_ids", "Identifiers of the statements that it rests on, parted by spaces.", func(r headlineRow) string { return tellers(r.Statements) }},
	{"review", "unreviewed, accepted, corrected or rejected: of these statements.", func(r headlineRow) string { return string(r.reviews.Of(r.Statements...)) }},
}

// cell is one number of a headline: NR if nobody tells of any, NA if nobody says how many.
func (r headlineRow) cell(n *int) string {
	switch r.Answer {
	case analysis.NotReported:
		return tabular.NotReported
	case analysis.Uncounted:
		return tabular.Unknown
	}
	return limit(n)
}

func (r headlineRow) bound() string {
	switch {
	case r.Answer == analysis.NotReported || r.Answer == analysis.Uncounted:
		return r.cell(nil)
	case r.Open:
		return "at least"
	}
	return "exact"
}

// headlineTable writes every toll of every incident by each rule.
func (r *release) headlineTable(w io.Writer) error {
	t, err := newTable(w, headlineColumns)
	if err != nil {
		return err
	}
	err = r.tallied(func(in dateline.Incident, all []analysis.Headline) error {
		for _, h := range all {
			if err := t.row(headlineRow{h, in.ID, r.reviews}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return t.end()
}

// batch is how many incidents have their Statements loaded at once.
const batch = 100

// tallied calls do for every incident with its headlines: toll by toll, by each rule.
func (r *release) tallied(do func(dateline.Incident, []analysis.Headline) error) error {
	for at := 0; at < len(r.incidents); at += batch {
		some := r.incidents[at:min(at+batch, len(r.incidents))]
		told, err := cited(r.ctx, r.view, some)
		if err != nil {
			return err
		}
		for _, in := range some {
			if err := do(in, headlines(in, told)); err != nil {
				return err
			}
		}
	}
	return nil
}

// headlines lists the headlines of an incident by each rule, toll by toll.
func headlines(in dateline.Incident, told map[string]analysis.Account) []analysis.Headline {
	var said []analysis.Account
	for _, id := range in.Statements {
		if a, ok := told[id]; ok {
			said = append(said, a)
		}
	}
	figures, by := analysis.NewFigures(in, said), [][]analysis.Headline(nil)
	for _, rule := range analysis.Rules {
		by = append(by, figures.Headlines(rule))
	}
	var out []analysis.Headline
	for i := range by[0] {
		for _, all := range by {
			out = append(out, all[i])
		}
	}
	return out
}

// talliedIncident is a line of incidents.jsonl.
type talliedIncident struct {
	codedIncident
	Headlines []codedHeadline `json:"headlines"`
}

func (r *release) incidentLines(w io.Writer) error {
	return r.tallied(func(in dateline.Incident, all []analysis.Headline) error {
		out := talliedIncident{incident(in, r.reviews), each(all, headlineOf)}
		for i := range out.Headlines {
			out.Headlines[i].Aside = nil // their words are in the statements; here they could name a person
		}
		return encode(w, out)
	})
}

package export

import "dateline"

// codedDated is an expression of time of a report. Date is null where nothing fixes it; Why then says what
// is missing.
type codedDated struct {
	Start int            `json:"start"`
	End   int            `json:"end"`
	Text  string         `json:"text"`
	Date  *codedDate     `json:"date"`
	State dateline.State `json:"state"`
	Why   string         `json:"why,omitempty"`
}

// reportDates lists the expressions of time of a reading, in the order of the text.
func reportDates(r dateline.Reading) []codedDated {
	var out []codedDated
	for _, d := range r.Dates {
		c := codedDated{Start: d.Span.Start, End: d.Span.End, Text: d.Span.In(r.Report.Text), State: d.State}
		if d.Date != nil {
			c.Date = dateOf(*d.Date)
		} else {
			c.Why = d.Why
		}
		out = append(out, c)
	}
	return out
}

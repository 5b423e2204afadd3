package analysis

import (
	"dateline"
)

// Version is a figure of a toll as it was told, on one voice's word, with all who tell it so.
type Version struct {
	Count      *dateline.Count // nil where no figure was told
	Words      string          // of the report that tells it first
	Whom       Counted
	By         []Voice
	Since      string // the first day on which a report tells it, YYYY-MM-DD; "" if unknown
	Reports    int
	Accounts   int // independent ones
	Own        bool
	Aside      string // why it is set aside by every rule: denied, retracted, overtaken; "" if it is not
	Revised    string // the day on which the same voice told another figure; "" if it did not
	RevisedTo  string // that figure in words
	Statements []string
}

// Series is a toll over time.
type Series struct {
	Of       dateline.Role
	Versions []Version // in the order of the days on which they are first told, unknown ones last
}

// Series tells each toll over time, in the order of dateline.Tolls, those that some Statement tells.
func (f *Figures) Series() []Series {
	var out []Series
	support := NewSupports(f.in, f.said)
	for i, of := range dateline.Tolls {
		if all := f.told[i]; len(all) > 0 {
			out = append(out, Series{of, versions(all, support)})
		}
	}
	return out
}

// versions joins the Reckonings of one voice with the same figure.
func versions(all []Reckoning, support Supports) []Version {
	at := map[[3]string]int{}
	var out []Version
	for _, r := range withLess(all) {
		k := [3]string{r.voice(), countKey(r.Count), r.Aside}
		i, seen := at[k]
		if !seen {
			i = len(out)
			at[k] = i
			out = append(out, Version{Count: r.Count, Words: r.Words, Whom: r.Whom, By: r.By, Since: r.Report.Published.From, Own: r.Own, Aside: r.Aside})
		}
		v := &out[i]
		v.Statements = append(v.Statements, r.Statements...)
		if r.Revised != nil {
			v.Revised, v.RevisedTo = r.Revised.Since, r.Revised.Count.String()
		}
	}
	for i := range out {
		s := support.Of(out[i].Statements...)
		out[i].Reports, out[i].Accounts = s.Reports, s.Independent
	}
	return out
}

// withLess lists what a voice told beside its greatest figure behind it.
func withLess(all []Reckoning) []Reckoning {
	var out []Reckoning
	for _, r := range all {
		out = append(append(out, r), r.Less...)
	}
	return out
}

func countKey(c *dateline.Count) string {
	if c == nil {
		return "some"
	}
	return c.String()
}

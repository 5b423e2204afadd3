package analysis

import "dateline"

// NameUse is a name of a group with the time in which reports use it. When a report was published says
// when the name was in use, and no more: the first use found here is not the first use.
type NameUse struct {
	Name
	First, Last dateline.Date // of publication, the earliest and the latest; zero if no report has a date
	Undated     int           // statements in reports without a date
}

// uses dates the names, in their order.
func uses(all []Name, said []Said) []NameUse {
	published := map[string]dateline.Date{}
	for _, s := range said {
		published[s.Statement.ID] = s.Report.Published
	}
	var out []NameUse
	for _, n := range all {
		u := NameUse{Name: n}
		for _, id := range n.Statements {
			u.on(published[id])
		}
		out = append(out, u)
	}
	return out
}

func (u *NameUse) on(d dateline.Date) {
	if d.From == "" {
		u.Undated++
		return
	}
	if u.First.IsZero() || d.From < u.First.From {
		u.First = d
	}
	if u.Last.IsZero() || d.From > u.Last.From {
		u.Last = d
	}
}

// In says how the name stands to a day by the record; Outside for a name that the record does not have.
func (u *NameUse) In(day string) Fit {
	if u.Curated == nil {
		return Outside
	}
	return newPeriod(u.Curated.From, u.Curated.To).at(day)
}

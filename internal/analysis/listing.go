package analysis

import (
	"cmp"
	"slices"

	"dateline"
)

// Listing is one body's designation of a group, by the record or as a report tells it.
type Listing struct {
	By      string                  // the body, in the words of the record or the report; "" if not told
	Actor   string                  // Actor.ID of the body; "" if not known
	Curated *dateline.DesignationBy // nil if a report tells it
	Account *Account                // nil if the record has it
	At      Moment                  // of Account
}

// day is when it was listed; "" if not known.
func (l *Listing) day() string {
	if l.Curated != nil {
		first, _ := daysOf(l.Curated.From)
		return first
	}
	return l.At.day()
}

// In says how a listing of the record stands to a day; of one that a report tells only its words do.
func (l *Listing) In(day string) Fit {
	if l.Curated == nil {
		return Outside
	}
	return newPeriod(l.Curated.From, l.Curated.To).at(day)
}

// listings puts the record's designations and those that reports tell in the order of time, unknown
// last.
func listings(a dateline.Actor, told []Account) []Listing {
	var out []Listing
	for i := range a.Designations {
		d := &a.Designations[i]
		out = append(out, Listing{By: d.By, Curated: d})
	}
	for i := range told {
		l := Listing{Account: &told[i], At: momentOf(&told[i])}
		for _, p := range told[i].In(dateline.Authority) {
			l.By, l.Actor = cmp.Or(l.By, p.Full()), cmp.Or(l.Actor, p.Actor())
		}
		out = append(out, l)
	}
	slices.SortStableFunc(out, func(x, y Listing) int { return compareKeys(x.day(), y.day()) })
	return out
}

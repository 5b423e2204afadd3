package analysis

import (
	"slices"

	"dateline"
)

// Likeness says how an account stands to the best supported one of its field.
type Likeness string

// The likenesses.
const (
	Alike   Likeness = ""        // the same, or the best supported one itself
	Looser  Likeness = "looser"  // both can be true: a wider or narrower time, place, number or kind
	Differs Likeness = "differs" // both cannot be true as told
)

// Row is one field of an incident as each report tells it.
type Row[T any] struct {
	Cells [][]Cell[T] // by report, as Incident.Reports; an empty one: the report does not say
	Split bool        // two accounts of it cannot both be true
}

// Cell is one account within one report.
type Cell[T any] struct {
	Value      T
	Statements []string // of that report
	Likeness   Likeness
}

// Comparison puts the accounts of an incident side by side, a column for each report.
type Comparison struct {
	Kinds        Row[dateline.Kind]
	Dates        Row[dateline.Date]
	Places       Row[dateline.Place]
	Perpetrators Row[dateline.Responsible]
	Targets      Row[dateline.Party]
	Victims      Row[dateline.Party]
	Weapons      Row[dateline.Party]
	Tolls        []TollRow // in the order of dateline.Tolls, those that some report has
}

// TollRow is how many people something befell.
type TollRow struct {
	Of dateline.Role
	Row[dateline.Toll]
}

// Compare sorts every account of in under the reports that have it. said holds the Statements of in.
func Compare(in dateline.Incident, said []Account) Comparison {
	at := columns(in.Reports, said)
	n := len(in.Reports)
	anyParty := func(dateline.Party, dateline.Party) Likeness { return Alike }
	c := Comparison{
		Kinds:        row(n, headed(in), at, likeKinds),
		Dates:        row(n, in.Dates, at, likeDates),
		Places:       row(n, in.Places, at, likePlaces),
		Perpetrators: row(n, in.Perpetrators, at, func(dateline.Responsible, dateline.Responsible) Likeness { return Alike }),
		Targets:      row(n, in.Targets, at, anyParty),
		Victims:      row(n, in.Victims, at, anyParty),
		Weapons:      row(n, in.Weapons, at, anyParty),
	}
	for _, role := range dateline.Tolls {
		var of []dateline.Told[dateline.Toll]
		for _, t := range in.Tolls {
			if t.Value.Of == role {
				of = append(of, t)
			}
		}
		if len(of) > 0 {
			c.Tolls = append(c.Tolls, TollRow{role, row(n, of, at, likeTolls)})
		}
	}
	return c
}

// headed lists the kinds of in with the one that it is called by first.
func headed(in dateline.Incident) []dateline.Told[dateline.Kind] {
	out := slices.Clone(in.Kinds)
	slices.SortStableFunc(out, func(x, y dateline.Told[dateline.Kind]) int {
		return bound(y.Value == in.Kind) - bound(x.Value == in.Kind)
	})
	return out
}

// columns says in which column each Statement's report stands.
func columns(reports []string, said []Account) map[string]int {
	column, at := map[string]int{}, map[string]int{}
	for i, id := range reports {
		column[id] = i
	}
	for _, a := range said {
		if i, ok := column[a.Report.ID]; ok {
			at[a.ID] = i
		}
	}
	return at
}

// row sorts the accounts of one field into n columns. The first account is the one that the others
// are compared with; Split looks at all pairs.
func row[T any](n int, told []dateline.Told[T], at map[string]int, like func(best, other T) Likeness) Row[T] {
	r := Row[T]{Cells: make([][]Cell[T], n)}
	for i, t := range told {
		of := map[int][]string{} // by column
		for _, id := range t.Statements {
			if col, ok := at[id]; ok {
				of[col] = append(of[col], id)
			}
		}
		for col := range n {
			if of[col] != nil {
				r.Cells[col] = append(r.Cells[col], Cell[T]{t.Value, of[col], like(told[0].Value, t.Value)})
			}
		}
		for _, u := range told[:i] {
			r.Split = r.Split || like(u.Value, t.Value) == Differs
		}
	}
	return r
}

func likeDates(x, y dateline.Date) Likeness {
	switch {
	case x.EDTF == y.EDTF:
		return Alike
	case !x.Fixed() || !y.Fixed() || x.Meets(y):
		return Looser
	}
	return Differs
}

// likePlaces compares places by what holds them; a region or a name in no gazetteer may hold
// anything.
func likePlaces(x, y dateline.Place) Likeness {
	switch {
	case x.ID == y.ID && x.Name == y.Name:
		return Alike
	case x.Country != "" && y.Country != "" && x.Country != y.Country:
		return Differs
	case x.Precision == dateline.Near || y.Precision == dateline.Near:
		return Looser // 'outside Moscow' may lie in the next province
	case x.Admin1 != "" && y.Admin1 != "" && x.Admin1 != y.Admin1:
		return Differs
	case x.Precision == dateline.Settlement && y.Precision == dateline.Settlement:
		return Differs
	}
	return Looser
}

func likeTolls(x, y dateline.Toll) Likeness {
	switch {
	case x.Count.Equal(y.Count):
		return Alike
	case x.Count.Meets(y.Count):
		return Looser
	}
	return Differs
}

// likeKinds takes 'attack', and what befell people, as wider than any other kind of violence.
func likeKinds(x, y dateline.Kind) Likeness {
	wide := func(k dateline.Kind) bool { return k == dateline.Attack || k.Family() != dateline.Violence }
	switch {
	case x == y:
		return Alike
	case wide(x) || wide(y), both(x, y, dateline.Bombing, dateline.SuicideBombing), both(x, y, dateline.Abduction, dateline.HostageTaking):
		return Looser
	}
	return Differs
}

// both reports whether x and y are a and b, in either order: a wider and a narrower word.
func both(x, y, a, b dateline.Kind) bool { return x == a && y == b || x == b && y == a }

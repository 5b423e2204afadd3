// Package selection knows the one query: which incidents a reader wants, and what there is to narrow them by. It is
// pure: the words of a search are matched by the ledger, which hands over what it found.
//
// A Query is read from an address and written to it, so that every view of a selection is a link. An Index holds the
// Line of every incident, with the values of each Facet as numbers, so that 100,000 incidents are narrowed and counted in
// milliseconds. A Selection is the Lines that a Query lets through, in its order, with the count of each value of each
// Facet: of the incidents that all else in the Query lets through, so that a reader sees what ticking it would give.
package selection

import (
	"cmp"
	"slices"

	"dateline"
)

// Selection is what a Query lets through.
type Selection struct {
	Query  Query
	All    int              // incidents in the Index
	Lines  []*dateline.Line // in the order that Query.Order names; shared, not to be changed
	Facets []Facet          // in the order of Names
	Bins   []Bin            // by year, oldest first; of what all but From and To lets through
	Ranked bool             // Lines are in the order of the best match
	Seen   int              // of Lines, those with a Statement that a person ruled on
}

// Facet is one way to narrow a Selection.
type Facet struct {
	Name   string // as in Names, and in the address
	Values []Value
}

// Value is a value of a Facet, and how many incidents of a Selection have it.
type Value struct {
	Value  string
	Count  int
	Picked bool // the Query asks for it
}

// Bin is how many incidents a year has: of those with a fixed date, by its first day.
type Bin struct {
	Year  string // YYYY
	Count int
}

// Found is what the ledger found for Query.Text: identifiers, the best match first if they are Ranked.
type Found struct {
	IDs    []string
	Ranked bool
}

// Select returns what q lets through of x. found is used if q.Text is set, and only then.
func (x *Index) Select(q Query, found Found) Selection {
	s := Selection{Query: q, All: len(x.lines), Ranked: q.Text != "" && found.Ranked}
	rank := x.rank(q, found)
	wants, span := x.wants(q), x.days.span(q)
	counts, begun := x.newCounts(), make([]int, len(x.days.list))
	for i := range x.lines {
		if rank != nil && rank[i] < 0 {
			continue
		}
		failed, which := x.fails(i, wants)
		if failed > 1 {
			continue
		}
		switch inTime := x.days.has(span, i); {
		case failed == 0 && inTime:
			s.Lines = append(s.Lines, &x.lines[i])
			counts.all(x, i)
			if x.seen[i] {
				s.Seen++
			}
		case inTime:
			counts.one(x, i, which)
		}
		if failed == 0 && x.days.from[i] >= 0 {
			begun[x.days.from[i]]++
		}
	}
	s.Facets, s.Bins = counts.facets(x, q), x.days.bins(begun)
	x.order(&s, rank)
	return s
}

// rank gives each Line its place among what a search found, -1 for those it did not find; nil without a search.
func (x *Index) rank(q Query, found Found) []int32 {
	if q.Text == "" {
		return nil
	}
	rank := make([]int32, len(x.lines))
	for i := range rank {
		rank[i] = -1
	}
	for n, id := range found.IDs {
		if i, ok := x.byID[id]; ok {
			rank[i] = int32(n)
		}
	}
	return rank
}

// order puts the Lines of s, which are by date, into the order that its Query asks for.
func (x *Index) order(s *Selection, rank []int32) {
	at := func(l *dateline.Line) int32 { return rank[x.byID[l.ID]] }
	switch by := s.Query.Order; {
	case by == Oldest:
	case by == Accounts:
		slices.Reverse(s.Lines)
		slices.SortStableFunc(s.Lines, func(a, b *dateline.Line) int { return b.Independent - a.Independent })
	case s.Ranked && (by == "" || by == Relevance):
		slices.SortFunc(s.Lines, func(a, b *dateline.Line) int { return cmp.Compare(at(a), at(b)) })
	default:
		dated := slices.IndexFunc(s.Lines, func(l *dateline.Line) bool { return !l.Date.Fixed() })
		if dated < 0 {
			dated = len(s.Lines)
		}
		slices.Reverse(s.Lines[:dated])
	}
}

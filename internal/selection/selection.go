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
	"math/bits"
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

// Found is what the ledger found for Query.Text: numbers of Lines as Index.Number has them, the best match first if they
// are Ranked. Those below 0 are left out.
type Found struct {
	Lines  []int32
	Ranked bool
}

// Select returns what q lets through of x. found is used if q.Text is set, and only then.
func (x *Index) Select(q Query, found Found) Selection {
	s := Selection{Query: q, All: len(x.lines), Ranked: q.Text != "" && found.Ranked}
	rank := x.rank(q, found)
	wants, span := x.wants(q), x.days.span(q)
	misses := x.misses(wants)
	counts, begun := x.newCounts(), make([]int, len(x.days.list))
	var through []int32
	for i := range x.lines {
		if rank != nil && rank[i] < 0 {
			continue
		}
		var missed uint16
		if misses != nil {
			missed = misses[i]
		}
		if missed&(missed-1) != 0 {
			continue // more than one
		}
		switch inTime := x.days.has(span, i); {
		case missed == 0 && inTime:
			through = append(through, int32(i))
			if x.seen[i] {
				s.Seen++
			}
		case inTime:
			counts.one(x, i, wants[bits.TrailingZeros16(missed)].col)
		}
		if missed == 0 && x.days.from[i] >= 0 {
			begun[x.days.from[i]]++
		}
	}
	counts.all(x, through)
	s.Facets, s.Bins = counts.facets(x, q), x.days.bins(begun)
	x.order(through, s, rank)
	s.Lines = x.at(through)
	return s
}

// at returns Lines by number; nil for none.
func (x *Index) at(numbers []int32) []*dateline.Line {
	if numbers == nil {
		return nil
	}
	out := make([]*dateline.Line, len(numbers))
	for i, n := range numbers {
		out[i] = &x.lines[n]
	}
	return out
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
	for n, i := range found.Lines {
		if i >= 0 {
			rank[i] = int32(n)
		}
	}
	return rank
}

// order puts the numbers of Lines, which are by date, into the order that the Query of s asks for.
func (x *Index) order(through []int32, s Selection, rank []int32) {
	switch by := s.Query.Order; {
	case by == Oldest:
	case by == Accounts:
		slices.Reverse(through)
		slices.SortStableFunc(through, func(a, b int32) int { return x.lines[b].Independent - x.lines[a].Independent })
	case s.Ranked && (by == "" || by == Relevance):
		slices.SortFunc(through, func(a, b int32) int { return cmp.Compare(rank[a], rank[b]) })
	default:
		dated := slices.IndexFunc(through, func(i int32) bool { return x.days.from[i] < 0 })
		if dated < 0 {
			dated = len(through)
		}
		slices.Reverse(through[:dated])
	}
}

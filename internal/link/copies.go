package link

import (
	"cmp"
	"slices"
	"strings"
)

// Which reports of an incident are one account.
//
// A report is a copy of an earlier one, in the order of dates, if at least half of the runs of five words
// of the shorter one stand in the other: of the whole texts, or of the sentences that tell the incident
// without what they quote, for two who were at one press conference quote the same words. (Two that are
// little else than the same words of a third are one account, the third's.) It is a retelling of another
// if it tells the incident on the word of that one's publisher and no figure speaks against it: every role
// that both count has a figure that both tell. Two that tell it on the word of a third, with such
// figures, are one account of the third's, kept or not.
//
// The border: a report that tells a figure which the other does not tell, on the word of a speaker who is
// no outlet and does not speak in the other, has done work of its own, and is an account of its own
// whatever else it copied. A figure alone (a misprint, a later count by the same police) or a speaker alone
// (the same figure in another mouth) is not enough, for both come about by copying.
//
// Of reports of one day the one that tells the most figures is taken for the earlier one: what is cut from a
// text is a copy of the text.
//
// Each report leads to at most one other, so that a copy of what two accounts share does not make them
// one; outlets that lead to each other in a ring are one account. All this depends on the reports and on
// what they tell alone, and not on the order in which they were read.

// copyShare is the share of word runs that two texts must have in common to count as copies; enoughText and
// enoughLines are the least that they must have in common, for two may write one short sentence alike.
const (
	copyShare   = 0.5
	enoughText  = 8
	enoughLines = 12
)

// fullestFirst puts the origins, in the order of days, in the order of days and then of how many different figures they tell, the most first.
func fullestFirst(os []*Origin, days []string) []*Origin {
	if len(os) < 2 {
		return os
	}
	order, figures := make([]int, len(os)), make([]int, len(os))
	for i, o := range os {
		order[i] = i
		for k, f := range o.Figures {
			if !slices.ContainsFunc(o.Figures[:k], func(g Figure) bool { return f.Of == g.Of && f.Count.Equal(g.Count) }) {
				figures[i]++
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(strings.Compare(days[a], days[b]), figures[b]-figures[a])
	})
	out := make([]*Origin, len(os))
	for i, k := range order {
		out[i] = os[k]
	}
	return out
}

// accounts lists the groups of two or more reports that are one account, and counts the accounts. The origins
// are of one incident, one of each report, in the order of dates, and so are the groups and their reports.
func accounts(os []*Origin) (groups [][]string, independent int) {
	if len(os) < 2 {
		return nil, len(os)
	}
	at := map[int]int{}
	var all [][]string
	for i, lead := range rooted(credited(os, copied(os))) {
		k, ok := at[lead]
		if !ok {
			k, at[lead] = len(all), len(all)
			all = append(all, nil)
		}
		all[k] = append(all[k], os[i].Report)
	}
	for _, g := range all {
		if len(g) > 1 {
			groups = append(groups, g)
		}
	}
	return groups, len(all)
}

// crowded is the most accounts that are looked at by one run of words, or one credit and figure. What as
// many accounts hold already is no evidence for any one of them.
const crowded = 4

// copied gives for each version the first one of which it is a copy, by itself or through another; itself if
// it is none. Each run of words leads to the first versions that hold it, one an account, so that the
// work grows with the words and not with the pairs.
func copied(os []*Origin) []int {
	lead := make([]int, len(os))
	text, lines := holders{}, holders{}
	for i, o := range os {
		lead[i] = i
		if k := original(os, i, text.find(o.Text), lines.find(o.Lines)); k >= 0 {
			lead[i] = lead[k]
		}
		text.add(o.Text, i, lead)
		lines.add(o.Lines, i, lead)
	}
	return lead
}

// holders are the first versions that hold a run of words.
type holders map[uint64][]int

func (h holders) add(s Sketch, i int, lead []int) {
	for _, x := range s {
		have := h[x]
		if len(have) < crowded && !slices.ContainsFunc(have, func(k int) bool { return lead[k] == lead[i] }) {
			h[x] = append(have, i)
		}
	}
}

// find lists the versions that share most runs with s, at most twice crowded of them, ties by order.
func (h holders) find(s Sketch) []int {
	votes := map[int]int{}
	for _, x := range s {
		for _, k := range h[x] {
			votes[k]++
		}
	}
	var out []int
	for k := range votes {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b int) int {
		if votes[a] != votes[b] {
			return votes[b] - votes[a]
		}
		return a - b
	})
	return out[:min(len(out), 2*crowded)]
}

// original gives the candidate of which version i is most a copy, the first of equals; -1 if of none.
func original(os []*Origin, i int, lists ...[]int) int {
	best, most := -1, 0.0
	for _, k := range slices.Concat(lists...) {
		s := max(containment(os[i].Text, os[k].Text, enoughText), containment(os[i].Lines, os[k].Lines, enoughLines))
		if s >= copyShare && (s > most || s == most && k < best) && !os[i].adds(os[k]) {
			best, most = k, s
		}
	}
	return best
}

// rooted follows each version to the end of its way; those that lead to each other, to the least of them.
func rooted(to []int) []int {
	root := make([]int, len(to))
	for i := range root {
		root[i] = i
	}
	var find func(i int) int
	find = func(i int) int {
		if root[i] != i {
			root[i] = find(root[i])
		}
		return root[i]
	}
	for i, k := range to {
		a, b := find(i), find(k)
		root[max(a, b)] = min(a, b)
	}
	for i := range root {
		root[i] = find(i)
	}
	return root
}

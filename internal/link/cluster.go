package link

import (
	"sort"
	"strings"

	"dateline"
)

// cluster is events taken for one happening, with the reasons. Members are indices, ascending.
type cluster struct {
	members []int
	links   []dateline.Link
}

// join unites events by the pairs from the best down. A pair is passed over where a member of the one
// cluster blocks a member of the other, where people ruled that they are not the same, or where an
// event without a date fits two dated clusters equally well. Last it unites what people ruled to be
// the same, whatever blocks it. The clusters come in the order of their first events.
func join(es []*event, ps []pair, ruled ruling) []*cluster {
	of := make([]*cluster, len(es))
	for i := range es {
		of[i] = &cluster{members: []int{i}}
	}
	open := undecided(es, ps)
	for _, p := range ps {
		if of[p.a] == of[p.b] || open[p.a] && dated(es[p.b]) || open[p.b] && dated(es[p.a]) {
			continue
		}
		if !blocked(es, of[p.a], of[p.b], ruled) {
			unite(of, es, p.a, p.b, min(p.score, 1), strings.Join(p.why, "; "))
		}
	}
	for _, k := range ruledPairs(es, ruled) {
		unite(of, es, k[0], k[1], 1, "a person ruled that they are the same")
	}
	return distinct(of)
}

// ruledPairs returns the pairs of event indices that people ruled the same, in order.
func ruledPairs(es []*event, ruled ruling) [][2]int {
	at := map[string]int{}
	for i, e := range es {
		at[e.s.ID] = i
		for _, m := range e.more {
			at[m.s.ID] = i
		}
	}
	var out [][2]int
	for k, yes := range ruled.same {
		a, ok1 := at[k[0]]
		b, ok2 := at[k[1]]
		if yes && ok1 && ok2 && a != b {
			out = append(out, [2]int{min(a, b), max(a, b)})
		}
	}
	sort.Slice(out, func(x, y int) bool {
		return out[x][0] < out[y][0] || out[x][0] == out[y][0] && out[x][1] < out[y][1]
	})
	return out
}

// undecided marks the events without a date for which two dated events that block each other fit
// about as well: they stay alone, which is honest.
func undecided(es []*event, ps []pair) map[int]bool {
	best := map[int]pair{}
	out := map[int]bool{}
	for _, p := range ps {
		for _, k := range [][2]int{{p.a, p.b}, {p.b, p.a}} {
			lone, other := k[0], k[1]
			if dated(es[lone]) || !dated(es[other]) {
				continue
			}
			first, seen := best[lone]
			if !seen {
				best[lone] = pair{a: lone, b: other, verdict: p.verdict}
			} else if first.score-p.score < 0.1 && compare(es[first.b], es[other]).blocked {
				out[lone] = true
			}
		}
	}
	return out
}

func dated(e *event) bool { return len(e.dates) > 0 }

// unite puts the clusters of a and b together and notes why.
func unite(of []*cluster, es []*event, a, b int, score float64, why string) {
	l := dateline.Link{A: es[a].s.ID, B: es[b].s.ID, Score: score, Why: why}
	if l.A > l.B {
		l.A, l.B = l.B, l.A
	}
	x, y := of[a], of[b]
	if x == y {
		return
	}
	x.members = append(x.members, y.members...)
	sort.Ints(x.members)
	x.links = append(append(x.links, y.links...), l)
	for _, m := range y.members {
		of[m] = x
	}
}

// blocked reports whether any member of x blocks any member of y.
func blocked(es []*event, x, y *cluster, ruled ruling) bool {
	for _, i := range x.members {
		for _, j := range y.members {
			if ruled.notSame[pairKey(es[i].s.ID, es[j].s.ID)] || compare(es[i], es[j]).blocked {
				return true
			}
		}
	}
	return false
}

// distinct lists each cluster once, in the order of first members.
func distinct(of []*cluster) []*cluster {
	seen := map[*cluster]bool{}
	var out []*cluster
	for _, c := range of {
		if !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return out
}

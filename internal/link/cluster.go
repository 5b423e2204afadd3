package link

import (
	"cmp"
	"slices"
	"sort"

	"dateline"
)

// pair is two members of a group, by index, with the score of their comparison.
type pair struct {
	a, b  int
	score float64
}

// cluster is members of a group that are taken for one, with the reasons in the order in which they were
// found. Members are indices, ascending.
type cluster struct {
	members []int
	links   []dateline.Link
	sorts   []int // one member of each sort of alike ones
}

// group is what is to be joined: events of a report, or tellings of several.
type group struct {
	ids    []string // Statement.ID, by which ties are broken and links named; none twice
	dated  []bool
	alike  []int // members of the same number block the same others
	blocks func(i, j int) bool
	why    func(i, j int) (score float64, why string)

	ties *ties // what people ruled

	links []dateline.Link // why members were united, in the order in which they were
	from  []int           // a member of each link
}

// join unites members by the pairs from the best down, ties by identifier. A pair is passed over where a
// member of the one cluster blocks a member of the other, where people ruled that they are not the same or that
// it is not clear, or where a member without a date fits two dated clusters equally well. Last it unites what people ruled to be
// the same, whatever blocks it. The clusters come in the order of their first members.
func (g *group) join(ps []pair) []*cluster {
	ps = slices.DeleteFunc(ps, func(p pair) bool { return g.ties.forbidden(p.a, p.b) })
	slices.SortFunc(ps, g.better)
	of := make([]*cluster, len(g.ids))
	for i := range of {
		of[i] = &cluster{members: []int{i}, sorts: []int{i}}
	}
	open := g.undecided(ps)
	for _, p := range ps {
		if of[p.a] == of[p.b] || open[p.a] && g.dated[p.b] || open[p.b] && g.dated[p.a] {
			continue
		}
		if !g.ties.apart(p.a, p.b) && !g.blocked(of, p) {
			score, why := g.why(p.a, p.b)
			k := pairKey(g.ids[p.a], g.ids[p.b])
			g.unite(of, p.a, p.b, dateline.Link{A: k[0], B: k[1], Score: score, Why: why})
			g.ties.tie(p.a, p.b)
		}
	}
	g.ties.rule(func(a, b int) bool { return of[a] == of[b] }, func(a, b int, l dateline.Link) { g.unite(of, a, b, l) })
	return g.distinct(of)
}

// better orders pairs: the best first, then by identifier.
func (g *group) better(p, q pair) int {
	if p.score != q.score {
		return cmp.Compare(q.score, p.score)
	}
	pk, qk := pairKey(g.ids[p.a], g.ids[p.b]), pairKey(g.ids[q.a], g.ids[q.b])
	return cmp.Or(cmp.Compare(pk[0], qk[0]), cmp.Compare(pk[1], qk[1]))
}

// undecided marks the members without a date for which two dated members that block each other fit
// about as well: they stay alone, which is honest.
func (g *group) undecided(ps []pair) map[int]bool {
	best := map[int]pair{} // b is the dated one
	out := map[int]bool{}
	for _, p := range ps {
		for _, k := range [][2]int{{p.a, p.b}, {p.b, p.a}} {
			lone, other := k[0], k[1]
			if g.dated[lone] || !g.dated[other] || out[lone] {
				continue
			}
			first, seen := best[lone]
			if !seen {
				best[lone] = pair{lone, other, p.score}
			} else if first.score-p.score < 0.1 && g.alike[first.b] != g.alike[other] && g.blocks(first.b, other) {
				out[lone] = true
			}
		}
	}
	return out
}

// unite puts the clusters of a and b together, if they are two, and notes why.
func (g *group) unite(of []*cluster, a, b int, why dateline.Link) {
	g.links, g.from = append(g.links, why), append(g.from, a)
	x, y := of[a], of[b]
	if x == y {
		return
	}
	if len(x.members) < len(y.members) {
		x, y = y, x
	}
	x.members = append(x.members, y.members...)
	for _, m := range y.members {
		of[m] = x
	}
	for _, m := range y.sorts {
		if !slices.ContainsFunc(x.sorts, func(k int) bool { return g.alike[k] == g.alike[m] }) {
			x.sorts = append(x.sorts, m)
		}
	}
}

// blocked reports whether any member of p's one cluster blocks any member of the other.
func (g *group) blocked(of []*cluster, p pair) bool {
	x, y := of[p.a], of[p.b]
	for _, i := range x.sorts {
		for _, j := range y.sorts {
			if g.alike[i] != g.alike[j] && g.blocks(i, j) {
				return true
			}
		}
	}
	return false
}

func pairKey(a, b string) [2]string {
	if a > b {
		a, b = b, a
	}
	return [2]string{a, b}
}

// distinct lists each cluster once, in the order of first members, its members in order.
func (g *group) distinct(of []*cluster) []*cluster {
	seen := map[*cluster]bool{}
	var out []*cluster
	for _, c := range of {
		if !seen[c] {
			seen[c] = true
			sort.Ints(c.members)
			out = append(out, c)
		}
	}
	for i, l := range g.links {
		c := of[g.from[i]]
		c.links = append(c.links, l)
	}
	return out
}

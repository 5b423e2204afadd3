package link

import (
	"cmp"
	"math"
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
	sorts   []ofScene // its members by what they exclude
	beside  []int     // its members that say more of some others than their sort does
	first   []int     // the first of its members, as many as count in odds
}

// ofScene is members that have the same votes, by one of them.
type ofScene struct{ member, count int }

// ballot is what two members say on whether they can be one: 1 for, -1 against, 0 where one is silent.
type ballot struct{ kind, day, place int }

// never is a vote against that no others outweigh.
const never = math.MinInt32

// no reports whether one thing speaks against it.
func (b ballot) no() bool { return b.kind < 0 || b.day < 0 || b.place < 0 }

// add counts b n times.
func (b *ballot) add(c ballot, n int) {
	b.kind, b.day, b.place = b.kind+n*c.kind, b.day+n*c.day, b.place+n*c.place
}

// besideVote is what a member says of another besides what their sorts say.
type besideVote struct {
	on int
	ballot
}

// group is what is to be joined: events of a report, or tellings of several.
type group struct {
	ids   []string // Statement.ID, by which ties are broken and links named; none twice
	dated []bool
	alike []int // members of the same number have the same votes
	votes func(i, j int) ballot
	more  map[int][]besideVote // what members say of others besides, on both sides; nil for nothing
	why   func(i, j int) (score float64, why string)
	odds  func(i, j int) (log float64, known bool) // how likely two are one; nil where a pair is enough

	several []bool              // which tell several happenings at once
	beside  func(i, j int) bool // whether one of two is a whole of which the other is a part; nil for none

	datedFirst bool    // those with dates are joined before the others
	margin     float64 // two scores that are no further apart are about as good

	ties *ties // what people ruled

	links []dateline.Link // why members were united, in the order in which they were
	from  []int           // a member of each link
}

// join unites members by the pairs from the best down, ties by identifier. A pair is passed over where more
// members of the one cluster are against members of the other than for them, in what they are, when or where:
// one report's wrong day does not keep the others apart, and reports that tell no day have no vote on it; where the
// two are unlike; where
// people ruled that they are not the same or that it is not clear; or where a member without a date fits two dated
// clusters equally well. Last it unites what people ruled to be
// the same, whatever speaks against it. The clusters come in the order of their first members.
func (g *group) join(ps []pair) []*cluster {
	ps = slices.DeleteFunc(ps, func(p pair) bool { return g.ties.forbidden(p.a, p.b) })
	slices.SortFunc(ps, g.better)
	of := make([]*cluster, len(g.ids))
	for i := range of {
		of[i] = &cluster{members: []int{i}, sorts: []ofScene{{i, 1}}, first: []int{i}}
		if len(g.more[i]) > 0 {
			of[i].beside = []int{i}
		}
	}
	for _, p := range ps {
		if g.datedFirst && g.dated[p.a] && g.dated[p.b] && g.open(of, p) {
			g.tie(of, p)
		}
	}
	rivals := pairsOf(ps, len(g.ids))
	for _, p := range ps {
		if g.open(of, p) && !g.undecided(of, rivals, p) {
			g.tie(of, p)
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

// open reports whether a pair may unite two clusters.
func (g *group) open(of []*cluster, p pair) bool {
	return of[p.a] != of[p.b] && !g.ties.apart(p.a, p.b) && !g.blocked(of, p.a, p.b) && !g.unlike(of[p.a], of[p.b])
}

// How many members of a cluster it is known by to others, how far the odds of two count, and the mean of them below
// which two clusters are not joined: a pair of which little is told has odds somewhat against it.
const (
	fewFirst   = 6
	mostOdds   = 5.0
	unlikeFrom = -2.0
)

// unlike reports whether the first members of two clusters are, by the mean of their odds, two and not one: a
// chain of pairs does not join what is unlike at its ends.
func (g *group) unlike(x, y *cluster) bool {
	if g.odds == nil || len(x.first)*len(y.first) == 1 {
		return false
	}
	sum := 0.0
	for _, i := range x.first {
		for _, j := range y.first {
			if o, known := g.odds(i, j); known {
				sum += min(mostOdds, o)
			}
		}
	}
	return sum < unlikeFrom*float64(len(x.first)*len(y.first))
}

// tie unites the clusters of a pair by what speaks for it.
func (g *group) tie(of []*cluster, p pair) {
	score, why := g.why(p.a, p.b)
	k := pairKey(g.ids[p.a], g.ids[p.b])
	g.unite(of, p.a, p.b, dateline.Link{A: k[0], B: k[1], Score: score, Why: why})
	g.ties.tie(p.a, p.b)
}

// pairsOf lists the pairs of each member, in their order.
func pairsOf(ps []pair, n int) [][]pair {
	out := make([][]pair, n)
	for _, p := range ps {
		out[p.a], out[p.b] = append(out[p.a], p), append(out[p.b], p)
	}
	return out
}

// meant reports whether of a whole and its part the one is meant that tells as many happenings as the lone member does.
func (g *group) meant(lone, other, rival int) bool {
	return g.beside != nil && g.beside(other, rival) && g.several[other] == g.several[lone]
}

// undecided reports whether one of p has no date and the other has, and another dated one that is against that other
// fits about as well: it stays out, which is honest.
func (g *group) undecided(of []*cluster, pairs [][]pair, p pair) bool {
	for _, k := range [][2]int{{p.a, p.b}, {p.b, p.a}} {
		lone, other := k[0], k[1]
		if g.dated[lone] || !g.dated[other] {
			continue
		}
		for _, q := range pairs[lone] {
			rival := q.a + q.b - lone
			if q.score < p.score-g.margin {
				break
			}
			if g.dated[rival] && of[rival] != of[other] && of[rival] != of[lone] && !g.meant(lone, other, rival) && g.blocked(of, rival, other) {
				return true
			}
		}
	}
	return false
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
	x.beside = append(x.beside, y.beside...)
	x.first = append(slices.Clone(x.first), y.first...)
	slices.Sort(x.first)
	x.first = x.first[:min(len(x.first), fewFirst)]
	for _, m := range y.members {
		of[m] = x
	}
	for _, m := range y.sorts {
		k := slices.IndexFunc(x.sorts, func(k ofScene) bool { return g.alike[k.member] == g.alike[m.member] })
		if k < 0 {
			x.sorts = append(x.sorts, m)
		} else {
			x.sorts[k].count += m.count
		}
	}
}

// blocked reports whether the clusters of two members are against each other, by the votes of all their members.
func (g *group) blocked(of []*cluster, a, b int) bool {
	x, y := of[a], of[b]
	var sum ballot
	for _, i := range x.sorts {
		for _, j := range y.sorts {
			sum.add(g.votes(i.member, j.member), i.count*j.count)
		}
	}
	if len(y.beside) < len(x.beside) {
		x, y = y, x
	}
	for _, i := range x.beside {
		for _, v := range g.more[i] {
			if of[v.on] == y {
				sum.add(v.ballot, 1)
			}
		}
	}
	return sum.no()
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

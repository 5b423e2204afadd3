package link

import (
	"slices"
	"sort"

	"dateline"
)

// component is tellings that pairs over the threshold, or people, tie together, and all such pairs among them: what
// can be joined without a look at anything else. The tellings are in their order (earlier), and pairs name them by
// index.
type component struct {
	tellings []*Telling
	pairs    []pair
}

// components compares tellings and parts them into components, in the order of their first IDs.
func components(ts []*Telling, ruled ruling) []component {
	ts = slices.Clone(ts)
	sort.Slice(ts, func(a, b int) bool { return ts[a].ID < ts[b].ID })
	ps := candidates(ts)
	f := newForest(len(ts))
	for _, p := range ps {
		f.tie(p.a, p.b)
	}
	at := map[string]int{}
	for i, t := range ts {
		t.place(at, i)
	}
	ruled.tieAll(at, f.tie)
	return f.parts(ts, ps)
}

// place notes that all Statements of a telling stand at index i.
func (t *Telling) place(at map[string]int, i int) {
	for _, s := range t.Heads {
		at[s] = i
	}
	for _, s := range t.Also {
		at[s] = i
	}
}

// forest is indices in sets that are tied together.
type forest []int32

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = int32(i)
	}
	return f
}

func (f forest) root(i int) int {
	for int(f[i]) != i {
		f[i] = f[f[i]]
		i = int(f[i])
	}
	return i
}

func (f forest) tie(a, b int) { f[f.root(a)] = int32(f.root(b)) }

// parts lists the components of tellings and their pairs, in the order of their first members.
func (f forest) parts(ts []*Telling, ps []pair) []component {
	members, ties := map[int][]*Telling{}, map[int][]Tie{}
	for i, t := range ts {
		r := f.root(i)
		members[r] = append(members[r], t)
	}
	for _, p := range ps {
		r := f.root(p.a)
		ties[r] = append(ties[r], tieOf(ts[p.a].ID, ts[p.b].ID, p.score))
	}
	out := make([]component, 0, len(members))
	for i := range ts {
		if r := f.root(i); members[r] != nil {
			out = append(out, partOf(members[r], ties[r]))
			delete(members, r)
		}
	}
	return out
}

// incidents joins the tellings of a component and makes the Incident of each cluster, with the echoes that hang on it.
func (c component) incidents(ruled ruling) []dateline.Incident {
	told, echoes := c.parted()
	out, of := told.joined(ruled)
	c.echo(out, of, echoes)
	return out
}

// joined makes an Incident of each cluster that tells one, and says in which each telling is, -1 for none.
func (c component) joined(ruled ruling) ([]dateline.Incident, []int) {
	var out []dateline.Incident
	of := make([]int, len(c.tellings))
	for _, k := range c.group(ruled).join(c.joining()) {
		ts := make([]*Telling, len(k.members))
		for i, m := range k.members {
			ts[i], of[m] = c.tellings[m], len(out)
		}
		if begun(ts) >= 0 {
			out = append(out, incident(ts, k.links))
			continue
		}
		for _, m := range k.members {
			of[m] = -1
		}
	}
	c.inOne(out, of)
	return out, of
}

// group is the component as something to be joined.
func (c component) group(ruled ruling) *group {
	n := len(c.tellings)
	g := &group{
		ids: make([]string, n), dated: make([]bool, n), alike: make([]int, n),
		votes: func(i, j int) ballot {
			if besides(c.tellings[i], c.tellings[j]) {
				return ballot{kind: never}
			}
			return vote(c.tellings[i], c.tellings[j])
		},
		why:    func(i, j int) (float64, string) { return because(c.tellings[i], c.tellings[j]) },
		odds:   c.odds(),
		beside: func(i, j int) bool { return besides(c.tellings[i], c.tellings[j]) }, several: make([]bool, n),
		margin: 1, datedFirst: true,
	}
	scenes, paired := map[string]int{}, make([][]string, n)
	for i, t := range c.tellings {
		paired[i] = append(ruled.paired(t.Heads), ruled.paired(t.Also)...)
		s := t.scene()
		if _, ok := scenes[s]; !ok {
			scenes[s] = i
		}
		g.several[i] = t.Several
		g.ids[i], g.dated[i], g.alike[i] = t.Heads[0], len(t.Dates) > 0 && !t.Aside, scenes[s]
	}
	g.ties = ruled.tie(paired)
	return g
}

// odds gives the log of the odds that two tellings are one. What one report tells as two that hit different things is
// two, the more so where nobody is named: of persons it may tell the death after the shooting. Others are compared once.
func (c component) odds() func(i, j int) (float64, bool) {
	known := make(map[[2]int]float64, len(c.pairs))
	for _, p := range c.pairs {
		known[[2]int{p.a, p.b}] = p.score
	}
	return func(i, j int) (float64, bool) {
		a, b := c.tellings[i], c.tellings[j]
		if a.Report == b.Report {
			if impersonal(a, b) {
				return -2 * mostOdds, toldApart(a, b)
			}
			return -mostOdds, toldApart(a, b)
		}
		k := [2]int{min(i, j), max(i, j)}
		o, ok := known[k]
		if !ok {
			if o = -mostOdds; !apart(a, b) {
				o = max(-mostOdds, across(a, b).score)
			}
			known[k] = o
		}
		return o, true
	}
}

// partOf makes a component of tellings and the ties among them.
func partOf(ts []*Telling, ties []Tie) component {
	slices.SortFunc(ts, func(a, b *Telling) int {
		if earlier(a, b) {
			return -1
		}
		return 1
	})
	at := make(map[string]int, len(ts))
	for i, t := range ts {
		at[t.ID] = i
	}
	c := component{tellings: ts}
	for _, t := range ties {
		a, b := at[t.A], at[t.B]
		c.pairs = append(c.pairs, pair{min(a, b), max(a, b), t.Score})
	}
	return c
}

package link

import (
	"slices"
	"sort"

	"dateline"
)

// gathered collects values by key with the Statements that tell each, in the order told.
type gathered[T any] struct {
	Told []entry[T]

	at map[string]int // where each key is; made when it is first asked for
}

// entry is a value that is told, and by which Statements.
type entry[T any] struct {
	Key   string
	Value T
	By    []string // Statement.ID
	Votes float64  `json:",omitempty"` // of the reports that tell it (support.go); 0 of what is not voted on
}

// index is where a key is, -1 if there is none.
func (g *gathered[T]) index(key string) int {
	if g.at == nil {
		g.at = make(map[string]int, len(g.Told))
		for i, e := range g.Told {
			g.at[e.Key] = i
		}
	}
	if k, ok := g.at[key]; ok {
		return k
	}
	return -1
}

// entry returns that of a key, which it makes of v if there is none.
func (g *gathered[T]) entry(key string, v T) *entry[T] {
	k := g.index(key)
	if k < 0 {
		k = len(g.Told)
		g.at[key] = k
		g.Told = append(g.Told, entry[T]{Key: key, Value: v})
	}
	return &g.Told[k]
}

func (g *gathered[T]) add(key string, v T, statement string) { g.vote(key, v, statement, 0) }

// vote is add with what a Statement's word on it counts: of several of one report the best counts.
func (g *gathered[T]) vote(key string, v T, statement string, votes float64) {
	e := g.entry(key, v)
	e.Votes = max(e.Votes, votes)
	if n := len(e.By); n == 0 || e.By[n-1] != statement {
		e.By = append(e.By, statement)
	}
}

// drop takes away the values that out says.
func (g *gathered[T]) drop(out func(entry[T]) bool) {
	g.Told, g.at = slices.DeleteFunc(g.Told, out), nil
}

// take adds what another has gathered, after its own.
func (g *gathered[T]) take(more gathered[T]) {
	for _, x := range more.Told {
		e := g.entry(x.Key, x.Value)
		e.By = append(e.By, x.By...)
		e.Votes += x.Votes
	}
}

// list returns the values, those with most votes first, of as many those that most Statements tell, ties in the order told.
func (g *gathered[T]) list() []dateline.Told[T] {
	var out []dateline.Told[T]
	told := slices.Clone(g.Told)
	sort.SliceStable(told, func(a, b int) bool {
		if x, y := told[a].Votes, told[b].Votes; x != y {
			return x > y
		}
		return len(told[a].By) > len(told[b].By)
	})
	for _, e := range told {
		out = append(out, dateline.Told[T]{Value: e.Value, Statements: slices.Clone(e.By)})
	}
	return out
}

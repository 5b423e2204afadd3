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
}

// entry returns that of a key, which it makes of v if there is none.
func (g *gathered[T]) entry(key string, v T) *entry[T] {
	if g.at == nil {
		g.at = make(map[string]int, len(g.Told))
		for i, e := range g.Told {
			g.at[e.Key] = i
		}
	}
	k, ok := g.at[key]
	if !ok {
		k = len(g.Told)
		g.at[key] = k
		g.Told = append(g.Told, entry[T]{Key: key, Value: v})
	}
	return &g.Told[k]
}

func (g *gathered[T]) add(key string, v T, statement string) {
	e := g.entry(key, v)
	if n := len(e.By); n == 0 || e.By[n-1] != statement {
		e.By = append(e.By, statement)
	}
}

// take adds what another has gathered, after its own.
func (g *gathered[T]) take(more gathered[T]) {
	for _, x := range more.Told {
		e := g.entry(x.Key, x.Value)
		e.By = append(e.By, x.By...)
	}
}

// list returns the values, those that most Statements tell first, ties in the order told.
func (g *gathered[T]) list() []dateline.Told[T] {
	var out []dateline.Told[T]
	for _, e := range g.Told {
		out = append(out, dateline.Told[T]{Value: e.Value, Statements: slices.Clone(e.By)})
	}
	sort.SliceStable(out, func(a, b int) bool { return len(out[a].Statements) > len(out[b].Statements) })
	return out
}

package invent

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"dateline"
	"dateline/internal/resolve/actor"
	"dateline/internal/resolve/place"
)

// world is where invented incidents may take place, and who may be named for them.
type world struct {
	theatres []theatre
	weights  []float64 // of theatres, added up
	outlets  []string
	wires    []string
}

// theatre is a country with armed groups at home in it.
type theatre struct {
	country string
	towns   []place.Entry // the most peopled first
	weights []float64     // of towns, added up
	groups  []group
}

type group struct {
	id    string
	names []string // the main one first
}

// least is the fewest people of a town, and most the most towns of a country, that incidents take place in.
const least, most = 2000, 400

var theWorld = sync.OnceValue(func() *world {
	w := &world{}
	homes := map[string][]group{}
	for _, a := range actor.Load().All() {
		g := group{id: a.ID, names: plainNames(a)}
		if a.Kind == dateline.ArmedGroup && len(a.Home) == 1 && len(g.names) > 0 {
			homes[a.Home[0]] = append(homes[a.Home[0]], g)
		}
	}
	towns := map[string][]place.Entry{}
	for _, e := range place.Towns(least) {
		if len(towns[e.Country]) < most {
			towns[e.Country] = append(towns[e.Country], e)
		}
	}
	sum := 0.0
	for _, country := range slices.Sorted(maps.Keys(homes)) {
		t := theatre{country: country, groups: homes[country], towns: towns[country]}
		if len(t.groups) < 3 || len(t.towns) < 20 {
			continue
		}
		t.weigh()
		sum += float64(len(t.groups))
		w.theatres, w.weights = append(w.theatres, t), append(w.weights, sum)
	}
	w.publishers()
	return w
})

// plainNames are the names of an actor in Latin letters that need no support from a text.
func plainNames(a dateline.Actor) []string {
	var out []string
	for _, n := range a.Names {
		if (n.Script == "" || n.Script == "Latn") && !n.Weak && !slices.Contains(out, n.Name) {
			out = append(out, n.Name)
		}
	}
	return out
}

// weigh gives a capital a quarter of a country's incidents, and the other towns shares that go with the root
// of their people.
func (t *theatre) weigh() {
	var rest float64
	for _, e := range t.towns {
		rest += math.Sqrt(float64(e.Population))
	}
	sum := 0.0
	for _, e := range t.towns {
		w := math.Sqrt(float64(e.Population))
		if e.Seat() == 4 {
			w = rest / 3
		}
		sum += w
		t.weights = append(t.weights, sum)
	}
}

// weighed draws an index by weights that are added up.
func weighed(r *rand.Rand, sums []float64) int {
	i, _ := slices.BinarySearch(sums, r.Float64()*sums[len(sums)-1])
	return min(i, len(sums)-1)
}

// publishers names the outlets.
func (w *world) publishers() {
	b := theBook()
	w.wires = b.lines["wire"]
	for _, e := range b.entries["outlet"] {
		for _, at := range b.lines["place of outlet"] {
			name := ""
			for _, p := range e {
				if p.slot {
					p.text = at
				}
				name += p.text
			}
			w.outlets = append(w.outlets, name)
		}
	}
}

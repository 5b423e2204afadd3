package invent

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// telling is how one report of an incident comes about.
type telling struct {
	n       int // its number among the reports of the incident
	way     way
	of      *telling // the report that it copies or whose publisher's word it tells on
	variant int      // of those that are written anew, which one
	outlet  string
	account string
}

type way int

const (
	anew way = iota
	copied
	retold
	retoldAndMore // with a figure of its own
	remembered    // years later
)

// written is the most reports of an incident that are written anew; all others copy or retell.
const written = 12

// plan says how the reports of an incident come about; how many there are has a heavy tail (69 of 100
// incidents have one, the mean is 2).
func (m maker) plan(in incident) []telling {
	r := m.dice(in.n, forPlan)
	k := min(int(math.Pow(1-r.Float64(), -1/1.7)), 500)
	out := make([]telling, k)
	if k >= 3 && k <= 6 && chance(r, 3) {
		return m.ring(in, out, r)
	}
	next := 0
	for j := range out {
		t := &out[j]
		*t = telling{n: j, outlet: pick(r, m.outlets), account: fmt.Sprint(in.key(), " ", j)}
		if j == 0 && k > 2 && chance(r, 60) {
			t.outlet = pick(r, m.wires)
		}
		if t.way = wayOf(r, j, next); t.way == anew || t.way == remembered {
			t.variant = next
			next++
			continue
		}
		t.of = &out[r.IntN(min(j, 4))]
		if t.way == copied && t.of.way == copied {
			t.of = t.of.of
		}
		if t.way != retoldAndMore {
			t.account = t.of.account
		}
	}
	return out
}

func wayOf(r *rand.Rand, j, next int) way {
	switch d := r.IntN(100); {
	case j == 0:
		return anew
	case d < 4 && next < written:
		return remembered
	case d < 45 && next < written:
		return anew
	case d < 82:
		return copied
	case d < 96:
		return retold
	}
	return retoldAndMore
}

// ring makes every report tell on the word of the next one's publisher, and the last on the first's.
func (m maker) ring(in incident, out []telling, r *rand.Rand) []telling {
	first := r.IntN(len(m.outlets))
	for j := range out {
		out[j] = telling{n: j, way: retold, of: &out[(j+1)%len(out)], outlet: m.outlets[(first+7*j)%len(m.outlets)], account: in.key() + " 0"}
	}
	return out
}

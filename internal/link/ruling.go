package link

import (
	"sort"

	"dateline"
)

// ruling is what people decided, the latest of each kind.
type ruling struct {
	rejected      map[string]bool
	same, notSame map[[2]string]bool
}

// rulings reads decisions in the order of time, then of identifier; later ones overrule.
func rulings(ds []dateline.Decision) ruling {
	r := ruling{rejected: map[string]bool{}, same: map[[2]string]bool{}, notSame: map[[2]string]bool{}}
	ds = append([]dateline.Decision(nil), ds...)
	sort.SliceStable(ds, func(a, b int) bool {
		if !ds[a].At.Equal(ds[b].At) {
			return ds[a].At.Before(ds[b].At)
		}
		return ds[a].ID < ds[b].ID
	})
	for _, d := range ds {
		r.apply(d)
	}
	return r
}

func (r *ruling) apply(d dateline.Decision) {
	if len(d.On) == 2 {
		k := pairKey(d.On[0], d.On[1])
		r.same[k] = d.Ruling == dateline.Same
		r.notSame[k] = d.Ruling == dateline.NotSame
		return
	}
	for _, id := range d.On {
		r.rejected[id] = d.Ruling == dateline.Reject
	}
}

func pairKey(a, b string) [2]string {
	if a > b {
		a, b = b, a
	}
	return [2]string{a, b}
}

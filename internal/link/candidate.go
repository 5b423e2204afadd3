package link

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
)

// candidates compares tellings that share a key, as Key says, and returns the pairs at or over the threshold, by
// index, a < b, in order. The tellings are sorted by ID.
func candidates(ts []*Telling) []pair {
	b := bucketsOf(ts)
	found := make([][]pair, len(ts))
	parallel(len(ts), func() func(int) {
		met := make([]int, len(ts)) // met[j] is i+1 if i was compared with j
		return func(i int) {
			b.leaders(i, func(j int) {
				if met[j] == i+1 || ts[i].Report == ts[j].Report {
					return
				}
				met[j] = i + 1
				if score, ok := tied(ts[i], ts[j]); ok {
					found[i] = append(found[i], pair{min(i, j), max(i, j), score})
				}
			})
		}
	})
	out := slices.Concat(found...)
	slices.SortFunc(out, func(p, q pair) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
	return slices.CompactFunc(out, func(p, q pair) bool { return p.a == q.a && p.b == q.b })
}

// tied reports whether two tellings can be one happening, or parts of one whole, and with what score.
func tied(a, b *Telling) (float64, bool) {
	if a.echo() && b.echo() {
		return 0, false
	}
	if besides(a, b) {
		return besideIt, true
	}
	v := across(a, b)
	return v.score, !v.blocked && (v.score >= likely || oneScene(a, b))
}

// parallel calls what work returns for 0 to n-1, on all cores; each core has its own.
func parallel(n int, work func() func(int)) {
	const step = 256
	var wg sync.WaitGroup
	next := make(chan int, n/step+1)
	for i := 0; i < n; i += step {
		next <- i
	}
	close(next)
	for range min(runtime.GOMAXPROCS(0), n/step+1) {
		wg.Go(func() {
			do := work()
			for from := range next {
				for i := from; i < min(n, from+step); i++ {
					do(i)
				}
			}
		})
	}
	wg.Wait()
}

// buckets are the keys of tellings, and which open ones lead each.
type buckets struct {
	heads []int32   // leaders of all buckets, bucket after bucket
	from  []int32   // where those of each bucket begin; one more than there are buckets
	of    [][]place // the buckets of each telling
}

// place is a telling's membership of a bucket.
type place struct {
	bucket int32
	open   bool
}

// bucketsOf sorts tellings, which are in the order of their IDs, into buckets; those of one alone are left out.
func bucketsOf(ts []*Telling) *buckets {
	type member struct {
		hash  int64
		index int32
		open  bool
	}
	keys := make([][]Key, len(ts))
	parallel(len(ts), func() func(int) { return func(i int) { keys[i] = ts[i].Keys() } })
	var all []member
	for i, ks := range keys {
		for _, k := range ks {
			all = append(all, member{k.Hash, int32(i), k.Open})
		}
	}
	slices.SortFunc(all, func(x, y member) int { return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.index, y.index)) })
	b := &buckets{from: []int32{0}, of: make([][]place, len(ts))}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].hash == all[0].hash {
			n++
		}
		if n > 1 {
			at := int32(len(b.from) - 1)
			for _, m := range all[:n] {
				b.of[m.index] = append(b.of[m.index], place{at, m.open})
				if m.open && int32(len(b.heads))-b.from[at] < leaders {
					b.heads = append(b.heads, m.index)
				}
			}
			b.from = append(b.from, int32(len(b.heads)))
		}
		all = all[n:]
	}
	return b
}

// leaders calls meet for those that telling i is to be compared with; of two leaders the later one.
func (b *buckets) leaders(i int, meet func(j int)) {
	for _, p := range b.of[i] {
		for _, j := range b.heads[b.from[p.bucket]:b.from[p.bucket+1]] {
			if p.open && int(j) >= i {
				break
			}
			meet(int(j))
		}
	}
}

package web

import (
	"slices"
	"sync"
)

// handful keeps the values that were asked for last under keys that say all they depend on. The zero handful is empty and
// ready; it may be used at the same time. Nobody changes a value that it gives out.
type handful[K comparable, V any] struct {
	mu   sync.Mutex
	kept []heldValue[K, V] // the last asked for first
}

type heldValue[K comparable, V any] struct {
	key   K
	value V
}

// mostRecent is how many values are kept.
const mostRecent = 12

// get returns the value under a key if it is still kept.
func (r *handful[K, V]) get(key K) (V, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	i := slices.IndexFunc(r.kept, func(e heldValue[K, V]) bool { return e.key == key })
	if i < 0 {
		var none V
		return none, false
	}
	e := r.kept[i]
	copy(r.kept[1:i+1], r.kept[:i])
	r.kept[0] = e
	return e.value, true
}

// put keeps a value.
func (r *handful[K, V]) put(key K, value V) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.kept = append([]heldValue[K, V]{{key, value}}, r.kept[:min(len(r.kept), mostRecent-1)]...)
}

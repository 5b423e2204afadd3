package sieve

// Map is a map by words for lists that most words asked about stand not on: those are told at a look at their
// length and three of their letters. Its zero value is empty. It is safe for many goroutines.
type Map[V any] struct {
	of    map[string]V
	bits  []uint64
	shift uint8
}

// NewMap is the Map of what is in of, which must not change any more.
func NewMap[V any](of map[string]V) *Map[V] {
	m := &Map[V]{of: of, shift: 32 - 8}
	for size := 1 << 8; size < 16*len(of) && size < 1<<16; size *= 2 {
		m.shift--
	}
	m.bits = make([]uint64, 1<<(32-m.shift)/64)
	for w := range of {
		h := glance(w) >> m.shift
		m.bits[h/64] |= 1 << (h % 64)
	}
	return m
}

// May reports whether the word may be in m: false only for one that is not.
func (m *Map[V]) May(word string) bool {
	h := glance(word) >> m.shift
	return h/64 < uint32(len(m.bits)) && m.bits[h/64]&(1<<(h%64)) != 0
}

// At is what m has of the word, the zero value where it has none.
func (m *Map[V]) At(word string) (v V) {
	if m.May(word) {
		v = m.of[word]
	}
	return v
}

// Get is what m has of the word, and whether it has it.
func (m *Map[V]) Get(word string) (v V, ok bool) {
	if m.May(word) {
		v, ok = m.of[word]
	}
	return v, ok
}

// All is the map itself, to be read.
func (m *Map[V]) All() map[string]V { return m.of }

// glance mixes the length of a word and its first, middle and last letter.
func glance(word string) uint32 {
	n := len(word)
	if n == 0 {
		return 0
	}
	return (uint32(n)<<24 | uint32(word[n/2])<<16 | uint32(word[n-1])<<8 | uint32(word[0])) * 0x9E3779B1
}

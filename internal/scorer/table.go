package scorer

import "hash/maphash"

// table holds the weights of features by their names, each name with its hash beside it: most names are found at the
// first look, which a map takes several for.
type table struct {
	slots   []slot // a power of two, at least twice as many as there are names
	names   int
	weights []int32
}

type slot struct {
	hash     uint64
	name     string
	from, to int32 // of its weights; both 0 where the slot is empty
}

var seed = maphash.MakeSeed()

// put adds a name that the table has not.
func (t *table) put(name string, row []int32) {
	if 2*t.names >= len(t.slots) {
		old := t.slots
		t.slots = make([]slot, max(16, 2*len(old)))
		for _, s := range old {
			if s.to > 0 {
				t.place(s)
			}
		}
	}
	from := int32(len(t.weights))
	t.weights = append(t.weights, row...)
	t.place(slot{maphash.String(seed, name), name, from, int32(len(t.weights))})
	t.names++
}

func (t *table) place(s slot) {
	mask := uint64(len(t.slots) - 1)
	i := s.hash & mask
	for t.slots[i].to > 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = s
}

// row is the weights of a feature, nil for one that the table has not.
func (t *table) row(name []byte) []int32 {
	if t.names == 0 {
		return nil
	}
	hash, mask := maphash.Bytes(seed, name), uint64(len(t.slots)-1)
	for i := hash & mask; ; i = (i + 1) & mask {
		switch s := &t.slots[i]; {
		case s.to == 0:
			return nil
		case s.hash == hash && s.name == string(name):
			return t.weights[s.from:s.to]
		}
	}
}

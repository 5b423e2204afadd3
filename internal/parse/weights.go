package parse

// A feature is a 32-bit hash of its template's number and its values; two features that collide
// share their weights, which at a million features happens to one in four thousand.
type feature = uint32

// hash1, hash2 and hash3 fold the values of template t into a feature, which is never zero.
func hash1(t, a uint32) feature {
	return finish(uint64(t)*0x9E3779B97F4A7C15 + uint64(a)*0xD6E8FEB86659FD93)
}

func hash2(t, a, b uint32) feature {
	return finish(uint64(t)*0x9E3779B97F4A7C15 + uint64(a)*0xD6E8FEB86659FD93 + uint64(b)*0xA0761D6478BD642F)
}

func hash3(t, a, b, c uint32) feature {
	return finish(uint64(t)*0x9E3779B97F4A7C15 + uint64(a)*0xD6E8FEB86659FD93 + uint64(b)*0xA0761D6478BD642F +
		uint64(c)*0xE7037ED1A0B428DB)
}

func finish(h uint64) feature {
	h = (h ^ h>>31) * 0x589965CC75374CC3
	return feature(h>>32) | 1
}

// weights is a linear classifier at work: for each feature a short row of (class, weight). Reading
// is safe from many goroutines.
type weights struct {
	classes int
	shift   uint
	slots   []slot
	cells   []cell
}

// slot finds a feature's row, cells[at:at+n]; slots are probed upwards from the feature's high bits.
type slot struct {
	key feature
	at  uint32 // row start << 8 | row length
}

type cell struct {
	class  uint8
	weight int8
}

// find returns the slot of a feature, a zero one for a feature that training did not keep.
func (w *weights) find(f feature) slot {
	for i := int(f >> w.shift); ; i++ {
		if s := w.slots[i]; s.key == f || s.key == 0 {
			return s
		}
	}
}

// most is the most features that are scored at a time.
const most = 96

// scores has a place for each class that there can be.
type scores [256]int32

// score adds the weights of every feature to into. The tables are larger than the caches of a
// processor, so all slots are asked for before any is looked at, and all rows before any is
// added: the waits overlap.
func (w *weights) score(features []feature, into *scores) {
	var homes [most]slot
	var rows [most]uint32
	var first [most]cell
	for i, f := range features {
		homes[i] = w.slots[f>>w.shift]
	}
	n := 0
	for i, f := range features {
		s := homes[i]
		if s.key != f && s.key != 0 {
			s = w.find(f)
		}
		if s.key != 0 {
			rows[n] = s.at
			n++
		}
	}
	for i, at := range rows[:n] {
		first[i] = w.cells[at>>8]
	}
	for i, at := range rows[:n] {
		into[first[i].class] += int32(first[i].weight)
		for _, c := range w.cells[at>>8+1 : at>>8+at&0xff] {
			into[c.class] += int32(c.weight)
		}
	}
}

// moveWeights is a linear classifier of three classes at work. To lie close together in memory a slot
// holds the weights themselves and only eight bits of the feature, so that one unknown feature in
// several hundred is taken for another.
type moveWeights struct {
	shift uint
	slots []moveSlot
}

type moveSlot struct {
	print uint8 // 0 for an empty slot
	w     [moveCount]int8
}

func fingerprint(f feature) uint8 { return max(1, uint8(f>>1)) }

// score returns the sum of the weights of every feature for each move; see weights.score.
func (w *moveWeights) score(features []feature) [moveCount]int32 {
	var homes [most]moveSlot
	for i, f := range features {
		homes[i] = w.slots[f>>w.shift]
	}
	var a, b, c int32
	for i, f := range features {
		s := homes[i]
		if s.print == 0 {
			continue
		}
		if s.print != fingerprint(f) {
			s = w.find(f)
		}
		a, b, c = a+int32(s.w[0]), b+int32(s.w[1]), c+int32(s.w[2])
	}
	return [moveCount]int32{a, b, c}
}

// find returns the slot of a feature, an empty one for a feature that training did not keep.
func (w *moveWeights) find(f feature) moveSlot {
	print := fingerprint(f)
	for i := int(f>>w.shift) + 1; ; i++ {
		if s := w.slots[i]; s.print == print || s.print == 0 {
			return s
		}
	}
}

// dense moves the rows of a classifier of three classes into slots.
func (w *weights) dense() *moveWeights {
	d := &moveWeights{shift: w.shift, slots: make([]moveSlot, len(w.slots))}
	for _, s := range w.slots {
		if s.key == 0 {
			continue
		}
		i := int(s.key >> w.shift)
		for d.slots[i].print != 0 {
			i++
		}
		d.slots[i].print = fingerprint(s.key)
		for _, c := range w.cells[s.at>>8 : s.at>>8+s.at&0xff] {
			d.slots[i].w[c.class] = c.weight
		}
	}
	return d
}

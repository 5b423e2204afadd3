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

// moveWeights is a linear classifier of three classes at work. It is asked more often than anything
// else, so a look-up is one read and no branch: a feature has one bucket of two slots, and a slot of 32
// bits holds eight bits of the feature (0 for none) and above them the three weights, each plus
// bias. One unknown feature in several hundred is taken for another.
type moveWeights struct {
	shift   uint
	buckets []uint64
}

// bias makes weights positive, so that three of them are summed in the lanes of one word.
const bias = 128

func fingerprint(f feature) uint32 { return max(1, f>>1&0xff) }

// score returns the sum of the weights of every feature for each move. There are at most most
// features, so that no lane of 16 bits runs over.
func (w *moveWeights) score(features []feature) [moveCount]int32 {
	var sum uint64
	var found uint32
	for _, f := range features {
		bucket := w.buckets[f>>w.shift]
		print := fingerprint(f)
		low, high := uint32(bucket), uint32(bucket>>32)
		isLow, isHigh := same(low, print), same(high, print)
		slot := uint64(low&isLow|high&isHigh) >> 8
		sum += slot&0xff | slot&0xff00<<8 | slot&0xff0000<<16
		found += (isLow | isHigh) & 1
	}
	none := int32(found) * bias
	return [moveCount]int32{int32(sum&0xffff) - none, int32(sum>>16&0xffff) - none, int32(sum>>32&0xffff) - none}
}

// same returns all ones where the slot's low byte is print, and else 0.
func same(slot, print uint32) uint32 {
	return uint32(int32((slot^print)&0xff-1) >> 31)
}

// dense moves the rows of a classifier of three classes into buckets. Of the features that fall into
// one bucket the two with the largest weights are kept.
func (w *weights) dense() *moveWeights {
	const bits = 20 // of the feature, to find its bucket
	d := &moveWeights{shift: 32 - bits, buckets: make([]uint64, 1<<bits)}
	for _, s := range w.slots {
		if s.key != 0 {
			d.put(s.key, w.cells[s.at>>8:s.at>>8+s.at&0xff])
		}
	}
	return d
}

func (w *moveWeights) put(f feature, row []cell) {
	values := [moveCount]int32{}
	for _, c := range row {
		values[c.class] = int32(c.weight)
	}
	slot := fingerprint(f)
	for i, v := range values {
		slot |= uint32(v+bias) << (8 + 8*i)
	}
	b := &w.buckets[f>>w.shift]
	low, high := uint32(*b), uint32(*b>>32)
	switch {
	case low&0xff == slot&0xff:
		low = larger(low, slot)
	case high&0xff == slot&0xff:
		high = larger(high, slot)
	case size(low) <= size(high):
		low = larger(low, slot)
	default:
		high = larger(high, slot)
	}
	*b = uint64(high)<<32 | uint64(low)
}

func larger(a, b uint32) uint32 {
	if size(b) > size(a) {
		return b
	}
	return a
}

// size adds up how large the weights of a slot are; an empty slot has none.
func size(slot uint32) (sum int32) {
	if slot&0xff == 0 {
		return -1
	}
	for i := range moveCount {
		v := int32(slot>>(8+8*i)&0xff) - bias
		sum += max(v, -v)
	}
	return sum
}

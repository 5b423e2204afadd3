package parse

import (
	_ "embed"
	"encoding/binary"
	"sync"

	"dateline/internal/sieve"
)

// A chooser is the linear scorers of attributions at work: a weight for each feature, kept in a table
// that is probed from the feature's low bits, of which the lowest says nothing. It is safe for many goroutines.
type chooser struct {
	known sieve.Sieve // most features have no weight
	mask  uint32
	slots []chooserSlot
}

type chooserSlot struct {
	key    uint32
	weight int32
}

//go:embed attribution.model
var attributionModel []byte

var cueScorer = sync.OnceValue(func() *chooser { return readChooser(attributionModel) })

// readChooser reads a model: six bytes a weight, the feature and then the weight, little-endian.
func readChooser(model []byte) *chooser {
	c := newChooser(len(model) / 6)
	for ; len(model) >= 6; model = model[6:] {
		c.put(binary.LittleEndian.Uint32(model), int32(int16(binary.LittleEndian.Uint16(model[4:]))))
	}
	return c
}

func newChooser(n int) *chooser {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &chooser{mask: uint32(size - 1), slots: make([]chooserSlot, size)}
}

func (c *chooser) put(key uint32, weight int32) {
	c.known.Add(sieve.Hash(key))
	i := key >> 1 & c.mask
	for c.slots[i].key != 0 && c.slots[i].key != key {
		i = (i + 1) & c.mask
	}
	c.slots[i] = chooserSlot{key, weight}
}

func (c *chooser) weight(key uint32) int32 {
	if !c.known.Has(sieve.Hash(key)) {
		return 0
	}
	for i := key >> 1 & c.mask; ; i = (i + 1) & c.mask {
		if s := c.slots[i]; s.key == key {
			return s.weight
		} else if s.key == 0 {
			return 0
		}
	}
}

// sum is the score of an option with these features.
func (c *chooser) sum(features []uint32) int32 {
	var total int32
	for _, f := range features {
		total += c.weight(f)
	}
	return total
}

// accepts reports whether an option outscores doing without it.
func (c *chooser) accepts(features []uint32) bool { return c.sum(features) > 0 }

// hashWord hashes a word; it is never below 16, so that small numbers can stand beside words.
func hashWord(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h | 16
}

// say hashes template t with three values into a feature, which is never zero.
func say(t, a, b, c uint32) uint32 {
	h := uint64(t)*0x9E3779B97F4A7C15 ^ uint64(a)*0xD6E8FEB86659FD93 ^ uint64(b)*0xA0761D6478BD642F ^ uint64(c)*0xE7037ED1A0B428DB
	h = (h ^ h>>31) * 0x589965CC75374CC3
	return uint32(h>>32) | 1
}

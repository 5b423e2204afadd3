package link

import (
	"hash/fnv"
	"sort"
	"strings"

	"dateline"
)

// copyShare is the share of word runs that two texts must have in common to count as copies.
const copyShare = 0.5

// copies holds the shingles of the reports that were compared so far.
type copies map[*dateline.Report]map[uint64]bool

func (c copies) of(r *dateline.Report) map[uint64]bool {
	s, ok := c[r]
	if !ok {
		s = shingles(r.Text)
		c[r] = s
	}
	return s
}

// independent counts the reports that are no copies of one another: texts that share at least
// half of the shorter one's runs of five words are one account (Broder's containment of shingles).
func (c copies) independent(rs []*dateline.Report) int {
	if len(rs) == 1 {
		return 1
	}
	var kept []map[uint64]bool
	for _, r := range rs {
		s := c.of(r)
		if !copied(kept, s) {
			kept = append(kept, s)
		}
	}
	return len(kept)
}

func copied(kept []map[uint64]bool, s map[uint64]bool) bool {
	for _, k := range kept {
		if containment(k, s) >= copyShare {
			return true
		}
	}
	return false
}

func containment(a, b map[uint64]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for h := range a {
		if b[h] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}

// sketch is the most shingles kept of a text: the smallest by hash, so that two texts keep the same
// ones where they are the same.
const sketch = 512

// shingles hashes every run of five words.
func shingles(text string) map[uint64]bool {
	w := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !letter(r) && (r < '0' || r > '9') })
	var hs []uint64
	for i := 0; i+5 <= len(w); i++ {
		h := fnv.New64a()
		for _, x := range w[i : i+5] {
			h.Write([]byte(x))
			h.Write([]byte{' '})
		}
		hs = append(hs, h.Sum64())
	}
	sort.Slice(hs, func(a, b int) bool { return hs[a] < hs[b] })
	out := map[uint64]bool{}
	for _, h := range hs[:min(len(hs), sketch)] {
		out[h] = true
	}
	return out
}

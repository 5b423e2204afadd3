package link

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"dateline"
)

// copyShare is the share of word runs that two texts must have in common to count as copies.
const copyShare = 0.5

// Origin is where a telling comes from, as far as it matters for whether two reports are one account.
type Origin struct {
	Report string
	Sketch Sketch
}

// originOf is the Origin of what a report tells.
func originOf(r *dateline.Report) *Origin { return &Origin{r.ID, sketchOf(r.Text)} }

// independent counts the reports that are no copies of one another: texts that share at least
// half of the shorter one's runs of five words are one account (Broder's containment of shingles).
func independent(os []*Origin) int {
	var kept []Sketch
	for _, o := range os {
		if !copied(kept, o.Sketch) {
			kept = append(kept, o.Sketch)
		}
	}
	return len(kept)
}

func copied(kept []Sketch, s Sketch) bool {
	for _, k := range kept {
		if containment(k, s) >= copyShare {
			return true
		}
	}
	return false
}

// containment is the share of the shorter sketch that the other holds.
func containment(a, b Sketch) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for _, h := range a {
		if _, ok := slices.BinarySearch(b, h); ok {
			n++
		}
	}
	return float64(n) / float64(len(a))
}

// Sketch is the hashes of some of a text's runs of five words, sorted: the smallest, so that two texts keep the
// same ones where they are the same.
type Sketch []uint64

// sketchSize is the most hashes kept of a text.
const sketchSize = 128

// sketchOf hashes every run of five words.
func sketchOf(text string) Sketch {
	w := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !letter(r) && (r < '0' || r > '9') })
	var hs Sketch
	for i := 0; i+5 <= len(w); i++ {
		h := fnv.New64a()
		for _, x := range w[i : i+5] {
			h.Write([]byte(x))
			h.Write([]byte{' '})
		}
		hs = append(hs, h.Sum64())
	}
	slices.Sort(hs)
	hs = slices.Compact(hs)
	return slices.Clone(hs[:min(len(hs), sketchSize)])
}

// MarshalText writes the hashes as the coded bytes of a row of a ledger.
func (s Sketch) MarshalText() ([]byte, error) {
	b := make([]byte, 0, 8*len(s))
	for _, h := range s {
		b = binary.BigEndian.AppendUint64(b, h)
	}
	return base64.StdEncoding.AppendEncode(nil, b), nil
}

// UnmarshalText is the inverse of MarshalText.
func (s *Sketch) UnmarshalText(text []byte) error {
	b, err := base64.StdEncoding.AppendDecode(nil, text)
	if err != nil || len(b)%8 != 0 {
		return fmt.Errorf("a sketch of %d bytes: %w", len(b), errors.Join(err, errors.ErrUnsupported))
	}
	*s = make(Sketch, len(b)/8)
	for i := range *s {
		(*s)[i] = binary.BigEndian.Uint64(b[8*i:])
	}
	return nil
}

package link

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"unicode"
)

// Sketch is what is kept of words to know copies of them (Broder's shingles): the hashes of their runs of
// five words, ascending and each once; of a long text the least 128, so that two texts keep the same ones
// where they are the same. It depends on the words alone, in lower case and without marks.
type Sketch []uint64

const (
	run        = 5   // words in a shingle
	sketchSize = 128 // the most hashes kept
)

// sketchOf sketches texts, none of whose runs of words cross from one to the next.
func sketchOf(texts ...string) Sketch {
	var out Sketch
	for _, text := range texts {
		out = append(out, runs(text)...)
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return slices.Clip(out[:min(len(out), sketchSize)])
}

// runs hashes every run of five words; of fewer words the whole.
func runs(text string) []uint64 {
	ws := wordHashes(text)
	if len(ws) == 0 {
		return nil
	}
	var out []uint64
	for i := 0; i == 0 || i+run <= len(ws); i++ {
		h := uint64(fnvOffset)
		for _, w := range ws[i:min(i+run, len(ws))] {
			h = mix(h ^ w)
		}
		out = append(out, h)
	}
	return out
}

// The constants of FNV-1a.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func wordHashes(text string) []uint64 {
	var out []uint64
	h, in := uint64(fnvOffset), false
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			h, in = (h^uint64(unicode.ToLower(r)))*fnvPrime, true
		case in:
			out, h, in = append(out, h), fnvOffset, false
		}
	}
	if in {
		out = append(out, h)
	}
	return out
}

// mix spreads the bits of h (the finalizer of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// containment is the part of the shorter one's runs that both have, over the hashes that neither
// was cut short of; 0 if they are fewer than enough to tell.
func containment(a, b Sketch, enough int) float64 {
	if len(a) > 0 && slices.Equal(a, b) {
		return 1
	}
	a, b = even(a, b)
	n, j := 0, 0
	for _, h := range a {
		for j < len(b) && b[j] < h {
			j++
		}
		if j < len(b) && b[j] == h {
			n++
		}
	}
	if n < enough {
		return 0
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// even cuts a and b to the hashes that both would hold.
func even(a, b Sketch) (Sketch, Sketch) {
	cut := func(s, by Sketch) Sketch {
		if len(by) < sketchSize {
			return s
		}
		n, _ := slices.BinarySearch(s, by[sketchSize-1]+1)
		return s[:n]
	}
	return cut(a, b), cut(b, a)
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

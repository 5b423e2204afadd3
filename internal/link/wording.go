package link

import (
	_ "embed"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// How rare a word is comes from a table that is shipped (rarity.txt) and never from the ledger: a score may not
// depend on what else was read.

//go:embed rarity.txt
var rarityTable string

// unlisted is how rare a word is that the table does not have.
const unlisted = 7.5

// rarities reads the table once: a word and its rarity in tenths a line. Rarity is the natural logarithm of how
// many texts there are for each that has the word.
var rarities = sync.OnceValue(func() map[string]float32 {
	out := map[string]float32{}
	for line := range strings.Lines(rarityTable) {
		word, tenths, _ := strings.Cut(strings.TrimSpace(line), " ")
		n, err := strconv.Atoi(tenths)
		if err != nil {
			panic(fmt.Sprintf("link: rarity.txt: %q: %v", line, err))
		}
		out[word] = float32(n) / 10
	}
	return out
})

// Rarity is how rare a word in small letters is: 0 for one of every text.
func Rarity(word string) float64 {
	if r, ok := rarities()[word]; ok {
		return float64(r)
	}
	return unlisted
}

// Words lists the words and figures of a text in small letters, in order; those of one letter are left out.
func Words(text string) []string {
	return slices.DeleteFunc(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }),
		func(w string) bool { return len(w) < 2 })
}

// Wording is the weightiest words of a text, by what they hash to: what two tellings of one happening have in
// common beyond what was understood of them. Weights are such that the sum of the squares is 1 over all the words of
// the text, kept or not.
type Wording []weighed

type weighed struct {
	hash   uint32
	weight float32
}

// wordingSize is the most words that are kept of a text.
const wordingSize = 64

// wordingOf weighs the words of a text by 1 + log of how often they stand there, times their rarity.
func wordingOf(text string) Wording {
	count := map[string]int{}
	for _, w := range Words(text) {
		count[w]++
	}
	all, square := make(Wording, 0, len(count)), 0.0
	for w, n := range count {
		if r := Rarity(w); r > 0.5 {
			x := (1 + math.Log(float64(n))) * r
			all = append(all, weighed{hashOf(w), float32(x)})
		}
	}
	slices.SortFunc(all, func(a, b weighed) int {
		if a.weight != b.weight {
			return int(math.Copysign(1, float64(b.weight-a.weight)))
		}
		return compareHash(a, b)
	})
	for _, w := range all {
		square += float64(w.weight) * float64(w.weight)
	}
	all = slices.Clone(all[:min(len(all), wordingSize)])
	for i := range all {
		all[i].weight = float32(float64(all[i].weight) / math.Sqrt(square))
	}
	slices.SortFunc(all, compareHash)
	return all
}

func compareHash(a, b weighed) int {
	switch {
	case a.hash < b.hash:
		return -1
	case a.hash > b.hash:
		return 1
	}
	return 0
}

func hashOf(word string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(word))
	return h.Sum32()
}

// cosine is how alike two wordings are, from 0 to 1.
func (w Wording) cosine(x Wording) float64 {
	sum := 0.0
	for i, k := 0, 0; i < len(w) && k < len(x); {
		switch {
		case w[i].hash < x[k].hash:
			i++
		case w[i].hash > x[k].hash:
			k++
		default:
			sum += float64(w[i].weight) * float64(x[k].weight)
			i, k = i+1, k+1
		}
	}
	return sum
}

// heaviest lists the hashes of the n weightiest words.
func (w Wording) heaviest(n int) []uint32 {
	by := slices.Clone(w)
	slices.SortFunc(by, func(a, b weighed) int {
		if a.weight != b.weight {
			return int(math.Copysign(1, float64(b.weight-a.weight)))
		}
		return compareHash(a, b)
	})
	var out []uint32
	for _, x := range by[:min(n, len(by))] {
		out = append(out, x.hash)
	}
	return out
}

// MarshalText writes hashes and weights as the coded bytes of a row of a ledger.
func (w Wording) MarshalText() ([]byte, error) {
	b := make([]byte, 0, 8*len(w))
	for _, x := range w {
		b = binary.BigEndian.AppendUint32(b, x.hash)
		b = binary.BigEndian.AppendUint32(b, math.Float32bits(x.weight))
	}
	return base64.StdEncoding.AppendEncode(nil, b), nil
}

// UnmarshalText is the inverse of MarshalText.
func (w *Wording) UnmarshalText(text []byte) error {
	b, err := base64.StdEncoding.AppendDecode(nil, text)
	if err != nil || len(b)%8 != 0 {
		return fmt.Errorf("a wording of %d bytes: %w", len(b), errors.Join(err, errors.ErrUnsupported))
	}
	*w = make(Wording, len(b)/8)
	for i := range *w {
		(*w)[i] = weighed{binary.BigEndian.Uint32(b[8*i:]), math.Float32frombits(binary.BigEndian.Uint32(b[8*i+4:]))}
	}
	return nil
}

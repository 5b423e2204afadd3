package parse

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// referenceModel is what trainReferences learned: weights of the scorer of antecedents and of the
// guess at what a mention stands for, and of the ends of phrases.
type referenceModel struct {
	weights []int16 // weightCount of them, in units of 1/256
	sorts   [][unsure]int8
	ends    []int8 // of the steps at the ends of phrases, 2*endBuckets of them, in units of 1/16
}

// goesOn reports whether a phrase takes a step for which the features speak.
func (m *referenceModel) goesOn(_ step, features []int32) bool {
	sum := int32(0)
	for _, f := range features {
		sum += int32(m.ends[f])
	}
	return sum > 0
}

const referenceMagic = "dateline reference model 3\n"

//go:embed reference.model
var embeddedReferences []byte

// references is the embedded model, read at its first use. It panics on a model that cannot be read:
// then the program itself is broken.
var references = sync.OnceValue(func() *referenceModel {
	m, err := readReferenceModel(embeddedReferences)
	if err != nil {
		panic(fmt.Sprintf("parse: embedded reference model: %v", err))
	}
	return m
})

// guess returns the sort that the features speak for, unsure where none does clearly.
func (m *referenceModel) guess(features []int32, sums *[unsure]int32) uint8 {
	*sums = [unsure]int32{}
	for _, f := range features {
		row := &m.sorts[f]
		for k := range row {
			sums[k] += int32(row[k])
		}
	}
	best, second := 0, -1
	for k := 1; k < unsure; k++ {
		switch {
		case sums[k] > sums[best]:
			best, second = k, best
		case second < 0 || sums[k] > sums[second]:
			second = k
		}
	}
	if sums[best]-sums[second] < sureMargin {
		return unsure
	}
	return uint8(best)
}

// sureMargin is how much better than the next a sort must be, in units of 1/16.
const sureMargin = 8

// choose scores the candidates and returns the best with its probability among all, 0 for something
// new.
func (m *referenceModel) choose(list []candidate, features []int32) (best int, p float64) {
	for k := range list {
		sum := int32(0)
		for _, f := range features[list[k].from:list[k].to] {
			sum += int32(m.weights[f])
		}
		list[k].score = float32(sum) / 256
		if list[k].score > list[best].score {
			best = k
		}
	}
	if best == 0 {
		return 0, 0
	}
	var all float64
	for k := range list {
		if d := list[k].score - list[best].score; d > -12 {
			all += math.Exp(float64(d))
		}
	}
	return best, 1 / all
}

// encode gives the model's file; equal models give equal bytes.
func (m *referenceModel) encode() ([]byte, error) {
	var b bytes.Buffer
	for _, w := range m.weights {
		b.WriteByte(byte(w))
	}
	for _, w := range m.weights {
		b.WriteByte(byte(w >> 8))
	}
	for k := range unsure {
		for i := range m.sorts {
			b.WriteByte(byte(m.sorts[i][k]))
		}
	}
	for _, w := range m.ends {
		b.WriteByte(byte(w))
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("compress model: %w", err)
	}
	head := binary.AppendUvarint([]byte(referenceMagic), uint64(weightCount))
	return append(head, z.EncodeAll(b.Bytes(), nil)...), nil
}

func readReferenceModel(data []byte) (*referenceModel, error) {
	rest, ok := bytes.CutPrefix(data, []byte(referenceMagic))
	count, n := binary.Uvarint(rest)
	if !ok || n <= 0 || count != uint64(weightCount) {
		return nil, fmt.Errorf("not a %q file of %d weights", referenceMagic[:len(referenceMagic)-1], weightCount)
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("expand model: %w", err)
	}
	defer z.Close()
	plain, err := z.DecodeAll(rest[n:], nil)
	if err != nil {
		return nil, fmt.Errorf("expand model: %w", err)
	}
	if len(plain) != 2*int(weightCount)+unsure*sortBuckets+2*endBuckets {
		return nil, fmt.Errorf("model of %d bytes", len(plain))
	}
	return decodeReferences(plain), nil
}

func decodeReferences(plain []byte) *referenceModel {
	m := &referenceModel{weights: make([]int16, weightCount), sorts: make([][unsure]int8, sortBuckets), ends: make([]int8, 2*endBuckets)}
	for i := range m.weights {
		m.weights[i] = int16(plain[i]) | int16(plain[int(weightCount)+i])<<8
	}
	plain = plain[2*weightCount:]
	for k := range unsure {
		for i := range m.sorts {
			m.sorts[i][k] = int8(plain[k*sortBuckets+i])
		}
	}
	for i := range m.ends {
		m.ends[i] = int8(plain[unsure*sortBuckets+i])
	}
	return m
}

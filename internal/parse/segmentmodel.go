package parse

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// segmentMagic opens a segmenter's file; its number changes with the features or the layout.
const segmentMagic = "dateline segment model 1\n"

//go:embed segment.model
var embeddedSegmenter []byte

// englishSegments is the embedded segmenter, read at its first use. It panics on one that cannot be
// read: then the program itself is broken.
var englishSegments = sync.OnceValue(func() *segmenter {
	s, err := readSegmenter(embeddedSegmenter)
	if err != nil {
		panic(fmt.Sprintf("parse: embedded segmenter: %v", err))
	}
	return s
})

// bytes gives the segmenter as readSegmenter reads it; equal segmenters give equal bytes.
func (s *segmenter) bytes() ([]byte, error) {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("compress segmenter: %w", err)
	}
	var forms []uint32
	for _, k := range s.words.keys {
		if k != 0 {
			forms = append(forms, k)
		}
	}
	slices.Sort(forms)
	plain := binary.LittleEndian.AppendUint32(nil, uint32(len(forms)))
	for _, k := range forms {
		plain = append(binary.LittleEndian.AppendUint32(plain, k), s.words.of(k))
	}
	for _, w := range s.weights {
		plain = append(plain, byte(w))
	}
	return z.EncodeAll(plain, []byte(segmentMagic)), nil
}

var errSegmenterCut = errors.New("file ends too soon")

func readSegmenter(file []byte) (*segmenter, error) {
	rest, ok := bytes.CutPrefix(file, []byte(segmentMagic))
	if !ok {
		return nil, fmt.Errorf("not a %q file", segmentMagic[:len(segmentMagic)-1])
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("expand segmenter: %w", err)
	}
	defer z.Close()
	plain, err := z.DecodeAll(rest, nil)
	if err != nil {
		return nil, fmt.Errorf("expand segmenter: %w", err)
	}
	if len(plain) < 4 || len(plain)-4 != 5*int(binary.LittleEndian.Uint32(plain))+1<<segmentBits {
		return nil, errSegmenterCut
	}
	n := int(binary.LittleEndian.Uint32(plain))
	s := &segmenter{words: newWordFacts(n), weights: make([]int8, 1<<segmentBits)}
	for f := range slices.Chunk(plain[4:4+5*n], 5) {
		s.words.set(binary.LittleEndian.Uint32(f), f[4])
	}
	for i, b := range plain[4+5*n:] {
		s.weights[i] = int8(b)
	}
	return s, nil
}

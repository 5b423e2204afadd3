package basemap

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"
	"math"
)

// Source is what a map is written from.
type Source struct {
	Lines [][]Vertex
	Areas []Shape // countries and their first-order areas
}

// Vertex is a point of a line, in steps of a degree, and the coarsest Level at which it is there.
type Vertex struct {
	X, Y  int32
	Level uint8
}

// Shape is an area: its rings refer to lines, ^line for one that is followed backwards.
type Shape struct {
	Country string // two letters
	Name    string // "" for the country itself
	Reach   bool   // not its outline: the hull of its settlements
	Rings   [][]int
}

// NewVertex puts a position onto the grid of the map.
func NewVertex(lon, lat float64, level int) Vertex {
	return Vertex{int32(math.Round(lon * stepsPerDegree)), int32(math.Round(lat * stepsPerDegree)), uint8(level)}
}

// Write writes a map as Open reads it. The package comment describes the bytes.
func Write(w io.Writer, s Source) error {
	b := append([]byte{}, magic...)
	b = binary.AppendUvarint(b, uint64(len(s.Lines)))
	var x, y int32
	for _, line := range s.Lines {
		b = binary.AppendUvarint(b, uint64(len(line)))
		for _, v := range line {
			b = binary.AppendUvarint(b, zigzag(int(v.X-x))<<2|uint64(v.Level))
			b = binary.AppendUvarint(b, zigzag(int(v.Y-y)))
			x, y = v.X, v.Y
		}
	}
	b = binary.AppendUvarint(b, uint64(len(s.Areas)))
	for _, a := range s.Areas {
		b = appendShape(b, a)
	}
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(b); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	_, err = w.Write(packed.Bytes())
	return err
}

func appendShape(b []byte, a Shape) []byte {
	b = append(b, a.Country[0], a.Country[1])
	b = binary.AppendUvarint(b, uint64(len(a.Name)))
	b = append(b, a.Name...)
	reach := byte(0)
	if a.Reach {
		reach = 1
	}
	b = append(b, reach)
	b = binary.AppendUvarint(b, uint64(len(a.Rings)))
	for _, r := range a.Rings {
		b = binary.AppendUvarint(b, uint64(len(r)))
		for _, ref := range r {
			b = binary.AppendUvarint(b, zigzag(ref))
		}
	}
	return b
}

func zigzag(n int) uint64 { return uint64(n<<1) ^ uint64(n>>63) }

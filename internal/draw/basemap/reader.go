package basemap

import "encoding/binary"

// reader takes a map apart. After short, all it returns is zero.
type reader struct {
	data  []byte
	short bool
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.data)
	if size <= 0 || n > 1<<31 {
		r.short, r.data = true, nil
		return 0
	}
	r.data = r.data[size:]
	return int(n)
}

func (r *reader) signed() int {
	n := r.number()
	return n>>1 ^ -(n & 1)
}

// count is a number of things that take a byte each at least.
func (r *reader) count() int {
	n := r.number()
	if n > len(r.data) {
		r.short, r.data = true, nil
		return 0
	}
	return n
}

func (r *reader) text(n int) string {
	if n > len(r.data) {
		r.short, r.data = true, nil
		return ""
	}
	s := string(r.data[:n])
	r.data = r.data[n:]
	return s
}

func (r *reader) readLines() [][]Vertex {
	out := make([][]Vertex, r.count())
	var x, y int
	for i := range out {
		out[i] = make([]Vertex, r.count())
		for j := range out[i] {
			n := r.number()
			x += n>>3 ^ -(n >> 2 & 1)
			y += r.signed()
			out[i][j] = Vertex{int32(x), int32(y), uint8(n & 3)}
		}
	}
	return out
}

// readAreas reads areas whose rings refer to so many lines.
func (r *reader) readAreas(lines int) []Area {
	out := make([]Area, r.count())
	for i := range out {
		a := &out[i]
		a.Country = r.text(2)
		a.Name = r.text(r.count())
		a.Reach = r.text(1) == "\x01"
		a.rings = make([][]int, r.count())
		for j := range a.rings {
			a.rings[j] = make([]int, r.count())
			for k := range a.rings[j] {
				ref := r.signed()
				if max(ref, ^ref) >= lines {
					r.short, ref = true, 0
				}
				a.rings[j][k] = ref
			}
		}
	}
	return out
}

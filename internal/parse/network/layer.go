package network

import "math"

// Layer is a simple recurrent unit (Lei, Zhang, Wang, Dai and Artzi 2018) that reads a sequence forwards
// in its first half of cells and backwards in its second, and then brings each vector to mean zero and
// variance one. A vector has as many values as the layer has
// cells, a multiple of 32.
type Layer struct {
	Cells        int
	in           *Matrix // to candidate, forget gate, reset gate: 3 x Cells
	forget       []float32
	reset        []float32 // what the cell's content adds to its gates
	gain, offset []float32
}

// NewLayer takes the weights of a layer: in maps a vector to 3 x cells gates, the others are one a cell.
func NewLayer(in Weights, forget, reset, gain, offset []float32) *Layer {
	return &Layer{in.In, in.Matrix(), forget, reset, gain, offset}
}

// Room is what reading a sequence needs to work in. The zero Room is ready; it grows and is used again.
type Room struct {
	rows  Rows
	sums  Sums
	order []int
	cells []float32
}

// Gates are what vectors make of a layer's gates before it reads them in a row: they are the same wherever
// a vector stands.
type Gates struct {
	sums  []int32
	scale []float32
}

// Reset forgets all gates.
func (g *Gates) Reset() { g.sums, g.scale = g.sums[:0], g.scale[:0] }

// Gate puts the gates of the vectors of x behind those of g.
func (l *Layer) Gate(x []float32, g *Gates, room *Room) {
	more := l.gates(x, room)
	g.sums, g.scale = append(g.sums, more.sums...), append(g.scale, more.scale...)
}

// gates returns the gates of the vectors of x, which stand until the room is used again.
func (l *Layer) gates(x []float32, room *Room) Gates {
	n := len(x) / l.Cells
	room.rows.Reset(n, l.Cells)
	for i := range n {
		room.rows.Set(i, x[i*l.Cells:(i+1)*l.Cells])
	}
	room.sums.Mul(l.in, &room.rows)
	return Gates{room.sums.sums[:n*l.in.Wide()], room.rows.scale}
}

// Read replaces the vectors of x by what the layer makes of them; ends says where each sequence of them ends.
func (l *Layer) Read(x []float32, ends []int, room *Room) {
	g := l.gates(x, room)
	room.order = grow(room.order, len(g.scale))
	for i := range room.order {
		room.order[i] = i
	}
	l.ReadGated(x, room.order, ends, &g, room)
}

// ReadGated is Read where the gates of vector i of x are number order[i] of g.
func (l *Layer) ReadGated(x []float32, order, ends []int, g *Gates, room *Room) {
	from := 0
	for _, to := range ends {
		l.readSequence(x[from*l.Cells:to*l.Cells], order[from:to], g, room)
		from = to
	}
}

func (l *Layer) readSequence(x []float32, order []int, g *Gates, room *Room) {
	half := l.Cells / 2
	room.cells = grow(room.cells, l.Cells)
	clear(room.cells)
	s := l.steps(room.cells, 0, half)
	for i, at := range order {
		l.step(&s, x[i*l.Cells:], g, at, 0)
	}
	s = l.steps(room.cells, half, l.Cells)
	for i := len(order) - 1; i >= 0; i-- {
		l.step(&s, x[i*l.Cells:], g, order[i], half)
	}
	for i := range order {
		normalise(x[i*l.Cells:(i+1)*l.Cells], l.gain, l.offset)
	}
}

// steps is what all steps share that read into cells from to to.
func (l *Layer) steps(cells []float32, from, to int) step {
	s := step{forget: l.forget[from:to], reset: l.reset[from:to], cells: cells[from:to], n: int64(to - from)}
	for k := range s.sums {
		a, b := k*l.Cells+from, k*l.Cells+to
		s.zero[k], s.scale[k], s.bias[k] = l.in.zero[a:b], l.in.scale[a:b], l.in.bias[a:b]
	}
	return s
}

// step reads the vector x, whose gates are number at, into the cells of s, which are those from from on.
func (l *Layer) step(s *step, x []float32, g *Gates, at, from int) {
	sums, n := g.sums[at*l.in.Wide()+from:], int(s.n)
	for k := range s.sums {
		s.sums[k] = sums[k*l.Cells : k*l.Cells+n]
	}
	s.h, s.by = x[from:from+n], g.scale[at]
	s.run()
}

// normalise brings x to mean 0 and variance 1, and then stretches and shifts each value.
func normalise(x, gain, offset []float32) {
	var lanes [16]float32
	sum(x, &lanes)
	mean := fold(&lanes) / float32(len(x))
	squares(x, mean, &lanes)
	by := float32(1 / math.Sqrt(float64(fold(&lanes)/float32(len(x))+1e-5)))
	stretch(x, mean, by, gain, offset)
}

// fold adds sixteen numbers by halves.
func fold(lanes *[16]float32) float32 {
	for n := 8; n > 0; n /= 2 {
		for j := range n {
			lanes[j] += lanes[j+n]
		}
	}
	return lanes[0]
}

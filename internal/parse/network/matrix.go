package network

import (
	"fmt"
	"slices"
)

// block is how many outputs one step of a product makes, chunk how many inputs the widest step takes: rows of
// inputs are as long as so many chunks.
const (
	block = 64
	chunk = 64
)

// middle is what the byte of an input that is zero holds: inputs take 1 to 127, so that a sum of two
// products of bytes fits in sixteen bits on every processor.
const (
	middle = 64
	most   = 63
)

// Matrix maps In values to Out values by weights of eight bits, a scale an output, and a bias. The
// weights of 64 outputs stand together, four inputs of each output side by side: the order that the
// processors' products of bytes want.
type Matrix struct {
	In, Out int
	weights []int8    // for each block, for each four inputs, for each output: four weights
	scale   []float32 // one an output
	zero    []int32   // what inputs of zero add up to, one an output
	bias    []float32
}

// Weights are a matrix as it is kept: in x out weights of eight bits in the order of the inputs, and for
// each output a scale and a bias.
type Weights struct {
	In, Out     int
	Bytes       []int8
	Scale, Bias []float32
}

// Round rounds in x out weights, in the order of the inputs, to eight bits. A nil bias is zero. It
// panics where the sizes do not agree.
func Round(in, out int, weights, bias []float32) Weights {
	if len(weights) != in*out || bias != nil && len(bias) != out {
		panic(fmt.Sprintf("network: %d weights and %d biases for a matrix of %d by %d", len(weights), len(bias), in, out))
	}
	w := Weights{in, out, make([]int8, in*out), make([]float32, out), make([]float32, out)}
	copy(w.Bias, bias)
	column := make([]float32, in)
	for o := range out {
		for i := range column {
			column[i] = weights[i*out+o]
		}
		var by float32
		w.Scale[o], by = scaleOf(column)
		for i, v := range column {
			w.Bytes[i*out+o] = rounded(float32(v * by))
		}
	}
	return w
}

// scaleOf returns the scale by which values fit in eight bits, 0 where all are zero, and what to multiply by.
func scaleOf(values []float32) (scale, by float32) {
	top := largest(values)
	if top == 0 {
		return 0, 0
	}
	return top / 127, 127 / top
}

// rounded is the nearest whole number, the higher one of two.
func rounded(v float32) int8 { return int8(int32(v+128.5) - 128) }

// Columns are the weights of the outputs from to to.
func (w Weights) Columns(from, to int) Weights {
	c := Weights{In: w.In, Out: to - from, Scale: w.Scale[from:to], Bias: w.Bias[from:to]}
	for i := range w.In {
		c.Bytes = append(c.Bytes, w.Bytes[i*w.Out+from:i*w.Out+to]...)
	}
	return c
}

// Matrix puts the weights in the order of the products.
func (w Weights) Matrix() *Matrix {
	m := new(Matrix)
	m.Reset(w.In, w.Out)
	copy(m.scale, w.Scale)
	copy(m.bias, w.Bias)
	for i := range w.In {
		for o := range w.Out {
			v := w.Bytes[i*w.Out+o]
			m.weights[m.at(i, o)] = v
			m.zero[o] += middle * int32(v)
		}
	}
	return m
}

// Reset makes m a matrix of zeros.
func (m *Matrix) Reset(in, out int) {
	wide, deep := roundUp(out, block), roundUp(in, chunk)
	m.In, m.Out = in, out
	m.weights, m.scale, m.zero, m.bias = grow(m.weights, wide*deep), grow(m.scale, wide), grow(m.zero, wide), grow(m.bias, wide)
	clear(m.weights)
	clear(m.scale)
	clear(m.zero)
	clear(m.bias)
}

// Set makes values, In of them, the weights of an output.
func (m *Matrix) Set(output int, values []float32, bias float32) {
	var zero int32
	at := m.at(0, output)
	scale, by := scaleOf(values)
	for i := 0; i < len(values); i += 4 {
		four := m.weights[at+i*block:][:4]
		for k, v := range values[i:min(i+4, len(values))] {
			w := rounded(float32(v * by))
			four[k] = w
			zero += int32(w)
		}
	}
	m.scale[output], m.zero[output], m.bias[output] = scale, middle*zero, bias
}

// at returns where the weight of input i for output o stands.
func (m *Matrix) at(i, o int) int {
	return (o/block*roundUp(m.In, chunk)+i/4*4)*block + o%block*4 + i%4
}

// Wide is Out, rounded up to whole blocks: the length of a row of sums.
func (m *Matrix) Wide() int { return len(m.scale) }

// Rows are vectors of eight-bit inputs, each with its scale.
type Rows struct {
	N, quads, deep int
	bytes          []uint8
	scale          []float32
}

// Reset makes r n rows of in values, of unknown content.
func (r *Rows) Reset(n, in int) {
	r.N, r.quads, r.deep = n, roundUp(in, 4)/4, roundUp(in, chunk)
	r.bytes, r.scale = grow(r.bytes, (n+3)*r.deep), grow(r.scale, n) // any four rows can be read
}

// Part is the rows from to to, which stand until r is set again.
func (r *Rows) Part(from, to int) *Rows {
	return &Rows{to - from, r.quads, r.deep, r.bytes[from*r.deep:], r.scale[from:to]}
}

// Set rounds values into row i.
func (r *Rows) Set(i int, values []float32) { r.SetBoth(i, values, nil) }

// SetBoth rounds values, and behind them more, into row i.
func (r *Rows) SetBoth(i int, values, more []float32) {
	row := r.bytes[i*r.deep : (i+1)*r.deep]
	top := max(largest(values), largest(more))
	if top == 0 {
		top = 1
	}
	r.scale[i] = top / most
	round(row, values, most/top)
	row = row[len(values):]
	round(row, more, most/top)
	for j := len(more); j < len(row); j++ {
		row[j] = middle
	}
}

// AddScaled adds the values of a row of bytes, each times by, to the first numbers of x.
func AddScaled(x []float32, row []int8, by float32) { addScaled(x[:len(row)], row, by) }

// Rectify makes the negative values of x zero.
func Rectify(x []float32) { rectify(x) }

// Sums are the whole-number products of rows and a matrix, to be scaled by what reads them.
type Sums struct {
	matrix *Matrix
	rows   *Rows
	sums   []int32
}

// Mul multiplies all rows by m. The sums are exact, and so the same on every machine.
func (s *Sums) Mul(m *Matrix, r *Rows) {
	s.matrix, s.rows, s.sums = m, r, grow(s.sums, roundUp(r.N, 4)*m.Wide())
	if tiled {
		s.mulTiles()
		return
	}
	for b := 0; b < m.Wide(); b += block {
		weights := m.weights[b*r.deep : (b+block)*r.deep]
		for i := 0; i < r.N; i += 4 {
			n := min(4, r.N-i)
			multiply(r.bytes[i*r.deep:], r.deep, weights, s.sums[i*m.Wide()+b:], n, r.quads, m.Wide())
		}
	}
}

// Row writes the first len(into) values of row i, bias included.
func (s *Sums) Row(i int, into []float32) {
	m, at := s.matrix, i*s.matrix.Wide()
	values(into, s.sums[at:at+m.Wide()], m.zero, m.scale, m.bias, s.rows.scale[i])
}
func roundUp(n, to int) int { return (n + to - 1) / to * to }

// grow returns a slice of n, of unknown content, s itself where it is long enough.
func grow[T any](s []T, n int) []T {
	return slices.Grow(s[:0], n)[:n]
}

package network

import "math"

// multiplyPlain multiplies n rows of 4 quads inputs, which stand stride bytes apart, by the weights of one block,
// to the sums of each row, which stand to numbers apart.
func multiplyPlain(rows []uint8, stride int, weights []int8, sums []int32, n, quads, to int) {
	for i := range n {
		var acc [block]int32
		row := rows[i*stride:][:quads*4]
		for q := range quads {
			a, b, c, d := int32(row[q*4]), int32(row[q*4+1]), int32(row[q*4+2]), int32(row[q*4+3])
			w := weights[q*4*block : (q+1)*4*block]
			for o := range acc {
				acc[o] += a*int32(w[o*4]) + b*int32(w[o*4+1]) + c*int32(w[o*4+2]) + d*int32(w[o*4+3])
			}
		}
		copy(sums[i*to:i*to+block], acc[:])
	}
}

// step is what a layer does with some of the cells of one vector. Its layout is known to the assembly:
// all slices are of one length, n.
type step struct {
	sums          [3][]int32 // candidate, forget gate, reset gate
	zero          [3][]int32
	scale         [3][]float32
	bias          [3][]float32
	forget, reset []float32
	cells, h      []float32
	by            float32
	n             int64
}

func (s *step) plain() {
	for j, c := range s.cells {
		z := s.gate(0, j)
		f := sigmoid(s.gate(1, j) + float32(s.forget[j]*c))
		r := sigmoid(s.gate(2, j) + float32(s.reset[j]*c))
		c = float32(f*float32(c-z)) + z
		s.cells[j] = c
		s.h[j] += float32(r * float32(c-s.h[j]))
	}
}

func (s *step) gate(k, j int) float32 {
	return value(s.sums[k][j], s.zero[k][j], s.scale[k][j], s.by, s.bias[k][j])
}

// value is a sum as a number.
func value(sum, zero int32, scale, by, bias float32) float32 {
	return float32(float32(sum-zero)*float32(scale*by)) + bias
}

// valuesPlain makes numbers of the first len(into) sums.
func valuesPlain(into []float32, sums, zero []int32, scale, bias []float32, by float32) {
	for o := range into {
		into[o] = value(sums[o], zero[o], scale[o], by, bias[o])
	}
}

// addScaledPlain adds the bytes of row, each times by, to x, which is as long.
func addScaledPlain(x []float32, row []int8, by float32) {
	for j, v := range row {
		x[j] += float32(float32(v) * by)
	}
}

func rectifyPlain(x []float32) {
	for j, v := range x {
		x[j] = max(0, v)
	}
}

// sigmoid is 1/(1+exp(-x)), to 7e-4, by way of the hyperbolic tangent of x/2 as the fifth convergent of
// its continued fraction (Lambert 1768), which reaches 1 at clamp.
func sigmoid(x float32) float32 {
	x = max(-clamp, min(clamp, float32(x*0.5)))
	s := float32(x * x)
	p := float32((s+105)*s) + 945
	q := float32((float32(s*15)+420)*s) + 945
	return float32(float32(float32(p*x)/q)*0.5) + 0.5
}

const clamp = 3.6467

func sumPlain(x []float32, lanes *[16]float32) {
	*lanes = [16]float32{}
	for i := 0; i < len(x); i += 16 {
		for j, v := range x[i : i+16] {
			lanes[j] += v
		}
	}
}

func squaresPlain(x []float32, mean float32, lanes *[16]float32) {
	*lanes = [16]float32{}
	for i := 0; i < len(x); i += 16 {
		for j, v := range x[i : i+16] {
			d := v - mean
			lanes[j] += float32(d * d)
		}
	}
}

func stretchPlain(x []float32, mean, by float32, gain, offset []float32) {
	for i, v := range x {
		x[i] = float32(float32(float32(v-mean)*by)*gain[i]) + offset[i]
	}
}

func largestPlain(x []float32) (top float32) {
	for _, v := range x {
		if v = abs(v); v > top {
			top = v
		}
	}
	return top
}

// roundPlain writes each value times by, rounded, around middle.
func roundPlain(into []uint8, x []float32, by float32) {
	for j, v := range x {
		into[j] = uint8(float32(v*by) + (middle + 0.5))
	}
}

func abs(v float32) float32 { return math.Float32frombits(math.Float32bits(v) &^ (1 << 31)) }

package network

import "golang.org/x/sys/cpu"

// wide says that the processor works on sixteen numbers at a time, narrow that it multiplies bytes
// eight sums at a time.
var (
	wide   = cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VNNI
	narrow = cpu.X86.HasAVX2
)

// multiply4 multiplies four rows, stride bytes apart, by the weights of one block; wide is the
// distance between two rows of sums.
//
//go:noescape
func multiply4(rows *uint8, stride int, weights *int8, quads int, sums *int32, wide int)

// multiply1 multiplies one row by the weights of one block, and so does multiplyNarrow.
//
//go:noescape
func multiply1(row *uint8, weights *int8, quads int, sums *int32)

//go:noescape
func multiplyNarrow(row *uint8, weights *int8, quads int, sums *int32)

//go:noescape
func stepWide(s *step)

//go:noescape
func sumWide(x *float32, n int, lanes *[16]float32)

//go:noescape
func squaresWide(x *float32, n int, mean float32, lanes *[16]float32)

//go:noescape
func stretchWide(x *float32, n int, mean, by float32, gain, offset *float32)

//go:noescape
func largestWide(x *float32, n int) float32

//go:noescape
func roundWide(into *uint8, x *float32, n int, by float32)

//go:noescape
func valuesWide(into *float32, sums, zero *int32, scale, bias *float32, n int, by float32)

//go:noescape
func addScaledWide(x *float32, row *int8, n int, by float32)

//go:noescape
func rectifyWide(x *float32, n int)

func addScaled(x []float32, row []int8, by float32) {
	n := 0
	if wide && len(row) >= 16 {
		n = len(row) &^ 15
		addScaledWide(&x[0], &row[0], n, by)
	}
	addScaledPlain(x[n:], row[n:], by)
}

func rectify(x []float32) {
	n := 0
	if wide && len(x) >= 16 {
		n = len(x) &^ 15
		rectifyWide(&x[0], n)
	}
	rectifyPlain(x[n:])
}

func values(into []float32, sums, zero []int32, scale, bias []float32, by float32) {
	n := 0
	if wide && len(into) >= 16 {
		n = len(into) &^ 15
		valuesWide(&into[0], &sums[0], &zero[0], &scale[0], &bias[0], n, by)
	}
	valuesPlain(into[n:], sums[n:], zero[n:], scale[n:], bias[n:], by)
}

func multiply(rows []uint8, stride int, weights []int8, sums []int32, n, quads, to int) {
	switch {
	case wide && n == 1:
		multiply1(&rows[0], &weights[0], quads, &sums[:block][0])
	case wide: // there is room for four
		_, _ = sums[3*to+block-1], rows[4*stride-1]
		multiply4(&rows[0], stride, &weights[0], quads, &sums[0], to)
	case narrow:
		for i := range n {
			multiplyNarrow(&rows[i*stride], &weights[0], quads, &sums[i*to : i*to+block][0])
		}
	default:
		multiplyPlain(rows, stride, weights, sums, n, quads, to)
	}
}

func (s *step) run() {
	if wide && s.n%16 == 0 {
		stepWide(s)
		return
	}
	s.plain()
}

func sum(x []float32, lanes *[16]float32) {
	if wide {
		sumWide(&x[0], len(x), lanes)
		return
	}
	sumPlain(x, lanes)
}

func squares(x []float32, mean float32, lanes *[16]float32) {
	if wide {
		squaresWide(&x[0], len(x), mean, lanes)
		return
	}
	squaresPlain(x, mean, lanes)
}

func stretch(x []float32, mean, by float32, gain, offset []float32) {
	if wide {
		stretchWide(&x[0], len(x), mean, by, &gain[0], &offset[0])
		return
	}
	stretchPlain(x, mean, by, gain, offset)
}

func largest(x []float32) float32 {
	n := 0
	var top float32
	if wide && len(x) >= 16 {
		n = len(x) &^ 15
		top = largestWide(&x[0], n)
	}
	return max(top, largestPlain(x[n:]))
}

func round(into []uint8, x []float32, by float32) {
	n := 0
	if wide && len(x) >= 16 {
		n = len(x) &^ 15
		roundWide(&into[0], &x[0], n, by)
	}
	roundPlain(into[n:], x[n:], by)
}

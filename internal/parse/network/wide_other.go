//go:build !amd64

package network

func multiply(rows []uint8, stride int, weights []int8, sums []int32, n, quads, to int) {
	multiplyPlain(rows, stride, weights, sums, n, quads, to)
}

func (s *step) run() { s.plain() }

func sum(x []float32, lanes *[16]float32) { sumPlain(x, lanes) }

func squares(x []float32, mean float32, lanes *[16]float32) { squaresPlain(x, mean, lanes) }

func stretch(x []float32, mean, by float32, gain, offset []float32) {
	stretchPlain(x, mean, by, gain, offset)
}

func largest(x []float32) float32 { return largestPlain(x) }

func round(into []uint8, x []float32, by float32) { roundPlain(into, x, by) }

func addScaled(x []float32, row []int8, by float32) { addScaledPlain(x, row, by) }

func rectify(x []float32) { rectifyPlain(x) }

func values(into []float32, sums, zero []int32, scale, bias []float32, by float32) {
	valuesPlain(into, sums, zero, scale, bias, by)
}

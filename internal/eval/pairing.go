package eval

// pairing pairs rows with columns so that the sum of gains is greatest. It returns for each row its
// column, or -1. A pair without gain is not made.
func pairing(gain [][]float64) []int {
	n := len(gain)
	for _, row := range gain {
		n = max(n, len(row))
	}
	cost := func(i, j int) float64 {
		if i < len(gain) && j < len(gain[i]) {
			return -gain[i][j]
		}
		return 0
	}
	out := make([]int, len(gain))
	for i := range out {
		out[i] = -1
	}
	for j, i := range assign(n, cost) {
		if cost(i, j) < 0 {
			out[i] = j
		}
	}
	return out
}

package parse

import "slices"

// arborescence finds the best tree over nodes of which node 0 is the root (Chu and Liu 1965, Edmonds
// 1967): each node takes the best head; where that makes a circle, the circle is drawn together into one
// node, the smaller problem solved, and the circle opened where its solution enters it. All of it takes
// time in the square of the number of nodes.
type arborescence struct {
	n            int
	w            []float64 // w[i*n+j] is the weight of node i hanging on node j
	lower, upper []int     // which two nodes of the sentence such an arc joins
	members      [][]int   // the nodes of the sentence that a node stands for
	alive        []int     // the nodes that are left, ascending
}

// bestTree returns the head of each of n nodes, -1 for the root. w is spoilt.
func bestTree(w []float64, n int) []int {
	a := &arborescence{n: n, w: w, lower: make([]int, n*n), upper: make([]int, n*n)}
	for i := range n {
		a.alive, a.members = append(a.alive, i), append(a.members, []int{i})
		for j := range n {
			a.lower[i*n+j], a.upper[i*n+j] = i, j
		}
	}
	heads, best := make([]int, n), make([]int, n)
	for i := range heads {
		heads[i] = -1
	}
	for i := 1; i < n; i++ {
		best[i] = a.head(i)
	}
	a.solve(best, heads)
	return heads
}

// solve fills heads, given what each node that is left likes best.
func (a *arborescence) solve(best, heads []int) {
	circle := a.circle(best)
	if circle == nil {
		for _, i := range a.alive[1:] {
			a.join(i, best[i], heads)
		}
		return
	}
	members, inner := a.contract(circle, best)
	for _, i := range a.alive[1:] {
		if slices.Contains(circle, best[i]) {
			best[i] = circle[0]
		}
	}
	best[circle[0]] = a.head(circle[0])
	a.solve(best, heads)
	for k, nodes := range members {
		if !slices.ContainsFunc(nodes, func(i int) bool { return heads[i] >= 0 }) {
			heads[inner[k][0]] = inner[k][1]
		}
	}
}

func (a *arborescence) join(i, j int, heads []int) {
	heads[a.lower[i*a.n+j]] = a.upper[i*a.n+j]
}

// head returns the best node for i to hang on.
func (a *arborescence) head(i int) int {
	best := -1
	for _, j := range a.alive {
		if j != i && (best < 0 || a.w[i*a.n+j] > a.w[i*a.n+best]) {
			best = j
		}
	}
	return best
}

// circle returns nodes that hang on each other, nil where there are none.
func (a *arborescence) circle(best []int) []int {
	mark := make([]int, a.n)
	for _, i := range a.alive[1:] {
		at := i
		for at != 0 && mark[at] == 0 {
			mark[at] = i
			at = best[at]
		}
		if at == 0 || mark[at] != i {
			continue
		}
		circle := []int{at}
		for j := best[at]; j != at; j = best[j] {
			circle = append(circle, j)
		}
		return circle
	}
	return nil
}

// contract makes the first node of a circle stand for all of them. It returns, for each node of the
// circle, what it stood for before and the arc of the circle that leads to its head.
func (a *arborescence) contract(circle, best []int) (members [][]int, inner [][2]int) {
	n, one := a.n, circle[0]
	var all []int
	for _, i := range circle {
		members = append(members, a.members[i])
		inner = append(inner, [2]int{a.lower[i*n+best[i]], a.upper[i*n+best[i]]})
		all = append(all, a.members[i]...)
	}
	lost := make([]float64, len(circle))
	for k, i := range circle {
		lost[k] = a.w[i*n+best[i]]
	}
	a.alive = slices.DeleteFunc(slices.Clone(a.alive), func(i int) bool { return slices.Contains(circle[1:], i) })
	for _, j := range a.alive {
		if j != one {
			a.merge(circle, lost, j)
		}
	}
	a.members = slices.Clone(a.members)
	a.members[one] = all
	return members, inner
}

// merge finds the best arcs between node j and the circle, which its first node then stands for.
func (a *arborescence) merge(circle []int, lost []float64, j int) {
	n, one := a.n, circle[0]
	down, up := 0, 0
	for k, i := range circle {
		if a.w[j*n+i] > a.w[j*n+circle[down]] {
			down = k
		}
		if a.w[i*n+j]-lost[k] > a.w[circle[up]*n+j]-lost[up] {
			up = k
		}
	}
	from, to := j*n+circle[down], circle[up]*n+j
	weight := a.w[to] - lost[up]
	a.w[j*n+one], a.lower[j*n+one], a.upper[j*n+one] = a.w[from], a.lower[from], a.upper[from]
	a.w[one*n+j], a.lower[one*n+j], a.upper[one*n+j] = weight, a.lower[to], a.upper[to]
}

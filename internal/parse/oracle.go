package parse

// oracle knows a sentence's gold tree and says what a move costs: how many gold arcs can no longer
// be drawn after it (arc-hybrid costs of Goldberg and Nivre 2013).
type oracle struct {
	heads    []int32
	children [][]int32 // by node, the root's last
}

func newOracle(heads []int32) *oracle {
	g := &oracle{heads: heads, children: make([][]int32, len(heads)+1)}
	for dep, head := range heads {
		g.children[head] = append(g.children[head], int32(dep))
	}
	return g
}

// best returns the legal move of least cost, the better scored of equals.
func (g *oracle) best(c *config, scores []int32) int {
	best, least := -1, 0
	for move := range moveCount {
		if !c.legal(move) {
			continue
		}
		cost := g.cost(c, move)
		if best < 0 || cost < least || cost == least && scores[move] > scores[best] {
			best, least = move, cost
		}
	}
	return best
}

func (g *oracle) cost(c *config, move int) int {
	if move == shift {
		return g.shiftCost(c)
	}
	head, dep := c.arc(move)
	cost := 0
	for _, child := range g.children[dep] {
		cost += one(child >= c.next)
	}
	gold := g.heads[dep]
	if gold == head {
		return cost
	}
	lost := gold >= c.next || move == left && gold == c.top(1)
	return cost + one(lost)
}

// shiftCost counts what the first word of the buffer loses on the stack: a head below the top, and
// children anywhere in the stack.
func (g *oracle) shiftCost(c *config) int {
	cost := 0
	head := g.heads[c.next]
	for i, s := range c.stack {
		cost += one(g.heads[s] == c.next)
		cost += one(s == head && i < len(c.stack)-1)
	}
	return cost
}

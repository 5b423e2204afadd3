package review

import (
	"maps"
	"slices"

	"dateline"
)

// pairs is what rulings on two Statements come to.
type pairs struct {
	groups map[string]string            // a Statement's group, by way of others; its own if it is not there
	apart  map[string]map[string]*Ruled // groups that are not one, both ways
	unsure map[[2]string]*Ruled
	same   map[string][]edge // what joined the groups
	on     map[string]bool   // the Statements that a ruling in force is on
}

// edge is one side of a ruling 'same'.
type edge struct {
	to string
	by *Ruled
}

// weighPairs weighs rulings from the latest back; they come the oldest first.
func weighPairs(rs []*Ruled) pairs {
	p := pairs{map[string]string{}, map[string]map[string]*Ruled{}, map[[2]string]*Ruled{}, map[string][]edge{}, map[string]bool{}}
	last := map[[2]string]*Ruled{}
	for _, r := range slices.Backward(rs) {
		a, b := r.On[0], r.On[1]
		k := pairOf(a, b)
		if by := last[k]; by != nil {
			if by.Ruling != r.Ruling {
				r.OverruledBy = []string{by.ID}
			}
			continue
		}
		last[k] = r
		if p.rule(r, p.group(a), p.group(b)); r.InForce() {
			p.on[a], p.on[b] = true, true
		}
	}
	return p
}

// rule lets r stand unless later rulings contradict it; x and y are the groups of its Statements.
func (p *pairs) rule(r *Ruled, x, y string) {
	by := p.apart[x][y]
	switch {
	case r.Ruling == dateline.Unsure:
		p.unsure[pairOf(r.On[0], r.On[1])] = r
	case r.Ruling == dateline.Same && by != nil:
		r.OverruledBy = []string{by.ID}
	case r.Ruling == dateline.Same:
		p.join(r, x, y)
	case x == y:
		r.OverruledBy = p.path(r.On[0], r.On[1])
	default:
		p.part(x, y, r)
	}
}

// join makes one group of two.
func (p *pairs) join(r *Ruled, x, y string) {
	a, b := r.On[0], r.On[1]
	p.same[a], p.same[b] = append(p.same[a], edge{b, r}), append(p.same[b], edge{a, r})
	if x == y {
		return
	}
	p.groups[y] = x
	for other, by := range p.apart[y] {
		delete(p.apart[other], y)
		p.part(x, other, by)
	}
	delete(p.apart, y)
}

func (p *pairs) part(x, y string, by *Ruled) {
	for _, k := range [][2]string{{x, y}, {y, x}} {
		if p.apart[k[0]] == nil {
			p.apart[k[0]] = map[string]*Ruled{}
		}
		if p.apart[k[0]][k[1]] == nil {
			p.apart[k[0]][k[1]] = by
		}
	}
}

// group returns the name of a Statement's group.
func (p *pairs) group(id string) string {
	for p.groups[id] != "" {
		if next := p.groups[p.groups[id]]; next != "" {
			p.groups[id] = next // a shorter way for the next who asks
		}
		id = p.groups[id]
	}
	return id
}

// path returns the rulings by which a and b, of one group, are the same: a shortest way, from a.
func (p *pairs) path(a, b string) []string {
	from := map[string]edge{a: {}}
	for queue := []string{a}; len(queue) > 0; queue = queue[1:] {
		for _, e := range p.same[queue[0]] {
			if _, seen := from[e.to]; !seen {
				from[e.to] = edge{queue[0], e.by}
				queue = append(queue, e.to)
			}
		}
	}
	var out []string
	for at := b; at != a; at = from[at].to {
		out = append(out, from[at].by.ID)
	}
	slices.Reverse(out)
	return out
}

func pairOf(a, b string) [2]string {
	if a > b {
		a, b = b, a
	}
	return [2]string{a, b}
}

// Same lists the groups of Statements that people ruled to be one happening, each of two or more, sorted,
// in the order of their first.
func (d *Docket) Same() [][]string {
	by := map[string][]string{}
	for id := range d.pairs.same {
		g := d.pairs.group(id)
		by[g] = append(by[g], id)
	}
	var out [][]string
	for _, g := range by {
		slices.Sort(g)
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b []string) int { return slices.Compare(a, b) })
	return out
}

// Sames returns the rulings 'same' in force, in the order of All.
func (d *Docket) Sames() []Ruled {
	var out []Ruled
	for _, r := range d.all {
		if r.Ruling == dateline.Same && r.InForce() {
			out = append(out, *r)
		}
	}
	return out
}

// Group names the group that a Statement is in by rulings 'same': its own identifier if nobody ruled.
func (d *Docket) Group(statement string) string { return d.pairs.group(statement) }

// Apart lists the groups that people ruled not to be one with the given one, sorted; see Group.
func (d *Docket) Apart(group string) []string { return slices.Sorted(maps.Keys(d.pairs.apart[group])) }

// NotSame reports whether people ruled, of these two or of Statements that they ruled to be the same, that
// they are two happenings.
func (d *Docket) NotSame(a, b string) bool {
	return d.pairs.apart[d.Group(a)][d.Group(b)] != nil
}

// Unsure reports whether the last ruling on these two is that it is not clear.
func (d *Docket) Unsure(a, b string) bool { return d.pairs.unsure[pairOf(a, b)] != nil }

// Paired reports whether a ruling in force on two Statements is on this one.
func (d *Docket) Paired(statement string) bool { return d.pairs.on[statement] }

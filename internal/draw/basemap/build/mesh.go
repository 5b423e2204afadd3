package main

import (
	"maps"
	"slices"

	"dateline/internal/draw/basemap"
)

// mesh is shapes whose common borders are one line.
type mesh struct {
	lines [][]point
	refs  [][]int // by shape: lines, ^line for one that is followed backwards
}

// newMesh cuts the rings of shapes where lines part, and keeps each line once.
func newMesh(shapes []shape) *mesh {
	parts := junctions(shapes)
	m, known := &mesh{refs: make([][]int, len(shapes))}, map[string]int{}
	for i, s := range shapes {
		for _, r := range s.rings {
			for _, line := range cut(r, parts) {
				m.refs[i] = append(m.refs[i], m.add(line, known))
			}
		}
	}
	return m
}

// junctions are the points that have other neighbours in one ring than in another.
func junctions(shapes []shape) map[point]bool {
	type pair struct{ a, b point }
	around, out := map[point]pair{}, map[point]bool{}
	for _, s := range shapes {
		for _, r := range s.rings {
			for i, p := range r {
				a, b := r[(i+len(r)-1)%len(r)], r[(i+1)%len(r)]
				if byPlace(a, b) > 0 {
					a, b = b, a
				}
				if was, ok := around[p]; ok && was != (pair{a, b}) {
					out[p] = true
				}
				around[p] = pair{a, b}
			}
		}
	}
	return out
}

// cut parts a ring at junctions; one without any is a line from its least point round to it.
func cut(ring []point, parts map[point]bool) [][]point {
	start := slices.IndexFunc(ring, func(p point) bool { return parts[p] })
	if start < 0 {
		start = slices.Index(ring, slices.MinFunc(ring, byPlace))
	}
	var out [][]point
	line := []point{ring[start]}
	for i := range ring {
		p := ring[(start+i+1)%len(ring)]
		line = append(line, p)
		if parts[p] || i == len(ring)-1 {
			out = append(out, line)
			line = []point{p}
		}
	}
	return out
}

// add returns the reference to a line, which may be known in the other direction.
func (m *mesh) add(line []point, known map[string]int) int {
	back := reversed(line)
	backwards := slices.CompareFunc(back, line, byPlace) < 0
	if backwards {
		line = back
	}
	k := key(line)
	n, ok := known[k]
	if !ok {
		n = len(m.lines)
		known[k] = n
		m.lines = append(m.lines, line)
	}
	if backwards {
		return ^n
	}
	return n
}

func key(line []point) string {
	b := make([]byte, 0, 8*len(line))
	for _, p := range line {
		b = append(b, byte(p.x), byte(p.x>>8), byte(p.x>>16), byte(p.x>>24), byte(p.y), byte(p.y>>8), byte(p.y>>16), byte(p.y>>24))
	}
	return string(b)
}

// merge takes the shapes of one owner together, so that no line is parted where only they meet.
func (m *mesh) merge(owners []owner) ([]shape, []owner) {
	groups := map[owner][]int{}
	for i, o := range owners {
		if o.country != "" {
			groups[o] = append(groups[o], i)
		}
	}
	all := slices.SortedFunc(maps.Keys(groups), byName)
	out := make([]shape, len(all))
	for i, o := range all {
		for _, refs := range m.outline(groups[o]) {
			if ring := follow(refs, m.lines); len(ring) > 2 {
				out[i].rings = append(out[i].rings, ring)
			}
		}
	}
	return out, all
}

// areas makes the countries, and the first-order areas that their shapes were given to, each by name, and after them a
// reach for each area that no shapes fit.
func (m *mesh) areas(owners []owner, unfit []unfit) basemap.Source {
	groups := map[owner][]int{}
	for i, o := range owners {
		groups[owner{o.country, ""}] = append(groups[owner{o.country, ""}], i)
		if o.name != "" {
			groups[o] = append(groups[o], i)
		}
	}
	w := writer{mesh: m, number: map[int]int{}}
	for _, o := range slices.SortedFunc(maps.Keys(groups), byName) {
		w.add(o, m.outline(groups[o]))
	}
	for _, u := range unfit {
		w.addReach(u)
	}
	return w.source
}

// writer gives the lines that areas use their numbers.
type writer struct {
	mesh   *mesh
	source basemap.Source
	number map[int]int // of lines of the mesh; -1 for one that is left out
}

func (w *writer) add(o owner, rings [][]int) {
	a := basemap.Shape{Country: o.country, Name: o.name}
	for _, ring := range rings {
		var refs []int
		for _, r := range ring {
			switch n := w.line(max(r, ^r)); {
			case n < 0:
			case r < 0:
				refs = append(refs, ^n)
			default:
				refs = append(refs, n)
			}
		}
		if len(refs) > 0 {
			a.Rings = append(a.Rings, refs)
		}
	}
	if len(a.Rings) > 0 {
		w.source.Areas = append(w.source.Areas, a)
	}
}

func (w *writer) line(of int) int {
	n, ok := w.number[of]
	if !ok {
		n = w.keep(simplify(w.mesh.lines[of]))
		w.number[of] = n
	}
	return n
}

func (w *writer) keep(line []basemap.Vertex) int {
	if line == nil {
		return -1
	}
	w.source.Lines = append(w.source.Lines, line)
	return len(w.source.Lines) - 1
}

func (w *writer) addReach(u unfit) {
	a := basemap.Shape{Country: u.country, Name: u.name, Reach: true}
	for _, ring := range fold(hull(u.towns)) {
		if n := w.keep(simplify(append(ring, ring[0]))); n >= 0 {
			a.Rings = append(a.Rings, []int{n})
		}
	}
	if len(a.Rings) > 0 {
		w.source.Areas = append(w.source.Areas, a)
	}
}

// outline joins the lines that bound shapes taken together: those that an odd number of their rings follows.
func (m *mesh) outline(shapes []int) [][]int {
	odd := map[int]bool{}
	for _, s := range shapes {
		for _, r := range m.refs[s] {
			odd[max(r, ^r)] = !odd[max(r, ^r)]
		}
	}
	var left []int
	for _, s := range shapes {
		for _, r := range m.refs[s] {
			if line := max(r, ^r); odd[line] {
				left = append(left, line)
				odd[line] = false
			}
		}
	}
	return m.join(left)
}

// join makes rings of lines, an even number of which end at each point.
func (m *mesh) join(lines []int) [][]int {
	ends, used := map[point][]int{}, map[int]bool{}
	for _, n := range lines {
		for _, r := range []int{n, ^n} {
			first, _ := m.ends(r)
			ends[first] = append(ends[first], r)
		}
	}
	var out [][]int
	for _, r := range lines {
		var ring []int
		for !used[max(r, ^r)] {
			used[max(r, ^r)] = true
			ring = append(ring, r)
			_, last := m.ends(r)
			for _, next := range ends[last] {
				if !used[max(next, ^next)] {
					r = next
					break
				}
			}
		}
		if len(ring) > 0 {
			out = append(out, ring)
		}
	}
	return out
}

// ends are the first and the last point of a line as it is followed.
func (m *mesh) ends(r int) (first, last point) {
	line := m.lines[max(r, ^r)]
	if r < 0 {
		return line[len(line)-1], line[0]
	}
	return line[0], line[len(line)-1]
}

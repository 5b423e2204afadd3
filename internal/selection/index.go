package selection

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"dateline"
)

// Index is the Line of every incident, and what each can be narrowed by. It does not change: Update makes another.
type Index struct {
	lines []dateline.Line // by the first day of a fixed date, those without one last; then by ID
	byID  map[string]int32
	cols  []column // as Names
	days  days
	seen  []bool // by line: a person ruled on a Statement of it

	places func() *places // made when it is first asked for
}

// column is one Facet of all Lines: values[of[start[i]:start[i+1]]] are those of lines[i].
type column struct {
	values []string // in the order of their first appearance
	place  []uint32 // of each value among all by name
	start  []uint32
	of     []uint32
}

// New returns the Index of lines, which it keeps and reorders.
func New(lines []dateline.Line) *Index {
	slices.SortFunc(lines, byDate)
	x := &Index{lines: lines, byID: make(map[string]int32, len(lines))}
	for i := range lines {
		x.byID[lines[i].ID] = int32(i)
	}
	for _, n := range Names {
		x.cols = append(x.cols, newColumn(lines, valuesOf[n]))
	}
	x.days, x.seen = newDays(lines), make([]bool, len(lines))
	for i := range lines {
		x.seen[i] = lines[i].Reviewed > 0
	}
	x.places = sync.OnceValue(func() *places { return newPlaces(lines) })
	return x
}

func byDate(a, b dateline.Line) int {
	af, bf := a.Date.Fixed(), b.Date.Fixed()
	if af != bf {
		if af {
			return -1
		}
		return 1
	}
	if af {
		if c := cmp.Compare(a.Date.From, b.Date.From); c != 0 {
			return c
		}
	}
	return cmp.Compare(a.ID, b.ID)
}

// Update returns the Index in which come stand in place of the lines of the same ID, and those of gone are not.
func (x *Index) Update(come []dateline.Line, gone []string) *Index {
	out := map[string]bool{}
	for _, id := range gone {
		out[id] = true
	}
	for i := range come {
		out[come[i].ID] = true
	}
	lines := make([]dateline.Line, 0, len(x.lines)+len(come))
	for i := range x.lines {
		if !out[x.lines[i].ID] {
			lines = append(lines, x.lines[i])
		}
	}
	return New(append(lines, come...))
}

// Len is how many incidents there are.
func (x *Index) Len() int { return len(x.lines) }

// Number is the place of an incident's Line, as Found has it; -1 if there is none.
func (x *Index) Number(id string) int32 {
	if i, ok := x.byID[id]; ok {
		return i
	}
	return -1
}

// Line returns the Line of an incident; nil if there is none. It is not to be changed.
func (x *Index) Line(id string) *dateline.Line {
	if i, ok := x.byID[id]; ok {
		return &x.lines[i]
	}
	return nil
}

func newColumn(lines []dateline.Line, values func(*dateline.Line) []string) column {
	number := map[string]uint32{}
	c := column{start: make([]uint32, 1, len(lines)+1)}
	for i := range lines {
		for _, v := range values(&lines[i]) {
			n, ok := number[v]
			if !ok {
				n = uint32(len(number))
				number[v] = n
				c.values = append(c.values, v)
			}
			c.of = append(c.of, n)
		}
		c.start = append(c.start, uint32(len(c.of)))
	}
	byName := make([]uint32, len(c.values))
	for i := range byName {
		byName[i] = uint32(i)
	}
	slices.SortFunc(byName, func(a, b uint32) int { return cmp.Compare(c.values[a], c.values[b]) })
	c.place = make([]uint32, len(c.values))
	for place, i := range byName {
		c.place[i] = uint32(place)
	}
	return c
}

// want is the values that a Query asks for of one column, any of which will do.
type want struct {
	col    int
	values []bool // by number
}

func (x *Index) wants(q Query) []want {
	var out []want
	for col, n := range Names {
		picked := q.Picked[n]
		if len(picked) == 0 {
			continue
		}
		w := want{col, make([]bool, len(x.cols[col].values))}
		for i, v := range x.cols[col].values {
			w.values[i] = slices.Contains(picked, v)
		}
		out = append(out, w)
	}
	return out
}

// misses says of each Line which wants it does not meet, a bit each by their order; nil without wants.
func (x *Index) misses(wants []want) []uint16 {
	if wants == nil {
		return nil
	}
	out := make([]uint16, len(x.lines))
	for n, w := range wants {
		start, of := x.cols[w.col].start, x.cols[w.col].of
		for line := range out {
			met := false
			for _, v := range of[start[line]:start[line+1]] {
				met = met || w.values[v]
			}
			if !met {
				out[line] |= 1 << n
			}
		}
	}
	return out
}

// counts is how many incidents have each value of each column.
type counts [][]int

func (x *Index) newCounts() counts {
	c := make(counts, len(x.cols))
	for i := range c {
		c[i] = make([]int, len(x.cols[i].values))
	}
	return c
}

// all counts the Lines that are let through under all their values, a column after the other: so the counts stay at hand.
func (c counts) all(x *Index, through []int32) {
	for col := range x.cols {
		start, of, n := x.cols[col].start, x.cols[col].of, c[col]
		for _, line := range through {
			for _, v := range of[start[line]:start[line+1]] {
				n[v]++
			}
		}
	}
}

// one counts a Line under its values of one column.
func (c counts) one(x *Index, line, col int) {
	k := &x.cols[col]
	for _, v := range k.of[k.start[line]:k.start[line+1]] {
		c[col][v]++
	}
}

// facets lists the values that are there or picked: those of most incidents first, then by name.
func (c counts) facets(x *Index, q Query) []Facet {
	var out []Facet
	for col, name := range Names {
		out = append(out, x.cols[col].facet(name, q.Picked[name], c[col]))
	}
	return out
}

// facet lists the values of one column. They are sorted as numbers: the count above, the place by name below, from behind.
func (k *column) facet(name string, picked []string, counts []int) Facet {
	isPicked := make([]bool, len(counts))
	var none []string // picked, and of no incident
	for _, v := range picked {
		if i := slices.Index(k.values, v); i >= 0 {
			isPicked[i] = true
		} else {
			none = append(none, v)
		}
	}
	var order []uint64
	at := make([]uint32, len(counts)) // the value of each place by name
	for i, n := range counts {
		if at[k.place[i]] = uint32(i); n > 0 || isPicked[i] {
			order = append(order, uint64(math.MaxUint32-n)<<32|uint64(k.place[i]))
		}
	}
	slices.Sort(order)
	f := Facet{Name: name, Values: make([]Value, 0, len(order)+len(none))}
	for _, o := range order {
		i := at[uint32(o)]
		f.Values = append(f.Values, Value{k.values[i], counts[i], isPicked[i]})
	}
	for _, v := range none {
		f.Values = append(f.Values, Value{v, 0, true})
	}
	if none != nil {
		slices.SortStableFunc(f.Values, func(a, b Value) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value)) })
	}
	return f
}

package parse

import "math"

// fit is a linear classifier in training: an averaged perceptron with whole-number weights.
type fit struct {
	classes int
	step    int32
	index   []int32 // row number + 1 by probing
	keys    []feature
	rows    [][]fitCell
}

type fitCell struct {
	class  uint8
	weight int32
	since  int32 // the step at which weight became what it is
	sum    int64 // of the weights at all steps before since
}

func newFit(classes int) *fit {
	return &fit{classes: classes, index: make([]int32, 1<<16)}
}

func (t *fit) find(f feature) (slot int, row int32) {
	mask := len(t.index) - 1
	for i := int(f*2654435769>>7) & mask; ; i = (i + 1) & mask {
		if t.index[i] == 0 || t.keys[t.index[i]-1] == f {
			return i, t.index[i] - 1
		}
	}
}

func (t *fit) score(features []feature, into *scores) {
	for _, f := range features {
		if _, r := t.find(f); r >= 0 {
			for _, c := range t.rows[r] {
				into[c.class] += c.weight
			}
		}
	}
}

// update moves every feature's weight for class up or down by one.
func (t *fit) update(features []feature, class int, by int32) {
	for _, f := range features {
		at, r := t.find(f)
		if r < 0 {
			r = int32(len(t.rows))
			t.keys, t.rows = append(t.keys, f), append(t.rows, nil)
			t.index[at] = r + 1
			if len(t.rows)*2 > len(t.index) {
				t.grow()
			}
		}
		t.bump(r, uint8(class), by)
	}
}

func (t *fit) bump(r int32, class uint8, by int32) {
	row := t.rows[r]
	for i := range row {
		if c := &row[i]; c.class == class {
			c.sum += int64(c.weight) * int64(t.step-c.since)
			c.weight, c.since = c.weight+by, t.step
			return
		}
	}
	t.rows[r] = append(row, fitCell{class: class, weight: by, since: t.step})
}

func (t *fit) grow() {
	t.index = make([]int32, len(t.index)*2)
	for r, f := range t.keys {
		at, _ := t.find(f)
		t.index[at] = int32(r) + 1
	}
}

// packing says how coarsely averaged weights are kept.
type packing struct {
	scale float64 // whole numbers per unit of weight
	drop  float64 // rows whose weights are all smaller are left out
	least float64 // and in the others, weights that are smaller
}

// rowsByKey gives the averaged, rounded rows that p keeps, by ascending feature.
func (t *fit) rowsByKey(p packing) (keys []feature, rows [][]cell) {
	order := sortedOrder(t.keys)
	for _, r := range order {
		if row := t.pack(t.rows[r], p); len(row) > 0 {
			keys, rows = append(keys, t.keys[r]), append(rows, row)
		}
	}
	return keys, rows
}

func (t *fit) pack(row []fitCell, p packing) []cell {
	var kept []cell
	big := false
	for _, c := range row {
		mean := float64(c.sum+int64(c.weight)*int64(t.step-c.since)) / float64(t.step)
		big = big || math.Abs(mean) >= p.drop
		w := math.Max(-127, math.Min(127, math.Round(mean*p.scale)))
		if w != 0 && math.Abs(mean) >= p.least {
			kept = append(kept, cell{c.class, int8(w)})
		}
	}
	if !big || len(kept) > 255 {
		return nil
	}
	sortCells(kept)
	return kept
}

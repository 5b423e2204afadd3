package draw

import (
	"cmp"
	"math"
	"slices"
)

// cluster is points that are drawn as one mark.
type cluster struct {
	x, y  float64 // the middle of its incidents
	tally Tally
	spots []int // of Spots.List, in their order
}

const (
	cellSize = 40 // pixels of the grid in which points are put together
	tooNear  = 30 // pixels between the middles of two clusters
)

// clusters puts points that would lie upon each other together: those of one cell of a grid that is fixed to the world,
// and then those of neighbouring cells whose middles are too near. The largest come last, so that they are on top.
func clusters(spots []Spot, tallies []Tally, p projection) []cluster {
	cells := map[[2]int]*cluster{}
	left, top := p.to(-180, 90)
	for i, s := range spots {
		x, y := p.to(s.Lon, s.Lat)
		if !s.Point || x < -cellSize || y < -cellSize || x > p.width+cellSize || y > p.height+cellSize {
			continue
		}
		at := [2]int{int((x - left) / cellSize), int((y - top) / cellSize)}
		if cells[at] == nil {
			cells[at] = &cluster{}
		}
		cells[at].take(cluster{x, y, tallies[i], []int{i}})
	}
	return merged(cells)
}

func (c *cluster) take(d cluster) {
	n, m := float64(c.tally.Count), float64(d.tally.Count)
	c.x, c.y = (c.x*n+d.x*m)/(n+m), (c.y*n+d.y*m)/(n+m)
	c.tally.join(d.tally)
	c.spots = append(c.spots, d.spots...)
}

func merged(cells map[[2]int]*cluster) []cluster {
	type seat struct {
		at [2]int
		c  *cluster
	}
	var all []seat
	for at, c := range cells {
		all = append(all, seat{at, c})
	}
	slices.SortFunc(all, func(a, b seat) int {
		return cmp.Or(b.c.tally.Count-a.c.tally.Count, cmp.Compare(a.at[0], b.at[0]), cmp.Compare(a.at[1], b.at[1]))
	})
	var out []cluster
	gone := map[*cluster]bool{}
	for _, s := range all {
		if gone[s.c] {
			continue
		}
		gone[s.c] = true
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				o := cells[[2]int{s.at[0] + dx, s.at[1] + dy}]
				if o != nil && !gone[o] && math.Hypot(o.x-s.c.x, o.y-s.c.y) < tooNear {
					gone[o] = true
					s.c.take(*o)
				}
			}
		}
		slices.Sort(s.c.spots)
		out = append(out, *s.c)
	}
	slices.Reverse(out)
	return out
}

// radius of the circle for so many incidents.
func radius(n int) float64 { return 9 + 3.2*math.Log10(float64(n)) }

package main

import (
	"container/heap"
	"math"

	"dateline/internal/draw/basemap"
)

// simplify gives each point the coarsest level that it is kept at, and leaves out those that are kept at none: by the area
// of the triangle with its two neighbours (Visvalingam and Whyatt 1993), which basemap.Coarseness bounds. The ends
// of a line are kept at all levels, those of an island as long as it is large enough. A whole island may be left out: nil.
func simplify(line []point) []basemap.Vertex {
	weights := weigh(line)
	island := line[0] == line[len(line)-1]
	size := math.Inf(1)
	if island {
		size = math.Sqrt(math.Abs(surface(line)))
	}
	var out []basemap.Vertex
	last := len(line) - 1
	for i, p := range line {
		w := weights[i]
		if i == 0 || i == last {
			w = math.Inf(1)
		}
		level := levelOf(min(w, size))
		if level < 0 {
			continue
		}
		v := basemap.NewVertex(p.lon(), p.lat(), level)
		if n := len(out); n > 0 && out[n-1].X == v.X && out[n-1].Y == v.Y {
			out[n-1].Level = max(out[n-1].Level, v.Level)
			continue
		}
		out = append(out, v)
	}
	if island && len(out) < 4 || len(out) < 2 {
		return nil
	}
	return out
}

// levelOf is the coarsest level at which something of this size is kept; -1 for none.
func levelOf(size float64) int {
	level := -1
	for l, t := range basemap.Coarseness {
		if size >= t {
			level = l
		}
	}
	return level
}

// surface is the area of a closed line in square degrees of latitude.
func surface(line []point) float64 {
	var sum float64
	for i := 1; i < len(line); i++ {
		a, b := flat(line[i-1], line[0]), flat(line[i], line[0])
		sum += a[0]*b[1] - a[1]*b[0]
	}
	return sum / 2
}

// flat is a point in degrees of latitude from an origin near it.
func flat(p, origin point) [2]float64 {
	return [2]float64{(p.lon() - origin.lon()) * math.Cos(p.lat()*math.Pi/180), p.lat() - origin.lat()}
}

// corner is a point of a line with its neighbours that are left.
type corner struct {
	at, before, after int
	weight            float64
	place             int // in the heap
}

type corners []*corner

func (c corners) Len() int           { return len(c) }
func (c corners) Less(i, j int) bool { return c[i].weight < c[j].weight }
func (c corners) Swap(i, j int)      { c[i], c[j] = c[j], c[i]; c[i].place, c[j].place = i, j }
func (c *corners) Push(x any)        { *c = append(*c, x.(*corner)) }
func (c *corners) Pop() any {
	last := (*c)[len(*c)-1]
	*c = (*c)[:len(*c)-1]
	return last
}

// weigh takes the points of a line away, the least bend first, and returns for each the side of the square that its bend
// covered, never less than of one that was taken before it.
func weigh(line []point) []float64 {
	weights, all := make([]float64, len(line)), make([]*corner, len(line))
	var queue corners
	for i := range line {
		all[i] = &corner{at: i, before: i - 1, after: i + 1}
		if i > 0 && i < len(line)-1 {
			all[i].weight = bend(line, all[i])
			all[i].place = len(queue)
			queue = append(queue, all[i])
		}
	}
	heap.Init(&queue)
	var least float64
	for queue.Len() > 0 {
		c := heap.Pop(&queue).(*corner)
		least = max(least, c.weight)
		weights[c.at] = least
		all[c.before].after, all[c.after].before = c.after, c.before
		for _, n := range []*corner{all[c.before], all[c.after]} {
			if n.at > 0 && n.at < len(line)-1 {
				n.weight = bend(line, n)
				heap.Fix(&queue, n.place)
			}
		}
	}
	return weights
}

func bend(line []point, c *corner) float64 {
	a, b := flat(line[c.before], line[c.at]), flat(line[c.after], line[c.at])
	return math.Sqrt(math.Abs(a[0]*b[1]-a[1]*b[0]) / 2)
}

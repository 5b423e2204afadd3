package main

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"dateline/internal/resolve/place"
)

// owner is the area that a shape is given to; name is "" where only the country is known.
type owner struct{ country, name string }

func byName(a, b owner) int {
	return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(a.name, b.name))
}

// unfit is an area that no shapes fit, with where its settlements lie.
type unfit struct {
	owner
	towns []point
}

// fits is the share of an area's settlements that must lie in its shapes, and of the settlements in them that must be its.
const fits = 0.7

// assign gives each shape an owner, and lists the areas that have no shape that fits, by country and name.
func assign(shapes []shape, towns []place.Entry) ([]owner, []unfit) {
	found, total := settled(shapes, towns), map[owner]int{}
	areas := map[owner][]point{}
	for _, t := range towns {
		o := owner{t.Country, t.Admin1}
		total[o]++
		areas[o] = append(areas[o], at(t.Lon, t.Lat))
	}
	owners, own, all := make([]owner, len(shapes)), map[owner]int{}, map[owner]int{}
	for i, f := range found {
		owners[i] = most(f, shapes[i].country)
		for _, n := range f {
			all[owners[i]] += n
		}
		own[owners[i]] += f[owners[i]]
	}
	fit := func(o owner) bool {
		return o.name != "" && float64(own[o]) >= fits*float64(total[o]) && float64(own[o]) >= fits*float64(all[o])
	}
	for i := range owners {
		if !fit(owners[i]) {
			owners[i].name = ""
		}
	}
	var out []unfit
	for _, o := range slices.SortedFunc(maps.Keys(areas), byName) {
		if o.name != "" && !fit(o) && len(hull(areas[o])) > 2 {
			out = append(out, unfit{o, areas[o]})
		}
	}
	return owners, out
}

// most returns the owner of most settlements, and the country alone where there are none.
func most(found map[owner]int, country string) owner {
	best := owner{country: country}
	for _, o := range slices.SortedFunc(maps.Keys(found), byName) {
		if found[o] > found[best] {
			best = o
		}
	}
	return best
}

// settled counts the settlements of each area that lie in each shape.
func settled(shapes []shape, towns []place.Entry) []map[owner]int {
	strips := map[int32][]place.Entry{} // by whole degree of longitude
	for _, t := range towns {
		d := int32(math.Floor(t.Lon))
		strips[d] = append(strips[d], t)
	}
	out := make([]map[owner]int, len(shapes))
	for i, s := range shapes {
		out[i] = map[owner]int{}
		low, high := s.bounds()
		for d := int32(math.Floor(low.lon())); d <= int32(math.Floor(high.lon())); d++ {
			for _, t := range strips[d] {
				if p := at(t.Lon, t.Lat); p.y >= low.y && p.y <= high.y && s.holds(p) {
					out[i][owner{t.Country, t.Admin1}]++
				}
			}
		}
	}
	return out
}

func (s shape) bounds() (low, high point) {
	low, high = point{math.MaxInt32, math.MaxInt32}, point{math.MinInt32, math.MinInt32}
	for _, r := range s.rings {
		for _, p := range r {
			low, high = point{min(low.x, p.x), min(low.y, p.y)}, point{max(high.x, p.x), max(high.y, p.y)}
		}
	}
	return low, high
}

// holds reports whether p lies in the shape: an odd number of its edges is to the east of p.
func (s shape) holds(p point) bool {
	in := false
	for _, r := range s.rings {
		for i, a := range r {
			b := r[(i+1)%len(r)]
			if (a.y > p.y) != (b.y > p.y) && float64(p.x) < float64(b.x-a.x)*float64(p.y-a.y)/float64(b.y-a.y)+float64(a.x) {
				in = !in
			}
		}
	}
	return in
}

// hull is the smallest convex ring around points, without the one in fifty that lie furthest from their middle. It may
// go beyond 180 degrees, and is nil for points on a line.
func hull(points []point) []point {
	points = slices.Clone(points)
	middle := point{median(points, func(p point) int32 { return p.x }), median(points, func(p point) int32 { return p.y })}
	for i, p := range points {
		points[i].x = p.x + around(middle.x-p.x)
	}
	slices.SortFunc(points, func(a, b point) int { return cmp.Or(cmp.Compare(far(a, middle), far(b, middle)), byPlace(a, b)) })
	points = points[:len(points)-len(points)/50]
	slices.SortFunc(points, byPlace)
	points = slices.Compact(points)
	there, back := chain(points), chain(reversed(points))
	if len(there) < 2 || len(there)+len(back) < 5 {
		return nil
	}
	return append(there[:len(there)-1], back[:len(back)-1]...)
}

// around is a whole turn, or none, that brings two points as far apart as d nearest.
func around(d int32) int32 {
	switch {
	case d > half:
		return turnAround
	case d < -half:
		return -turnAround
	}
	return 0
}

func byPlace(a, b point) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) }

func median(points []point, of func(point) int32) int32 {
	all := make([]int32, len(points))
	for i, p := range points {
		all[i] = of(p)
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func far(a, b point) float64 {
	return math.Hypot(float64(a.x-b.x)*math.Cos(b.lat()*math.Pi/180), float64(a.y-b.y))
}

// chain is one half of a hull (Andrew's monotone chain), from the first point to the last.
func chain(points []point) []point {
	var out []point
	for _, p := range points {
		for len(out) > 1 && turn(out[len(out)-2], out[len(out)-1], p) <= 0 {
			out = out[:len(out)-1]
		}
		if len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	return out
}

// turn is twice the area of the triangle, above zero if it turns left.
func turn(a, b, c point) int64 {
	return int64(b.x-a.x)*int64(c.y-a.y) - int64(b.y-a.y)*int64(c.x-a.x)
}

func reversed(points []point) []point {
	out := slices.Clone(points)
	slices.Reverse(out)
	return out
}

package main

const half, turnAround = 180 * stepsPerDegree, 360 * stepsPerDegree

// unstitch cuts a ring at the antimeridian, into rings that lie between 180° west and 180° east. A ring around the south
// pole is led along it. One that does not cross comes back as it is.
func unstitch(ring []point) [][]point {
	open, west := unwrap(ring)
	if !west {
		return [][]point{ring}
	}
	if turned := open[len(open)-1].x - open[0].x; turned > half || turned < -half {
		open = append(open, point{open[len(open)-1].x, -90 * stepsPerDegree}, point{open[0].x, -90 * stepsPerDegree})
	} else {
		open = open[:len(open)-1]
	}
	return fold(open)
}

// fold brings a ring that goes beyond 180° east or west back between them, cut where it leaves.
func fold(open []point) [][]point {
	var out [][]point
	for shift := int32(-2 * turnAround); shift <= 2*turnAround; shift += turnAround {
		part := make([]point, len(open))
		for i, p := range open {
			part[i] = point{p.x + shift, p.y}
		}
		part = clip(part, func(p point) int32 { return p.x + half })
		part = clip(part, func(p point) int32 { return half - p.x })
		if len(part) > 2 {
			out = append(out, part)
		}
	}
	return out
}

// unwrap follows a ring round to its first point without a jump in longitude, and reports whether there was one.
func unwrap(ring []point) (open []point, jumps bool) {
	var shift int32
	for i := range len(ring) + 1 {
		p := ring[i%len(ring)]
		if i > 0 {
			switch d := p.x - ring[i-1].x; {
			case d > half:
				shift, jumps = shift-turnAround, true
			case d < -half:
				shift, jumps = shift+turnAround, true
			}
		}
		open = append(open, point{p.x + shift, p.y})
	}
	return open, jumps
}

// clip keeps of a ring what is inside: where within is 0 or more (Sutherland and Hodgman 1974).
func clip(ring []point, within func(point) int32) []point {
	var out []point
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		a, b := within(p), within(q)
		if a >= 0 {
			out = append(out, p)
		}
		if (a > 0 && b < 0) || (a < 0 && b > 0) {
			share := float64(a) / float64(a-b)
			out = append(out, point{p.x + int32(share*float64(q.x-p.x)), p.y + int32(share*float64(q.y-p.y))})
		}
	}
	return out
}

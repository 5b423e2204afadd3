package main

import "math"

// lattice holds the points of the outlines of countries, to bring those of the files of single countries onto them:
// each of those has its points rounded to a grid of its own, so that neighbours would not share a border.
type lattice struct {
	cells map[point][]point
	lines [][]point
	found map[point][]spot
}

// spot is where on a line of a lattice a point lies.
type spot struct{ line, at int }

const cell = stepsPerDegree / 10

func cellOf(p point) point {
	return point{int32(math.Floor(float64(p.x) / cell)), int32(math.Floor(float64(p.y) / cell))}
}

func newLattice(lines [][]point) lattice {
	l := lattice{map[point][]point{}, lines, map[point][]spot{}}
	for i, line := range lines {
		for j, p := range line {
			c := cellOf(p)
			l.cells[c] = append(l.cells[c], p)
			l.found[p] = append(l.found[p], spot{i, j})
		}
	}
	return l
}

// nearest returns the point nearest to p that is no further than dx and dy, and p if there is none.
func (l lattice) nearest(p point, dx, dy int32) point {
	best, found := p, math.Inf(1)
	low, high := cellOf(point{p.x - dx, p.y - dy}), cellOf(point{p.x + dx, p.y + dy})
	for x := low.x; x <= high.x; x++ {
		for y := low.y; y <= high.y; y++ {
			for _, q := range l.cells[point{x, y}] {
				ex, ey := float64(q.x-p.x)/float64(dx), float64(q.y-p.y)/float64(dy)
				if d := ex*ex + ey*ey; math.Abs(ex) <= 1 && math.Abs(ey) <= 1 && d < found {
					best, found = q, d
				}
			}
		}
	}
	return best
}

// mostBetween is how many points between two of an outline a file may lack.
const mostBetween = 4

// heal puts between each two points of a line the points of the outline that lie between them, if they are few.
func (l lattice) heal(line []point) []point {
	out := line[:1:1]
	for i := 1; i < len(line); i++ {
		out = append(append(out, l.between(line[i-1], line[i])...), line[i])
	}
	return out
}

func (l lattice) between(p, q point) []point {
	for _, a := range l.found[p] {
		for _, b := range l.found[q] {
			switch n := b.at - a.at; {
			case a.line != b.line:
			case n > 1 && n <= mostBetween+1:
				return l.lines[a.line][a.at+1 : b.at]
			case n < -1 && n >= -mostBetween-1:
				return reversed(l.lines[a.line][b.at+1 : a.at])
			}
		}
	}
	return nil
}

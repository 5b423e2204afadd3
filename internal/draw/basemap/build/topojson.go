package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
)

// point is a position in steps of 1/10,000 of a degree.
type point struct{ x, y int32 }

const stepsPerDegree = 10000

func at(lon, lat float64) point {
	return point{int32(math.Round(lon * stepsPerDegree)), int32(math.Round(lat * stepsPerDegree))}
}

func (p point) lon() float64 { return float64(p.x) / stepsPerDegree }
func (p point) lat() float64 { return float64(p.y) / stepsPerDegree }

// topology is what is read of a TopoJSON file.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Objects   map[string]struct{ Geometries []geometry }
	Arcs      [][][2]int
}

type geometry struct {
	Type string
	ID   any
	Arcs json.RawMessage
}

func readTopology(path string) (topology, error) {
	var t topology
	data, err := os.ReadFile(path)
	if err != nil {
		return t, err
	}
	if err := json.Unmarshal(data, &t); err != nil {
		return t, fmt.Errorf("%s: %w", path, err)
	}
	return t, nil
}

// lines are the arcs, each point moved to where move says.
func (t topology) lines(move func(point) point) [][]point {
	out := make([][]point, len(t.Arcs))
	for i, arc := range t.Arcs {
		x, y := 0, 0
		for _, d := range arc {
			x, y = x+d[0], y+d[1]
			out[i] = append(out[i], move(at(float64(x)*t.Transform.Scale[0]+t.Transform.Translate[0], float64(y)*t.Transform.Scale[1]+t.Transform.Translate[1])))
		}
	}
	return out
}

// rings are the references to arcs of each ring of a geometry, outer or inner; nil for one that is no polygon.
func (g geometry) rings() ([][]int, error) {
	switch g.Type {
	case "Polygon":
		var rings [][]int
		err := json.Unmarshal(g.Arcs, &rings)
		return rings, err
	case "MultiPolygon":
		var polygons [][][]int
		err := json.Unmarshal(g.Arcs, &polygons)
		var rings [][]int
		for _, p := range polygons {
			rings = append(rings, p...)
		}
		return rings, err
	}
	return nil, nil
}

// follow joins the lines that a ring refers to; the last point is not the first again.
func follow(refs []int, lines [][]point) []point {
	var out []point
	for _, r := range refs {
		line := lines[max(r, ^r)]
		for i := range line {
			p := line[i]
			if r < 0 {
				p = line[len(line)-1-i]
			}
			if len(out) == 0 || out[len(out)-1] != p {
				out = append(out, p)
			}
		}
	}
	for len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	return out
}

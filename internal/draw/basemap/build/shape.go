package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// shape is one first-order area as Natural Earth draws it.
type shape struct {
	country string // the first two letters of its code, which are the country's; "" if it has none
	rings   [][]point
}

// readShapes reads the areas of all countries, the points of a country's outline moved to those of outlines.
func readShapes(folder string, outlines lattice) ([]shape, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.topo.json"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s holds no *.topo.json", folder)
	}
	slices.Sort(files)
	var out []shape
	for _, f := range files {
		if name := filepath.Base(f); len(name) != len("nga.topo.json") || isWhole[name[:3]] {
			continue
		}
		shapes, err := readCountry(f, outlines)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		out = append(out, shapes...)
	}
	return out, nil
}

// isWhole names the files that hold the countries of the whole world.
var isWhole = map[string]bool{"rld": true, "res": true}

func readCountry(path string, outlines lattice) ([]shape, error) {
	t, err := readTopology(path)
	if err != nil {
		return nil, err
	}
	var out []shape
	uses := make([]int, len(t.Arcs))
	var refs [][][]int
	for _, o := range t.Objects {
		for _, g := range o.Geometries {
			rings, err := g.rings()
			if err != nil {
				return nil, err
			}
			for _, r := range rings {
				for _, a := range r {
					uses[max(a, ^a)]++
				}
			}
			id, _ := g.ID.(string)
			out, refs = append(out, shape{country: hascCountry(id)}), append(refs, rings)
		}
	}
	lines := t.onto(outlines, uses)
	for i := range out {
		for _, r := range refs[i] {
			if ring := follow(r, lines); len(ring) > 2 {
				out[i].rings = append(out[i].rings, unstitch(ring)...)
			}
		}
	}
	return out, nil
}

// onto moves the points of arcs that bound one area only, and so the country, to the lattice, and heals those arcs.
func (t topology) onto(outlines lattice, uses []int) [][]point {
	dx := max(40, int32(t.Transform.Scale[0]*stepsPerDegree*0.75))
	dy := max(30, int32(t.Transform.Scale[1]*stepsPerDegree*0.75))
	moved := map[point]point{}
	for i, line := range t.lines(func(p point) point { return p }) {
		for _, p := range line {
			if _, done := moved[p]; uses[i] == 1 && !done {
				moved[p] = outlines.nearest(p, dx, dy)
			}
		}
	}
	lines := t.lines(func(p point) point {
		if q, ok := moved[p]; ok {
			return q
		}
		return p
	})
	for i := range lines {
		if uses[i] == 1 {
			lines[i] = outlines.heal(lines[i])
		}
	}
	return lines
}

func hascCountry(id string) string {
	if c, _, ok := strings.Cut(id, "."); ok && len(c) == 2 {
		return c
	}
	return ""
}

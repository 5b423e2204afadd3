package draw

import "strings"

// Spark is a row of numbers in time, small enough to stand in a line of text.
type Spark struct {
	Label  string // what is counted, in what span: the text alternative
	Counts []int  // oldest first
}

const (
	sparkWidth  = 96
	sparkHeight = 20
)

// SVG draws a bar for each number on one scale from 0; the zero SVG for fewer than two, or if all are 0.
func (s Spark) SVG() SVG {
	most := 0
	for _, n := range s.Counts {
		most = max(most, n)
	}
	if len(s.Counts) < 2 || most == 0 {
		return SVG{}
	}
	p := figure("spark", "img", s.Label, sparkWidth, sparkHeight)
	var bars strings.Builder
	step := float64(sparkWidth) / float64(len(s.Counts))
	for i, n := range s.Counts {
		if n > 0 {
			h := max(1, float64(n)*(sparkHeight-1)/float64(most))
			rect(&bars, float64(i)*step, sparkHeight-1-h, max(step-gap(step), .6), h)
		}
	}
	p.leaf("path", "class", "solid", "d", bars.String())
	p.leaf("path", "class", "rule", "d", "M0 19.5h96")
	return p.done(sparkWidth, sparkHeight)
}

// gap is the space between bars that begin every step.
func gap(step float64) float64 { return min(2, step/4) }

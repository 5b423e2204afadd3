package web

import (
	"context"
	"fmt"
	"strconv"

	"dateline/internal/draw"
	"dateline/internal/selection"
)

// waiting is how much nobody has looked at yet.
type waiting struct {
	Incidents int    // of which no statement is reviewed
	Link      string // of these
}

// mostYears is how many years a group's sparkline has at most: the last ones.
const mostYears = 40

// sparks draws how many incidents each group has by year, over the same years for all, and says how many incidents
// nobody has reviewed.
func (s *site) sparks(ctx context.Context, groups []groupLine) (waiting, error) {
	x, err := s.incidentIndex(ctx)
	if err != nil {
		return waiting{}, err
	}
	sel, err := s.selection(ctx, x, selection.Query{})
	if err != nil || len(sel.Lines) == 0 {
		return waiting{}, err
	}
	wait := waiting{Link: at("/incidents", selection.Query{}.Only("review", selection.NoReview))}
	of := map[string]map[int]int{}
	first, last := 9999, 0
	for _, l := range sel.Lines {
		wait.Incidents += bit(l.Reviewed == 0)
		if !l.Date.Fixed() {
			continue
		}
		year, _ := strconv.Atoi(l.Date.From[:4]) // a fixed date begins with its year
		first, last = min(first, year), max(last, year)
		for _, g := range l.Groups {
			if of[g] == nil {
				of[g] = map[int]int{}
			}
			of[g][year]++
		}
	}
	first = max(first, last-mostYears+1)
	for i := range groups {
		counts := []int{}
		for year := first; year <= last; year++ {
			counts = append(counts, of[groups[i].Actor][year])
		}
		groups[i].Spark = draw.Spark{Label: fmt.Sprintf("Incidents by year, %d to %d", first, last), Counts: counts}.SVG()
	}
	return wait, nil
}

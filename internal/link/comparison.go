package link

import (
	"sort"
	"strings"

	"dateline"
)

// Comparison is two tellings of two reports that share a key and do not exclude each other, as the model of across
// sees them: for those who fit it.
type Comparison struct {
	A, B     string   // Report.ID, of the earlier published first
	Heads    []string // Statement.ID of one event of each, Telling.ID of an echo
	Whole    bool     // each is what its report is of
	Features []string
}

// Comparisons lists all that Link would compare of readings, by the identifiers of the tellings.
func Comparisons(readings []dateline.Reading) []Comparison {
	var ts []*Telling
	for i := range readings {
		ts = append(ts, Tell(readings[i], nil)...)
	}
	sort.Slice(ts, func(a, b int) bool { return ts[a].ID < ts[b].ID })
	var out []Comparison
	b := bucketsOf(ts)
	met := make([]int, len(ts)) // met[j] is i+1 if i was compared with j
	for i := range ts {
		b.leaders(i, func(j int) {
			if met[j] == i+1 || ts[i].Report == ts[j].Report {
				return
			}
			met[j] = i + 1
			if !(ts[i].echo() && ts[j].echo()) && !apart(ts[i], ts[j]) {
				c := compared(ts[i], ts[j])
				x := Comparison{A: c.a.Report, B: c.b.Report, Heads: []string{c.a.head(), c.b.head()}, Whole: c.a.Trace.Whole && c.b.Trace.Whole}
				c.features(func(parts ...string) { x.Features = append(x.Features, strings.Join(parts, "")) })
				out = append(out, x)
			}
		})
	}
	return out
}

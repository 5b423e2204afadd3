package selection

import (
	"cmp"
	"slices"

	"dateline"
)

// Lane is the Lines of a Selection that share a value of a Facet.
type Lane struct {
	Value string // of the Facet; "" for the lane of all that is left, or where nothing was asked for
	Rest  int    // values that the lane of all that is left stands for; 0 for any other
	Lines []*dateline.Line
}

// Lanes parts lines by the values of a Facet: those of most incidents first, then by value, at most that many; then one
// lane of the incidents with any other value, if there is one, and last that of the incidents without a value. A line is
// once in each lane of which it has a value, and lanes keep the order of lines. by is one of Names; for any other there
// is one lane of all.
func Lanes(lines []*dateline.Line, by string, most int) []Lane {
	values := valuesOf[by]
	if values == nil {
		return []Lane{{Lines: lines}}
	}
	count := map[string]int{}
	for _, l := range lines {
		for _, v := range values(l) {
			count[v]++
		}
	}
	lanes, at := topLanes(count, most)
	rest := len(lanes)
	lanes = append(lanes, Lane{})
	for _, l := range lines {
		left := false
		for _, v := range values(l) {
			if i, ok := at[v]; ok {
				lanes[i].Lines = append(lanes[i].Lines, l)
			} else {
				left = true
			}
		}
		if left {
			lanes[rest].Lines = append(lanes[rest].Lines, l)
		}
	}
	lanes[rest].Rest = len(count) - len(at)
	return lastLanes(lanes)
}

// topLanes makes a lane for each of the most frequent values and for the lack of one, and says which is where.
func topLanes(count map[string]int, most int) ([]Lane, map[string]int) {
	var lanes []Lane
	for v, n := range count {
		if !lacks(v) {
			lanes = append(lanes, Lane{Value: v, Lines: make([]*dateline.Line, 0, n)})
		}
	}
	slices.SortFunc(lanes, func(a, b Lane) int {
		return cmp.Or(count[b.Value]-count[a.Value], cmp.Compare(a.Value, b.Value))
	})
	lanes = lanes[:min(len(lanes), most)]
	for _, v := range []string{NoGroup, NotReported} {
		if count[v] > 0 {
			lanes = append(lanes, Lane{Value: v})
		}
	}
	at := map[string]int{}
	for i, l := range lanes {
		at[l.Value] = i
	}
	return lanes, at
}

// lacks reports whether a value stands for the lack of one.
func lacks(v string) bool { return v == NoGroup || v == NotReported }

// lastLanes moves the lane without a value behind that of all that is left, which goes if it is empty.
func lastLanes(lanes []Lane) []Lane {
	last := len(lanes) - 1
	if last > 0 && lacks(lanes[last-1].Value) {
		lanes[last-1], lanes[last] = lanes[last], lanes[last-1]
		last--
	}
	if len(lanes[last].Lines) == 0 && len(lanes) > 1 {
		lanes = slices.Delete(lanes, last, last+1)
	}
	return lanes
}

// Dated parts the lines with a fixed date, in the order of its first day, from the number of the others.
func (s *Selection) Dated() (dated []*dateline.Line, others int) {
	dated = make([]*dateline.Line, 0, len(s.Lines))
	for _, l := range s.Lines {
		if l.Date.Fixed() {
			dated = append(dated, l)
		}
	}
	slices.SortFunc(dated, func(a, b *dateline.Line) int {
		return cmp.Or(cmp.Compare(a.Date.From, b.Date.From), cmp.Compare(a.ID, b.ID))
	})
	return dated, len(s.Lines) - len(dated)
}

package draw

import (
	"cmp"
	"slices"

	"dateline"
	"dateline/internal/selection"
)

// Spot is somewhere that incidents are drawn at: a point, or an area of which no more is known.
type Spot struct {
	Country, Admin1 string // of an area that is a country Admin1 is ""
	// Of a point:
	Point    bool
	Near     bool // near a settlement, or to one side of it, not in it
	PlaceID  string
	Name     string
	Lat, Lon float64
	RadiusM  int
}

// Spots is where the incidents of a selection are drawn.
type Spots struct {
	List    []Spot  // points first; by country, area, name
	Of      []int32 // by line, the index of its Spot; -1 for one that has none
	Pointed int     // lines at a point
	InArea  int     // lines of which a district is known at best
	Wide    int     // of those, the ones that are in no one country: they are not drawn
	Nowhere int     // lines whose place is not reported, or not known to any gazetteer
}

// Of the values of selection's facet precision, those of lines that are known to an area only, and those of the
// ones that are placed nowhere. All others are points.
var (
	AreaPrecisions    = []string{string(dateline.District), string(dateline.Province), string(dateline.Region), string(dateline.Country), string(dateline.Continent), selection.Inferred}
	NowherePrecisions = []string{string(dateline.Unplaced), selection.NotReported}
)

// SpotOf says where an incident is drawn. Only a place that the words give, as exactly as near a settlement, is a
// point; ok is false for an incident that has no place in one country.
func SpotOf(l *dateline.Line) (s Spot, ok bool) {
	p := &l.Place
	switch precision := selection.PrecisionOf(p); {
	case slices.Contains(NowherePrecisions, precision):
		return Spot{}, false
	case slices.Contains(AreaPrecisions, precision):
		return Spot{Country: p.Country, Admin1: p.Admin1}, p.Country != "" && p.Precision != dateline.Continent
	}
	return Spot{Country: p.Country, Admin1: p.Admin1, Point: true, Near: p.Precision == dateline.Near, PlaceID: p.ID, Name: p.Name,
		Lat: p.Lat, Lon: p.Lon, RadiusM: p.RadiusM}, true
}

// SpotsOf says where each of lines is drawn.
func SpotsOf(lines []*dateline.Line) Spots {
	out := Spots{Of: make([]int32, len(lines))}
	number := map[Spot]int32{}
	for i, l := range lines {
		s, ok := SpotOf(l)
		out.count(l, s, ok)
		if out.Of[i] = -1; !ok {
			continue
		}
		n, known := number[s]
		if !known {
			n = int32(len(out.List))
			number[s] = n
			out.List = append(out.List, s)
		}
		out.Of[i] = n
	}
	out.sort()
	return out
}

// InArea reports whether a district is known of an incident at best.
func InArea(l *dateline.Line) bool {
	return slices.Contains(AreaPrecisions, selection.PrecisionOf(&l.Place))
}

func (s *Spots) count(l *dateline.Line, at Spot, drawn bool) {
	switch {
	case at.Point:
		s.Pointed++
	case slices.Contains(NowherePrecisions, selection.PrecisionOf(&l.Place)):
		s.Nowhere++
	default:
		s.InArea++
		if !drawn {
			s.Wide++
		}
	}
}

// sort brings List into its order, so that it does not hang on that of the lines.
func (s *Spots) sort() {
	order := make([]int32, len(s.List))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return compareSpots(&s.List[a], &s.List[b]) })
	list, now := make([]Spot, len(order)), make([]int32, len(order))
	for i, old := range order {
		list[i], now[old] = s.List[old], int32(i)
	}
	s.List = list
	for i, old := range s.Of {
		if old >= 0 {
			s.Of[i] = now[old]
		}
	}
}

func compareSpots(a, b *Spot) int {
	if a.Point != b.Point {
		if a.Point {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.Country, b.Country), cmp.Compare(a.Admin1, b.Admin1), cmp.Compare(a.Name, b.Name), cmp.Compare(a.PlaceID, b.PlaceID),
		cmp.Compare(a.Lat, b.Lat), cmp.Compare(a.Lon, b.Lon), cmp.Compare(a.RadiusM, b.RadiusM), cmpBool(a.Near, b.Near))
}

func cmpBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// Tally is how many incidents are somewhere, and how sure they are.
type Tally struct {
	Count    int
	Exact    int // at a settlement or a site, not near one
	Reviewed int // of which a person ruled on a statement
	Single   int // told by one independent account only
}

func (t *Tally) add(l *dateline.Line, exact bool) {
	t.Count++
	if exact {
		t.Exact++
	}
	if l.Reviewed > 0 {
		t.Reviewed++
	}
	if l.Independent <= 1 {
		t.Single++
	}
}

func (t *Tally) join(u Tally) {
	t.Count, t.Exact, t.Reviewed, t.Single = t.Count+u.Count, t.Exact+u.Exact, t.Reviewed+u.Reviewed, t.Single+u.Single
}

// Tallies counts lines by Spot, as List.
func (s Spots) Tallies(lines []*dateline.Line) []Tally {
	out := make([]Tally, len(s.List))
	for i, l := range lines {
		if n := s.Of[i]; n >= 0 {
			out[n].add(l, s.List[n].Point && !s.List[n].Near)
		}
	}
	return out
}

// Words says how sure, of points; areas have no share that is exact.
func (t Tally) Words() string {
	return plural(t.Count, "incident") + ": " + share(t.Exact, t.Count) + " in a settlement or at a site, " + t.surely()
}

func (t Tally) surely() string {
	return share(t.Reviewed, t.Count) + " reviewed, " + share(t.Single, t.Count) + " told by one source only"
}

// share words a part of a whole so that all means all, and none none.
func share(n, of int) string {
	switch {
	case n == 0:
		return "none"
	case n == of:
		return "all"
	}
	return number(min(max((100*n+of/2)/of, 1), 99)) + " %"
}

package web

import (
	"cmp"
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/calendar"
	"dateline/internal/draw"
	"dateline/internal/selection"
)

// mapData is a selection for the script: where its incidents are, and in the order of the first day on which each may
// have been, those without a fixed date last, an incident in each row of the columns.
type mapData struct {
	Points []mapPoint
	Areas  []mapArea // they follow Points in In
	First  int       // the first day of any, as days since 1970-01-01
	Last   int       // likewise the last
	From   []int     // days after that of the row before, or after First; there are as many as rows with a fixed date
	More   []int     // days from the first possible day to the last
	In     []int32   // the point or area; -1 for none
	Flags  string    // a digit each: 1 if it is reviewed in part or whole, 2 if one independent account tells it, 4 if a district is known at best
}

type mapPoint struct {
	ID, Name string
	Within   string // the area and the country, in words
	Lat, Lon float64
	Near     bool `json:",omitempty"`
	Radius   int  `json:",omitempty"` // metres
}

type mapArea struct {
	Key   string // in a draw.Terrain
	Name  string
	Whole bool   `json:",omitempty"` // a country
	Link  string // of the list
}

// mapData sends the whole selection, whatever the view.
func (s *site) mapData(w http.ResponseWriter, r *http.Request) {
	sel, _, err := s.selected(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(newMapData(sel)) // a reader who has gone is no fault of ours
}

func newMapData(sel selection.Selection) mapData {
	lines := byFirstDay(sel.Lines)
	spots := draw.SpotsOf(lines)
	c := atlas{sel: sel, spots: spots}
	d := mapData{Points: []mapPoint{}, Areas: []mapArea{}, From: []int{}, More: []int{}, In: spots.Of}
	for _, s := range spots.List {
		within := countryWords(s.Country)
		if s.Admin1 != "" {
			within = s.Admin1 + ", " + within
		}
		if s.Point {
			d.Points = append(d.Points, mapPoint{s.PlaceID, s.Name, within, s.Lat, s.Lon, s.Near, s.RadiusM})
		} else {
			d.Areas = append(d.Areas, mapArea{s.Country + " " + s.Admin1, within, s.Admin1 == "", c.areaLink(s.Country, s.Admin1)})
		}
	}
	var flags strings.Builder
	before := calendar.Day(0)
	for i, l := range lines {
		flags.WriteByte(mapFlag(l, spots.Of[i]))
		from, to, ok := daysOf(l)
		if !ok {
			continue
		}
		if len(d.From) == 0 {
			d.First, d.Last, before = int(from), int(to), from
		}
		d.From, d.More = append(d.From, int(from-before)), append(d.More, int(to-from))
		d.Last, before = max(d.Last, int(to)), from
	}
	d.Flags = flags.String()
	return d
}

func daysOf(l *dateline.Line) (from, to calendar.Day, ok bool) {
	if !l.Date.Fixed() {
		return 0, 0, false
	}
	from, ok = calendar.Parse(l.Date.From)
	to, also := calendar.Parse(l.Date.To)
	return from, to, ok && also && from <= to
}

// byFirstDay puts lines in order of time, those without a fixed date last.
func byFirstDay(lines []*dateline.Line) []*dateline.Line {
	out := slices.Clone(lines)
	slices.SortStableFunc(out, func(a, b *dateline.Line) int {
		_, _, one := daysOf(a)
		_, _, other := daysOf(b)
		if one != other {
			if one {
				return -1
			}
			return 1
		}
		if c := cmp.Compare(a.Date.From, b.Date.From); one && c != 0 {
			return c
		}
		return cmp.Compare(a.ID, b.ID)
	})
	return out
}

func mapFlag(l *dateline.Line, spot int32) byte {
	f := byte('0')
	if l.Reviewed > 0 {
		f++
	}
	if l.Independent <= 1 {
		f += 2
	}
	if draw.InArea(l) {
		f += 4
	}
	return f
}

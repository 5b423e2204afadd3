package selection

import (
	"iter"
	"math"

	"dateline"
)

// cell is a square degree: its south-west corner, with longitudes from 0 to 359.
type cell struct{ lat, lon int }

// places finds Lines by where they are and by their series; numbers are those of Index.lines, so each list is by date.
type places struct {
	cells  map[cell][]int32 // those with a point
	series map[string][]int32
}

func newPlaces(lines []dateline.Line) *places {
	p := &places{map[cell][]int32{}, map[string][]int32{}}
	for i := range lines {
		l := &lines[i]
		if Pointed(l) {
			c := cellOf(l.Place.Lat, l.Place.Lon)
			p.cells[c] = append(p.cells[c], int32(i))
		}
		if l.Series != "" {
			p.series[l.Series] = append(p.series[l.Series], int32(i))
		}
	}
	return p
}

// Pointed reports whether the best supported place of a Line is a point.
func Pointed(l *dateline.Line) bool { return l.Place.Name != "" && l.Place.Precision.Pointed() }

func cellOf(lat, lon float64) cell {
	return cell{int(math.Floor(lat)), (int(math.Floor(lon))%360 + 360) % 360}
}

const kmPerDegree = 110.5 // of latitude, where it is shortest

// Around are the Lines whose point can lie within km of one, and some beyond, in no promised order.
func (x *Index) Around(lat, lon, km float64) iter.Seq[*dateline.Line] {
	up := int(math.Ceil(km / kmPerDegree))
	across := int(min(math.Ceil(km/(kmPerDegree*max(math.Cos((math.Abs(lat)+float64(up))*math.Pi/180), 0.01))), 179))
	at := cellOf(lat, lon)
	return func(yield func(*dateline.Line) bool) {
		for dLat := -up; dLat <= up; dLat++ {
			for dLon := -across; dLon <= across; dLon++ {
				for _, n := range x.places().cells[cell{at.lat + dLat, (at.lon + dLon + 360) % 360}] {
					if !yield(&x.lines[n]) {
						return
					}
				}
			}
		}
	}
}

// Series returns the Lines of a series, by date; nil if there is none of that name.
func (x *Index) Series(name string) []*dateline.Line {
	var out []*dateline.Line
	for _, n := range x.places().series[name] {
		out = append(out, &x.lines[n])
	}
	return out
}

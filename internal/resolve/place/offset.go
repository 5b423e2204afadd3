package place

import (
	"math"

	"dateline"
)

// bearings are the directions of sides, in degrees from north.
var bearings = map[string]float64{"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270, "northwest": 315}

// maxOffsetKm is how far from a place a point is still worked out, and offsetShare which part of the
// distance the point may be off: reports count from the middle or the edge of a town, as the crow
// flies or by road.
const (
	maxOffsetKm = 200
	offsetShare = 0.3
)

// offset moves a pointed place by the distance and to the side that p says: '30 km south of Mosul'.
// It is false where p says no distance, no single side or one too far.
func offset(place dateline.Place, p phrase) (dateline.Place, bool) {
	if p.km <= 0 || p.km > maxOffsetKm || len(p.sides) != 1 {
		return place, false
	}
	bearing, ok := bearings[p.sides[0]]
	if !ok || math.Abs(place.Lat) > 85 {
		return place, false
	}
	const kmPerDegree = 111.2
	sin, cos := math.Sincos(bearing * math.Pi / 180)
	place.Lon += p.km * sin / (kmPerDegree * math.Cos(place.Lat*math.Pi/180))
	place.Lat += p.km * cos / kmPerDegree
	place.Lat, place.Lon = math.Round(place.Lat*1e4)/1e4, math.Round(math.Remainder(place.Lon, 360)*1e4)/1e4
	place.Precision, place.RadiusM = dateline.Near, max(5_000, int(p.km*1000*offsetShare))
	return place, true
}

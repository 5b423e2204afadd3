package dateline

import "math"

// Precision says how exactly a Place is known.
type Precision string

// The classes of precision, from the finest. Only Site, Settlement and Near have a point.
const (
	Site       Precision = "site"       // a named building or spot
	Settlement Precision = "settlement" // a town or village
	Near       Precision = "near"       // near a settlement, within about 25 km, or at a distance to one side of it
	District   Precision = "district"   // second-order area
	Province   Precision = "province"   // first-order area
	Region     Precision = "region"     // part of a country, a border, a river, 'northern X'
	Country    Precision = "country"
	Continent  Precision = "continent" // a region of several countries
	Unplaced   Precision = "unplaced"  // a name that no gazetteer entry carries
)

// Precisions lists every Precision from the finest.
var Precisions = []Precision{Site, Settlement, Near, District, Province, Region, Country, Continent, Unplaced}

// Pointed reports whether a Place of this Precision may be drawn as a point.
func (p Precision) Pointed() bool { return p == Site || p == Settlement || p == Near }

// Place is somewhere, as exactly as it was said.
type Place struct {
	ID        string  // the gazetteer's identifier ("geonames:2335204", "iso:NG", "admin1:NG.27"); "" if unplaced
	Name      string  // the gazetteer's name, or the words of the report if unplaced
	Country   string  // ISO 3166-1 alpha-2; "" if unknown
	Admin1    string  // name of the first-order area; "" if unknown
	Town      string  // of a quarter of a town, the name of that town; "" for what is none, and if unknown
	Lat, Lon  float64 // WGS 84; meaningful only where Precision.Pointed
	Precision Precision
	RadiusM   int // how far from the point it may be, in metres; 0 where there is no point
	// Inferred says, in words, how it is known where no words tell it of the event itself; "" where they
	// do. Such a place is never drawn as a point.
	Inferred string
}

// Kilometres is the great-circle distance between two points (haversine, mean radius 6,371 km). It means nothing where
// either Precision is not Pointed.
func (p Place) Kilometres(q Place) float64 {
	const deg = math.Pi / 180
	dLat, dLon := (q.Lat-p.Lat)*deg, (q.Lon-p.Lon)*deg
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(p.Lat*deg)*math.Cos(q.Lat*deg)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(h)))
}

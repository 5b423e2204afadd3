package place

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/place/gazetteer"
)

// candidate is an Entry with its weight. Weights are powers of ten of people: a country weighs as
// much as 16 million people; to be in the report's first country is worth a factor of 1000.
type candidate struct {
	Entry
	weight  float64
	support string // what speaks for it besides its size; "" if nothing does
	inside  int    // how many of the phrases that hold it do
}

// The weights that the choice rests on, as powers of ten.
const (
	weightCountry   = 7.2
	weightContinent = 7.2
	weightRegion    = 6.5
	weightSite      = 5.0
	weightAlternate = -1.2
	weightReport    = 3.0 // the report's first country
	weightSecond    = 1.2 // its second; 0.2 less for each after it, 0.6 at least
	weightHome      = 0.8
	marginKnown     = 0.6 // less between the first two is a tie
	marginSure      = 1.5
)

// weigh gives c its weight in ctx.
func (a *atlas) weigh(c *candidate, p phrase, ctx Context) {
	c.weight = baseWeight(c.Entry) + kindWeight(c.Entry, p)
	if c.Alternate {
		c.weight += alternateWeight(c.Entry)
	}
	for i, iso := range ctx.Countries {
		if c.lies(iso) {
			c.weight += reportWeight(i)
			c.support = "the report is about " + a.countryNames[iso]
			break
		}
	}
	if slices.ContainsFunc(ctx.Home, c.lies) {
		c.weight += weightHome
		c.support = cmp.Or(c.support, "the actor's home is there")
	}
	if w, near := nearness(c.Entry, ctx.Near); w > 0 {
		c.weight += w
		c.support = cmp.Or(c.support, "it is by "+near)
	}
}

// alternateWeight is less for an area, whose other name may be its own without 'State'.
func alternateWeight(e Entry) float64 {
	if e.full != "" {
		return weightAlternate / 4
	}
	return weightAlternate
}

func reportWeight(i int) float64 {
	if i == 0 {
		return weightReport
	}
	return max(0.6, weightSecond-0.2*float64(i-1))
}

func baseWeight(e Entry) float64 {
	people := math.Log10(float64(e.Population) + 10)
	switch e.Precision {
	case dateline.Country:
		return weightCountry
	case dateline.Continent:
		return weightContinent
	case dateline.Region:
		return weightRegion
	case dateline.Site:
		return weightSite
	case dateline.Province:
		return people
	case dateline.District:
		return people - 2
	}
	return people + seatWeight[e.rank]
}

var seatWeight = map[gazetteer.Rank]float64{
	gazetteer.Capital: 1.5, gazetteer.Seat1: .6, gazetteer.Seat2: .3, gazetteer.Seat3: .1,
	gazetteer.Section: -.5, gazetteer.Gone: -1.5,
}

// kindWeight prefers what the words call it: of two first-order areas named Moscow, the one whose
// full name has a word for an area is meant by 'the Moscow region'.
func kindWeight(e Entry, p phrase) float64 {
	w := 0.0
	switch p.kind {
	case wantProvince:
		if e.Precision == dateline.Province && len(e.full) > 0 {
			w = 1
			if last := e.full[strings.LastIndexByte(e.full, ' ')+1:]; last == p.noun || gazetteer.IsAreaWord(last) {
				w += 2
			}
		}
		if p.noun == "state" && e.Precision == dateline.Province && stateCountries[strings.ToLower(e.Country)] {
			w += 2
		}
	case wantDistrict:
		if e.Precision == dateline.District {
			w = 2
		}
	}
	return w
}

// lies reports whether e lies in the country, or partly does.
func (e Entry) lies(iso string) bool {
	return iso != "" && (e.Country == iso || slices.Contains(e.countries, iso))
}

// nearness weighs how close e is to the closest place that was named before.
func nearness(e Entry, places []dateline.Place) (weight float64, name string) {
	for _, p := range places {
		w := 0.0
		if e.lies(p.Country) {
			w = 0.8
			if p.Admin1 != "" && p.Admin1 == e.Admin1 {
				w = 1.2
			}
		}
		if p.Precision.Pointed() && (e.Lat != 0 || e.Lon != 0) {
			switch d := kilometres(e.Lat, e.Lon, p.Lat, p.Lon); {
			case d < 150:
				w += 1.5
			case d < 300:
				w += 0.6
			}
		}
		if w > weight {
			weight, name = w, p.Name
		}
	}
	return weight, name
}

// Kilometres is the distance of two points on a sphere of the earth's mean size, in degrees of WGS 84.
func Kilometres(lat1, lon1, lat2, lon2 float64) float64 { return kilometres(lat1, lon1, lat2, lon2) }

// kilometres is the distance of two points on a sphere.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	dLat, dLon := (lat2-lat1)*rad/2, (lon2-lon1)*rad/2
	h := math.Sin(dLat)*math.Sin(dLat) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Sin(dLon)*math.Sin(dLon)
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, h)))
}

// holds reports whether e lies in outer, or by it where outer is a settlement.
func (outer Entry) holds(e Entry) bool {
	switch outer.Precision {
	case dateline.Country:
		return e.lies(outer.Country)
	case dateline.Continent:
		return len(outer.countries) > 0 && (slices.Contains(outer.countries, e.Country) || e.within(outer.countries))
	case dateline.Region:
		return (e.Country != "" && slices.Contains(outer.countries, e.Country) || e.within(outer.countries)) &&
			(outer.area == "" || e.area == "" || outer.area == e.area)
	case dateline.Province:
		return outer.area == e.area
	case dateline.District:
		return outer.district == e.district || outer.area == e.area && kilometres(outer.Lat, outer.Lon, e.Lat, e.Lon) < 30
	}
	return e.Precision != dateline.Country && e.lies(outer.Country) && kilometres(outer.Lat, outer.Lon, e.Lat, e.Lon) < 60
}

// within reports whether e is a region whose countries are all among these.
func (e Entry) within(countries []string) bool {
	for _, c := range e.countries {
		if !slices.Contains(countries, c) {
			return false
		}
	}
	return len(e.countries) > 0
}

// related reports whether one of two readings holds the other, so that they are no rivals: Kandahar
// the town and Kandahar the province.
func related(a, b Entry) bool {
	if a.isSettled() && b.isSettled() {
		return a.Country == b.Country && kilometres(a.Lat, a.Lon, b.Lat, b.Lon) < 25
	}
	return a.holds(b) || b.holds(a)
}

// rank weighs found, best first, and puts a first-order area behind its seat unless an area is
// asked for. Readings that fewer of the holding phrases hold are dropped.
func (a *atlas) rank(found []Entry, p phrase, holders [][]Entry, ctx Context) []*candidate {
	backing := make([]candidate, len(found))
	out := make([]*candidate, 0, len(found))
	best := 0
	for i, e := range found {
		c := &backing[i]
		c.Entry = e
		for _, h := range holders {
			if slices.ContainsFunc(h, func(outer Entry) bool { return outer.ID != e.ID && outer.holds(e) }) {
				c.inside++
			}
		}
		best = max(best, c.inside)
		out = append(out, c)
	}
	out = slices.DeleteFunc(out, func(c *candidate) bool { return c.inside < best })
	for i := range out {
		a.weigh(out[i], p, ctx)
		if out[i].inside > 0 {
			out[i].support = "the words say where"
		}
	}
	slices.SortStableFunc(out, func(x, y *candidate) int { return cmp.Or(-cmp.Compare(x.weight, y.weight), cmp.Compare(x.ID, y.ID)) })
	if p.kind == anything {
		seatFirst(out)
		countryFirst(out)
	}
	return out
}

// countryFirst moves a country before a place in it of the same name: Mexico, not Mexico City.
func countryFirst(cs []*candidate) {
	for i := 1; i < len(cs); i++ {
		if cs[i].Precision == dateline.Country && cs[0].Country == cs[i].Country {
			country := cs[i]
			country.weight = cs[0].weight
			copy(cs[1:i+1], cs[:i])
			cs[0] = country
			return
		}
	}
}

// seatFirst moves a town of the same name before the area that it is the seat of.
func seatFirst(cs []*candidate) {
	if len(cs) < 2 || cs[0].Precision != dateline.Province && cs[0].Precision != dateline.District || len(cs[0].full) == 0 {
		return
	}
	for i := 1; i < len(cs); i++ {
		if cs[i].isSettled() && cs[i].area == cs[0].area && (cs[i].rank == gazetteer.Seat1 || cs[i].rank == gazetteer.Capital) {
			seat := cs[i]
			seat.weight = cs[0].weight
			copy(cs[1:i+1], cs[:i])
			cs[0] = seat
			return
		}
	}
}

package place

import (
	"strings"
	"unicode"

	"dateline"
	"dateline/internal/resolve/place/gazetteer"
)

// Holds reports whether e lies in outer, or by it where outer is a settlement. Nothing holds itself.
func (outer Entry) Holds(e Entry) bool { return outer.ID != e.ID && outer.holds(e) }

// Far is the distance of two entries in kilometres, and false where one of them has no coordinates.
func (e Entry) Far(o Entry) (km float64, ok bool) {
	if e.Lat == 0 && e.Lon == 0 || o.Lat == 0 && o.Lon == 0 {
		return 0, false
	}
	return kilometres(e.Lat, e.Lon, o.Lat, o.Lon), true
}

// Area is the code of the first-order area that e lies in or is, such as 'NG.27'; "" where it is not known.
func (e Entry) Area() string { return e.area }

// Seat is how much of a seat a settlement is, from 0 for none to 4 for a capital.
func (e Entry) Seat() int {
	if e.rank <= gazetteer.Capital {
		return int(e.rank)
	}
	return 0
}

// SeatOf reports whether e is the settlement that the area is ruled from.
func (e Entry) SeatOf(area Entry) bool {
	switch {
	case !e.isSettled() || e.area != area.area || area.full == "":
		return false
	case e.rank == gazetteer.Seat1 || e.rank == gazetteer.Capital:
		return true
	}
	return area.Precision == dateline.District && e.rank == gazetteer.Seat2 && e.district == area.district
}

// Part reports whether a settlement is a part of a larger one or is no more.
func (e Entry) Part() bool { return e.rank == gazetteer.Section || e.rank == gazetteer.Gone }

// Place gives e as a Place; a point only where e is a settlement.
func (e Entry) Place() dateline.Place { return e.place() }

// Label names e so that a person knows which one is meant: 'Tripoli, North Lebanon, Lebanon'.
func (e Entry) Label() string { return e.label() }

// Common reports whether a name is a common word or a person's name that settlements have, too.
func Common(name string) bool {
	var room [64]byte
	_, common := world().common[string(gazetteer.AppendFold(room[:0], name))]
	return common
}

// Bare reports whether a name is a word that names a settlement only with its country or area in the same words: 'the East Side', 'March'.
func Bare(name string) bool {
	var room [64]byte
	return world().common[string(gazetteer.AppendFold(room[:0], name))]
}

// Side reports whether a name is no more than a side: 'South-East', 'North-Central'.
func Side(name string) bool {
	key := gazetteer.Fold(name)
	_, ok := side(strings.TrimSuffix(strings.TrimSuffix(key, " central"), " zone"))
	return ok
}

// Weight is how likely a name is to mean e before anything else is known, as a power of ten: about
// that of its people for a settlement, more for a seat, 7 for a country.
func (e Entry) Weight() float64 { return baseWeight(e) }

// Circle is a circle that e lies in: its middle, and a radius in metres; 0 where it is not known.
func (e Entry) Circle() (lat, lon float64, metres int) {
	switch {
	case e.Lat == 0 && e.Lon == 0:
		return 0, 0, 0
	case e.ReachKm > 0:
		return e.Lat, e.Lon, e.ReachKm * 1000
	case e.Precision == dateline.Settlement:
		return e.Lat, e.Lon, radius(e.Population)
	case e.Precision == dateline.District:
		return e.Lat, e.Lon, 40_000
	}
	return e.Lat, e.Lon, 150_000
}

// People returns the country or the area of an adjective or a people: 'Iranian', 'Chechens',
// 'Palestinian'. A name of a place is none, nor is a word in small letters.
func People(word string) (Entry, bool) {
	if !strings.ContainsFunc(word, unicode.IsUpper) && word == strings.ToLower(word) {
		return Entry{}, false
	}
	return world().peopleEntry(word)
}

package place

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/resolve/place/gazetteer"
)

// Entry is one place that a name may mean.
type Entry struct {
	ID        string // as dateline.Place.ID
	Name      string
	Country   string // ISO 3166-1 alpha-2; "" if there are several or none
	Admin1    string // name of the first-order area; "" if unknown
	Precision dateline.Precision
	// Lat and Lon of an area are its middle: good for a distance, not to be drawn. Of a first- or
	// second-order area that is half-way between its outermost settlements. Both are 0 where not known.
	Lat, Lon   float64
	ReachKm    int  // about how far from there it reaches, in kilometres; 0 if unknown
	Population int  // 0 if unknown
	Alternate  bool // found by another name than its main one

	rank      gazetteer.Rank
	area      string   // code of the first-order area
	district  string   // code of the second-order area
	full      string   // an area's full name, folded: 'moscow oblast'
	countries []string // of a region of several countries
}

// Lookup returns what carries exactly this name, accents, case and hyphens aside: what the name
// most likely means first, by people, and for settlements by what they are the seat of; hamlets are left out. It returns
// nil if nothing does. The list is shared: it is not to be changed.
func Lookup(name string) []Entry {
	found := WithHamlets(name)
	n := len(found)
	for n > 0 && found[n-1].Hamlet() {
		n--
	}
	if n == 0 {
		return nil
	}
	return found[:n]
}

// WithHamlets returns what Lookup does, and behind it the hamlets of that name.
func WithHamlets(name string) []Entry {
	found, known := looked.get(name)
	if !known {
		found = find(name)
		looked.put(name, found)
	}
	return found
}

func find(name string) []Entry {
	if gazetteer.MixedScripts(name) {
		return nil
	}
	key := gazetteer.Fold(name)
	found := world().lookup(key, name)
	if full := writtenOut(key); len(found) == 0 && full != key {
		key, found = full, world().lookup(full, name)
	}
	slices.SortStableFunc(found, func(a, b Entry) int { return -cmp.Compare(baseWeight(a), baseWeight(b)) })
	return append(withoutTwins(found), world().hamletsOf(key)...)
}

// withoutTwins leaves out of found what only has another record's own name beside its own and lies at its place: of
// Lexington and Lexington-Fayette, a town and the county that it is one with, 'Lexington' is the first.
func withoutTwins(found []Entry) []Entry {
	var out []Entry
	for _, e := range found {
		twin := func(o Entry) bool {
			return !o.Alternate && o.isSettled() && o.Country == e.Country && o.area == e.area && 2*o.Population >= e.Population &&
				kilometres(o.Lat, o.Lon, e.Lat, e.Lon) <= 15
		}
		if !e.Alternate || !e.isSettled() || !slices.ContainsFunc(found, twin) {
			out = append(out, e)
		}
	}
	return out
}

// lookup returns what carries the folded key: supplement first, then the table. Names in capitals
// alone ('US', 'CAR') count only where written has them so.
func (a *atlas) lookup(key, written string) []Entry {
	if key == "" {
		return nil
	}
	names, hits := a.names[key], a.carriers(key)
	if len(names)+len(hits) == 0 {
		return nil
	}
	out := make([]Entry, 0, len(names)+len(hits))
	for _, n := range names {
		if !n.form.fits(written) || slices.ContainsFunc(out, func(o Entry) bool { return o.ID == a.entries[n.entry].ID }) {
			continue
		}
		e := a.entries[n.entry]
		e.Alternate = n.alternate
		out = append(out, e)
	}
	supplement := out
	for _, h := range hits {
		e := a.entry(h.Index)
		if !slices.ContainsFunc(supplement, func(o Entry) bool { return o.ID == e.ID }) {
			e.Alternate = h.Alternate || e.full != "" && gazetteer.Fold(e.Name) != key
			out = append(out, e)
		}
	}
	return out
}

// carriers returns the records of the table that carry the folded key, hamlets aside.
func (a *atlas) carriers(key string) []gazetteer.Hit {
	hits := a.table.Find(key)
	for len(hits) > 0 && hits[len(hits)-1].Index >= a.hamlets {
		hits = hits[:len(hits)-1]
	}
	return hits
}

// hamletsOf returns the hamlets that carry the folded key.
func (a *atlas) hamletsOf(key string) []Entry {
	var out []Entry
	for _, h := range a.table.Find(key) {
		if h.Index >= a.hamlets {
			out = append(out, a.entry(h.Index))
		}
	}
	return out
}

// entry returns record i of the table as an Entry.
func (a *atlas) entry(i int) Entry {
	r := a.table.Record(i)
	e := Entry{
		Name: r.Name, Country: r.Country, Lat: r.Lat, Lon: r.Lon, Population: r.Population,
		ReachKm: r.ReachKm, rank: r.Rank, area: r.Area, district: r.District, Admin1: a.provinceNames[r.AreaAt],
	}
	if c, ok := a.provinceCentres[i]; ok {
		e.Lat, e.Lon = c[0], c[1]
	}
	switch r.Rank {
	case gazetteer.Province:
		e.ID, e.Precision, e.Name = "admin1:"+r.Code, dateline.Province, e.Admin1
		e.full = gazetteer.Fold(r.Name)
	case gazetteer.District:
		e.ID, e.Precision, e.district = "admin2:"+r.Code, dateline.District, r.Code
		e.full = gazetteer.Fold(r.Name)
	default:
		e.Name = cmp.Or(a.settlementNames[i], e.Name)
		e.ID, e.Precision = "geonames:"+strconv.Itoa(r.ID), dateline.Settlement
		if i >= a.hamlets {
			e.ID = postal + strconv.Itoa(r.ID-gazetteer.Postal)
		}
	}
	return e
}

// postal begins the identifier of a hamlet, before its postal code.
const postal = "postal:"

// Hamlet reports whether e is a place of the United States that is known by its postal code alone: so small, or so much a part of a town,
// that its name means it only where something speaks for its state.
func (e Entry) Hamlet() bool { return Hamlet(e.ID) }

// Hamlet reports whether the identifier is that of a hamlet.
func Hamlet(id string) bool { return strings.HasPrefix(id, postal) }

// isSettled reports whether e is a settlement.
func (e Entry) isSettled() bool { return e.Precision == dateline.Settlement }

// place gives e as a Place; a point only where e is a settlement or a site.
func (e Entry) place() dateline.Place {
	p := dateline.Place{ID: e.ID, Name: e.Name, Country: e.Country, Admin1: e.Admin1, Town: world().townOf(e), Precision: e.Precision}
	if e.Precision.Pointed() {
		p.Lat, p.Lon, p.RadiusM = e.Lat, e.Lon, radius(e.Population)
	}
	if e.Precision.Pointed() && e.ReachKm > 0 {
		p.RadiusM = e.ReachKm * 1000
	}
	return p
}

// radius is about how far a settlement with so many people reaches, in metres.
func radius(people int) int {
	switch {
	case people >= 5_000_000:
		return 25_000
	case people >= 500_000:
		return 15_000
	case people >= 100_000:
		return 8_000
	case people >= 10_000:
		return 4_000
	}
	return 2_000
}

// label names e so that a person knows which one is meant: 'Tripoli, North Lebanon, LB'.
func (e Entry) label() string {
	out := e.Name
	if e.Admin1 != "" && e.Admin1 != e.Name {
		out += ", " + e.Admin1
	}
	if e.Country != "" && e.Precision != dateline.Country {
		out += ", " + CountryName(e.Country)
	}
	if e.Precision != dateline.Settlement {
		out += " (" + string(e.Precision) + ")"
	}
	return out
}

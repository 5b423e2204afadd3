package place

import (
	"dateline"
	"dateline/internal/resolve/place/gazetteer"
)

// A quarter of a town has a record of its own (GeoNames: a section of a populated place), or the words call it one:
// 'the Austin neighborhood'. The first says which town it is of, by where it lies; of the second only what is a
// record of a quarter counts, for the town of the same name is another place.

// quarters keeps of found what the words can mean that call it a quarter.
func quarters(found []Entry) []Entry {
	var out []Entry
	for _, e := range found {
		if e.rank == gazetteer.Section && e.isSettled() {
			out = append(out, e)
		}
	}
	return out
}

// quarterReach is how far from the middle of a town of so many people its quarters lie, in kilometres.
func quarterReach(people int) float64 {
	switch {
	case people >= 5_000_000:
		return 30
	case people >= 1_000_000:
		return 25
	case people >= 500_000:
		return 18
	case people >= 100_000:
		return 10
	}
	return 5
}

// townOf is the name of the town that the quarter e is of: of the greater towns in whose reach it lies, that whose
// reach it is deepest in. It is "" for what is no quarter.
func (a *atlas) townOf(e Entry) string {
	if e.rank != gazetteer.Section || e.Precision != dateline.Settlement {
		return ""
	}
	if name, known := a.towns.Load(e.ID); known {
		return name.(string)
	}
	name := a.greaterTown(e)
	a.towns.Store(e.ID, name)
	return name
}

func (a *atlas) greaterTown(e Entry) string {
	best, name := 1.0, ""
	for i := a.table.Provinces() + a.table.Districts(); i < a.table.Len(); i++ {
		r := a.table.Record(i)
		if r.Population < max(e.Population, 20_000) {
			break // the greatest come first
		}
		if r.Country != e.Country || r.Rank == gazetteer.Section {
			continue
		}
		if d := kilometres(e.Lat, e.Lon, r.Lat, r.Lon) / quarterReach(r.Population); d < best {
			best, name = d, r.Name
			if own := a.settlementNames[i]; own != "" {
				name = own
			}
		}
	}
	return name
}

// Beside returns the settlement, or the quarter of one, that carries the name and lies nearest to town, at most as far
// as its quarters do; nil if there is none but the town itself.
func Beside(name string, town dateline.Place) *dateline.Place {
	at, ok := ByID(town.ID)
	if !ok {
		return nil
	}
	best, km := Entry{}, quarterReach(at.Population)
	for _, e := range WithHamlets(name) {
		if d := kilometres(e.Lat, e.Lon, at.Lat, at.Lon); e.isSettled() && e.ID != at.ID && d <= km {
			best, km = e, d
		}
	}
	if best.ID == "" {
		return nil
	}
	p := best.place()
	return &p
}

package place

import "dateline/internal/resolve/place/gazetteer"

// Towns lists the settlements with at least so many people, the most peopled first; parts of larger ones and
// those that are no more are left out.
func Towns(people int) []Entry {
	a := world()
	var out []Entry
	for i := a.table.Provinces(); i < a.table.Len(); i++ {
		switch r := a.table.Record(i); {
		case r.Rank > gazetteer.Capital:
		case r.Population < people:
			return out
		default:
			out = append(out, a.entry(i))
		}
	}
	return out
}

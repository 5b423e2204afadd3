package place

import "dateline/internal/resolve/place/gazetteer"

// ByID returns the entry with the identifier of a dateline.Place, and false if there is none. It looks at every
// record: it is for what a person writes.
func ByID(id string) (Entry, bool) {
	a := world()
	for _, e := range a.entries {
		if e.ID == id {
			return e, true
		}
	}
	for i := range a.table.Len() {
		if e := a.entry(i); e.ID == id {
			return e, true
		}
	}
	return Entry{}, false
}

// Names lists the main name of every entry, in no particular order and some more than once.
func Names() []string {
	a := world()
	out := make([]string, 0, len(a.entries)+a.table.Len())
	for _, e := range a.entries {
		out = append(out, e.Name)
	}
	for i := range a.table.Len() {
		if name := a.table.Record(i).Name; gazetteer.IsLatin(name) {
			out = append(out, name)
		}
	}
	return out
}

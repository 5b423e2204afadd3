package place

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dateline/internal/resolve/place/gazetteer"
)

// ByID returns the entry with the identifier of a dateline.Place, and false if there is none.
func ByID(id string) (Entry, bool) {
	n := theNumbers()
	if i, ok := n.entries[id]; ok {
		return world().entries[i], true
	}
	i, ok := n.of(id)
	if !ok {
		return Entry{}, false
	}
	return world().entry(i), true
}

// numbers find entries of the supplement, and records of the table, by their identifiers. To make them takes a look at
// every record, so that they are made when they are first asked for.
type numbers struct {
	entries     map[string]int // by ID; the first of several
	areas       map[string]int // by ID
	settlements []numbered     // by GeoNames number
}

type numbered struct{ id, at int32 }

var theNumbers = sync.OnceValue(func() numbers {
	n, table := numbers{entries: map[string]int{}, areas: map[string]int{}}, world().table
	for i, e := range slices.Backward(world().entries) {
		n.entries[e.ID] = i
	}
	for i := range table.Len() {
		switch r := table.Record(i); r.Rank {
		case gazetteer.Province:
			n.areas["admin1:"+r.Code] = i
		case gazetteer.District:
			n.areas["admin2:"+r.Code] = i
		default:
			n.settlements = append(n.settlements, numbered{int32(r.ID), int32(i)})
		}
	}
	slices.SortFunc(n.settlements, func(a, b numbered) int { return cmp.Compare(a.id, b.id) })
	return n
})

// of returns the index of the record with an ID.
func (n numbers) of(id string) (int, bool) {
	number, settled := strings.CutPrefix(id, "geonames:")
	code, hamlet := strings.CutPrefix(id, postal)
	if !settled && !hamlet {
		i, ok := n.areas[id]
		return i, ok
	}
	wanted, err := strconv.ParseInt(number, 10, 32)
	if hamlet {
		wanted, err = strconv.ParseInt(code, 10, 32)
		wanted += gazetteer.Postal
	}
	if err != nil {
		return 0, false
	}
	at, ok := slices.BinarySearchFunc(n.settlements, int32(wanted), func(x numbered, id int32) int { return cmp.Compare(x.id, id) })
	if !ok {
		return 0, false
	}
	return int(n.settlements[at].at), true
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

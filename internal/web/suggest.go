package web

import (
	"cmp"
	"net/http"
	"slices"
	"sort"
	"strings"
	"sync"

	"dateline"
	"dateline/internal/nearby"
	"dateline/internal/resolve/place"
)

// suggestion is a value that a correction may have.
type suggestion struct {
	Value string `json:"value"` // as the form sends it
	Label string `json:"label"`
	Note  string `json:"note,omitempty"`
}

// Limits of suggestions.
const (
	mostSuggested = 8
	mostLooked    = 400 // names that begin as asked, of which the best are taken
	longestAsked  = 200 // bytes
)

// suggest answers a script that helps with a correction: of= actor, place or kind, q= what was typed.
func (s *site) suggest(w http.ResponseWriter, r *http.Request) {
	q := nearby.Plain(r.URL.Query().Get("q"))
	if len(q) > longestAsked {
		q = ""
	}
	out := []suggestion{}
	switch of := r.URL.Query().Get("of"); {
	case q == "":
	case of == "actor":
		out = append(out, s.suggestActors(q)...)
	case of == "place":
		out = append(out, suggestPlaces(q)...)
	case of == "kind":
		out = append(out, s.suggestKinds(q)...)
	}
	s.json(w, http.StatusOK, map[string]any{"suggestions": out})
}

// suggestActors lists the actors of which a name has words that begin so: those whose whole name begins so first.
func (s *site) suggestActors(q string) []suggestion {
	type found struct {
		suggestion
		rank int
	}
	var all []found
	for _, a := range s.book.All() {
		best := found{rank: 3}
		for _, n := range append([]dateline.ActorName{{Name: a.ID}}, a.Names...) {
			if rank := beginning(n.Name, q); rank < best.rank {
				best = found{suggestion{a.ID, s.book.Name(a.ID), a.ID}, rank}
				if n.Name != a.ID && n.Name != s.book.Name(a.ID) {
					best.Note = n.Name + " · " + a.ID
				}
			}
		}
		if best.rank < 3 {
			all = append(all, best)
		}
	}
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(a.rank-b.rank, cmp.Compare(a.Label, b.Label), cmp.Compare(a.Value, b.Value))
	})
	var out []suggestion
	for _, f := range all[:min(len(all), mostSuggested)] {
		out = append(out, f.suggestion)
	}
	return out
}

// beginning is 0 where a name is q, 1 where it begins so, 2 where one of its words does, else 3.
func beginning(name, q string) int {
	switch plain := nearby.Plain(name); {
	case plain == q:
		return 0
	case strings.HasPrefix(plain, q):
		return 1
	}
	for _, w := range strings.Fields(name) {
		if strings.HasPrefix(nearby.Plain(w), q) {
			return 2
		}
	}
	return 3
}

func (s *site) suggestKinds(q string) []suggestion {
	var out [3][]suggestion
	for _, f := range dateline.Codebook {
		for _, k := range f.Kinds {
			if rank := beginning(string(k), q); rank < 3 {
				entry, _ := s.kinds.Entry(k)
				out[rank] = append(out[rank], suggestion{string(k), upper(kindWords(k)), entry.Definition})
			}
		}
	}
	all := slices.Concat(out[:]...)
	return all[:min(len(all), mostSuggested)]
}

// placeNames are the main names of the gazetteer as they are looked for, sorted; made when the first is asked for.
var placeNames = sync.OnceValue(func() []placeName {
	var out []placeName
	for _, n := range place.Names() {
		if p := nearby.Plain(n); p != "" {
			out = append(out, placeName{p, n})
		}
	}
	slices.SortFunc(out, func(a, b placeName) int { return cmp.Or(cmp.Compare(a.plain, b.plain), cmp.Compare(a.name, b.name)) })
	return slices.Compact(out)
})

type placeName struct{ plain, name string }

// suggestPlaces lists the places whose name begins so: those that are called just that first, then those of most weight.
func suggestPlaces(q string) []suggestion {
	names := placeNames()
	i := sort.Search(len(names), func(i int) bool { return names[i].plain >= q })
	var all []place.Entry
	for n := 0; i+n < len(names) && n < mostLooked && strings.HasPrefix(names[i+n].plain, q); n++ {
		all = append(all, place.Lookup(names[i+n].name)...)
	}
	slices.SortStableFunc(all, func(a, b place.Entry) int {
		return cmp.Or(beginning(a.Name, q)-beginning(b.Name, q), cmp.Compare(b.Weight(), a.Weight()), cmp.Compare(a.ID, b.ID))
	})
	var out []suggestion
	seen := map[string]bool{}
	for _, e := range all {
		if len(out) == mostSuggested {
			break
		}
		if !seen[e.ID] {
			seen[e.ID] = true
			out = append(out, suggestion{e.ID, entryWords(e), e.ID})
		}
	}
	return out
}

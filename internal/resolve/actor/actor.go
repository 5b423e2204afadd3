// Package actor knows who is who: it reads the records of data/actors and decides which actor the
// words of a report mean. It knows neither grammar nor events: words come in as they stand in a
// report, with what the report has told so far (Context), and a dateline.Resolution goes out.
//
// The order of work, each a file: words are folded and parted (scan.go); listed names are found by
// walking a trie of folded words (names.go); what stands around a name decides whether the words
// mean the actor, somebody of it, or only something about it (standing.go); names that several
// actors share, common words and names out of their time are weighed (weigh.go); forces and organs
// of a state are read by pattern (state.go); what is left names nobody or nobody that is listed
// (resolve.go). Who speaks is sorted in class.go.
//
// A shared name is never merged: two readings stand until the report decides. A name is never
// matched by likeness: letters of another script, a longer acronym or a wrong capital is no match.
// Everything is pure: the same words, context and data give the same answer. A Book does not
// change once made and can be used from any number of goroutines.
package actor

import (
	"slices"
	"strings"
	"sync"

	"dateline"
	"dateline/data"
	"dateline/internal/resolve/place"
)

//go:generate go run ./compile ../../../data/actors ../../../data/actors.tsv

// Countries is what a Book has to know about countries; every field is set.
type Countries struct {
	ISO     func(name string) (iso string, ok bool) // 'Nigeria', 'the U.S.'
	Demonym func(word string) (iso string, ok bool) // 'Nigerian', 'Dutch'
	Name    func(iso string) string                 // "" if there is no such country
	Place   func(name string) bool                  // whether there is a place of that name
	// Government says whose government a capital or a seat may stand for: 'Moscow', 'the Kremlin'.
	Government func(name string) (iso string, ok bool)
}

// Book is the actors and the words by which reports name them. It is made by Load or New.
type Book struct {
	actors    []dateline.Actor // by ID
	at        map[string]int   // index in actors
	lives     []period         // of actors
	ties      map[string][]tie // by ID, both ways
	names     *index
	forms     func() spelt // of names; worked out when first asked for
	lexicon   *lexicon
	countries Countries
}

// tie is a relation as one of its ends sees it.
type tie struct {
	kind  string
	other string
	up    bool // other is what the record's relation points to
	time  period
}

// Load gives the Book of the records that this program carries. They are read once.
var Load = sync.OnceValue(func() *Book {
	actors, err := compiled(data.Actors)
	if err != nil {
		panic(err) // the compiled records are ours and tested
	}
	return New(actors, Countries{ISO: place.ISO, Demonym: place.Demonym, Name: place.CountryName, Government: place.Government,
		Place: func(name string) bool { return len(place.Lookup(name)) > 0 }})
})

// New makes a Book of actors, in any order.
func New(actors []dateline.Actor, countries Countries) *Book {
	b := &Book{actors: slices.Clone(actors), at: map[string]int{}, ties: map[string][]tie{},
		lexicon: words(), countries: countries}
	slices.SortFunc(b.actors, func(x, y dateline.Actor) int { return strings.Compare(x.ID, y.ID) })
	b.names = newIndex(b.actors)
	b.lives = make([]period, len(b.actors))
	for i, a := range b.actors {
		b.at[a.ID] = i
		b.lives[i] = span(a.Founded, a.Ended)
	}
	b.forms = sync.OnceValue(func() spelt { return b.spellings(b.names) })
	for _, a := range b.actors {
		for _, r := range a.Relations {
			t := span(r.From, r.To)
			b.ties[a.ID] = append(b.ties[a.ID], tie{r.Kind, r.Actor, true, t})
			b.ties[r.Actor] = append(b.ties[r.Actor], tie{r.Kind, a.ID, false, t})
		}
	}
	return b
}

// Get returns the record of id, and false if there is none.
func (b *Book) Get(id string) (dateline.Actor, bool) {
	i, ok := b.at[id]
	if !ok {
		return dateline.Actor{}, false
	}
	return b.actors[i], true
}

// All returns every record, sorted by ID. The caller does not change them.
func (b *Book) All() []dateline.Actor { return b.actors }

// Name says in words who id is: a record's name, 'police of Germany' for state:DE:police, and id
// itself for what it does not know.
func (b *Book) Name(id string) string {
	if i, ok := b.at[id]; ok {
		return b.actors[i].Name
	}
	rest, ok := strings.CutPrefix(id, statePrefix)
	if !ok {
		return id
	}
	iso, body, of := strings.Cut(rest, ":")
	country := b.countries.Name(iso)
	switch {
	case country == "":
		return id
	case !of:
		return country
	}
	return body + " of " + country
}

// related reports whether a relation of any kind ties x and y.
func (b *Book) related(x, y string) bool {
	return slices.ContainsFunc(b.ties[x], func(t tie) bool { return t.other == y })
}

// branches returns the actors that are branches or parts of parent at a time when published can
// tell, with iso first in their home; sorted.
func (b *Book) branches(parent, iso string, published dateline.Date) []string {
	var out []string
	for _, t := range b.ties[parent] {
		part := !t.up && (t.kind == "branch of" || t.kind == "parent")
		if !part || !t.time.begunBy(published) || t.time.overBy(published) {
			continue
		}
		if a, ok := b.Get(t.other); ok && len(a.Home) > 0 && a.Home[0] == iso {
			out = append(out, t.other)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

package analysis

import (
	"slices"

	"dateline"
)

// Snapshot is what is known of a group as of one day. What the record has holds by the record's
// dates. What reports tell is there if their words tell a time that has begun by that day, or, for want
// of a time, if they were published by then; it says nothing of how long it held.
type Snapshot struct {
	Day       string // YYYY-MM-DD
	Names     []Dated[NameUse]
	Parents   []Bond
	Relations []Bond
	Listings  []Dated[Listing]
	Leaders   []Leader   // with the terms that are told by then
	Strength  []Estimate // told by then; the last is the most recent
	Territory []Ground
}

// Dated is what the record has, with how its dates stand to a day.
type Dated[T any] struct {
	Value T
	Fit   Fit
}

// Bond is all that stands between a group and one other on a day. Contested says that the readings do
// not go together: an ally that is a rival too, or a tie that somebody denies.
type Bond struct {
	Other     string // Actor.ID; "" if not known
	Words     string // the report's words for one that is not known
	Readings  []Reading
	Contested bool
}

// Reading is one tie of a Bond with the evidence for it on the day.
type Reading struct {
	Tie
	Record Fit       // how the record's dates stand to the day; Outside too if the record does not have it
	Told   []Account // that tell it, in the order of the tie
	Denied []Account // that deny or doubt it
}

// At takes the Snapshot of a day, YYYY-MM-DD.
func At(p Profile, d Dossier, day string) Snapshot {
	s := Snapshot{Day: day, Parents: bonds(p.Parents, day), Relations: bonds(p.Relations, day)}
	for _, u := range d.Uses {
		if fit := u.In(day); fit != Outside || u.First.From != "" && u.First.From <= day {
			s.Names = append(s.Names, Dated[NameUse]{u, fit})
		}
	}
	for _, l := range d.Listings {
		if fit := l.In(day); fit != Outside || l.Account != nil && l.At.by(day) {
			s.Listings = append(s.Listings, Dated[Listing]{l, fit})
		}
	}
	for _, l := range d.Leaders {
		l.Terms = until(l.Terms, day, func(t *Term) Moment { return t.At })
		if l.Terms != nil {
			s.Leaders = append(s.Leaders, l)
		}
	}
	s.Strength = until(d.Strength, day, func(e *Estimate) Moment { return e.At })
	s.Territory = until(d.Territory, day, func(g *Ground) Moment { return g.At })
	return s
}

// by reports whether what is told had begun by a day: as its words tell, or, where they tell no
// time, because it was published by then.
func (m Moment) by(day string) bool { return m.day() != "" && m.day() <= day }

// until keeps what was told of or by a day; nil if nothing was.
func until[T any](all []T, day string, at func(*T) Moment) []T {
	var out []T
	for i := range all {
		if at(&all[i]).by(day) {
			out = append(out, all[i])
		}
	}
	return out
}

// bonds sorts the ties that stand on a day by the other party, in their order.
func bonds(all []Tie, day string) []Bond {
	var out []Bond
	for _, t := range all {
		r, stands := readingOn(t, day)
		if !stands {
			continue
		}
		words := t.Words
		if t.Other != "" {
			words = ""
		}
		i := slices.IndexFunc(out, func(b Bond) bool { return b.Other == t.Other && b.Words == words })
		if i < 0 {
			i = len(out)
			out = append(out, Bond{Other: t.Other, Words: words})
		}
		out[i].Readings = append(out[i].Readings, r)
	}
	for i := range out {
		out[i].Contested = contested(out[i].Readings)
	}
	return out
}

// readingOn weighs a tie on a day; false if nothing speaks for it or against it by then.
func readingOn(t Tie, day string) (Reading, bool) {
	r := Reading{Tie: t}
	if t.Curated != nil {
		r.Record = newPeriod(t.Curated.From, t.Curated.To).at(day)
	}
	for _, a := range t.Accounts {
		switch m := momentOf(&a); {
		case !m.by(day):
		case a.Stance == dateline.Denied || a.Stance == dateline.Doubted || a.Reality == dateline.NotHappened:
			r.Denied = append(r.Denied, a)
		case a.Reality.Counts():
			r.Told = append(r.Told, a)
		}
	}
	return r, r.Record != Outside || r.Told != nil || r.Denied != nil
}

// friendly are the words of ties that do not go together with being rivals.
var friendly = []string{"ally of", "branch of", "branch of it", "parent", "part of it", "media of", "its media", "merged into", "merged into it",
	"pledged allegiance to", "was pledged allegiance by"}

// contested reports whether readings on one day do not go together.
func contested(all []Reading) bool {
	friend, rival := false, false
	for _, r := range all {
		friend = friend || slices.Contains(friendly, r.Word)
		rival = rival || r.Word == "rival of"
		if r.Denied != nil && (r.Told != nil || r.Record != Outside) {
			return true
		}
	}
	return friend && rival
}

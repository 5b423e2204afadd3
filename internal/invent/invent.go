// Package invent knows how reports of armed violence are told: it makes as many of them as are wanted,
// each with the Reading that a coder without fault would give and with the truth about which incident each
// statement tells. They measure linking and fill a ledger where real reports with known truth are too few.
//
// Nothing in them took place. Places are of the gazetteer and groups of the actor records, so that the
// densities are those of the world; publishers are made up, and their addresses end in '.example'.
//
// An incident has a day, a town, a kind, a group, a target and a toll, all from its number and the seed, so
// that any incident can be had without those before it, and the stream of stories needs no memory. A few
// towns have most of them, and one in thirty has a rival the same day in the same town (incident.go). It is told by one report
// or by hundreds, of which most are copies (plan.go): first reports, copies with small edits, retellings on an outlet's word,
// some with a figure of their own, rings, anniversaries. A report says the date as a weekday, a day, a month or not
// at all, once in a while with the wrong month; the place as a town, near it, its province or not at all;
// the group by any of its names or not at all; the toll early and low, late, hedged, or in rival figures;
// and may mention an older incident (story.go). The words are in templates.txt.
package invent

import (
	"iter"
	"math/rand/v2"
	"time"

	"dateline"
)

// Options say what to invent. The zero Options make nothing.
type Options struct {
	Seed    uint64
	Reports int // how many; about half as many incidents
	// From is the first year and Years how many there are; 2005 and 20 if not given.
	From, Years int
}

// Story is one invented report.
type Story struct {
	Reading dateline.Reading
	Tales   []Tale // the truth: what it tells, each incident once
}

// Tale is what a report tells of one incident.
type Tale struct {
	Incident   string
	Series     string   // of coordinated attacks: the same for all of them; "" if it is none
	Account    string   // the same for all reports that are one account of the incident
	News       bool     // it is no older event retold
	Statements []string // Statement.ID, in the order of the text
}

// maker makes the incidents and stories of some Options.
type maker struct {
	Options
	*world
}

// Stories invents reports, incident by incident. The same Options give the same reports.
func Stories(o Options) iter.Seq[Story] {
	if o.From == 0 {
		o.From = 2005
	}
	if o.Years == 0 {
		o.Years = 20
	}
	m := maker{o, theWorld()}
	return func(yield func(Story) bool) {
		for i, made := 0, 0; made < o.Reports; i++ {
			in := m.incident(i)
			for _, p := range m.plan(in) {
				if made++; made > o.Reports || !yield(m.story(in, p)) {
					return
				}
			}
		}
	}
}

// dice are the chances of thing k of incident i.
func (m maker) dice(i, k int) *rand.Rand {
	return rand.New(rand.NewPCG(m.Seed, uint64(i)<<20|uint64(k)))
}

// What dice are for, besides the reports of an incident by their numbers.
const (
	forIncident = 1<<20 - 1 - iota
	forPlan
	forTheatre
	forSeries
	forCounts = 1 << 19 // and on
)

// pick takes one of a list.
func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// chance is true so often in a hundred.
func chance(r *rand.Rand, percent int) bool { return r.IntN(100) < percent }

func iso(t time.Time) string { return t.Format(time.DateOnly) }

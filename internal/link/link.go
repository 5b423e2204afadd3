// Package link knows sameness: it groups Statements into Incidents, each holding every account of
// one happening. It is a pure function of readings and decisions, and indifferent to their order.
//
// The order of work:
//
//  1. Each Statement that tells violence which took place is an event (event.go). A Statement that
//     points back to it in its own report ('the attack', 'at least 19 were killed') joins it.
//  2. Pairs of events are compared (score.go), but only those that share a country and a month, or,
//     where no day is known, a country and a word of the place's name (pairs.go). A pair has a
//     score and its reasons in words; two different days or two different places block it whatever
//     the wording.
//  3. Pairs are joined from the best score down (cluster.go) as long as no member of the one blocks
//     a member of the other. An event without a date joins only if just one dated event fits.
//  4. Every cluster becomes an Incident (account.go): for each field all accounts, best supported
//     first, each with the Statements that tell it.
//
// Decisions come before all scores: 'same' joins, 'not same' blocks, a rejected Statement is left
// out. Copies of one text count as one independent account (copies.go).
package link

import (
	"sort"

	"dateline"
)

// Link groups the Statements of all readings into Incidents, in the order of their dates, then of
// their identifiers. The same readings and decisions give the same Incidents in any order.
func Link(readings []dateline.Reading, decisions []dateline.Decision) []dateline.Incident {
	return link(readings, decisions, tellsEvent)
}

// link is Link of the Statements that tells lets through as events.
func link(readings []dateline.Reading, decisions []dateline.Decision, tells func(*dateline.Statement) bool) []dateline.Incident {
	rs := ordered(readings)
	ruled := rulings(decisions)
	events := eventsOf(rs, ruled, tells)
	var out []dateline.Incident
	texts := copies{}
	clusters := join(events, pairs(events), ruled)
	all := chapters(events, clusters)
	for _, c := range clusters {
		in := incident(events, c, texts)
		in.Score = toldScore(events, c, &in, all)
		out = append(out, in)
	}
	sort.SliceStable(out, func(a, b int) bool { return before(&out[a], &out[b]) })
	return out
}

// ordered sorts the readings by date of publication, unknown last, then by report identifier.
func ordered(readings []dateline.Reading) []*dateline.Reading {
	out := make([]*dateline.Reading, len(readings))
	for i := range readings {
		out[i] = &readings[i]
	}
	sort.Slice(out, func(a, b int) bool {
		x, y := &out[a].Report, &out[b].Report
		if px, py := orLast(x.Published.From), orLast(y.Published.From); px != py {
			return px < py
		}
		return x.ID < y.ID
	})
	return out
}

func orLast(d string) string {
	if d == "" {
		return "9999"
	}
	return d
}

// before orders incidents: the dated ones by their first day, then by identifier.
func before(a, b *dateline.Incident) bool {
	x, y := firstDay(a), firstDay(b)
	if x != y {
		return x < y
	}
	return a.ID < b.ID
}

func firstDay(i *dateline.Incident) string {
	for _, d := range i.Dates {
		if d.Value.From != "" {
			return d.Value.From
		}
	}
	return "9999"
}

// ruling is what people decided, the latest of each kind.
type ruling struct {
	rejected      map[string]bool
	same, notSame map[[2]string]bool
}

// rulings reads decisions in the order of time, then of identifier; later ones overrule.
func rulings(ds []dateline.Decision) ruling {
	r := ruling{rejected: map[string]bool{}, same: map[[2]string]bool{}, notSame: map[[2]string]bool{}}
	ds = append([]dateline.Decision(nil), ds...)
	sort.SliceStable(ds, func(a, b int) bool {
		if !ds[a].At.Equal(ds[b].At) {
			return ds[a].At.Before(ds[b].At)
		}
		return ds[a].ID < ds[b].ID
	})
	for _, d := range ds {
		r.apply(d)
	}
	return r
}

func (r *ruling) apply(d dateline.Decision) {
	if len(d.On) == 2 {
		k := pairKey(d.On[0], d.On[1])
		r.same[k] = d.Ruling == dateline.Same
		r.notSame[k] = d.Ruling == dateline.NotSame
		return
	}
	for _, id := range d.On {
		r.rejected[id] = d.Ruling == dateline.Reject
	}
}

func pairKey(a, b string) [2]string {
	if a > b {
		a, b = b, a
	}
	return [2]string{a, b}
}

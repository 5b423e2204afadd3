// Package link knows sameness: it groups Statements into Incidents, each holding every account of
// one happening. It is a pure function of readings and decisions, and indifferent to their order.
//
// The order of work:
//
//  1. Each Statement of a report that tells violence which took place is an event (event.go). A Statement that
//     points back to it ('the attack', 'at least 19 were killed') joins it. The report's events that tell one
//     happening are grouped (within.go): what one report tells as one happening is a Telling (telling.go). It
//     depends on that report and on decisions about its Statements only.
//  2. Tellings have keys of time, place, kind, actors, numbers, names and words (key.go). Only those that share a
//     key are compared. No key is dropped for being crowded and none costs more than its size: in one that many
//     share each is compared with the same few, and meets the others under narrower keys (candidate.go).
//  3. Two tellings are compared (across.go): the chance that they are one, by a small model, with its reasons in
//     words. It weighs what each says and the names, streets, ages and rare words that both have (trace.go,
//     wording.go). Kinds that exclude each other block a pair whatever the wording; so do two days or two places,
//     but not one of both where the two name one person as hit, or with an age, or have several names in common. Nothing else that is in the
//     ledger enters a score. What a report says elsewhere of day and place (lent.go) speaks for a pair by less, and
//     against none.
//  4. Pairs that are likelier one than not make components (component.go). In each, pairs are joined from the best
//     score down (cluster.go), the dated ones first, as long as the members of the two sides, by the most of them,
//     are not against it in kind, day or place, and the first of them are alike. A telling without a date joins only
//     if just one dated happening fits. A report of which nothing was read may hang on the incident that its words are
//     likeliest about (echo.go); it joins nothing and tells nothing.
//  5. Every cluster becomes an Incident (account.go): for each field all accounts, best supported first, each with
//     the Statements that tell it. It has the identifier of its oldest telling, by date of publication; those that
//     all its other events would give it lead to it. So an identifier that was seen once never leads elsewhere
//     than to the incident of its Statement, in whatever order reports come in.
//
// Decisions come before all scores (ruling.go): what people corrected replaces what was read, 'same' joins,
// 'not same' keeps apart, a rejected Statement is left out.
//
// Copies, retellings of one wire story and outlets that cite each other count as one independent account;
// a report that adds a figure of its own on the word of a speaker of its own is an account of its own,
// whatever else it copied (copies.go).
package link

import (
	"sort"

	"dateline"
)

// Link groups the Statements of all readings into Incidents, in the order of their dates, then of
// their identifiers. The same readings and decisions give the same Incidents in any order.
func Link(readings []dateline.Reading, decisions []dateline.Decision) []dateline.Incident {
	return link(readings, decisions, tellings)
}

// link is Link of what tellings lists of each reading.
func link(readings []dateline.Reading, decisions []dateline.Decision, tellings func(*dateline.Reading, ruling) []*Telling) []dateline.Incident {
	ruled := rulings(decisions)
	var ts []*Telling
	for i := range readings {
		ts = append(ts, tellings(&readings[i], ruled)...)
	}
	var out []dateline.Incident
	for _, c := range components(ts, ruled) {
		out = append(out, c.incidents(ruled)...)
	}
	sort.Slice(out, func(a, b int) bool { return sooner(&out[a], &out[b]) })
	return out
}

// alone makes the Incidents of one reading that nobody ruled on from the Statements that tells lets through: tellings of
// one report are not compared with each other, so that each is an Incident.
func alone(r *dateline.Reading, tells func(*dateline.Statement) bool) []dateline.Incident {
	ruled := rulings(nil)
	ts, _ := untraced(r, ruled, tells)
	var out []dateline.Incident
	for _, t := range ts {
		out = append(out, component{tellings: []*Telling{t}}.incidents(ruled)...)
	}
	sort.Slice(out, func(a, b int) bool { return sooner(&out[a], &out[b]) })
	return out
}

// sooner orders incidents: the dated ones by their first day, then by identifier.
func sooner(a, b *dateline.Incident) bool {
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
